#include "analysis/timex_when.h"

#include "base/date.h"

#include <stdio.h>
#include <string.h>

enum { MOST_UNITS = 3000 }; /* no calendar is needed further away */

struct bs_when bs_when_day(brad_date d)
{
	return (struct bs_when){.grain = BS_DAY, .year = d.year, .month = d.month, .day = d.day};
}

brad_date bs_when_date(const struct bs_when *w)
{
	return (brad_date){w->year, w->month, w->day};
}

bool bs_when_is_day(const struct bs_when *w)
{
	return w->grain == BS_DAY && w->year && w->month && w->day && !w->bc;
}

/* The ISO 8601 week of a day. */
struct bs_when bs_when_week(int32_t days, uint8_t grain)
{
	int32_t thursday = days - bs_weekday(days) + 3;
	brad_date d = bs_date_from_days(thursday);
	int32_t first = bs_days_from_date((brad_date){d.year, 1, 1});
	return (struct bs_when){
		.grain = grain, .year = d.year, .number = (uint8_t)((thursday - first) / 7 + 1)};
}

static int32_t week_days(const struct bs_when *w)
{
	int32_t fourth = bs_days_from_date((brad_date){w->year, 1, 4});
	return fourth - bs_weekday(fourth) + 7 * (w->number - 1);
}

/* A day within a time, to count from: its first, or the day itself. */
static int32_t first_day(const struct bs_when *w)
{
	if (w->grain == BS_WEEK || w->grain == BS_WEEKEND) return w->number ? week_days(w) : 0;
	int month = w->month                 ? w->month
		    : w->grain == BS_QUARTER ? w->number * 3 - 2
		    : w->grain == BS_HALF    ? w->number * 6 - 5
					     : 1;
	return bs_days_from_date((brad_date){w->year, (uint8_t)(month > 0 ? month : 1),
					     (uint8_t)(w->day ? w->day : 1)});
}

int bs_unit_grain(uint8_t unit)
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

static bool add_years(struct bs_when *w, int n)
{
	int year = (w->bc ? -w->year : w->year) + n;
	w->bc = year < 0;
	w->year = (int16_t)(year < 0 ? -year : year);
	return w->year > 0 && w->year < 10000;
}

