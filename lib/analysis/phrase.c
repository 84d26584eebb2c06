#include "analysis/candidate.h"

#include <string.h>

enum { LONGEST_CHUNK = 24, LONGEST_ROLE = 18 };

struct scan {
	struct bs_article *article;
	const struct bs_token *t;
	struct bs_candidates *out;
	uint32_t sentence, first, last; /* the sentence and its tokens */
	uint32_t quote_seen;            /* up to where marks of quotation were looked at */
	bool quoted;                    /* are we inside them there? */
	bool headline; /* its words begin with capitals, so that these tell little */
	uint32_t apposed_from, apposed_last, apposed_to;
};

int bs_noun_class(const struct bs_token *token)
{
	return token->word ? bs_word_value(token->word, BS_LIST_SPEAKER_NOUN) : 0;
}

static int grammar(const struct bs_token *t)
{
	return t->word ? bs_word_value(t->word, BS_LIST_GRAMMAR_WORD) : 0;
}

static bool is_capital(const struct bs_token *t)
{
	return t->kind == BS_WORD && (t->flags & BS_CAPITAL);
}

static bool is_person_noun(int class)
{
	return class == 'p' || class == 'm' || class == 'f' || class == 'g';
}

static bool ends_in(const struct scan *s, const struct bs_token *t, const char *ending)
{
	size_t n = strlen(ending);
	const char *text = s->article->document.text;
	return t->end - t->start > n + 1 && memcmp(text + t->end - n, ending, n) == 0;
}

static bool is_text(const struct scan *s, uint32_t i, const char *word)
{
	return i < s->last && bs_token_text(&s->t[i], s->article->document.text, word);
}

/* "of" or "for": what joins a noun with the rest of its name. */
static bool is_of(const struct scan *s, uint32_t i)
{
	return i < s->last && s->t[i].kind == BS_WORD && grammar(&s->t[i]) == 'p' &&
	       (is_text(s, i, "of") || is_text(s, i, "for"));
}

/* Is token i a mark that belongs to the word before it: of an initial, an
 * abbreviated title or a compound? */
static bool joins(const struct scan *s, uint32_t i)
{
	const struct bs_token *t = s->t;
	if (i == s->first || i + 1 >= s->last || t[i - 1].kind == BS_MARK) return false;
	if (bs_token_mark(&t[i], '.')) {
		if (!is_capital(&t[i - 1]) || !is_capital(&t[i + 1]) || (t[i].flags & BS_SPACE))
			return false;
		return t[i - 1].end - t[i - 1].start == 1 ||
		       bs_token_is(&t[i - 1], BS_LIST_HONORIFIC) ||
		       bs_token_is(&t[i - 1], BS_LIST_NAME_PARTICLE);
	}
	if (bs_token_mark(&t[i], '\'') || bs_token_mark(&t[i], 0x2019)) /* Childrens' Services */
		return ends_in(s, &t[i - 1], "s") && !(t[i].flags & BS_SPACE) &&
		       (t[i + 1].flags & BS_SPACE) &&
		       (bs_noun_class(&t[i + 1]) || bs_token_is(&t[i + 1], BS_LIST_NOUN_MODIFIER));
	if (bs_token_mark(&t[i], '&')) return is_capital(&t[i - 1]) && is_capital(&t[i + 1]);
	if (!bs_token_mark(&t[i], '-') && !bs_token_mark(&t[i], 0x2010) &&
	    !bs_token_mark(&t[i], 0x2011))
		return false;
	return !(t[i].flags & BS_SPACE) && !(t[i + 1].flags & BS_SPACE) && t[i + 1].kind != BS_MARK;
}

/* May the capital of word i be due to its place: after the start, a mark of quotation, a colon? */
static bool is_first_word(const struct scan *s, uint32_t i)
{
	if (i == s->first) return true;
	const struct bs_token *before = &s->t[i - 1];
	return before->kind == BS_MARK && !joins(s, i - 1) && !bs_token_mark(before, ',') &&
	       !bs_token_mark(before, '(');
}

/* Is it a later part of a compound, such as "moon" in Ban Ki-moon? */
static bool is_compound_part(const struct scan *s, uint32_t i)
{
	return i > s->first + 1 && s->t[i - 1].kind == BS_MARK && s->t[i - 1].value != '.' &&
	       !(s->t[i].flags & BS_SPACE) && joins(s, i - 1);
}

