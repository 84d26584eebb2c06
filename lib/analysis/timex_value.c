#include "analysis/timex.h"
#include "base/date.h"

#include <stdio.h>
#include <string.h>

typedef struct bs_timex_context context;
typedef struct bs_timex_match match;
typedef struct bs_when when;

static const char *const refs[] = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};

/* ---- Writing values ---------------------------------------------------- */

enum {
	LONGEST_VALUE = 48,
	COMPARED = 150,    /* tokens within which figures are compared with those of a quarter */
	MOST_UNITS = 3000, /* no calendar is needed further away */
	SAME_DAY = 60      /* tokens within which a clock time is of the day named before */
};

/* A year of four digits, XXXX if unknown, BC0493 of one before Christ. */
static int write_year(char *to, const when *w)
{
	if (!w->year) return snprintf(to, LONGEST_VALUE, "XXXX");
	return snprintf(to, LONGEST_VALUE, "%s%04d", w->bc ? "BC" : "", w->year);
}

static void write_day(char *to, const when *w)
{
	if (w->weekday && !w->day)
		snprintf(to, 16, "-WXX-%u", w->weekday);
	else if (w->month)
		snprintf(to, 16, "-%02u-%02u", w->month, w->day);
	else
		snprintf(to, 16, "-XX-XX");
}

static void write_when(char *to, const when *w)
{
	static const char *const seasons[][2] = {
		{"P", "SP"}, {"U", "SU"}, {"F", "FA"}, {"W", "WI"}};
	char *end = to + write_year(to, w);
	switch (w->grain) {
	case BS_CENTURY: end[-2] = '\0'; break;
	case BS_DECADE: end[-1] = '\0'; break;
	case BS_HALF: snprintf(end, 8, "-H%u", w->number); break;
	case BS_QUARTER:
		if (w->number)
			snprintf(end, 8, "-Q%u", w->number);
		else
			snprintf(end, 8, "-QX");
		break;
	case BS_SEASON:
		for (size_t i = 0; i < 4; i++)
			if (seasons[i][0][0] == w->number) snprintf(end, 8, "-%s", seasons[i][1]);
		break;
	case BS_MONTH:
		if (w->month)
			snprintf(end, 8, "-%02u", w->month);
		else
			snprintf(end, 8, "-XX");
		break;
	case BS_WEEK:
	case BS_WEEKEND:
		if (w->number)
			snprintf(end, 16, "-W%02u%s", w->number,
				 w->grain == BS_WEEKEND ? "-WE" : "");
		else
			snprintf(end, 16, "-WXX%s", w->grain == BS_WEEKEND ? "-WE" : "");
		break;
	case BS_DAY: write_day(end, w); break;
	default: break;
	}
}

static const char *part_code(uint8_t part)
{
	switch (part) {
	case 'M': return "TMO";
	case 'D': return "TMI";
	case 'A': return "TAF";
	case 'E': return "TEV";
	default: return "TNI";
	}
}

/* The value of a time of the calendar, with the part of the day or the hour. */
static void give_when(context *c, const match *m, const when *w, brad_timex *out)
{
	char value[LONGEST_VALUE * 2];
	write_when(value, w);
	size_t n = strlen(value);
	out->type = BRAD_TIMEX_DATE;
	if (w->grain == BS_DAY && m->hour) {
		out->type = BRAD_TIMEX_TIME;
		snprintf(value + n, LONGEST_VALUE, "T%02d:%02d", m->hour - 1,
			 m->minute ? m->minute - 1 : 0);
	} else if (w->grain == BS_DAY && m->part) {
		out->type = BRAD_TIMEX_TIME;
		snprintf(value + n, LONGEST_VALUE, "%s", part_code(m->part));
	}
	out->value = bs_arena_string(c->arena, value);
	if (c->narrative && m->day_word) return; /* the writer's own day is not the story's */
	c->since = *w;
	c->since_token = m->first;
}

static void give_ref(brad_timex *out, int direction)
{
	out->type = BRAD_TIMEX_DATE;
	out->value = refs[direction + 1];
}

/* ---- Calendar ---------------------------------------------------------- */

