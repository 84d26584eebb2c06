#include "analysis/boundary.h"

#include "base/utf8.h"

#include <string.h>

/* How what stands before a full stop binds to what follows. */
enum binding {
	FREE,       /* an ordinary word */
	ALWAYS,     /* "Mr.", "e.g.": never the end */
	TO_NUMBERS, /* "No.": not the end before a number */
	TO_SMALL,   /* "km.": not the end before a small letter */
	TO_TIMES,   /* "p.m.": not the end before a day, month or time zone */
	TO_NAMES    /* "Inc.", "U.S.", "J.": the end only before a word that opens a sentence */
};

enum { MOST_OPENING_MARKS = 4, LONGEST_INITIALISM = 8, LONGEST_NAME = 6 };

static bool spaced(const struct bs_token *t)
{
	return t->flags & (BS_SPACE | BS_LINE);
}

static bool is_one_letter(const struct bs_token *t)
{
	return t->kind == BS_WORD && t->end - t->start == 1;
}

static bool is_lower_word(const struct bs_stretch *w, const struct bs_token *t)
{
	size_t n;
	return t->kind == BS_WORD && bs_is_lower(bs_utf8_at(w->text, t->start, t->end, &n));
}

/* iPhone, easyJet: a name, whatever its first letter. */
static bool is_camel(const struct bs_stretch *w, const struct bs_token *t)
{
	if (!is_lower_word(w, t)) return false;
	for (uint32_t i = t->start + 1; i < t->end; i++)
		if (w->text[i] >= 'A' && w->text[i] <= 'Z') return true;
	return false;
}

static bool opens_quote(const struct bs_token *t)
{
	return bs_token_mark(t, 0x201C) || bs_token_mark(t, 0x2018) || bs_token_mark(t, '"') ||
	       bs_token_mark(t, '\'') || bs_token_mark(t, 0xAB);
}

static bool opens(const struct bs_token *t)
{
	return opens_quote(t) || bs_token_mark(t, '(') || bs_token_mark(t, '[');
}

static bool is_dash(const struct bs_token *t)
{
	return bs_token_mark(t, '-') || bs_token_mark(t, 0x2013) || bs_token_mark(t, 0x2014) ||
	       bs_token_mark(t, 0x2015);
}

/* A capital word that is a small one elsewhere, so that its place must be the
 * start of a sentence.  Not the "A." of a name. */
static bool is_opener(const struct bs_token *t)
{
	if (t->kind != BS_WORD || !(t->flags & BS_CAPITAL)) return false;
	if (is_one_letter(t) && bs_token_mark(t + 1, '.')) return false;
	return !(t->flags & BS_CAPITALS) && bs_token_is(t, BS_LIST_OPENER);
}

/* The letters of "p.m." or "U.S." that end at token i, without the stops. */
static size_t read_initialism(const struct bs_stretch *w, uint32_t i, char *out)
{
	uint32_t first = i;
	while (first >= w->begin + 2 && i - first < 2 * LONGEST_INITIALISM &&
	       !spaced(&w->tokens[first]) && bs_token_mark(&w->tokens[first - 1], '.') &&
	       !spaced(&w->tokens[first - 1]) && is_one_letter(&w->tokens[first - 2]))
		first -= 2;
	size_t n = 0;
	for (; first <= i && n < LONGEST_INITIALISM; first += 2)
		out[n++] = (char)(w->text[w->tokens[first].start] | 0x20);
	out[n] = '\0';
	return n;
}