/* Is there a verb at i, or behind an adverb there? */
static bool is_verb(const struct scan *s, uint32_t i)
{
	if (i < s->last && s->t[i].kind == BS_WORD && !is_capital(&s->t[i]) &&
	    (ends_in(s, &s->t[i], "ly") || is_text(s, i, "also") || is_text(s, i, "later")))
		i++;
	return i < s->last && bs_token_is(&s->t[i], BS_LIST_VERB_FORM);
}

/* May a word in lower case go on with a noun phrase that began with a determiner? */
static bool fits_after_determiner(const struct scan *s, uint32_t i, uint32_t from)
{
	const struct bs_token *t = &s->t[i], *before = &s->t[i - 1];
	if (i == from) return true;
	if (ends_in(s, t, "ly")) return false;
	if (!ends_in(s, t, "ed") && !ends_in(s, t, "ing")) return true;
	if (before->kind == BS_MARK || ends_in(s, before, "ly")) return true;
	return bs_token_is(before, BS_LIST_NOUN_MODIFIER) && !bs_noun_class(before);
}

static bool goes_on_with_of(const struct scan *s, uint32_t i)
{
	if (!is_of(s, i) || !is_capital(&s->t[i - 1]) || !bs_noun_class(&s->t[i - 1])) return false;
	uint32_t next = i + 1;
	if (is_text(s, next, "the")) next++;
	return next < s->last && is_capital(&s->t[next]) && !grammar(&s->t[next]);
}

/* "Department of Health and Social Care", "Children and Families Trust" */
static bool goes_on_with_and(const struct scan *s, uint32_t i, bool in_of)
{
	if (i + 1 >= s->last || !is_capital(&s->t[i - 1]) || !is_capital(&s->t[i + 1]) ||
	    !is_text(s, i, "and"))
		return false;
	const struct bs_token *next = &s->t[i + 1];
	if (in_of) return bs_token_is(next, BS_LIST_NOUN_MODIFIER) || bs_noun_class(next) == 'g';
	return bs_noun_class(next - 2) == 'g' && bs_noun_class(next) == 'g';
}

/* May a word in lower case stand in a phrase? */
static bool word_fits(const struct scan *s, uint32_t i, uint32_t from, bool determined)
{
	const struct bs_token *t = &s->t[i];
	if (!t->word) return determined && fits_after_determiner(s, i, from);
	if (bs_token_is(t, BS_LIST_NAME_PARTICLE) && i + 1 < s->last && i > from &&
	    is_capital(&s->t[i - 1]) &&
	    (is_capital(&s->t[i + 1]) || bs_token_is(&s->t[i + 1], BS_LIST_NAME_PARTICLE) ||
	     joins(s, i + 1)))
		return true;
	int g = grammar(t);
	if (g == 'x') return i == from || (determined && !bs_noun_class(t - 1));
	if (g) return false;
	if (bs_token_is(t, BS_LIST_VERB_FORM)) return determined && i == from;
	if (bs_noun_class(t) || bs_token_is(t, BS_LIST_NOUN_MODIFIER)) return true;
	return determined && fits_after_determiner(s, i, from);
}

/* Where the noun phrase or name ends that begins at `from`, after its determiner. */
static uint32_t chunk_end(const struct scan *s, uint32_t from, bool determined)
{
	bool in_of = false;
	uint32_t i = from;
	for (; i < s->last && i < from + LONGEST_CHUNK; i++) {
		const struct bs_token *t = &s->t[i];
		if (t->kind == BS_MARK) {
			if (i == from || !joins(s, i)) break;
			continue;
		}
		if (t->kind == BS_NUMBER) {
			if (!determined || i > from + 1) break;
			continue;
		}
		if (is_compound_part(s, i)) continue;
		if (i > from && goes_on_with_of(s, i)) {
			in_of = true;
			if (is_text(s, i + 1, "the")) i++;
			continue;
		}
		if (i > from && goes_on_with_and(s, i, in_of)) continue;
		if (is_capital(t)) {
			int g = grammar(t);
			if (g && i > from && !s->headline && !bs_token_is(t, BS_LIST_PRONOUN) &&
			    (bs_token_is(&s->t[i - 1], BS_LIST_GIVEN) ||
			     bs_token_is(&s->t[i - 1], BS_LIST_HONORIFIC)))
				continue; /* Theresa May, George Will */
			if (g && !(g == 'x' && i == from)) break;
			if (s->headline && bs_token_is(t, BS_LIST_VERB_FORM)) break;
			continue;
		}
		if (!word_fits(s, i, from, determined)) break;
	}
	while (i > from && s->t[i - 1].kind == BS_MARK && !bs_token_mark(&s->t[i - 1], '.')) i--;
	return i;
}

