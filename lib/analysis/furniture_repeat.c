#include "analysis/furniture_line.h"

#include <string.h>

enum {
	LONGEST = 300, /* bytes of a line that pages repeat */
	SHORTEST = 8
};

struct line {
	const char *text;
	size_t length;
};

static struct line line_of(const struct bs_article *a, size_t i)
{
	const struct bs_paragraph *p = &a->paragraphs[i];
	size_t start = a->tokens.at[p->first].start;
	return (struct line){a->document.text + start, a->tokens.at[p->last - 1].end - start};
}

static bool begins_with(struct line l, struct line with)
{
	return with.length >= SHORTEST && l.length >= with.length &&
	       memcmp(l.text, with.text, with.length) == 0;
}

/* "Tarn Bridge in 1802.Tarn Bridge in 1802." */
static bool is_doubled(struct line l)
{
	size_t half = l.length / 2;
	return half >= SHORTEST && l.length % 2 == 0 && memcmp(l.text, l.text + half, half) == 0;
}

static bool is_furniture(const struct bs_article *a, size_t i)
{
	return a->paragraphs[i].role == BRAD_ROLE_FURNITURE;
}

static bool are_same(const struct bs_article *a, size_t i, size_t k)
{
	struct line one = line_of(a, i), other = line_of(a, k);
	return one.length == other.length && begins_with(one, other);
}

/* Is a line told once more on the next, and not over and over again? */
static bool is_told_twice(const struct bs_article *a, size_t i)
{
	return are_same(a, i, i + 1) && (i == 0 || !are_same(a, i - 1, i)) &&
	       (i + 2 == a->paragraph_count || !are_same(a, i, i + 2));
}

void bs_mark_repeats(struct bs_article *a)
{
	for (size_t i = 0; i < a->paragraph_count; i++) {
		struct bs_paragraph *p = &a->paragraphs[i];
		struct line l = line_of(a, i);
		if (l.length > LONGEST || p->role == BRAD_ROLE_TITLE) continue;
		bool doubled = is_doubled(l);
		if (doubled) p->role = BRAD_ROLE_FURNITURE;
		if (i + 1 == a->paragraph_count) break;
		struct line next = line_of(a, i + 1);
		bool same = is_told_twice(a, i);
		if (same ||
		    (next.length > l.length && is_furniture(a, i + 1) && begins_with(next, l)))
			p->role = BRAD_ROLE_FURNITURE;
		if ((same && !bs_is_finished(a, p->first, p->last)) ||
		    (doubled && begins_with(l, next)))
			p[1].role = BRAD_ROLE_FURNITURE;
	}
}
