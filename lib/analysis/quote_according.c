#include "analysis/quote_clause.h"

/* What was said is told by a phrase: "according to S", "as first reported by S". */

/* C1, according to S, C2: the unit where C2 begins, behind the S that ends at `end`; `end` for none.
 * It has the verb, or C1 has none. */
static uint32_t find_rest(const struct bs_quoting *q, uint32_t begin, uint32_t unit, uint32_t end)
{
	if (!bs_unit_mark(q, end, ',') || !bs_unit_mark(q, unit - 1, ',')) return end;
	uint32_t rest = bs_skip_apposition(q, end);
	if (rest >= q->unit_count) return end;
	bool verb = bs_unit_in(q, rest, BS_LIST_AUXILIARY);
	return verb || bs_is_open(q, begin, unit) ? rest : end;
}

/* "When she fell she called C1 a shame, according to S.": at the end of a sentence that is mostly no
 * speech of others, all of it is what S tells.  But "C1, she said, according to S" is hers, and so is
 * "She said C1, according to S". */
static bool holds_whole(const struct bs_quoting *q, uint32_t unit, uint32_t end)
{
	if (q->marked || q->solid == 0 || q->frame_found == q->found_count ||
	    !bs_unit_mark(q, unit - 1, ',') || !(end >= q->unit_count || bs_is_stop(q, end)))
		return false;
	size_t said = 0;
	for (size_t i = q->frame_found; i < q->found_count; i++) {
		const struct bs_found *f = &q->found[i];
		if (f->cue == BS_NONE || f->cue >= f->pieces[0].start) return false;
		said += f->pieces[0].end - f->pieces[0].start;
	}
	return said * 2 < q->units[unit].token - q->frame.first;
}

/* According to S, C.   C, according to S.   C1, according to S, C2.   The cue begins at a unit and
 * has a head, S begins at `from`. */
static void take_according(struct bs_quoting *q, uint32_t unit, uint32_t from, uint32_t head)
{
	struct bs_cue c = {
		.head = head, .first = unit, .start = unit, .end = unit + 1, .limit = BS_NONE};
	uint32_t end;
	c.source = bs_find_phrase(q, from, false, &end);
	if (bs_nobody(&c.source)) return;
	uint32_t begin = holds_whole(q, unit, end) ? 0 : q->solid;
	while (begin < unit && (bs_unit_text(q, begin, "and") || bs_unit_text(q, begin, "but") ||
				bs_unit_mark(q, begin, ',')))
		begin++;
	if (q->solid > 0 && begin >= unit) return; /* "..., she said, according to" is hers */
	bool reported = head > unit;
	if (reported && q->solid > 0) return;
	if (begin >= unit || (unit - begin < 2 && !bs_unit_marked(q, begin))) {
		end = bs_skip_apposition(q, reported ? bs_skip_to_comma(q, end) : end);
		uint32_t to = bs_clause_end(q, end, &c);
		if (reported && bs_holds_marks(q, end, to)) return; /* somebody said these */
		bs_take(q, &c, end, to, 0, 0);
		bs_settle(q, to);
	} else {
		uint32_t rest = find_rest(q, begin, unit, end), to = rest;
		if (rest > end) to = bs_clause_end(q, rest, &c);
		bs_drop_objects(q);
		bs_take(q, &c, begin, unit, rest, to);
		bs_settle(q, to > end ? to : end);
	}
	q->subject = c.source;
	q->subject_known = true;
}

/* "As [first] reported by": the unit after it, or BS_NONE. */
static uint32_t skip_reported_by(const struct bs_quoting *q, uint32_t as)
{
	static const char *const words[] = {"reported", "noted",     "pointed",  "explained",
					    "stated",   "described", "observed", "argued"};
	uint32_t i = as + 1;
	if (!bs_unit_text(q, as, "as") || bs_unit_marked(q, i)) return BS_NONE;
	if (bs_unit_text(q, i, "first") || bs_unit_in(q, i, BS_LIST_ADVERB)) i++;
	if (!bs_unit_any(q, i, words, sizeof words / sizeof *words)) return BS_NONE;
	i++;
	if (bs_unit_text(q, i, "out")) i++;
	return bs_unit_text(q, i, "by") ? i + 1 : BS_NONE;
}

void bs_try_according(struct bs_quoting *q, uint32_t unit)
{
	if (bs_unit_text(q, unit, "according") && bs_unit_text(q, unit + 1, "to"))
		take_according(q, unit, unit + 2, unit);
	else if (bs_unit_text(q, unit, "as")) {
		uint32_t from = skip_reported_by(q, unit);
		if (from != BS_NONE) take_according(q, unit, from, from - 2);
	}
}
