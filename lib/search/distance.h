/* distance.h - how many letters differ between two texts, and which strings of a dictionary are spelt almost like one? */
#ifndef BS_DISTANCE_H
#define BS_DISTANCE_H

#include "index/segment.h"

enum { BS_SPELT_LONGEST = 64, BS_SPELT_ROWS = BS_SPELT_LONGEST + 2 };

/* How many letters must be put in, left out, replaced or swapped with the next
 * to make one text of the other?  limit + 1 if they are more than limit. */
size_t bs_edit_distance(const char *a, const char *b, size_t limit);

/* Goes through those strings of a sorted dictionary that are near a text.  What
 * begins alike is looked at once, and passed over if all of it is too far. */
struct bs_spelt {
	const struct bs_strings *strings;
	const char *text;
	size_t length;
	uint32_t next;
	const char *before; /* the string that was looked at last */
	size_t depth;       /* how many of its letters have a row */
	/* How far are the first d letters of it from the first k of the text?  rows[d + 1][k + 1]:
	 * there is room on each side. */
	unsigned char rows[BS_SPELT_ROWS + 1][BS_SPELT_LONGEST + 3];
};

void bs_spelt_begin(const struct bs_strings *strings, const char *text, struct bs_spelt *out);

/* The next string that is no farther than a limit, which must not be more than
 * the time before, and how far it is; false after the last. */
bool bs_spelt_next(struct bs_spelt *s, size_t limit, uint32_t *string, size_t *distance);

#endif
