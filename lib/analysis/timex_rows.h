/* timex_rows.h - which patterns of words make an expression of time?
 *
 * A pattern is a letter for each word:
 *
 *   A amount         B year BC         C clock time     D day of a month  E each, every
 *   H holiday        I 28/04/2021      J 2021/22        M month           N decade
 *   O ordinal        P part of a day   R this, last ... S season          U unit of time
 *   V vague time     W weekday         X yesterday ...  Y year            Z daily, weekly ...
 *
 * A small letter is a word of words/time_word.txt with that value; a mark is
 * itself, - any dash.  A letter or mark with ? after it may be missing.  The
 * longest pattern wins; of two as long, the first.
 *
 * timex_pattern.c fits them; mktimex makes a table of which words may begin
 * which when the library is built. */
#ifndef BS_TIMEX_ROWS_H
#define BS_TIMEX_ROWS_H

#include "analysis/timex.h"

static const struct bs_timex_row bs_timex_rows[] = {
	/* Days */
	{"I", BS_SORT_DAY, 0},
	{"W?,?t?Do?M,?Y", BS_SORT_DAY, 0},
	{"D.M,?Y", BS_SORT_DAY, 0},
	{"D-M-Y", BS_SORT_DAY, 0},
	{"W?,?t?Do?M", BS_SORT_DAY, 0},
	{"W?,?M-?D,?Y", BS_SORT_DAY, 0},
	{"W?,?MDoY", BS_SORT_DAY, 0},
	{"W?,?M-?D", BS_SORT_DAY, 0},
	{"W?,?Mt?D", BS_SORT_DAY, 0},
	{"RMD", BS_SORT_DAY, 0},
	{"W?,?t?Do?MRU", BS_SORT_DAY, 'r'},
	{"W?,?M-?D,?RU", BS_SORT_DAY, 'r'},
	{"t?DoRU", BS_SORT_DAY, 'm'},
	{"W", BS_SORT_WEEKDAY, 0},
	{"t?RW", BS_SORT_WEEKDAY, 0},
	{"RRW", BS_SORT_WEEKDAY, 'R'},
	{"R?WU", BS_SORT_WEEKDAY, 'u'},
	{"Wo?RU", BS_SORT_WEEKDAY, 'r'},
	{"X", BS_SORT_DAY_WORD, 0},
	{"RH", BS_SORT_HOLIDAY, 0},
	{"H", BS_SORT_HOLIDAY, 0},
	{"H,?Y", BS_SORT_HOLIDAY, 0},
	{"HU", BS_SORT_HOLIDAY, 0},
	{"HU,?Y", BS_SORT_HOLIDAY, 0},
	{"HRU", BS_SORT_HOLIDAY, 'r'},
	/* Months and years */
	{"M,?Y", BS_SORT_MONTH, 0},
	{"MoY", BS_SORT_MONTH, 0},
	{"Mo?B", BS_SORT_MONTH, 0},
	{"M", BS_SORT_MONTH, 0},
	{"t?RM", BS_SORT_MONTH_REL, 0},
	{"Mo?t?RU", BS_SORT_MONTH_REL, 'r'},
	{"J", BS_SORT_YEARS, 0},
	{"B", BS_SORT_YEAR, 0},
	{"Y", BS_SORT_YEAR, 0},
	{"t?UY", BS_SORT_YEAR, 'u'},
	{"t?fU?Y", BS_SORT_YEAR, 'f'},
	{"t?fU?J", BS_SORT_YEARS, 0},
	{"t?N", BS_SORT_DECADE, 0},
	{"t?O-?U", BS_SORT_PERIOD, 0},
	{"t?O-?Uo?Y", BS_SORT_PERIOD, 0},
	{"t?O-?Ux", BS_SORT_PERIOD, 'b'},
	{"t?OUoRU", BS_SORT_PERIOD, 'r'},
	{"t?YOU", BS_SORT_PERIOD, 0},
	{"t?RUoY", BS_SORT_PERIOD, 'l'},
	{"RUOU", BS_SORT_PERIOD, 'r'},
	{"t?Oho?Y", BS_SORT_PERIOD, 'h'},
	{"t?OhoRU", BS_SORT_PERIOD, 'h'},
	{"tRhoY", BS_SORT_PERIOD, 's'},
	{"tvhoY", BS_SORT_PERIOD, 's'},
	{"t?So?Y", BS_SORT_SEASON, 0},
	{"t?So?B", BS_SORT_SEASON, 0},
	{"t?So?RU", BS_SORT_SEASON, 'r'},
	{"YS", BS_SORT_SEASON, 0},
	{"t?RS", BS_SORT_SEASON, 0},
	{"tS", BS_SORT_SEASON, 0},
	{"S", BS_SORT_SEASON, 0},
	/* From another time */
	{"tRU", BS_SORT_UNIT_REL, 'n'},
	{"RU", BS_SORT_UNIT_REL, 0},
	{"t?RRU", BS_SORT_UNIT_REL, 'R'},
	{"tU", BS_SORT_UNIT_REL, 't'},
	{"RP", BS_SORT_UNIT_REL, 'p'},
	{"tRP", BS_SORT_UNIT_REL, 'q'},
	{"kitU", BS_SORT_UNIT_REL, 'i'},
	{"litU", BS_SORT_UNIT_REL, 'i'},
	{"eitU", BS_SORT_UNIT_REL, 'i'},
	{"t?RfU", BS_SORT_UNIT_REL, 0},
	{"AUa", BS_SORT_AGO, 0},
	{"A-?Uk", BS_SORT_EARLIER, 0},
	{"AUl", BS_SORT_LATER, 0},
	{"tU-k", BS_SORT_EARLIER, 0},
	{"tU-a", BS_SORT_EARLIER, 0},
	{"t?U-kU", BS_SORT_EARLIER, 'p'},
	{"t?U-aU", BS_SORT_EARLIER, 'p'},
	{"YU", BS_SORT_PERIOD, 'q'},
	{"tYU", BS_SORT_PERIOD, 'q'},
	{"U-k", BS_SORT_EARLIER, 0},
	{"U-a", BS_SORT_EARLIER, 0},
	{"iAU", BS_SORT_AHEAD, 0},
	{"C", BS_SORT_CLOCK, 0},
	/* Stretches and sets */
	{"A-?U", BS_SORT_DURATION, 0},
	{"AzU", BS_SORT_DURATION, 0},
	{"t?RAU", BS_SORT_DURATION, 0},
	{"t?OAU", BS_SORT_DURATION, 0},
	{"tAU", BS_SORT_DURATION, 0},
	{"EU", BS_SORT_SET, 0},
	{"EW", BS_SORT_SET, 0},
	{"EP", BS_SORT_SET, 0},
	{"EWP", BS_SORT_SET, 0},
	{"EAU", BS_SORT_SET, 0},
	{"Z", BS_SORT_SET, 0},
	/* Vague ones */
	{"V", BS_SORT_VAGUE, 0},
	{"tV", BS_SORT_VAGUE, 't'},
	{"tgV", BS_SORT_VAGUE, 'g'},
	{"VU", BS_SORT_VAGUE, 'u'},
	{"tR", BS_SORT_VAGUE, 'p'},
};

