/* prune.h - which documents of a window can be among the best at all?
 *
 * Most words occur once in a sentence, so a document without repeats scores no
 * more than the weights of the words that it has.  Words of a small weight alone
 * are not enough, nor are few words: both is told for 64 documents at once. */
#ifndef BS_PRUNE_H
#define BS_PRUNE_H

#include "search/window.h"

enum { BS_PRUNE_LEAVES = 12 };

struct bs_prune {
	const struct bs_cursor *leaves[BS_PRUNE_LEAVES]; /* the heaviest first */
	size_t count;
	bool too_many; /* leaves: nothing is pruned */
};

/* Takes the leaves of a cursor. */
void bs_prune_begin(struct bs_prune *p, const struct bs_cursor *cursor);

/* Sets the bits of those of the window's documents that may score `least` or more. */
void bs_prune_window(const struct bs_prune *p, const uint64_t *found, double least, uint64_t *out);

#endif
