#include "analysis/quote_clause.h"

/* A subject is looked for from its verb back to the border of its clause, and
 * is cut at commas: "In Leeds on Monday, Ann Bell, who runs the shop, said".
 * A segment in front of a comma that ends or begins with a person is that
 * person; what follows it is apposition. */

enum { FARTHEST_SUBJECT = 60 }; /* units from a verb back to its subject */

static const struct bs_mention *mention_of(const struct bs_quoting *q, uint32_t unit)
{
	uint32_t m = q->units[unit].mention;
	return m == BS_NONE ? NULL : &q->article->mentions[m];
}

static bool is_person(const struct bs_quoting *q, uint32_t unit)
{
	const struct bs_mention *m = mention_of(q, unit);
	return m && m->kind == BS_PERSON;
}

/* Somebody's name, not an office such as "the Chief Executive". */
static bool is_name(const struct bs_quoting *q, uint32_t unit)
{
	if (!is_person(q, unit)) return false;
	const struct bs_mention *m = mention_of(q, unit);
	for (uint32_t i = m->first; i < m->last; i++)
		if (bs_token_is(&q->tokens[i], BS_LIST_PREPOSITION)) return false;
	const struct bs_token *last = &q->tokens[m->last - 1];
	return last->flags & BS_CAPITAL && !bs_token_is(last, BS_LIST_SPEAKER_NOUN);
}

static bool is_possessive(const struct bs_quoting *q, uint32_t unit)
{
	const struct bs_token *t = &q->tokens[q->units[unit].token];
	if (t->flags & BS_POSSESSIVE) return true;
	/* Mr Davies' */
	return unit + 1 < q->unit_count &&
	       (bs_unit_mark(q, unit + 1, '\'') || bs_unit_mark(q, unit + 1, 0x2019)) &&
	       !(q->tokens[q->units[unit + 1].token].flags & BS_SPACE);
}

static uint32_t end_token(const struct bs_quoting *q, uint32_t unit)
{
	const struct bs_unit *u = &q->units[unit];
	return u->stretch == BS_NONE ? u->token + 1 : q->stretches[u->stretch].after;
}

/* The last unit of the mention that the unit is part of. */
static uint32_t mention_end(const struct bs_quoting *q, uint32_t unit, uint32_t limit)
{
	uint32_t m = q->units[unit].mention;
	while (unit + 1 < limit && q->units[unit + 1].mention == m) unit++;
	return unit;
}

static bool is_comma(const struct bs_quoting *q, uint32_t unit)
{
	return bs_unit_mark(q, unit, ',') || bs_unit_dash(q, unit);
}

static bool is_conjunction(const struct bs_quoting *q, uint32_t unit)
{
	return bs_unit_text(q, unit, "and") || bs_unit_text(q, unit, "but") ||
	       bs_unit_text(q, unit, "or") || bs_unit_text(q, unit, "yet");
}

bool bs_is_verbal(const struct bs_quoting *q, uint32_t unit)
{
	const struct bs_unit *u = &q->units[unit];
	if (u->stretch != BS_NONE) return false;
	if (bs_unit_is(u, BS_LIST_AUXILIARY)) return true;
	const struct bs_token *t = &q->tokens[u->token];
	if (t->flags & BS_CAPITAL || t->kind != BS_WORD) return false;
	int form = bs_word_value(t->word, BS_LIST_CUE_SAY);
	if (form == BS_PAST) return true;
	const char *text = q->article->document.text;
	return t->end - t->start > 4 && text[t->end - 1] == 'd' && text[t->end - 2] == 'e';
}

static bool any_verbal(const struct bs_quoting *q, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (bs_is_verbal(q, i)) return true;
	return false;
}

static bool is_border(const struct bs_quoting *q, uint32_t unit)
{
	const struct bs_unit *u = &q->units[unit];
	if (u->stretch != BS_NONE) return true;
	const struct bs_token *t = &q->tokens[u->token];
	if (t->kind == BS_MARK)
		return t->value == ';' || t->value == ':' || t->value == '(' || t->value == '?' ||
		       t->value == '!';
	if (t->kind != BS_WORD || u->mention != BS_NONE) return false;
	return bs_unit_text(q, unit, "but") || bs_unit_text(q, unit, "because") ||
	       bs_unit_text(q, unit, "although") || bs_unit_text(q, unit, "though");
}