/* Follows the marks of quotation up to token `to`; each paragraph begins outside them. */
static void follow_quotes(struct scan *s, uint32_t to)
{
	for (; s->quote_seen < to; s->quote_seen++) {
		const struct bs_token *t = &s->t[s->quote_seen];
		if (t->flags & BS_LINE) s->quoted = false;
		if (t->kind != BS_MARK) continue;
		bool opens = (t->flags & BS_SPACE) && !(t[1].flags & BS_SPACE);
		switch (t->value) {
		case 0x201C: s->quoted = true; break;
		case 0x201D: s->quoted = false; break;
		case '"': s->quoted = !s->quoted; break;
		case 0x2018: s->quoted = s->quoted || opens; break;
		case '\'': s->quoted = s->quoted ? !(t[1].flags & BS_SPACE) : opens; break;
		default: break;
		}
	}
}

/* Does a subject begin at token i? */
static bool is_subject(const struct scan *s, uint32_t i)
{
	if (i == s->first || s->t[i - 1].kind == BS_MARK) return true;
	return grammar(&s->t[i - 1]) == 'f' && !bs_token_is(&s->t[i - 1], BS_LIST_VERB_FORM);
}

static struct bs_candidate *push(struct scan *s, uint32_t first, uint32_t last)
{
	follow_quotes(s, first);
	struct bs_candidate *c = BS_PUSH(&s->article->arena, s->out->at, s->out->count);
	*c = (struct bs_candidate){.first = first,
				   .last = last,
				   .name_first = first,
				   .name_last = last,
				   .head = last - 1,
				   .sentence = s->sentence,
				   .quoted = s->quoted,
				   .subject = is_subject(s, first),
				   .same_as = BS_NOBODY};
	return c;
}

static uint8_t gender_of(int letter)
{
	return letter == 'm' ? BS_MALE : letter == 'f' ? BS_FEMALE : BS_GENDER_UNKNOWN;
}

/* "former head of Children's Services Mark Douglas": where in what follows "of" does a name begin
 * that is not its object?  `end` if nowhere. */
static uint32_t name_after_of(const struct scan *s, uint32_t from, uint32_t end)
{
	for (uint32_t i = from + 1; i + 1 < end; i++) {
		const struct bs_token *t = &s->t[i], *before = t - 1;
		int class = bs_noun_class(before);
		if (is_capital(t) && bs_token_is(t, BS_LIST_GIVEN) && is_capital(t + 1) &&
		    !bs_noun_class(t + 1) && !bs_token_is(before, BS_LIST_HONORIFIC) &&
		    (class == 'b' || bs_token_is(before, BS_LIST_PLACE) ||
		     bs_token_is(before, BS_LIST_NOUN_MODIFIER)))
			return i;
	}
	return end;
}

/* Before the name: "Det Insp", "Council leader", "Prime Minister" - where does the name begin? */
static uint32_t name_start(const struct scan *s, uint32_t from, uint32_t end)
{
	uint32_t start = from;
	bool after_of = false;
	for (uint32_t i = from; i + 1 < end; i++) {
		const struct bs_token *t = &s->t[i];
		if (t->kind == BS_MARK) continue;
		if (!is_capital(t) && !bs_token_is(t, BS_LIST_NAME_PARTICLE)) start = i + 1;
		if (is_of(s, i)) {
			after_of = true;
			continue;
		}
		if (after_of) {
			continue;
		}
		bool title = bs_token_is(t, BS_LIST_HONORIFIC) ||
			     is_person_noun(bs_noun_class(t)) || (t->flags & BS_POSSESSIVE);
		if (!title) continue;
		start = i + 1;
		if (bs_token_mark(&s->t[i + 1], '.')) start++;
	}
	return after_of ? name_after_of(s, start, end) : start;
}

