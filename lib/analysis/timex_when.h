/* timex_when.h - how is a stretch of the calendar counted on from, and written? */
#ifndef BS_TIMEX_WHEN_H
#define BS_TIMEX_WHEN_H

#include "analysis/timex.h"

enum { BS_LONGEST_VALUE = 48 }; /* bytes of a value without its part of the day */

struct bs_when bs_when_day(brad_date date);
brad_date bs_when_date(const struct bs_when *w);

/* Is it a whole day, of which everything is known? */
bool bs_when_is_day(const struct bs_when *w);

/* The ISO 8601 week of a day; grain BS_WEEK or BS_WEEKEND. */
struct bs_when bs_when_week(int32_t days, uint8_t grain);

/* The grain of a unit's letter; BS_GRAIN_NONE of hours and less. */
int bs_unit_grain(uint8_t unit);

/* The time n units away from another, in the unit's grain; of no grain if that
 * cannot be told. */
struct bs_when bs_when_shift(const struct bs_when *from, uint8_t unit, int n);

/* Write TIMEX3 values into BS_LONGEST_VALUE bytes: "2021-04", "P3Y".  An amount is
 * in tenths, -1 for one that nobody counted. */
void bs_when_write(char *to, const struct bs_when *w);
void bs_duration_write(char *to, int32_t amount, uint8_t unit);

/* "TMO" for a letter of words/day_part.txt. */
const char *bs_part_code(uint8_t part);

#endif
