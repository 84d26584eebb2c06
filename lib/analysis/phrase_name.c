#include "analysis/phrase.h"

/* Follows the marks of quotation up to token `to`; each paragraph begins outside them. */
static void follow_quotes(struct bs_scan *s, uint32_t to)
{
	for (; *s->mark < to; s->mark++) {
		const struct bs_token *t = &s->t[*s->mark];
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
static bool is_subject(const struct bs_scan *s, uint32_t i)
{
	if (i == s->first || s->t[i - 1].kind == BS_MARK) return true;
	return bs_grammar(&s->t[i - 1]) == 'f' && !bs_token_is(&s->t[i - 1], BS_LIST_VERB_FORM);
}

struct bs_candidate *bs_push_candidate(struct bs_scan *s, uint32_t first, uint32_t last)
{
	follow_quotes(s, first);
	struct bs_candidate *c = BS_PLACE(&s->article->scratch, s->out->at, s->out->count);
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

uint8_t bs_gender_of(int letter)
{
	return letter == 'm' ? BS_MALE : letter == 'f' ? BS_FEMALE : BS_GENDER_UNKNOWN;
}

/* "the office of [President] Ann Bell", "the son of [MP] Ann Bell"; not "the Chief of [Staff] Ann
 * Bell", nor "Head of the Navy [Admiral] Ann Bell". */
static bool is_one_in_office(const struct bs_scan *s, uint32_t i)
{
	const struct bs_token *t = &s->t[i];
	if (bs_token_is(t, BS_LIST_HONORIFIC)) return !bs_is_capital(t - 1);
	return bs_is_person_noun(bs_noun_class(t)) && !bs_is_text(s, i, "staff");
}

/* "former head of Children's Services Mark Douglas": where in what follows "of" does a name begin
 * that is not its object?  `end` if nowhere. */
static uint32_t name_after_of(const struct bs_scan *s, uint32_t from, uint32_t end)
{
	for (uint32_t i = from + 1; i + 1 < end; i++) {
		const struct bs_token *t = &s->t[i], *before = t - 1;
		if (bs_is_capital(t) && bs_token_is(t, BS_LIST_GIVEN) && bs_is_capital(t + 1) &&
		    !bs_noun_class(t + 1) && before->kind == BS_WORD &&
		    !bs_token_is(before, BS_LIST_GIVEN) && !is_one_in_office(s, i - 1))
			return i;
	}
	return end;
}

/* "Furious Ann Bell", "Joining Ann": a word that is no part of the name, though its place gives it
 * a capital; "its ambassador to Portugal Ann Bell": a place. */
static bool is_adjective(const struct bs_scan *s, uint32_t i, uint32_t end)
{
	const struct bs_token *t = &s->t[i];
	if (bs_token_is(t, BS_LIST_GIVEN) || !bs_token_is(t + 1, BS_LIST_GIVEN) ||
	    !bs_is_capital(t + 1))
		return false;
	bool two = i + 2 < end && bs_is_capital(t + 2);
	if (two && bs_token_is(t, BS_LIST_PLACE) && !bs_token_is(t + 2, BS_LIST_PLACE)) return true;
	if (two && (t->flags & BS_CAPITALS) && !(t[1].flags & BS_CAPITALS) && t->end - t->start > 2)
		return true; /* "GMB Ann Bell" */
	if (!bs_is_first_word(s, i)) return false;
	return (two && bs_token_is(t, BS_LIST_NOUN_MODIFIER)) || bs_token_is(t, BS_LIST_ADVERB) ||
	       bs_ends_in(s, t, "ing") || bs_token_is(t, BS_LIST_VERB_FORM);
}

/* "Leeds-[based] Ann Bell", "nine-year-[old] Ann", "Team-[mate] Ann Bell": does a compound end at i
 * that describes who is named behind it? */
static bool ends_description(const struct bs_scan *s, uint32_t i, uint32_t end)
{
	static const char *const ends[] = {"born", "based", "old", "led", "trained", "bred"};
	if (!bs_is_compound_part(s, i) || !bs_is_capital(&s->t[i + 1])) return false;
	if (!bs_is_capital(&s->t[i]) && i + 2 < end && bs_token_is(&s->t[i + 1], BS_LIST_GIVEN))
		return true;
	for (size_t k = 0; i + 1 < end && k < sizeof ends / sizeof *ends; k++)
		if (bs_is_text(s, i, ends[k])) return true;
	return false;
}

/* "Ann King[-Smith]", "Tom Dean[-Jones] MP": is token i the first part of a compound that ends the
 * name, and so a surname whatever it means? */
static bool begins_surname(const struct bs_scan *s, uint32_t i, uint32_t end)
{
	uint32_t next = i + 1;
	while (next + 1 < end && bs_is_compound_part(s, next + 1)) next += 2;
	if (next == i + 1) return false;
	while (next < end && bs_token_is(&s->t[next], BS_LIST_NAME_SUFFIX)) next++;
	return next == end;
}

/* "Singer Co", "Shepherd Group Ltd", "Baker Rovers": does the name end in a firm's legal form, or as a
 * club's does, so that a noun of people in it is none? */
static bool ends_as_body(const struct bs_scan *s, uint32_t from, uint32_t end)
{
	static const char *const ends[] = {"co",      "corp",   "inc",    "ltd",      "plc",
					   "llc",     "llp",    "afc",    "albion",   "athletic",
					   "hotspur", "rovers", "united", "wanderers"};
	for (size_t k = 0; end > from + 1 && k < sizeof ends / sizeof *ends; k++)
		if (bs_is_text(s, end - 1, ends[k])) return true;
	return false;
}

/* "MPs", "Chairman"; not "Public Health Wales", as no public is named behind "public", nor "[Guy]
 * Bell", a name of two words. */
static bool is_office(const struct bs_scan *s, uint32_t i, uint32_t end)
{
	const struct bs_token *t = &s->t[i];
	int class = bs_noun_class(t);
	if (bs_token_is(t, BS_LIST_GIVEN) && bs_is_capital(t) && i + 2 == end) return false;
	if (class == 'g' && bs_is_capital(t))
		return bs_ends_in(s, t, "s") || bs_ends_in(s, t, "men") || (t->flags & BS_CAPITALS);
	return bs_is_person_noun(class);
}

bool bs_is_owner(const struct bs_scan *s, uint32_t i)
{
	const struct bs_token *next = &s->t[i + 1];
	return (s->t[i].flags & BS_POSSESSIVE) && bs_is_capital(next) &&
	       (bs_token_is(next, BS_LIST_HONORIFIC) || bs_token_is(next, BS_LIST_GIVEN));
}

/* Before the name: "Det Insp", "Council leader", "Prime Minister" - where does the name begin? */
uint32_t bs_name_start(const struct bs_scan *s, uint32_t from, uint32_t end)
{
	uint32_t start = from;
	bool after_of = false, firm = ends_as_body(s, from, end);
	for (uint32_t i = from; i + 1 < end; i++) {
		const struct bs_token *t = &s->t[i];
		if (t->kind == BS_MARK) continue;
		if (bs_is_compound_part(s, i)) {
			if (ends_description(s, i, end)) start = i + 1;
			continue;
		}
		if (!bs_is_capital(t) && !bs_token_is(t, BS_LIST_NAME_PARTICLE) &&
		    !bs_names_firm(s, i) && !bs_is_on_sunday(s, i))
			start = i + 1;
		after_of = (after_of || bs_is_of(s, i)) && !bs_is_owner(s, i);
		if (after_of) continue;
		bool title = (t->flags & BS_POSSESSIVE) ||
			     (!firm && (bs_token_is(t, BS_LIST_HONORIFIC) || is_office(s, i, end)));
		if (!title && !is_adjective(s, i, end)) continue;
		if (begins_surname(s, i, end)) continue;
		start = i + 1;
		if (bs_token_mark(&s->t[i + 1], '.')) start++;
	}
	/* "Secretary[-General] Ann Bell" */
	while (start > from && start + 2 < end && bs_is_compound_part(s, start + 1)) start += 2;
	return after_of ? name_after_of(s, start, end) : start;
}

/* Of a name's tokens, how many are words? */
static uint32_t count_words(const struct bs_scan *s, uint32_t from, uint32_t end)
{
	uint32_t n = 0;
	for (uint32_t i = from; i < end; i++) n += s->t[i].kind != BS_MARK;
	return n;
}

/* What kind of name is in [from, end)? */
static void tell_kind(struct bs_scan *s, struct bs_candidate *c, uint32_t from, uint32_t end)
{
	const struct bs_token *t = s->t, *head = &t[end - 1], *lead = &t[from];
	uint32_t words = count_words(s, from, end);
	int given = bs_word_value(lead->word, BS_LIST_GIVEN);
	int class = 0;
	for (uint32_t i = from; i < end; i++) {
		if (i > from && bs_is_of(s, i)) break;
		if (t[i].kind == BS_WORD) class = bs_noun_class(&t[i]), c->head = i;
	}
	c->kind = BS_PERSON;
	if (c->certain) {
		if (!c->gender) c->gender = bs_gender_of(given);
		return;
	}
	if (ends_as_body(s, from, end) ||
	    (end > from + 2 && (bs_is_text(s, from + 1, "of") || bs_is_on_sunday(s, end - 2))))
		class = 'b';
	if (class == 'b' || class == 'd' || class == 'g') {
		c->kind = BS_BODY;
		c->certain = true;
		c->gender = BS_NEUTER;
		c->plural = class == 'g';
	} else if (given && words <= 4 &&
		   !(words == 1 &&
		     ((head->flags & BS_CAPITALS) || bs_token_is(head, BS_LIST_PLACE)))) {
		c->gender = bs_gender_of(given);
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
uint32_t bs_emit_name(struct bs_scan *s, uint32_t first, uint32_t from, uint32_t end)
{
	if (s->headline) { /* "Jane Smith Praises Local Team" */
		uint32_t most = from + 2;
		while (most < end && (s->t[most - 1].kind == BS_MARK || bs_joins(s, most))) most++;
		if (bs_token_is(&s->t[from], BS_LIST_GIVEN) && most < end) end = most;
	}
	uint32_t start = from, last = end;
	bool letters = false;
	while (last > start + 1 && bs_token_is(&s->t[last - 1], BS_LIST_NAME_SUFFIX) &&
	       count_words(s, start, last) > 2) {
		letters = letters || bs_is_text(s, last - 1, "mp");
		last--;
	}
	uint32_t titles = first < start ? bs_skip_determiner(s, first) : start;
	struct bs_candidate *c = bs_push_candidate(s, first, end);
	uint32_t index = (uint32_t)s->out->count - 1;
	c->form = BS_FORM_NAME;
	c->name_first = start;
	c->name_last = last;
	bs_read_titles(s, c, titles, start);
	tell_kind(s, c, start, last);
	if (letters && c->role_first == c->role_last) {
		c->role_first = last;
		c->role_last = end;
		c->weak_role = true;
	}
	c->doubtful = !c->certain && count_words(s, start, last) == 1 &&
		      bs_is_first_word(s, first) && !bs_is_verb(s, end);
	if (s->headline && !c->certain) {
		s->out->count--;
		return end;
	}
	uint32_t at = end;
	if (c->kind == BS_PERSON && !(s->t[end - 1].flags & BS_POSSESSIVE))
		at = bs_read_after_name(s, index, end);
	if (s->out->at[index].kind == BS_PERSON) {
		bs_join_noun_before(s, index);
		bs_share_role(s, index);
	}
	/* "Department for Education (DfE)" */
	c = &s->out->at[index];
	if (index > 0 && end == start + 1 && start >= s->first + 2 &&
	    bs_token_mark(&s->t[start - 1], '(') && end < s->last &&
	    bs_token_mark(&s->t[end], ')') && c[-1].last == start - 1 &&
	    c[-1].form == BS_FORM_NAME && c[-1].kind != BS_PERSON)
		c->same_as = index - 1;
	if (c->kind == BS_PERSON) bs_take_office_before(s, index);
	return at;
}

/* "2,[000] residents": the last part of a number? */
static bool is_thousands(const struct bs_scan *s, uint32_t i)
{
	const struct bs_token *t = &s->t[i];
	return t->kind == BS_NUMBER && bs_token_mark(t - 1, ',') && t[-2].kind == BS_NUMBER &&
	       !((t->flags | t[-1].flags) & BS_SPACE);
}

/* A noun phrase [first, end) with this head.  What is for or of follows. */
uint32_t bs_emit_noun(struct bs_scan *s, uint32_t first, uint32_t from, uint32_t head, uint32_t end)
{
	int class = bs_noun_class(&s->t[head]);
	uint32_t last = end;
	bool native = !class && bs_token_is(&s->t[head], BS_LIST_EPITHET); /* "the Italian" */
	bool person = native || class == 'p' || class == 'm' || class == 'f';
	if (bs_is_of(s, end) && !(s->t[head].flags & BS_POSSESSIVE) &&
	    (person || bs_is_text(s, end, "of"))) {
		uint32_t start = bs_skip_determiner(s, end + 1);
		uint32_t stop = bs_phrase_end(s, start, true);
		uint32_t name = name_after_of(s, start, stop);
		if (name < stop && bs_is_person_noun(class))
			return bs_emit_name(s, first, name, stop);
		if (stop > start) last = stop;
	}
	struct bs_candidate *c = bs_push_candidate(s, first, last);
	c->form = BS_FORM_NOUN;
	c->name_first = from;
	if (class == 'b' && bs_is_capital(&s->t[head])) /* "a staggering 663 Ofcom complaints" */
		for (uint32_t i = from; i < head; i++)
			if (s->t[i].kind == BS_NUMBER) c->name_first = i + 1;
	if (s->t[c->name_first].kind == BS_NUMBER && c->name_first > s->first &&
	    (bs_is_text(s, c->name_first - 1, "no") || bs_is_text(s, c->name_first - 1, "number")))
		c->name_first--; /* "a No 10 spokesman" */
	if (c->name_first > s->first + 1 && is_thousands(s, c->name_first)) c->name_first -= 2;
	if (c->first > c->name_first) c->first = c->name_first;
	c->head = head;
	c->kind = person ? BS_PERSON : BS_BODY;
	c->gender = class == 'b' || class == 'd' ? BS_NEUTER : bs_gender_of(class);
	c->plural = class == 'g';
	c->definite = first < from && !bs_is_text(s, first, "a") && !bs_is_text(s, first, "an") &&
		      !bs_is_text(s, first, "one") && !bs_is_text(s, first, "another");
	c->certain = true;
	if (first >= s->apposed_from && first < s->apposed_last && c->kind == BS_PERSON) {
		c->same_as = s->apposed_to;
		if (s->apposed_last > c->last) c->last = c->name_last = s->apposed_last;
		s->apposed_last = 0;
	}
	return c->last;
}
