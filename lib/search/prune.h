/* prune.h - which documents of a window can be among the best at all?
 *
 * Most words occur once in a sentence.  So a document without repeats scores at most the
 * sum of the weights of its words, and one with only a few words, or only light ones,
 * cannot be among the best.  This is decided for 64 documents at once. */
#ifndef BS_PRUNE_H
#define BS_PRUNE_H

#include "search/window.h"

enum { BS_PRUNE_LEAVES = 12 };

struct bs_prune {
	const struct bs_cursor *leaves[BS_PRUNE_LEAVES]; /* the heaviest first */
	size_t count;
	bool too_many; /* there are more leaves: nothing is pruned */
};

/* Prepares to prune the matches of a cursor, by its leaves. */
void bs_prune_begin(struct bs_prune *p, const struct bs_cursor *cursor);

/* Sets in `out` the bits of those found documents that may score `least` or more. */
void bs_prune_window(const struct bs_prune *p, const uint64_t *found, double least, uint64_t *out);

#endif
