#include "analysis/quote_phrase.h"

/* What somebody was told or asked: "she was asked whether C", "he was told by Ann Bell that C".  Who said
 * it is often left out; but "Asked about C, she said" is hers, unless it says by whom she was asked. */

enum { LONGEST_MAKER = 12 }; /* units of "by the leader of the council, Ann Bell," */

static bool is_question_word(const struct bs_quoting *q, uint32_t unit)
{
	static const char *const words[] = {"whether", "if",    "why",   "how",  "what",
					    "who",     "which", "where", "when", "that"};
	return bs_unit_any(q, unit, words, sizeof words / sizeof *words);
}

/* "Asked", "when pressed": a participle that nothing helps. */
static bool is_bare(const struct bs_quoting *q, const struct bs_cue *c)
{
	static const char *const verbs[] = {"asked", "pressed", "questioned", "quizzed"};
	static const char *const leads[] = {"when",  "if",    "once",      "after",
					    "being", "while", "repeatedly"};
	const struct bs_token *t = &q->tokens[q->units[c->head].token];
	bool asked = false;
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		asked |= bs_token_text(t, q->article->document.text, verbs[i]);
	if (!asked || c->first != c->head) return false;
	return c->head == q->solid || bs_is_comma(q, c->head - 1) ||
	       bs_unit_marked(q, c->head - 1) ||
	       bs_unit_any(q, c->head - 1, leads, sizeof leads / sizeof *leads);
}

uint32_t bs_read_maker(struct bs_quoting *q, struct bs_cue *c, uint32_t from)
{
	uint32_t by = bs_skip_adjuncts(q, from), i = by + 1;
	if (!bs_unit_text(q, by, "by")) return by;
	while (i < q->unit_count && i <= by + LONGEST_MAKER && bs_unit_word(q, i) &&
	       !is_question_word(q, i) && !bs_unit_text(q, i, "about") &&
	       !bs_unit_text(q, i, "to") && !bs_unit_in(q, i, BS_LIST_AUXILIARY) &&
	       !bs_unit_in(q, i, BS_LIST_SUBORDINATOR) && !bs_unit_in(q, i, BS_LIST_DAY_ADVERB))
		i++;
	if (i > by + LONGEST_MAKER) return BS_NONE;
	c->source = bs_read_phrase(q, by + 1, i);
	return bs_skip_adjuncts(q, i);
}

uint32_t bs_find_main_clause(const struct bs_quoting *q, uint32_t from)
{
	for (uint32_t i = from; i < q->unit_count; i++) {
		bool comma = bs_is_comma(q, i);
		if (!comma && bs_unit_marked(q, i))
			comma = bs_token_mark(
				&q->tokens[q->stretches[q->units[i].stretch].last - 1], ',');
		if (comma && !bs_is_relative(q, i + 1) && bs_is_clause_opening(q, i + 1))
			return bs_is_comma(q, i) ? i : i + 1;
	}
	return BS_NONE;
}

/* "[The plan] was criticised by Ann Bell": what it was about stands in front. */
static bool take_subject(struct bs_quoting *q, struct bs_cue *c)
{
	static const uint64_t lists =
		(uint64_t)1 << BS_LIST_CUE_OBJECT | (uint64_t)1 << BS_LIST_CUE_SAY;
	uint32_t start;
	if (!c->be || !(q->units[c->head].lists & lists) || !bs_unit_text(q, c->end, "by") ||
	    bs_unit_in(q, c->head, BS_LIST_CUE_TELL) || bs_unit_text(q, c->head, "accused"))
		return false;
	(void)bs_find_subject(q, q->solid, c->first, &start);
	uint32_t end = bs_read_maker(q, c, c->end);
	if (end == BS_NONE || bs_nobody(&c->source) || start >= c->first) return false;
	const struct bs_mention *m = bs_mention_of(q, start);
	if (m && m->kind == BS_PRONOUN) return false; /* "they were attacked by" */
	for (uint32_t i = start; i < c->first; i++)
		if (bs_is_relative(q, i) || bs_is_finite(q, i) || bs_is_verbal(q, i)) return false;
	bs_take(q, c, start, c->first, 0, 0);
	q->taken = end;
	return true;
}

