#include "analysis/quote_phrase.h"

/* What was said is told by a noun and whose it is: "Ann Bell's claim that C", "his call for C",
 * "the promise by Ann Bell to C". */

enum {
	FARTHEST_OWNER = 4, /* units from the noun back to whose it is: "her first public call" */
	LONGEST_OWNER = 12  /* of "the latest claim by Leeds council leader Ann Bell" */
};

static bool is_possessive(const struct bs_quoting *q, uint32_t unit)
{
	static const char *const words[] = {"his", "her", "their", "its", "my", "our"};
	const struct bs_unit *u = &q->units[unit];
	if (u->stretch != BS_NONE) return false;
	if (bs_unit_any(q, unit, words, sizeof words / sizeof *words)) return true;
	if (q->tokens[u->token].flags & BS_POSSESSIVE) return true;
	/* Mr Davies' */
	return unit + 1 < q->unit_count &&
	       (bs_unit_mark(q, unit + 1, '\'') || bs_unit_mark(q, unit + 1, 0x2019)) &&
	       !(q->tokens[q->units[unit + 1].token].flags & BS_SPACE);
}

/* Whose it is that stands before the noun: the name, the phrase or the pronoun. */
static struct bs_source find_owner(const struct bs_quoting *q, uint32_t noun, uint32_t *start)
{
	struct bs_source none = {0};
	uint32_t i = noun;
	while (i > q->solid && noun - i < FARTHEST_OWNER) {
		i--;
		if (bs_unit_marked(q, i) || bs_unit_in(q, i, BS_LIST_PREPOSITION) ||
		    bs_unit_in(q, i, BS_LIST_AUXILIARY) || bs_is_comma(q, i))
			return none;
		if (is_possessive(q, i)) break;
	}
	if (i == noun || !is_possessive(q, i)) return none;
	*start = i;
	if (q->units[i].mention == BS_NONE)
		return (struct bs_source){q->units[i].token, q->units[i].token + 1, {0}, 0};
	while (*start > q->solid && q->units[*start - 1].mention == q->units[i].mention) --*start;
	return bs_from_mention(q, i);
}

/* Whose it is that stands behind the noun: a claim [by Ann Bell] that. */
static struct bs_source find_maker(struct bs_quoting *q, uint32_t noun, uint32_t *rest)
{
	struct bs_source none = {0};
	if (!bs_unit_text(q, noun + 1, "by") && !bs_unit_text(q, noun + 1, "from")) return none;
	for (uint32_t i = noun + 3; i < q->unit_count && i <= noun + LONGEST_OWNER; i++) {
		if (!bs_unit_word(q, i) || bs_is_verbal(q, i)) break;
		if (!bs_unit_text(q, i, "that") && !bs_unit_text(q, i, "to")) continue;
		struct bs_source s = bs_read_phrase(q, noun + 2, i);
		*rest = i;
		return s.mention_count ? s : none;
	}
	return none;
}

/* Where a phrase or a clause in front of the verb ends: "her claim that C [was wrong]". */
static uint32_t end_before_verb(const struct bs_quoting *q, uint32_t from, bool clause)
{
	for (uint32_t i = from; i < q->unit_count; i++) {
		if (bs_is_comma(q, i) || bs_unit_mark(q, i, ';') || bs_unit_mark(q, i, '.'))
			return i;
		if (q->units[i].mention != BS_NONE || i == from) continue;
		bool verb = bs_unit_in(q, i, BS_LIST_AUXILIARY) || bs_is_finite(q, i);
		if (!verb || bs_is_conjunction(q, i - 1) || bs_unit_text(q, i - 1, "to")) continue;
		if (!clause) return i;
		clause = false;
		while (bs_unit_in(q, i + 1, BS_LIST_AUXILIARY) || bs_is_finite(q, i + 1) ||
		       bs_is_adverb(q, i + 1))
			i++;
	}
	return q->unit_count;
}

static bool opens_clause(const struct bs_quoting *q, uint32_t start)
{
	uint32_t before = start - 1;
	if (start == q->solid || start == 0) return true;
	if (bs_unit_in(q, before, BS_LIST_DETERMINER)) before--;
	return before == BS_NONE || bs_is_comma(q, before) || bs_is_conjunction(q, before) ||
	       bs_unit_text(q, before, "that") || bs_unit_in(q, before, BS_LIST_SUBORDINATOR);
}

/* Behind the noun: that C, to C, for C; the unit where C begins, or BS_NONE. */
static uint32_t content_start(const struct bs_quoting *q, uint32_t i, bool *clause)
{
	static const char *const words[] = {"of", "for", "about", "on", "against", "over"};
	uint32_t behind = bs_skip_adjuncts(q, i);
	*clause = true;
	if (bs_unit_text(q, behind, "that")) return behind;
	*clause = false;
	if (bs_unit_text(q, i, "to") && bs_unit_in(q, i + 1, BS_LIST_DETERMINER)) return BS_NONE;
	if (bs_unit_text(q, i, "to")) return i;
	return bs_unit_any(q, i, words, sizeof words / sizeof *words) ? i + 1 : BS_NONE;
}

bool bs_try_noun(struct bs_quoting *q, uint32_t unit)
{
	if (bs_word_value(q->tokens[q->units[unit].token].word, BS_LIST_CUE_NOUN) != 's')
		return false;
	struct bs_cue c = {.head = unit, .first = unit, .start = unit, .end = unit + 1};
	uint32_t rest = unit + 1;
	bool clause;
	c.limit = BS_NONE;
	c.source = find_owner(q, unit, &c.start);
	if (bs_nobody(&c.source)) c.source = find_maker(q, unit, &rest);
	if (bs_nobody(&c.source)) return false;
	uint32_t from = content_start(q, rest, &clause);
	if (from == BS_NONE || from >= q->unit_count) return false;
	c.object = true;
	uint32_t to = opens_clause(q, c.start) ? end_before_verb(q, from, clause)
					       : bs_content_end(q, from, &c);
	if (to <= from) return false;
	bs_take(q, &c, from, to, 0, 0);
	q->taken = to;
	return true;
}
