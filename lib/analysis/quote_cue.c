#include "analysis/quote_phrase.h"

/* Each verb of saying in the frame is tried in turn.  What stands before it
 * and after it tells which of these it is (C what was said, S who said it):
 *
 *   S said (that) C     C, S said     C, said S     C1, S said, C2
 *   ..., saying C       according to S, C     C, as S said     S: C */

#define LIST(name) ((uint64_t)1 << BS_LIST_##name)

const uint64_t bs_cue_lists = LIST(CUE_SAY) | LIST(CUE_TELL) | LIST(CUE_FIND) | LIST(CUE_OBJECT) |
			      LIST(CUE_INFINITIVE) | LIST(CUE_ABOUT) | LIST(CUE_QUOTE) |
			      LIST(CUE_OUT) | LIST(CUE_BACK);

static void set_cue(struct bs_quoting *q, struct bs_found *f, const struct bs_cue *c)
{
	f->cue = q->units[c->head].token;
	f->cue_first = q->units[c->first].token;
}

static uint32_t token_of(const struct bs_quoting *q, uint32_t unit)
{
	return unit < q->unit_count ? q->units[unit].token : q->frame.last;
}

void bs_remember(struct bs_quoting *q, const struct bs_cue *c)
{
	if (!bs_finite(c) || bs_nobody(&c->source)) return;
	q->subject = c->source;
	q->subject_known = true;
}

/* Marks what the units [from, to) hold between marks as part of a quotation. */
static void use_marks(struct bs_quoting *q, uint32_t from, uint32_t to, uint32_t number)
{
	for (uint32_t i = from; i < to; i++)
		if (bs_unit_marked(q, i)) {
			q->stretches[q->units[i].stretch].found = number;
			q->last_direct = number;
		}
	q->last_found = number;
}

void bs_take(struct bs_quoting *q, const struct bs_cue *c, uint32_t from, uint32_t to,
	     uint32_t from2, uint32_t to2)
{
	uint32_t number = (uint32_t)q->found_count;
	struct bs_found *f = bs_add_found(q, &c->source);
	set_cue(q, f, c);
	bs_add_piece(q, f, token_of(q, from), token_of(q, to));
	if (to2 > from2) bs_add_piece(q, f, token_of(q, from2), token_of(q, to2));
	if (!f->piece_count) {
		q->found_count--;
		return;
	}
	use_marks(q, from, to, number);
	use_marks(q, from2, to2, number);
}

/* Takes back the quotations that are mere objects: "The plan to honour the
 * vow made in May, she said" is one quotation. */
void bs_drop_objects(struct bs_quoting *q)
{
	for (uint32_t i = q->solid; i < q->unit_count; i++) {
		uint32_t s = q->units[i].stretch;
		if (s != BS_NONE && q->stretches[s].found != BS_NONE &&
		    q->stretches[s].found >= q->solid_found)
			q->stretches[s].found = BS_NONE;
	}
	if (q->last_direct != BS_NONE && q->last_direct >= q->solid_found) q->last_direct = BS_NONE;
	if (q->last_found != BS_NONE && q->last_found >= q->solid_found) q->last_found = BS_NONE;
	q->found_count = q->solid_found;
}

void bs_settle(struct bs_quoting *q, uint32_t taken)
{
	q->taken = q->solid = taken;
	q->solid_found = (uint32_t)q->found_count;
}

void bs_leave_waiting(struct bs_quoting *q, const struct bs_cue *c)
{
	uint32_t last = q->unit_count;
	if (!last) return;
	q->agrees = bs_finite(c) && bs_skip_adjuncts(q, c->end) + 1 == last &&
		    bs_unit_mark(q, last - 1, '.');
	q->waits = bs_unit_mark(q, last - 1, ':') || bs_unit_mark(q, last - 1, ',');
	q->waiting = c->source;
	q->waiting_cue = q->units[c->head].token;
}

/* Is the last unit a stretch in marks? */
static bool ends_in_marks(const struct bs_quoting *q)
{
	return q->unit_count > 0 && bs_unit_marked(q, q->unit_count - 1);
}

/* "a ship called Tide", "the ship, called Tide, is late": a name, and nothing that it is called.  Who
 * has a name or is a pronoun calls others: "Ann Bell called Bob Cole a liar". */
static bool is_naming(const struct bs_quoting *q, const struct bs_cue *c)
{
	static const char *const verbs[] = {"called", "named", "dubbed", "titled"};
	uint32_t i = c->end;
	if (c->first != c->head || !bs_unit_any(q, c->head, verbs, sizeof verbs / sizeof *verbs))
		return false;
	const struct bs_mention *m = c->first > 0 ? bs_mention_of(q, c->first - 1) : NULL;
	if (m && (m->kind == BS_PRONOUN || bs_is_name(q, c->first - 1))) return false;
	while (i < q->unit_count && !bs_unit_marked(q, i) && bs_unit_capital(q, i)) i++;
	if (i == c->end) return false;
	return i == q->unit_count || bs_is_stop(q, i) || bs_is_conjunction(q, i) ||
	       bs_is_relative(q, i) || bs_unit_in(q, i, BS_LIST_AUXILIARY) ||
	       bs_unit_in(q, i, BS_LIST_PREPOSITION) || bs_is_finite(q, i);
}

/* "Ann Bell shrugged when asked if C": she did not ask. */
static bool is_asked(const struct bs_quoting *q, const struct bs_cue *c)
{
	static const char *const leads[] = {"when", "once", "if", "while", "being"};
	static const char *const verbs[] = {"asked", "pressed", "questioned", "quizzed", "told"};
	return c->first == c->head && c->head > 0 &&
	       bs_unit_any(q, c->head - 1, leads, sizeof leads / sizeof *leads) &&
	       bs_unit_any(q, c->head, verbs, sizeof verbs / sizeof *verbs);
}

