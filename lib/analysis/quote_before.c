#include "analysis/quote_phrase.h"

/* What was said stands before its verb: "C, she said", "C, said Ann Bell". */

enum { LEAST_CLAUSE = 6, LONGEST_NOUN = 7 }; /* units */

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
	    !bs_is_comma(q, c->start - 1))
		return false;
	for (uint32_t i = c->start; i < c->first && !bs_unit_mark(q, i, ','); i++)
		if (bs_is_verbal(q, i)) return false;
	return true;
}

/* "Ann Bell, for example, said": is all before the verb a name and what is set off behind it? */
static bool has_aside(const struct bs_quoting *q, const struct bs_cue *c)
{
	uint32_t i = q->solid;
	while (i < c->first && bs_unit_word(q, i) && !bs_is_verbal(q, i)) i++;
	if (i == q->solid || !bs_unit_mark(q, i, ',') || !bs_is_person(q, i - 1)) return false;
	if (bs_unit_ends(q, i + 1, "ed")) i++; /* "Ann Bell, dressed in red, said" */
	while (++i < c->first)
		if (!bs_unit_marked(q, i) && (bs_is_verbal(q, i) || bs_is_finite(q, i)))
			return false;
	return true;
}

/* "Any plan, said Ann Bell, would": a name between commas, and none before. */
static bool is_set_off(const struct bs_quoting *q, const struct bs_cue *c)
{
	if (c->source.mention_count || !bs_unit_mark(q, c->first - 1, ',')) return false;
	if (c->end >= q->unit_count || !bs_is_name(q, c->end)) return false;
	return bs_unit_mark(q, bs_mention_end(q, c->end, q->unit_count) + 1, ',');
}

/* Behind the comma at `rest`: marks that hold a sentence of their own. */
static bool opens_anew(const struct bs_quoting *q, uint32_t rest)
{
	if (rest + 1 >= q->unit_count || !bs_unit_mark(q, rest, ',')) return false;
	uint32_t s = q->units[rest + 1].stretch;
	return s != BS_NONE && q->tokens[q->stretches[s].first].flags & BS_CAPITAL;
}

/* What stands round a cue that follows what was said; units. */
struct before {
	uint32_t end;  /* of what was said */
	uint32_t rest; /* the unit after the cue and its subject */
	bool marks;    /* what was said ends in marks */
	bool inverted; /* "said Ann Bell" */
};

/* "In the evening," and no clause behind it, as in "Seeing her fall made him stop,". */
static bool is_only_introduction(const struct bs_quoting *q, uint32_t begin, uint32_t end)
{
	bool open = bs_unit_in(q, begin, BS_LIST_SUBORDINATOR), finite = false;
	if (!bs_is_introduction(q, begin, end)) return false;
	for (uint32_t i = begin; i + 1 < end; i++) {
		if (bs_unit_mark(q, i, ',') || bs_unit_marked(q, i)) return false;
		open |= bs_unit_in(q, i, BS_LIST_SUBORDINATOR) || bs_is_relative(q, i);
		finite |= i > begin && !open && !bs_unit_capital(q, i) &&
			  (bs_unit_in(q, i, BS_LIST_AUXILIARY) || bs_is_finite(q, i));
	}
	return !finite;
}

/* "Now,", "At the heart of it,", "Although it was late,", "The film,": what something must follow. */
bool bs_is_open(const struct bs_quoting *q, uint32_t begin, uint32_t end)
{
	bool clause = bs_unit_in(q, begin, BS_LIST_SUBORDINATOR) && !bs_unit_text(q, begin, "that");
	bool phrase = bs_unit_in(q, begin, BS_LIST_PREPOSITION) ||
		      bs_unit_in(q, begin, BS_LIST_ADVERB) ||
		      bs_unit_in(q, begin, BS_LIST_DAY_ADVERB) || bs_unit_ends(q, begin, "ly") ||
		      end - begin < 3;
	bool noun = bs_unit_in(q, begin, BS_LIST_DETERMINER) && end - begin <= LONGEST_NOUN;
	if (!clause && !phrase && !noun) return false;
	for (uint32_t i = begin; i + 1 < end; i++) {
		if (bs_unit_marked(q, i) || bs_unit_mark(q, i, ',')) return false;
		if (!clause && q->units[i].mention == BS_NONE &&
		    (bs_is_verbal(q, i) || bs_is_finite(q, i) || bs_unit_ends(q, i, "ed")))
			return false;
	}
	return true;
}