static enum binding bind_letter(const struct bs_stretch *w, uint32_t i)
{
	char letters[LONGEST_INITIALISM + 1];
	const struct bs_token *t = &w->tokens[i];
	if (read_initialism(w, i, letters) == 1) {
		if (t->flags & BS_CAPITAL) return TO_NAMES;
		return bs_token_is(t, BS_LIST_ABBREVIATION) ? ALWAYS : TO_NUMBERS; /* p. 5 */
	}
	if (strcmp(letters, "am") == 0 || strcmp(letters, "pm") == 0) return TO_TIMES;
	if (strcmp(letters, "eg") == 0 || strcmp(letters, "ie") == 0) return ALWAYS;
	return TO_NAMES;
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

/* What the token before the stop asks for. */
static enum binding bind(const struct bs_stretch *w, uint32_t i)
{
	const struct bs_token *t = &w->tokens[i];
	if (t->kind == BS_MARK)
		return bs_token_mark(t, 0xB0) || bs_token_mark(t, 0xBA) ? TO_NUMBERS : FREE;
	if (t->kind == BS_NUMBER)
		return ends_with(w, t, "ft") || ends_with(w, t, "lb") || ends_with(w, t, "st")
			       ? TO_NUMBERS
			       : FREE;
	if (is_party(w, i) || is_club(w, i)) return ALWAYS;
	if (is_one_letter(t)) return bind_letter(w, i);
	switch (bs_word_value(t->flags & BS_POSSESSIVE ? 0 : t->word, BS_LIST_ABBREVIATION)) {
	case 't': return t->flags & BS_CAPITAL ? ALWAYS : TO_NAMES;
	case 'n': return ALWAYS;
	case 'd': return TO_NUMBERS;
	case 'c': return TO_NAMES;
	case 'u': return TO_SMALL;
	default: return lacks_vowels(w, t) ? TO_NAMES : FREE;
	}
}

/* "Tuesday", "EST", "Eastern", "London time", "(0900 GMT)" after a time of day. */
static bool goes_on_time(const struct bs_stretch *w, const struct bs_token *t)
{
	if (bs_token_mark(t - 1, '(') && t->kind == BS_NUMBER) return true;
	if (t->flags & BS_CAPITAL && bs_token_text(t + 1, w->text, "time")) return true;
	return bs_token_is(t, BS_LIST_TIME_ZONE) || bs_token_is(t, BS_LIST_WEEKDAY) ||
	       bs_token_is(t, BS_LIST_MONTH);
}

/* "At 5 a.m." alone is no sentence: a preposition and little more. */
static bool is_only_a_time(const struct bs_stretch *w, uint32_t stop)
{
	static const char *const words[] = {"at",     "by",    "on",     "from",  "until",
					    "before", "after", "around", "about", "since"};
	if (stop - w->begin > 8) return false;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (bs_token_text(&w->tokens[w->begin], w->text, words[i])) return true;
	return false;
}

/* Is "The U.S." all there is so far? */
static bool is_only_initials(const struct bs_stretch *w, uint32_t stop)
{
	uint32_t words = 0;
	if (stop - w->begin < 3 || stop - w->begin > 2 * LONGEST_INITIALISM ||
	    !bs_token_mark(&w->tokens[stop - 2], '.'))
		return false;
	for (uint32_t i = w->begin; i < stop; i++)
		words += w->tokens[i].kind != BS_MARK && !is_one_letter(&w->tokens[i]);
	return words <= 2;
}

/* "Barnfield Steel Corp. Barnfield has": the next sentence begins with the name again. */
static bool names_again(const struct bs_stretch *w, uint32_t stop, const struct bs_token *next)
{
	uint32_t size = next->end - next->start;
	for (uint32_t i = stop; i > w->begin && stop - i < LONGEST_NAME; i--) {
		const struct bs_token *t = &w->tokens[i - 1];
		if (t->kind == BS_MARK ? bs_token_mark(t, ',') : !(t->flags & BS_CAPITAL)) break;
		if (next->flags & BS_CAPITAL && t->kind == BS_WORD && t->end - t->start == size &&
		    memcmp(w->text + t->start, w->text + next->start, size) == 0)
			return size > 2;
	}
	return false;
}

/* Does an abbreviation hold the sentence together before `next`, which may
 * come after an opening mark? */
static bool holds(const struct bs_stretch *w, const struct bs_stop *stop,
		  const struct bs_token *next, bool after_mark)
{
	bool number = next->kind == BS_NUMBER;
	switch (bind(w, stop->first - 1)) {
	case ALWAYS: return true;
	case TO_NUMBERS: return number && !after_mark;
	case TO_TIMES:
		return goes_on_time(w, next) || (number && !after_mark) ||
		       is_only_a_time(w, stop->first);
	case TO_NAMES:
		if (is_one_letter(&w->tokens[stop->first - 1]) && is_only_initials(w, stop->first))
			return true;
		if (opens_quote(&w->tokens[stop->after]))
			return is_one_letter(&w->tokens[stop->first - 1]) && !is_opener(next);
		return !is_opener(next) && !names_again(w, stop->first, next);
	case TO_SMALL: /* what follows is not small */
	case FREE: return false;
	}
	return false;
}

static bool is_speech_verb(const struct bs_token *t)
{
	static const enum bs_word_list lists[] = {BS_LIST_CUE_SAY, BS_LIST_CUE_TELL,
						  BS_LIST_CUE_QUOTE};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		int form = bs_word_value(t->word, lists[i]);
		if (form == 'd' || form == 's') return true;
	}
	return false;
}

