/* fold.h - which sentences are copies of a statement, so that it is shown once?
 *
 * Copies are the sentences that have the same words in the same order, and those that
 * are alike (alike.h).  They are looked for in the table of copies of each segment
 * (copies.h), and next to the copies of the neighbouring sentences: that finds copies
 * which lost one of their longest words, and those too short for the table.  Copies are
 * compared with the sentence itself, never with one another. */
#ifndef BS_FOLD_H
#define BS_FOLD_H

#include "search/rank.h"

struct bs_copy {
	uint32_t segment, document;
	bool same; /* every word is the same */
};

struct bs_copies {
	struct bs_copy *items;
	size_t count;
};

/* Finds the copies of a sentence in all living articles, its own included.  The list is on
 * the search's arena. */
brad_status bs_find_copies(struct bs_search *s, uint32_t segment, uint32_t document,
			   struct bs_copies *out, brad_error *err);

/* Ranks the sentences that match, each statement once, at its first place in the order
 * asked for.  (*copies)[i] are the copies of out->items[i], from the offset on.
 * *statements is the number of statements, or 0 if not all sentences were looked at. */
brad_status bs_rank_statements(struct bs_search *s, struct bs_ranking *out,
			       struct bs_copies **copies, uint64_t *statements, brad_error *err);

/* Fills in a hit's copies. */
void bs_take_copies(struct bs_search *s, const struct bs_found *found,
		    const struct bs_copies *copies, brad_hit *hit);

#endif
