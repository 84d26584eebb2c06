#include "analysis/timex_kind.h"

#include <string.h>

static bool is_ordinal_number(const struct bs_timex_scan *s, const struct bs_token *t)
{
	return bs_has_tail(s, t, "th") || bs_has_tail(s, t, "st") || bs_has_tail(s, t, "nd") ||
	       bs_has_tail(s, t, "rd");
}

/* 28, 28th, eighth */
static uint32_t take_day(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	const struct bs_token *t = bs_token_at(s, at);
	int32_t day = bs_token_digits(t, 1, 2);
	if (day < 0 && is_ordinal_number(s, t)) day = (int32_t)t->value;
	if (day < 0) day = bs_value_at(s, at, BS_LIST_ORDINAL);
	if (day < 1 || day > 31) return 0;
	m->when.day = (uint8_t)day;
	return 1;
}

static uint32_t take_ordinal(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	const struct bs_token *t = bs_token_at(s, at);
	int value = bs_value_at(s, at, BS_LIST_ORDINAL);
	if (!value && is_ordinal_number(s, t) && t->value < 100) value = (int)t->value;
	m->ordinal = (uint8_t)value;
	return value ? 1 : 0;
}

/* April, Apr., APRIL; abbreviations only with a capital */
static uint32_t take_month(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	const struct bs_token *t = bs_token_at(s, at);
	int month = bs_value_at(s, at, BS_LIST_MONTH);
	if (!month || !(t->flags & BS_CAPITAL)) return 0;
	m->when.month = (uint8_t)month;
	bool abbreviated =
		bs_token_length(t) == 3 ? month != 5 : bs_token_length(t) == 4 && month == 9;
	return abbreviated && bs_mark_at(s, at + 1, '.') && bs_glued(s, at + 1) ? 2 : 1;
}

static uint32_t take_weekday(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	const struct bs_token *t = bs_token_at(s, at);
	int day = bs_value_at(s, at, BS_LIST_WEEKDAY);
	if (!day || !(t->flags & BS_CAPITAL)) return 0;
	m->when.weekday = (uint8_t)(day % 10);
	m->plural = day > 20;
	bool stop = day > 10 && day < 20 && bs_mark_at(s, at + 1, '.') && bs_glued(s, at + 1);
	return stop ? 2 : 1;
}

static int below_hundred(const struct bs_timex_scan *s, uint32_t at, uint32_t *used)
{
	int tens = bs_value_at(s, at, BS_LIST_CARDINAL);
	*used = 1;
	if (tens < 10 || tens > 90) return 0;
	if (tens < 20) return tens;
	uint32_t next = at + 1 + bs_mark_at(s, at + 1, '-');
	int ones = bs_value_at(s, next, BS_LIST_CARDINAL);
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
	const struct bs_token *t = bs_token_at(s, at);
	int32_t year = bs_token_digits(t, 4, 4);
	if (year >= 1000 && year < 2200) {
		m->when.year = (int16_t)year;
		return 1;
	}
	if ((bs_mark_at(s, at, '\'') || bs_mark_at(s, at, 0x2019) || bs_mark_at(s, at, 0x2018)) &&
	    bs_glued(s, at + 1)) {
		year = bs_token_digits(bs_token_at(s, at + 1), 2, 2);
		if (year < 0) return 0;
		m->when.year = (int16_t)(year + (year < 50 ? 2000 : 1900));
		return 2;
	}
	return take_spelt_year(s, at, m);
}

/* 493 BC, 146 B.C., AD 70 is a year of 1 to 4 digits */
static uint32_t take_bc(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	int32_t year = bs_token_digits(bs_token_at(s, at), 1, 4);
	if (year <= 0) return 0;
	uint32_t used = 0;
	if (at + 1 >= s->last) return 0;
	if (bs_token_text(bs_token_at(s, at + 1), s->text, "bc") ||
	    bs_token_text(bs_token_at(s, at + 1), s->text, "bce"))
		used = 2;
	else if (at + 3 < s->last && bs_token_text(bs_token_at(s, at + 1), s->text, "b") &&
		 bs_mark_at(s, at + 2, '.') && bs_token_text(bs_token_at(s, at + 3), s->text, "c"))
		used = 4 + bs_mark_at(s, at + 4, '.');
	if (!used || !(s->tokens[at + 1].flags & BS_CAPITAL)) return 0;
	m->when.year = (int16_t)year;
	m->when.bc = true;
	return used;
}

static bool is_joint(const struct bs_timex_scan *s, uint32_t at)
{
	return (bs_mark_at(s, at, '-') || bs_mark_at(s, at, '/') || bs_mark_at(s, at, 0x2013) ||
		bs_mark_at(s, at, 0x2010) || bs_mark_at(s, at, 0x2011)) &&
	       bs_glued(s, at) && bs_glued(s, at + 1);
}