/* "After she was told C, [she left]" */
static bool is_introduced(const struct bs_quoting *q)
{
	static const char *const words[] = {"after", "when", "once", "since", "despite", "while"};
	return bs_unit_any(q, q->solid + bs_is_conjunction(q, q->solid), words,
			   sizeof words / sizeof *words);
}

/* "He is accused [of C]", "she was criticised [for C]": somebody has said it of them. */
static uint32_t blame_start(const struct bs_quoting *q, const struct bs_cue *c, uint32_t i)
{
	static const char *const verbs[] = {"criticised", "criticized", "blamed",   "condemned",
					    "denounced",  "praised",    "ridiculed"};
	if (!c->be) return BS_NONE;
	if (bs_unit_text(q, c->head, "accused")) return bs_unit_text(q, i, "of") ? i + 1 : BS_NONE;
	return bs_unit_any(q, c->head, verbs, sizeof verbs / sizeof *verbs) &&
			       (bs_unit_text(q, i, "for") || bs_unit_text(q, i, "over"))
		       ? i + 1
		       : BS_NONE;
}

bool bs_holds_cue(const struct bs_quoting *q, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++) {
		int form = bs_cue_form(q, i);
		if ((form == BS_PAST || form == BS_THIRD) && q->units[i].mention == BS_NONE &&
		    bs_unit_in(q, i, BS_LIST_CUE_SAY))
			return true;
	}
	return false;
}

/* "They were told [C]": a clause without "that". */
static bool is_told(const struct bs_quoting *q, const struct bs_cue *c, uint32_t from)
{
	if (!bs_unit_text(q, c->head, "told") || !bs_is_clause_opening(q, from) ||
	    bs_unit_marked(q, from))
		return false;
	for (uint32_t i = from + 1; i < q->unit_count && i < from + LONGEST_MAKER; i++) {
		if (!bs_unit_word(q, i)) return false;
		if (q->units[i].mention == BS_NONE && (bs_is_verbal(q, i) || bs_is_finite(q, i)))
			return true;
	}
	return false;
}

static bool take_blame(struct bs_quoting *q, struct bs_cue *c)
{
	c->source = (struct bs_source){0};
	uint32_t i = bs_read_maker(q, c, c->end);
	uint32_t from = i == BS_NONE ? BS_NONE : blame_start(q, c, i);
	if (from == BS_NONE || from >= q->unit_count) return false;
	c->object = true;
	uint32_t to = bs_content_end(q, from, c);
	if (to <= from) return false;
	bs_take(q, c, from, to, 0, 0);
	q->taken = to;
	return true;
}

bool bs_try_passive(struct bs_quoting *q, struct bs_cue *c)
{
	if (take_subject(q, c) || take_blame(q, c)) return true;
	bool bare = is_bare(q, c);
	if (!bare && !c->be) return false;
	if (!bs_unit_in(q, c->head, BS_LIST_CUE_TELL)) return false;
	c->source = (struct bs_source){0};
	uint32_t i = bs_read_maker(q, c, c->end);
	if (i == BS_NONE || i >= q->unit_count) return false;
	bool unknown = bare && bs_nobody(&c->source);
	c->object = true;
	if (is_question_word(q, i) || is_told(q, c, i))
		c->object = false;
	else if (bs_unit_text(q, c->head, "told") && bs_unit_text(q, i, "of"))
		i++;
	else if (!unknown && (bs_unit_text(q, i, "about") || bs_unit_text(q, i, "on")))
		i++;
	else if (!bs_unit_text(q, i, "to"))
		return false;
	if (bare || is_introduced(q)) c->limit = bs_find_main_clause(q, i);
	uint32_t to = bs_content_end(q, i, c);
	if (bs_nobody(&c->source) && bs_holds_cue(q, i, to)) return false;
	uint32_t words = to - i - (to > i && bs_unit_mark(q, to - 1, '.'));
	if (words < 1 + (uint32_t)c->object) return false; /* "was asked about it" */
	bs_take(q, c, i, to, 0, 0);
	q->taken = to;
	return true;
}
