/* tally.h - how many sentences are there of each value, or of each pair of values? */
#ifndef BS_TALLY_H
#define BS_TALLY_H

#include "base/arena.h"

struct bs_tallied {
	uint32_t value, and_value; /* numbers of values.h; and_value is 0 with one field */
	uint64_t count;
	uint64_t of; /* see brad_count */
};

/* With all members zero but the arena, it is empty. */
struct bs_tally {
	struct bs_arena *arena; /* with a way out */
	struct bs_tallied *items;
	size_t count;
	uint32_t *slots; /* item + 1; 0 is empty */
	size_t slot_count;
	size_t placed; /* how many of the first items have slots */
};

/* Return the item of a pair.  If there is none, the first returns NULL, the second makes it.
 * It stays in place until another one is made. */
struct bs_tallied *bs_tally_find(struct bs_tally *t, uint32_t value, uint32_t and_value);
struct bs_tallied *bs_tally_take(struct bs_tally *t, uint32_t value, uint32_t and_value);

/* Makes the item of a value that is known to have none. */
struct bs_tallied *bs_tally_append(struct bs_tally *t, uint32_t value);

#endif
