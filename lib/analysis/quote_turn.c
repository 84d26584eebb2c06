#include "analysis/quote.h"

#include <string.h>

/* An interview as it is printed: each paragraph begins with who speaks, and a
 * colon.  A list of facts looks alike ("Time: 7 pm"), but none of its labels
 * comes again. */

enum { LONGEST_LABEL = 6, LEAST_WORDS = 2, LEAST_TURNS = 3 }; /* tokens, tokens, paragraphs */

/* Is [first, colon) "Q" or somebody's name? */
static bool is_speaker(const struct bs_quoting *q, uint32_t first, uint32_t colon)
{
	const struct bs_token *t = &q->tokens[first];
	if (colon == first + 1 && t->end - t->start == 1) return t->value == 'q' || t->value == 'a';
	uint32_t m = q->mention_at[first];
	return m != BS_NONE && q->article->mentions[m].kind == BS_PERSON &&
	       q->article->mentions[m].last == colon;
}

/* Is it a name as interviews print it: "ANN BELL"?  Captions print places so. */
static bool is_label(const struct bs_quoting *q, uint32_t first, uint32_t colon)
{
	if (is_speaker(q, first, colon)) return true;
	for (uint32_t i = first; i < colon; i++) {
		const struct bs_token *t = &q->tokens[i];
		if (t->kind == BS_MARK) continue;
		if (!(t->flags & BS_CAPITALS) || bs_token_is(t, BS_LIST_PLACE) ||
		    bs_token_is(t, BS_LIST_WEEKDAY) || bs_token_is(t, BS_LIST_GRAMMAR_WORD))
			return false;
	}
	return true;
}

/* Where the label begins: behind the mark that opens each paragraph of what is printed of others. */
static uint32_t label_start(const struct bs_quoting *q, const struct bs_paragraph *p)
{
	const struct bs_token *t = &q->tokens[p->first];
	bool opens = t->kind == BS_MARK && (t->value == '"' || t->value == 0x201C);
	return p->first + (opens && p->first < p->last);
}

/* The colon behind the label of a paragraph; BS_NONE if it has none. */
static uint32_t find_label(const struct bs_quoting *q, const struct bs_paragraph *p)
{
	uint32_t first = label_start(q, p);
	uint32_t limit = p->last - first > LONGEST_LABEL ? first + LONGEST_LABEL : p->last;
	if (p->role != BRAD_ROLE_BODY) return BS_NONE;
	for (uint32_t i = first; i < limit; i++) {
		const struct bs_token *t = &q->tokens[i];
		if (bs_token_mark(t, ':'))
			return i > first && p->last > i + LEAST_WORDS && is_label(q, first, i)
				       ? i
				       : BS_NONE;
		if (t->kind == BS_NUMBER || !(t->flags & BS_CAPITAL || bs_token_mark(t, '.')))
			return BS_NONE;
	}
	return BS_NONE;
}

/* Have two paragraphs the same label? */
static bool same_label(const struct bs_quoting *q, uint32_t a, uint32_t b)
{
	const struct bs_token *x = &q->tokens[label_start(q, &q->article->paragraphs[a])];
	const struct bs_token *y = &q->tokens[label_start(q, &q->article->paragraphs[b])];
	size_t n = q->tokens[q->turns[a]].start - x->start;
	const char *text = q->article->document.text;
	return n == q->tokens[q->turns[b]].start - y->start &&
	       memcmp(text + x->start, text + y->start, n) == 0;
}

void bs_find_turns(struct bs_quoting *q)
{
	const struct bs_article *a = q->article;
	uint32_t count = 0, persons = 0, first = BS_NONE;
	bool again = false, other = false;
	for (uint32_t i = 0; i < a->paragraph_count; i++) {
		uint32_t colon = find_label(q, &a->paragraphs[i]);
		if (colon == BS_NONE) continue;
		if (!count++) {
			size_t size = a->paragraph_count * sizeof *q->turns;
			q->turns = bs_arena_alloc(&q->article->scratch, size);
			memset(q->turns, 0xFF, size);
			first = i;
		}
		q->turns[i] = colon;
		persons += is_speaker(q, label_start(q, &a->paragraphs[i]), colon);
		if (i == first) continue;
		if (same_label(q, first, i))
			again = true;
		else
			other = true;
	}
	if (count < LEAST_TURNS || persons * 2 < count || !again || !other) q->turns = NULL;
}

bool bs_take_turn(struct bs_quoting *q)
{
	if (!q->turns || q->turns[q->frame.paragraph] == BS_NONE) return false;
	const struct bs_paragraph *p = &q->article->paragraphs[q->frame.paragraph];
	uint32_t first = label_start(q, p), colon = q->turns[q->frame.paragraph];
	uint32_t mention = q->mention_at[first];
	if (q->frame.first > colon) return true; /* a later sentence of it */
	struct bs_source source = {0};
	if (q->tokens[first].end - q->tokens[first].start > 1) /* "Q" and "A" name nobody */
		source = (struct bs_source){.first = first, .last = colon};
	if (mention != BS_NONE) source.mentions[source.mention_count++] = mention;
	struct bs_found *f = bs_add_found(q, &source);
	f->verbatim = true;
	f->cue = f->cue_first = colon;
	bs_add_piece(q, f, colon + 1, p->last);
	if (!f->piece_count) q->found_count--;
	return true;
}