/* "After he took over in May he made changes, she said." and nothing more: no introduction. */
static bool is_all_that_was_said(const struct bs_quoting *q, uint32_t begin, const struct before *b)
{
	if (b->rest < q->unit_count && !bs_unit_mark(q, b->rest, '.')) return false;
	if (b->end - begin < LEAST_CLAUSE || !bs_is_clause_opening(q, begin + 1)) return false;
	for (uint32_t i = begin + 1; i < b->end; i++)
		if (bs_is_verbal(q, i) || bs_is_finite(q, i)) return true;
	return false;
}

/* "But," and nothing more. */
static bool is_conjunction_only(const struct bs_quoting *q, uint32_t end)
{
	uint32_t i = q->solid;
	while (i < end && (bs_is_conjunction(q, i) || bs_unit_mark(q, i, ','))) i++;
	return i == end && end > q->solid;
}

/* "the owner tended to pay late": what follows the verb is no phrase, but has a verb itself. */
static bool holds_clause(const struct bs_quoting *q, uint32_t from, uint32_t to)
{
	for (uint32_t i = from + 1; i < to; i++) {
		if (bs_is_relative(q, i) || bs_unit_in(q, i, BS_LIST_PREPOSITION)) return false;
		if (bs_is_verbal(q, i) && q->units[i].mention == BS_NONE) return true;
	}
	return false;
}

/* A post for “C” said [it was], Ann Bell, who was “C”, said [she went]: does a clause follow the verb,
 * behind marks that hold no sentence? */
static bool is_told_behind(const struct bs_quoting *q, const struct bs_cue *c, uint32_t rest)
{
	uint32_t marks = c->first - 1;
	if (!bs_unit_marked(q, marks)) marks--;
	if (marks <= q->solid || bs_ends_sentence(q, q->units[marks].stretch)) return false;
	const struct bs_mention *m = bs_mention_of(q, c->end);
	return bs_unit_in(q, rest, BS_LIST_AUXILIARY) ||
	       (m && m->kind == BS_PRONOUN && bs_unit_word(q, c->end + 1));
}

/* C, said S. */
static bool read_inverted(struct bs_quoting *q, struct bs_cue *c, struct before *b)
{
	b->marks = closes_with_marks(q, c->first);
	b->end = c->first;
	if (!b->marks && (!bs_unit_in(q, c->head, BS_LIST_CUE_SAY) ||
			  (c->first - q->taken < 4 && !is_conjunction_only(q, c->first))))
		return false;
	if (!somebody_follows(q, c->end, b->marks)) return false;
	struct bs_source who = bs_find_phrase(q, c->end, true, &b->rest);
	if (!b->marks && b->rest < q->unit_count && !bs_is_stop(q, b->rest)) return false;
	if (b->marks ? is_told_behind(q, c, b->rest) : holds_clause(q, c->end, b->rest))
		return false;
	c->source = who;
	c->borrowed = false;
	return true;
}

/* On the radio show “Morning”, S said: marks that hold no sentence, and do not begin the frame. */
static bool is_title_before(const struct bs_quoting *q, uint32_t end)
{
	uint32_t marks = end - 1;
	if (!bs_unit_marked(q, marks)) marks--;
	if (marks <= q->solid) return false;
	const struct bs_marked *m = &q->stretches[q->units[marks].stretch];
	return (!bs_ends_sentence(q, q->units[marks].stretch) ||
		bs_token_mark(&q->tokens[m->last - 1], ',')) &&
	       (bs_is_introduction(q, q->solid, marks) ||
		bs_unit_in(q, q->solid, BS_LIST_DAY_ADVERB));
}

/* The one spoken to, who may be a title in marks: told "The Morning Show". */
static uint32_t skip_listener(const struct bs_quoting *q, uint32_t from)
{
	if (bs_unit_marked(q, from) && !bs_ends_sentence(q, q->units[from].stretch))
		return from + 1;
	return bs_skip_listener(q, from);
}

