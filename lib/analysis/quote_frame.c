#include "analysis/quote.h"

enum {
	LONGEST_ASIDE = 24, /* tokens of round brackets that are left out */
	LONGEST_FRAME =
		1000 /* units; no prose has more, and looking back in it costs their square */
};

uint32_t bs_number_end(const struct bs_token *tokens, uint32_t i)
{
	if (tokens[i].kind != BS_NUMBER) return i + 1;
	while (bs_token_mark(&tokens[i + 1], ',') && tokens[i + 2].kind == BS_NUMBER &&
	       !((tokens[i + 1].flags | tokens[i + 2].flags) & BS_SPACE))
		i += 2;
	return i + 1;
}

/* The token after the bracket that closes the one at i; i if none is near. */
static uint32_t skip_aside(const struct bs_quoting *q, uint32_t i, uint32_t last)
{
	if (!bs_token_mark(&q->tokens[i], '(')) return i;
	uint32_t limit = last - i > LONGEST_ASIDE ? i + LONGEST_ASIDE : last;
	for (uint32_t k = i + 1; k < limit; k++)
		if (bs_token_mark(&q->tokens[k], ')')) return k + 1;
	return i;
}

/* The token after what is no unit at i: an aside, a bracket round the whole frame, and of a
 * dash written "--" its second half.  i if it is one. */
static uint32_t skip_left_out(const struct bs_quoting *q, uint32_t i)
{
	const struct bs_token *t = &q->tokens[i];
	if (t->kind != BS_MARK) return i;
	if (i == q->frame.first) return t->value == '(' ? i + 1 : i;
	if (t->value == '-' && bs_token_mark(&t[-1], '-') && t->start == t[-1].end) return i + 1;
	return skip_aside(q, i, q->frame.last);
}

/* Makes room for as many units as a frame of n tokens may have, instead of those of the last. */
static void make_room(struct bs_quoting *q, uint32_t n)
{
	if (n > LONGEST_FRAME) n = LONGEST_FRAME;
	if (n <= q->unit_room) return;
	q->unit_room = n > 128 ? LONGEST_FRAME : 128;
	q->units = bs_arena_take(&q->article->scratch, q->unit_room * sizeof *q->units);
	q->cues = bs_arena_take(&q->article->scratch, q->unit_room * sizeof *q->cues);
}

static void make_units(struct bs_quoting *q)
{
	make_room(q, q->frame.last - q->frame.first);
	struct bs_unit *u = q->units;
	q->marked = false;
	for (uint32_t i = q->frame.first; i < q->frame.last && u < q->units + LONGEST_FRAME;) {
		const struct bs_token *t = &q->tokens[i];
		uint32_t stretch = q->stretch_at[i];
		if (stretch != BS_NONE) {
			*u++ = (struct bs_unit){.token = i, .stretch = stretch, .mention = BS_NONE};
			q->marked = true;
			uint32_t after = q->stretches[stretch].after;
			i = after > i ? after : i + 1;
			continue;
		}
		uint32_t next = skip_left_out(q, i);
		if (next > i) {
			i = next;
			continue;
		}
		*u++ = (struct bs_unit){.lists = bs_word_lists(t->word),
					.character = t->kind != BS_NUMBER ? t->value : 0,
					.token = i,
					.stretch = BS_NONE,
					.mention = q->mention_at[i]};
		i = t->kind == BS_NUMBER ? bs_number_end(q->tokens, i) : i + 1;
	}
	q->unit_count = (uint32_t)(u - q->units);
}

/* Does a sentence begin within round brackets, as in "Ann Bell (Con. Leeds)"? */
static bool is_in_brackets(const struct bs_quoting *q, uint32_t first, uint32_t last)
{
	uint32_t end = last - first > 6 ? first + 6 : last;
	for (uint32_t i = first; i < end; i++) {
		if (bs_token_mark(&q->tokens[i], '(')) return false;
		if (!bs_token_mark(&q->tokens[i], ')')) continue;
		for (uint32_t k = first; k > q->frame.first && first - k < 6; k--)
			if (bs_token_mark(&q->tokens[k - 1], '(')) return true;
		return false;
	}
	return false;
}

void bs_visit_frames(struct bs_quoting *q, void (*visit)(struct bs_quoting *q))
{
	const struct bs_article *a = q->article;
	for (size_t i = 0; i < a->sentence_count;) {
		const struct bs_sentence_tokens *st = &a->sentence_tokens[i];
		if (a->sentences[i].role == BRAD_ROLE_FURNITURE || st->first == st->last) {
			i++;
			continue;
		}
		q->frame = (struct bs_frame){st->first, st->last, st->paragraph, st->headline};
		/* Sentences that begin within marks or brackets belong to the frame of their first. */
		for (i++; i < a->sentence_count; i++) {
			if (a->sentence_tokens[i].paragraph != q->frame.paragraph) break;
			uint32_t first = a->sentence_tokens[i].first, s = q->stretch_at[first];
			if ((s == BS_NONE || q->stretches[s].open == first) &&
			    !is_in_brackets(q, first, a->sentence_tokens[i].last))
				break;
			q->frame.last = a->sentence_tokens[i].last;
		}
		make_units(q);
		uint32_t found = (uint32_t)q->found_count;
		visit(q);
		q->before = q->frame;
		q->before_found = found;
	}
}
