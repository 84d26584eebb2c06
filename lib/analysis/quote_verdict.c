#include "analysis/quote_clause.h"

/* What was said is told by a noun and "to be": "the view of Ann Bell is that C",
 * "C - that was the verdict of Ann Bell". */

enum { LONGEST_NOUN_PHRASE = 8, LONGEST_SUBJECT = 40 }; /* units */

static bool is_to_be(const struct bs_quoting *q, uint32_t unit)
{
	static const char *const words[] = {"is", "are", "was", "were"};
	return bs_unit_any(q, unit, words, sizeof words / sizeof *words);
}

static bool is_source_word(const struct bs_quoting *q, uint32_t unit)
{
	static const char *const words[] = {"of", "by", "from"};
	return bs_unit_any(q, unit, words, sizeof words / sizeof *words);
}

/* The noun of something said in the phrase that begins at `from`, "the first grave [warning]";
 * BS_NONE if it has none before `to`. */
static uint32_t find_noun(const struct bs_quoting *q, uint32_t from, uint32_t to)
{
	if (to > from + LONGEST_NOUN_PHRASE) to = from + LONGEST_NOUN_PHRASE;
	for (uint32_t i = from; i < to && bs_unit_word(q, i); i++) {
		if (bs_unit_in(q, i, BS_LIST_AUXILIARY)) break;
		if (!bs_unit_in(q, i, BS_LIST_CUE_NOUN)) continue;
		if (i + 1 >= q->unit_count || bs_is_stop(q, i + 1) || is_to_be(q, i + 1) ||
		    bs_unit_in(q, i + 1, BS_LIST_PREPOSITION))
			return i;
	}
	return BS_NONE;
}

static bool is_possessive(const struct bs_quoting *q, uint32_t unit)
{
	return q->tokens[q->units[unit].token].flags & BS_POSSESSIVE;
}

/* Whose view it is: "[Ann Bell]'s view", "the view of [Ann Bell]", "the findings in [a report]". */
static struct bs_source find_owner(struct bs_quoting *q, uint32_t from, uint32_t noun,
				   uint32_t *end)
{
	*end = noun + 1;
	for (uint32_t i = from; i < noun; i++) {
		uint32_t mention = q->units[i].mention;
		if (mention == BS_NONE || !is_possessive(q, i)) continue;
		const struct bs_mention *m = &q->article->mentions[mention];
		return (struct bs_source){m->first, m->last, {mention}, 1};
	}
	struct bs_source owner = {0};
	if (is_source_word(q, noun + 1) || bs_unit_text(q, noun + 1, "in"))
		owner = bs_find_phrase(q, noun + 2, false, end);
	return owner.mention_count ? owner : (struct bs_source){0};
}

/* "Among", "one of" and the like, in front of "the findings". */
static uint32_t skip_selection(const struct bs_quoting *q, uint32_t i)
{
	if (bs_unit_text(q, i, "and") || bs_unit_text(q, i, "but")) i++;
	if (bs_unit_text(q, i, "among")) return i + 1;
	if (bs_unit_text(q, i, "one") && bs_unit_text(q, i + 1, "of")) return i + 2;
	return i;
}

/* The V of S is that C. */
bool bs_try_view(struct bs_quoting *q, uint32_t unit)
{
	if (!is_to_be(q, unit)) return false;
	uint32_t content = unit + 1;
	if (bs_unit_mark(q, content, ',') || bs_unit_mark(q, content, ':')) content++;
	if (!bs_unit_text(q, content, "that") && !bs_unit_marked(q, content)) return false;
	uint32_t low = unit > q->solid + LONGEST_SUBJECT ? unit - LONGEST_SUBJECT : q->solid;
	/* Each part between commas may be where the subject begins. */
	for (uint32_t from = low; from < unit; from++) {
		if (from > q->solid && !bs_unit_mark(q, from - 1, ',') &&
		    !bs_unit_mark(q, from - 1, ';'))
			continue;
		uint32_t start = skip_selection(q, from), end;
		uint32_t noun = find_noun(q, start, unit);
		if (noun == BS_NONE) continue;
		struct bs_cue c = {.head = noun, .first = noun, .end = content, .limit = BS_NONE};
		c.source = find_owner(q, start, noun, &end);
		if (bs_nobody(&c.source) || (end < unit && !bs_unit_mark(q, end, ','))) continue;
		uint32_t to = bs_content_end(q, content, &c);
		bs_take(q, &c, content, to, 0, 0);
		bs_settle(q, to);
		return true;
	}
	return false;
}

