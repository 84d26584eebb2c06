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

void bs_mark_repeats(struct bs_article *a)
{
	for (size_t i = 0; i < a->paragraph_count; i++) {
		struct bs_paragraph *p = &a->paragraphs[i];
		struct line l = line_of(a, i);
		if (l.length > LONGEST || p->role == BRAD_ROLE_TITLE) continue;
		if (is_doubled(l)) p->role = BRAD_ROLE_FURNITURE;
		if (i + 1 == a->paragraph_count) break;
		struct line next = line_of(a, i + 1);
		bool same = l.length == next.length, credited = !same && is_furniture(a, i + 1);
		if (begins_with(next, l) && (same || credited)) {
			p->role = BRAD_ROLE_FURNITURE;
			if (same && !bs_is_finished(a, p->first, p->last))
				p[1].role = BRAD_ROLE_FURNITURE;
		} else if (is_doubled(l) && begins_with(l, next)) {
			p[1].role = BRAD_ROLE_FURNITURE;
		}
	}
}