/* Of a name's tokens, how many are words? */
static uint32_t count_words(const struct scan *s, uint32_t from, uint32_t end)
{
	uint32_t n = 0;
	for (uint32_t i = from; i < end; i++) n += s->t[i].kind != BS_MARK;
	return n;
}

static uint32_t skip_determiner(const struct scan *s, uint32_t i)
{
	while (i < s->last && s->t[i].kind == BS_WORD && grammar(&s->t[i]) == 'd') i++;
	return i;
}

/* The end of an office named after a name, at most up to the next comma or verb; `from` if there is none. */
static uint32_t role_end(const struct scan *s, uint32_t from)
{
	uint32_t start = skip_determiner(s, from), i = chunk_end(s, start, true);
	if (i == start || !is_person_noun(bs_noun_class(&s->t[i - 1]))) {
		bool found = false; /* "Leader of the Council" in capitals is one chunk */
		for (uint32_t k = start; k < i && !found; k++)
			found = is_of(s, k) && k > start &&
				is_person_noun(bs_noun_class(&s->t[k - 1]));
		if (!found) return from;
	}
	for (; i < s->last && i < from + LONGEST_ROLE; i++) {
		const struct bs_token *t = &s->t[i];
		if (t->kind == BS_MARK) {
			if (!joins(s, i) && !(bs_token_mark(t, '.') && (t[-1].flags & BS_CAPITAL) &&
					      t[-1].end - t[-1].start == 1))
				break;
			continue;
		}
		int g = grammar(t);
		if (g == 'f' && !is_text(s, i, "and") && !is_text(s, i, "or")) break;
		if (t->flags & BS_CAPITAL) continue;
		if (!g && bs_token_is(t, BS_LIST_VERB_FORM)) break;
		if (!bs_noun_class(t) && ends_in(s, t, "ed") && (t[-1].flags & BS_CAPITAL)) break;
	}
	while (i > from && grammar(&s->t[i - 1]) && !is_capital(&s->t[i - 1])) i--;
	return i;
}

/* "(Con, Baildon)", "(Shipley)" after a member's name; not "(right)" or an actor's part. */
static bool is_party_or_place(const struct scan *s, const struct bs_candidate *c, uint32_t from,
			      uint32_t end)
{
	bool member = bs_token_is(&s->t[c->first], BS_LIST_HONORIFIC) && c->first < c->name_first;
	for (uint32_t i = from; i < end; i++) {
		const struct bs_token *t = &s->t[i];
		if (t->kind == BS_WORD && !is_capital(t)) return false;
		if (bs_token_is(t, BS_LIST_PARTY) || bs_token_is(t, BS_LIST_PLACE)) member = true;
	}
	return member;
}

/* After a name: "(Con, Baildon)", ", Leader of Bradford Council,", ", 45, a teacher".  Notes the
 * office, and returns where reading goes on. */
static uint32_t read_after_name(struct scan *s, uint32_t index, uint32_t at)
{
	const struct bs_token *t = s->t;
	bool bracket = false;
	if (at + 2 < s->last && bs_token_mark(&t[at], '(')) {
		uint32_t close = at + 1;
		while (close < s->last && close < at + 9 && !bs_token_mark(&t[close], ')')) close++;
		if (close < s->last && bs_token_mark(&t[close], ')')) {
			struct bs_candidate *c = &s->out->at[index];
			if (c->role_first == c->role_last &&
			    is_party_or_place(s, c, at + 1, close)) {
				c->role_first = at + 1;
				c->role_last = close;
				c->weak_role = true;
			}
			bracket = true;
			at = close + 1;
		}
	}
	uint32_t from = at;
	if (at < s->last && bs_token_mark(&t[at], ',')) {
		from = at + 1;
		if (from + 1 < s->last && t[from].kind == BS_NUMBER && t[from].value < 120 &&
		    bs_token_mark(&t[from + 1], ','))
			from += 2;
	} else if (!bracket || at >= s->last || !is_capital(&t[at])) {
		return at;
	}
	if (from >= s->last || t[from].kind != BS_WORD) return at;
	uint32_t end = role_end(s, from);
	/* "told Jane Smith, the minister said": the minister is another */
	if (end == from || (is_text(s, from, "the") && is_verb(s, end))) return at;
	struct bs_candidate *c = &s->out->at[index];
	if (c->role_first == c->role_last || c->weak_role) {
		c->role_first = skip_determiner(s, from);
		c->role_last = end;
		c->weak_role = false;
	}
	s->apposed_from = from;
	s->apposed_last = end;
	s->apposed_to = index;
	return at;
}

