#include "analysis/timex_kind.h"

#include "base/date.h"

#include <string.h>

enum { FAR = 12 }; /* tokens of a sentence that are looked back on */

static const struct bs_token *after(const struct bs_timex_scan *s, const struct bs_timex_match *m)
{
	static const struct bs_token none = {.kind = BS_MARK};
	return m->last < s->last ? &s->tokens[m->last] : &none;
}

static bool leads(const struct bs_token *t)
{
	return bs_token_is(t, BS_LIST_TIME_LEAD);
}

/* Is it a word after which a date is all but certain? */
static bool leads_surely(const struct bs_token *t)
{
	int code = bs_word_value(t->word, BS_LIST_TIME_WORD);
	return bs_word_value(t->word, BS_LIST_TIME_LEAD) == 2 || code == 'L' || code == 'N' ||
	       code == 'T';
}

static bool is_name_word(const struct bs_token *t)
{
	return t->kind == BS_WORD && t->flags & BS_CAPITAL;
}

/* A noun for what is counted: a plural in small letters, or one of the list. */
static bool is_counted(const struct bs_timex_scan *s, const struct bs_token *t)
{
	if (t->kind != BS_WORD || t->flags & (BS_CAPITAL | BS_POSSESSIVE)) return false;
	int listed = bs_word_value(t->word, BS_LIST_NOT_YEAR);
	if (listed) return listed == 'A';
	return t->end - t->start > 3 && s->text[t->end - 1] == 's' && s->text[t->end - 2] != 's' &&
	       !leads(t) && !bs_token_is(t, BS_LIST_TENSE);
}

/* Is it part of a longer number: a telephone number, an amount of money, a range in a score? */
static bool in_number(const struct bs_timex_scan *s, uint32_t first, const struct bs_timex_match *m)
{
	const struct bs_token *p = bs_token_before(s, first, m->first, 1), *n = after(s, m);
	const struct bs_token *t = &s->tokens[m->first];
	static const uint32_t money[] = {'$', 0xA3, 0x20AC, '#', '+', '='};
	for (size_t i = 0; i < sizeof money / sizeof *money; i++)
		if (bs_token_mark(p, money[i])) return true;
	if (p->kind == BS_NUMBER && !leads(p)) {
		/* "April 7 1998" is one match; two numbers side by side are a telephone's. */
		if (p->end - p->start > 2 || !(t->flags & BS_SPACE)) return true;
	}
	if (n->kind == BS_NUMBER && n->flags & BS_SPACE && n->end - n->start > 2) return true;
	if (bs_token_mark(n, '%') || bs_token_mark(n, '$') || bs_token_mark(n, 0xB0)) return true;
	bool joined = !(t->flags & BS_SPACE) &&
		      (bs_token_mark(p, '.') || bs_token_mark(p, ',') || bs_token_mark(p, ':') ||
		       bs_token_mark(p, '/') || bs_token_mark(p, '_') || bs_token_mark(p, '@'));
	if (joined && bs_token_before(s, first, m->first, 2)->kind == BS_NUMBER) return true;
	if ((bs_token_mark(n, ',') || bs_token_mark(n, '.')) && m->last + 1 < s->last &&
	    s->tokens[m->last + 1].kind == BS_NUMBER && !(n->flags & BS_SPACE) &&
	    !(s->tokens[m->last + 1].flags & BS_SPACE))
		return true;
	return false;
}

/* "1861-1863", "May-August": a dash and another of the same follow. */
static bool begins_range(const struct bs_timex_scan *s, const struct bs_timex_match *m)
{
	const struct bs_token *n = after(s, m), *to = bs_token_at(s, m->last + 1);
	bool dash = bs_token_mark(n, '-') || bs_token_mark(n, 0x2013) || bs_token_mark(n, 0x2014);
	if (m->when.month)
		return (dash || bs_token_text(n, s->text, "and") ||
			bs_token_text(n, s->text, "to")) &&
		       to->flags & BS_CAPITAL && bs_token_is(to, BS_LIST_MONTH);
	return dash && bs_token_digits(to, 4, 4) > m->when.year &&
	       bs_token_digits(to, 4, 4) < m->when.year + 200;
}

