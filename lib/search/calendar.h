/* calendar.h - in which year, month, week or day is a date?  Each of these periods has a number, one more than the last.
 *
 * A date that is too coarse, such as a month where days are counted, is in none of
 * them: its number is itself with BS_COARSE. */
#ifndef BS_CALENDAR_H
#define BS_CALENDAR_H

#include <bradsearch.h>

#define BS_COARSE 0x80000000u
#define BS_NO_VALUE UINT32_MAX

/* Is this a field of years, months, weeks or days of publication? */
bool bs_calendar_has(brad_field field);

/* Returns the number of the period in which a packed date (bs_date_pack) is; the date with
 * BS_COARSE if it is too coarse; BS_NO_VALUE for no date. */
uint32_t bs_calendar_number(brad_field field, uint32_t day);

/* Writes a number as "2021", "2021-04", "2021-W17" or "2021-04-28" into a
 * buffer of at least 11 bytes, and returns that. */
char *bs_calendar_name(brad_field field, uint32_t number, char *buffer);

/* Returns the finest of day, week, month and year that has at most `most` periods from one
 * day to another, both given by their BRAD_FIELD_DAY numbers; years if none has. */
brad_field bs_calendar_fitting(uint32_t first, uint32_t last, uint32_t most);

#endif