/* “Why?” Mr Smith asked: a name and a verb of speech go on with the sentence. */
static bool narrator_goes_on(const struct bs_stretch *w, uint32_t i)
{
	uint32_t limit = i + 6 < w->last ? i + 6 : w->last;
	for (; i < limit; i++) {
		const struct bs_token *t = &w->tokens[i];
		if (is_speech_verb(t)) return true;
		if (t->kind == BS_MARK ? !bs_token_mark(t, '.') : !(t->flags & BS_CAPITAL))
			return false;
	}
	return false;
}

/* Text whose writer uses no capitals.  A plain word, a full stop and any small
 * word; after other marks only one that often opens a sentence, because names
 * such as "Hello!" and “Why?” she asked look the same. */
static bool ends_before_small(const struct bs_stretch *w, const struct bs_stop *stop,
			      const struct bs_token *next)
{
	const struct bs_token *before = &w->tokens[stop->first - 1];
	if (stop->ellipsis || stop->closed || stop->bracketed) return false;
	if (bind(w, stop->first - 1) != FREE || is_speech_verb(next + 1)) return false;
	if (before->kind == BS_WORD && !is_lower_word(w, before)) return false;
	if (bs_token_is(next, BS_LIST_OPENER)) return true;
	bool question = bs_token_mark(&w->tokens[stop->first], '?') && !is_speech_verb(next);
	return (!stop->asks || question) && before->kind == BS_WORD &&
	       before->end - before->start > 2;
}

/* "arrested.Anyone", "said.“We": the space was lost. */
static bool ends_without_space(const struct bs_stretch *w, const struct bs_stop *stop)
{
	const struct bs_token *next = &w->tokens[stop->after];
	const struct bs_token *before = &w->tokens[stop->first - 1];
	bool mark = opens(next);
	if (w->address) return false;
	if (stop->ellipsis) /* but "Out Now...Go Home Soon" */
		return before->kind == BS_WORD && is_opener(next) && !is_one_letter(next) &&
		       !(next[1].flags & BS_CAPITAL);
	if (mark) next++;
	if (bs_token_mark(&w->tokens[stop->first], '?') && !mark && is_lower_word(w, next))
		return ends_before_small(w, stop, next);
	if (next->kind != BS_WORD || !(next->flags & BS_CAPITAL)) return false;
	if (stop->closed || stop->bracketed || stop->asks) return true;
	if (bind(w, stop->first - 1) == ALWAYS || is_one_letter(before)) return false;
	if (mark) return opens_quote(next - 1);
	bool title = bs_word_value(next->word, BS_LIST_ABBREVIATION) == 't';
	if (is_opener(next) || title) return true;
	return is_lower_word(w, before) && before->end - before->start > 2 &&
	       !(next->flags & BS_CAPITALS) && !(bs_token_mark(next + 1, '.') && !spaced(next + 2));
}

/* The magazine "E!": one capital letter, but not "I". */
static bool names_with_mark(const struct bs_stretch *w, const struct bs_stop *stop)
{
	const struct bs_token *t = &w->tokens[stop->first - 1];
	return is_one_letter(t) && (t->flags & BS_CAPITAL) && w->text[t->start] != 'I';
}

/* "I", "I'm": written with a capital wherever it stands. */
static bool is_i(const struct bs_stretch *w, const struct bs_token *t)
{
	return t->kind == BS_WORD && w->text[t->start] == 'I' &&
	       (is_one_letter(t) || w->text[t->start + 1] == '\'' ||
		(unsigned char)w->text[t->start + 1] == 0xE2);
}

bool bs_sentence_ends(const struct bs_stretch *w, const struct bs_stop *stop)
{
	if (stop->after >= w->last) return true;
	if (!w->wordy) return false;
	const struct bs_token *next = &w->tokens[stop->after];
	if (!spaced(next)) return ends_without_space(w, stop);
	if (bs_token_mark(next, ',') || bs_token_mark(next, ';') || bs_token_mark(next, ':'))
		return false;
	uint32_t k = stop->after;
	while (k < w->last && k - stop->after < MOST_OPENING_MARKS && opens(&w->tokens[k])) k++;
	if (k == w->last) return true;
	const struct bs_token *start = &w->tokens[k];
	if (is_lower_word(w, start)) return is_camel(w, start) || ends_before_small(w, stop, start);
	if (is_dash(next) && (stop->asks || stop->ellipsis || stop->closed)) return false;
	if (stop->asks)
		return !(stop->closed && narrator_goes_on(w, k)) && !names_with_mark(w, stop);
	if (stop->ellipsis && !stop->closed && spaced(&w->tokens[stop->first]) && is_i(w, start))
		return false;
	if (stop->ellipsis || stop->closed) return true;
	return !holds(w, stop, start, k > stop->after);
}