static bool no_year(const struct bs_timex_scan *s, uint32_t first, const struct bs_timex_match *m)
{
	const struct bs_token *t = &s->tokens[m->first],
			      *p = bs_token_before(s, first, m->first, 1);
	if (m->row->constant || m->when.bc || m->prefixed) return false;
	if (t->kind == BS_MARK) return !leads(p) && !bs_is_article(p) && p->kind != BS_NUMBER;
	if (t->kind == BS_WORD) return false;
	if (in_number(s, first, m) || bs_word_value(p->word, BS_LIST_NOT_YEAR) == 'B') return true;
	bool led = leads(p) || bs_token_is(p, BS_LIST_TIME_WORD);
	if (is_counted(s, after(s, m)) && !leads_surely(p)) return true;
	bool bracket = bs_token_mark(p, '(') || bs_token_mark(p, 0x2013) || bs_token_mark(p, '-') ||
		       bs_token_mark(p, ',');
	if (m->when.year < 1900 || m->when.year > 2040)
		return !led && !bracket && !begins_range(s, m);
	return false;
}

/* "May", "March", "August" as verbs and names. */
static bool no_month(const struct bs_timex_scan *s, uint32_t first, const struct bs_timex_match *m)
{
	const struct bs_token *t = &s->tokens[m->first],
			      *p = bs_token_before(s, first, m->first, 1);
	const struct bs_token *n = after(s, m);
	bool led = leads(p) || bs_token_is(p, BS_LIST_TIME_WORD) || m->prefixed;
	bool name_after =
		is_name_word(n) && !(n->flags & BS_LINE) && !bs_token_is(n, BS_LIST_HOLIDAY);
	bool name_before = is_name_word(p) && !leads(p) && !bs_token_is(p, BS_LIST_TIME_WORD);
	if (t->end - t->start <= 4 && strchr("JFASOND", s->text[t->start]) &&
	    bs_token_mark(n, '.') == false && t->end - t->start == 3)
		return true;
	if (bs_is_article(p) && name_after) return true;
	if (m->when.month == 5 || m->when.month == 3)
		return (!led && !begins_range(s, m)) || (name_after && !leads(p));
	if (name_after && !m->prefixed && !leads_surely(p)) return true;
	return name_before && !leads(n) && n->kind == BS_WORD && !(n->flags & BS_POSSESSIVE) &&
	       (m->when.month == 4 || m->when.month == 6 || m->when.month == 8);
}

static bool no_weekday(const struct bs_timex_scan *s, uint32_t first,
		       const struct bs_timex_match *m)
{
	const struct bs_token *t = &s->tokens[m->first],
			      *p = bs_token_before(s, first, m->first, 1);
	const struct bs_token *n = after(s, m);
	if (bs_word_value(t[1].word, BS_LIST_WEEKDAY) && m->last > m->first + 1) p = t++;
	bool abbreviated = bs_word_value(t->word, BS_LIST_WEEKDAY) / 10 == 1;
	bool pointed = m->relation == 'L' || m->relation == 'N';
	if (abbreviated && t->flags & BS_POSSESSIVE) return true;
	if (abbreviated && !pointed && (!leads(p) || m->when.weekday > 5)) return true;
	if (m->row->constant == 'u' && m->unit != 'W') return true;
	if (m->row->constant == 'r' && m->unit != 'W') return true;
	return (is_name_word(n) && bs_word_value(n->word, BS_LIST_MASTHEAD) == 'A') ||
	       (is_name_word(p) && bs_word_value(p->word, BS_LIST_MASTHEAD) == 'B');
}

/* Seasons without anything beside them can be verbs and other things: "fall", "spring". */
static bool no_season(const struct bs_timex_scan *s, uint32_t first, const struct bs_timex_match *m)
{
	const struct bs_token *p = bs_token_before(s, first, m->first, 1), *n = after(s, m);
	if (m->row->constant == 'r') return m->unit != 'Y' || m->plural;
	if (m->relation || m->when.year || m->prefixed) return false;
	if (bs_token_text(&s->tokens[m->last - 1], s->text, "fall") &&
	    bs_token_text(n, s->text, "of"))
		return true; /* of a city */
	if (!strcmp(m->row->pattern, "tS")) {
		if (m->season == 'F') return !leads(p);
		return n->kind == BS_WORD && is_name_word(n);
	}
	if (m->season == 'F' || m->season == 'P')
		return !(bs_token_is(p, BS_LIST_TIME_LEAD) && bs_token_text(p, s->text, "in"));
	return !leads(p) || is_name_word(n);
}

/* "this past week", but not "that last week" */
static bool starts_with_this(const struct bs_timex_scan *s, const struct bs_timex_match *m)
{
	int code = bs_word_value(s->tokens[m->first].word, BS_LIST_TIME_WORD);
	return code == 'T' || code == 't';
}

