#include "analysis/abbreviation.h"

#include <string.h>

/* The letters of "p.m." or "U.S." that end at token i, without the stops. */
static size_t read_initialism(const struct bs_stretch *w, uint32_t i, char *out)
{
	uint32_t first = i;
	while (first >= w->begin + 2 && i - first < 2 * BS_LONGEST_INITIALISM &&
	       !bs_is_spaced(&w->tokens[first]) && bs_token_mark(&w->tokens[first - 1], '.') &&
	       !bs_is_spaced(&w->tokens[first - 1]) && bs_is_one_letter(&w->tokens[first - 2]))
		first -= 2;
	size_t n = 0;
	for (; first <= i && n < BS_LONGEST_INITIALISM; first += 2)
		out[n++] = (char)(w->text[w->tokens[first].start] | 0x20);
	out[n] = '\0';
	return n;
}

static enum bs_binding bind_letter(const struct bs_stretch *w, uint32_t i)
{
	char letters[BS_LONGEST_INITIALISM + 1];
	const struct bs_token *t = &w->tokens[i];
	if (read_initialism(w, i, letters) == 1) {
		if (t->flags & BS_CAPITAL) return BS_BIND_TO_NAMES;
		return bs_token_is(t, BS_LIST_ABBREVIATION) ? BS_BIND_ALWAYS
							    : BS_BIND_TO_NUMBERS; /* p. 5 */
	}
	if (strcmp(letters, "am") == 0 || strcmp(letters, "pm") == 0) return BS_BIND_TO_TIMES;
	if (strcmp(letters, "eg") == 0 || strcmp(letters, "ie") == 0) return BS_BIND_ALWAYS;
	return BS_BIND_TO_NAMES;
}

static bool is_lower_char(const struct bs_stretch *w, uint32_t at)
{
	return w->text[at] >= 'a' && w->text[at] <= 'z';
}

/* Capital words of consonants alone, such as "Blvd", are taken for abbreviations. */
static bool lacks_vowels(const struct bs_stretch *w, const struct bs_token *t)
{
	if (t->end - t->start > 5 || !(t->flags & BS_CAPITAL) || !is_lower_char(w, t->start + 1))
		return false;
	for (uint32_t i = t->start; i < t->end; i++)
		if ((unsigned char)w->text[i] >= 0x80 || strchr("aeiouyAEIOUY'", w->text[i]))
			return false;
	return true;
}

static bool ends_with(const struct bs_stretch *w, const struct bs_token *t, const char *tail)
{
	size_t n = strlen(tail);
	return t->end - t->start > n && memcmp(w->text + t->end - n, tail, n) == 0;
}

/* A party's short form within brackets: (Con. Leeds), (Lib. Dem.). */
static bool is_party(const struct bs_stretch *w, uint32_t i)
{
	uint32_t low = i - w->begin > 3 ? i - 3 : w->begin;
	if (!(w->tokens[i].flags & BS_CAPITAL)) return false;
	for (;; i--) {
		if (bs_token_mark(&w->tokens[i], '(')) return true;
		if (!bs_token_mark(&w->tokens[i], '.') &&
		    !bs_token_is(&w->tokens[i], BS_LIST_PARTY))
			return false;
		if (i == low) return false;
	}
}

/* "Man. City", the football club, but not "Isle of Man. City police". */
static bool is_club(const struct bs_stretch *w, uint32_t i)
{
	const struct bs_token *t = &w->tokens[i];
	return t->flags & BS_CAPITAL && bs_token_text(t, w->text, "man") && i + 2 < w->last &&
	       (bs_token_text(t + 2, w->text, "city") || bs_token_text(t + 2, w->text, "utd") ||
		bs_token_text(t + 2, w->text, "united")) &&
	       !(i > w->begin && bs_token_text(t - 1, w->text, "of"));
}

/* "They sat." and "they wed." end sentences; "on Sat." need not. */
static bool is_small_day(const struct bs_token *t)
{
	return bs_token_is(t, BS_LIST_WEEKDAY) && !(t->flags & BS_CAPITAL);
}

enum bs_binding bs_stop_binding(const struct bs_stretch *w, uint32_t i)
{
	const struct bs_token *t = &w->tokens[i];
	if (t->kind == BS_MARK)
		return bs_token_mark(t, 0xB0) || bs_token_mark(t, 0xBA) ? BS_BIND_TO_NUMBERS
									: BS_BIND_FREE;
	if (t->kind == BS_NUMBER)
		return ends_with(w, t, "ft") || ends_with(w, t, "lb") || ends_with(w, t, "st")
			       ? BS_BIND_TO_NUMBERS
			       : BS_BIND_FREE;
	if (is_party(w, i) || is_club(w, i)) return BS_BIND_ALWAYS;
	if (bs_is_one_letter(t)) return bind_letter(w, i);
	switch (bs_word_value(t->flags & BS_POSSESSIVE ? 0 : t->word, BS_LIST_ABBREVIATION)) {
	case 't': return t->flags & BS_CAPITAL ? BS_BIND_ALWAYS : BS_BIND_TO_NAMES;
	case 'n': return BS_BIND_ALWAYS;
	case 'd': return BS_BIND_TO_NUMBERS;
	case 'c': return is_small_day(t) ? BS_BIND_FREE : BS_BIND_TO_NAMES;
	case 'u': return BS_BIND_TO_SMALL;
	default: return lacks_vowels(w, t) ? BS_BIND_TO_NAMES : BS_BIND_FREE;
	}
}