static when day_when(brad_date d)
{
	return (when){.grain = BS_DAY, .year = d.year, .month = d.month, .day = d.day};
}

static brad_date when_date(const when *w)
{
	return (brad_date){w->year, w->month, w->day};
}

static bool is_whole_day(const when *w)
{
	return w->grain == BS_DAY && w->year && w->month && w->day && !w->bc;
}

/* The ISO 8601 week of a day. */
static when week_of(int32_t days, uint8_t grain)
{
	int32_t thursday = days - bs_weekday(days) + 3;
	brad_date d = bs_date_from_days(thursday);
	int32_t first = bs_days_from_date((brad_date){d.year, 1, 1});
	return (when){
		.grain = grain, .year = d.year, .number = (uint8_t)((thursday - first) / 7 + 1)};
}

static int32_t week_days(const when *w)
{
	int32_t fourth = bs_days_from_date((brad_date){w->year, 1, 4});
	return fourth - bs_weekday(fourth) + 7 * (w->number - 1);
}

/* A day within a time, to count from: its first, or the day itself. */
static int32_t first_day(const when *w)
{
	if (w->grain == BS_WEEK || w->grain == BS_WEEKEND) return w->number ? week_days(w) : 0;
	int month = w->month                 ? w->month
		    : w->grain == BS_QUARTER ? w->number * 3 - 2
		    : w->grain == BS_HALF    ? w->number * 6 - 5
					     : 1;
	return bs_days_from_date((brad_date){w->year, (uint8_t)(month > 0 ? month : 1),
					     (uint8_t)(w->day ? w->day : 1)});
}

static int unit_grain(uint8_t unit)
{
	switch (unit) {
	case 'C': return BS_CENTURY;
	case 'E': return BS_DECADE;
	case 'Y': return BS_YEAR;
	case 'Q': return BS_QUARTER;
	case 'M': return BS_MONTH;
	case 'W':
	case 'F': return BS_WEEK;
	case 'N': return BS_WEEKEND;
	case 'D': return BS_DAY;
	default: return BS_GRAIN_NONE;
	}
}

static int floor_to(int value, int step)
{
	return value >= 0 ? value / step * step : -((-value + step - 1) / step) * step;
}

static bool add_years(when *w, int n)
{
	int year = (w->bc ? -w->year : w->year) + n;
	w->bc = year < 0;
	w->year = (int16_t)(year < 0 ? -year : year);
	return w->year > 0 && w->year < 10000;
}

/* The time n units away from another, in the unit's grain; grain NONE if it
 * cannot be told. */
static when shift(const when *from, uint8_t unit, int n)
{
	when w = {.grain = (uint8_t)unit_grain(unit), .year = from->year, .bc = from->bc};
	if (n > MOST_UNITS || n < -MOST_UNITS) return (when){0};
	if (!from->year || (from->bc && unit != 'Y')) return (when){0};
	bool known = true;
	switch (unit) {
	case 'C':
		if (n < -100 || n > 100) return (when){0};
		w.year = (int16_t)floor_to(from->year + 100 * n, 100);
		break;
	case 'E': w.year = (int16_t)floor_to(from->year + 10 * n, 10); break;
	case 'Y': known = add_years(&w, n); break;
	case 'Q':
	case 'M': {
		int step = unit == 'Q' ? 3 : 1;
		int month = from->grain == BS_QUARTER ? from->number * 3 - 2 : from->month;
		if (!month) return (when){0};
		int months = floor_to(from->year * 12 + month - 1, step) + n * step;
		w.year = (int16_t)(months / 12);
		if (unit == 'Q')
			w.number = (uint8_t)(months % 12 / 3 + 1);
		else
			w.month = (uint8_t)(months % 12 + 1);
		break;
	}
	case 'F': n *= 2; /* fall through */
	case 'W':
	case 'N':
		if (from->grain < BS_WEEK) return (when){0};
		w = week_of(first_day(from) + 7 * n, w.grain);
		break;
	case 'D':
		if (!is_whole_day(from)) return (when){0};
		w = day_when(bs_date_from_days(bs_days_from_date(when_date(from)) + n));
		break;
	default: return (when){0};
	}
	return known && w.year > 0 && w.year < 10000 ? w : (when){0};
}

