#include "analysis/quote_phrase.h"

/* S criticised C, vowed to C, called for C: where does what was said begin and end, if it is no clause
 * but an object or an infinitive?  The narrator goes on sooner than behind a clause. */

enum {
	LONGEST_FEELING = 6,      /* units of "no great doubt that" */
	LONGEST_CLAUSE_HEAD = 12, /* units from a clause's subject to its verb */
	LONGEST_OCCASION = 6,     /* units of "in a recent interview" */
	LONGEST_OBJECT = 24       /* units before it */
};

static bool is_speaking(const struct bs_quoting *q, uint32_t verb)
{
	static const char *const speak[] = {"speak", "speaks", "spoke",  "spoken", "speaking",
					    "talk",  "talks",  "talked", "talking"};
	return bs_unit_any(q, verb, speak, sizeof speak / sizeof *speak);
}

/* "Called [for] a vote", "spoke [to the Post about] a vote".  "Spoke to" and "spoke on" tell of no
 * words. */
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

uint32_t bs_object_start(const struct bs_quoting *q, struct bs_cue *c, uint32_t i)
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

/* A verb that needs no other, and the participles that look like it. */
static bool is_verb(const struct bs_quoting *q, uint32_t unit)
{
	return q->units[unit].mention == BS_NONE &&
	       (bs_is_verbal(q, unit) || bs_is_finite(q, unit));
}

/* "[a plan], and [the council has agreed]": a verb before the next comma, which is not that of a
 * clause within. */
static bool holds_verb(const struct bs_quoting *q, uint32_t from)
{
	for (uint32_t i = from; i < q->unit_count && i < from + LONGEST_CLAUSE_HEAD; i++) {
		if (bs_unit_mark(q, i, ',') || bs_unit_marked(q, i) || bs_is_relative(q, i) ||
		    bs_unit_in(q, i, BS_LIST_SUBORDINATOR))
			return false;
		if (is_verb(q, i)) return true;
	}
	return false;
}

/* "left", "was", but not "leave" */
static bool is_past(const struct bs_quoting *q, uint32_t unit)
{
	return is_verb(q, unit) && bs_cue_form(q, unit) != BS_BASE &&
	       (bs_is_verbal(q, unit) || !bs_unit_ends(q, unit, "s"));
}

/* Is there a verb in the object that the second, of the same form, may be joined to? */
static bool holds_form(const struct bs_quoting *q, uint32_t from, uint32_t to, bool past)
{
	for (uint32_t i = from; i < to; i++)
		if (past ? is_past(q, i) : bs_is_finite(q, i)) return true;
	return false;
}

/* Behind a comma or a dash: what an object is, besides. */
static bool is_added(const struct bs_quoting *q, uint32_t k)
{
	static const char *const words[] = {"who", "which", "whose",  "whom",     "a",
					    "an",  "even",  "though", "although", "despite"};
	if (bs_unit_text(q, k, "and") || bs_unit_text(q, k, "the")) return holds_verb(q, k + 1);
	return bs_unit_any(q, k, words, sizeof words / sizeof *words);
}

/* "[called it a shame] and left": a second verb of the speaker's. */
static bool joins_verb(const struct bs_quoting *q, uint32_t from, uint32_t i)
{
	if (!bs_unit_text(q, i, "and")) return false;
	uint32_t verb = bs_skip_adverbs(q, i + 1);
	if (verb >= q->unit_count) return false;
	bool cue = q->units[verb].lists & bs_cue_lists;
	/* "[asked them to wait] and [hope]" goes on with what was said. */
	if (bs_unit_ends(q, verb, "ed") || bs_unit_text(q, verb, "was"))
		return cue || !holds_form(q, from, i, true);
	return bs_is_finite(q, verb) && bs_unit_ends(q, verb, "s") &&
	       (cue || !holds_form(q, from, i, false));
}

/* "[praised the plan] on Monday": on which day it was said, and nothing more. */
static bool is_day(const struct bs_quoting *q, uint32_t i)
{
	if (!bs_unit_text(q, i, "on") && !bs_unit_in(q, i, BS_LIST_WEEKDAY)) return false;
	i += bs_unit_text(q, i, "on");
	if (!bs_unit_in(q, i, BS_LIST_WEEKDAY)) return false;
	i += bs_unit_in(q, i + 1, BS_LIST_DAY_PART) ? 2 : 1;
	return i >= q->unit_count || bs_is_stop(q, i);
}

/* "[praised the plan] in a recent interview": on what occasion it was said. */
static bool is_occasion(const struct bs_quoting *q, uint32_t from, uint32_t i)
{
	static const char *const words[] = {"in", "on", "at", "during"};
	bool day = is_day(q, i);
	if (i - from > LONGEST_OBJECT ||
	    (!day && !bs_unit_any(q, i, words, sizeof words / sizeof *words)))
		return false;
	for (uint32_t k = from; k < i; k++)
		if (is_verb(q, k) || bs_unit_text(q, k, "to") || bs_unit_text(q, k, "that"))
			return false;
	if (day) return true;
	uint32_t noun = i + 1;
	while (noun < i + LONGEST_OCCASION && bs_unit_word(q, noun) &&
	       !bs_unit_in(q, noun, BS_LIST_SPEECH_NOUN)) {
		if (bs_unit_in(q, noun, BS_LIST_PREPOSITION) || bs_is_conjunction(q, noun))
			return false;
		noun++;
	}
	if (!bs_unit_in(q, noun, BS_LIST_SPEECH_NOUN)) return false;
	/* "the people [in the meeting]" are those who met. */
	if (noun == i + 2 && bs_unit_text(q, i + 1, "the")) return false;
	return !bs_unit_text(q, noun + 1, "as") && !bs_unit_text(q, noun + 1, "to") &&
	       !bs_unit_text(q, noun + 1, "that");
}

bool bs_ends_object(const struct bs_quoting *q, uint32_t from, uint32_t i)
{
	static const char *const words[] = {"but", "although", "though"};
	static const char *const behind_comma[] = {"he", "she", "they",   "when",     "as",
						   "it", "so",  "saying", "following"};
	bool comma = bs_unit_mark(q, i, ',') || bs_unit_dash(q, i);
	uint32_t k = comma ? i + 1 : i;
	if (k >= q->unit_count) return false;
	if (bs_unit_mark(q, i, ':') && bs_unit_marked(q, i + 1)) return true;
	if (bs_unit_any(q, k, words, sizeof words / sizeof *words) || joins_verb(q, from, k))
		return true;
	if (bs_unit_text(q, k, "while")) return !bs_unit_ends(q, k + 1, "ing");
	if (bs_unit_text(q, k, "after") || (comma && bs_unit_text(q, k, "because"))) return true;
	if (!comma && bs_unit_text(q, i, "by") && bs_unit_ends(q, i + 1, "ing") &&
	    q->units[i + 1].lists & bs_cue_lists)
		return true;
	if (!comma) return is_occasion(q, from, i);
	return bs_unit_any(q, k, behind_comma, sizeof behind_comma / sizeof *behind_comma) ||
	       is_added(q, k) ||
	       (bs_unit_ends(q, k, "ing") && !bs_unit_in(q, k, BS_LIST_PREPOSITION)) ||
	       bs_is_main_clause(q, k);
}
