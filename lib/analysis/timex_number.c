#include "analysis/timex_kind.h"

#include "base/date.h"

enum {
	LONGEST_AMOUNT = 6, /* tokens: "two hundred and thirty four" has five */
	MOST = 100000       /* units of time that words count */
};

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

/* "9/11": all the world's name for the attacks of that day */
static bool is_nine_eleven(const struct bs_timex_scan *s, uint32_t at)
{
	const struct bs_token *t = bs_token_at(s, at);
	return bs_token_digits(t, 1, 1) == 9 && bs_mark_at(s, at + 1, '/') && bs_glued(s, at + 1) &&
	       bs_glued(s, at + 2) && bs_token_digits(bs_token_at(s, at + 2), 2, 2) == 11 &&
	       !bs_mark_at(s, at + 3, '/') && !(t->start && s->text[t->start - 1] == '/');
}

/* 2021-04-28, 2021-04-28T08:15:00Z, 09/02/2023, 11.02.2009, 9-2-2023; the day
 * first, as Britain writes it, unless only the month can stand there or the
 * writer puts the month first in words. */
uint32_t bs_take_numeric(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	const struct bs_token *t = bs_token_at(s, at);
	if (t->kind != BS_NUMBER || bs_token_length(t) > 4 || !bs_glued(s, at + 1)) return 0;
	if (is_nine_eleven(s, at)) {
		m->when.year = 2001, m->when.month = 9, m->when.day = 11;
		return 3;
	}
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
		bool american = part[1] > 12 || (part[0] <= 12 && bs_timex_month_first(s));
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
		return bs_has_tail(s, number, "am") ? 'a' : bs_has_tail(s, number, "pm") ? 'p' : 0;
	const struct bs_token *t = bs_token_at(s, *at);
	if (t->kind != BS_WORD || bs_token_length(t) > 2) return 0;
	char first = (char)(s->text[t->start] | 0x20);
	if (first != 'a' && first != 'p') return 0;
	if (bs_token_length(t) == 2 && (s->text[t->start + 1] | 0x20) == 'm') {
		*at += 1;
		return first;
	}
	if (bs_token_length(t) != 1 || !bs_mark_at(s, *at + 1, '.') ||
	    bs_token_length(bs_token_at(s, *at + 2)) != 1 ||
	    (s->text[bs_token_at(s, *at + 2)->start] | 0x20) != 'm')
		return 0;
	*at += 3 + (bs_mark_at(s, *at + 3, '.') ? 1 : 0);
	return first;
}

static uint32_t take_zone(const struct bs_timex_scan *s, uint32_t at)
{
	static const char *const zones[] = {"gmt", "bst", "utc", "est", "edt", "cst", "cet", "pst"};
	const struct bs_token *t = bs_token_at(s, at);
	if (t->kind != BS_WORD || !(t->flags & BS_CAPITALS) || bs_token_length(t) != 3) return 0;
	for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
		if (bs_token_text(t, s->text, zones[i])) return 1;
	return 0;
}

static bool set_time(struct bs_timex_match *m, int hour, int minute, char half_day)
{
	if (half_day && (hour < 1 || hour > 12)) return false;
	if (half_day == 'p' && hour < 12) hour += 12;
	if (half_day == 'a' && hour == 12) hour = 0;
	if (minute > 59 || hour * 60 + minute > 24 * 60) return false;
	m->hour = (uint8_t)(hour + 1), m->minute = (uint8_t)(minute + 1);
	return true;
}

/* "in the morning", "at night" after a bare hour: the half of the day, 0 for none. */
static char read_day_part(const struct bs_timex_scan *s, uint32_t *at, int hour)
{
	bool night = bs_token_text(bs_token_at(s, *at), s->text, "at");
	uint32_t part = *at + (night ? 1 : 2);
	int code = bs_value_at(s, part, BS_LIST_DAY_PART);
	if (!night && (!bs_token_text(bs_token_at(s, *at), s->text, "in") ||
		       bs_value_at(s, *at + 1, BS_LIST_TIME_WORD) != 't'))
		return 0;
	if (night ? code != 'N' : code != 'M' && code != 'A' && code != 'E') return 0;
	*at = part + 1;
	return code == 'M' || (night && (hour < 5 || hour == 12)) ? 'a' : 'p';
}

/* "4 in the morning", "six in the evening", "10 at night", after a word such as "at" */
static uint32_t take_bare_hour(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	const struct bs_token *t = bs_token_at(s, at);
	int hour = t->kind == BS_NUMBER ? (int)bs_token_digits(t, 1, 2)
					: bs_value_at(s, at, BS_LIST_CARDINAL);
	if (hour < 1 || hour > 12 || !at || !bs_token_is(t - 1, BS_LIST_TIME_LEAD)) return 0;
	uint32_t i = at + 1;
	char half_day = read_day_part(s, &i, hour);
	return half_day && set_time(m, hour, 0, half_day) ? i - at : 0;
}

