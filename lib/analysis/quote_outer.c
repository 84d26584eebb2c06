#include "analysis/quote_phrase.h"

/* S1 said C, S2 added.  All of it is what S2 said, who tells of S1. */

enum { LONGEST_TELLER = 8 }; /* units */

/* Does a day, a place or nothing follow the verb, up to a comma or the end? */
static bool ends_behind(const struct bs_quoting *q, uint32_t unit)
{
	uint32_t end = bs_skip_adjuncts(q, unit);
	return end >= q->unit_count || bs_unit_mark(q, end, '.') || bs_unit_mark(q, end, ',');
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

void bs_try_outer(struct bs_quoting *q, const struct bs_cue *c)
{
	if (c->start == 0 || c->start != q->solid + 1 || q->found_count == q->frame_found ||
	    c->borrowed || !bs_is_outer(q, c->start - 1))
		return;
	for (size_t i = q->frame_found; i < q->found_count; i++) {
		const struct bs_found *f = &q->found[i];
		for (size_t p = 0; p < f->piece_count; p++)
			for (size_t t = f->pieces[p].start; t < f->pieces[p].end; t++)
				if (q->stretch_at[t] != BS_NONE) return; /* his own words */
	}
	q->solid = 0;
	q->solid_found = q->frame_found;
	bs_drop_objects(q);
}
