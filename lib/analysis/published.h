/* published.h - which days does a line give, and how surely as that of the article? */
#ifndef BS_PUBLISHED_H
#define BS_PUBLISHED_H

#include "analysis/timex.h"

/* How sure is it that a date is the article's?  The better first. */
enum bs_day_evidence {
	BS_DAY_PUBLISHED,
	BS_DAY_ADDRESS,
	BS_DAY_BESIDE_TITLE,
	BS_DAY_HEADER,
	BS_DAY_MASTHEAD,
	BS_DAY_UPDATED,
	BS_DAY_SCRAPED,
	BS_DAY_COUNT
};

struct bs_published_scan {
	struct bs_article *article;
	brad_date found[BS_DAY_COUNT];
	struct bs_tokens line; /* of the present one, taken apart */
	const char *text;
	brad_date dateline; /* "London, 15 June": without its year */
	int label;          /* that the words so far gave; P, U, N, S or 0 */
	int carried;        /* the label that the line before ended with */
	int hours_ago;      /* of "Published 22 hours ago"; 0 for none */
	int scraped_at;     /* the hour at which the copy was taken, plus 1 */
	struct bs_timex_scan scan;
	uint32_t prose; /* lines of prose so far */
	const char *title;
	size_t title_length;
	int bylines; /* lines that are left of those after the title */
};

/* Keeps the days of a line of the text, [start, end), the first of each kind. */
void bs_published_line(struct bs_published_scan *s, size_t start, size_t end);

#endif
