#include "analysis/quote_phrase.h"

/* S said C, but the narrator goes on.  Behind a comma in a clause that was said, his words are told
 * by their tense, as what was said is set back behind "said", and by words that report no more. */

enum {
	FARTHEST_VERB = 12, /* units from the comma to the verb that tells */
	LONGEST_SUM = 4,    /* of "a new and expensive plan" */
	LONGEST_MAIN = 8    /* units of "the head of the school said" */
};

enum tense { NO_TENSE, PRESENT, PAST, OPEN }; /* OPEN: "could", which goes with either */

static enum tense tense_of_auxiliary(const struct bs_quoting *q, uint32_t unit)
{
	static const char *const present[] = {"is",      "are",     "has",   "have",   "does",
					      "do",      "will",    "isn't", "aren't", "hasn't",
					      "haven't", "doesn't", "don't", "won't"};
	static const char *const past[] = {"was",    "were",    "had",    "did",    "would",
					   "wasn't", "weren't", "hadn't", "didn't", "wouldn't"};
	if (bs_unit_any(q, unit, present, sizeof present / sizeof *present)) return PRESENT;
	if (bs_unit_any(q, unit, past, sizeof past / sizeof *past)) return PAST;
	return OPEN;
}

static enum tense tense_of(const struct bs_quoting *q, uint32_t unit)
{
	if (bs_unit_marked(q, unit)) return NO_TENSE;
	if (bs_unit_in(q, unit, BS_LIST_AUXILIARY)) return tense_of_auxiliary(q, unit);
	if (q->units[unit].mention != BS_NONE) return NO_TENSE;
	int form = bs_cue_form(q, unit);
	if (form == BS_PAST || form == BS_PARTICIPLE || bs_unit_ends(q, unit, "ed")) return PAST;
	if (form == BS_THIRD) return PRESENT;
	if (!bs_is_finite(q, unit)) return NO_TENSE;
	return bs_unit_ends(q, unit, "s") ? PRESENT : OPEN; /* "leave" as well as "left" */
}

/* The unit of the first verb of [from, to) that has a tense; `to` if none has. */
static uint32_t find_verb(const struct bs_quoting *q, uint32_t from, uint32_t to)
{
	while (from < to && tense_of(q, from) == NO_TENSE) from++;
	return from;
}

/* The end of what a comma or marks set off, as far as its verb may be. */
static uint32_t segment_end(const struct bs_quoting *q, uint32_t from)
{
	uint32_t end = from;
	while (end < q->unit_count && end < from + FARTHEST_VERB && !bs_unit_mark(q, end, ',') &&
	       !bs_unit_marked(q, end))
		end++;
	return end;
}

/* "S said it was safe, [but it is old]": was what was said set back, and is this not? */
static bool is_out_of_step(const struct bs_quoting *q, uint32_t from, uint32_t k,
			   const struct bs_cue *c)
{
	if (c->form != BS_PAST || bs_unit_text(q, k + 1, "that")) return false;
	uint32_t said = find_verb(q, from, k);
	if (said == k || tense_of(q, said) != PAST) return false;
	uint32_t end = segment_end(q, k), told = find_verb(q, k, end);
	return told < end && tense_of(q, told) == PRESENT;
}

/* "C, but did not say when": the verb goes with the speaker, whose words had a subject. */
static bool goes_on_with_speaker(const struct bs_quoting *q, uint32_t but, const struct bs_cue *c)
{
	uint32_t verb = bs_skip_adverbs(q, but + 1);
	return bs_finite(c) && (bs_unit_ends(q, verb, "ed") || bs_unit_text(q, verb, "did"));
}

/* "C, which he called a shame" */
static bool is_called(const struct bs_quoting *q, uint32_t which)
{
	uint32_t end = segment_end(q, which), verb = find_verb(q, which, end);
	return verb < end && verb > which + 1 && q->units[verb].lists & bs_cue_lists;
}

/* "C, a plan that", "C, the first time", "C, to which S replied": is it told what C amounts to? */
static bool is_summed_up(const struct bs_quoting *q, uint32_t k)
{
	static const char *const articles[] = {"a", "an", "the"};
	static const char *const nouns[] = {
		"acknowledgment", "admission", "assessment", "decision", "development",
		"figure",         "idea",      "message",    "move",     "notion",
		"number",         "point",     "policy",     "position", "practice",
		"proportion",     "proposal",  "reversal",   "sign",     "stance",
		"step",           "view"};
	if (bs_unit_text(q, k, "to") && bs_unit_text(q, k + 1, "which")) return is_called(q, k + 1);
	if (!bs_unit_any(q, k, articles, sizeof articles / sizeof *articles)) return false;
	if (bs_unit_text(q, k + 1, "first") && bs_unit_text(q, k + 2, "time")) return true;
	for (uint32_t i = k + 1; i <= k + LONGEST_SUM && bs_unit_word(q, i); i++) {
		if (bs_word_value(q->tokens[q->units[i].token].word, BS_LIST_CUE_NOUN) == 's' ||
		    bs_unit_any(q, i, nouns, sizeof nouns / sizeof *nouns))
			return bs_is_relative(q, i + 1) ||
			       bs_unit_in(q, i + 1, BS_LIST_DETERMINER) ||
			       (i + 1 < q->unit_count && q->units[i + 1].mention != BS_NONE);
		if (bs_unit_in(q, i, BS_LIST_PREPOSITION) || bs_is_verbal(q, i) ||
		    bs_is_finite(q, i))
			break;
	}
	return false;
}

bool bs_is_told(const struct bs_quoting *q, uint32_t from, uint32_t k, const struct bs_cue *c)
{
	static const char *const remarks[] = {"drawing",      "prompting",    "sparking",
					      "triggering",   "reflecting",   "contrasting",
					      "echoing",      "underscoring", "underlining",
					      "highlighting", "alluding",     "referring"};
	static const char *const joins[] = {"but", "and"};
	if (bs_unit_any(q, k, remarks, sizeof remarks / sizeof *remarks) ||
	    bs_unit_text(q, k, "though") || bs_unit_text(q, k, "although") || is_summed_up(q, k))
		return true;
	if (bs_unit_text(q, k, "while"))
		return bs_unit_ends(q, k + 1, "ing") && q->units[k + 1].lists & bs_cue_lists;
	if (bs_unit_any(q, k, joins, sizeof joins / sizeof *joins) && is_out_of_step(q, from, k, c))
		return true;
	return (bs_unit_text(q, k, "but") && goes_on_with_speaker(q, k, c)) ||
	       (bs_unit_text(q, k, "which") && is_called(q, k));
}

bool bs_is_main_clause(const struct bs_quoting *q, uint32_t from)
{
	for (uint32_t i = from; i < q->unit_count && i < from + LONGEST_MAIN; i++) {
		if (bs_unit_marked(q, i) || bs_unit_mark(q, i, ',')) return false;
		int form = bs_word_value(q->tokens[q->units[i].token].word, BS_LIST_CUE_SAY);
		if (i > from && (form == BS_PAST || form == BS_THIRD) &&
		    q->units[i].mention == BS_NONE)
			return true;
	}
	return false;
}

bool bs_is_told_of_marks(const struct bs_quoting *q, uint32_t k)
{
	static const char *const words[] = {"but", "while", "as", "before", "after", "when"};
	return bs_unit_any(q, k, words, sizeof words / sizeof *words) ||
	       (bs_is_clause_opening(q, k) && bs_is_main_clause(q, k));
}
