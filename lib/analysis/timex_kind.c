#include "analysis/timex.h"
#include "base/date.h"

#include <string.h>

enum {
	LONGEST_AMOUNT = 6, /* tokens: "two hundred and thirty four" has five */
	MOST = 100000       /* units of time that words count */
};

static const struct bs_token *token_at(const struct bs_timex_scan *s, uint32_t at)
{
	static const struct bs_token none = {.kind = BS_MARK};
	return at < s->last ? &s->tokens[at] : &none;
}

static int value_at(const struct bs_timex_scan *s, uint32_t at, enum bs_word_list list)
{
	return bs_word_value(token_at(s, at)->word, list);
}

static bool glued(const struct bs_timex_scan *s, uint32_t at)
{
	return at < s->last && !(s->tokens[at].flags & BS_SPACE);
}

static bool mark_at(const struct bs_timex_scan *s, uint32_t at, uint32_t mark)
{
	return bs_token_mark(token_at(s, at), mark);
}

static size_t length(const struct bs_token *t)
{
	return t->end - t->start;
}

/* Its digits, without letters after them; -1 if it is no such number. */
static int32_t digits(const struct bs_token *t, size_t least, size_t most)
{
	if (t->kind != BS_NUMBER || t->flags & BS_LETTERS) return -1;
	if (length(t) < least || length(t) > most) return -1;
	return (int32_t)t->value;
}

/* The letters after the digits are these, in any case. */
static bool has_tail(const struct bs_timex_scan *s, const struct bs_token *t, const char *tail)
{
	size_t n = strlen(tail);
	if (t->kind != BS_NUMBER || !(t->flags & BS_LETTERS) || length(t) <= n) return false;
	const char *at = s->text + t->end - n;
	for (size_t i = 0; i < n; i++)
		if ((at[i] | 0x20) != tail[i]) return false;
	return at[-1] >= '0' && at[-1] <= '9';
}

static bool is_ordinal_number(const struct bs_timex_scan *s, const struct bs_token *t)
{
	return has_tail(s, t, "th") || has_tail(s, t, "st") || has_tail(s, t, "nd") ||
	       has_tail(s, t, "rd");
}

/* 28, 28th, eighth */
static uint32_t take_day(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	const struct bs_token *t = token_at(s, at);
	int32_t day = digits(t, 1, 2);
	if (day < 0 && is_ordinal_number(s, t)) day = (int32_t)t->value;
	if (day < 0) day = value_at(s, at, BS_LIST_ORDINAL);
	if (day < 1 || day > 31) return 0;
	m->when.day = (uint8_t)day;
	return 1;
}

static uint32_t take_ordinal(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	const struct bs_token *t = token_at(s, at);
	int value = value_at(s, at, BS_LIST_ORDINAL);
	if (!value && is_ordinal_number(s, t) && t->value < 100) value = (int)t->value;
	m->ordinal = (uint8_t)value;
	return value ? 1 : 0;
}

/* April, Apr., APRIL; abbreviations only with a capital */
static uint32_t take_month(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	const struct bs_token *t = token_at(s, at);
	int month = value_at(s, at, BS_LIST_MONTH);
	if (!month || !(t->flags & BS_CAPITAL)) return 0;
	m->when.month = (uint8_t)month;
	bool abbreviated = length(t) == 3 ? month != 5 : length(t) == 4 && month == 9;
	return abbreviated && mark_at(s, at + 1, '.') && glued(s, at + 1) ? 2 : 1;
}

static uint32_t take_weekday(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	const struct bs_token *t = token_at(s, at);
	int day = value_at(s, at, BS_LIST_WEEKDAY);
	if (!day || !(t->flags & BS_CAPITAL)) return 0;
	m->when.weekday = (uint8_t)(day % 10);
	m->plural = day > 20;
	bool stop = day > 10 && day < 20 && mark_at(s, at + 1, '.') && glued(s, at + 1);
	return stop ? 2 : 1;
}

static int below_hundred(const struct bs_timex_scan *s, uint32_t at, uint32_t *used)
{
	int tens = value_at(s, at, BS_LIST_CARDINAL);
	*used = 1;
	if (tens < 10 || tens > 90) return 0;
	if (tens < 20) return tens;
	uint32_t next = at + 1 + mark_at(s, at + 1, '-');
	int ones = value_at(s, next, BS_LIST_CARDINAL);
	if (ones < 1 || ones > 9) return tens;
	*used = next + 1 - at;
	return tens + ones;
}

