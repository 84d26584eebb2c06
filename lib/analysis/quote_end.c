#include "analysis/quote_phrase.h"

enum {
	LONGEST_SUBJECT = 10, /* units */
	FARTHEST_OWN = 16 /* units from "but" to the verb of "but the others in the hall said" */
};

static bool capital_inside(const struct bs_quoting *q, uint32_t stretch)
{
	return q->tokens[q->stretches[stretch].first].flags & BS_CAPITAL;
}

uint32_t bs_content_end(const struct bs_quoting *q, uint32_t from, const struct bs_cue *c)
{
	if (bs_unit_marked(q, from)) {
		uint32_t s = q->units[from].stretch;
		bool last = from + 1 >= q->unit_count ||
			    (from + 2 >= q->unit_count && !bs_unit_word(q, from + 1) &&
			     !bs_unit_marked(q, from + 1));
		if (last || (bs_ends_sentence(q, s) && capital_inside(q, s))) return from + 1;
	}
	return bs_clause_end(q, from, c);
}

static bool is_finite_cue(const struct bs_quoting *q, uint32_t unit, int form)
{
	if (unit >= q->unit_count || bs_unit_marked(q, unit) || q->units[unit].mention != BS_NONE)
		return false;
	if (bs_unit_text(q, unit, "heard")) return false; /* "looked out and heard a bang" */
	uint16_t word = q->tokens[q->units[unit].token].word;
	return bs_word_value(word, BS_LIST_CUE_SAY) == form ||
	       bs_word_value(word, BS_LIST_CUE_INFINITIVE) == form ||
	       (form != BS_THIRD && bs_word_value(word, BS_LIST_CUE_OBJECT) == form) ||
	       (bs_word_value(word, BS_LIST_CUE_ABOUT) == form &&
		bs_about_start(q, unit, unit + 1) != BS_NONE);
}

uint32_t bs_skip_adverbs(const struct bs_quoting *q, uint32_t i)
{
	while (bs_unit_in(q, i, BS_LIST_ADVERB) || bs_unit_text(q, i, "has") ||
	       bs_unit_text(q, i, "had") || bs_unit_text(q, i, "have"))
		i++;
	return i;
}

/* "[is] telling C and says", "[did] say C but denied": the form of a second verb of the speaker's. */
static int joined_form(const struct bs_quoting *q, const struct bs_cue *c)
{
	static const char *const present[] = {"is", "isn't", "does", "doesn't"};
	static const char *const past[] = {"was", "wasn't", "were", "weren't", "did", "didn't"};
	for (uint32_t i = c->first; i < c->head; i++) {
		if (bs_unit_any(q, i, present, sizeof present / sizeof *present)) return BS_THIRD;
		if (bs_unit_any(q, i, past, sizeof past / sizeof *past)) return BS_PAST;
	}
	return c->form;
}

/* "saying", "and accused", "according to": does another act of speech of the
 * same or another speaker begin at i, behind a comma or a dash? */
static bool begins_another(const struct bs_quoting *q, uint32_t i, int form)
{
	if (bs_unit_text(q, i, "according") && bs_unit_text(q, i + 1, "to")) return true;
	uint32_t k = bs_skip_adverbs(q, i);
	if (is_finite_cue(q, k, BS_ING)) return true;
	if (bs_unit_text(q, i, "and") || bs_unit_text(q, i, "but") || bs_unit_text(q, i, "then")) {
		k = bs_skip_adverbs(q, i + 1);
		if (is_finite_cue(q, k, BS_ING)) return true;
		return (form == BS_PAST || form == BS_THIRD) && is_finite_cue(q, k, form);
	}
	return false;
}