/* "the council leader, Susan Hinchcliffe, said": the office before the name is hers. */
static void join_noun_before(struct scan *s, uint32_t index)
{
	if (index == 0) return;
	struct bs_candidate *c = &s->out->at[index], *before = c - 1;
	uint32_t after = c->last;
	if (before->form != BS_FORM_NOUN || before->kind != BS_PERSON || before->plural ||
	    before->same_as != BS_NOBODY || before->sentence != c->sentence ||
	    c->first != before->last + 1 || !bs_token_mark(&s->t[before->last], ','))
		return;
	if (after < s->last && !bs_token_mark(&s->t[after], ',') && s->t[after].kind == BS_MARK)
		return;
	before->same_as = index;
	if (c->role_first == c->role_last) {
		c->role_first = before->name_first;
		c->role_last = before->last;
	}
}

/* "MPs Philip Davies (Shipley) and Robbie Moore (Keighley)": an office in the plural is that of all. */
static void share_role(struct scan *s, uint32_t index)
{
	if (index == 0) return;
	struct bs_candidate *c = &s->out->at[index];
	const struct bs_candidate *before = c - 1;
	if (c->sentence != before->sentence || before->form != BS_FORM_NAME ||
	    before->kind != BS_PERSON || before->role_first == before->role_last ||
	    before->role_last > before->name_first ||
	    (c->role_first < c->role_last && !c->weak_role) ||
	    bs_noun_class(&s->t[before->role_last - 1]) != 'g')
		return;
	uint32_t i = c->first - 1;
	if (!is_text(s, i, "and") && !bs_token_mark(&s->t[i], ',')) return;
	if (i - before->last > 6) return;
	c->role_first = before->role_first;
	c->role_last = before->role_last;
	c->weak_role = false;
}

/* The offices and titles in [from, start) before a name. */
static void read_titles(struct scan *s, struct bs_candidate *c, uint32_t from, uint32_t start)
{
	bool office = false, weak = true;
	uint32_t end = from;
	for (uint32_t i = from; i < start; i++) {
		const struct bs_token *t = &s->t[i];
		int honorific = t->word ? bs_word_value(t->word, BS_LIST_HONORIFIC) : 0;
		int class = bs_noun_class(t);
		if (honorific == 'm' || honorific == 'f') c->gender = gender_of(honorific);
		if (class == 'm' || class == 'f') c->gender = gender_of(class);
		if (honorific || is_person_noun(class)) c->certain = true;
		if (is_person_noun(class)) office = true, end = i + 1;
		if (t->kind == BS_WORD && !honorific) weak = false;
	}
	if (!office) return;
	bool of = false;
	for (uint32_t i = from; i < start; i++) of = of || is_of(s, i);
	c->role_first = from;
	c->role_last = of ? start : end;
	c->weak_role = weak;
	/* "Keighley and Ilkley MP" */
	if (from >= s->first + 2 && is_capital(&s->t[from]) && is_text(s, from - 1, "and") &&
	    is_capital(&s->t[from - 2]) && is_text(s, end - 1, "mp") && end > from + 1)
		c->role_first = from - 2;
}

/* What kind of name is in [from, end)? */
static void tell_kind(struct scan *s, struct bs_candidate *c, uint32_t from, uint32_t end)
{
	const struct bs_token *t = s->t, *head = &t[end - 1], *lead = &t[from];
	uint32_t words = count_words(s, from, end);
	int given = lead->word ? bs_word_value(lead->word, BS_LIST_GIVEN) : 0;
	int class = 0;
	for (uint32_t i = from; i < end; i++) {
		if (i > from && is_of(s, i)) break;
		if (t[i].kind == BS_WORD) class = bs_noun_class(&t[i]), c->head = i;
	}
	c->kind = BS_PERSON;
	if (c->certain) {
		if (!c->gender) c->gender = gender_of(given);
		return;
	}
	if (class == 'b' || class == 'd' || class == 'g') {
		c->kind = BS_BODY;
		c->certain = true;
		c->gender = BS_NEUTER;
		c->plural = class == 'g';
	} else if (given && words <= 4 &&
		   !(words == 1 &&
		     ((head->flags & BS_CAPITALS) || bs_token_is(head, BS_LIST_PLACE)))) {
		c->gender = gender_of(given);
		c->certain = words > 1;
	} else if (words == 1 || bs_token_is(head, BS_LIST_PLACE) ||
		   (lead->word && bs_word_value(lead->word, BS_LIST_PLACE) == 'p')) {
		c->kind = BS_BODY;
		c->gender = BS_NEUTER;
		c->certain = words == 1 &&
			     ((head->flags & BS_CAPITALS) || bs_token_is(head, BS_LIST_PLACE));
		if (words > 1 && !bs_token_is(lead, BS_LIST_PLACE)) /* Kersten England */
			c->kind = BS_PERSON, c->gender = BS_GENDER_UNKNOWN;
	}
}

