#include "analysis/article.h"

void bs_find_speakers(struct bs_article *article)
{
	(void)article;
}