/* What "now" is: the day of publication, or in a history the time last spoken of. */
static when present(const context *c)
{
	if (c->narrative && c->since.year) return c->since;
	return c->today.year ? day_when(c->today) : (when){0};
}

static when today(const context *c)
{
	return c->today.year && c->today.day ? day_when(c->today)
	       : c->today.year               ? (when){.grain = c->today.month ? BS_MONTH : BS_YEAR,
						      .year = c->today.year,
						      .month = c->today.month}
					     : (when){0};
}

/* The last quarter that is over. */
static when last_quarter(const context *c)
{
	when now = today(c);
	return shift(&now, 'Q', -1);
}

/* ---- One resolver for each sort ---------------------------------------- */

/* A story goes on from month to month: after December comes January of the next year. */
static int16_t next_in_story(const context *c, const when *w)
{
	int ahead = c->since.month ? w->month - c->since.month : 0;
	if (c->since.bc) return c->since.year;
	return (int16_t)(c->since.year + (ahead < -7 ? 1 : ahead > 8 ? -1 : 0));
}

/* The year in which a month, or a day of it, without a year lies. */
static int16_t year_near(const context *c, const when *w, enum bs_tense tense)
{
	if (c->narrative && c->since.year) return next_in_story(c, w);
	if (!c->today.year) return 0;
	if (!c->today.month) return c->today.year;
	int day = w->day ? w->day : c->today.day;
	int ahead = (w->month - c->today.month) * 31 + day - c->today.day;
	int16_t year = c->today.year;
	if (w->weekday && w->day && c->today.day)
		for (int i = 0; i < 3; i++) {
			static const int8_t away[] = {0, -1, 1};
			brad_date d = {(int16_t)(year + away[i]), w->month, w->day};
			if (bs_date_exists(d) && bs_weekday(bs_days_from_date(d)) + 1 == w->weekday)
				return d.year;
		}
	if (tense == BS_TENSE_FUTURE) return (int16_t)(ahead < 0 ? year + 1 : year);
	int near = tense == BS_TENSE_PAST ? (w->day ? 45 : 0) : tense ? 183 : 62;
	if (ahead > near) return (int16_t)(year - 1);
	return (int16_t)(ahead < -9 * 31 && tense != BS_TENSE_PAST ? year + 1 : year);
}

static void read_day(context *c, const match *m, enum bs_tense tense, brad_timex *out)
{
	when w = m->when;
	w.grain = BS_DAY;
	if (m->relation == 'L') tense = BS_TENSE_PAST;
	if (!w.year) {
		w.year = year_near(c, &w, tense);
		w.bc = c->narrative && c->since.bc;
	}
	w.weekday = 0;
	if (m->unit == 'W' && is_whole_day(&w))
		w = week_of(bs_days_from_date(when_date(&w)), BS_WEEK);
	give_when(c, m, &w, out);
}

static void read_month(context *c, const match *m, enum bs_tense tense, brad_timex *out)
{
	when w = m->when;
	w.grain = BS_MONTH;
	if (!w.year) {
		w.year = year_near(c, &w, tense);
		w.bc = c->narrative && c->since.bc;
	}
	give_when(c, m, &w, out);
}

/* Which way a relation word points: -1, 0, 1. */
static int direction(uint8_t relation)
{
	switch (relation) {
	case 'L':
	case 'P':
	case 'D':
	case 'V': return -1;
	case 'N':
	case 'F':
	case 'K': return 1;
	default: return 0;
	}
}

/* "that", "the same", "the following" go on from the time last spoken of. */
static bool is_anaphoric(uint8_t relation)
{
	return relation == 'H' || relation == 'S' || relation == 'F' || relation == 'V';
}

static when origin(const context *c, uint8_t relation)
{
	if (is_anaphoric(relation)) return c->since;
	return relation == 'U' || relation == 'K' ? today(c) : present(c);
}

