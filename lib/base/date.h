/* date.h - what day is it?  The Gregorian calendar in whole days. */
#ifndef BS_DATE_H
#define BS_DATE_H

#include <bradsearch.h>

/* Days since 1970-01-01, which was a Thursday.  Needs a whole day.
 * Howard Hinnant, "chrono-compatible low-level date algorithms". */
int32_t bs_days_from_date(brad_date date);
brad_date bs_date_from_days(int32_t days);
int bs_weekday(int32_t days); /* 0 Monday ... 6 Sunday */
int bs_month_days(int year, int month);
bool bs_date_exists(brad_date date); /* years 1 to 9999; month or day may be 0 */

/* A date as one number that sorts by time; 0 for none.  A month sorts before its days. */
uint32_t bs_date_pack(brad_date date);
brad_date bs_date_unpack(uint32_t packed);

/* The greatest packed date within a date: for a year, that of its last day. */
uint32_t bs_date_pack_end(brad_date date);

#endif
