#include "analysis/quote_phrase.h"

/* S criticised C, vowed to C, called for C.  Where what was said is no clause but an object or an
 * infinitive, the narrator goes on sooner. */

enum {
	LONGEST_CLAUSE_HEAD = 12, /* units from a clause's subject to its verb */
	LONGEST_OCCASION = 6,     /* units of "in a recent interview" */
	LONGEST_OBJECT = 24       /* units before it */
};

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