/* noon, midnight */
static uint32_t take_named_hour(const struct bs_timex_scan *s, uint32_t at,
				struct bs_timex_match *m)
{
	int hour = bs_value_at(s, at, BS_LIST_CLOCK_WORD);
	return hour && set_time(m, hour, 0, 0);
}

/* 11.30pm, 11 p.m., 7:15 p.m. EST, 19:00, 05:30hrs, 10 o'clock */
uint32_t bs_take_clock(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	const struct bs_token *t = bs_token_at(s, at), *number = t;
	uint32_t bare = take_bare_hour(s, at, m);
	if (bare) return bare;
	if (t->kind != BS_NUMBER) return take_named_hour(s, at, m);
	if (t->value > 24) return 0;
	int hour = (int)t->value, minute = 0;
	uint32_t i = at + 1;
	bool colon = bs_mark_at(s, i, ':');
	if (!(t->flags & BS_LETTERS) && (colon || bs_mark_at(s, i, '.')) && bs_glued(s, i) &&
	    bs_glued(s, i + 1)) {
		number = bs_token_at(s, i + 1);
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
	bool sure = half_day || bs_has_tail(s, number, "hrs") || (colon && bs_token_length(t) <= 2);
	if (!half_day && i == at + 1 && bs_token_text(bs_token_at(s, i), s->text, "o'clock"))
		sure = true, i++;
	if (!sure || (number->flags & BS_LETTERS && !half_day && !bs_has_tail(s, number, "hrs")))
		return 0;
	if (!set_time(m, hour, minute, half_day)) return 0;
	i += take_zone(s, i);
	return i - at;
}

/* A number in digits, in tenths: 10, 1,500, 2.5; 2 1/2. */
static uint32_t take_digit_amount(const struct bs_timex_scan *s, uint32_t at,
				  struct bs_timex_match *m)
{
	int32_t whole = bs_token_digits(bs_token_at(s, at), 1, 6);
	if (whole < 0) return 0;
	m->amount = whole * 10;
	if (whole < 1000 && bs_mark_at(s, at + 1, ',') && bs_glued(s, at + 1) &&
	    bs_glued(s, at + 2) && bs_token_digits(bs_token_at(s, at + 2), 3, 3) >= 0) {
		m->amount = (whole * 1000 + bs_token_digits(bs_token_at(s, at + 2), 3, 3)) * 10;
		return 3;
	}
	if (bs_mark_at(s, at + 1, '.') && bs_glued(s, at + 1) && bs_glued(s, at + 2) &&
	    bs_token_digits(bs_token_at(s, at + 2), 1, 1) >= 0) {
		m->amount += bs_token_digits(bs_token_at(s, at + 2), 1, 1);
		return 3;
	}
	if (bs_token_digits(bs_token_at(s, at + 1), 1, 1) == 1 && bs_mark_at(s, at + 2, '/') &&
	    bs_token_digits(bs_token_at(s, at + 3), 1, 1) == 2) {
		m->amount += 5;
		return 4;
	}
	return whole ? 1 : 0;
}

/* six, twenty-five, two hundred and thirty, several, a, a few, half a, a couple of */
uint32_t bs_take_amount(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	if (bs_token_at(s, at)->kind == BS_NUMBER) return take_digit_amount(s, at, m);
	uint32_t i = at;
	int total = 0, run = 0, word = 0;
	bool article = bs_value_at(s, i, BS_LIST_TIME_WORD) == 'u';
	if (bs_value_at(s, i, BS_LIST_TIME_WORD) == 'h' &&
	    bs_value_at(s, i + 1, BS_LIST_TIME_WORD) == 'u') {
		m->amount = 5;
		return 2;
	}
	if (article) run = 1, i++;
	for (; i < at + LONGEST_AMOUNT; i++) {
		word = bs_value_at(s, i, BS_LIST_CARDINAL);
		if (word < 0 && run <= 1) {
			m->amount = -1;
			return i + 1 - at;
		}
		if (word <= 0) {
			bool joined = bs_mark_at(s, i, '-') ||
				      (run && run % 100 == 0 &&
				       bs_token_text(bs_token_at(s, i), s->text, "and"));
			if (i == at || !joined || bs_value_at(s, i + 1, BS_LIST_CARDINAL) <= 0)
				break;
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
	if (i > at + 1 && bs_token_text(bs_token_at(s, i), s->text, "of") &&
	    bs_token_text(bs_token_at(s, i - 1), s->text, "couple"))
		i++;
	m->amount = (total + run) * 10;
	return i - at;
}