/* Does the segment open with what cannot be a subject: "In May", "who runs", "speaking to"? */
bool bs_is_introduction(const struct bs_quoting *q, uint32_t from, uint32_t to)
{
	if (from >= to) return true;
	const struct bs_unit *u = &q->units[from];
	const struct bs_token *t = &q->tokens[u->token];
	if (u->stretch != BS_NONE) return true;
	if (bs_unit_text(q, from, "who") || bs_unit_text(q, from, "which") ||
	    bs_unit_text(q, from, "whose"))
		return true;
	if (u->mention != BS_NONE) return false;
	if (bs_unit_is(u, BS_LIST_PREPOSITION) || bs_unit_is(u, BS_LIST_SUBORDINATOR)) {
		/* "that" and "one" also open a noun phrase */
		return !bs_unit_text(q, from, "that") || from + 1 == to;
	}
	if (bs_unit_is(u, BS_LIST_ADVERB) || bs_unit_is(u, BS_LIST_DAY_ADVERB))
		return to - from < 3;
	const char *text = q->article->document.text;
	if (t->kind == BS_WORD && t->end - t->start > 4 && from + 1 < to) {
		const char *e = text + t->end;
		bool ing = e[-1] == 'g' && e[-2] == 'n' && e[-3] == 'i';
		bool ed = e[-1] == 'd' && e[-2] == 'e';
		if (ing || ed) return true;
		if (e[-1] == 'y' && e[-2] == 'l') return to - from < 3;
	}
	return t->kind == BS_NUMBER && to - from == 1;
}

static void add_mention(struct bs_source *s, uint32_t mention)
{
	for (uint32_t i = 0; i < s->mention_count; i++)
		if (s->mentions[i] == mention) return;
	if (s->mention_count < 4) s->mentions[s->mention_count++] = mention;
}

static struct bs_source from_mention(const struct bs_quoting *q, uint32_t unit)
{
	const struct bs_mention *m = mention_of(q, unit);
	struct bs_source s = {.first = m->first, .last = m->last};
	add_mention(&s, q->units[unit].mention);
	return s;
}

/* "Ann Bell and Bob Cole": the others that are joined to the mention at unit. */
static void add_joined(const struct bs_quoting *q, struct bs_source *s, uint32_t unit, uint32_t to)
{
	for (;;) {
		uint32_t next = mention_end(q, unit, to) + 1;
		while (next < to && bs_unit_mark(q, next, ',')) next++;
		if (next < to && bs_unit_text(q, next, "and")) next++;
		if (next >= to || next == mention_end(q, unit, to) + 1) return;
		const struct bs_mention *m = mention_of(q, next);
		if (!m || m->kind == BS_PRONOUN || is_possessive(q, mention_end(q, next, to)))
			return;
		add_mention(s, q->units[next].mention);
		s->last = m->last;
		unit = next;
	}
}

/* The head of a noun phrase ends where a preposition or a clause begins. */
static uint32_t head_end(const struct bs_quoting *q, uint32_t from, uint32_t to)
{
	uint32_t i = from;
	while (i < to) {
		const struct bs_unit *u = &q->units[i];
		if (u->mention != BS_NONE && mention_of(q, i)->kind != BS_PRONOUN) {
			i = mention_end(q, i, to) + 1;
			continue;
		}
		if (i > from && (bs_unit_is(u, BS_LIST_PREPOSITION) ||
				 bs_unit_is(u, BS_LIST_SUBORDINATOR) || is_comma(q, i)))
			break;
		i++;
	}
	return i;
}

/* "the paper's editor for news and sport Ann Bell": the name at the end of a
 * description. */
