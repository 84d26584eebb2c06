#include "analysis/quote_phrase.h"

enum { LONGEST_FEELING = 6 }; /* units of "no great doubt that" */
enum { FARTHEST_THAT = 30 };  /* units from "said in an interview with ..." to its "that" */

/* "in 2014" */
static bool is_year(const struct bs_quoting *q, uint32_t unit)
{
	if (unit >= q->unit_count || unit == 0 || !bs_unit_text(q, unit - 1, "in")) return false;
	const struct bs_token *t = &q->tokens[q->units[unit].token];
	return t->kind == BS_NUMBER && t->end - t->start == 4;
}

/* "on Monday", "Monday", "on 3 May", "in 2014": the unit after it, or `from`. */
static uint32_t skip_day(const struct bs_quoting *q, uint32_t from)
{
	uint32_t i = from;
	static const char *const leads[] = {"on", "late", "early", "last", "this", "earlier"};
	for (int k = 0; k < 2 && bs_unit_any(q, i, leads, sizeof leads / sizeof *leads); k++) i++;
	if (bs_unit_text(q, i, "in")) i++;
	bool day = bs_unit_in(q, i, BS_LIST_DAY_ADVERB) || bs_unit_in(q, i, BS_LIST_MONTH);
	if (!day && i > from &&
	    (bs_unit_text(q, i, "week") || bs_unit_text(q, i, "month") ||
	     bs_unit_text(q, i, "year")))
		day = true;
	if (!day && i + 1 < q->unit_count && q->tokens[q->units[i].token].kind == BS_NUMBER &&
	    bs_unit_in(q, i + 1, BS_LIST_MONTH))
		day = true, i++;
	if (!day && !is_year(q, i)) return from;
	i++;
	while (bs_unit_text(q, i, "morning") || bs_unit_text(q, i, "afternoon") ||
	       bs_unit_text(q, i, "evening") || bs_unit_text(q, i, "night") ||
	       (i < q->unit_count && q->tokens[q->units[i].token].kind == BS_NUMBER &&
		q->units[i].stretch == BS_NONE && bs_unit_in(q, i - 1, BS_LIST_MONTH)))
		i++;
	return i;
}

/* "in a statement", "on Twitter", "during an interview with the BBC". */
static uint32_t skip_occasion(const struct bs_quoting *q, uint32_t from)
{
	if (!bs_unit_in(q, from, BS_LIST_PREPOSITION)) return from;
	uint32_t limit = from + 8 < q->unit_count ? from + 8 : q->unit_count;
	for (uint32_t i = from + 1; i < limit && bs_unit_word(q, i); i++) {
		if (bs_unit_in(q, i, BS_LIST_SPEECH_NOUN)) {
			uint32_t end = i + 1;
			while (bs_unit_in(q, end, BS_LIST_SPEECH_NOUN)) end++;
			return end;
		}
		if (bs_unit_in(q, i, BS_LIST_AUXILIARY) ||
		    bs_unit_in(q, i, BS_LIST_SPEAKER_PRONOUN))
			break;
	}
	return from;
}

/* "of him", "to reporters", "with Fox News": a preposition and a short name. */
static uint32_t skip_to_somebody(const struct bs_quoting *q, uint32_t from)
{
	static const char *const words[] = {"to", "of", "with", "at", "on", "in"};
	if (from + 1 >= q->unit_count || !bs_unit_any(q, from, words, sizeof words / sizeof *words))
		return from;
	uint32_t i = from + 1;
	uint32_t mention = q->units[i].mention;
	if (mention != BS_NONE) {
		while (i < q->unit_count && q->units[i].mention == mention) i++;
		return i;
	}
	if (bs_unit_text(q, i, "reporters") || bs_unit_text(q, i, "journalists") ||
	    bs_unit_text(q, i, "him") || bs_unit_text(q, i, "her") || bs_unit_text(q, i, "them"))
		return i + 1;
	return from;
}

