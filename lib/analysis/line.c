#include "analysis/line.h"

#include "analysis/furniture.h"
#include "base/utf8.h"

enum {
	SHORTEST_WRAPPED = 40, /* bytes of a line that was broken to fit a width */
	LONGEST_WRAPPED = 100,
	RAGGED = 25 /* by how much such lines differ in length */
};

struct line {
	uint32_t first, last;
	uint32_t mark; /* where its first token stands in tokens.marks */
};

static uint32_t line_length(const struct bs_article *a, struct line l)
{
	return a->tokens.at[l.last - 1].end - a->tokens.at[l.first].start;
}

static bool begins_small(const struct bs_article *a, struct line l)
{
	const struct bs_token *t = &a->tokens.at[l.first];
	size_t n;
	return t->kind == BS_WORD &&
	       bs_is_lower(bs_utf8_at(a->document.text, t->start, t->end, &n));
}

/* Were these lines, which no empty line parts, broken to fit a width? */
static bool is_wrapped(const struct bs_article *a, const struct line *lines, size_t count)
{
	uint32_t least = UINT32_MAX, most = 0;
	size_t small = 0;
	if (count < 3) return false;
	for (size_t i = 0; i < count; i++) {
		if (i > 0) small += begins_small(a, lines[i]);
		if (bs_is_item(a, lines[i].first, lines[i].last)) return false;
		uint32_t length = line_length(a, lines[i]);
		if (length > LONGEST_WRAPPED) return false;
		if (i + 1 == count) break; /* the last is as long as it comes */
		if (length < least) least = length;
		if (length > most) most = length;
	}
	return least >= SHORTEST_WRAPPED && most - least <= RAGGED && 3 * small >= count - 1;
}

/* Does a line go on with the sentence that the line before it left open? */
static bool goes_on(const struct bs_article *a, struct line before, struct line l)
{
	return begins_small(a, l) && line_length(a, before) >= SHORTEST_WRAPPED &&
	       !bs_is_finished(a, before.first, before.last);
}

static void add_block(struct bs_article *a, const struct line *lines, size_t count)
{
	bool wrapped = is_wrapped(a, lines, count);
	for (size_t i = 0; i < count; i++) {
		if (i == 0 || !(wrapped || goes_on(a, lines[i - 1], lines[i])))
			a->paragraphs[a->paragraph_count++] =
				(struct bs_paragraph){.first = lines[i].first,
						      .first_mark = lines[i].mark,
						      .role = BRAD_ROLE_BODY};
		a->paragraphs[a->paragraph_count - 1].last = lines[i].last;
	}
}

static size_t count_lines(const struct bs_tokens *tokens)
{
	size_t count = 0;
	for (size_t m = 0; m < tokens->mark_count; m++)
		count += (tokens->at[tokens->marks[m]].flags & BS_LINE) != 0;
	return count;
}

void bs_join_lines(struct bs_article *a)
{
	const size_t all = count_lines(&a->tokens);
	struct line *lines = bs_arena_take(&a->scratch, all * sizeof *lines);
	size_t count = 0;
	a->paragraphs = bs_arena_take(&a->arena, all * sizeof *a->paragraphs);
	for (size_t m = 0; m < a->tokens.mark_count; m++) {
		uint32_t i = a->tokens.marks[m];
		uint8_t flags = a->tokens.at[i].flags;
		if (!(flags & BS_LINE)) continue;
		if (count) lines[count - 1].last = i;
		if (flags & BS_PARAGRAPH) {
			add_block(a, lines, count);
			count = 0;
		}
		lines[count++] = (struct line){.first = i, .mark = (uint32_t)m};
	}
	if (count) lines[count - 1].last = (uint32_t)a->tokens.count;
	add_block(a, lines, count);
	bs_arena_shorten(&a->arena, a->paragraphs, all * sizeof *a->paragraphs,
			 a->paragraph_count * sizeof *a->paragraphs);
}