/* nineteen ninety-four */
static uint32_t take_spelt_year(const struct bs_timex_scan *s, uint32_t at,
				struct bs_timex_match *m)
{
	uint32_t first, second;
	int century = below_hundred(s, at, &first);
	if (century < 15 || century > 20) return 0;
	int rest = below_hundred(s, at + first, &second);
	if (rest < 10) return 0;
	m->when.year = (int16_t)(century * 100 + rest);
	return first + second;
}

/* 1998; ’98 */
static uint32_t take_year(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	const struct bs_token *t = token_at(s, at);
	int32_t year = digits(t, 4, 4);
	if (year >= 1000 && year < 2200) {
		m->when.year = (int16_t)year;
		return 1;
	}
	if ((mark_at(s, at, '\'') || mark_at(s, at, 0x2019) || mark_at(s, at, 0x2018)) &&
	    glued(s, at + 1)) {
		year = digits(token_at(s, at + 1), 2, 2);
		if (year < 0) return 0;
		m->when.year = (int16_t)(year + (year < 50 ? 2000 : 1900));
		return 2;
	}
	return take_spelt_year(s, at, m);
}

/* 493 BC, 146 B.C., AD 70 is a year of 1 to 4 digits */
static uint32_t take_bc(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	int32_t year = digits(token_at(s, at), 1, 4);
	if (year <= 0) return 0;
	uint32_t used = 0;
	if (at + 1 >= s->last) return 0;
	if (bs_token_text(token_at(s, at + 1), s->text, "bc") ||
	    bs_token_text(token_at(s, at + 1), s->text, "bce"))
		used = 2;
	else if (at + 3 < s->last && bs_token_text(token_at(s, at + 1), s->text, "b") &&
		 mark_at(s, at + 2, '.') && bs_token_text(token_at(s, at + 3), s->text, "c"))
		used = 4 + mark_at(s, at + 4, '.');
	if (!used || !(s->tokens[at + 1].flags & BS_CAPITAL)) return 0;
	m->when.year = (int16_t)year;
	m->when.bc = true;
	return used;
}

static bool is_joint(const struct bs_timex_scan *s, uint32_t at)
{
	return (mark_at(s, at, '-') || mark_at(s, at, '/') || mark_at(s, at, 0x2013) ||
		mark_at(s, at, 0x2010) || mark_at(s, at, 0x2011)) &&
	       glued(s, at) && glued(s, at + 1);
}

/* 2021/22, 2021-22, 2021/2022: a year that spans two */
static uint32_t take_year_pair(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	int32_t first = digits(token_at(s, at), 4, 4);
	if (first < 1000 || first >= 2200 || !is_joint(s, at + 1)) return 0;
	int32_t second = digits(token_at(s, at + 2), 2, 4);
	if (second < 0 || length(token_at(s, at + 2)) == 3) return 0;
	if (second > 99 && !mark_at(s, at + 1, '/')) return 0; /* 1914-1915: from, to */
	if (second < 100) second += first / 100 * 100 + (first % 100 == 99 ? 100 : 0);
	if (second != first + 1) return 0;
	m->when.year = (int16_t)first;
	m->last_year = (int16_t)second;
	return 3;
}

/* 1990s, ’80s, the nineties */
static uint32_t take_decade(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	bool short_form = (mark_at(s, at, '\'') || mark_at(s, at, 0x2019)) && glued(s, at + 1);
	const struct bs_token *t = token_at(s, at + short_form);
	if (has_tail(s, t, "s") && t->value % 10 == 0) {
		size_t n = length(t) - 1;
		if (n == 4 && !short_form && t->value >= 1000 && t->value < 2200)
			m->when.year = (int16_t)t->value;
		else if (n == 2 && (short_form || t->value >= 20))
			m->when.year = (int16_t)(1900 + t->value);
		return m->when.year ? 1 + short_form : 0;
	}
	int decade = value_at(s, at, BS_LIST_DECADE);
	if (decade) m->when.year = (int16_t)(1900 + decade);
	return decade ? 1 : 0;
}

/* Is there a day at a token? */
static bool is_day_number(const struct bs_token *t)
{
	return t->kind == BS_NUMBER && t->value >= 1 && t->value <= 31;
}

