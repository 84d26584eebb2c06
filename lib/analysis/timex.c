#include "analysis/article.h"

void bs_find_timexes(struct bs_article *article)
{
	(void)article;
}
