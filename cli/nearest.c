#include "options.h"

#include <string.h>

/* How many letters must change to make one word of the other, up to 64 letters. */
static size_t distance(const char *a, const char *b)
{
	size_t row[65], n = strlen(b);
	if (n > 64) return SIZE_MAX;
	for (size_t j = 0; j <= n; j++) row[j] = j;
	for (size_t i = 1; a[i - 1]; i++) {
		size_t corner = row[0];
		row[0] = i;
		for (size_t j = 1; j <= n; j++) {
			size_t above = row[j], best = corner + (a[i - 1] != b[j - 1]);
			if (above + 1 < best) best = above + 1;
			if (row[j - 1] + 1 < best) best = row[j - 1] + 1;
			row[j] = best;
			corner = above;
		}
	}
	return row[n];
}

const char *nearest_word(const char *word, const char *const *list)
{
	const char *nearest = NULL;
	size_t length = strlen(word), best = length / 3 + 2;
	for (; *list; list++) {
		if (!**list) continue;
		size_t d = distance(word, *list);
		if (length >= 2 && strncmp(word, *list, length) == 0) d = 1;
		if (d < best && d < strlen(*list)) best = d, nearest = *list;
	}
	return nearest;
}
