/* Finds the quotation marks of a query: which are they, and which are apostrophes? */
#include "search/query_scan.h"

#include "base/utf8.h"

#include <string.h>

/* Words that begin with an apostrophe, which is often written as an opening mark. */
static const char *const clipped[] = {"tis", "twas", "twere", "twill", "em", "til"};

bool bs_query_is_double_mark(uint32_t c)
{
	return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E;
}

static bool is_word(uint32_t c)
{
	return bs_is_letter(c) || bs_is_number(c);
}

static bool is_opening(uint32_t c)
{
	return c == '\'' || c == 0x2018;
}

static bool is_closing(uint32_t c)
{
	return c == '\'' || c == 0x2019;
}

/* Is the word at `at` one that an apostrophe belongs to, or a decade ('90s)? */
static bool is_clipped(const struct bs_query_scan *s, size_t at)
{
	char word[8] = "";
	size_t length = 0, n;
	for (uint32_t c; is_word(c = bs_query_character(s, at, &n)); at += n) {
		if (c >= 0x80 || length + 1 >= sizeof word) return false;
		word[length++] = (char)(bs_is_digit(c) ? c : c | 0x20);
	}
	for (size_t i = 0; i < sizeof clipped / sizeof *clipped; i++)
		if (strcmp(word, clipped[i]) == 0) return true;
	return length == 3 && bs_is_digit((unsigned char)word[0]) &&
	       bs_is_digit((unsigned char)word[1]) && word[2] == 's';
}

/* Can the mark at `at`, of n bytes, open a quotation, with nothing but a border before it? */
static bool opens(const struct bs_query_scan *s, size_t at, size_t n)
{
	size_t m;
	return !bs_is_space(bs_query_character(s, at + n, &m)) && !is_clipped(s, at + n);
}

/* Finds the single mark that closes a quotation which begins at `from`: the first that ends a
 * word.  One after an s may be an apostrophe (the councillors' plan), and is skipped if another
 * one that cannot be follows before the next quotation opens.  Returns the query's length if
 * there is none. */
static size_t find_single(const struct bs_query_scan *s, size_t from, size_t *n)
{
	size_t first = s->length, m;
	uint32_t before = ' ';
	for (size_t at = from, length; at < s->length; at += length) {
		uint32_t c = bs_query_character(s, at, &length);
		if (bs_query_is_double_mark(c)) break;
		bool border = bs_is_space(before) || before == '(' || before == '-';
		if (at > from && is_opening(c) && border && opens(s, at, length)) {
			if (first < s->length) break;
		} else if (at > from && is_closing(c) && !bs_is_space(before) &&
			   !is_word(bs_query_character(s, at + length, &m))) {
			bool sure = before != 's' && before != 'S';
			if (sure || first == s->length) {
				first = at;
				*n = length;
			}
			if (sure) break;
		}
		before = c;
	}
	return first;
}

static size_t find_double(const struct bs_query_scan *s, size_t from, size_t *n)
{
	while (from < s->length && !bs_query_is_double_mark(bs_query_character(s, from, n)))
		from += *n;
	return from;
}

brad_status bs_query_marks(const struct bs_query_scan *s, size_t at, bool *found, brad_span *inside,
			   size_t *end)
{
	size_t n, m = 0;
	uint32_t c = bs_query_character(s, at, &n);
	*found = false;
	if (bs_query_is_double_mark(c)) {
		*inside = (brad_span){at + n, find_double(s, at + n, &m)};
		if (inside->end == s->length)
			return bs_query_fail(
				s, at,
				"the quotation mark that opens here is not closed: expected \"");
	} else {
		if (!is_opening(c) || !opens(s, at, n)) return BRAD_OK;
		*inside = (brad_span){at + n, find_single(s, at + n, &m)};
		if (inside->end == s->length) return BRAD_OK;
	}
	*found = true;
	*end = inside->end + m;
	return BRAD_OK;
}