/* A name in [from, end) with what stands before it from `first` on. */
static uint32_t emit_name(struct scan *s, uint32_t first, uint32_t from, uint32_t end)
{
	if (s->headline) { /* "Jane Smith Praises Local Team" */
		uint32_t most = from + 2;
		while (most < end && (s->t[most - 1].kind == BS_MARK || joins(s, most))) most++;
		if (bs_token_is(&s->t[from], BS_LIST_GIVEN) && most < end) end = most;
	}
	uint32_t start = from, last = end;
	bool letters = false;
	while (last > start + 1 && bs_token_is(&s->t[last - 1], BS_LIST_NAME_SUFFIX) &&
	       count_words(s, start, last) > 2) {
		letters = letters || is_text(s, last - 1, "mp");
		last--;
	}
	uint32_t titles = first < start ? skip_determiner(s, first) : start;
	struct bs_candidate *c = push(s, first, end);
	uint32_t index = (uint32_t)s->out->count - 1;
	c->form = BS_FORM_NAME;
	c->name_first = start;
	c->name_last = last;
	read_titles(s, c, titles, start);
	tell_kind(s, c, start, last);
	if (letters && c->role_first == c->role_last) {
		c->role_first = last;
		c->role_last = end;
		c->weak_role = true;
	}
	c->doubtful = !c->certain && count_words(s, start, last) == 1 && is_first_word(s, first) &&
		      !is_verb(s, end);
	if (s->headline && !c->certain) {
		s->out->count--;
		return end;
	}
	uint32_t at = end;
	if (c->kind == BS_PERSON && !(s->t[end - 1].flags & BS_POSSESSIVE))
		at = read_after_name(s, index, end);
	if (s->out->at[index].kind == BS_PERSON) {
		join_noun_before(s, index);
		share_role(s, index);
	}
	/* "Department for Education (DfE)" */
	c = &s->out->at[index];
	if (index > 0 && end == start + 1 && start >= s->first + 2 &&
	    bs_token_mark(&s->t[start - 1], '(') && end < s->last &&
	    bs_token_mark(&s->t[end], ')') && c[-1].last == start - 1 &&
	    c[-1].form == BS_FORM_NAME && c[-1].kind != BS_PERSON)
		c->same_as = index - 1;
	return at;
}

/* A noun phrase [first, end) with this head.  What is for or of follows. */
static uint32_t emit_noun(struct scan *s, uint32_t first, uint32_t from, uint32_t head,
			  uint32_t end)
{
	int class = bs_noun_class(&s->t[head]);
	uint32_t last = end;
	if (is_of(s, end) && !(s->t[head].flags & BS_POSSESSIVE)) {
		uint32_t start = skip_determiner(s, end + 1);
		uint32_t stop = chunk_end(s, start, true);
		uint32_t name = name_after_of(s, start, stop);
		if (name < stop && is_person_noun(class)) return emit_name(s, first, name, stop);
		if (stop > start) last = stop;
	}
	struct bs_candidate *c = push(s, first, last);
	c->form = BS_FORM_NOUN;
	c->name_first = from;
	c->head = head;
	c->kind = class == 'p' || class == 'm' || class == 'f' ? BS_PERSON : BS_BODY;
	c->gender = class == 'b' || class == 'd' ? BS_NEUTER : gender_of(class);
	c->plural = class == 'g';
	c->definite = first < from && !is_text(s, first, "a") && !is_text(s, first, "an") &&
		      !is_text(s, first, "one") && !is_text(s, first, "another");
	c->certain = true;
	if (first >= s->apposed_from && first < s->apposed_last && c->kind == BS_PERSON) {
		c->same_as = s->apposed_to;
		if (s->apposed_last > c->last) c->last = c->name_last = s->apposed_last;
		s->apposed_last = 0;
	}
	return c->last;
}

