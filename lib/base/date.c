#include "base/date.h"

#include "base/error.h"

#include <stdio.h>
#include <string.h>

int bs_month_days(int year, int month)
{
	static const uint8_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	if (month < 1 || month > 12) return 0;
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return days[month - 1] + (month == 2 && leap);
}

int32_t bs_days_from_date(brad_date date)
{
	int32_t y = date.year - (date.month <= 2);
	int32_t era = (y >= 0 ? y : y - 399) / 400;
	int32_t yoe = y - era * 400;
	int32_t doy = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
	int32_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
	return era * 146097 + doe - 719468;
}

brad_date bs_date_from_days(int32_t days)
{
	int32_t z = days + 719468;
	int32_t era = (z >= 0 ? z : z - 146096) / 146097;
	int32_t doe = z - era * 146097;
	int32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int32_t mp = (5 * doy + 2) / 153;
	int32_t month = mp < 10 ? mp + 3 : mp - 9;
	int32_t year = yoe + era * 400 + (month <= 2);
	return (brad_date){(int16_t)year, (uint8_t)month, (uint8_t)(doy - (153 * mp + 2) / 5 + 1)};
}

int bs_weekday(int32_t days)
{
	int w = (int)((days + 3) % 7);
	return w < 0 ? w + 7 : w;
}

bool bs_date_exists(brad_date date)
{
	if (date.year < 1 || date.year > 9999) return false;
	if (date.month == 0) return date.day == 0;
	return date.month <= 12 && date.day <= bs_month_days(date.year, date.month);
}

uint32_t bs_date_pack(brad_date date)
{
	return date.year <= 0 ? 0 : (uint32_t)date.year << 9 | (uint32_t)date.month << 5 | date.day;
}

brad_date bs_date_unpack(uint32_t packed)
{
	return (brad_date){(int16_t)(packed >> 9), packed >> 5 & 15, packed & 31};
}

uint32_t bs_date_pack_end(brad_date date)
{
	if (date.year <= 0) return UINT32_MAX;
	uint32_t packed = bs_date_pack(date);
	return date.month == 0 ? packed | 0x1FF : date.day == 0 ? packed | 0x1F : packed;
}

/* Reads n digits at *at as a number; -1 if they are not all digits. */
static int digits(const char **at, int n)
{
	int number = 0;
	for (int i = 0; i < n; i++, (*at)++) {
		if (**at < '0' || **at > '9') return -1;
		number = number * 10 + (**at - '0');
	}
	return number;
}

brad_status brad_date_read(const char *text, brad_date *out, brad_error *err)
{
	bs_error_clear(err);
	*out = (brad_date){0, 0, 0};
	if (!text) return bs_fail(err, BRAD_EINVAL, "a date is needed");
	const char *at = text;
	int year = digits(&at, 4), month = 0, day = 0;
	if (year > 0 && *at == '-') {
		at++;
		month = digits(&at, 2);
		if (month > 0 && *at == '-') {
			at++;
			day = digits(&at, 2);
			if (day > 0 && (*at == 'T' || *at == ' ')) at += strlen(at);
			if (day == 0) day = -1;
		} else if (month == 0) {
			month = -1;
		}
	}
	brad_date date = {(int16_t)year, (uint8_t)month, (uint8_t)day};
	if (*at || year <= 0 || month < 0 || day < 0 || !bs_date_exists(date))
		return bs_fail(err, BRAD_EINVAL,
			       "'%s' is no date; write a year, a month or a day: 2023, 2023-01 or "
			       "2023-01-31",
			       text);
	*out = date;
	return BRAD_OK;
}

char *brad_date_write(brad_date date, char *buffer)
{
	unsigned year = date.year > 0 ? (unsigned)date.year % 10000 : 0;
	if (year == 0)
		buffer[0] = '\0';
	else if (date.month == 0)
		snprintf(buffer, 11, "%04u", year);
	else if (date.day == 0)
		snprintf(buffer, 11, "%04u-%02u", year, date.month % 100u);
	else
		snprintf(buffer, 11, "%04u-%02u-%02u", year, date.month % 100u, date.day % 100u);
	return buffer;
}
