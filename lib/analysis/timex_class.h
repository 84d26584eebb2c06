/* timex_class.h - which letters of the patterns of time may a token be, told by one look?
 *
 * Tokens that may be the same letters are of one class, and most are of none.
 * mktimex makes the table of the classes from the word lists and the patterns
 * (timex_rows.h) when the library is built; timex_may.c gives each token its
 * class.  A class says more than a token is at times, never less. */
#ifndef BS_TIMEX_CLASS_H
#define BS_TIMEX_CLASS_H

#include <stdint.h>

/* The classes that are not made of word lists, the first three by the kind of the token.  What a
 * number may be depends on what follows it: more of the same, as in 10.30; a unit of time or
 * another number, so that it may be an amount; BC; a short word such as "pm", "b." or "to"; a
 * longer one, or a mark, that may join it to another number; or anything else. */
enum bs_timex_class {
	BS_CLASS_NONE,   /* a word of no time */
	BS_CLASS_NUMBER, /* a number that is not looked at yet, or is none of time */
	BS_CLASS_MARK,
	BS_CLASS_APOSTROPHE, /* before a number: '98, '80s */
	BS_CLASS_CARDINAL,   /* "two", which many a word follows that makes it no time */
	BS_CLASS_ORDINAL,    /* 28th */
	BS_CLASS_DECADE,     /* 1990s */
	BS_CLASS_HOUR,       /* 11pm */
	BS_CLASS_YEAR,       /* 1000 to 2199, in six classes by what follows */
	BS_CLASS_DAY = BS_CLASS_YEAR + 6,
	BS_CLASS_COUNT = BS_CLASS_DAY + 6, /* any other number */
	BS_CLASS_OF_WORDS = BS_CLASS_COUNT + 6
};

/* A start is a pattern with one of the letters that it may begin with. */
enum { BS_MOST_CLASSES = 128, BS_MOST_STARTS = 192 };

struct bs_timex_letters {
	uint64_t letters; /* that the token may be, as bs_kind_bit() has them */
	/* A bit for each start that it may be the first letter of, for each that it may follow, and
	 * for each that it may be the third token of, if the first two are a letter each. */
	uint64_t begins[BS_MOST_STARTS / 64], follows[BS_MOST_STARTS / 64],
		thirds[BS_MOST_STARTS / 64];
	/* A bit for each class before which it may begin any, and before which it may be the first
	 * of several tokens that are one letter. */
	uint64_t before[BS_MOST_CLASSES / 64], stretches[BS_MOST_CLASSES / 64];
	uint8_t in_small;   /* its class without a capital, which months and weekdays need */
	uint8_t no_holiday; /* and where it begins no holiday */
};

extern const struct bs_timex_letters bs_timex_classes[];
extern const uint8_t bs_timex_starts[];       /* the pattern of each, rows first; in their order */
extern const uint8_t bs_timex_word_classes[]; /* by entry of the word lists */
extern const uint64_t bs_timex_after_amount;  /* the letters that follow an amount anywhere */

/* May a token of one class begin an expression, with one of the other class behind it? */
static inline uint64_t bs_timex_may_begin(uint8_t first, uint8_t next)
{
	return bs_timex_classes[first].before[next / 64] >> next % 64 & 1;
}

/* May tokens of two classes be one letter of a pattern, or its beginning? */
static inline uint64_t bs_timex_may_stretch(uint8_t first, uint8_t next)
{
	return bs_timex_classes[first].stretches[next / 64] >> next % 64 & 1;
}

#endif