static void read_month_rel(context *c, const match *m, enum bs_tense tense, brad_timex *out)
{
	when w = m->when, from = origin(c, m->relation);
	w.grain = BS_MONTH;
	(void)tense;
	if (from.year && m->row->constant == 'r') {
		if (m->unit == 'Y') w.year = (int16_t)(from.year + direction(m->relation));
	} else if (from.year && from.month) {
		int way = direction(m->relation);
		w.year = from.year;
		if (way < 0 && w.month >= from.month) w.year--;
		if (way > 0 && w.month <= from.month) w.year++;
	}
	w.bc = from.bc;
	give_when(c, m, &w, out);
}

static void read_year(context *c, const match *m, enum bs_tense tense, brad_timex *out)
{
	when w = m->when;
	(void)tense;
	w.grain = BS_YEAR;
	give_when(c, m, &w, out);
}

static void read_years(context *c, const match *m, enum bs_tense tense, brad_timex *out)
{
	char value[LONGEST_VALUE];
	(void)tense;
	snprintf(value, sizeof value, "%04d/%04d", m->when.year, m->last_year);
	out->type = BRAD_TIMEX_DATE;
	out->value = bs_arena_string(c->arena, value);
	c->since = (when){.grain = BS_YEAR, .year = m->when.year};
	c->since_token = m->first;
}

static void read_decade(context *c, const match *m, enum bs_tense tense, brad_timex *out)
{
	when w = m->when;
	(void)tense;
	w.grain = BS_DECADE;
	give_when(c, m, &w, out);
}

/* The last quarter or half of that number that has begun before the day. */
static int16_t year_of_period(const context *c, int number, int months)
{
	when from = present(c);
	if (!from.year) return 0;
	int first = (number - 1) * months + 1;
	return (int16_t)(from.month && first > from.month ? from.year - 1 : from.year);
}

static void read_period(context *c, const match *m, enum bs_tense tense, brad_timex *out)
{
	when w = m->when;
	(void)tense;
	bool half = m->row->constant == 'h';
	if (!half && (m->unit == 'C' || m->unit == 'E')) {
		w.grain = BS_CENTURY;
		w.year = (int16_t)((m->ordinal - 1) * 100);
		if (!w.year) w.year = 1;
		give_when(c, m, &w, out);
		return;
	}
	w.grain = half ? BS_HALF : BS_QUARTER;
	w.number = m->ordinal;
	if (m->relation) {
		when from = origin(c, m->relation);
		if (from.year) w.year = (int16_t)(from.year + direction(m->relation));
	} else if (!w.year) {
		w.year = year_of_period(c, m->ordinal, half ? 6 : 3);
	}
	if (m->row->constant == 'q') {
		w.number = c->period.number;
		if (!w.number) w.grain = BS_YEAR;
	} else {
		c->period = w;
		c->period_token = m->first;
	}
	give_when(c, m, &w, out);
}

static uint8_t season_month(uint8_t season)
{
	return season == 'P' ? 3 : season == 'U' ? 6 : season == 'F' ? 9 : 12;
}

static void read_season(context *c, const match *m, enum bs_tense tense, brad_timex *out)
{
	when w = m->when, from = m->relation ? origin(c, m->relation) : present(c);
	w.grain = BS_SEASON;
	w.number = m->season;
	if (!w.year && from.year) {
		int way = direction(m->relation);
		uint8_t month = season_month(m->season);
		w.year = from.year;
		w.bc = from.bc;
		if (!c->narrative && from.month) {
			if (way < 0 && month + 2 >= from.month) w.year--;
			if (way > 0 && month <= from.month) w.year++;
			if (!m->relation && tense != BS_TENSE_FUTURE && month > from.month)
				w.year--;
			if (!m->relation && tense == BS_TENSE_FUTURE && month + 2 < from.month)
				w.year++;
		} else {
			w.year = (int16_t)(w.year + way);
		}
	}
	give_when(c, m, &w, out);
}

static void give_set(context *c, brad_timex *out, const char *value)
{
	out->type = BRAD_TIMEX_SET;
	out->value = bs_arena_string(c->arena, value);
}

