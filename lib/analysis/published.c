#include "analysis/article.h"

void bs_find_published(struct bs_article *article)
{
	if (article->document.date.year) {
		article->date = article->document.date;
		article->date_from = BRAD_DATE_METADATA;
	}
}
