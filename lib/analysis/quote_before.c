#include "analysis/quote_clause.h"

/* What was said stands before its verb: "C, she said", "C, said Ann Bell". */

bool bs_is_stop(const struct bs_quoting *q, uint32_t unit)
{
	return bs_unit_mark(q, unit, '.') || bs_unit_mark(q, unit, ',') ||
	       bs_unit_mark(q, unit, ';') || bs_unit_dash(q, unit) ||
	       bs_unit_in(q, unit, BS_LIST_DAY_ADVERB);
}

/* What stands right before the subject or the inverted verb: a comma, or marks. */
static bool ends_what_was_said(const struct bs_quoting *q, const struct bs_cue *c, uint32_t at)
{
	if (at <= q->solid || at == 0) return false;
	const struct bs_unit *u = &q->units[at - 1];
	if (u->stretch != BS_NONE)
		return bs_unit_in(q, c->head, BS_LIST_CUE_SAY) || bs_ends_sentence(q, u->stretch);
	if (bs_unit_mark(q, at - 1, ',') || bs_unit_dash(q, at - 1)) return at - 1 > q->solid;
	return false;
}

static bool closes_with_marks(const struct bs_quoting *q, uint32_t at)
{
	if (at == 0) return false;
	if (bs_unit_marked(q, at - 1)) return true;
	return at > 1 && (bs_unit_mark(q, at - 1, ',') || bs_unit_dash(q, at - 1)) &&
	       bs_unit_marked(q, at - 2);
}

/* "said Ann Bell": does somebody stand behind the verb? */
static bool somebody_follows(const struct bs_quoting *q, uint32_t unit, bool after_marks)
{
	if (unit >= q->unit_count) return false;
	const struct bs_unit *u = &q->units[unit];
	if (u->stretch != BS_NONE) return false;
	if (u->mention != BS_NONE) return true;
	if (bs_unit_is(u, BS_LIST_DAY_ADVERB)) return false;
	const struct bs_token *t = &q->tokens[u->token];
	if (t->kind == BS_MARK || bs_unit_is(u, BS_LIST_PREPOSITION)) return false;
	if (!after_marks) return t->flags & BS_CAPITAL || bs_unit_is(u, BS_LIST_DETERMINER);
	return t->kind == BS_WORD && !bs_is_adverb(q, unit) &&
	       (!bs_unit_is(u, BS_LIST_SUBORDINATOR));
}

/* "Ann Bell, 43, said": a name at the head of its clause, no clause itself. */
static bool has_plain_subject(const struct bs_quoting *q, const struct bs_cue *c)
{
	if (c->borrowed || bs_nobody(&c->source) || c->start >= c->first) return false;
	if (c->start > q->solid && q->units[c->start - 1].stretch == BS_NONE &&
	    !bs_unit_mark(q, c->start - 1, ','))
		return false;
	for (uint32_t i = c->start; i < c->first && !bs_unit_mark(q, i, ','); i++)
		if (bs_is_verbal(q, i)) return false;
	return true;
}

/* Behind the comma at `rest`: marks that hold a sentence of their own. */
static bool opens_anew(const struct bs_quoting *q, uint32_t rest)
{
	if (rest + 1 >= q->unit_count || !bs_unit_mark(q, rest, ',')) return false;
	uint32_t s = q->units[rest + 1].stretch;
	return s != BS_NONE && q->tokens[q->stretches[s].first].flags & BS_CAPITAL;
}

/* "In the evening," and no clause behind it. */
static bool is_only_introduction(const struct bs_quoting *q, uint32_t begin, uint32_t end)
{
	if (!bs_is_introduction(q, begin, end)) return false;
	for (uint32_t i = begin; i + 1 < end; i++)
		if (bs_unit_mark(q, i, ',') || bs_unit_marked(q, i)) return false;
	return true;
}

/* What stands round a cue that follows what was said; units. */
struct before {
	uint32_t end;  /* of what was said */
	uint32_t rest; /* the unit after the cue and its subject */
	bool marks;    /* what was said ends in marks */
	bool inverted; /* "said Ann Bell" */
};

