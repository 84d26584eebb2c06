#include "analysis/quote_phrase.h"

/* S said C, told the paper C, pointed out C: behind its verb, where does what was said begin? */

enum {
	FARTHEST_THAT = 30,   /* units from "said in an interview with ..." to its "that" */
	LONGEST_LISTENER = 12 /* units of "the BBC's Sunday programme" */
};

bool bs_holds_marks(const struct bs_quoting *q, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (bs_unit_marked(q, i)) return true;
	return false;
}

/* After an adjunct of any length: the unit of "that", a colon, or marks behind a comma. */
static uint32_t find_that(const struct bs_quoting *q, uint32_t from)
{
	uint32_t limit =
		from + FARTHEST_THAT < q->unit_count ? from + FARTHEST_THAT : q->unit_count;
	for (uint32_t i = from; i < limit; i++) {
		if (bs_unit_text(q, i, "that") || bs_unit_text(q, i, "whether") ||
		    bs_unit_mark(q, i, ':'))
			return i;
		if (bs_unit_mark(q, i, ',') && bs_unit_marked(q, i + 1)) return i;
		if (bs_unit_mark(q, i, ';') || bs_unit_in(q, i, BS_LIST_AUXILIARY)) break;
		if (bs_cue_form(q, i) == BS_PAST && q->units[i].mention == BS_NONE) break;
		if (bs_unit_in(q, i, BS_LIST_SPEAKER_PRONOUN) &&
		    !bs_unit_in(q, i, BS_LIST_DETERMINER) && !bs_unit_text(q, i, "you"))
			break;
	}
	return BS_NONE;
}

static uint32_t after_that(const struct bs_quoting *q, uint32_t unit)
{
	unit++;
	if (bs_unit_mark(q, unit, ',')) unit++;
	return unit;
}

/* "said, without proof, that": the unit behind the second comma; "says, rain or
 * shine, he will": that behind the first. */
uint32_t bs_behind_aside(const struct bs_quoting *q, uint32_t comma)
{
	uint32_t limit = comma + 14 < q->unit_count ? comma + 14 : q->unit_count;
	for (uint32_t i = comma + 1; i + 1 < limit; i++) {
		if (bs_unit_marked(q, i)) return BS_NONE;
		if (!bs_unit_mark(q, i, ',')) continue;
		if (bs_unit_text(q, i + 1, "that") || bs_unit_marked(q, i + 1)) return i + 1;
		uint32_t m = q->units[i + 1].mention;
		if (m != BS_NONE && q->article->mentions[m].kind == BS_PRONOUN) return comma + 1;
		return BS_NONE;
	}
	return BS_NONE;
}

/* What is said as a clause or in marks, right behind the verb or its adjuncts. */
static uint32_t clause_start(const struct bs_quoting *q, uint32_t i, bool find)
{
	uint32_t plain = bs_skip_adjuncts(q, i);
	if (bs_unit_text(q, plain, "that")) return plain;
	if (bs_unit_mark(q, plain, ':')) return after_that(q, plain);
	if (bs_unit_mark(q, plain, ',') &&
	    (bs_unit_marked(q, plain + 1) || bs_unit_text(q, plain + 1, "that")))
		return plain + 1;
	if (bs_unit_mark(q, plain, ';') && bs_unit_marked(q, plain + 1)) return plain + 1;
	if (bs_unit_marked(q, plain) && (plain == i || bs_unit_mark(q, plain - 1, ',')))
		return plain;
	if (bs_unit_mark(q, plain, ',')) return bs_behind_aside(q, plain);
	bool count = !find && bs_is_count(q, i);
	if ((bs_unit_in(q, i, BS_LIST_PREPOSITION) && !count) ||
	    bs_unit_in(q, i, BS_LIST_DAY_ADVERB) || plain > i) {
		uint32_t that = find_that(q, plain);
		if (that != BS_NONE)
			return bs_unit_mark(q, that, ':') || bs_unit_mark(q, that, ',')
				       ? after_that(q, that)
				       : that;
	}
	if (bs_unit_mark(q, plain, '.') || find) return BS_NONE;
	if (plain > i && plain < q->unit_count) return plain;
	if (!bs_is_clause_opening(q, i) && !bs_unit_word(q, i)) return BS_NONE;
	if (bs_unit_in(q, i, BS_LIST_PREPOSITION) && !bs_unit_in(q, i, BS_LIST_SUBORDINATOR) &&
	    !count && !bs_unit_text(q, i, "despite"))
		return BS_NONE;
	return i;
}

