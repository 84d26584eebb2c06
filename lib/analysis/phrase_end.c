#include "analysis/phrase.h"

enum { LONGEST_PHRASE = 24, MOST_WORDS = 4 };

/* May a word in lower case go on with a noun phrase that began with a determiner? */
static bool fits_after_determiner(const struct bs_scan *s, uint32_t i, uint32_t from)
{
	const struct bs_token *t = &s->t[i], *before = &s->t[i - 1];
	if (i == from) return true;
	if (bs_is_capital(before) && !(before->flags & BS_POSSESSIVE) &&
	    bs_grammar(before) != 'x' &&
	    !(i + 1 < s->last && (bs_is_capital(t + 1) || bs_noun_class(t + 1))))
		return false;
	if (bs_ends_in(s, t, "ly")) return false;
	if (!bs_ends_in(s, t, "ed") && !bs_ends_in(s, t, "ing")) return true;
	if (before->kind == BS_MARK || bs_ends_in(s, before, "ly")) return true;
	return bs_token_is(before, BS_LIST_NOUN_MODIFIER) && !bs_noun_class(before);
}

/* "The Port [of] Selby", "the Isle [of] Wight": one word, and "the" before it, so that it has no
 * meaning without what follows.  Not "the Bentley of Ann Bell". */
static bool is_the_port(const struct bs_scan *s, uint32_t i, uint32_t from)
{
	return i == from + 1 && from > s->first && bs_is_text(s, i, "of") &&
	       bs_is_text(s, from - 1, "the") && !(s->t[from].flags & BS_CAPITALS) &&
	       !bs_token_is(&s->t[i + 1], BS_LIST_GIVEN) &&
	       !bs_token_is(&s->t[from], BS_LIST_MONTH);
}

static bool goes_on_with_of(const struct bs_scan *s, uint32_t i, uint32_t from)
{
	if (!bs_is_of(s, i) || !bs_is_capital(&s->t[i - 1])) return false;
	if (!bs_noun_class(&s->t[i - 1]) && !is_the_port(s, i, from)) return false;
	uint32_t next = i + 1;
	if (bs_is_text(s, next, "the")) next++;
	return next < s->last && bs_is_capital(&s->t[next]) && !bs_grammar(&s->t[next]);
}

/* "Department of Health and Social Care", "Children and Families Trust" */
static bool goes_on_with_and(const struct bs_scan *s, uint32_t i, bool in_of)
{
	if (i + 1 >= s->last || !bs_is_capital(&s->t[i - 1]) || !bs_is_capital(&s->t[i + 1]) ||
	    !bs_is_text(s, i, "and"))
		return false;
	const struct bs_token *next = &s->t[i + 1];
	if (in_of) return bs_token_is(next, BS_LIST_NOUN_MODIFIER) || bs_noun_class(next) == 'g';
	return bs_noun_class(next - 2) == 'g' && bs_noun_class(next) == 'g';
}

/* "Hammersmith [and] Fulham Council": one body, as its noun is told once, at the end. */
static bool names_two_places(const struct bs_scan *s, uint32_t i)
{
	const struct bs_token *t = s->t, *before = &t[i - 1];
	if (!bs_is_text(s, i, "and") || !bs_is_capital(before) || bs_grammar(before) ||
	    bs_noun_class(before) || before->flags & BS_POSSESSIVE)
		return false;
	if (bs_token_is(before, BS_LIST_GIVEN) && !bs_token_is(before, BS_LIST_PLACE)) return false;
	for (uint32_t k = i + 1; k < s->last && k <= i + MOST_WORDS; k++) {
		if (!bs_is_capital(&t[k]) || bs_grammar(&t[k])) return false;
		if (bs_noun_class(&t[k]) == 'b' || bs_is_text(s, k, "police")) return k > i + 1;
	}
	return false;
}

