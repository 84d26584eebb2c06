/* timex.h - how is an expression of time read?  In two steps: which words make one, and which day they mean.
 *
 *   timex_pattern   tokens -> the longest pattern that they fit, with what each word gave
 *   timex_may       which tokens may begin one, and what each may be (timex_class), so that few
 *                   are tried; mktimex makes the table that tells it of the patterns (timex_rows)
 *   timex_kind      one kind of word each: months, years, units; timex_number those
 *                   of digits: dates, clock times, amounts; timex_holiday holidays
 *   timex_range     days that share a month's name: 24 and 25 April
 *   timex_share     dates that share a year: between March and May 2020
 *   timex_filter    which of those only look like one
 *   timex_tense     which way the verbs around point
 *   timex_value     what the words gave, the day of publication -> a TIMEX3 value;
 *                   timex_relative those that point from another time
 *   timex_when      the calendar: counting on, and writing values
 *   timex           runs them over the sentences
 *
 * Everything here is bounded: a pattern looks at a few tokens ahead, and a
 * reading at a few around it, so the whole is linear in the text. */
#ifndef BS_TIMEX_H
#define BS_TIMEX_H

#include "analysis/article.h"

/* From coarse to fine. */
enum bs_grain {
	BS_GRAIN_NONE,
	BS_CENTURY,
	BS_DECADE,
	BS_YEAR,
	BS_HALF,
	BS_QUARTER,
	BS_SEASON,
	BS_MONTH,
	BS_WEEK,
	BS_WEEKEND,
	BS_DAY
};

/* A stretch of the calendar.  A part that is not known is 0. */
struct bs_when {
	uint8_t grain;   /* enum bs_grain */
	bool bc;         /* the year counts backwards */
	int16_t year;    /* of a decade or century its first; ISO year of a week */
	uint8_t month;   /* 1-12 */
	uint8_t day;     /* 1-31; without a month: 0 */
	uint8_t number;  /* the half, quarter or ISO week; a season's letter */
	uint8_t weekday; /* 1-7, of a day of which nothing else is known */
};

/* What the words of an expression gave; 0 is nothing. */
struct bs_timex_match {
	uint32_t first, last; /* tokens [first, last) */
	const struct bs_timex_row *row;
	struct bs_when when;  /* year, month, day, weekday as written */
	int16_t last_year;    /* of "2021/22" */
	int32_t amount;       /* in tenths; -1 for "several" */
	uint8_t ordinal;      /* "third" 3 */
	uint8_t unit;         /* the letter in words/time_unit.txt, a capital */
	uint8_t relation;     /* the capital in words/time_word.txt */
	uint8_t part;         /* the letter in words/day_part.txt, a capital */
	uint8_t season;       /* the letter in words/season.txt */
	uint8_t day_word;     /* the value in words/day_word.txt */
	uint8_t vague;        /* the letter in words/vague_time.txt */
	uint8_t set;          /* D, W, M, Q, Y of "daily" ... */
	uint8_t holiday;      /* an entry of the table of holidays, from 1 */
	uint8_t hour, minute; /* plus 1; 0 is not given */
	int8_t away;          /* days from it: "the day before" */
	bool prefixed;        /* "the end of", "early", "10 p.m. on" stands before it */
	bool plural;          /* of the unit, weekday or part of the day */
};

enum bs_day_order { BS_ORDER_UNKNOWN, BS_DAY_FIRST, BS_MONTH_FIRST };

/* The tokens that a pattern may look at. */
struct bs_timex_scan {
	const struct bs_article *article;
	const struct bs_token *tokens;
	const char *text;
	uint32_t first, last;            /* of the sentence */
	const struct bs_tokens *writing; /* what tells how the writer puts days */
	enum bs_day_order *order;        /* what it told, once that was asked */

	uint8_t *classes; /* of all tokens and two behind them: see timex_class.h */
	uint32_t *begins; /* the tokens that may begin an expression, in order */
	size_t begin_count;
};

/* Begins a scan of an article.  `order` is BS_ORDER_UNKNOWN, and stays beside the scan. */
static inline struct bs_timex_scan bs_timex_open(const struct bs_article *article,
						 enum bs_day_order *order)
{
	return (struct bs_timex_scan){
		.article = article, .writing = &article->tokens, .order = order};
}

/* Looks which of these tokens may tell a time; all of them are one sentence until the caller
 * sets its bounds. */
void bs_timex_look(struct bs_timex_scan *scan, struct bs_arena *arena,
		   const struct bs_tokens *tokens, const char *text);

/* Does the writer put the month before the day ("May 29")?  Then 9/2 is
 * 2 September; else, as Britain writes it, 9 February.  All is looked through
 * when this is asked first. */
bool bs_timex_month_first(const struct bs_timex_scan *scan);

