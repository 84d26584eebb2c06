/* calendar.h - which year, month, week or day is a date in?  A number that goes up by one from each to the next.
 *
 * A date that is not known so closely, as a month is when days are asked for,
 * is in none of them: it goes by its own name, with BS_COARSE. */
#ifndef BS_CALENDAR_H
#define BS_CALENDAR_H

#include <bradsearch.h>

#define BS_COARSE 0x80000000u
#define BS_NO_VALUE UINT32_MAX

/* Is a field a year, a month, a week or a day of publication? */
bool bs_calendar_has(brad_field field);

/* The number of the period of a field that a date (bs_date_pack) is in; with
 * BS_COARSE and itself of one that is in none; BS_NO_VALUE of no date. */
uint32_t bs_calendar_number(brad_field field, uint32_t day);

/* Writes a number as "2021", "2021-04", "2021-W17" or "2021-04-28" into a
 * buffer of at least 11 bytes, and returns that. */
char *bs_calendar_name(brad_field field, uint32_t number, char *buffer);

/* The finest of day, week, month and year by which no more than `most` periods
 * lie from one day to another, both numbers of BRAD_FIELD_DAY; else years. */
brad_field bs_calendar_fitting(uint32_t first, uint32_t last, uint32_t most);

#endif