bool bs_timex_month_first(const struct bs_tokens *tokens)
{
	size_t month_day = 0, day_month = 0, dollars = 0, pounds = 0;
	for (size_t i = 0; i < tokens->count; i++) {
		const struct bs_token *t = &tokens->at[i], *next = t + 1;
		if (t->kind == BS_MARK) {
			dollars += t->value == '$';
			pounds += t->value == 0xA3;
			continue;
		}
		if (!bs_token_is(t, BS_LIST_MONTH) || !(t->flags & BS_CAPITAL)) continue;
		if (bs_token_mark(next, '.')) next++;
		if (i && is_day_number(t - 1))
			day_month++;
		else if (is_day_number(next))
			month_day++;
	}
	return month_day && month_day + (dollars > 0) > 1 &&
	       month_day + dollars > 2 * (day_month + pounds);
}

/* The digits of a number from a byte on, as many as stand there up to most; -1 for none. */
static int read_digits(const struct bs_timex_scan *s, size_t *at, size_t end, int most)
{
	int value = -1;
	for (; most-- > 0 && *at < end && s->text[*at] >= '0' && s->text[*at] <= '9'; ++*at)
		value = (value < 0 ? 0 : value * 10) + (s->text[*at] - '0');
	return value;
}

/* How many tokens end at or before a byte? */
static uint32_t tokens_until(const struct bs_timex_scan *s, uint32_t at, size_t end)
{
	uint32_t n = 0;
	while (at + n < s->last && s->tokens[at + n].start < end) n++;
	return n;
}

/* 2021-04-28, 2021-04-28T08:15:00Z, 09/02/2023, 11.02.2009, 9-2-2023; the day
 * first, as Britain writes it, unless only the month can stand there or the
 * writer puts the month first in words. */
static uint32_t take_numeric(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	const struct bs_token *t = token_at(s, at);
	if (t->kind != BS_NUMBER || length(t) > 4 || !glued(s, at + 1)) return 0;
	size_t end = s->tokens[s->last - 1].end, p = t->start;
	int part[3] = {0, 0, 0}, wide[3] = {0, 0, 0};
	char joint = s->text[t->end];
	if (joint != '-' && joint != '/' && joint != '.') return 0;
	for (int i = 0; i < 3; i++) {
		size_t from = p;
		part[i] = read_digits(s, &p, end, 4);
		wide[i] = (int)(p - from);
		if (part[i] < 0 || (i < 2 && (p >= end || s->text[p++] != joint))) return 0;
	}
	if (p < end && s->text[p] >= '0' && s->text[p] <= '9') return 0;
	brad_date d;
	if (wide[0] == 4 && wide[1] <= 2 && wide[2] <= 2) {
		d = (brad_date){(int16_t)part[0], (uint8_t)part[1], (uint8_t)part[2]};
	} else if (wide[0] <= 2 && wide[1] <= 2 &&
		   (wide[2] == 4 || (wide[2] == 2 && joint != '-'))) {
		int year = wide[2] == 4 ? part[2] : part[2] + (part[2] < 50 ? 2000 : 1900);
		bool american = part[1] > 12 || (s->month_first && part[0] <= 12);
		d = (brad_date){(int16_t)year, (uint8_t)part[!american], (uint8_t)part[american]};
	} else {
		return 0;
	}
	if (d.year < 1000 || d.year > 2199 || !d.month || !d.day || !bs_date_exists(d)) return 0;
	m->when.year = d.year, m->when.month = d.month, m->when.day = d.day;
	if (p + 5 < end && (s->text[p] == 'T' || s->text[p] == ' ') && wide[0] == 4) {
		size_t q = p + 1;
		int hour = read_digits(s, &q, end, 2);
		if (hour >= 0 && hour < 24 && s->text[q] == ':') {
			q++;
			int minute = read_digits(s, &q, end, 2);
			if (minute >= 0 && minute < 60) {
				m->hour = (uint8_t)(hour + 1), m->minute = (uint8_t)(minute + 1);
				p = q;
			}
		}
		if (s->text[p] == ':') p++, read_digits(s, &p, end, 2);
		if (p < end && s->text[p] == 'Z') p++;
	}
	return tokens_until(s, at, p);
}