/* “C,” at the head of the frame, whatever follows its cue: "said in a speech that night". */
static bool is_first_said(const struct bs_quoting *q, uint32_t end)
{
	if (end != q->solid + 1 || !bs_unit_marked(q, q->solid)) return false;
	const struct bs_marked *m = &q->stretches[q->units[q->solid].stretch];
	return m->closed && bs_token_mark(&q->tokens[m->last - 1], ',');
}

/* “C,” the engineer, Ann Bell, said: where the description of the name at `start` begins. */
static uint32_t described_from(const struct bs_quoting *q, uint32_t start)
{
	uint32_t from = q->solid + 1;
	if (start < from + 2 || !bs_unit_marked(q, q->solid) || !bs_unit_mark(q, start - 1, ',') ||
	    !bs_unit_word(q, from) || !bs_ends_sentence(q, q->units[q->solid].stretch))
		return start;
	for (uint32_t i = from; i + 1 < start; i++)
		if (!bs_unit_word(q, i) || bs_is_verbal(q, i) || bs_is_finite(q, i)) return start;
	return from;
}

/* C, S said. */
static bool read_straight(const struct bs_quoting *q, const struct bs_cue *c, struct before *b)
{
	if (!bs_finite(c) || c->borrowed || bs_nobody(&c->source)) return false;
	if (!ends_what_was_said(q, c, c->start)) return false;
	b->end = described_from(q, c->start);
	b->marks = closes_with_marks(q, b->end);
	uint32_t rest = c->end;
	if (bs_unit_in(q, c->head, BS_LIST_CUE_TELL)) rest = skip_listener(q, rest);
	b->rest = rest = bs_skip_adjuncts(q, rest);
	if (!b->marks && !bs_unit_in(q, c->head, BS_LIST_CUE_SAY)) return false;
	if (rest >= q->unit_count || bs_unit_mark(q, rest, '.') || bs_unit_mark(q, rest, ',') ||
	    bs_unit_mark(q, rest, ';') || bs_unit_dash(q, rest))
		return true;
	if (is_first_said(q, b->end)) return true;
	if (b->marks && is_title_before(q, b->end) && bs_is_clause_opening(q, rest)) return false;
	return b->marks && !bs_unit_mark(q, rest, ':') && !bs_unit_text(q, rest, "that") &&
	       (!bs_unit_marked(q, rest) || rest > c->end);
}

/* Is what would have been said only an introduction to what follows? */
static bool is_told_by_rest(const struct bs_quoting *q, uint32_t begin, const struct before *b)
{
	if (b->marks) return false;
	if (opens_anew(q, b->rest)) return true;
	if (!is_only_introduction(q, begin, b->end) || is_all_that_was_said(q, begin, b))
		return false;
	/* Between commas "S said" interrupts what was said, but for when and where it was. */
	return !bs_unit_mark(q, b->rest, ',') ||
	       (!bs_is_adverb(q, begin) && bs_skip_adjuncts(q, begin) + 1 >= b->end);
}

/* C1, said S, an expert on it, [would] C2: the unit of its verb, or BS_NONE. */
static uint32_t find_verb_behind(const struct bs_quoting *q, uint32_t comma)
{
	if (!bs_unit_mark(q, comma, ',')) return BS_NONE;
	for (uint32_t i = comma; i < q->unit_count && i < comma + BS_LONGEST_ADJUNCT; i++) {
		if (bs_unit_mark(q, i, ',') && bs_unit_in(q, i + 1, BS_LIST_AUXILIARY))
			return i + 1;
		if (bs_unit_marked(q, i) || bs_unit_in(q, i, BS_LIST_SUBORDINATOR) ||
		    bs_unit_in(q, i, BS_LIST_AUXILIARY))
			break;
	}
	return BS_NONE;
}

/* Before more words in marks: another cue, but for what S does besides: "speaking in Leeds". */
static bool is_cue_between(const struct bs_quoting *q, uint32_t unit)
{
	return q->units[unit].lists & bs_cue_lists &&
	       (!bs_unit_ends(q, unit, "ing") || bs_unit_in(q, unit, BS_LIST_CUE_SAY) ||
		bs_unit_in(q, unit, BS_LIST_CUE_TELL));
}

