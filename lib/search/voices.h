/* voices.h - who was found in all segments, each once, and in which order? */
#ifndef BS_VOICES_H
#define BS_VOICES_H

#include "base/arena.h"

#include <bradsearch.h>

/* All zero is empty. */
struct bs_voices {
	brad_voice *at;
	size_t count;
};

/* Adds somebody.  The arena must have a way out; the name must live as long as it. */
void bs_voices_add(struct bs_arena *arena, struct bs_voices *voices, const char *name,
		   uint64_t sentences, uint64_t articles);

/* Sorts by name, and joins those of the same name.  All must have a name. */
void bs_voices_join(struct bs_voices *voices);

/* Removes those who are among `others`.  Both must be joined. */
void bs_voices_remove(struct bs_voices *voices, const struct bs_voices *others);

/* Returns a copy of them with their names, those with most sentences first. */
const brad_voice *bs_voices_keep(struct bs_voices *voices, struct bs_arena *kept);

#endif
