#include "analysis/boundary.h"

#include "analysis/abbreviation.h"
#include "base/utf8.h"

#include <string.h>

enum { MOST_OPENING_MARKS = 4, LONGEST_NAME = 6 };

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
	if (bs_is_one_letter(t) && bs_token_mark(t + 1, '.')) return false;
	return !(t->flags & BS_CAPITALS) && bs_token_is(t, BS_LIST_OPENER);
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
	if (stop - w->begin < 3 || stop - w->begin > 2 * BS_LONGEST_INITIALISM ||
	    !bs_token_mark(&w->tokens[stop - 2], '.'))
		return false;
	for (uint32_t i = w->begin; i < stop; i++)
		words += w->tokens[i].kind != BS_MARK && !bs_is_one_letter(&w->tokens[i]);
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
	switch (bs_stop_binding(w, stop->first - 1)) {
	case BS_BIND_ALWAYS: return true;
	case BS_BIND_TO_NUMBERS: return number && !after_mark;
	case BS_BIND_TO_TIMES:
		return goes_on_time(w, next) || (number && !after_mark) ||
		       is_only_a_time(w, stop->first);
	case BS_BIND_TO_NAMES:
		if (bs_is_one_letter(&w->tokens[stop->first - 1]) &&
		    is_only_initials(w, stop->first))
			return true;
		if (opens_quote(&w->tokens[stop->after]))
			return bs_is_one_letter(&w->tokens[stop->first - 1]) && !is_opener(next);
		return !is_opener(next) && !names_again(w, stop->first, next);
	case BS_BIND_TO_SMALL: /* what follows is not small */
	case BS_BIND_FREE: return false;
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
	if (bs_stop_binding(w, stop->first - 1) != BS_BIND_FREE || is_speech_verb(next + 1))
		return false;
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
		return before->kind == BS_WORD && is_opener(next) && !bs_is_one_letter(next) &&
		       !(next[1].flags & BS_CAPITAL);
	if (mark) next++;
	if (bs_token_mark(&w->tokens[stop->first], '?') && !mark && is_lower_word(w, next))
		return ends_before_small(w, stop, next);
	if (next->kind != BS_WORD || !(next->flags & BS_CAPITAL)) return false;
	if (stop->closed || stop->bracketed || stop->asks) return true;
	if (bs_stop_binding(w, stop->first - 1) == BS_BIND_ALWAYS || bs_is_one_letter(before))
		return false;
	if (mark) return opens_quote(next - 1);
	bool title = bs_word_value(next->word, BS_LIST_ABBREVIATION) == 't';
	if (is_opener(next) || title) return true;
	return is_lower_word(w, before) && before->end - before->start > 2 &&
	       !(next->flags & BS_CAPITALS) &&
	       !(bs_token_mark(next + 1, '.') && !bs_is_spaced(next + 2));
}

/* The magazine "E!": one capital letter, but not "I". */
static bool names_with_mark(const struct bs_stretch *w, const struct bs_stop *stop)
{
	const struct bs_token *t = &w->tokens[stop->first - 1];
	return bs_is_one_letter(t) && (t->flags & BS_CAPITAL) && w->text[t->start] != 'I';
}

/* "I", "I'm": written with a capital wherever it stands. */
static bool is_i(const struct bs_stretch *w, const struct bs_token *t)
{
	return t->kind == BS_WORD && w->text[t->start] == 'I' &&
	       (bs_is_one_letter(t) || w->text[t->start + 1] == '\'' ||
		(unsigned char)w->text[t->start + 1] == 0xE2);
}

bool bs_sentence_ends(const struct bs_stretch *w, const struct bs_stop *stop)
{
	if (stop->after >= w->last) return true;
	if (!w->wordy) return false;
	const struct bs_token *next = &w->tokens[stop->after];
	if (!bs_is_spaced(next)) return ends_without_space(w, stop);
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
	if (stop->ellipsis && !stop->closed && bs_is_spaced(&w->tokens[stop->first]) &&
	    is_i(w, start))
		return false;
	if (stop->ellipsis || stop->closed) return true;
	return !holds(w, stop, start, k > stop->after);
}
