#include "analysis/article.h"

void bs_find_quotes(struct bs_article *article)
{
	(void)article;
}
