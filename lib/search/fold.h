/* fold.h - where else does the same statement stand?
 *
 * Its copies are the sentences that have the same words in the same order, and
 * those that are alike (alike.h).  They are looked for in the table of copies of
 * each segment, and beside the copies of the sentences before and behind: there a
 * copy is found that lost one of its longest words, and one that is too short for
 * the table.  Copies that differ are compared with the sentence itself, never
 * with one another. */
#ifndef BS_FOLD_H
#define BS_FOLD_H

#include "search/rank.h"

struct bs_copy {
	uint32_t segment, document;
	bool same; /* in every word */
};

struct bs_copies {
	struct bs_copy *items;
	size_t count;
};

/* Finds the copies of a sentence in living articles, its own too, on the search's arena. */
brad_status bs_find_copies(struct bs_search *s, uint32_t segment, uint32_t document,
			   struct bs_copies *out, brad_error *err);

/* The sentences that match, each statement once: at its first place in the order
 * asked for.  (*copies)[i] are those of ranking->items[i], from the offset on;
 * *statements how many there are in all, or 0 if not all were looked at. */
brad_status bs_rank_statements(struct bs_search *s, struct bs_ranking *out,
			       struct bs_copies **copies, uint64_t *statements, brad_error *err);

/* Tells a hit of its copies. */
void bs_take_copies(struct bs_search *s, const struct bs_found *found,
		    const struct bs_copies *copies, brad_hit *hit);

#endif