/* "the quarter-finals", "the quarter of all that" */
static bool is_share(const struct bs_timex_scan *s, const struct bs_timex_match *m)
{
	const struct bs_token *n = after(s, m);
	if (n->kind == BS_MARK) return bs_token_mark(n, '-') && !(n->flags & BS_SPACE);
	return !leads(n) && !bs_token_is(n, BS_LIST_TENSE);
}

static bool no_unit(const struct bs_timex_scan *s, const struct bs_timex_match *m)
{
	int sort = m->row->sort;
	if (sort == BS_SORT_UNIT_REL) {
		if (m->row->constant == 'p' || m->row->constant == 'q') return false;
		if (m->row->constant == 'i') return m->plural || !strchr("WMY", m->unit);
		if (m->row->constant == 'R' && !starts_with_this(s, m)) return true;
		if (strchr("STH", m->unit)) return true;
		if (m->unit == 'P') return m->relation != 'D';
		if (m->row->constant == 't')
			return !(m->unit == 'N' || (m->unit == 'Q' && !is_share(s, m)) ||
				 (m->unit == 'Y' && m->prefixed));
		return m->plural && (m->relation == 'H' || m->relation == 'S');
	}
	if (sort == BS_SORT_PERIOD) {
		if (m->row->constant == 's') return m->relation && m->relation != 'L';
		if (m->row->constant == 'h')
			return m->ordinal > 2 || (m->relation && m->unit != 'Y');
		if (m->unit == 'C' || m->row->constant == 'b') return m->unit != 'C';
		if (m->row->constant == 'l') return m->unit != 'Q' || m->relation != 'L';
		return m->unit != 'Q' || m->ordinal > 4 || m->plural;
	}
	return false;
}

/* Is it the name of a programme or a film: the "60 Minutes" of a channel? */
static bool is_quoted_name(const struct bs_timex_scan *s, uint32_t first,
			   const struct bs_timex_match *m)
{
	static const uint32_t marks[] = {'"', '\'', 0x2018, 0x201C};
	const struct bs_token *p = bs_token_before(s, first, m->first, 1);
	const struct bs_token *unit = &s->tokens[m->last - 1];
	if ((unit->flags & (BS_CAPITAL | BS_CAPITALS)) != BS_CAPITAL) return false;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (bs_token_mark(p, marks[i])) return true;
	return false;
}

/* "today's world", "the Today programme" */
static bool no_day_word(const struct bs_timex_scan *s, uint32_t first,
			const struct bs_timex_match *m)
{
	const struct bs_token *t = &s->tokens[m->last - 1], *n = after(s, m);
	const struct bs_token *p = bs_token_before(s, first, m->first, 1);
	if (t->flags & BS_POSSESSIVE) return bs_token_is(n, BS_LIST_THESE_DAYS);
	if ((t->flags & (BS_CAPITAL | BS_CAPITALS | BS_LINE)) != BS_CAPITAL) return false;
	return p->flags & BS_CAPITALS || bs_word_value(n->word, BS_LIST_MASTHEAD) == 'A' ||
	       bs_word_value(p->word, BS_LIST_MASTHEAD) == 'B';
}

/* "three-quarters", "three quarters of all voters" */
static bool is_fraction(const struct bs_timex_scan *s, const struct bs_timex_match *m)
{
	const struct bs_token *n = after(s, m);
	bool joined = m->last > m->first + 1 && s->tokens[m->last - 2].kind == BS_MARK;
	return m->plural && (joined || (bs_token_text(n, s->text, "of") && n[1].kind == BS_WORD));
}

/* "in her late 80s": an age */
static bool is_age(const struct bs_timex_scan *s, uint32_t first, const struct bs_timex_match *m)
{
	static const char *const whose[] = {"his", "her", "their", "my", "our", "your"};
	const struct bs_token *p = bs_token_before(s, first, m->first, 1);
	for (uint32_t n = 2;
	     n < 4 && (bs_word_value(p->word, BS_LIST_TIME_WORD) == 'e' || bs_token_mark(p, '-'));
	     n++)
		p = bs_token_before(s, first, m->first, n);
	for (size_t i = 0; i < sizeof whose / sizeof *whose; i++)
		if (bs_token_text(p, s->text, whose[i])) return true;
	return false;
}

