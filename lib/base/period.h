/* period.h - which days does an expression of time speak of?  Those that its TIMEX3 value names on the calendar. */
#ifndef BS_PERIOD_H
#define BS_PERIOD_H

#include <bradsearch.h>

/* Whole days since 1970-01-01, both included. */
struct bs_period {
	int32_t first, last;
};

/* The day number of 0001-01-01, before which no period begins. */
enum { BS_FIRST_DAY = -719162, BS_MOST_PERIODS = 2 };

/* The periods of a value: none of one that is not on the calendar (P3Y,
 * PRESENT_REF, XXXX-05, BC0044), one of most, two of "2021/2022".  A part that
 * is not known (2021-XX) is left aside; so are hours and parts of the day.
 * Winter is that which begins in the December of its year. */
size_t bs_periods_read(const char *value, struct bs_period out[BS_MOST_PERIODS]);

/* The period of a day, a month or a year. */
struct bs_period bs_period_of_date(brad_date date);

/* Does an expression of this period speak of what is asked for?  It does if the
 * two overlap and it is no longer than what is asked for, and if it is longer
 * than a year, as a decade is, only if it lies within that whole. */
bool bs_period_speaks_of(struct bs_period period, struct bs_period asked);

#endif
