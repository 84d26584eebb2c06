/* voices.h - who are those that were gathered from segment after segment, each once and in which order? */
#ifndef BS_VOICES_H
#define BS_VOICES_H

#include "base/arena.h"

#include <bradsearch.h>

/* All zero is empty. */
struct bs_voices {
	brad_voice *at;
	size_t count;
};

/* The arena must have a way out; the name must live as long. */
void bs_voices_add(struct bs_arena *arena, struct bs_voices *voices, const char *name,
		   uint64_t sentences, uint64_t articles);

/* Makes one of those that have the same name; all have one.  They are in its order then. */
void bs_voices_join(struct bs_voices *voices);

/* Leaves only those who are not among others, which are joined. */
void bs_voices_remove(struct bs_voices *voices, const struct bs_voices *others);

/* Copies them with their names, those with most sentences first. */
const brad_voice *bs_voices_keep(struct bs_voices *voices, struct bs_arena *kept);

#endif
