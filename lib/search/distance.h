/* distance.h - how many letters differ between two texts, and which strings of a dictionary are spelt almost like one? */
#ifndef BS_DISTANCE_H
#define BS_DISTANCE_H

#include "index/segment.h"

enum { BS_SPELT_LONGEST = 64, BS_SPELT_ROWS = BS_SPELT_LONGEST + 2 };

/* Returns how many letters must be added, removed, replaced or swapped with the next to turn
 * one text into the other; limit + 1 if these are more than limit. */
size_t bs_edit_distance(const char *a, const char *b, size_t limit);

/* A search for the strings of a sorted dictionary that are near a text.  Strings with the
 * same beginning share its rows, and are skipped together if that is too far. */
struct bs_spelt {
	const struct bs_strings *strings;
	const char *text;
	size_t length;
	uint32_t next;
	const char *before; /* the last string */
	size_t depth;       /* how many of its letters have a row */
	/* rows[d + 1][k + 1] is the distance of its first d letters from the first k of the
	 * text.  Row and column 0 are a border. */
	unsigned char rows[BS_SPELT_ROWS + 1][BS_SPELT_LONGEST + 3];
};

void bs_spelt_begin(const struct bs_strings *strings, const char *text, struct bs_spelt *out);

/* Stores the next string whose distance is at most `limit`, and that distance; false after
 * the last.  The limit must not grow from call to call. */
bool bs_spelt_next(struct bs_spelt *s, size_t limit, uint32_t *string, size_t *distance);

#endif