bool bs_ends_sentence(const struct bs_quoting *q, uint32_t stretch)
{
	const struct bs_marked *s = &q->stretches[stretch];
	const struct bs_token *t = &q->tokens[s->last - 1];
	if (!s->closed) return true;
	return t->kind == BS_MARK &&
	       (t->value == '.' || t->value == '!' || t->value == '?' || t->value == ',' ||
		t->value == 0x2026 || t->value == '-' || t->value == 0x2014);
}

/* Told [somebody, however long] that: the unit of "that", BS_NONE if a verb or a comma is before. */
static uint32_t find_told_that(const struct bs_quoting *q, uint32_t from)
{
	for (uint32_t i = from; i < q->unit_count && i < from + LONGEST_LISTENER; i++) {
		if (i > from && bs_unit_text(q, i, "that")) return i;
		if (!bs_unit_word(q, i) || bs_is_verbal(q, i) || bs_is_finite(q, i) ||
		    bs_is_relative(q, i) || bs_unit_text(q, i, "to"))
			break;
	}
	return BS_NONE;
}

/* Behind "to": a verb, rather than whom it was told. */
static bool is_infinitive(const struct bs_quoting *q, uint32_t unit)
{
	return bs_unit_word(q, unit) && q->units[unit].mention == BS_NONE &&
	       !bs_unit_capital(q, unit) && !bs_unit_in(q, unit, BS_LIST_DETERMINER) &&
	       !bs_unit_in(q, unit, BS_LIST_SPEAKER_NOUN);
}

/* Behind "told the paper": a clause, an infinitive, or what it was about. */
static uint32_t told_start(const struct bs_quoting *q, struct bs_cue *c, uint32_t i)
{
	uint32_t next = bs_skip_listener(q, i);
	/* "warned [the mayor to stop what he did]", whatever "that" it holds */
	bool to = next > i && bs_unit_text(q, next, "to") && is_infinitive(q, next + 1);
	uint32_t from = to ? BS_NONE : clause_start(q, next, true);
	if (from == BS_NONE && next > i && !to) from = find_told_that(q, next);
	if (from != BS_NONE) return from;
	if (next == i) return BS_NONE;
	if (bs_unit_text(q, next, "to") ||
	    (bs_unit_text(q, next, "not") && bs_unit_text(q, next + 1, "to"))) {
		c->object = true;
		return i; /* "asked [the council to wait]" */
	}
	if (bs_unit_text(q, next, "about") || bs_unit_text(q, next, "of") ||
	    bs_unit_text(q, next, "against")) {
		c->object = true;
		return next + 1;
	}
	if (bs_unit_in(q, c->head, BS_LIST_CUE_SAY) && bs_is_clause_opening(q, next)) return next;
	return BS_NONE;
}

/* Behind "pointed out" a clause, behind "hit back" what it was at. */
static uint32_t particle_start(const struct bs_quoting *q, struct bs_cue *c, uint32_t i)
{
	uint32_t from = clause_start(q, i, true);
	if (from != BS_NONE) return from;
	c->object = bs_unit_text(q, i, "at") || bs_unit_text(q, i, "against");
	return c->object ? i + 1 : BS_NONE;
}