/* After a noun's phrase, does a word follow that makes it part of something else ("the council tax")? */
static bool is_compound(const struct scan *s, uint32_t head, uint32_t end)
{
	if (head + 1 >= end) return false;
	const struct bs_token *next = &s->t[head + 1];
	if (is_of(s, head + 1)) return false;
	if (next->kind != BS_WORD) return true;
	if (bs_noun_class(&s->t[head]) == 'g') return false;
	return !ends_in(s, next, "ed") && !ends_in(s, next, "s");
}

/* The last noun of the phrase that can speak: before any "of", unless what
 * follows that is itself a name before the noun (Department for Education spokesperson). */
static uint32_t find_head(const struct scan *s, uint32_t from, uint32_t end)
{
	uint32_t head = BS_NOBODY;
	for (uint32_t i = from; i < end; i++) {
		if (i > from && is_of(s, i)) break;
		if (s->t[i].kind == BS_WORD && bs_noun_class(&s->t[i])) head = i;
	}
	if (bs_noun_class(&s->t[end - 1]) && !is_capital(&s->t[end - 1])) return end - 1;
	return head;
}

/* How long is the part of [from, end) that is a name with letters behind it (Vicky Ford MP)? */
static bool ends_in_letters(const struct scan *s, uint32_t from, uint32_t end)
{
	if (end < from + 3 || !bs_token_is(&s->t[end - 1], BS_LIST_NAME_SUFFIX)) return false;
	uint32_t lead = end - 2;
	while (lead > from && is_capital(&s->t[lead - 1])) lead--;
	for (; lead + 2 < end; lead++)
		if (bs_token_is(&s->t[lead], BS_LIST_GIVEN) ||
		    (bs_token_is(&s->t[lead], BS_LIST_HONORIFIC) &&
		     !bs_token_is(&s->t[lead], BS_LIST_PLACE)))
			return true;
	return false;
}

/* The first of the words in capitals that end at `end`. */
static uint32_t capitals_start(const struct scan *s, uint32_t from, uint32_t end)
{
	uint32_t i = end;
	while (i > from) {
		const struct bs_token *t = &s->t[i - 1];
		if (!is_capital(t) && t->kind != BS_MARK && !is_compound_part(s, i - 1) &&
		    !(i < end && bs_token_is(t, BS_LIST_NAME_PARTICLE)) && !is_of(s, i - 1) &&
		    !is_text(s, i - 1, "the") && !is_text(s, i - 1, "and"))
			break;
		i--;
	}
	while (i < end && (!is_capital(&s->t[i]) ||
			   (grammar(&s->t[i]) == 'x' && !bs_token_is(&s->t[i], BS_LIST_PLACE))))
		i++;
	return i;
}

/* "Some said", "many of her followers believe". */
static uint32_t read_quantifier(struct scan *s, uint32_t first, uint32_t from)
{
	static const char *const words[] = {"some",    "many", "most",   "both",
					    "several", "few",  "another"};
	bool found = false;
	for (size_t i = 0; i < sizeof words / sizeof *words && !found; i++)
		found = is_text(s, from - 1, words[i]);
	if (!found || !(is_verb(s, from) || is_of(s, from))) return from;
	uint32_t at = emit_noun(s, first, from - 1, from - 1, from);
	struct bs_candidate *c = &s->out->at[s->out->count - 1];
	c->plural = !is_text(s, from - 1, "another");
	c->kind = BS_BODY;
	return at;
}