static void read_weekday(context *c, const match *m, enum bs_tense tense, brad_timex *out)
{
	when from = c->narrative ? present(c) : today(c);
	when w = {.grain = BS_DAY, .weekday = m->when.weekday};
	if (m->plural) {
		char value[LONGEST_VALUE];
		snprintf(value, sizeof value, "XXXX-WXX-%u%s", m->when.weekday,
			 m->part ? part_code(m->part) : "");
		give_set(c, out, value);
		return;
	}
	if (m->relation && is_anaphoric(m->relation)) from = c->since;
	if (is_whole_day(&from)) {
		int32_t now = bs_days_from_date(when_date(&from)), day;
		int ahead = ((int)m->when.weekday - 1 - bs_weekday(now) + 7) % 7;
		int way = direction(m->relation);
		if (m->row->constant == 'r')
			day = now - bs_weekday(now) + m->when.weekday - 1 + 7 * way;
		else if (m->row->constant == 'u')
			day = now + (ahead ? ahead : 7) * (way >= 0) + 7 * (way >= 0) +
			      (way < 0 ? ahead - 14 : 0);
		else if (way > 0)
			day = now + (ahead ? ahead : 7);
		else if (way < 0)
			day = now + ahead - 7;
		else if (m->relation == 'T' || tense == BS_TENSE_FUTURE)
			day = now + ahead;
		else
			day = ahead ? now + ahead - 7 : now;
		w = day_when(bs_date_from_days(day));
	}
	give_when(c, m, &w, out);
}

static void read_day_word(context *c, const match *m, enum bs_tense tense, brad_timex *out)
{
	when from = today(c);
	(void)tense;
	if (!is_whole_day(&from)) {
		give_ref(out, m->day_word % 10 - 4);
		return;
	}
	when w = shift(&from, 'D', m->day_word % 10 - 4);
	match with_part = *m;
	if (m->day_word > 10) with_part.part = 'N';
	give_when(c, &with_part, &w, out);
}

static void read_holiday(context *c, const match *m, enum bs_tense tense, brad_timex *out)
{
	when from = present(c);
	int year = m->when.year ? m->when.year : from.year;
	if (!year) {
		when w = bs_holiday_day(m->holiday, 2000);
		w.year = 0;
		give_when(c, m, &w, out);
		return;
	}
	when w = bs_holiday_day(m->holiday, year);
	if (!m->when.year && !c->narrative) {
		int way = direction(m->relation);
		enum bs_tense to = way < 0 ? BS_TENSE_PAST : way > 0 ? BS_TENSE_FUTURE : tense;
		int16_t near = year_near(c, &w, to);
		if (near) w = bs_holiday_day(m->holiday, near);
	}
	give_when(c, m, &w, out);
}

/* "last night" belongs to the evening before. */
static void read_part_rel(context *c, const match *m, brad_timex *out)
{
	when from = origin(c, m->relation);
	int way = m->relation == 'U' ? 0 : direction(m->relation);
	when w = is_whole_day(&from) ? shift(&from, 'D', way) : (when){.grain = BS_DAY};
	give_when(c, m, &w, out);
}

static void write_duration(char *to, int32_t amount, uint8_t unit)
{
	static const struct {
		char unit, code;
		int8_t factor;
	} units[] = {{'C', 'Y', 100}, {'E', 'Y', 10}, {'Q', 'M', 3}, {'F', 'W', 2}, {'T', 'M', 1}};
	char code = (char)unit;
	int factor = 1;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (units[i].unit == unit) code = units[i].code, factor = units[i].factor;
	const char *clock = strchr("HTS", unit) ? "T" : "";
	const char *ending = unit == 'N' ? "WE" : NULL;
	char letter[2] = {code, '\0'};
	if (!ending) ending = letter;
	if (amount < 0 && (unit == 'C' || unit == 'E'))
		snprintf(to, LONGEST_VALUE, "PX%s", unit == 'C' ? "CE" : "DE");
	else if (amount < 0)
		snprintf(to, LONGEST_VALUE, "P%sX%s", clock, ending);
	else if (amount % 10 == 5 && unit == 'Y')
		snprintf(to, LONGEST_VALUE, amount < 10 ? "P6M" : "P%dY6M", amount / 10);
	else if (amount % 10 == 5 && unit == 'H')
		snprintf(to, LONGEST_VALUE, amount < 10 ? "PT30M" : "PT%dH30M", amount / 10);
	else if (amount * factor % 10)
		snprintf(to, LONGEST_VALUE, "P%s%d.%d%s", clock, amount * factor / 10,
			 amount * factor % 10, ending);
	else
		snprintf(to, LONGEST_VALUE, "P%s%d%s", clock, amount / 10 * factor, ending);
}

