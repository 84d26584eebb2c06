/* shortlist.h - which articles may have a quotation?  Those with its words in a row, then those with most of its rare words. */
#ifndef BS_SHORTLIST_H
#define BS_SHORTLIST_H

#include "search/search.h"

struct bs_candidate {
	uint32_t segment, article;
	double score;
};

struct bs_candidates {
	struct bs_candidate *items; /* the best first */
	size_t count;
};

/* Both replace the search's query by one of their own, and keep its filter. */
brad_status bs_shortlist_row(struct bs_search *s, const char *text, struct bs_candidates *out,
			     brad_error *err);
brad_status bs_shortlist_rare(struct bs_search *s, const char *text, struct bs_candidates *out,
			      brad_error *err);

/* Replaces the search's query by one for any of the dozen rarest words of a text.  It has
 * no leaf if the index has none of them. */
brad_status bs_query_rare(struct bs_search *s, const char *text, brad_error *err);

#endif