/* The time n units away from another, in the unit's grain; grain NONE if that is unknown. */
struct bs_when bs_when_shift(const struct bs_when *from, uint8_t unit, int n)
{
	struct bs_when w = {
		.grain = (uint8_t)bs_unit_grain(unit), .year = from->year, .bc = from->bc};
	if (n > MOST_UNITS || n < -MOST_UNITS) return (struct bs_when){0};
	if (!from->year || (from->bc && unit != 'Y')) return (struct bs_when){0};
	bool known = true;
	switch (unit) {
	case 'C':
		if (n < -100 || n > 100) return (struct bs_when){0};
		w.year = (int16_t)floor_to(from->year + 100 * n, 100);
		break;
	case 'E': w.year = (int16_t)floor_to(from->year + 10 * n, 10); break;
	case 'Y': known = add_years(&w, n); break;
	case 'Q':
	case 'M': {
		int step = unit == 'Q' ? 3 : 1;
		int month = from->grain == BS_QUARTER ? from->number * 3 - 2 : from->month;
		if (!month) return (struct bs_when){0};
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
		if (from->grain < BS_WEEK) return (struct bs_when){0};
		w = bs_when_week(first_day(from) + 7 * n, w.grain);
		break;
	case 'D':
		if (!bs_when_is_day(from)) return (struct bs_when){0};
		w = bs_when_day(bs_date_from_days(bs_days_from_date(bs_when_date(from)) + n));
		break;
	default: return (struct bs_when){0};
	}
	return known && w.year > 0 && w.year < 10000 ? w : (struct bs_when){0};
}

/* Both append to what is there and return the end: a text, and a number with this many digits. */
static char *put(char *to, const char *text)
{
	size_t n = strlen(text);
	memcpy(to, text, n + 1);
	return to + n;
}

static char *put_number(char *to, int value, int digits)
{
	to[digits] = '\0';
	for (int i = digits; i-- > 0; value /= 10) to[i] = (char)('0' + value % 10);
	return to + digits;
}

/* Appends a number with as many digits as it has. */
static char *put_whole(char *to, int value)
{
	int digits = 1;
	for (int left = value; left >= 10; left /= 10) digits++;
	return put_number(to, value, digits);
}

/* A year of four digits, XXXX if unknown, BC0493 of one before Christ. */
static char *put_year(char *to, const struct bs_when *w)
{
	if (!w->year) return put(to, "XXXX");
	return put_number(w->bc ? put(to, "BC") : to, w->year, 4);
}

static void put_day(char *to, const struct bs_when *w)
{
	if (w->weekday && !w->day) {
		put_number(put(to, "-WXX-"), w->weekday, 1);
		return;
	}
	to = put(to, "-");
	to = w->month ? put_number(to, w->month, 2) : put(to, "XX");
	to = put(to, "-");
	if (w->month && w->day)
		put_number(to, w->day, 2);
	else
		put(to, "XX");
}

static const char *season_code(uint8_t season)
{
	switch (season) {
	case 'P': return "SP";
	case 'U': return "SU";
	case 'F': return "FA";
	default: return "WI";
	}
}

void bs_when_write(char *to, const struct bs_when *w)
{
	char *end = put_year(to, w);
	switch (w->grain) {
	case BS_CENTURY: end[-2] = '\0'; break;
	case BS_DECADE: end[-1] = '\0'; break;
	case BS_HALF: put_number(put(end, "-H"), w->number, 1); break;
	case BS_QUARTER:
		if (w->number)
			put_number(put(end, "-Q"), w->number, 1);
		else
			put(end, "-QX");
		break;
	case BS_SEASON: put(put(end, "-"), season_code(w->number)); break;
	case BS_MONTH:
		if (w->month)
			put_number(put(end, "-"), w->month, 2);
		else
			put(end, "-XX");
		break;
	case BS_WEEK:
	case BS_WEEKEND:
		end = put(end, "-W");
		end = w->number ? put_number(end, w->number, 2) : put(end, "XX");
		if (w->grain == BS_WEEKEND) put(end, "-WE");
		break;
	case BS_DAY: put_day(end, w); break;
	default: break;
	}
}

const char *bs_part_code(uint8_t part)
{
	switch (part) {
	case 'M': return "TMO";
	case 'D': return "TMI";
	case 'A': return "TAF";
	case 'E': return "TEV";
	default: return "TNI";
	}
}

/* The unit that TIMEX3 writes, and how many of them ours is. */
static char written_unit(uint8_t unit, int *factor)
{
	*factor = 1;
	switch (unit) {
	case 'C': *factor = 100; return 'Y';
	case 'E': *factor = 10; return 'Y';
	case 'Q': *factor = 3; return 'M';
	case 'F': *factor = 2; return 'W';
	case 'T': return 'M';
	default: return (char)unit;
	}
}

void bs_duration_write(char *to, int32_t amount, uint8_t unit)
{
	int factor;
	char code = written_unit(unit, &factor);
	const char *clock = strchr("HTS", unit) ? "T" : "";
	const char *ending = unit == 'N' ? "WE" : NULL;
	char letter[2] = {code, '\0'};
	if (!ending) ending = letter;
	if (amount < 0 && (unit == 'C' || unit == 'E'))
		snprintf(to, BS_LONGEST_VALUE, "PX%s", unit == 'C' ? "CE" : "DE");
	else if (amount < 0)
		snprintf(to, BS_LONGEST_VALUE, "P%sX%s", clock, ending);
	else if (amount % 10 == 5 && unit == 'Y')
		snprintf(to, BS_LONGEST_VALUE, amount < 10 ? "P6M" : "P%dY6M", amount / 10);
	else if (amount % 10 == 5 && unit == 'H')
		snprintf(to, BS_LONGEST_VALUE, amount < 10 ? "PT30M" : "PT%dH30M", amount / 10);
	else if (amount * factor % 10)
		snprintf(to, BS_LONGEST_VALUE, "P%s%d.%d%s", clock, amount * factor / 10,
			 amount * factor % 10, ending);
	else /* nearly always, and snprintf() takes its time */
		put(put_whole(put(put(to, "P"), clock), amount / 10 * factor), ending);
}