static void give_duration(context *c, int32_t amount, uint8_t unit, brad_timex *out)
{
	char value[LONGEST_VALUE];
	write_duration(value, amount, unit);
	out->type = BRAD_TIMEX_DURATION;
	out->value = bs_arena_string(c->arena, value);
}

static void read_unit_rel(context *c, const match *m, enum bs_tense tense, brad_timex *out)
{
	(void)tense;
	if (m->row->constant == 'p') {
		read_part_rel(c, m, out);
		return;
	}
	int way = direction(m->relation);
	if (m->relation == 'P') {
		give_duration(c, m->plural ? -1 : 10, m->unit, out);
		return;
	}
	if (m->plural) {
		if (m->relation == 'K')
			give_duration(c, -1, m->unit, out);
		else
			give_ref(out, way);
		return;
	}
	bool quarter = m->unit == 'Q' || m->unit == 'P';
	if (quarter && (m->row->constant == 't' || m->relation == 'D' || m->relation == 'H') &&
	    c->period.year) {
		give_when(c, m, &c->period, out);
		return;
	}
	if (quarter && m->relation == 'D') {
		when w = last_quarter(c);
		give_when(c, m, &w, out);
		return;
	}
	when from = m->row->constant == 't' ? c->since : origin(c, m->relation);
	if (m->row->constant == 't' && (!from.year || m->unit == 'N')) from = today(c);
	if (m->unit == 'N' && way == 0 && m->row->constant == 't')
		way = tense == BS_TENSE_FUTURE ? 0 : -1;
	when w = shift(&from, m->unit, way);
	if (w.grain == BS_GRAIN_NONE && from.year && !is_anaphoric(m->relation)) w = from;
	if (w.grain == BS_GRAIN_NONE && is_anaphoric(m->relation))
		w = (when){.grain = (uint8_t)unit_grain(m->unit)};
	if (w.grain == BS_GRAIN_NONE)
		give_ref(out, way);
	else
		give_when(c, m, &w, out);
}

/* n units before or after another time, in the grain of the unit; a quarter
 * keeps its grain over years, as in "a year earlier" of figures. */
static void give_distance(context *c, const match *m, const when *from, int sign, brad_timex *out)
{
	int32_t amount = m->amount;
	if (amount < 0 || !from->year || amount > 100000) {
		give_ref(out, sign);
		return;
	}
	uint8_t unit = m->unit ? m->unit : 'Y';
	when w = shift(from, unit, sign * (amount ? amount / 10 : 1));
	if (from->grain == BS_QUARTER && unit == 'Y' && w.grain) {
		w.grain = BS_QUARTER;
		w.number = from->number;
	}
	if (w.grain == BS_GRAIN_NONE && strchr("HTS", unit)) w = *from;
	if (w.grain == BS_GRAIN_NONE)
		give_ref(out, sign);
	else
		give_when(c, m, &w, out);
}

/* Figures of a quarter are compared with those "a year ago": then that is a quarter too. */
static void compare_periods(const context *c, const match *m, when *from)
{
	if (c->period.year && m->unit == 'Y' && m->amount <= 10 &&
	    m->first - c->period_token < COMPARED)
		*from = c->period;
}

static void read_ago(context *c, const match *m, enum bs_tense tense, brad_timex *out)
{
	when from = today(c);
	(void)tense;
	compare_periods(c, m, &from);
	give_distance(c, m, &from, -1, out);
}

