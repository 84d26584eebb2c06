#include "base/period.h"

#include "base/date.h"

#include <string.h>

enum { LONGEST_YEAR = 366 };

/* Reads n digits at *at as a number; -1 if they are not all digits. */
static int digits(const char **at, int n)
{
	int number = 0;
	for (int i = 0; i < n; i++) {
		if ((*at)[i] < '0' || (*at)[i] > '9') return -1;
		number = number * 10 + ((*at)[i] - '0');
	}
	*at += n;
	return number;
}

static bool ends(const char *at)
{
	return *at == '\0' || *at == '/';
}

static int32_t first_of_month(int year, int month)
{
	return bs_days_from_date((brad_date){(int16_t)year, (uint8_t)month, 1});
}

/* From the first of a month for some months, at most up to the year 9999. */
static struct bs_period months(int year, int month, int count)
{
	int last = month + count - 1;
	int last_year = year + (last - 1) / 12;
	last = (last - 1) % 12 + 1;
	if (last_year > 9999) last_year = 9999, last = 12;
	return (struct bs_period){first_of_month(year, month),
				  first_of_month(last_year, last) + bs_month_days(last_year, last) -
					  1};
}

struct bs_period bs_period_of_date(brad_date date)
{
	if (date.month == 0) return months(date.year, 1, 12);
	if (date.day == 0) return months(date.year, date.month, 1);
	int32_t day = bs_days_from_date(date);
	return (struct bs_period){day, day};
}

/* What follows "2021-W": the ISO week's number, and -WE or the number of a day. */
static bool read_week(const char *at, int year, struct bs_period *out)
{
	int32_t fourth = bs_days_from_date((brad_date){(int16_t)year, 1, 4});
	int week = digits(&at, 2);
	if (week < 1 || week > 53) return false;
	out->first = fourth - bs_weekday(fourth) + 7 * (week - 1);
	out->last = out->first + 6;
	if (strncmp(at, "-WE", 3) == 0)
		out->first += 5;
	else if (at[0] == '-' && at[1] >= '1' && at[1] <= '7')
		out->first = out->last = out->first + (at[1] - '1');
	return out->first >= BS_FIRST_DAY;
}

static bool read_month(const char *at, int year, struct bs_period *out)
{
	int month = digits(&at, 2), day = -1;
	if (month < 1 || month > 12) return false;
	if (*at == '-' && at[1] != 'X') {
		at++;
		day = digits(&at, 2);
		if (day < 1 || day > bs_month_days(year, month)) return false;
	}
	*out = bs_period_of_date(
		(brad_date){(int16_t)year, (uint8_t)month, (uint8_t)(day > 0 ? day : 0)});
	return true;
}

/* What follows "2021-". */
static bool read_part(const char *at, int year, struct bs_period *out)
{
	static const struct {
		char code[3];
		int month, count;
	} parts[] = {{"H1", 1, 6}, {"H2", 7, 6},  {"Q1", 1, 3}, {"Q2", 4, 3},
		     {"Q3", 7, 3}, {"Q4", 10, 3}, {"SP", 3, 3}, {"SU", 6, 3},
		     {"FA", 9, 3}, {"AU", 9, 3},  {"WI", 12, 3}};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (strncmp(at, parts[i].code, 2) == 0)
			return *out = months(year, parts[i].month, parts[i].count), true;
	if (at[0] == 'X' || (at[0] && strchr("WHQ", at[0]) && at[1] == 'X'))
		return *out = months(year, 1, 12), true;
	return *at == 'W' ? read_week(at + 1, year, out) : read_month(at, year, out);
}

/* A year of four digits and what follows it, a decade of three, a century of two. */
static bool read_one(const char *at, struct bs_period *out)
{
	size_t length = strspn(at, "0123456789");
	int number = length <= 4 ? digits(&at, (int)length) : -1;
	if (number < 1 || length < 2) return false;
	if (length == 4 && *at == '-') return read_part(at + 1, number, out);
	if (!ends(at) && *at != 'T') return false;
	int years = length == 4 ? 1 : length == 3 ? 10 : 100;
	*out = months(number * years, 1, 12 * years);
	return true;
}

size_t bs_periods_read(const char *value, struct bs_period out[BS_MOST_PERIODS])
{
	size_t count = read_one(value, &out[0]);
	const char *second = strchr(value, '/');
	if (second && read_one(second + 1, &out[count])) count++;
	return count;
}

bool bs_period_speaks_of(struct bs_period period, struct bs_period asked)
{
	int64_t length = (int64_t)period.last - period.first;
	if (period.last < asked.first || period.first > asked.last) return false;
	if (length > (int64_t)asked.last - asked.first) return false;
	return length < LONGEST_YEAR || (period.first >= asked.first && period.last <= asked.last);
}