/* "pm" after an hour: its own word, "p.m.", or the tail of the number's token at `at`. */
static char read_half_day(const struct bs_timex_scan *s, uint32_t *at,
			  const struct bs_token *number)
{
	if (number->flags & BS_LETTERS)
		return has_tail(s, number, "am") ? 'a' : has_tail(s, number, "pm") ? 'p' : 0;
	const struct bs_token *t = token_at(s, *at);
	if (t->kind != BS_WORD || length(t) > 2) return 0;
	char first = (char)(s->text[t->start] | 0x20);
	if (first != 'a' && first != 'p') return 0;
	if (length(t) == 2 && (s->text[t->start + 1] | 0x20) == 'm') {
		*at += 1;
		return first;
	}
	if (length(t) != 1 || !mark_at(s, *at + 1, '.') || length(token_at(s, *at + 2)) != 1 ||
	    (s->text[token_at(s, *at + 2)->start] | 0x20) != 'm')
		return 0;
	*at += 3 + (mark_at(s, *at + 3, '.') ? 1 : 0);
	return first;
}

static uint32_t take_zone(const struct bs_timex_scan *s, uint32_t at)
{
	static const char *const zones[] = {"gmt", "bst", "utc", "est", "edt", "cst", "cet", "pst"};
	const struct bs_token *t = token_at(s, at);
	if (t->kind != BS_WORD || !(t->flags & BS_CAPITALS) || length(t) != 3) return 0;
	for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
		if (bs_token_text(t, s->text, zones[i])) return 1;
	return 0;
}

static bool set_time(struct bs_timex_match *m, int hour, int minute, char half_day)
{
	if (half_day && (hour < 1 || hour > 12)) return false;
	if (half_day == 'p' && hour < 12) hour += 12;
	if (half_day == 'a' && hour == 12) hour = 0;
	if (hour > 24 || minute > 59) return false;
	m->hour = (uint8_t)(hour + 1), m->minute = (uint8_t)(minute + 1);
	return true;
}

/* noon, midnight */
static uint32_t take_named_hour(const struct bs_timex_scan *s, uint32_t at,
				struct bs_timex_match *m)
{
	int hour = value_at(s, at, BS_LIST_CLOCK_WORD);
	return hour && set_time(m, hour, 0, 0);
}

/* 11.30pm, 11 p.m., 7:15 p.m. EST, 19:00, 05:30hrs, 10 o'clock */
static uint32_t take_clock(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	const struct bs_token *t = token_at(s, at), *number = t;
	if (t->kind != BS_NUMBER) return take_named_hour(s, at, m);
	if (t->value > 24) return 0;
	int hour = (int)t->value, minute = 0;
	uint32_t i = at + 1;
	bool colon = mark_at(s, i, ':');
	if (!(t->flags & BS_LETTERS) && (colon || mark_at(s, i, '.')) && glued(s, i) &&
	    glued(s, i + 1)) {
		number = token_at(s, i + 1);
		if (number->kind != BS_NUMBER || number->value > 59) return 0;
		size_t n = 0;
		while (number->start + n < number->end && s->text[number->start + n] >= '0' &&
		       s->text[number->start + n] <= '9')
			n++;
		if (n != 2) return 0;
		minute = (int)number->value;
		i += 2;
	} else {
		colon = false;
	}
	char half_day = read_half_day(s, &i, number);
	bool sure = half_day || has_tail(s, number, "hrs") || (colon && length(t) <= 2);
	if (!half_day && i == at + 1 && bs_token_text(token_at(s, i), s->text, "o'clock"))
		sure = true, i++;
	if (!sure || (number->flags & BS_LETTERS && !half_day && !has_tail(s, number, "hrs")))
		return 0;
	if (!set_time(m, hour, minute, half_day)) return 0;
	i += take_zone(s, i);
	return i - at;
}

/* A number in digits, in tenths: 10, 1,500, 2.5; 2 1/2. */
static uint32_t take_digit_amount(const struct bs_timex_scan *s, uint32_t at,
				  struct bs_timex_match *m)
{
	int32_t whole = digits(token_at(s, at), 1, 6);
	if (whole < 0) return 0;
	m->amount = whole * 10;
	if (whole < 1000 && mark_at(s, at + 1, ',') && glued(s, at + 1) && glued(s, at + 2) &&
	    digits(token_at(s, at + 2), 3, 3) >= 0) {
		m->amount = (whole * 1000 + digits(token_at(s, at + 2), 3, 3)) * 10;
		return 3;
	}
	if (mark_at(s, at + 1, '.') && glued(s, at + 1) && glued(s, at + 2) &&
	    digits(token_at(s, at + 2), 1, 1) >= 0) {
		m->amount += digits(token_at(s, at + 2), 1, 1);
		return 3;
	}
	if (digits(token_at(s, at + 1), 1, 1) == 1 && mark_at(s, at + 2, '/') &&
	    digits(token_at(s, at + 3), 1, 1) == 2) {
		m->amount += 5;
		return 4;
	}
	return whole ? 1 : 0;
}

