#include "analysis/quote.h"
#include "analysis/quote_clause.h"

/* Each verb of saying in the frame is tried in turn.  What stands before it
 * and after it tells which of these it is (C what was said, S who said it):
 *
 *   S said (that) C     C, S said     C, said S     C1, S said, C2
 *   ..., saying C       according to S, C     C, as S said     S: C */

#define LIST(name) ((uint64_t)1 << BS_LIST_##name)

static const uint64_t cue_lists = LIST(CUE_SAY) | LIST(CUE_TELL) | LIST(CUE_FIND) |
				  LIST(CUE_OBJECT) | LIST(CUE_INFINITIVE) | LIST(CUE_ABOUT) |
				  LIST(CUE_QUOTE);

static int form_of(const struct bs_quoting *q, uint32_t unit)
{
	static const enum bs_word_list lists[] = {
		BS_LIST_CUE_SAY,        BS_LIST_CUE_TELL,  BS_LIST_CUE_FIND, BS_LIST_CUE_OBJECT,
		BS_LIST_CUE_INFINITIVE, BS_LIST_CUE_ABOUT, BS_LIST_CUE_QUOTE};
	uint16_t word = q->tokens[q->units[unit].token].word;
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (bs_word_is(word, lists[i])) return bs_word_value(word, lists[i]);
	return 0;
}

static bool is_adverb(const struct bs_quoting *q, uint32_t unit)
{
	const struct bs_unit *u = &q->units[unit];
	if (u->stretch != BS_NONE || u->mention != BS_NONE) return false;
	return bs_unit_is(u, BS_LIST_ADVERB) || bs_unit_ends(q, unit, "ly");
}