/* "Ann Bell, 37 admitted [that] C", "all who were in the mill say [they] C": told of somebody, though
 * the phrase that names him is hard to read. */
static bool is_plainly_said(const struct bs_quoting *q, const struct bs_cue *c)
{
	if (!bs_finite(c) || c->form == BS_ING || c->be || c->end >= q->unit_count ||
	    !bs_unit_in(q, c->head, BS_LIST_CUE_SAY) || bs_unit_in(q, c->head, BS_LIST_CUE_NOUN) ||
	    bs_unit_text(q, c->head, "show"))
		return false;
	return bs_unit_text(q, c->end, "that") ||
	       (q->units[c->end].mention != BS_NONE &&
		q->article->mentions[q->units[c->end].mention].kind == BS_PRONOUN);
}

/* "At the meeting Ann Bell said", "after Ann Bell suggested": who stands right in front of the verb,
 * where the words before that could not be read.  Of "the head of Leeds" it would be the wrong one. */
static struct bs_source find_adjacent(const struct bs_quoting *q, struct bs_cue *c)
{
	static const char *const leads[] = {"after", "before", "since", "until", "when"};
	struct bs_source none = {0};
	if (!bs_finite(c) || c->form == BS_BASE || c->form == BS_ING ||
	    !bs_unit_in(q, c->head, BS_LIST_CUE_SAY) || bs_unit_in(q, c->head, BS_LIST_CUE_NOUN))
		return none;
	uint32_t i = c->first;
	if (i > q->solid && (bs_unit_text(q, i - 1, "here") || bs_unit_text(q, i - 1, "there")))
		i--;
	if (i <= q->solid || q->units[i - 1].mention == BS_NONE) return none;
	uint32_t last = i - 1;
	while (i > q->solid && q->units[i - 1].mention == q->units[last].mention) i--;
	if (i > q->solid && bs_unit_in(q, i - 1, BS_LIST_DETERMINER)) i--;
	if (i > q->solid && bs_unit_in(q, i - 1, BS_LIST_PREPOSITION)) {
		if (!bs_unit_any(q, i - 1, leads, sizeof leads / sizeof *leads)) return none;
		if (i - 1 == q->solid) c->limit = bs_find_main_clause(q, c->end);
	}
	return bs_from_mention(q, last);
}

static bool try_verb(struct bs_quoting *q, uint32_t unit)
{
	struct bs_cue c;
	bool active = bs_read_cue(q, unit, &c);
	if (c.end > unit && bs_is_appeal(q, &c)) return false;
	if (!active) return c.end > unit && bs_try_passive(q, &c);
	if (is_asked(q, &c)) return bs_try_passive(q, &c);
	if (is_naming(q, &c)) return false;
	if (bs_try_as(q, &c) || bs_try_which(q, &c) || bs_try_before(q, &c)) return true;
	if (bs_nobody(&c.source) && is_plainly_said(q, &c))
		c.source = bs_find_leading(q, q->solid, c.first);
	if (bs_nobody(&c.source)) c.source = find_adjacent(q, &c);
	bool told = is_plainly_said(q, &c) && c.first > 0 &&
		    !bs_unit_in(q, c.first - 1, BS_LIST_TIME_UNIT); /* "last month said" */
	if (bs_nobody(&c.source) && !ends_in_marks(q) && !told) return false;
	if (bs_try_after(q, &c)) return true;
	bs_leave_waiting(q, &c);
	bs_remember(q, &c);
	return false;
}

/* May a unit be a cue?  Told without a branch, as most are none: a word of their lists or an
 * auxiliary, a mark from - to : or a dash, or what bs_try_according() knows. */
static bool may_be_cue(const struct bs_unit *u)
{
	const uint32_t c = u->character, according = bs_four_letters("according");
	const uint32_t as = bs_four_letters("as"), it = bs_four_letters("it");
	bool mark = (c - '-' <= ':' - '-') | (c - 0x2013 <= 0x2015 - 0x2013);
	return ((u->lists & (bs_cue_lists | LIST(CUE_NOUN) | LIST(AUXILIARY))) != 0) | mark |
	       (c == as) | (c == according) | (c == it);
}

/* Lists the units of the frame that may be cues. */
static uint32_t list_cues(struct bs_quoting *q)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < q->unit_count; i++) {
		q->cues[count] = (uint16_t)i;
		count += may_be_cue(&q->units[i]);
	}
	return count;
}

void bs_find_cues(struct bs_quoting *q)
{
	bs_settle(q, 0);
	q->subject_known = false;
	bs_try_verdict_before(q);
	q->frame_found = (uint32_t)q->found_count;
	uint32_t count = list_cues(q);
	for (uint32_t k = 0; k < count; k++) {
		const uint32_t i = q->cues[k];
		const struct bs_unit *u = &q->units[i];
		if (i < q->taken || u->stretch != BS_NONE) continue;
		if (bs_unit_mark(q, i, ':'))
			bs_try_colon(q, i);
		else if (u->lists & (bs_cue_lists | LIST(CUE_NOUN)) && u->mention == BS_NONE)
			(void)((u->lists & bs_cue_lists && try_verb(q, i)) ||
			       (u->lists & LIST(CUE_NOUN) && bs_try_noun(q, i)));
		else if ((char)u->character == 'i' && bs_try_hearsay(q, i))
			continue;
		else if (bs_unit_is(u, BS_LIST_AUXILIARY))
			bs_try_view(q, i);
		else if (bs_unit_dash(q, i))
			(void)(bs_try_verdict(q, i) || bs_try_signed(q, i));
		else if ((char)u->character == 'a')
			bs_try_according(q, i);
	}
	bs_try_tag(q);
	bs_leave_told(q);
}
