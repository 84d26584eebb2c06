#include "analysis/quote_phrase.h"

/* S1 said C, S2 added.  S2 tells of it, and his words are no part of C, which is S1's. */

enum { LONGEST_TELLER = 8 }; /* units */

/* Does a day, a place or nothing follow the verb, up to the end? */
static bool ends_behind(const struct bs_quoting *q, uint32_t unit)
{
	uint32_t end = bs_skip_adjuncts(q, unit);
	return end >= q->unit_count || bs_unit_mark(q, end, '.');
}

bool bs_is_outer(const struct bs_quoting *q, uint32_t comma)
{
	uint32_t from = comma + 1;
	if (!bs_unit_mark(q, comma, ',') || !bs_unit_word(q, from)) return false;
	const struct bs_mention *m = bs_mention_of(q, from);
	if (m ? m->kind == BS_PRONOUN : !bs_unit_in(q, from, BS_LIST_DETERMINER)) return false;
	for (uint32_t i = from + 1; i < q->unit_count && i < from + LONGEST_TELLER; i++) {
		if (!bs_unit_word(q, i) || bs_is_relative(q, i) || bs_is_conjunction(q, i))
			return false;
		if (q->units[i].mention != BS_NONE || !bs_unit_in(q, i, BS_LIST_CUE_SAY)) continue;
		int form = bs_cue_form(q, i);
		return (form == BS_PAST || form == BS_THIRD) && ends_behind(q, i + 1);
	}
	return false;
}