/* The unit of "from" or of the noun's phrase behind "that is", "that's", "this was"; BS_NONE. */
static uint32_t skip_that_is(const struct bs_quoting *q, uint32_t i)
{
	static const char *const words[] = {"that", "this", "it"};
	if (i >= q->unit_count || bs_unit_marked(q, i)) return BS_NONE;
	if (bs_unit_text(q, i, "that's") || bs_unit_text(q, i, "that’s")) return i + 1;
	if (!bs_unit_any(q, i, words, sizeof words / sizeof *words)) return BS_NONE;
	return is_to_be(q, i + 1) ? i + 2 : BS_NONE;
}

/* "That was the verdict of S", which begins at a unit: its cue; false if it is none. */
static bool read_verdict(struct bs_quoting *q, uint32_t from, struct bs_cue *c)
{
	uint32_t at = skip_that_is(q, from), end;
	if (at == BS_NONE) return false;
	*c = (struct bs_cue){.head = at, .first = at, .limit = BS_NONE};
	if (!bs_unit_text(q, at, "from")) {
		uint32_t noun = find_noun(q, at, q->unit_count);
		if (noun == BS_NONE) return false;
		c->head = c->first = noun;
		c->source = find_owner(q, at, noun, &end);
	} else {
		c->source = bs_find_phrase(q, at + 1, false, &end);
	}
	c->end = end;
	if (!c->source.mention_count) return false;
	/* The sentence is about them, and so is a pronoun that follows. */
	q->article->mentions[c->source.mentions[0]].subject = true;
	return true;
}

/* “C” - that is from S. */
bool bs_try_verdict(struct bs_quoting *q, uint32_t dash)
{
	struct bs_cue c;
	if (dash <= q->solid || !bs_unit_marked(q, q->solid) || !bs_unit_marked(q, dash - 1) ||
	    !read_verdict(q, dash + 1, &c))
		return false;
	bs_take(q, &c, q->solid, dash, 0, 0);
	bs_settle(q, c.end);
	return true;
}

/* “C” - Ann Bell, Leeds: what was said, signed with a name. */
bool bs_try_signed(struct bs_quoting *q, uint32_t dash)
{
	uint32_t end;
	if (dash <= q->solid || !bs_unit_marked(q, q->solid) || !bs_unit_marked(q, dash - 1) ||
	    !bs_ends_sentence(q, q->units[dash - 1].stretch) || !bs_unit_capital(q, dash + 1))
		return false;
	struct bs_cue c = {.head = dash, .first = dash, .limit = BS_NONE};
	c.source = bs_find_phrase(q, dash + 1, false, &end);
	if (!c.source.mention_count || (end < q->unit_count && !bs_is_stop(q, end))) return false;
	bs_take(q, &c, q->solid, dash, 0, 0);
	bs_settle(q, end);
	return true;
}

/* C.   That was the verdict of S: what the frame before has said, if nobody is known to have. */
void bs_try_verdict_before(struct bs_quoting *q)
{
	struct bs_cue c;
	if (q->before.first == q->before.last || !read_verdict(q, 0, &c) ||
	    q->article->paragraphs[q->before.paragraph].role == BRAD_ROLE_TITLE)
		return;
	struct bs_found *f;
	if (q->found_count > q->before_found) {
		f = &q->found[q->found_count - 1];
		if (f->source.first != f->source.last) return;
		f->source = c.source;
	} else {
		f = bs_add_found(q, &c.source);
		bs_add_piece(q, f, q->before.first, q->before.last);
		if (!f->piece_count) {
			q->found_count--;
			return;
		}
	}
	f->cue = f->cue_first = q->units[c.head].token;
}