/* six, twenty-five, two hundred and thirty, several, a, a few, half a, a couple of */
static uint32_t take_amount(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	if (token_at(s, at)->kind == BS_NUMBER) return take_digit_amount(s, at, m);
	uint32_t i = at;
	int total = 0, run = 0, word = 0;
	bool article = value_at(s, i, BS_LIST_TIME_WORD) == 'u';
	if (value_at(s, i, BS_LIST_TIME_WORD) == 'h' &&
	    value_at(s, i + 1, BS_LIST_TIME_WORD) == 'u') {
		m->amount = 5;
		return 2;
	}
	if (article) run = 1, i++;
	for (; i < at + LONGEST_AMOUNT; i++) {
		word = value_at(s, i, BS_LIST_CARDINAL);
		if (word < 0 && run <= 1) {
			m->amount = -1;
			return i + 1 - at;
		}
		if (word <= 0) {
			bool joined = mark_at(s, i, '-') ||
				      (run && run % 100 == 0 &&
				       bs_token_text(token_at(s, i), s->text, "and"));
			if (i == at || !joined || value_at(s, i + 1, BS_LIST_CARDINAL) <= 0) break;
			continue;
		}
		if (total + run >= MOST) return 0;
		if (word == 100)
			run = (run ? run : 1) * 100;
		else if (word == 1000)
			total += (run ? run : 1) * 1000, run = 0;
		else
			run = (article && i == at + 1 ? 0 : run) + word;
	}
	if (i == at) return 0;
	if (i > at + 1 && bs_token_text(token_at(s, i), s->text, "of") &&
	    bs_token_text(token_at(s, i - 1), s->text, "couple"))
		i++;
	m->amount = (total + run) * 10;
	return i - at;
}

static uint32_t take_unit(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	int unit = value_at(s, at, BS_LIST_TIME_UNIT);
	if (!unit) return 0;
	m->plural = unit >= 'a';
	m->unit = (uint8_t)(unit >= 'a' ? unit - 'a' + 'A' : unit);
	return 1;
}

static uint32_t take_part(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	int part = value_at(s, at, BS_LIST_DAY_PART);
	if (!part) return 0;
	m->plural |= part >= 'a';
	m->part = (uint8_t)(part >= 'a' ? part - 'a' + 'A' : part);
	return 1;
}

/* The kinds that a word list decides: its value goes to a member of the match. */
static uint32_t take_listed(uint8_t *member, int value)
{
	*member = (uint8_t)value;
	return value ? 1 : 0;
}

uint32_t bs_timex_kind(const struct bs_timex_scan *s, char kind, uint32_t at,
		       struct bs_timex_match *m)
{
	int word;
	if (at >= s->last) return 0;
	switch (kind) {
	case 'A': return take_amount(s, at, m);
	case 'B': return take_bc(s, at, m);
	case 'C': return take_clock(s, at, m);
	case 'D': return take_day(s, at, m);
	case 'H': return bs_holiday_find(s, at, &m->holiday);
	case 'I': return take_numeric(s, at, m);
	case 'J': return take_year_pair(s, at, m);
	case 'M': return take_month(s, at, m);
	case 'N': return take_decade(s, at, m);
	case 'O': return take_ordinal(s, at, m);
	case 'P': return take_part(s, at, m);
	case 'S': return take_listed(&m->season, value_at(s, at, BS_LIST_SEASON));
	case 'U': return take_unit(s, at, m);
	case 'V': return take_listed(&m->vague, value_at(s, at, BS_LIST_VAGUE_TIME));
	case 'W': return take_weekday(s, at, m);
	case 'X': return take_listed(&m->day_word, value_at(s, at, BS_LIST_DAY_WORD));
	case 'Y': return take_year(s, at, m);
	case 'R':
		word = value_at(s, at, BS_LIST_TIME_WORD);
		return take_listed(&m->relation, word < 'Z' && word != 'E' ? word : 0);
	case 'E': return value_at(s, at, BS_LIST_TIME_WORD) == 'E';
	case 'Z':
		word = value_at(s, at, BS_LIST_TIME_WORD);
		return take_listed(&m->set, word && strchr("dwm", word) ? word - 'a' + 'A' : 0);
	default: return 0;
	}
}