/* What kind of thing a pattern names, and so how it is resolved. */
enum bs_timex_sort {
	BS_SORT_DAY,       /* 28 April 2021, 28 April */
	BS_SORT_MONTH,     /* April 2021, April */
	BS_SORT_MONTH_REL, /* last July, June last year */
	BS_SORT_YEAR,      /* 2021 */
	BS_SORT_YEARS,     /* 2021/22 */
	BS_SORT_DECADE,    /* the 1990s */
	BS_SORT_PERIOD,    /* the third quarter of 2022, the first half, the 19th century */
	BS_SORT_SEASON,    /* summer 2016, last autumn */
	BS_SORT_WEEKDAY,   /* Monday, last Monday, Tuesday week */
	BS_SORT_DAY_WORD,  /* yesterday */
	BS_SORT_HOLIDAY,   /* Boxing Day */
	BS_SORT_UNIT_REL,  /* last week, the following day, this morning */
	BS_SORT_AGO,       /* three years ago */
	BS_SORT_LATER,     /* two days later */
	BS_SORT_EARLIER,   /* a year earlier */
	BS_SORT_AHEAD,     /* in a fortnight */
	BS_SORT_CLOCK,     /* 11.30pm */
	BS_SORT_DURATION,  /* six months */
	BS_SORT_SET,       /* every Monday, daily */
	BS_SORT_VAGUE      /* now, recently, these days */
};

struct bs_timex_row {
	const char *pattern;
	uint8_t sort;  /* enum bs_timex_sort */
	char constant; /* of a vague row: P, A or F; of others, see there */
};

/* Tries one kind of the patterns at a token: returns how many tokens it takes,
 * 0 if it does not fit, and notes what they gave. */
uint32_t bs_timex_kind(const struct bs_timex_scan *scan, char kind, uint32_t at,
		       struct bs_timex_match *match);

/* The longest expression that begins at a token; false, and quickly so for most
 * tokens, if none does. */
bool bs_timex_match_at(const struct bs_timex_scan *scan, uint32_t at, struct bs_timex_match *match);

/* Is there a day at a token whose month is named with a later one ("24 and 25 April")? */
bool bs_timex_shares_month(const struct bs_timex_scan *scan, uint32_t at,
			   struct bs_timex_match *match);

/* Does another day of the month follow one ("April 24-25, 2022")?  A year after
 * it is that of both. */
bool bs_timex_next_of_month(const struct bs_timex_scan *scan, struct bs_timex_match *before,
			    struct bs_timex_match *match);

/* Gives dates the year of those that they are joined to ("between March and May 2020"). */
void bs_timex_share_years(const struct bs_timex_scan *scan, struct bs_timex_match *found,
			  const uint32_t *sentences, size_t count);

/* The same where neither has a year: "from May to July" are of one, which that of the first decides. */
void bs_timex_share_year(const struct bs_timex_scan *scan, const struct bs_timex_match *before,
			 const struct bs_when *read, struct bs_timex_match *match);

/* Do the last two digits of another year follow one ("1990-94")? */
bool bs_timex_next_of_century(const struct bs_timex_scan *scan, const struct bs_timex_match *before,
			      struct bs_timex_match *match);

/* Is there a year at a token whose era is named with a later one ("499 to 493 BC")? */
bool bs_timex_shares_era(const struct bs_timex_scan *scan, uint32_t at,
			 struct bs_timex_match *match);

/* Does it only look like an expression of time? */
bool bs_timex_deceives(const struct bs_timex_scan *scan, const struct bs_timex_match *match);

/* A day written at a token, such as "31st Jan 2023"; the year is 0 if there is
 * none.  Returns how many tokens it takes, 0 for no day. */
uint32_t bs_timex_day(const struct bs_timex_scan *scan, uint32_t at, brad_date *date);

/* Which way does the sentence point, if that matters?  From the verbs and prepositions around. */
enum bs_tense { BS_TENSE_UNKNOWN, BS_TENSE_PAST, BS_TENSE_MAYBE_FUTURE, BS_TENSE_FUTURE };
enum bs_tense bs_timex_tense(const struct bs_timex_scan *scan, uint32_t first,
			     const struct bs_timex_match *match);

/* What readings depend on. */
struct bs_timex_context {
	struct bs_arena *arena;
	brad_date today;       /* the day of publication; year 0 if not known */
	bool narrative;        /* a history: times go on from the one before, not from today */
	struct bs_when since;  /* the last time of the calendar that was read */
	uint32_t since_token;  /* where */
	struct bs_when period; /* the last quarter or half that was named */
	uint32_t period_token;
};

/* Reads an expression: fills in type and value, and goes on with the context. */
void bs_timex_read(struct bs_timex_context *context, const struct bs_timex_match *match,
		   enum bs_tense tense, brad_timex *out);

/* The day of a holiday in a year. */
struct bs_when bs_holiday_day(uint8_t holiday, int year);

/* Is there a holiday's name at a token?  Returns how many tokens, its entry in *holiday. */
uint32_t bs_holiday_find(const struct bs_timex_scan *scan, uint32_t at, uint8_t *holiday);

#endif