static void read_earlier(context *c, const match *m, enum bs_tense tense, brad_timex *out)
{
	when from = c->since.year ? c->since : today(c), kept = c->since;
	match years = *m;
	(void)tense;
	if (m->row->constant == 'p') { /* "the year-ago quarter" */
		years.unit = 'Y';
		if (!c->period.year) from = last_quarter(c);
	}
	compare_periods(c, &years, &from);
	give_distance(c, &years, &from, -1, out);
	if (years.unit == 'Y') c->since = kept; /* the next one is a year before the same */
}

static void read_later(context *c, const match *m, enum bs_tense tense, brad_timex *out)
{
	(void)tense;
	give_distance(c, m, &c->since, 1, out);
}

static void read_ahead(context *c, const match *m, enum bs_tense tense, brad_timex *out)
{
	when from = today(c);
	if (tense != BS_TENSE_FUTURE || !is_whole_day(&from)) {
		give_duration(c, m->amount, m->unit, out);
		return;
	}
	if (m->unit == 'F' || m->unit == 'W') {
		when w = shift(&from, 'D', m->amount / 10 * (m->unit == 'F' ? 14 : 7));
		give_when(c, m, &w, out);
		return;
	}
	give_distance(c, m, &from, 1, out);
}

/* A clock time by itself is of the day last spoken of in a history, else of today. */
static void read_clock(context *c, const match *m, enum bs_tense tense, brad_timex *out)
{
	bool same = is_whole_day(&c->since) && m->first - c->since_token < SAME_DAY;
	when w = same ? c->since : present(c);
	(void)tense;
	if (w.grain != BS_DAY) w = (when){.grain = BS_DAY};
	when kept = c->since;
	give_when(c, m, &w, out);
	c->since = kept;
}

static void read_duration(context *c, const match *m, enum bs_tense tense, brad_timex *out)
{
	(void)tense;
	give_duration(c, m->amount, m->unit, out);
}

static void read_set(context *c, const match *m, enum bs_tense tense, brad_timex *out)
{
	char value[LONGEST_VALUE];
	(void)tense;
	if (m->when.weekday) {
		snprintf(value, sizeof value, "XXXX-WXX-%u%s", m->when.weekday,
			 m->part ? part_code(m->part) : "");
	} else if (m->part) {
		snprintf(value, sizeof value, "XXXX-XX-XX%s", part_code(m->part));
	} else {
		write_duration(value, m->amount ? m->amount : 10, m->set ? m->set : m->unit);
	}
	give_set(c, out, value);
}

static void read_vague(context *c, const match *m, enum bs_tense tense, brad_timex *out)
{
	(void)c;
	(void)tense;
	bool past = m->vague == 'A' || m->relation == 'P';
	give_ref(out, past ? -1 : m->vague == 'F' ? 1 : 0);
}

void bs_timex_read(struct bs_timex_context *c, const struct bs_timex_match *m, enum bs_tense tense,
		   brad_timex *out)
{
	static void (*const readers[])(context *, const match *, enum bs_tense, brad_timex *) = {
		[BS_SORT_DAY] = read_day,
		[BS_SORT_MONTH] = read_month,
		[BS_SORT_MONTH_REL] = read_month_rel,
		[BS_SORT_YEAR] = read_year,
		[BS_SORT_YEARS] = read_years,
		[BS_SORT_DECADE] = read_decade,
		[BS_SORT_CENTURY] = read_period,
		[BS_SORT_PERIOD] = read_period,
		[BS_SORT_SEASON] = read_season,
		[BS_SORT_WEEKDAY] = read_weekday,
		[BS_SORT_DAY_WORD] = read_day_word,
		[BS_SORT_HOLIDAY] = read_holiday,
		[BS_SORT_UNIT_REL] = read_unit_rel,
		[BS_SORT_AGO] = read_ago,
		[BS_SORT_LATER] = read_later,
		[BS_SORT_EARLIER] = read_earlier,
		[BS_SORT_AHEAD] = read_ahead,
		[BS_SORT_CLOCK] = read_clock,
		[BS_SORT_DURATION] = read_duration,
		[BS_SORT_SET] = read_set,
		[BS_SORT_VAGUE] = read_vague,
	};
	readers[m->row->sort](c, m, tense, out);
}
