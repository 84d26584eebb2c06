#include "analysis/quote_phrase.h"

/* “C,” S snarled: marks that end in a comma at the head of a sentence are what was said, whatever
 * word tells it, and however far from it that is. */

enum { LONGEST_TAG = 24, LEAST_SAID = 6 }; /* units, tokens with the marks */

static bool is_listed(const struct bs_quoting *q, uint32_t unit)
{
	const struct bs_unit *u = &q->units[unit];
	if (!(u->lists & bs_cue_lists) || u->mention != BS_NONE || bs_unit_capital(q, unit))
		return false;
	int form = bs_cue_form(q, unit);
	return form == BS_PAST || form == BS_THIRD || bs_unit_text(q, unit, "read");
}

/* The verb that tells of the marks at `said`: one of saying, also behind commas and titles, or any
 * other of the phrase right behind them.  BS_NONE for none. */
static uint32_t find_verb(const struct bs_quoting *q, uint32_t said, bool comma)
{
	uint32_t limit = said + LONGEST_TAG, any = BS_NONE;
	bool plain = true; /* no comma so far */
	if (limit > q->unit_count) limit = q->unit_count;
	for (uint32_t i = said + 1; i < limit; i++) {
		if (bs_unit_mark(q, i, ';') || bs_unit_mark(q, i, ':') || bs_unit_dash(q, i)) break;
		if (bs_is_relative(q, i)) plain = false;
		if (is_listed(q, i) && (i > said + 1 || plain)) return i;
		plain &= !bs_unit_mark(q, i, ',') && !bs_unit_marked(q, i);
		if (plain && any == BS_NONE && i > said + 1 && comma && bs_is_finite(q, i)) any = i;
		if (plain && any == BS_NONE && i > said + 1 && comma && bs_unit_ends(q, i, "ed"))
			any = i;
	}
	return any;
}

/* Marks that end in a comma, or in another mark with words behind it that cannot go on. */
static bool is_said(const struct bs_quoting *q, uint32_t unit, bool *comma)
{
	if (!bs_unit_marked(q, unit) || !bs_unit_word(q, unit + 1)) return false;
	const struct bs_marked *s = &q->stretches[q->units[unit].stretch];
	const struct bs_token *last = &q->tokens[s->last - 1];
	*comma = bs_token_mark(last, ',');
	if (!s->closed || s->found != BS_NONE || s->after - s->open < LEAST_SAID) return false;
	/* “C!” She wrote more: a sentence of its own. */
	bool anew = bs_unit_capital(q, unit + 1) && !bs_is_person(q, unit + 1);
	return *comma || (!anew && (bs_token_mark(last, '!') || bs_token_mark(last, '?')));
}

void bs_try_tag(struct bs_quoting *q)
{
	bool comma;
	uint32_t said = 0;
	while (bs_is_conjunction(q, said) || bs_unit_mark(q, said, ',')) said++;
	if (!q->marked || !is_said(q, said, &comma)) return;
	uint32_t verb = find_verb(q, said, comma), end;
	if (verb == BS_NONE) return;
	struct bs_cue c = {
		.head = verb, .first = verb, .start = verb, .end = verb + 1, .limit = BS_NONE};
	if (verb == said + 1)
		c.source = bs_find_phrase(q, verb + 1, true, &end);
	else
		c.source = bs_find_subject(q, said + 1, verb, &end);
	if (!c.source.mention_count) {
		struct bs_source leading = bs_find_leading(q, said + 1, verb);
		if (leading.mention_count || c.source.first == c.source.last) c.source = leading;
	}
	if (c.source.first == c.source.last) return;
	/* What was taken for the words of the same cue are adjuncts of it. */
	q->solid = said;
	q->solid_found = q->frame_found;
	bs_drop_objects(q);
	uint32_t more = bs_find_marks_on(q, verb + 1);
	bs_take(q, &c, said, said + 1, more, more == BS_NONE ? 0 : more + 1);
	bs_settle(q, q->unit_count);
}
