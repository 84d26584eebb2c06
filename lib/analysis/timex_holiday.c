#include "analysis/timex.h"
#include "base/date.h"

/* How the day of a holiday is found. */
enum rule { FIXED, EASTER, WEEKDAY };

struct holiday {
	const char *words[3];
	uint8_t rule;
	int8_t month, day; /* EASTER: day is the distance; WEEKDAY: the earliest day */
	int8_t weekday;    /* WEEKDAY: 0 Monday ... */
};

/* Of two names that begin alike the longer stands first. */
static const struct holiday holidays[] = {
	{{"christmas", "day"}, FIXED, 12, 25, 0},
	{{"christmas", "eve"}, FIXED, 12, 24, 0},
	{{"christmas"}, FIXED, 12, 25, 0},
	{{"boxing", "day"}, FIXED, 12, 26, 0},
	{{"new", "year's", "eve"}, FIXED, 12, 31, 0},
	{{"new", "year's", "day"}, FIXED, 1, 1, 0},
	{{"hogmanay"}, FIXED, 12, 31, 0},
	{{"halloween"}, FIXED, 10, 31, 0},
	{{"bonfire", "night"}, FIXED, 11, 5, 0},
	{{"armistice", "day"}, FIXED, 11, 11, 0},
	{{"veterans", "day"}, FIXED, 11, 11, 0},
	{{"independence", "day"}, FIXED, 7, 4, 0},
	{{"remembrance", "sunday"}, WEEKDAY, 11, 8, 6},
	{{"thanksgiving", "day"}, WEEKDAY, 11, 22, 3},
	{{"thanksgiving"}, WEEKDAY, 11, 22, 3},
	{{"labor", "day"}, WEEKDAY, 9, 1, 0},
	{{"memorial", "day"}, WEEKDAY, 5, 25, 0},
	{{"black", "friday"}, WEEKDAY, 11, 23, 4},
	{{"mothering", "sunday"}, EASTER, 0, -21, 0},
	{{"remembrance", "day"}, FIXED, 11, 11, 0},
	{{"burns", "night"}, FIXED, 1, 25, 0},
	{{"guy", "fawkes", "night"}, FIXED, 11, 5, 0},
	{{"may", "day"}, FIXED, 5, 1, 0},
	{{"valentine's", "day"}, FIXED, 2, 14, 0},
	{{"st", "patrick's", "day"}, FIXED, 3, 17, 0},
	{{"st", "george's", "day"}, FIXED, 4, 23, 0},
	{{"st", "andrew's", "day"}, FIXED, 11, 30, 0},
	{{"st", "david's", "day"}, FIXED, 3, 1, 0},
	{{"pancake", "day"}, EASTER, 0, -47, 0},
	{{"shrove", "tuesday"}, EASTER, 0, -47, 0},
	{{"ash", "wednesday"}, EASTER, 0, -46, 0},
	{{"palm", "sunday"}, EASTER, 0, -7, 0},
	{{"maundy", "thursday"}, EASTER, 0, -3, 0},
	{{"good", "friday"}, EASTER, 0, -2, 0},
	{{"easter", "sunday"}, EASTER, 0, 0, 0},
	{{"easter", "monday"}, EASTER, 0, 1, 0},
	{{"easter"}, EASTER, 0, 0, 0},
	{{"whit", "sunday"}, EASTER, 0, 49, 0},
	{{"whit", "monday"}, EASTER, 0, 50, 0},
};

/* Easter Sunday of a Gregorian year, by the anonymous ("Meeus/Jones/Butcher") rule. */
static brad_date easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int g = (8 * b + 13) / 25;
	int h = (19 * a + b - b / 4 - g + 15) % 30;
	int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
	int m = (a + 11 * h + 22 * l) / 451;
	int n = h + l - 7 * m + 114;
	return (brad_date){(int16_t)year, (uint8_t)(n / 31), (uint8_t)(n % 31 + 1)};
}

struct bs_when bs_holiday_day(uint8_t holiday, int year)
{
	const struct holiday *h = &holidays[holiday - 1];
	brad_date d = {(int16_t)year, (uint8_t)h->month, (uint8_t)h->day};
	if (h->rule == EASTER) {
		d = bs_date_from_days(bs_days_from_date(easter(year)) + h->day);
	} else if (h->rule == WEEKDAY) {
		int32_t from = bs_days_from_date(d);
		d = bs_date_from_days(from + (h->weekday - bs_weekday(from) + 7) % 7);
	}
	return (struct bs_when){.grain = BS_DAY, .year = d.year, .month = d.month, .day = d.day};
}

uint32_t bs_holiday_find(const struct bs_timex_scan *scan, uint32_t at, uint8_t *holiday)
{
	if (!bs_token_is(&scan->tokens[at], BS_LIST_HOLIDAY)) return 0;
	if (!(scan->tokens[at].flags & BS_CAPITAL)) return 0;
	for (size_t i = 0; i < sizeof holidays / sizeof *holidays; i++) {
		uint32_t n = 0;
		while (n < 3 && holidays[i].words[n] && at + n < scan->last &&
		       bs_token_text(&scan->tokens[at + n], scan->text, holidays[i].words[n]))
			n++;
		if (n == 3 || !holidays[i].words[n]) {
			*holiday = (uint8_t)(i + 1);
			return n;
		}
	}
	return 0;
}