static uint32_t last_name(const struct bs_quoting *q, uint32_t from, uint32_t to)
{
	if (!is_name(q, to - 1) || is_possessive(q, to - 1)) return BS_NONE;
	uint32_t i = to - 1;
	while (i > from && q->units[i - 1].mention == q->units[to - 1].mention) i--;
	if (i == from) return BS_NONE;
	const struct bs_unit *before = &q->units[i - 1];
	if (q->tokens[before->token].kind != BS_WORD || is_conjunction(q, i - 1) ||
	    bs_unit_is(before, BS_LIST_PREPOSITION) || bs_is_verbal(q, i - 1))
		return BS_NONE;
	for (uint32_t k = from; k + 1 < i; k++)
		if (is_conjunction(q, k) && is_name(q, k - (k > from))) return BS_NONE;
	return i;
}

/* Reads the noun phrase [from, to), which holds no apposition. */
static struct bs_source read_phrase(const struct bs_quoting *q, uint32_t from, uint32_t to)
{
	struct bs_source none = {0};
	if (from >= to) return none;
	uint32_t head = head_end(q, from, to);
	if (bs_unit_in(q, to - 1, BS_LIST_SPEAKER_NOUN) && q->units[to - 1].mention == BS_NONE &&
	    q->units[from].mention != BS_NONE && mention_of(q, from)->kind == BS_BODY) {
		struct bs_source s = {.first = q->units[from].token, .last = end_token(q, to - 1)};
		return s; /* "Department for Education spokesman" */
	}
	uint32_t body = BS_NONE, name = last_name(q, from, to);
	if (name != BS_NONE) return from_mention(q, name);
	for (uint32_t i = from; i < head; i = mention_end(q, i, head) + 1) {
		const struct bs_mention *m = mention_of(q, i);
		if (!m) continue;
		uint32_t end = mention_end(q, i, head);
		if (is_possessive(q, end) && end + 1 < head) continue;
		if (m->kind == BS_PERSON || (m->kind == BS_PRONOUN && i == from)) {
			struct bs_source s = from_mention(q, i);
			add_joined(q, &s, i, to);
			return s;
		}
		if (m->kind == BS_BODY && (end + 1 == head || body == BS_NONE)) body = i;
	}
	/* "a joint statement by Mr Cole and Ms Bell" */
	if (head < to && head > from && bs_unit_in(q, head - 1, BS_LIST_SPEECH_NOUN) &&
	    (bs_unit_text(q, head, "by") || bs_unit_text(q, head, "from")))
		for (uint32_t i = head + 1; i < to && i < head + 4; i++)
			if (is_person(q, i)) {
				struct bs_source s = from_mention(q, i);
				add_joined(q, &s, i, to);
				return s;
			}
	if (body != BS_NONE && mention_end(q, body, head) + 1 == head) {
		struct bs_source s = from_mention(q, body);
		add_joined(q, &s, body, to);
		return s;
	}
	for (uint32_t i = from; i < head; i++)
		if (bs_unit_in(q, i, BS_LIST_AUXILIARY)) return none;
	struct bs_source s = {.first = q->units[from].token, .last = end_token(q, to - 1)};
	return s;
}

static bool is_relative(const struct bs_quoting *q, uint32_t unit)
{
	return bs_unit_text(q, unit, "who") || bs_unit_text(q, unit, "which") ||
	       bs_unit_text(q, unit, "that");
}

/* Leaves off what opens a segment before its subject when no comma does:
 * "In response to the report Ann Bell". */
static uint32_t skip_introduction(const struct bs_quoting *q, uint32_t from, uint32_t to)
{
	while (from < to && is_conjunction(q, from)) from++;
	if (from >= to || !bs_is_introduction(q, from, to)) return from;
	if (from + 1 == to || is_relative(q, from) || bs_unit_text(q, from, "whose")) return to;
	for (uint32_t i = to; i-- > from + 1;) {
		const struct bs_unit *u = &q->units[i];
		const struct bs_mention *m = mention_of(q, i);
		if (m && m->kind == BS_PRONOUN) return i;
		if (m) {
			while (i > from + 1 && q->units[i - 1].mention == u->mention) i--;
			if (!bs_unit_in(q, i - 1, BS_LIST_PREPOSITION)) {
				if (bs_unit_in(q, i - 1, BS_LIST_DETERMINER)) i--;
				return i;
			}
			continue;
		}
		if (bs_unit_is(u, BS_LIST_DAY_ADVERB)) return i + 1 < to ? i + 1 : to;
		if (bs_unit_is(u, BS_LIST_SPEAKER_PRONOUN) && i + 1 == to) return i;
		if (bs_unit_is(u, BS_LIST_DETERMINER) && i > from &&
		    !bs_unit_in(q, i - 1, BS_LIST_PREPOSITION))
			return i;
	}
	return to;
}

