/* intern.h - which number does a string have?  Each string is kept once, numbered as it comes, and sorted at the end. */
#ifndef BS_INTERN_H
#define BS_INTERN_H

#include "base/arena.h"
#include "base/buffer.h"

#include <stdint.h>

struct bs_interned {
	const char *bytes; /* a NUL follows */
	uint32_t length;
	uint32_t hash;
};

/* item is 0 where the slot is empty, else the number of the item + 1. */
struct bs_intern_slot {
	uint32_t item, hash;
};

/* All zero is empty.  After a failed allocation `failed` is set: check it once, at the end. */
struct bs_intern {
	struct bs_arena arena;
	struct bs_interned *items;
	uint32_t count, room;
	struct bs_intern_slot *slots;
	uint32_t slot_count;
	bool failed;
};

/* Returns the number of a string, which is added if it is new; 0 if memory runs out. */
uint32_t bs_intern(struct bs_intern *in, const char *bytes, size_t length);

/* Sorts by bytes: sets rank[i] to the place of item i, and order[r] to the item at place r.
 * Both must have room for `count`.  Returns false if memory runs out. */
bool bs_intern_sort(const struct bs_intern *in, uint32_t *order, uint32_t *rank);

/* Writes the strings, in the given order, as the two sections of a bs_strings. */
void bs_intern_write(const struct bs_intern *in, const uint32_t *order, struct bs_buffer *starts,
		     struct bs_buffer *bytes);
void bs_intern_free(struct bs_intern *in);

#endif
