#include "analysis/quote_phrase.h"

/* A subject is looked for from its verb back to the border of its clause, and
 * is cut at commas: "In Leeds on Monday, Ann Bell, who runs the shop, said".
 * A segment in front of a comma that ends or begins with a person is that
 * person; what follows it is apposition. */

enum {
	FARTHEST_SUBJECT = 60, /* units from a verb back to its subject */
	LONGEST_TERM = 4,      /* tokens */
	LONGEST_PART = 3       /* units of "current [and former officials]" */
};

static bool any_verbal(const struct bs_quoting *q, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (bs_is_verbal(q, i)) return true;
	return false;
}

static bool any_finite(const struct bs_quoting *q, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (bs_is_finite(q, i)) return true;
	return any_verbal(q, from, to);
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

/* Leaves off what opens a segment before its subject when no comma does:
 * "In response to the report Ann Bell". */
static uint32_t skip_introduction(const struct bs_quoting *q, uint32_t from, uint32_t to)
{
	while (from < to && bs_is_conjunction(q, from)) from++;
	if (from >= to || !bs_is_introduction(q, from, to)) return from;
	if (from + 2 < to && bs_unit_text(q, from, "which") && bs_is_person(q, from + 1))
		return from + 1; /* "the mine, which Mr Clarke says" */
	if (from + 1 == to || bs_is_relative(q, from) || bs_unit_text(q, from, "whose")) return to;
	for (uint32_t i = to; i-- > from + 1;) {
		const struct bs_unit *u = &q->units[i];
		const struct bs_mention *m = bs_mention_of(q, i);
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

/* A term in marks, which is part of a phrase: "the shop called ‘Tide’ said". */
static bool is_term(const struct bs_quoting *q, uint32_t low, uint32_t unit)
{
	if (!bs_unit_marked(q, unit) || unit <= low || !bs_unit_word(q, unit - 1) ||
	    bs_is_conjunction(q, unit - 1))
		return false;
	const struct bs_marked *s = &q->stretches[q->units[unit].stretch];
	return s->closed && s->last - s->first <= LONGEST_TERM &&
	       !bs_ends_sentence(q, q->units[unit].stretch);
}

/* "..., she [and] another": does it join parts of one subject behind a comma? */
static bool joins_subject(const struct bs_quoting *q, uint32_t low, uint32_t unit)
{
	uint32_t i = unit;
	while (i > low && unit - i < LONGEST_PART && bs_unit_word(q, i - 1) &&
	       !bs_is_verbal(q, i - 1) && !bs_is_finite(q, i - 1))
		i--;
	return i < unit && i > low && bs_is_comma(q, i - 1);
}

/* "It resigned, [and] Ann Bell said", "it goes to Leeds [and] Ann Bell said": does another clause end
 * in front of it? */
static bool joins_clauses(const struct bs_quoting *q, uint32_t low, uint32_t unit, uint32_t verb)
{
	if (any_verbal(q, low, unit)) return true;
	if (bs_is_comma(q, verb - 1)) return false;
	uint32_t from = unit;
	while (from > low && !bs_is_comma(q, from - 1)) from--;
	return any_finite(q, from, unit);
}

/* Where the clause of the subject begins: after the last border before the verb. */
static uint32_t clause_start(const struct bs_quoting *q, uint32_t low, uint32_t verb)
{
	if (verb - low > FARTHEST_SUBJECT) low = verb - FARTHEST_SUBJECT;
	uint32_t i = verb;
	while (i > low && (!is_border(q, i - 1) || is_term(q, low, i - 1))) {
		if (bs_unit_text(q, i - 1, "and") && i < verb &&
		    joins_clauses(q, low, i - 1, verb) && !joins_subject(q, low, i - 1))
			break;
		/* "asked whether she said" */
		if (q->units[i - 1].mention == BS_NONE && i < verb &&
		    (bs_unit_text(q, i - 1, "while") || bs_unit_text(q, i - 1, "as") ||
		     bs_unit_text(q, i - 1, "that") || bs_unit_text(q, i - 1, "when") ||
		     bs_unit_text(q, i - 1, "if") || bs_unit_text(q, i - 1, "whether") ||
		     bs_unit_text(q, i - 1, "what")) &&
		    !bs_unit_mark(q, verb - 1, ','))
			break;
		/* "it came after Ann Bell said" */
		if (q->units[i - 1].mention == BS_NONE && i < verb &&
		    (bs_unit_text(q, i - 1, "after") || bs_unit_text(q, i - 1, "before") ||
		     bs_unit_text(q, i - 1, "until")) &&
		    !bs_unit_mark(q, verb - 1, ',') &&
		    (any_finite(q, low, i - 1) ||
		     (i > low + 1 && bs_unit_in(q, i - 2, BS_LIST_TIME_UNIT))))
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

/* Is the whole segment a name, be it of a person or not: "Morton Oakes, the warden for the moor,"? */
static bool is_only_name(const struct bs_quoting *q, uint32_t from, uint32_t to)
{
	const struct bs_mention *m = bs_mention_of(q, from);
	return m && m->kind != BS_PRONOUN && bs_unit_capital(q, from) &&
	       bs_mention_end(q, from, to) + 1 == to && to - from > 1;
}

/* The first unit of the mention that the unit is part of. */
static uint32_t mention_start(const struct bs_quoting *q, uint32_t low, uint32_t unit)
{
	while (unit > low && q->units[unit - 1].mention == q->units[unit].mention) unit--;
	return unit;
}

/* "Ann Bell, [in the School of Art], said": where somebody named is or is from. */
static bool is_whereabouts(const struct bs_quoting *q, uint32_t low, uint32_t i)
{
	return i > low + 1 && bs_is_name(q, i - 2) && bs_unit_in(q, i, BS_LIST_PREPOSITION) &&
	       q->units[i].mention == BS_NONE;
}

/* "Ann Bell, who has a dog, 2, and a son Bob, said": the comma before the clause of "who", as no verb but
 * the one behind the comma at `end` follows that clause; BS_NONE if one does. */
static uint32_t find_who(const struct bs_quoting *q, uint32_t low, uint32_t end)
{
	uint32_t found = BS_NONE;
	if (end - low > FARTHEST_SUBJECT) low = end - FARTHEST_SUBJECT;
	for (uint32_t i = low + 1; i + 1 < end; i++) {
		if (!bs_is_comma(q, i)) continue;
		if (bs_unit_text(q, i + 1, "who") || bs_unit_text(q, i + 1, "whose"))
			found = bs_mention_of(q, i - 1) ? i : BS_NONE;
		else if (found != BS_NONE && !bs_unit_text(q, found + 1, "whose") &&
			 (bs_is_verbal(q, i + 1) || bs_is_finite(q, i + 1)))
			found = BS_NONE;
	}
	return found;
}

/* The subject in front of a comma: the person whom what follows describes. */
static struct bs_source before_comma(const struct bs_quoting *q, uint32_t low, uint32_t end,
				     uint32_t *start)
{
	struct bs_source none = {0};
	uint32_t to = end, plain = BS_NONE, plain_end = 0, office = BS_NONE, office_end = 0;
	for (uint32_t i = end + 1; i-- > low;) {
		if (i > low && !bs_is_comma(q, i - 1)) continue;
		uint32_t from = skip_introduction(q, i, to);
		if (from < to && !is_whereabouts(q, low, i)) {
			struct bs_source s = bs_read_phrase(q, from, to);
			bool described =
				bs_head_end(q, from, to) < to; /* "Leader of the Council" */
			bool determined = bs_unit_in(q, from, BS_LIST_DETERMINER);
			if (s.mention_count && !described && !determined &&
			    (bs_is_name(q, unit_of(q, from, s.first)) ||
			     (to != end && is_only_name(q, from, to)))) {
				*start = from;
				return s;
			}
			if (s.mention_count &&
			    q->article->mentions[s.mentions[0]].kind != BS_BODY &&
			    (office == BS_NONE || bs_is_name(q, unit_of(q, from, s.first))))
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
	return bs_read_phrase(q, plain, plain_end);
}

/* Is its head a document: "the review", "a report of the floods"? */
static bool is_document(const struct bs_quoting *q, const struct bs_mention *m)
{
	uint32_t i = m->first;
	while (i + 1 < m->last && !bs_token_is(&q->tokens[i + 1], BS_LIST_PREPOSITION)) i++;
	return bs_token_is(&q->tokens[i], BS_LIST_DOCUMENT_NOUN);
}

/* Can "which" mean the mention that begins at `start`?  No person, no place behind a preposition,
 * and with a verb between the two nothing but a document: "a review of the roads in Selby was
 * published, which found". */
static bool may_be_which(const struct bs_quoting *q, uint32_t low, uint32_t start, bool verb)
{
	static const char *const places[] = {"in", "into", "at", "near", "across", "around"};
	const struct bs_mention *m = bs_mention_of(q, start);
	if (m->kind == BS_PERSON) return false;
	if (verb && !is_document(q, m)) return false;
	if (start > low && bs_unit_in(q, start - 1, BS_LIST_DETERMINER)) start--;
	return start == low || !bs_unit_any(q, start - 1, places, sizeof places / sizeof *places);
}

enum { FARTHEST_WHO = 12, FARTHEST_WHICH = 30 }; /* units back to what they follow */

/* "Ann Bell, who said": the pronoun is the mention, the name before it the speaker. */
static struct bs_source antecedent(const struct bs_quoting *q, uint32_t low, uint32_t unit)
{
	struct bs_source s = {0};
	uint32_t to = unit;
	bool which = bs_unit_text(q, unit, "which"), verb = false;
	if (!which) low = 0; /* “C,” said Ann Bell, who added: he has spoken before */
	if (to > low && bs_is_comma(q, to - 1)) to--;
	for (uint32_t i = to; i-- > low && to - i < (which ? FARTHEST_WHICH : FARTHEST_WHO);) {
		if (bs_mention_of(q, i) && bs_mention_of(q, i)->kind != BS_PRONOUN) {
			uint32_t start = mention_start(q, low, i);
			if (!which || may_be_which(q, low, start, verb)) {
				s = bs_from_mention(q, i);
				break;
			}
			i = start;
		} else if (bs_is_comma(q, i) || is_border(q, i)) {
			break;
		} else if (bs_is_verbal(q, i)) {
			verb = true;
		}
	}
	s.first = q->units[unit].token;
	s.last = s.first + 1;
	return s;
}

/* "Ann Bell, Leader of the Opposition said": no comma behind the apposition. */
static bool is_open_apposition(const struct bs_quoting *q, uint32_t low, uint32_t from, uint32_t to)
{
	if (from < low + 2 || !bs_is_comma(q, from - 1) || !bs_is_name(q, from - 2) ||
	    bs_is_name(q, from))
		return false;
	uint32_t start = from - 1;
	while (start > low && !bs_is_comma(q, start - 1)) start--;
	if (bs_is_introduction(q, start, from - 1) && bs_unit_in(q, start, BS_LIST_PREPOSITION) &&
	    from - 1 - start < 4)
		return false;
	if (!bs_unit_capital(q, from)) return false;
	bool office = false;
	for (uint32_t i = from; i < bs_head_end(q, from, to); i++) {
		office |= bs_unit_in(q, i, BS_LIST_SPEAKER_NOUN);
		/* "In a letter to Ann Bell, Bob Cole's office said" */
		if (q->tokens[q->units[i].token].flags & BS_POSSESSIVE) return false;
	}
	return office;
}

struct bs_source bs_find_subject(struct bs_quoting *q, uint32_t low, uint32_t verb, uint32_t *start)
{
	struct bs_source none = {0};
	*start = verb;
	if (verb <= low) return none;
	uint32_t before = verb - 1;
	if (bs_is_relative(q, before)) {
		*start = before;
		return antecedent(q, low, before);
	}
	const struct bs_mention *m = bs_mention_of(q, before);
	if (m && m->kind == BS_PRONOUN) {
		*start = before;
		return bs_from_mention(q, before);
	}
	uint32_t clause = clause_start(q, low, verb);
	if (clause >= verb) return none;
	if (bs_is_comma(q, before)) {
		uint32_t who = find_who(q, low, before);
		struct bs_source s =
			who != BS_NONE ? bs_find_subject(q, low, who + 1, start) : none;
		return s.mention_count ? s : before_comma(q, clause, before, start);
	}
	uint32_t from = verb;
	while (from > clause && !bs_is_comma(q, from - 1)) from--;
	uint32_t segment = from;
	from = skip_introduction(q, from, verb);
	if (is_open_apposition(q, clause, from, verb)) {
		uint32_t person = from - 2;
		while (person > clause &&
		       q->units[person - 1].mention == q->units[from - 2].mention)
			person--;
		*start = person;
		return bs_from_mention(q, person);
	}
	if (from >= verb) {
		*start = segment;
		return none;
	}
	*start = from;
	return bs_read_phrase(q, from, verb);
}

struct bs_source bs_find_phrase(struct bs_quoting *q, uint32_t from, bool apposition, uint32_t *end)
{
	uint32_t i = from;
	while (i < q->unit_count) {
		const struct bs_unit *u = &q->units[i];
		const struct bs_token *t = &q->tokens[u->token];
		if (u->stretch != BS_NONE || is_border(q, i) || bs_is_comma(q, i)) break;
		if (t->kind == BS_MARK && (t->value == '.' || t->value == ',') &&
		    u->mention == BS_NONE)
			break;
		if (bs_unit_is(u, BS_LIST_SUBORDINATOR) && u->mention == BS_NONE && i > from) break;
		if (bs_unit_is(u, BS_LIST_DAY_ADVERB) && i > from) break;
		if (bs_unit_is(u, BS_LIST_AUXILIARY)) break;
		i++;
	}
	*end = i;
	struct bs_source s = bs_read_phrase(q, from, i);
	/* "said the leader of the council, Ann Bell" */
	if (apposition && (!s.mention_count || !bs_is_name(q, unit_of(q, from, s.first))) &&
	    i + 1 < q->unit_count && bs_unit_mark(q, i, ',') && bs_is_name(q, i + 1)) {
		uint32_t last = bs_mention_end(q, i + 1, q->unit_count);
		if (last + 1 == q->unit_count ||
		    q->tokens[q->units[last + 1].token].kind == BS_MARK) {
			*end = last + 1;
			return bs_from_mention(q, i + 1);
		}
	}
	return s;
}

/* Can this be the verb of a subject before it? */
static bool is_verb_of(const struct bs_quoting *q, uint32_t unit)
{
	if (bs_is_verbal(q, unit)) return true;
	if (q->units[unit].mention != BS_NONE || bs_unit_in(q, unit, BS_LIST_CUE_NOUN))
		return false;
	uint16_t word = q->tokens[q->units[unit].token].word;
	return bs_word_value(word, BS_LIST_CUE_SAY) == BS_THIRD;
}

struct bs_source bs_find_leading(struct bs_quoting *q, uint32_t from, uint32_t before)
{
	struct bs_source leading = {0};
	bool found = false;
	while (from < before) {
		uint32_t to = from;
		while (to < before && !bs_is_comma(q, to) && q->units[to].stretch == BS_NONE &&
		       !bs_unit_mark(q, to, ';') && !bs_unit_mark(q, to, ':'))
			to++;
		uint32_t first = from;
		while (first < to && bs_is_conjunction(q, first)) first++;
		/* "Ann Bell, the leader of the council, [said] so" */
		if (found && first < to && is_verb_of(q, first)) break;
		if (first < to && !bs_is_introduction(q, first, to)) {
			uint32_t end = first;
			while (end < to && (end == first || !is_verb_of(q, end))) end++;
			bool verb = end < to && !bs_is_relative(q, first);
			for (uint32_t i = first; i < end; i++)
				if (bs_unit_in(q, i, BS_LIST_PREPOSITION) && i > first) end = i;
			if (verb) return bs_read_phrase(q, first, end);
			if (!found) leading = bs_read_phrase(q, first, end);
			found = !bs_nobody(&leading);
		}
		from = to + 1;
	}
	return leading;
}