uint32_t bs_skip_adjuncts(const struct bs_quoting *q, uint32_t from)
{
	uint32_t i = from;
	for (;;) {
		uint32_t next = skip_day(q, i);
		if (next == i) next = skip_occasion(q, i);
		if (next == i) next = skip_to_somebody(q, i);
		if (next == i && (bs_unit_in(q, i, BS_LIST_ADVERB) || bs_unit_ends(q, i, "ly")) &&
		    !bs_unit_mark(q, i + 1, '-'))
			next = i + 1;
		if (next == i) return i;
		i = next;
	}
}

/* "As she put it [in a column for the paper],": the unit of the comma. */
uint32_t bs_skip_to_comma(const struct bs_quoting *q, uint32_t from)
{
	if (!bs_unit_in(q, from, BS_LIST_PREPOSITION)) return from;
	for (uint32_t i = from + 1; i < q->unit_count && i < from + BS_LONGEST_ADJUNCT; i++) {
		if (bs_unit_mark(q, i, ',')) return i;
		if (!bs_unit_word(q, i) || bs_is_verbal(q, i) ||
		    bs_unit_in(q, i, BS_LIST_SUBORDINATOR))
			break;
	}
	return from;
}

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

/* "Told [her] fans", not "told [her] that": those who can be spoken to follow. */
static bool is_owner(const struct bs_quoting *q, uint32_t unit)
{
	return bs_unit_text(q, unit, "her") && bs_unit_in(q, unit + 1, BS_LIST_SPEAKER_NOUN) &&
	       !bs_unit_capital(q, unit + 1);
}

