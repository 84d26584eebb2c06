/* when.h - which days does a date in a query mean?  "2021", "2021..2022-06", and "last-month" relative to today. */
#ifndef BS_WHEN_H
#define BS_WHEN_H

#include <bradsearch.h>

/* Returns the present day by the system's clock and time zone. */
brad_date bs_when_today(void);

/* Reads days: one date or word, or two with ".." between them, either of which may be left
 * out.  A side that is open has year 0.  BRAD_EQUERY if it cannot be read. */
brad_status bs_when_read(const char *text, brad_date today, brad_date *first, brad_date *last,
			 brad_error *err);

#endif