uint32_t bs_find_marks_on(const struct bs_quoting *q, uint32_t from)
{
	for (uint32_t i = from; i < q->unit_count && i < from + BS_LONGEST_ADJUNCT; i++) {
		if (bs_unit_marked(q, i))
			return bs_unit_mark(q, i - 1, ',') &&
					       bs_ends_sentence(q, q->units[i].stretch)
				       ? i
				       : BS_NONE;
		if (bs_unit_mark(q, i, ';') || bs_unit_mark(q, i, ':') || is_cue_between(q, i))
			break;
	}
	return BS_NONE;
}

/* C1, S said, C2: the unit after C2, which begins at *rest; *rest if there is none. */
static uint32_t read_rest(const struct bs_quoting *q, const struct bs_cue *c,
			  const struct before *b, uint32_t *rest)
{
	*rest = b->rest;
	uint32_t verb = b->inverted && !b->marks ? find_verb_behind(q, b->rest) : BS_NONE;
	if (verb != BS_NONE) {
		*rest = verb;
		return bs_clause_end(q, verb, c);
	}
	bool on = bs_unit_in(q, *rest + 1, BS_LIST_AUXILIARY) && !bs_unit_capital(q, *rest + 1);
	bool marks_only = (b->marks && !is_title_before(q, b->end)) || b->inverted;
	bool open = !b->marks && !b->inverted && bs_is_open(q, q->solid, b->end);
	if (bs_unit_mark(q, *rest, ',') && (on || open || bs_continues(q, *rest + 1, marks_only)))
		return bs_clause_end(q, ++*rest, c);
	if (*rest == c->end && bs_unit_marked(q, *rest)) return *rest + 1;
	uint32_t marks = b->marks ? bs_find_marks_on(q, b->rest) : BS_NONE;
	if (marks == BS_NONE) return *rest;
	*rest = marks;
	return marks + 1;
}

/* In May, S said, C. */
static bool take_rest(struct bs_quoting *q, const struct bs_cue *c, const struct before *b)
{
	uint32_t from = b->rest + 1;
	if (!bs_unit_in(q, c->head, BS_LIST_CUE_SAY) || !bs_unit_mark(q, b->rest, ',') ||
	    from >= q->unit_count)
		return false;
	if (!bs_unit_marked(q, from) && !b->inverted && bs_behind_aside(q, b->rest) != BS_NONE)
		return false;
	uint32_t to = bs_content_end(q, from, c);
	bs_take(q, c, from, to, 0, 0);
	bs_settle(q, to);
	bs_remember(q, c);
	return true;
}

/* Something else was told: “C,” S said.  The narrator's words in front of a colon or a dash
 * are his own, where the marks hold a sentence. */
static uint32_t behind_colon(const struct bs_quoting *q, uint32_t begin, const struct before *b)
{
	uint32_t marks = b->end - 1;
	if (!b->marks) return begin;
	if (!bs_unit_marked(q, marks)) marks--;
	if (marks < begin + 2 || !(bs_unit_mark(q, marks - 1, ':') || bs_unit_dash(q, marks - 1)))
		return begin;
	const struct bs_marked *s = &q->stretches[q->units[marks].stretch];
	return q->tokens[s->first].flags & BS_CAPITAL ? marks : begin;
}

bool bs_try_before(struct bs_quoting *q, struct bs_cue *c)
{
	struct before b = {0};
	bool aside = has_aside(q, c);
	if (aside && bs_nobody(&c->source)) {
		c->source = bs_find_leading(q, q->solid, c->first);
		c->start = q->solid;
	}
	b.inverted = c->first == c->head && ends_what_was_said(q, c, c->first) &&
		     c->form != BS_ING && !c->infinitive &&
		     (!has_plain_subject(q, c) || is_set_off(q, c)) && !aside;
	if (b.inverted ? !read_inverted(q, c, &b) : !read_straight(q, c, &b)) return false;
	uint32_t begin = q->solid;
	while (begin < b.end && (bs_unit_text(q, begin, "and") || bs_unit_text(q, begin, "but") ||
				 bs_unit_mark(q, begin, ',')))
		begin++;
	begin = behind_colon(q, begin, &b);
	if (begin >= b.end || is_told_by_rest(q, begin, &b)) return take_rest(q, c, &b);
	uint32_t rest, end = read_rest(q, c, &b, &rest);
	if (begin < q->taken || begin == q->solid) bs_drop_objects(q);
	bs_take(q, c, begin, b.end, rest, end);
	bs_settle(q, end > c->end ? end : c->end);
	bs_remember(q, c);
	return true;
}
