/* rank.h - which matches come first?  The best by BM25, the newest, or the oldest; ties do not depend on segments. */
#ifndef BS_RANK_H
#define BS_RANK_H

#include "search/search.h"

struct bs_found {
	double score;
	uint32_t segment, document, day;
	const struct bs_group *group; /* of which it is the best; NULL: matches are not grouped */
};

struct bs_ranking {
	struct bs_search *search;
	struct bs_found *items; /* a heap with the last on top; sorted by bs_ranking_end() */
	size_t count, room;
	uint64_t total, undated;
};

void bs_ranking_begin(struct bs_search *s, struct bs_ranking *out);

/* Does a come before b? */
bool bs_is_before(const struct bs_ranking *r, const struct bs_found *a, const struct bs_found *b);

/* Counts a match, and keeps it if it is among the first so far. */
void bs_ranking_offer(struct bs_ranking *r, struct bs_found found);

/* Sorts those that were kept. */
void bs_ranking_end(struct bs_ranking *r);

/* Returns the weight of a term that is in `in` of `of` documents. */
double bs_weight(uint64_t in, uint64_t of);

/* Rank all sentences that match; or all articles, each shown by its best sentence. */
brad_status bs_rank_sentences(struct bs_search *s, struct bs_ranking *out, brad_error *err);
brad_status bs_rank_articles(struct bs_search *s, struct bs_ranking *out, brad_error *err);

/* Computes the weights of the query's leaves, for sentences. */
brad_status bs_weigh_leaves(struct bs_search *s, brad_error *err);

/* Returns the score of the sentence at which a walk stands. */
double bs_sentence_score(const struct bs_walk *w);

#endif
