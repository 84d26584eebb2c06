/* when.h - which days does a word or a date in a query mean?  "2021", "2021..2022-06", "last-month" are read against today. */
#ifndef BS_WHEN_H
#define BS_WHEN_H

#include <bradsearch.h>

/* The present day of the system, where it is. */
brad_date bs_when_today(void);

/* Reads days: one date or word, or two with ".." between them, either of which
 * may be left out.  An open side has year 0.  BRAD_EQUERY: err says why. */
brad_status bs_when_read(const char *text, brad_date today, brad_date *first, brad_date *last,
			 brad_error *err);

#endif