/* C, said S. */
static bool read_inverted(struct bs_quoting *q, struct bs_cue *c, struct before *b)
{
	b->marks = closes_with_marks(q, c->first);
	b->end = c->first;
	if (!b->marks && (!bs_unit_in(q, c->head, BS_LIST_CUE_SAY) || c->first - q->taken < 4))
		return false;
	if (!somebody_follows(q, c->end, b->marks)) return false;
	struct bs_source who = bs_find_phrase(q, c->end, true, &b->rest);
	if (!b->marks && b->rest < q->unit_count && !bs_is_stop(q, b->rest)) return false;
	c->source = who;
	c->borrowed = false;
	return true;
}

/* C, S said. */
static bool read_straight(const struct bs_quoting *q, const struct bs_cue *c, struct before *b)
{
	if (!bs_finite(c) || c->borrowed || bs_nobody(&c->source)) return false;
	if (!ends_what_was_said(q, c, c->start)) return false;
	b->end = c->start;
	b->marks = closes_with_marks(q, b->end);
	uint32_t rest = c->end;
	if (bs_unit_in(q, c->head, BS_LIST_CUE_TELL)) rest = bs_skip_listener(q, rest);
	b->rest = rest = bs_skip_adjuncts(q, rest);
	if (!b->marks && !bs_unit_in(q, c->head, BS_LIST_CUE_SAY)) return false;
	if (rest >= q->unit_count || bs_unit_mark(q, rest, '.') || bs_unit_mark(q, rest, ',') ||
	    bs_unit_mark(q, rest, ';') || bs_unit_dash(q, rest))
		return true;
	return b->marks && !bs_unit_mark(q, rest, ':') && !bs_unit_text(q, rest, "that") &&
	       (!bs_unit_marked(q, rest) || rest > c->end);
}

/* Is what would have been said only an introduction to what follows? */
static bool is_told_by_rest(const struct bs_quoting *q, uint32_t begin, const struct before *b)
{
	if (b->marks) return false;
	if (opens_anew(q, b->rest)) return true;
	if (!is_only_introduction(q, begin, b->end)) return false;
	return !bs_unit_mark(q, b->rest, ',') ||
	       (b->end - begin < 5 && !bs_unit_marked(q, b->rest + 1));
}

/* C1, S said, C2: the unit after C2, which begins at *rest; *rest if there is none. */
static uint32_t read_rest(const struct bs_quoting *q, const struct bs_cue *c,
			  const struct before *b, uint32_t *rest)
{
	*rest = b->rest;
	if (bs_unit_mark(q, *rest, ',')) {
		++*rest;
		return bs_continues(q, *rest, b->marks || b->inverted) ? bs_clause_end(q, *rest, c)
								       : *rest;
	}
	return *rest == c->end && bs_unit_marked(q, *rest) ? *rest + 1 : *rest;
}

/* In May, S said, C. */
static bool take_rest(struct bs_quoting *q, const struct bs_cue *c, const struct before *b)
{
	if (!bs_unit_in(q, c->head, BS_LIST_CUE_SAY) || !bs_unit_mark(q, b->rest, ',') ||
	    bs_unit_marked(q, b->rest + 1) || bs_behind_aside(q, b->rest) != BS_NONE ||
	    !bs_is_clause_opening(q, b->rest + 1))
		return false;
	uint32_t from = b->rest + 1, to = bs_clause_end(q, from, c);
	bs_take(q, c, from, to, 0, 0);
	bs_settle(q, to);
	bs_remember(q, c);
	return true;
}

bool bs_try_before(struct bs_quoting *q, struct bs_cue *c)
{
	struct before b = {0};
	b.inverted = c->first == c->head && ends_what_was_said(q, c, c->first) &&
		     c->form != BS_ING && !c->infinitive && !has_plain_subject(q, c);
	if (b.inverted ? !read_inverted(q, c, &b) : !read_straight(q, c, &b)) return false;
	uint32_t begin = q->solid;
	while (begin < b.end && (bs_unit_text(q, begin, "and") || bs_unit_text(q, begin, "but") ||
				 bs_unit_mark(q, begin, ',')))
		begin++;
	if (begin >= b.end) return false;
	if (is_told_by_rest(q, begin, &b)) return take_rest(q, c, &b);
	uint32_t rest, end = read_rest(q, c, &b, &rest);
	bs_drop_objects(q);
	bs_take(q, c, begin, b.end, rest, end);
	bs_settle(q, end > c->end ? end : c->end);
	bs_remember(q, c);
	return true;
}