/* May a word in lower case stand in a phrase? */
static bool word_fits(const struct bs_scan *s, uint32_t i, uint32_t from, bool determined)
{
	const struct bs_token *t = &s->t[i];
	if (!t->word) return determined && fits_after_determiner(s, i, from);
	if (bs_token_is(t, BS_LIST_NAME_PARTICLE) && i + 1 < s->last && i > from &&
	    (bs_is_capital(&s->t[i - 1]) || bs_token_is(&s->t[i - 1], BS_LIST_NAME_PARTICLE)) &&
	    (bs_is_capital(&s->t[i + 1]) || bs_token_is(&s->t[i + 1], BS_LIST_NAME_PARTICLE) ||
	     bs_joins(s, i + 1)))
		return true;
	int g = bs_grammar(t);
	if (g == 'x') return i == from || (determined && !bs_noun_class(t - 1));
	if (g) return false;
	if (bs_token_is(t, BS_LIST_VERB_FORM)) return determined && i == from;
	if (bs_is_verb_of_saying(s, i)) return false;
	if (bs_noun_class(t) || bs_token_is(t, BS_LIST_NOUN_MODIFIER)) return true;
	return determined && fits_after_determiner(s, i, from);
}

/* "Line [Of] Duty", "Call [The] Midwife": a word of grammar with a capital between two words of a
 * title. */
static bool is_inside_title(const struct bs_scan *s, uint32_t i)
{
	static const char *const words[] = {"of", "the", "and", "in", "for"};
	const struct bs_token *t = &s->t[i];
	if (s->headline || i + 1 >= s->last || !bs_is_capital(t - 1) || !bs_is_capital(t + 1) ||
	    (t->flags & BS_CAPITALS) || (t[-1].flags & BS_POSSESSIVE) || bs_grammar(t + 1))
		return false;
	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (bs_is_text(s, i, words[k])) return true;
	return false;
}

/* "Department [of the] Interior", "B [and] Q": how many words at i join parts of one name? */
static uint32_t count_joining(const struct bs_scan *s, uint32_t i, uint32_t from, bool *in_of)
{
	char letter = (char)s->t[i].value; /* on, of, for, and: most words are none of these */
	if (i == from || (letter != 'a' && letter != 'f' && letter != 'o') ||
	    !bs_is_capital(&s->t[i - 1]))
		return 0;
	if (bs_is_on_sunday(s, i)) return 2;
	if (goes_on_with_of(s, i, from)) {
		*in_of = true;
		return bs_is_text(s, i + 1, "the") ? 2 : 1;
	}
	return goes_on_with_and(s, i, *in_of) || bs_names_firm(s, i) ||
	       (i == from + 1 && names_two_places(s, i));
}

/* Where the noun phrase or name ends that begins at `from`, after its determiner. */
uint32_t bs_phrase_end(const struct bs_scan *s, uint32_t from, bool determined)
{
	bool in_of = false;
	uint32_t i = from;
	for (; i < s->last && i < from + LONGEST_PHRASE; i++) {
		const struct bs_token *t = &s->t[i];
		if (t->kind == BS_MARK) {
			if (i == from || !bs_joins(s, i)) break;
			continue;
		}
		if (t->kind == BS_NUMBER) {
			if (!determined || i > from + 1) break;
			continue;
		}
		if (bs_is_compound_part(s, i)) continue;
		uint32_t joining = count_joining(s, i, from, &in_of);
		if (joining > 0) {
			i += joining - 1;
			continue;
		}
		if (bs_is_capital(t)) {
			int g = bs_grammar(t);
			if (g && i > from && !s->headline && !bs_token_is(t, BS_LIST_PRONOUN) &&
			    (bs_token_is(&s->t[i - 1], BS_LIST_GIVEN) ||
			     bs_token_is(&s->t[i - 1], BS_LIST_HONORIFIC)))
				continue; /* Theresa May, George Will */
			if (g && i > from && is_inside_title(s, i)) continue;
			if (g && !(g == 'x' && i == from)) break;
			if (s->headline && bs_token_is(t, BS_LIST_VERB_FORM)) break;
			continue;
		}
		if (!word_fits(s, i, from, determined)) break;
	}
	while (i > from && s->t[i - 1].kind == BS_MARK && !bs_token_mark(&s->t[i - 1], '.')) i--;
	return i;
}
