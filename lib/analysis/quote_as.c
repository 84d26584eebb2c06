#include "analysis/quote_phrase.h"

/* As S said, C.   C, as S said.   Which words did S say, where only "as" joins him to them? */

enum { LONGEST_NAME = 8 }; /* units of "as the local paper Selby News" */

/* Does nothing stand before "as" but "Yet," or "If,"? */
static bool opens_frame(const struct bs_quoting *q, uint32_t as)
{
	static const char *const words[] = {"but", "and", "yet", "so", "if", "still", "however"};
	if (as == 0) return true;
	uint32_t before = as - (as > 1 && bs_unit_mark(q, as - 1, ',') ? 2 : 1);
	return bs_unit_any(q, before, words, sizeof words / sizeof *words) &&
	       (before == 0 || before + 1 == as);
}

/* "As the local paper Selby News said": the unit of "as" near the head of the frame; else `unit`. */
static uint32_t find_as(const struct bs_quoting *q, uint32_t unit)
{
	uint32_t as = bs_unit_text(q, 0, "as") ? 0 : 1;
	if (as >= unit || unit - as > LONGEST_NAME || !bs_unit_text(q, as, "as") ||
	    !opens_frame(q, as))
		return unit;
	for (uint32_t i = as; i < unit; i++)
		if (!bs_unit_word(q, i) || bs_is_verbal(q, i)) return unit;
	return as;
}

/* "As S wrote [just a year earlier],", "[in an op-ed Thursday],": the unit of the comma, or `from`. */
static uint32_t skip_time_to_comma(const struct bs_quoting *q, uint32_t from)
{
	static const char *const ends[] = {"earlier", "ago", "later"};
	uint32_t i = from;
	while (i < q->unit_count && i < from + BS_LONGEST_ADJUNCT && !bs_unit_mark(q, i, ',')) {
		if (bs_unit_marked(q, i) || bs_is_verbal(q, i) || bs_is_relative(q, i)) return from;
		i++;
	}
	if (i == from || !bs_unit_mark(q, i, ',')) return from;
	return bs_unit_any(q, i - 1, ends, sizeof ends / sizeof *ends) ||
			       bs_unit_in(q, i - 1, BS_LIST_TIME_UNIT) ||
			       bs_unit_in(q, i - 1, BS_LIST_DAY_ADVERB)
		       ? i
		       : from;
}

bool bs_try_as(struct bs_quoting *q, struct bs_cue *c)
{
	if (c->borrowed || bs_nobody(&c->source) || c->start <= q->solid || c->start == 0)
		return false;
	uint32_t as = find_as(q, c->start - 1);
	uint32_t rest = c->end;
	bool particle = rest > c->head + 1; /* "as she pointed out" */
	if ((bs_unit_text(q, c->head, "put") || bs_unit_text(q, c->head, "puts")) &&
	    bs_unit_text(q, rest, "it"))
		particle = true, rest++;
	if (!bs_unit_text(q, as, "as") || !(particle || bs_unit_in(q, c->head, BS_LIST_CUE_SAY) ||
					    bs_unit_in(q, c->head, BS_LIST_CUE_FIND)))
		return false;
	if (bs_unit_in(q, c->head, BS_LIST_CUE_TELL)) rest = bs_skip_listener(q, rest);
	rest = skip_time_to_comma(q, bs_skip_to_comma(q, bs_skip_adjuncts(q, rest)));
	if (rest < q->unit_count && !bs_is_stop(q, rest)) return false;
	bool first = opens_frame(q, as) || bs_unit_marked(q, rest + 1);
	if (!first && (!bs_unit_mark(q, as - 1, ',') || as - 1 <= q->solid)) return false;
	if (first && rest + 1 >= q->unit_count) return false;
	uint32_t from = first ? rest + 1 : q->solid;
	c->start = as; /* no "as" before it: what was said is no clause of its own */
	uint32_t to = first ? bs_clause_end(q, from, c) : as - 1;
	bs_drop_objects(q);
	bs_take(q, c, from, to, 0, 0);
	bs_settle(q, first ? to : rest);
	bs_remember(q, c);
	return true;
}
