#include "analysis/quote_phrase.h"

/* S said [on Monday] C, told [the paper] C: what tells when, where and to whom it was said, and how
 * far does it reach? */

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
