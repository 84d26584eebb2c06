#include "analysis/article.h"

void bs_find_mentions(struct bs_article *article)
{
	(void)article;
}