/* The one spoken to: told [the BBC] that.  The unit after it. */
uint32_t bs_skip_listener(const struct bs_quoting *q, uint32_t from)
{
	static const char *const pronouns[] = {"him", "her", "them", "us", "me", "it", "you"};
	uint32_t i = from;
	if (bs_unit_any(q, i, pronouns, sizeof pronouns / sizeof *pronouns) && !is_owner(q, i))
		return i + 1;
	if (bs_is_count(q, i)) i++;
	while (bs_unit_in(q, i, BS_LIST_DETERMINER) && !bs_unit_text(q, i, "that")) i++;
	uint32_t begun = i;
	while (i < q->unit_count && bs_unit_word(q, i) && i - from < 12) {
		uint32_t mention = q->units[i].mention;
		if (mention != BS_NONE) {
			/* "Told [her family] she": the one behind them is who it is about. */
			if (i > begun && q->article->mentions[mention].kind == BS_PRONOUN &&
			    bs_unit_in(q, i - 1, BS_LIST_SPEAKER_NOUN))
				break;
			while (i < q->unit_count && q->units[i].mention == mention) i++;
			if (bs_unit_mark(q, i, '\'') || !bs_unit_text(q, i, "and")) break;
			if (i + 1 < q->unit_count && q->units[i + 1].mention == BS_NONE) break;
			i++;
			continue;
		}
		if (bs_unit_in(q, i, BS_LIST_PREPOSITION) ||
		    bs_unit_in(q, i, BS_LIST_SUBORDINATOR) || bs_unit_in(q, i, BS_LIST_AUXILIARY) ||
		    bs_unit_in(q, i, BS_LIST_DAY_ADVERB) || bs_unit_text(q, i, "to"))
			break;
		if (i > begun && (bs_unit_in(q, i, BS_LIST_DETERMINER) ||
				  bs_unit_in(q, i, BS_LIST_SPEAKER_PRONOUN) ||
				  bs_unit_capital(q, i) != bs_unit_capital(q, i - 1)))
			break;
		i++;
	}
	return i;
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

static bool is_speaking(const struct bs_quoting *q, uint32_t verb)
{
	static const char *const speak[] = {"speak", "speaks", "spoke",  "spoken", "speaking",
					    "talk",  "talks",  "talked", "talking"};
	return bs_unit_any(q, verb, speak, sizeof speak / sizeof *speak);
}

/* "called [for] a vote", "spoke [to the Post about] a vote": the unit behind the preposition.  "Spoke
 * to" and "spoke on" tell of no words. */
uint32_t bs_about_start(const struct bs_quoting *q, uint32_t verb, uint32_t i)
{
	if (is_speaking(q, verb) && (bs_unit_text(q, i, "to") || bs_unit_text(q, i, "with"))) {
		uint32_t about = bs_skip_listener(q, i + 1);
		return about > i + 1 && bs_unit_text(q, about, "about") ? about + 1 : BS_NONE;
	}
	if (is_speaking(q, verb) && (bs_unit_text(q, i, "on") || bs_unit_text(q, i, "for")))
		return BS_NONE;
	static const char *const admit[] = {"admit", "admits", "admitted", "admitting"};
	if (bs_unit_any(q, verb, admit, sizeof admit / sizeof *admit) &&
	    !bs_unit_ends(q, i + 1, "ing"))
		return BS_NONE; /* "admitted to hospital" */
	static const char *const words[] = {"for", "on", "about", "to", "of", "against", "out"};
	if (bs_unit_text(q, i + 1, "condition") || bs_unit_text(q, i + 2, "condition"))
		return BS_NONE;
	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (bs_unit_text(q, i, words[k])) return i + 1;
	if (bs_unit_in(q, verb, BS_LIST_CUE_WITH) &&
	    (bs_unit_text(q, i, "with") || bs_unit_text(q, i, "at")))
		return i + 1;
	return BS_NONE;
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

enum { LONGEST_LISTENER = 12 }; /* units of "the BBC's Sunday programme" */

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

/* "Voiced [no doubt] that C", "expressed [regret over] C": the unit where C begins, or BS_NONE. */
static uint32_t feeling_start(const struct bs_quoting *q, struct bs_cue *c, uint32_t i)
{
	static const char *const about[] = {"about", "over", "at"};
	static const char *const verbs[] = {"express", "expresses", "expressed", "expressing",
					    "voice",   "voices",    "voiced",    "voicing",
					    "convey",  "conveys",   "conveyed",  "conveying"};
	if (!bs_unit_any(q, c->head, verbs, sizeof verbs / sizeof *verbs)) return BS_NONE;
	for (uint32_t k = i + 1; k < i + LONGEST_FEELING && bs_unit_word(q, k); k++) {
		if (bs_unit_text(q, k, "that")) return k;
		c->object = bs_unit_any(q, k, about, sizeof about / sizeof *about);
		if (c->object) return k + 1;
	}
	return BS_NONE;
}

/* "Pleaded [guilty to C]", "pleaded [not guilty]": the unit where that begins, or BS_NONE. */
static uint32_t plea_start(const struct bs_quoting *q, const struct bs_cue *c, uint32_t i)
{
	static const char *const plead[] = {"plead", "pleads", "pleaded", "pleading"};
	if (!bs_unit_text(q, i, "guilty") ||
	    !bs_unit_any(q, c->head, plead, sizeof plead / sizeof *plead))
		return BS_NONE;
	return bs_unit_text(q, i - 1, "not") ? i - 1 : i;
}

/* "Shared [how C]", "shared [that C]", but not a picture. */
static bool is_shared(const struct bs_quoting *q, const struct bs_cue *c, uint32_t i)
{
	static const char *const share[] = {"share", "shares", "shared", "sharing"};
	static const char *const words[] = {"how", "why", "that", "whether"};
	return bs_unit_any(q, c->head, share, sizeof share / sizeof *share) &&
	       bs_unit_any(q, i, words, sizeof words / sizeof *words);
}

static uint32_t object_start(const struct bs_quoting *q, struct bs_cue *c, uint32_t i)
{
	const struct bs_unit *head = &q->units[c->head];
	uint32_t from = feeling_start(q, c, i);
	if (from != BS_NONE) return from;
	from = bs_unit_is(head, BS_LIST_CUE_ABOUT) ? bs_about_start(q, c->head, i) : BS_NONE;
	if (from == BS_NONE) from = plea_start(q, c, i);
	c->object = true;
	if (from != BS_NONE) return from;
	if (is_shared(q, c, i)) return i;
	if (bs_unit_is(head, BS_LIST_CUE_INFINITIVE) &&
	    (bs_unit_text(q, i, "to") || bs_unit_text(q, i, "not")))
		return i;
	c->object = false;
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
	from = object_start(q, c, i);
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
