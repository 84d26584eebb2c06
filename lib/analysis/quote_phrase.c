#include "analysis/quote_phrase.h"

#include <string.h>

enum {
	LONGEST_OWN = 10, /* units of a phrase that names nobody */
	LONGEST_TIME = 4  /* "a few hours later" */
};

const struct bs_mention *bs_mention_of(const struct bs_quoting *q, uint32_t unit)
{
	uint32_t m = q->units[unit].mention;
	return m == BS_NONE ? NULL : &q->article->mentions[m];
}

bool bs_is_person(const struct bs_quoting *q, uint32_t unit)
{
	const struct bs_mention *m = bs_mention_of(q, unit);
	return m && m->kind == BS_PERSON;
}

/* Somebody's name, not an office such as "the Chief Executive". */
bool bs_is_name(const struct bs_quoting *q, uint32_t unit)
{
	if (!bs_is_person(q, unit)) return false;
	const struct bs_mention *m = bs_mention_of(q, unit);
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
	if (u->stretch != BS_NONE) return q->stretches[u->stretch].after;
	return bs_number_end(q->tokens, u->token);
}

/* The last unit of the mention that the unit is part of. */
uint32_t bs_mention_end(const struct bs_quoting *q, uint32_t unit, uint32_t limit)
{
	uint32_t m = q->units[unit].mention;
	while (unit + 1 < limit && q->units[unit + 1].mention == m) unit++;
	return unit;
}

bool bs_is_comma(const struct bs_quoting *q, uint32_t unit)
{
	return bs_unit_mark(q, unit, ',') || bs_unit_dash(q, unit);
}

bool bs_is_conjunction(const struct bs_quoting *q, uint32_t unit)
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

/* "the self-[made] man": a later part of a compound. */
static bool is_compound_part(const struct bs_quoting *q, uint32_t unit)
{
	const struct bs_token *t = &q->tokens[q->units[unit].token];
	return unit > 0 && bs_unit_mark(q, unit - 1, '-') && !((t[-1].flags | t->flags) & BS_SPACE);
}

/* A verb that needs no help: "wore", "comes". */
bool bs_is_finite(const struct bs_quoting *q, uint32_t unit)
{
	return bs_unit_in(q, unit, BS_LIST_VERB_FORM) && q->units[unit].mention == BS_NONE &&
	       !bs_unit_capital(q, unit) && !is_compound_part(q, unit);
}

