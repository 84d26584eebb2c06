#include "search/distance.h"

#include <string.h>

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Optimal string alignment, row by row; it stops at a row without any value within the limit. */
size_t bs_edit_distance(const char *a, const char *b, size_t limit)
{
	size_t n = strlen(a), m = strlen(b);
	size_t rows[3][BS_SPELT_LONGEST + 1];
	if (n > BS_SPELT_LONGEST || m > BS_SPELT_LONGEST || n > m + limit || m > n + limit)
		return limit + 1;
	size_t *before = rows[0], *previous = rows[1], *row = rows[2];
	for (size_t k = 0; k <= m; k++) previous[k] = k;
	for (size_t i = 1; i <= n; i++) {
		size_t smallest = row[0] = i;
		for (size_t k = 1; k <= m; k++) {
			row[k] = least(least(previous[k], row[k - 1]) + 1,
				       previous[k - 1] + (a[i - 1] != b[k - 1]));
			if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
				row[k] = least(row[k], before[k - 2] + 1);
			smallest = least(smallest, row[k]);
		}
		if (smallest > limit) return limit + 1;
		size_t *free_row = before;
		before = previous;
		previous = row;
		row = free_row;
	}
	return least(previous[m], limit + 1);
}

/* ---- Many at once --------------------------------------------------------- */

enum { FAR = 128 }; /* farther than any limit */

void bs_spelt_begin(const struct bs_strings *strings, const char *text, struct bs_spelt *s)
{
	s->strings = strings;
	s->text = text;
	s->length = strlen(text);
	s->next = s->length > BS_SPELT_LONGEST ? strings->count : 0;
	s->before = "";
	s->depth = 0;
	memset(s->rows[0], FAR, sizeof s->rows[0]);
	memset(s->rows[1], FAR, sizeof s->rows[1]);
	for (size_t k = 0; k <= s->length && k <= BS_SPELT_LONGEST; k++)
		s->rows[1][k + 1] = (unsigned char)k;
}

/* Computes the row of the first d letters of a string, at the places that can be within the
 * limit; returns the least value in it. */
static size_t make_row(struct bs_spelt *s, const char *string, size_t d, size_t limit)
{
	unsigned char *row = s->rows[d + 1] + 1;
	const unsigned char *previous = s->rows[d] + 1, *earlier = s->rows[d - 1] + 1;
	size_t first = d > limit ? d - limit : 0, last = least(d + limit, s->length);
	char letter = string[d - 1];
	size_t smallest = FAR;
	if (first > last) return FAR;
	row[(ptrdiff_t)first - 1] = FAR;
	row[last + 1] = FAR;
	for (size_t k = first; k <= last; k++) {
		size_t value = previous[k] + 1u;
		if (k > 0) {
			value = least(value, row[k - 1] + 1u);
			value = least(value, previous[k - 1] + (size_t)(letter != s->text[k - 1]));
		}
		if (d > 1 && k > 1 && letter == s->text[k - 2] && string[d - 2] == s->text[k - 1])
			value = least(value, earlier[k - 2] + 1u);
		row[k] = (unsigned char)least(value, FAR);
		smallest = least(smallest, value);
	}
	return smallest;
}

/* Skips the strings that begin as one does. */
static void pass_over(struct bs_spelt *s, const char *beginning, size_t length)
{
	uint32_t low = s->next, step = 1, count = s->strings->count;
	while (step < count - low &&
	       strncmp(bs_string(s->strings, low + step), beginning, length) == 0) {
		low += step;
		step *= 2;
	}
	uint32_t high = step < count - low ? low + step : count;
	while (low + 1 < high) {
		uint32_t middle = low + (high - low) / 2;
		if (strncmp(bs_string(s->strings, middle), beginning, length) == 0)
			low = middle;
		else
			high = middle;
	}
	s->next = high;
}

bool bs_spelt_next(struct bs_spelt *s, size_t limit, uint32_t *string, size_t *distance)
{
	while (s->next < s->strings->count) {
		const char *text = bs_string(s->strings, s->next);
		size_t d = 0;
		while (d < s->depth && text[d] && text[d] == s->before[d]) d++;
		size_t smallest = 0;
		while (d < BS_SPELT_ROWS - 1 && text[d] && smallest <= limit)
			smallest = make_row(s, text, ++d, limit);
		s->before = text;
		s->depth = d;
		if (smallest > limit || text[d]) {
			pass_over(s, text, d);
			continue;
		}
		*string = s->next++;
		*distance = s->rows[d + 1][s->length + 1];
		bool in_reach = d <= s->length + limit && s->length <= d + limit;
		if (in_reach && d <= BS_SPELT_LONGEST && *distance <= limit) return true;
	}
	return false;
}