/* "Wrote [a letter]", "posted [a picture]", "added [red lamps]": a thing, in whose phrase no verb is. */
static bool is_thing(const struct bs_quoting *q, const struct bs_cue *c, uint32_t from)
{
	static const char *const write[] = {"write",   "writes", "wrote",  "written",
					    "writing", "post",   "posts",  "posted",
					    "posting", "tweet",  "tweets", "tweeted"};
	static const char *const add[] = {"add",   "adds",   "added",   "adding",
					  "boast", "boasts", "boasted", "boasting"};
	bool written = bs_unit_any(q, c->head, write, sizeof write / sizeof *write);
	if (!written && !bs_unit_any(q, c->head, add, sizeof add / sizeof *add)) return false;
	if (!bs_unit_word(q, from) || bs_unit_text(q, from, "of") ||
	    (written && !bs_unit_in(q, from, BS_LIST_DETERMINER)))
		return false;
	for (uint32_t i = from; i < q->unit_count && !bs_is_comma(q, i); i++) {
		if (bs_unit_text(q, i, "that") && (i == from || !written)) return false;
		if (i > from && (bs_is_relative(q, i) || bs_unit_in(q, i, BS_LIST_SUBORDINATOR)))
			return true;
		if (bs_unit_marked(q, i) || bs_unit_mark(q, i, ':')) return false;
		if (bs_is_verbal(q, i) || bs_is_finite(q, i)) return false;
	}
	return true;
}

/* "Called [Bob Cole]": one who is rung up, and nothing that he is called. */
static bool is_call(const struct bs_quoting *q, const struct bs_cue *c, uint32_t i)
{
	static const char *const call[] = {"call", "calls", "called", "calling"};
	if (!bs_unit_any(q, c->head, call, sizeof call / sizeof *call) || !bs_is_person(q, i))
		return false;
	i = bs_mention_end(q, i, q->unit_count) + 1;
	return i >= q->unit_count || bs_is_stop(q, i);
}

/* Spoke [at length] about, said [again], talked [freely] of. */
static uint32_t skip_manner(const struct bs_quoting *q, uint32_t i)
{
	if (bs_unit_text(q, i, "at") && bs_unit_text(q, i + 1, "length")) return i + 2;
	while (!bs_unit_mark(q, i + 1, '-') &&
	       ((bs_unit_in(q, i, BS_LIST_ADVERB) && !bs_unit_in(q, i, BS_LIST_DAY_ADVERB)) ||
		(bs_unit_ends(q, i, "ly") && bs_unit_in(q, i + 1, BS_LIST_PREPOSITION))))
		i++;
	return i;
}

uint32_t bs_content_start(const struct bs_quoting *q, struct bs_cue *c)
{
	uint32_t i = skip_manner(q, c->end), from;
	if (i >= q->unit_count) return BS_NONE;
	if (c->end > c->head + 1) return particle_start(q, c, i);
	const struct bs_unit *head = &q->units[c->head];
	if (bs_unit_is(head, BS_LIST_CUE_TELL) && !bs_unit_text(q, i, "that") &&
	    !bs_unit_marked(q, i)) {
		from = told_start(q, c, i);
		if (from != BS_NONE || bs_unit_text(q, c->head, "told")) return from;
	}
	from = bs_object_start(q, c, i);
	if (from != BS_NONE) return from;
	bool takes_object = bs_unit_is(head, BS_LIST_CUE_OBJECT);
	if (is_thing(q, c, i) || is_call(q, c, i)) return BS_NONE;
	if (bs_unit_is(head, BS_LIST_CUE_SAY)) {
		from = clause_start(q, i, false);
		bool clause = from != BS_NONE && bs_unit_text(q, from, "that");
		c->object = takes_object && !clause && !bs_unit_marked(q, i);
		return from;
	}
	if (bs_unit_is(head, BS_LIST_CUE_FIND)) {
		from = clause_start(q, i, true);
		if (from != BS_NONE) return from;
	}
	if (takes_object && (bs_is_clause_opening(q, i) || bs_unit_word(q, i)) &&
	    !bs_unit_in(q, i, BS_LIST_PREPOSITION)) {
		c->object = true;
		return i;
	}
	if (bs_unit_is(head, BS_LIST_CUE_QUOTE)) {
		from = clause_start(q, i, true);
		if (from != BS_NONE && bs_unit_marked(q, from) &&
		    (bs_unit_mark(q, from - 1, ',') || bs_unit_mark(q, from - 1, ':') ||
		     bs_ends_sentence(q, q->units[from].stretch)))
			return from;
	}
	return BS_NONE;
}