/* Where the clause of the subject begins: after the last border before the verb. */
static uint32_t clause_start(const struct bs_quoting *q, uint32_t low, uint32_t verb)
{
	if (verb - low > FARTHEST_SUBJECT) low = verb - FARTHEST_SUBJECT;
	uint32_t i = verb;
	while (i > low && !is_border(q, i - 1)) {
		/* "resigned, and Ann Bell said", "asked whether she said" */
		if (bs_unit_text(q, i - 1, "and") && i < verb && any_verbal(q, low, i - 1)) break;
		if (q->units[i - 1].mention == BS_NONE && i < verb &&
		    (bs_unit_text(q, i - 1, "while") || bs_unit_text(q, i - 1, "as") ||
		     bs_unit_text(q, i - 1, "that") || bs_unit_text(q, i - 1, "when") ||
		     bs_unit_text(q, i - 1, "if") || bs_unit_text(q, i - 1, "whether") ||
		     bs_unit_text(q, i - 1, "what")) &&
		    !bs_unit_mark(q, verb - 1, ','))
			break;
		i--;
	}
	return i;
}

/* The unit of a token, which is at `from` or behind it. */
static uint32_t unit_of(const struct bs_quoting *q, uint32_t from, uint32_t token)
{
	while (from + 1 < q->unit_count && q->units[from].token < token) from++;
	return from;
}

/* The subject in front of a comma: the person whom what follows describes. */
static struct bs_source before_comma(const struct bs_quoting *q, uint32_t low, uint32_t end,
				     uint32_t *start)
{
	struct bs_source none = {0};
	uint32_t to = end, plain = BS_NONE, plain_end = 0, office = BS_NONE, office_end = 0;
	for (uint32_t i = end + 1; i-- > low;) {
		if (i > low && !is_comma(q, i - 1)) continue;
		uint32_t from = skip_introduction(q, i, to);
		if (from < to) {
			struct bs_source s = read_phrase(q, from, to);
			bool described = head_end(q, from, to) < to; /* "Leader of the Council" */
			if (s.mention_count && !described &&
			    is_name(q, unit_of(q, from, s.first))) {
				*start = from;
				return s;
			}
			if (s.mention_count &&
			    q->article->mentions[s.mentions[0]].kind != BS_BODY &&
			    (office == BS_NONE || is_name(q, unit_of(q, from, s.first))))
				office = from, office_end = to;
			if (to != end || from != i) plain = from, plain_end = to;
			if (plain == BS_NONE && i == low) plain = from, plain_end = to;
			if (to != end && s.mention_count && office == BS_NONE) break;
		}
		if (i == low) break;
		to = i - 1;
	}
	if (office != BS_NONE) plain = office, plain_end = office_end;
	if (plain == BS_NONE) return none;
	*start = plain;
	return read_phrase(q, plain, plain_end);
}

/* "Ann Bell, who said": the pronoun is the mention, the name before it the speaker. */
static struct bs_source antecedent(const struct bs_quoting *q, uint32_t low, uint32_t unit)
{
	struct bs_source none = {0};
	uint32_t to = unit;
	if (to > low && is_comma(q, to - 1)) to--;
	for (uint32_t i = to; i-- > low && to - i < 12;) {
		if (mention_of(q, i) && mention_of(q, i)->kind != BS_PRONOUN) {
			struct bs_source s = from_mention(q, i);
			s.first = q->units[unit].token;
			s.last = s.first + 1;
			return s;
		}
		if (is_comma(q, i) || is_border(q, i)) break;
	}
	none.first = q->units[unit].token;
	none.last = none.first + 1;
	return none;
}