/* 2021/22, 2021-22, 2021/2022: a year that spans two */
static uint32_t take_year_pair(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	int32_t first = bs_token_digits(bs_token_at(s, at), 4, 4);
	if (first < 1000 || first >= 2200 || !is_joint(s, at + 1)) return 0;
	int32_t second = bs_token_digits(bs_token_at(s, at + 2), 2, 4);
	if (second < 0 || bs_token_length(bs_token_at(s, at + 2)) == 3) return 0;
	if (second > 99 && !bs_mark_at(s, at + 1, '/')) return 0; /* 1914-1915: from, to */
	if (second < 100) second += first / 100 * 100 + (first % 100 == 99 ? 100 : 0);
	if (second != first + 1) return 0;
	m->when.year = (int16_t)first;
	m->last_year = (int16_t)second;
	return 3;
}

/* 1990s, ’80s, the nineties */
static uint32_t take_decade(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	bool short_form =
		(bs_mark_at(s, at, '\'') || bs_mark_at(s, at, 0x2019)) && bs_glued(s, at + 1);
	const struct bs_token *t = bs_token_at(s, at + short_form);
	if (bs_has_tail(s, t, "s") && t->value % 10 == 0) {
		size_t n = bs_token_length(t) - 1;
		if (n == 4 && !short_form && t->value >= 1000 && t->value < 2200)
			m->when.year = (int16_t)t->value;
		else if (n == 2 && (short_form || t->value >= 20))
			m->when.year = (int16_t)(1900 + t->value);
		return m->when.year ? 1 + short_form : 0;
	}
	int decade = bs_value_at(s, at, BS_LIST_DECADE);
	if (decade) m->when.year = (int16_t)(1900 + decade);
	return decade ? 1 : 0;
}

/* Is there a day at a token? */
static bool is_day_number(const struct bs_token *t)
{
	return t->kind == BS_NUMBER && t->value >= 1 && t->value <= 31;
}

static bool puts_month_first(const struct bs_tokens *tokens)
{
	size_t month_day = 0, day_month = 0, dollars = 0, pounds = 0;
	for (size_t i = 0; i < tokens->count; i++) {
		const struct bs_token *t = &tokens->at[i], *next = t + 1;
		if (t->kind == BS_MARK) {
			dollars += t->value == '$';
			pounds += t->value == 0xA3;
			continue;
		}
		if (!(t->flags & BS_CAPITAL) || !bs_token_is(t, BS_LIST_MONTH)) continue;
		if (bs_token_mark(next, '.')) next++;
		if (i && is_day_number(t - 1))
			day_month++;
		else if (is_day_number(next))
			month_day++;
	}
	return month_day && month_day + (dollars > 0) > 1 &&
	       month_day + dollars > 2 * (day_month + pounds);
}

bool bs_timex_month_first(const struct bs_timex_scan *s)
{
	if (*s->order == BS_ORDER_UNKNOWN)
		*s->order = puts_month_first(s->writing) ? BS_MONTH_FIRST : BS_DAY_FIRST;
	return *s->order == BS_MONTH_FIRST;
}

static uint32_t take_unit(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	int unit = bs_value_at(s, at, BS_LIST_TIME_UNIT);
	if (!unit) return 0;
	m->plural = unit >= 'a';
	m->unit = (uint8_t)(unit >= 'a' ? unit - 'a' + 'A' : unit);
	return 1;
}

static uint32_t take_part(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	int part = bs_value_at(s, at, BS_LIST_DAY_PART);
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
	case 'A': return bs_take_amount(s, at, m);
	case 'B': return take_bc(s, at, m);
	case 'C': return bs_take_clock(s, at, m);
	case 'D': return take_day(s, at, m);
	case 'H': return bs_holiday_find(s, at, &m->holiday);
	case 'I': return bs_take_numeric(s, at, m);
	case 'J': return take_year_pair(s, at, m);
	case 'M': return take_month(s, at, m);
	case 'N': return take_decade(s, at, m);
	case 'O': return take_ordinal(s, at, m);
	case 'P': return take_part(s, at, m);
	case 'S': return take_listed(&m->season, bs_value_at(s, at, BS_LIST_SEASON));
	case 'U': return take_unit(s, at, m);
	case 'V': return take_listed(&m->vague, bs_value_at(s, at, BS_LIST_VAGUE_TIME));
	case 'W': return take_weekday(s, at, m);
	case 'X': return take_listed(&m->day_word, bs_value_at(s, at, BS_LIST_DAY_WORD));
	case 'Y': return take_year(s, at, m);
	case 'R':
		word = bs_value_at(s, at, BS_LIST_TIME_WORD);
		return take_listed(&m->relation, word < 'Z' && word != 'E' ? word : 0);
	case 'E': return bs_value_at(s, at, BS_LIST_TIME_WORD) == 'E';
	case 'Z':
		word = bs_value_at(s, at, BS_LIST_TIME_WORD);
		return take_listed(&m->set, word && strchr("dwm", word) ? word - 'a' + 'A' : 0);
	default: return 0;
	}
}
