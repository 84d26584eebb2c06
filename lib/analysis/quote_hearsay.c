#include "analysis/quote_phrase.h"

/* What is told as said, though nobody is known to have: "It is understood that C", "C, it emerged",
 * "C1, it was claimed, C2". */

enum { LONGEST_CLAUSE_HEAD = 12 }; /* units from a clause's subject to its verb */

/* "It [was reported], [has been widely reported], [emerged]": the unit of the verb, or BS_NONE. */
static uint32_t find_verb(const struct bs_quoting *q, uint32_t it)
{
	static const char *const said[] = {"understood", "reported", "announced", "claimed",
					   "alleged",    "revealed", "said",      "confirmed",
					   "suggested",  "argued",   "estimated", "believed",
					   "thought",    "rumoured", "rumored",   "disclosed"};
	static const char *const came[] = {"emerged", "emerges", "transpired", "transpires"};
	uint32_t i = it + 1;
	bool be = bs_unit_text(q, it, "it's") || bs_unit_text(q, it, "it’s");
	if (!be && !bs_unit_text(q, it, "it")) return BS_NONE;
	if (!be && (bs_unit_text(q, i, "is") || bs_unit_text(q, i, "was"))) {
		be = true;
		i++;
	} else if (bs_unit_text(q, i, "has") || bs_unit_text(q, i, "had")) {
		i++;
	}
	for (; i < q->unit_count; i++) {
		if (bs_unit_text(q, i, "been"))
			be = true;
		else if (!bs_is_adverb(q, i) || bs_unit_text(q, i, "not"))
			break;
	}
	if (bs_unit_any(q, i, came, sizeof came / sizeof *came)) return i;
	return be && bs_unit_any(q, i, said, sizeof said / sizeof *said) ? i : BS_NONE;
}

/* C, it emerged, [as the row went on]: does nothing follow that was said? */
static bool ends_telling(const struct bs_quoting *q, uint32_t rest)
{
	static const char *const words[] = {"as", "after", "amid", "despite", "because", "while"};
	return rest >= q->unit_count || bs_is_stop(q, rest) ||
	       bs_unit_any(q, rest, words, sizeof words / sizeof *words);
}

/* "It emerged [the mill was shut]": a clause without "that". */
static bool is_clause(const struct bs_quoting *q, uint32_t from)
{
	if (!bs_is_clause_opening(q, from) || bs_unit_marked(q, from) || ends_telling(q, from))
		return false;
	for (uint32_t i = from + 1; i < q->unit_count && i < from + LONGEST_CLAUSE_HEAD; i++) {
		if (!bs_unit_word(q, i)) return false;
		if (q->units[i].mention == BS_NONE && (bs_is_verbal(q, i) || bs_is_finite(q, i)))
			return true;
	}
	return false;
}

/* "After it emerged that C, [she left]" */
static bool is_introduced(const struct bs_quoting *q, uint32_t it)
{
	static const char *const words[] = {"after", "when", "once", "since", "although", "while"};
	return it > 0 && it - 1 <= q->solid + 1 &&
	       bs_unit_any(q, it - 1, words, sizeof words / sizeof *words);
}

/* C, it emerged.  C1, it emerged, C2. */
static bool take_before(struct bs_quoting *q, struct bs_cue *c, uint32_t rest)
{
	uint32_t begin = q->solid, it = c->start, to = rest, from = rest;
	if (it < begin + 2 || !bs_is_comma(q, it - 1) || !ends_telling(q, rest)) return false;
	while (begin + 1 < it && bs_is_conjunction(q, begin)) begin++;
	bool goes_on = bs_unit_mark(q, rest, ',') && bs_unit_in(q, rest + 1, BS_LIST_AUXILIARY);
	if (goes_on) to = bs_clause_end(q, from = rest + 1, c);
	if (!goes_on && (it - 1 - begin < 3 || bs_is_introduction(q, begin, it - 1))) return false;
	bs_drop_objects(q);
	bs_take(q, c, begin, it - 1, from, to);
	bs_settle(q, to);
	return true;
}

bool bs_try_hearsay(struct bs_quoting *q, uint32_t it)
{
	uint32_t verb = find_verb(q, it);
	if (verb == BS_NONE) return false;
	struct bs_cue c = {
		.head = verb, .first = it + 1, .start = it, .end = verb + 1, .limit = BS_NONE};
	if (c.first > verb) c.first = verb;
	uint32_t from = bs_read_maker(q, &c, c.end);
	if (from == BS_NONE) return false;
	if (take_before(q, &c, from)) return true;
	if (!bs_unit_text(q, from, "that") && !is_clause(q, from)) return false;
	if (is_introduced(q, it)) c.limit = bs_find_main_clause(q, from);
	uint32_t to = bs_content_end(q, from, &c);
	if (bs_nobody(&c.source) && bs_holds_cue(q, from, to)) return false;
	bs_take(q, &c, from, to, 0, 0);
	q->taken = to;
	return true;
}