/* Ages, rates ("£10 a week", "24 hours a day"), and numbers that are something else. */
static bool no_duration(const struct bs_timex_scan *s, uint32_t first,
			const struct bs_timex_match *m)
{
	const struct bs_token *t = &s->tokens[m->first],
			      *p = bs_token_before(s, first, m->first, 1);
	const struct bs_token *n = after(s, m);
	if (m->unit == 'P' || m->relation == 'H') return true;
	if (m->unit == 'S' && !m->plural && m->amount == 10) return true;
	if (m->unit == 'Q' && m->relation == 0 && !m->plural) return true;
	if (bs_token_mark(n, '-') && m->last + 1 < s->last) n++;
	if (bs_token_text(n, s->text, "old") || bs_token_text(n, s->text, "olds")) return true;
	if (m->unit == 'Q' && is_fraction(s, m)) return true;
	if (bs_is_article(n) && bs_token_is(n + 1, BS_LIST_TIME_UNIT)) return true;
	bool year = t->kind == BS_NUMBER && m->amount > 15000 && m->amount < 22000;
	if (year && !m->plural) return true;
	bool article = bs_word_value(t->word, BS_LIST_TIME_WORD) == 'u';
	if (article && m->plural && m->amount == 10) return true; /* "a months-long" */
	return article && m->last == m->first + 2 && !leads(p) && p->kind != BS_MARK &&
	       !bs_token_text(p, s->text, "than") && !bs_token_text(p, s->text, "within") &&
	       !bs_token_text(p, s->text, "over") && !bs_token_text(p, s->text, "nearly") &&
	       !bs_token_text(p, s->text, "almost");
}

static bool no_vague(const struct bs_timex_scan *s, uint32_t first, const struct bs_timex_match *m)
{
	const struct bs_token *n = after(s, m);
	(void)first;
	if (m->row->constant == 'u') return strchr("STH", m->unit) || !m->plural;
	if (m->row->constant == 'p') return m->relation != 'P' || (n->kind == BS_WORD && !leads(n));
	if (m->row->constant == 't') return m->vague != 'F' || (n->kind == BS_WORD && !leads(n));
	return m->vague == 'F' && m->row->constant != 'g';
}

static uint32_t sentence_first(const struct bs_timex_scan *s, uint32_t at)
{
	uint32_t first = at;
	while (first > 0 && at - first < FAR && !(s->tokens[first].flags & BS_LINE)) first--;
	return first;
}

/* "the hours of 30 April", 31 April */
static bool no_day(const struct bs_timex_match *m)
{
	const struct bs_when *w = &m->when;
	if (m->row->constant) return m->plural || m->unit != (m->row->constant == 'r' ? 'Y' : 'M');
	int year = w->year && !w->bc ? w->year : 2000;
	return (m->unit && m->unit != 'W') || w->day > bs_month_days(year, w->month);
}

bool bs_timex_deceives(const struct bs_timex_scan *s, const struct bs_timex_match *m)
{
	uint32_t first = sentence_first(s, m->first);
	const struct bs_token *t = &s->tokens[m->first];
	if (t->kind == BS_NUMBER && m->row->sort != BS_SORT_DURATION &&
	    m->row->sort != BS_SORT_AGO && m->row->sort != BS_SORT_YEAR && in_number(s, first, m))
		return true;
	switch (m->row->sort) {
	case BS_SORT_YEAR: return no_year(s, first, m);
	case BS_SORT_YEARS: return in_number(s, first, m);
	case BS_SORT_MONTH: return !m->when.year && no_month(s, first, m);
	case BS_SORT_WEEKDAY: return no_weekday(s, first, m);
	case BS_SORT_SEASON: return no_season(s, first, m);
	case BS_SORT_UNIT_REL: return no_unit(s, m) || is_quoted_name(s, first, m);
	case BS_SORT_PERIOD: return no_unit(s, m);
	case BS_SORT_DURATION: return no_duration(s, first, m) || is_quoted_name(s, first, m);
	case BS_SORT_AGO:
	case BS_SORT_LATER:
	case BS_SORT_AHEAD: return m->unit == 'P';
	case BS_SORT_EARLIER: return m->row->constant != 'p' && m->unit == 'P';
	case BS_SORT_SET: /* "Daily Mail", "the Berlin daily Abendpost" */
		return m->set && is_name_word(after(s, m)) &&
		       (t->flags & BS_CAPITAL ||
			is_name_word(bs_token_before(s, first, m->first, 1)));
	case BS_SORT_DAY_WORD: return no_day_word(s, first, m);
	case BS_SORT_HOLIDAY:
		if (m->row->constant) return m->unit != 'Y' || m->plural;
		return m->unit && (m->plural || !strchr("WN", m->unit));
	case BS_SORT_VAGUE: return no_vague(s, first, m);
	case BS_SORT_DECADE:
		if (is_age(s, first, m)) return true;
		return t->kind == BS_WORD && !bs_is_article(t) &&
		       !bs_is_article(bs_token_before(s, first, m->first, 1));
	case BS_SORT_DAY: return no_day(m);
	default: return false;
	}
}
