/* period.h - which days does an expression of time mean?  Those of its TIMEX3 value, if that is on the calendar. */
#ifndef BS_PERIOD_H
#define BS_PERIOD_H

#include <bradsearch.h>

/* Whole days since 1970-01-01, both included. */
struct bs_period {
	int32_t first, last;
};

/* The day number of 0001-01-01, before which no period begins. */
enum { BS_FIRST_DAY = -719162, BS_MOST_PERIODS = 2 };

/* Reads the periods of a value and returns how many: 0 if it is not on the calendar
 * (P3Y, PRESENT_REF, XXXX-05, BC0044), 2 for "2021/2022", else 1.  Unknown parts
 * (2021-XX), hours and parts of the day are ignored.  The winter of a year begins in
 * its December. */
size_t bs_periods_read(const char *value, struct bs_period out[BS_MOST_PERIODS]);

/* Returns the period of a day, a month or a year. */
struct bs_period bs_period_of_date(brad_date date);

/* Does an expression with this period match the period asked for?  They must overlap,
 * and it must not be the longer one.  If it is longer than a year, as a decade is, it
 * must lie within the period asked for. */
bool bs_period_speaks_of(struct bs_period period, struct bs_period asked);

#endif