/* "About 30", "nearly all", "at least six": no place or time, but how many. */
bool bs_is_count(const struct bs_quoting *q, uint32_t unit)
{
	static const char *const words[] = {"about", "around", "over", "up", "at"};
	uint32_t number = unit + 1;
	if (!bs_unit_any(q, unit, words, sizeof words / sizeof *words)) return false;
	if (bs_unit_text(q, unit, "up"))
		number += bs_unit_text(q, number, "to");
	else if (bs_unit_text(q, unit, "at"))
		return bs_unit_text(q, number, "least") || bs_unit_text(q, number, "most");
	return number < q->unit_count && !bs_unit_marked(q, number) &&
	       (bs_unit_text(q, number, "half") ||
		q->tokens[q->units[number].token].kind == BS_NUMBER ||
		bs_unit_in(q, number, BS_LIST_CARDINAL));
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
	if (u->mention != BS_NONE || bs_is_count(q, from)) return false;
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

struct bs_source bs_from_mention(const struct bs_quoting *q, uint32_t unit)
{
	const struct bs_mention *m = bs_mention_of(q, unit);
	struct bs_source s = {.first = m->first, .last = m->last};
	add_mention(&s, q->units[unit].mention);
	return s;
}

/* "Ann Bell and Bob Cole": the others that are joined to the mention at unit. */
static void add_joined(const struct bs_quoting *q, struct bs_source *s, uint32_t unit, uint32_t to)
{
	for (;;) {
		uint32_t next = bs_mention_end(q, unit, to) + 1;
		while (next < to && bs_unit_mark(q, next, ',')) next++;
		if (next < to && bs_unit_text(q, next, "and")) next++;
		if (next >= to || next == bs_mention_end(q, unit, to) + 1) return;
		const struct bs_mention *m = bs_mention_of(q, next);
		if (!m || m->kind == BS_PRONOUN || is_possessive(q, bs_mention_end(q, next, to)))
			return;
		add_mention(s, q->units[next].mention);
		s->last = m->last;
		unit = next;
	}
}

/* The head of a noun phrase ends where a preposition or a clause begins. */
uint32_t bs_head_end(const struct bs_quoting *q, uint32_t from, uint32_t to)
{
	uint32_t i = from;
	while (i < to) {
		const struct bs_unit *u = &q->units[i];
		if (u->mention != BS_NONE && bs_mention_of(q, i)->kind != BS_PRONOUN) {
			i = bs_mention_end(q, i, to) + 1;
			continue;
		}
		if (i > from && (bs_unit_is(u, BS_LIST_PREPOSITION) ||
				 bs_unit_is(u, BS_LIST_SUBORDINATOR) || bs_is_comma(q, i)))
			break;
		i++;
	}
	return i;
}

/* "Child Health [Professor] Ann Bell": a title within, so that what stands before it belongs to what
 * he is the head of. */
static bool holds_title(const struct bs_quoting *q, uint32_t from, uint32_t to)
{
	for (uint32_t i = from + 1; i + 1 < to; i++)
		if (bs_unit_in(q, i, BS_LIST_HONORIFIC))
			return !bs_unit_in(q, from, BS_LIST_HONORIFIC);
	return false;
}

/* "the paper's editor for news and sport Ann Bell": the name at the end of a
 * description. */
static uint32_t last_name(const struct bs_quoting *q, uint32_t from, uint32_t to)
{
	if (!bs_is_name(q, to - 1) || is_possessive(q, to - 1)) return BS_NONE;
	uint32_t i = to - 1;
	while (i > from && q->units[i - 1].mention == q->units[to - 1].mention) i--;
	if (i == from) return BS_NONE;
	const struct bs_unit *before = &q->units[i - 1];
	/* "president of the Colleges of Law and Health Professor Ann Bell" */
	if (bs_is_conjunction(q, i - 1) && holds_title(q, i, to) && !bs_is_name(q, from) &&
	    bs_unit_in(q, from + bs_unit_in(q, from, BS_LIST_DETERMINER), BS_LIST_SPEAKER_NOUN))
		return i;
	if (q->tokens[before->token].kind != BS_WORD || bs_is_conjunction(q, i - 1) ||
	    bs_unit_is(before, BS_LIST_PREPOSITION) ||
	    (bs_is_verbal(q, i - 1) && !bs_unit_text(q, i - 1, "heard")))
		return BS_NONE;
	for (uint32_t k = from; k + 1 < i; k++)
		if (bs_is_conjunction(q, k) && bs_is_name(q, k - (k > from))) return BS_NONE;
	return i;
}

/* The first person in [from, to), or the body that its head ends with. */
static struct bs_source read_head(const struct bs_quoting *q, uint32_t from, uint32_t head,
				  uint32_t to)
{
	struct bs_source s = {0};
	uint32_t body = BS_NONE;
	for (uint32_t i = from; i < head; i = bs_mention_end(q, i, head) + 1) {
		const struct bs_mention *m = bs_mention_of(q, i);
		if (!m) continue;
		uint32_t end = bs_mention_end(q, i, head);
		if (is_possessive(q, end) && end + 1 < head) continue;
		if (m->kind == BS_PERSON || (m->kind == BS_PRONOUN && i == from)) {
			s = bs_from_mention(q, i);
			add_joined(q, &s, i, to);
			return s;
		}
		if (m->kind == BS_BODY && (end + 1 == head || body == BS_NONE)) body = i;
	}
	if (body == BS_NONE || bs_mention_end(q, body, head) + 1 != head) return s;
	s = bs_from_mention(q, body);
	add_joined(q, &s, body, to);
	return s;
}

/* "a joint statement [by Mr Cole and Ms Bell]": who made it. */
static struct bs_source read_maker(const struct bs_quoting *q, uint32_t head, uint32_t to)
{
	struct bs_source s = {0};
	if (head == to || !bs_unit_in(q, head - 1, BS_LIST_SPEECH_NOUN) ||
	    (!bs_unit_text(q, head, "by") && !bs_unit_text(q, head, "from")))
		return s;
	for (uint32_t i = head + 1; i < to && i < head + 4; i++) {
		if (!bs_is_person(q, i)) continue;
		s = bs_from_mention(q, i);
		add_joined(q, &s, i, to);
		break;
	}
	return s;
}

/* "Giving", at the head of a sentence too. */
static bool ends_in_ing(const struct bs_quoting *q, uint32_t unit)
{
	const struct bs_token *t = &q->tokens[q->units[unit].token];
	return t->kind == BS_WORD && t->end - t->start > 5 &&
	       memcmp(q->article->document.text + t->end - 3, "ing", 3) == 0;
}

/* "Hours later", "here", "publicly": when, where or how. */
static bool is_adverbial(const struct bs_quoting *q, uint32_t from, uint32_t to)
{
	static const char *const ends[] = {"later", "earlier", "ago",  "before", "after", "here",
					   "there", "now",     "then", "again",  "alike"};
	const struct bs_token *t = &q->tokens[q->units[to - 1].token];
	const char *end = q->article->document.text + t->end;
	if (bs_unit_any(q, to - 1, ends, sizeof ends / sizeof *ends)) return true;
	return from + 1 == to && t->end - t->start > 4 && end[-1] == 'y' && end[-2] == 'l' &&
	       !bs_token_is(t, BS_LIST_SPEAKER_NOUN);
}

/* Can a phrase that names nobody be who speaks: "a neighbour", not "last month", "of them" or
 * "giving evidence"? */
static bool opens_own_words(const struct bs_quoting *q, uint32_t from, uint32_t to)
{
	static const char *const times[] = {"last", "this", "next", "earlier", "later"};
	const struct bs_unit *u = &q->units[from];
	if (u->mention != BS_NONE || u->stretch != BS_NONE) return true;
	if (bs_unit_is(u, BS_LIST_DAY_ADVERB) || bs_unit_is(u, BS_LIST_ADVERB) ||
	    (bs_unit_is(u, BS_LIST_PREPOSITION) && !bs_is_count(q, from)))
		return false;
	if (bs_unit_any(q, from, times, sizeof times / sizeof *times) &&
	    (bs_unit_in(q, to - 1, BS_LIST_TIME_UNIT) || bs_unit_in(q, to - 1, BS_LIST_DAY_PART)))
		return false;
	if (bs_unit_is(u, BS_LIST_SPEAKER_NOUN) || bs_unit_in(q, to - 1, BS_LIST_SPEAKER_NOUN))
		return true;
	return to - from <= LONGEST_OWN && !ends_in_ing(q, from);
}

/* Is it no noun, so that nobody's own words end in it: "also", "himself", "of", "and"? */
static bool is_left_over(const struct bs_quoting *q, uint32_t unit)
{
	static const char *const selves[] = {"himself",    "herself", "itself",
					     "themselves", "both",    "only"};
	const struct bs_unit *u = &q->units[unit];
	if (u->mention != BS_NONE || u->stretch != BS_NONE || bs_unit_capital(q, unit))
		return false;
	return bs_unit_is(u, BS_LIST_ADVERB) || bs_unit_is(u, BS_LIST_DAY_ADVERB) ||
	       bs_unit_is(u, BS_LIST_PREPOSITION) || bs_is_conjunction(q, unit) ||
	       bs_unit_ends(q, unit, "ly") ||
	       bs_unit_any(q, unit, selves, sizeof selves / sizeof *selves);
}

/* "last night", "this week" */
static bool is_last_night(const struct bs_quoting *q, uint32_t unit)
{
	static const char *const words[] = {"last", "this", "next", "each", "every"};
	return bs_unit_any(q, unit, words, sizeof words / sizeof *words) &&
	       (bs_unit_in(q, unit + 1, BS_LIST_TIME_UNIT) ||
		bs_unit_in(q, unit + 1, BS_LIST_DAY_PART));
}

/* The unit where the words end that somebody without a name is called by: before "who", before a
 * verb ("the office [put out a statement]", "a survey [published in May]"). */
static uint32_t own_end(const struct bs_quoting *q, uint32_t from, uint32_t to)
{
	static const char *const articles[] = {"the", "a", "an"};
	uint32_t end = from + 1;
	/* What follows an article is no verb: "a newly [released] report", "the [walk]". */
	if (bs_unit_any(q, from, articles, sizeof articles / sizeof *articles)) {
		while (end < to && bs_unit_ends(q, end, "ly")) end++;
		if (end < to) end++;
	}
	while (end < to && !bs_is_finite(q, end) &&
	       !(bs_is_relative(q, end) && !bs_unit_in(q, end, BS_LIST_SPEAKER_NOUN)))
		end++;
	for (;;) {
		if (end > from && is_left_over(q, end - 1))
			end--;
		else if (end > from + 2 && is_last_night(q, end - 2))
			end -= 2;
		else
			return end;
	}
}

/* Is this nobody after all: an adjective alone ("the new"), an owner without what he owns, what
 * somebody has or is at that speaks no more than he ("her time in office")? */
static bool is_no_speaker(const struct bs_quoting *q, uint32_t from, uint32_t end)
{
	static const char *const owners[] = {"his", "her", "its", "their", "my", "our", "your"};
	static const char *const adjectives[] = {"new", "latest", "recent", "special", "same"};
	bool known = false;
	for (uint32_t i = from; i < end; i++) known |= bs_unit_in(q, i, BS_LIST_SPEAKER_NOUN);
	if (known) return is_possessive(q, end - 1);
	return bs_unit_any(q, from, owners, sizeof owners / sizeof *owners) ||
	       (bs_is_finite(q, from) && !is_possessive(q, from)) || is_possessive(q, end - 1) ||
	       bs_unit_any(q, end - 1, adjectives, sizeof adjectives / sizeof *adjectives);
}

struct bs_source bs_read_phrase(const struct bs_quoting *q, uint32_t from, uint32_t to)
{
	struct bs_source none = {0};
	if (from >= to) return none;
	uint32_t head = bs_head_end(q, from, to), name = last_name(q, from, to);
	struct bs_source own = {.first = q->units[from].token, .last = end_token(q, to - 1)};
	if (bs_unit_in(q, to - 1, BS_LIST_SPEAKER_NOUN) && q->units[to - 1].mention == BS_NONE &&
	    q->units[from].mention != BS_NONE && bs_mention_of(q, from)->kind == BS_BODY)
		return own; /* "Department for Education spokesman" */
	if (name != BS_NONE) return bs_from_mention(q, name);
	struct bs_source s = head > from ? read_maker(q, head, to) : none;
	if (!s.mention_count) s = read_head(q, from, head, to);
	if (s.mention_count) return s;
	for (uint32_t i = from; i < head; i++) {
		const struct bs_mention *m = bs_mention_of(q, i);
		if (m && m->kind == BS_PRONOUN && m->subject) return bs_from_mention(q, i);
		if (bs_unit_in(q, i, BS_LIST_AUXILIARY)) return none;
	}
	uint32_t end = own_end(q, from, to);
	if (end < head && end > from) s = read_head(q, from, end, end);
	if (s.mention_count) return s;
	if (to - from <= LONGEST_TIME && is_adverbial(q, from, to)) return none;
	if (end == from || !opens_own_words(q, from, end) || is_no_speaker(q, from, end))
		return none;
	own.last = end_token(q, end - 1);
	return own;
}

bool bs_is_relative(const struct bs_quoting *q, uint32_t unit)
{
	return bs_unit_text(q, unit, "who") || bs_unit_text(q, unit, "which") ||
	       bs_unit_text(q, unit, "that") || bs_unit_text(q, unit, "who's") ||
	       bs_unit_text(q, unit, "who'd") || bs_unit_text(q, unit, "who've");
}