/* "But others [say]", "but she did not [say]": the first form of a verb that is no noun. */
static bool is_plural_cue(const struct bs_quoting *q, uint32_t unit)
{
	static const char *const helpers[] = {"did", "didn't", "not"};
	const struct bs_unit *u = &q->units[unit];
	const struct bs_unit *before = u - 1;
	if (bs_word_value(q->tokens[u->token].word, BS_LIST_CUE_SAY) != BS_BASE ||
	    bs_unit_is(u, BS_LIST_CUE_NOUN) || before->stretch != BS_NONE)
		return false;
	const struct bs_token *t = &q->tokens[before->token];
	bool plural = q->article->document.text[t->end - 1] == 's' && !bs_is_adverb(q, unit - 1);
	return before->mention != BS_NONE || plural ||
	       bs_unit_any(q, unit - 1, helpers, sizeof helpers / sizeof *helpers);
}

/* "..., but Ann Bell said", "..., as she had warned": a clause with its own
 * verb of saying, up to the next comma. */
static bool has_own_cue(const struct bs_quoting *q, uint32_t i)
{
	static const char *const words[] = {"but", "while",   "and",    "although",
					    "as",  "whereas", "though", "even"};
	if (!bs_unit_any(q, i, words, sizeof words / sizeof *words)) return false;
	for (uint32_t k = i + 1; k < q->unit_count && k < i + FARTHEST_OWN; k++) {
		if (bs_unit_mark(q, k, ',') || bs_unit_marked(q, k)) return false;
		int form = bs_cue_form(q, k);
		if (k > i + 1 && q->units[k].mention == BS_NONE &&
		    (form == BS_PAST || form == BS_THIRD || is_plural_cue(q, k)))
			return true;
	}
	return false;
}

/* "Ann Bell, who told ..., said": the verb of the name before the clause. */
static bool said_again(const struct bs_quoting *q, uint32_t i)
{
	uint32_t k = bs_skip_adverbs(q, i);
	if (!bs_unit_word(q, k) || q->units[k].mention != BS_NONE) return false;
	int form = bs_word_value(q->tokens[q->units[k].token].word, BS_LIST_CUE_SAY);
	return form == BS_PAST || form == BS_THIRD;
}

/* "While S said C, the narrator goes on": stands the verb in a clause of its own? */
static bool is_subordinate(const struct bs_quoting *q, const struct bs_cue *c)
{
	static const char *const words[] = {"while",    "when",   "after",   "before",
					    "although", "though", "because", "since",
					    "once",     "if",     "as"};
	uint32_t at = c->start - 1;
	if (c->borrowed) { /* "When S came and said C" */
		at = bs_is_conjunction(q, 0);
		for (uint32_t i = at; i < c->first; i++)
			if (bs_unit_mark(q, i, ',')) return false;
	}
	return c->start > 0 && c->start <= c->head &&
	       bs_unit_any(q, at, words, sizeof words / sizeof *words);
}

/* A subject and its verb from here to the next comma. */
static bool is_clause(const struct bs_quoting *q, uint32_t from)
{
	if (!bs_is_clause_opening(q, from) || bs_unit_in(q, from, BS_LIST_SUBORDINATOR))
		return false;
	for (uint32_t i = from + 1; i < q->unit_count && i < from + LONGEST_SUBJECT; i++) {
		if (bs_unit_mark(q, i, ',') || bs_unit_marked(q, i)) return false;
		if (q->units[i].mention == BS_NONE && (bs_is_verbal(q, i) || bs_is_finite(q, i)))
			return true;
	}
	return false;
}

/* Behind a comma, does the narrator's own sentence go on at k?  "When S said C, [they left]"; "S, who
 * said C, [left]". */
static bool returns(const struct bs_quoting *q, uint32_t k, const struct bs_cue *c)
{
	if (is_subordinate(q, c)) return is_clause(q, k);
	if (!bs_unit_in(q, c->start, BS_LIST_PRONOUN) || !bs_is_relative(q, c->start)) return false;
	k = bs_skip_adverbs(q, k);
	return bs_is_finite(q, k) || bs_unit_in(q, k, BS_LIST_AUXILIARY) ||
	       bs_unit_ends(q, k, "ed");
}

