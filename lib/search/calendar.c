#include "search/calendar.h"

#include "base/date.h"
#include "base/period.h"

#include <stdio.h>

bool bs_calendar_has(brad_field field)
{
	return field == BRAD_FIELD_YEAR || field == BRAD_FIELD_MONTH || field == BRAD_FIELD_WEEK ||
	       field == BRAD_FIELD_DAY;
}

uint32_t bs_calendar_number(brad_field field, uint32_t day)
{
	brad_date date = bs_date_unpack(day);
	if (day == 0) return BS_NO_VALUE;
	if (field == BRAD_FIELD_YEAR) return (uint32_t)date.year;
	if (field == BRAD_FIELD_MONTH && date.month)
		return (uint32_t)(date.year * 12 + date.month - 1);
	if (field == BRAD_FIELD_MONTH || date.day == 0) return BS_COARSE | day;
	/* The first day of all was a Monday. */
	uint32_t days = (uint32_t)(bs_days_from_date(date) - BS_FIRST_DAY);
	return field == BRAD_FIELD_WEEK ? days / 7 : days;
}

/* A week belongs to the year of its Thursday (ISO 8601). */
static void write_week(uint32_t number, char *buffer)
{
	int32_t thursday = BS_FIRST_DAY + (int32_t)number * 7 + 3;
	int year = bs_date_from_days(thursday).year;
	int32_t first = bs_days_from_date((brad_date){(int16_t)year, 1, 1});
	snprintf(buffer, 11, "%04u-W%02u", (unsigned)year % 10000,
		 (unsigned)(thursday - first) / 7 % 100 + 1);
}

char *bs_calendar_name(brad_field field, uint32_t number, char *buffer)
{
	brad_date date = {0, 0, 0};
	if (number & BS_COARSE)
		date = bs_date_unpack(number & ~BS_COARSE);
	else if (field == BRAD_FIELD_YEAR)
		date.year = (int16_t)number;
	else if (field == BRAD_FIELD_MONTH)
		date = (brad_date){(int16_t)(number / 12), (uint8_t)(number % 12 + 1), 0};
	else if (field == BRAD_FIELD_DAY)
		date = bs_date_from_days(BS_FIRST_DAY + (int32_t)number);
	else
		return write_week(number, buffer), buffer;
	return brad_date_write(date, buffer);
}

brad_field bs_calendar_fitting(uint32_t first, uint32_t last, uint32_t most)
{
	static const brad_field fields[] = {BRAD_FIELD_DAY, BRAD_FIELD_WEEK, BRAD_FIELD_MONTH};
	uint32_t from = bs_date_pack(bs_date_from_days(BS_FIRST_DAY + (int32_t)first));
	uint32_t to = bs_date_pack(bs_date_from_days(BS_FIRST_DAY + (int32_t)last));
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if (bs_calendar_number(fields[i], to) - bs_calendar_number(fields[i], from) < most)
			return fields[i];
	return BRAD_FIELD_YEAR;
}
