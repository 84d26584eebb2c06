#include "analysis/quote_phrase.h"

/* What was said is a clause about what stands before: "the road, which S said was closed". */

enum { LONGEST_SUBJECT = 8 }; /* units of "which the leader of the council" */

/* "Which", with nothing but a subject between it and the verb; BS_NONE for none. */
static uint32_t find_relative(const struct bs_quoting *q, const struct bs_cue *c)
{
	static const char *const words[] = {"which", "who", "whom"};
	for (uint32_t i = c->first; i-- > q->solid && c->first - i <= LONGEST_SUBJECT;) {
		if (bs_unit_any(q, i, words, sizeof words / sizeof *words)) return i;
		if (!bs_unit_word(q, i) || bs_is_verbal(q, i) || bs_is_finite(q, i)) break;
	}
	return BS_NONE;
}

/* "The road, which S said was closed, [is open]": the comma that the narrator goes on behind. */
static uint32_t find_limit(const struct bs_quoting *q, uint32_t from)
{
	for (uint32_t i = from + 1; i + 1 < q->unit_count; i++)
		if (bs_is_comma(q, i) && (bs_is_verbal(q, i + 1) || bs_is_finite(q, i + 1)))
			return i;
	return BS_NONE;
}

bool bs_try_which(struct bs_quoting *q, struct bs_cue *c)
{
	if (!bs_finite(c) || !bs_unit_in(q, c->head, BS_LIST_CUE_SAY)) return false;
	uint32_t which = find_relative(q, c), from = c->end;
	if (which == BS_NONE || which + 1 >= c->first || which == 0 ||
	    bs_unit_in(q, which - 1, BS_LIST_PREPOSITION))
		return false;
	if (!bs_unit_text(q, which, "which") && q->units[which + 1].mention == BS_NONE &&
	    !bs_unit_in(q, which + 1, BS_LIST_DETERMINER))
		return false;
	if (bs_unit_text(q, from, "that") || bs_unit_in(q, from, BS_LIST_PREPOSITION) ||
	    !bs_unit_word(q, from))
		return false;
	struct bs_source source = bs_read_phrase(q, which + 1, c->first);
	if (bs_nobody(&source)) return false;
	c->source = source;
	c->start = which + 1;
	c->limit = find_limit(q, from);
	uint32_t to = bs_clause_end(q, from, c);
	bs_take(q, c, which, which + 1, from, to);
	bs_settle(q, to);
	return true;
}