/* "Ann Bell, Leader of the Opposition said": no comma behind the apposition. */
static bool is_open_apposition(const struct bs_quoting *q, uint32_t low, uint32_t from, uint32_t to)
{
	if (from < low + 2 || !is_comma(q, from - 1) || !is_name(q, from - 2) || is_name(q, from))
		return false;
	uint32_t start = from - 1;
	while (start > low && !is_comma(q, start - 1)) start--;
	if (bs_is_introduction(q, start, from - 1) && bs_unit_in(q, start, BS_LIST_PREPOSITION) &&
	    from - 1 - start < 4)
		return false;
	if (!bs_unit_capital(q, from)) return false;
	for (uint32_t i = from; i < head_end(q, from, to); i++)
		if (bs_unit_in(q, i, BS_LIST_SPEAKER_NOUN)) return true;
	return false;
}

struct bs_source bs_find_subject(struct bs_quoting *q, uint32_t low, uint32_t verb, uint32_t *start)
{
	struct bs_source none = {0};
	*start = verb;
	if (verb <= low) return none;
	uint32_t before = verb - 1;
	if (is_relative(q, before)) {
		*start = before;
		return antecedent(q, low, before);
	}
	const struct bs_mention *m = mention_of(q, before);
	if (m && m->kind == BS_PRONOUN) {
		*start = before;
		return from_mention(q, before);
	}
	uint32_t clause = clause_start(q, low, verb);
	if (clause >= verb) return none;
	if (is_comma(q, before)) return before_comma(q, clause, before, start);
	uint32_t from = verb;
	while (from > clause && !is_comma(q, from - 1)) from--;
	uint32_t segment = from;
	from = skip_introduction(q, from, verb);
	if (is_open_apposition(q, clause, from, verb)) {
		uint32_t person = from - 2;
		while (person > clause &&
		       q->units[person - 1].mention == q->units[from - 2].mention)
			person--;
		*start = person;
		return from_mention(q, person);
	}
	if (from >= verb) {
		*start = segment;
		return none;
	}
	*start = from;
	return read_phrase(q, from, verb);
}

struct bs_source bs_find_phrase(struct bs_quoting *q, uint32_t from, bool apposition, uint32_t *end)
{
	uint32_t i = from;
	while (i < q->unit_count) {
		const struct bs_unit *u = &q->units[i];
		const struct bs_token *t = &q->tokens[u->token];
		if (u->stretch != BS_NONE || is_border(q, i) || is_comma(q, i)) break;
		if (t->kind == BS_MARK && (t->value == '.' || t->value == ',') &&
		    u->mention == BS_NONE)
			break;
		if (bs_unit_is(u, BS_LIST_SUBORDINATOR) && u->mention == BS_NONE && i > from) break;
		if (bs_unit_is(u, BS_LIST_DAY_ADVERB) && i > from) break;
		if (bs_unit_is(u, BS_LIST_AUXILIARY)) break;
		i++;
	}
	*end = i;
	struct bs_source s = read_phrase(q, from, i);
	/* "said the leader of the council, Ann Bell" */
	if (apposition && (!s.mention_count || !is_name(q, unit_of(q, from, s.first))) &&
	    i + 1 < q->unit_count && bs_unit_mark(q, i, ',') && is_name(q, i + 1)) {
		uint32_t last = mention_end(q, i + 1, q->unit_count);
		if (last + 1 == q->unit_count ||
		    q->tokens[q->units[last + 1].token].kind == BS_MARK) {
			*end = last + 1;
			return from_mention(q, i + 1);
		}
	}
	return s;
}

struct bs_source bs_find_leading(struct bs_quoting *q, uint32_t from, uint32_t before)
{
	struct bs_source none = {0};
	while (from < before) {
		uint32_t to = from;
		while (to < before && !is_comma(q, to) && q->units[to].stretch == BS_NONE &&
		       !bs_unit_mark(q, to, ';') && !bs_unit_mark(q, to, ':'))
			to++;
		uint32_t first = from;
		while (first < to && is_conjunction(q, first)) first++;
		if (first < to && !bs_is_introduction(q, first, to)) {
			uint32_t end = first;
			while (end < to && (!bs_is_verbal(q, end) || end == first)) end++;
			for (uint32_t i = first; i < end; i++)
				if (bs_unit_in(q, i, BS_LIST_PREPOSITION) && i > first) end = i;
			return read_phrase(q, first, end);
		}
		from = to + 1;
	}
	return none;
}