static bool is_be(const struct bs_quoting *q, uint32_t unit)
{
	static const char *const words[] = {"is", "are",   "was", "were", "been",
					    "be", "being", "am",  "'s"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (bs_unit_text(q, unit, words[i])) return true;
	return false;
}

/* The verb group that the cue at `head` ends: has not yet said, went on to say. */
static void read_group(const struct bs_quoting *q, struct bs_cue *c)
{
	uint32_t i = c->head;
	while (i > q->taken) {
		const struct bs_unit *u = &q->units[i - 1];
		if (u->stretch != BS_NONE || u->mention != BS_NONE) break;
		if (bs_unit_is(u, BS_LIST_AUXILIARY)) {
			c->helped = true;
			if (is_be(q, i - 1)) c->be = true;
		} else if (bs_unit_text(q, i - 1, "to")) {
			c->infinitive = true;
			i--;
			break;
		} else if (!is_adverb(q, i - 1)) {
			break;
		}
		i--;
	}
	c->first = i;
}

/* A determiner that a noun must follow. */
static bool is_article(const struct bs_quoting *q, uint32_t unit)
{
	static const char *const words[] = {"a",     "an",  "the",  "this", "these",
					    "those", "his", "her",  "its",  "our",
					    "their", "my",  "your", "no",   "any"};
	if (!bs_unit_in(q, unit, BS_LIST_DETERMINER)) return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (bs_unit_text(q, unit, words[i])) return true;
	return false;
}

/* Does an article, a possessive or a preposition stand before it, as before a noun? */
static bool is_noun_place(const struct bs_quoting *q, const struct bs_cue *c)
{
	if (c->first != c->head || c->first == 0) return false;
	const struct bs_unit *before = &q->units[c->first - 1];
	if (before->stretch != BS_NONE) return false;
	const struct bs_token *t = &q->tokens[before->token];
	if (is_article(q, c->first - 1)) return true;
	if (t->flags & BS_POSSESSIVE) return true;
	if (t->kind == BS_MARK && t->value == '-' && !(t->flags & BS_SPACE)) return true;
	return c->form != BS_ING && bs_unit_is(before, BS_LIST_PREPOSITION) &&
	       before->mention == BS_NONE;
}

bool bs_is_clause_opening(const struct bs_quoting *q, uint32_t unit)
{
	if (unit >= q->unit_count) return false;
	const struct bs_unit *u = &q->units[unit];
	if (u->stretch != BS_NONE) return true;
	const struct bs_token *t = &q->tokens[u->token];
	if (t->kind == BS_MARK) return t->value == ':' || t->value == '$' || t->value == 0xA3;
	if (u->mention != BS_NONE || t->kind == BS_NUMBER || t->flags & BS_CAPITAL) return true;
	if (bs_unit_is(u, BS_LIST_DETERMINER) || bs_unit_is(u, BS_LIST_SPEAKER_PRONOUN))
		return true;
	return bs_unit_is(u, BS_LIST_SUBORDINATOR) || bs_unit_text(q, unit, "there") ||
	       bs_unit_text(q, unit, "he's") || bs_unit_text(q, unit, "it's");
}

/* A word such as "reports" or "claim" that is as often a noun. */
static bool is_verb(const struct bs_quoting *q, const struct bs_cue *c)
{
	if (is_noun_place(q, c)) return false;
	if (bs_unit_capital(q, c->head) && c->head > 0 &&
	    q->article->paragraphs[q->frame.paragraph].role != BRAD_ROLE_TITLE)
		return false;
	if (c->first == 0 && c->form != BS_ING) return false;
	if (c->form == BS_BASE && !c->helped && !c->infinitive) {
		if (c->first == 0) return false;
		const struct bs_unit *before = &q->units[c->first - 1];
		if (bs_unit_is(before, BS_LIST_SPEAKER_PRONOUN)) return true;
		if (bs_unit_in(q, c->head, BS_LIST_CUE_NOUN) && before->mention != BS_NONE &&
		    !q->article->mentions[before->mention].plural)
			return bs_unit_text(q, c->head + 1, "that");
		if (!bs_unit_in(q, c->head, BS_LIST_CUE_NOUN) && c->head + 1 < q->unit_count &&
		    q->units[c->head + 1].stretch == BS_NONE &&
		    q->tokens[q->units[c->head + 1].token].kind == BS_WORD)
			return !bs_unit_in(q, c->head + 1, BS_LIST_PREPOSITION) ||
			       bs_unit_in(q, c->head, BS_LIST_CUE_ABOUT);
		return c->head + 1 >= q->unit_count || bs_is_clause_opening(q, c->head + 1) ||
		       bs_unit_text(q, c->head + 1, "that") || bs_unit_mark(q, c->head + 1, '.') ||
		       bs_unit_mark(q, c->head + 1, ',');
	}
	if (c->form == BS_THIRD) {
		if (c->head + 1 >= q->unit_count) return true;
		return (!bs_unit_in(q, c->head + 1, BS_LIST_AUXILIARY) ||
			q->units[c->head + 1].mention != BS_NONE) &&
		       !bs_unit_text(q, c->head + 1, "of");
	}
	return true;
}

/* The subject of the sentence, for "..., saying" and "Speaking to ..., Ann Bell". */
static struct bs_source matrix_subject(struct bs_quoting *q, struct bs_cue *c)
{
	if (q->subject_known) return q->subject;
	struct bs_source s = bs_find_leading(q, 0, c->first);
	if (s.last > s.first) return s;
	uint32_t comma = c->head;
	while (comma < q->unit_count && !bs_unit_mark(q, comma, ',')) comma++;
	c->limit = comma;
	return bs_find_leading(q, comma, q->unit_count);
}

static bool nobody(const struct bs_source *s)
{
	return s->first == s->last;
}

/* "a sign saying", but "issued a statement saying" is the issuer's. */
static bool follows_noun(const struct bs_quoting *q, uint32_t before)
{
	const struct bs_unit *u = &q->units[before];
	const struct bs_token *t = &q->tokens[u->token];
	if (u->stretch != BS_NONE || t->kind != BS_WORD || bs_unit_is(u, BS_LIST_SPEECH_NOUN))
		return false;
	return u->mention != BS_NONE && q->article->mentions[u->mention].kind != BS_PRONOUN;
}

/* The subject of the cue and where it begins; for saying, to say and a verb
 * joined by "and" it is that of the verb before. */
static void find_speaker(struct bs_quoting *q, struct bs_cue *c)
{
	c->start = c->first;
	uint32_t before = c->first > q->solid ? c->first - 1 : BS_NONE;
	bool joined = before != BS_NONE &&
		      (bs_unit_text(q, before, "and") || bs_unit_text(q, before, "but"));
	if (c->form == BS_ING && !c->be && before != BS_NONE && follows_noun(q, before)) {
		c->source = bs_find_subject(q, q->solid, c->first, &c->start);
		if (!nobody(&c->source)) return;
	}
	if ((c->form == BS_ING && !c->be) || c->infinitive || joined) {
		c->start = c->first;
		c->borrowed = true;
		c->source = matrix_subject(q, c);
		return;
	}
	c->source = bs_find_subject(q, q->solid, c->first, &c->start);
	if (nobody(&c->source) && before != BS_NONE && bs_unit_mark(q, before, ',')) {
		c->source = matrix_subject(q, c);
		c->borrowed = true;
	}
}

static bool finite(const struct bs_cue *c)
{
	return !c->infinitive && (c->form != BS_ING || c->be);
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
	return t->kind == BS_WORD && !is_adverb(q, unit) && (!bs_unit_is(u, BS_LIST_SUBORDINATOR));
}

static void set_cue(struct bs_quoting *q, struct bs_found *f, const struct bs_cue *c)
{
	f->cue = q->units[c->head].token;
	f->cue_first = q->units[c->first].token;
	f->form = c->form;
	f->object = c->object;
	f->borrowed = c->borrowed;
	f->infinitive = c->infinitive;
}

static uint32_t token_of(const struct bs_quoting *q, uint32_t unit)
{
	return unit < q->unit_count ? q->units[unit].token : q->frame.last;
}

static void remember(struct bs_quoting *q, const struct bs_cue *c)
{
	if (!finite(c) || nobody(&c->source)) return;
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

static void take(struct bs_quoting *q, const struct bs_cue *c, uint32_t from, uint32_t to,
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

static bool is_stop(const struct bs_quoting *q, uint32_t unit)
{
	return bs_unit_mark(q, unit, '.') || bs_unit_mark(q, unit, ',') ||
	       bs_unit_mark(q, unit, ';') || bs_unit_dash(q, unit) ||
	       bs_unit_in(q, unit, BS_LIST_DAY_ADVERB);
}

/* Takes back the quotations that are mere objects: "The plan to honour the
 * vow made in May, she said" is one quotation. */
static void drop_objects(struct bs_quoting *q)
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

static void settle(struct bs_quoting *q, uint32_t taken)
{
	q->taken = q->solid = taken;
	q->solid_found = (uint32_t)q->found_count;
}

/* "Ann Bell, 43, said": a name at the head of its clause, no clause itself. */
static bool has_plain_subject(const struct bs_quoting *q, const struct bs_cue *c)
{
	if (c->borrowed || nobody(&c->source) || c->start >= c->first) return false;
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
		if (bs_unit_mark(q, i, ',')) return false;
	return true;
}

/* C, S said.   C, said S.   C1, S said, C2. */
static bool try_before(struct bs_quoting *q, struct bs_cue *c)
{
	uint32_t begin = q->solid, end, rest;
	bool marks;
	bool inverted = c->first == c->head && ends_what_was_said(q, c, c->first) &&
			c->form != BS_ING && !c->infinitive && !has_plain_subject(q, c);
	if (inverted) {
		marks = closes_with_marks(q, c->first);
		if (!marks && (!bs_unit_in(q, c->head, BS_LIST_CUE_SAY) || c->first - q->taken < 4))
			return false;
		if (!somebody_follows(q, c->head + 1, marks)) return false;
		struct bs_source who = bs_find_phrase(q, c->head + 1, true, &rest);
		if (!marks && rest < q->unit_count && !is_stop(q, rest)) return false;
		c->source = who;
		c->borrowed = false;
		end = c->first;
	} else {
		if (!finite(c) || c->borrowed || nobody(&c->source)) return false;
		if (!ends_what_was_said(q, c, c->start)) return false;
		end = c->start;
		marks = closes_with_marks(q, end);
		rest = c->head + 1;
		if (bs_unit_in(q, c->head, BS_LIST_CUE_TELL)) rest = bs_skip_listener(q, rest);
		rest = bs_skip_adjuncts(q, rest);
		bool stops =
			rest >= q->unit_count || bs_unit_mark(q, rest, '.') ||
			bs_unit_mark(q, rest, ',') || bs_unit_mark(q, rest, ';') ||
			bs_unit_dash(q, rest) ||
			(marks && !bs_unit_mark(q, rest, ':') && !bs_unit_text(q, rest, "that") &&
			 (q->units[rest].stretch == BS_NONE || rest > c->head + 1));
		if (!stops) return false;
		if (!marks && !bs_unit_in(q, c->head, BS_LIST_CUE_SAY)) return false;
	}
	while (begin < end && (bs_unit_text(q, begin, "and") || bs_unit_text(q, begin, "but") ||
			       bs_unit_mark(q, begin, ',')))
		begin++;
	if (begin >= end) return false;
	if (!marks && is_only_introduction(q, begin, end)) {
		/* "In the evening, she said, ..." is told by what follows. */
		if (rest >= q->unit_count || !bs_unit_mark(q, rest, ',')) return false;
		if (end - begin < 5 &&
		    (rest + 1 >= q->unit_count || q->units[rest + 1].stretch == BS_NONE))
			return false;
	}
	if (!marks && opens_anew(q, rest)) return false;
	uint32_t rest_end = rest;
	if (rest < q->unit_count && bs_unit_mark(q, rest, ',')) {
		rest++;
		rest_end =
			bs_continues(q, rest, marks || inverted) ? bs_clause_end(q, rest, c) : rest;
	} else if (rest == c->head + 1 && rest < q->unit_count && bs_unit_marked(q, rest)) {
		rest_end = rest + 1;
	}
	drop_objects(q);
	take(q, c, begin, end, rest, rest_end);
	settle(q, rest_end > c->head + 1 ? rest_end : c->head + 1);
	remember(q, c);
	return true;
}

/* As S said, C.   C, as S said. */
static bool try_as(struct bs_quoting *q, struct bs_cue *c)
{
	if (c->borrowed || nobody(&c->source) || c->start <= q->solid || c->start == 0)
		return false;
	uint32_t as = c->start - 1;
	if (!bs_unit_text(q, as, "as") || !bs_unit_in(q, c->head, BS_LIST_CUE_SAY)) return false;
	uint32_t rest = c->head + 1;
	if (bs_unit_in(q, c->head, BS_LIST_CUE_TELL)) rest = bs_skip_listener(q, rest);
	rest = bs_skip_adjuncts(q, rest);
	bool ends = rest >= q->unit_count || is_stop(q, rest);
	if (!ends) return false;
	bool first = as == 0 || bs_unit_text(q, as - 1, "but") || bs_unit_text(q, as - 1, "and");
	if (!first && (!bs_unit_mark(q, as - 1, ',') || as - 1 <= q->solid)) return false;
	if (first && rest + 1 >= q->unit_count) return false;
	uint32_t from = first ? rest + 1 : q->solid;
	uint32_t to = first ? bs_clause_end(q, from, c) : as - 1;
	drop_objects(q);
	take(q, c, from, to, 0, 0);
	settle(q, first ? to : rest);
	remember(q, c);
	return true;
}

/* "went on to say": an infinitive that tells of speech that did take place. */
static bool goes_on_to(const struct bs_quoting *q, const struct bs_cue *c)
{
	static const char *const words[] = {"on",   "continued", "continues", "speech",
					    "used", "chose",     "took"};
	if (c->first == 0) return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (bs_unit_text(q, c->first - 1, words[i])) return true;
	return false;
}

static bool holds_marks(const struct bs_quoting *q, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (bs_unit_marked(q, i)) return true;
	return false;
}

/* S said (that) C.   S vowed to C.   S criticised C. */
static bool try_after(struct bs_quoting *q, struct bs_cue *c)
{
	uint32_t from = bs_content_start(q, c);
	if (from == BS_NONE || from >= q->unit_count) return false;
	uint32_t to = bs_content_end(q, from, c);
	if (to <= from || (c->infinitive && !goes_on_to(q, c) && !holds_marks(q, from, to)))
		return false;
	take(q, c, from, to, 0, 0);
	remember(q, c);
	if (c->object)
		q->taken = to;
	else
		settle(q, to);
	return true;
}

static bool is_passive(const struct bs_cue *c)
{
	return c->be && (c->form == BS_PAST || c->form == BS_PARTICIPLE);
}

/* A frame that ends "..., said:" leaves its speaker to what follows. */
static void leave_waiting(struct bs_quoting *q, const struct bs_cue *c)
{
	uint32_t last = q->unit_count;
	if (!last || (!bs_unit_mark(q, last - 1, ':') && !bs_unit_mark(q, last - 1, ','))) return;
	q->waits = true;
	q->waiting = c->source;
	q->waiting_cue = q->units[c->head].token;
}

static void try_verb(struct bs_quoting *q, uint32_t unit)
{
	struct bs_cue c = {.head = unit, .form = form_of(q, unit), .limit = BS_NONE};
	read_group(q, &c);
	if (c.first < q->taken || !is_verb(q, &c) || is_passive(&c)) return;
	find_speaker(q, &c);
	if (try_as(q, &c) || try_before(q, &c)) return;
	if (nobody(&c.source) && !closes_with_marks(q, q->unit_count)) return;
	if (try_after(q, &c)) return;
	leave_waiting(q, &c);
	remember(q, &c);
}

/* According to S, C.   C, according to S.   C1, according to S, C2. */
static void try_according(struct bs_quoting *q, uint32_t unit)
{
	struct bs_cue c = {.head = unit, .first = unit, .start = unit, .limit = BS_NONE};
	uint32_t end;
	c.source = bs_find_phrase(q, unit + 2, false, &end);
	if (nobody(&c.source)) return;
	uint32_t begin = q->solid;
	while (begin < unit && (bs_unit_text(q, begin, "and") || bs_unit_text(q, begin, "but") ||
				bs_unit_mark(q, begin, ',')))
		begin++;
	if (q->solid > 0 && begin >= unit) return; /* "..., she said, according to" is hers */
	if (begin >= unit || unit - begin < 2) {
		end = bs_skip_apposition(q, end);
		uint32_t to = bs_clause_end(q, end, &c);
		take(q, &c, end, to, 0, 0);
		settle(q, to);
	} else {
		uint32_t rest = end, to = end;
		if (rest < q->unit_count && bs_unit_mark(q, rest, ',') &&
		    bs_unit_mark(q, unit - 1, ',') && rest + 1 < q->unit_count &&
		    bs_unit_in(q, rest + 1, BS_LIST_AUXILIARY))
			to = bs_clause_end(q, ++rest, &c);
		drop_objects(q);
		take(q, &c, begin, unit, rest, to);
		settle(q, to > end ? to : end);
	}
	q->subject = c.source;
	q->subject_known = true;
}

/* Ann Bell: “...” */
static void try_colon(struct bs_quoting *q, uint32_t unit)
{
	if (q->waits || (unit + 1 < q->unit_count && q->units[unit + 1].stretch == BS_NONE)) return;
	if (unit + 2 < q->unit_count && q->tokens[q->units[unit + 2].token].kind == BS_WORD) return;
	struct bs_cue c = {.head = unit, .first = unit, .start = unit, .limit = BS_NONE};
	c.source = q->subject_known ? q->subject : bs_find_leading(q, 0, unit);
	if (!c.source.mention_count) return;
	c.borrowed = true;
	if (unit + 1 >= q->unit_count) {
		leave_waiting(q, &c);
		return;
	}
	uint32_t to = bs_content_end(q, unit + 1, &c);
	take(q, &c, unit + 1, to, 0, 0);
	settle(q, to);
}

void bs_find_cues(struct bs_quoting *q)
{
	settle(q, 0);
	q->subject_known = false;
	for (uint32_t i = 0; i < q->unit_count; i++) {
		const struct bs_unit *u = &q->units[i];
		if (i < q->taken || u->stretch != BS_NONE) continue;
		if (bs_unit_mark(q, i, ':'))
			try_colon(q, i);
		else if (u->lists & cue_lists && u->mention == BS_NONE)
			try_verb(q, i);
		else if (i + 2 < q->unit_count && bs_unit_text(q, i, "according") &&
			 bs_unit_text(q, i + 1, "to"))
			try_according(q, i);
	}
}
