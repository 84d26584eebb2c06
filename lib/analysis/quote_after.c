#include "analysis/quote_phrase.h"

/* S said (that) C, vowed to C, criticised C: is what stands behind the verb what was said? */

enum { LONGEST_PLACE = 6 }; /* units of "at a meeting in Leeds" */

/* "went on to say": an infinitive that tells of speech that did take place. */
static bool goes_on_to(const struct bs_quoting *q, const struct bs_cue *c)
{
	static const char *const words[] = {
		"on",      "continue", "continued", "continues", "speech", "used",
		"chose",   "took",     "seem",      "seems",     "seemed", "appear",
		"appears", "appeared", "began",     "begins",    "quick",  "careful"};
	return c->first > 0 && bs_unit_any(q, c->first - 1, words, sizeof words / sizeof *words);
}

/* "Wrote [on Friday] to say she", "took [to the air] to say that": behind a preposition and a phrase,
 * the infinitive tells what was done, and not what somebody wanted. */
static bool was_done_to(const struct bs_quoting *q, const struct bs_cue *c, uint32_t from)
{
	if (c->form != BS_BASE || !bs_unit_in(q, c->head, BS_LIST_CUE_SAY)) return false;
	const struct bs_mention *m = bs_mention_of(q, from);
	if (!bs_unit_text(q, from, "that") && !(m && m->kind == BS_PRONOUN)) return false;
	uint32_t low = c->first > q->solid + LONGEST_PLACE ? c->first - LONGEST_PLACE : q->solid;
	for (uint32_t i = c->first; i-- > low && bs_unit_word(q, i);) {
		if (q->units[i].mention != BS_NONE) continue;
		if (bs_is_verbal(q, i) || bs_is_finite(q, i)) return false;
		if (bs_unit_in(q, i, BS_LIST_PREPOSITION)) return i + 1 < c->first;
	}
	return false;
}

/* "Referring to the road, S said", "Speaking out: S said": what it is about, and nothing that was said
 * of it. */
static bool is_topic(const struct bs_quoting *q, const struct bs_cue *c, uint32_t from)
{
	if (c->form != BS_ING || c->be || c->first > 0) return false;
	if (bs_unit_mark(q, from - 1, ':')) return !bs_unit_marked(q, from);
	return from == c->end + 1 &&
	       (bs_unit_text(q, c->end, "to") || bs_unit_text(q, c->end, "on") ||
		bs_unit_text(q, c->end, "about"));
}

bool bs_try_after(struct bs_quoting *q, struct bs_cue *c)
{
	uint32_t from = bs_content_start(q, c);
	if (from == BS_NONE || from >= q->unit_count || is_topic(q, c, from)) return false;
	uint32_t to = bs_content_end(q, from, c);
	if (to <= from || (c->infinitive && !goes_on_to(q, c) && !was_done_to(q, c, from) &&
			   !bs_holds_marks(q, from, to)))
		return false;
	bs_take(q, c, from, to, 0, 0);
	bs_remember(q, c);
	if (c->object)
		q->taken = to;
	else
		bs_settle(q, to);
	return true;
}