/* Sorts as bits, to say what goes with what. */
#define BS_SORT_BIT(sort) (1u << (sort))
enum {
	BS_DAYS = BS_SORT_BIT(BS_SORT_DAY) | BS_SORT_BIT(BS_SORT_WEEKDAY) |
		  BS_SORT_BIT(BS_SORT_DAY_WORD) | BS_SORT_BIT(BS_SORT_HOLIDAY),
	BS_LONGER = BS_SORT_BIT(BS_SORT_MONTH) | BS_SORT_BIT(BS_SORT_MONTH_REL) |
		    BS_SORT_BIT(BS_SORT_YEAR) | BS_SORT_BIT(BS_SORT_YEARS) |
		    BS_SORT_BIT(BS_SORT_DECADE) | BS_SORT_BIT(BS_SORT_PERIOD) |
		    BS_SORT_BIT(BS_SORT_SEASON) | BS_SORT_BIT(BS_SORT_UNIT_REL)
};

/* What may stand before an expression of these sorts and be part of it. */
static const struct bs_timex_prefix {
	const char *pattern;
	uint32_t sorts;
	char part; /* of the day that it means; < the day before, > after it, o a part of it */
} bs_timex_prefixes[] = {
	{"t?bo", BS_DAYS | BS_LONGER, 0},                  /* the end of */
	{"t?e-?", BS_DAYS | BS_LONGER, 0},                 /* early, mid- */
	{"t?ei", BS_DAYS | BS_LONGER, 0},                  /* early in */
	{"k", BS_DAYS | BS_SORT_BIT(BS_SORT_UNIT_REL), 0}, /* earlier */
	{"l", BS_DAYS | BS_SORT_BIT(BS_SORT_UNIT_REL), 0}, /* later */
	{"t?e?Po", BS_DAYS, 0},                            /* the evening of */
	{"Pn?", BS_DAYS, 0},                               /* evening on */
	{"t?ero", BS_DAYS, 'M'},                           /* the early hours of */
	{"t?eroPo", BS_DAYS, 0},                           /* the early hours of the morning of */
	{"t?ePro", BS_DAYS, 0},                            /* the early morning hours of */
	{"C,?n?", BS_DAYS, 0},                             /* 10 p.m. on */
	{"t?Uo", BS_SORT_BIT(BS_SORT_DAY), 0},             /* the week of */
	{"t?RA?Uo", BS_LONGER, 'o'},           /* the last week of, the last two weeks of */
	{"t?OA?Uo", BS_LONGER, 'o'},           /* the second week of */
	{"c.?", BS_SORT_BIT(BS_SORT_YEAR), 0}, /* c. */
	{"t?Uj", BS_DAYS, '<'},                /* the day before */
	{"t?Uq", BS_DAYS, '>'},                /* the day after */
};

enum {
	BS_TIMEX_ROWS = sizeof bs_timex_rows / sizeof *bs_timex_rows,
	BS_TIMEX_PREFIXES = sizeof bs_timex_prefixes / sizeof *bs_timex_prefixes,
	BS_TIMEX_PATTERNS = BS_TIMEX_ROWS + BS_TIMEX_PREFIXES
};

#endif