/* "S, who refused C [said]": does the verb of the sentence follow, with no comma before it? */
static bool returns_at(const struct bs_quoting *q, uint32_t i, const struct bs_cue *c)
{
	return bs_unit_in(q, i, BS_LIST_CUE_SAY) && bs_unit_in(q, c->start, BS_LIST_PRONOUN) &&
	       bs_is_relative(q, c->start) && q->units[i - 1].mention == BS_NONE &&
	       !bs_is_relative(q, i - 1) && !bs_unit_mark(q, i - 1, ',') && said_again(q, i);
}

/* The unit behind the comma or dash at i, or behind marks that end in a comma before i; BS_NONE. */
static uint32_t behind_comma(const struct bs_quoting *q, uint32_t from, uint32_t i)
{
	if (bs_is_comma(q, i)) return i + 1;
	if (i == from || !bs_unit_marked(q, i - 1)) return BS_NONE;
	const struct bs_marked *s = &q->stretches[q->units[i - 1].stretch];
	return bs_token_mark(&q->tokens[s->last - 1], ',') ? i : BS_NONE;
}

/* Does what was said end before k, which a comma stands before? */
static bool ends_before(const struct bs_quoting *q, uint32_t from, uint32_t k,
			const struct bs_cue *c, int form)
{
	bool marks = bs_unit_marked(q, k - 1);
	if (begins_another(q, k, form) || has_own_cue(q, k) || said_again(q, k) || returns(q, k, c))
		return true;
	if (marks) return bs_is_told(q, from, k, c) || bs_is_told_of_marks(q, k);
	return bs_is_outer(q, k - 1) || (!c->object && bs_is_told(q, from, k, c));
}

uint32_t bs_clause_end(const struct bs_quoting *q, uint32_t from, const struct bs_cue *c)
{
	int form = joined_form(q, c);
	for (uint32_t i = from; i < q->unit_count; i++) {
		if (i == c->limit || (c->object && i > from && bs_ends_object(q, from, i)))
			return i;
		uint32_t k = behind_comma(q, from, i);
		if (k != BS_NONE) {
			if (ends_before(q, from, k, c, form)) return i;
		} else if (i > from &&
			   (bs_unit_text(q, i, "and") || bs_unit_text(q, i, "but") ||
			    bs_unit_text(q, i, "according") || bs_unit_marked(q, i - 1))) {
			if (begins_another(q, i, form)) return i;
		} else if (bs_unit_mark(q, i, ';') || (i > from && returns_at(q, i, c))) {
			return i;
		}
	}
	return q->unit_count;
}

uint32_t bs_skip_apposition(const struct bs_quoting *q, uint32_t from)
{
	if (!bs_unit_mark(q, from, ',')) return from;
	uint32_t next = from + 1, comma = next;
	bool describes = bs_unit_text(q, next, "who") || bs_unit_text(q, next, "which") ||
			 bs_unit_text(q, next, "whose") || bs_unit_text(q, next, "a") ||
			 bs_unit_text(q, next, "an");
	if (!describes) return next;
	while (comma < q->unit_count && !bs_unit_mark(q, comma, ',')) comma++;
	return comma + 1 < q->unit_count ? comma + 1 : next;
}

bool bs_continues(const struct bs_quoting *q, uint32_t from, bool marks)
{
	if (from >= q->unit_count) return false;
	if (bs_unit_marked(q, from)) return true;
	if (marks || begins_another(q, from, 0)) return false;
	if (bs_unit_text(q, from, "who") || bs_unit_text(q, from, "which") ||
	    bs_unit_text(q, from, "whose") || bs_unit_text(q, from, "a") ||
	    bs_unit_text(q, from, "an") || has_own_cue(q, from))
		return false;
	if (bs_unit_text(q, from, "but") || bs_unit_text(q, from, "although")) return false;
	return !bs_unit_ends(q, from, "ing") || bs_unit_text(q, from, "including");
}