/* Reads the phrase that begins at `first`; returns where reading goes on. */
static uint32_t read_phrase(struct scan *s, uint32_t first)
{
	uint32_t from = skip_determiner(s, first);
	bool determined = from > first || s->t[first].kind == BS_NUMBER;
	uint32_t end = chunk_end(s, from, determined);
	if (end == from) return from > first ? read_quantifier(s, first, from) : first + 1;
	uint32_t letters = ends_in_letters(s, from, end) ? end - 1 : end;
	uint32_t capitals = capitals_start(s, from, end), head = find_head(s, from, letters);
	if (capitals < end) {
		uint32_t start = name_start(s, from, letters);
		if (start == letters) start = end;
		if (start < capitals) start = capitals;
		if (start < end && (head == BS_NOBODY || head < start)) {
			bool office = false;
			for (uint32_t i = from; i < start && !office; i++)
				office = is_person_noun(bs_noun_class(&s->t[i])) ||
					 bs_token_is(&s->t[i], BS_LIST_HONORIFIC);
			if (!office && head != BS_NOBODY) start = capitals;
			return emit_name(s, office ? first : start, start, end);
		}
		int class = head == BS_NOBODY ? 0 : bs_noun_class(&s->t[head]);
		bool named = class == 'b' || class == 'd' || class == 'g';
		if (head != BS_NOBODY && named && head >= capitals && end > capitals + 1 &&
		    capitals == from)
			return emit_name(s, first, from, end);
	}
	if (head == BS_NOBODY || is_compound(s, head, end)) {
		/* names inside it are still names */
		for (uint32_t i = from; i < end; i++)
			if (is_capital(&s->t[i]) && !grammar(&s->t[i])) {
				uint32_t stop = i + 1;
				while (stop < end && !(s->t[stop - 1].flags & BS_POSSESSIVE) &&
				       (is_capital(&s->t[stop]) ||
					(joins(s, stop) && is_capital(&s->t[stop + 1]))))
					stop++;
				emit_name(s, i, i, stop);
				return stop;
			}
		return end;
	}
	bool of = false;
	for (uint32_t i = head + 1; i < end && !of; i++) of = is_of(s, i);
	return emit_noun(s, first, from, head, of ? end : head + 1);
}

static bool read_pronoun(struct scan *s, uint32_t i)
{
	const struct bs_token *t = &s->t[i];
	int letter = t->word ? bs_word_value(t->word, BS_LIST_PRONOUN) : 0;
	if (!letter || ((t->flags & BS_CAPITALS) && !s->headline)) return false;
	struct bs_candidate *c = push(s, i, i + 1);
	c->form = BS_FORM_PRONOUN;
	c->kind = BS_PRONOUN;
	c->gender = letter == 'n' ? BS_NEUTER : gender_of(letter);
	c->plural = letter == 'p' || letter == 'u';
	return true;
}

/* Can a phrase begin here? */
static bool may_begin(const struct scan *s, uint32_t i)
{
	const struct bs_token *t = &s->t[i];
	if (t->kind == BS_MARK) return false;
	if (t->kind == BS_NUMBER) return !(t->flags & BS_CAPITALS);
	int g = grammar(t);
	if (g) return g == 'd' || g == 'x';
	if (t->flags & BS_CAPITAL) return true;
	return t->word && (bs_noun_class(t) || bs_token_is(t, BS_LIST_NOUN_MODIFIER));
}

/* Do most of its words begin with capitals? */
static bool is_headline(const struct scan *s, brad_role role)
{
	uint32_t words = 0, capitals = 0;
	for (uint32_t i = s->first; i < s->last; i++) {
		if (s->t[i].kind != BS_WORD || s->t[i].end - s->t[i].start < 4) continue;
		words++;
		capitals += is_capital(&s->t[i]);
	}
	if (role == BRAD_ROLE_TITLE) return capitals * 10 >= words * 7;
	return words > 5 && capitals * 10 >= words * 8;
}

static void scan_sentence(struct scan *s)
{
	s->apposed_last = 0;
	for (uint32_t i = s->first; i < s->last;) {
		if (read_pronoun(s, i) || !may_begin(s, i))
			i++;
		else
			i = read_phrase(s, i);
	}
}

void bs_find_candidates(struct bs_article *article, struct bs_candidates *out)
{
	struct scan s = {.article = article, .t = article->tokens.at, .out = out};
	for (size_t i = 0; i < article->sentence_count; i++) {
		if (article->sentences[i].role == BRAD_ROLE_FURNITURE) continue;
		s.sentence = (uint32_t)i;
		s.first = article->sentence_tokens[i].first;
		s.last = article->sentence_tokens[i].last;
		s.headline = is_headline(&s, article->sentences[i].role);
		scan_sentence(&s);
	}
}
