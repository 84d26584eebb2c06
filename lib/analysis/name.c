#include "analysis/candidate.h"

void bs_find_mentions(struct bs_article *article)
{
	struct bs_candidates candidates = {0};
	bs_find_candidates(article, &candidates);
	bs_find_entities(article, &candidates);
}
