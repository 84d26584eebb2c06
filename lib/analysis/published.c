/* Looks in the address, the title and the lines of an article for the day of publication. */
#include "analysis/published.h"
#include "base/date.h"

#include <string.h>

enum {
	SHORTEST_TITLE = 16, /* bytes of a title that no menu has by chance */
	COMPARED = 40,       /* of which so many are compared */
	BYLINES = 6          /* lines after the title in which the day may stand */
};

/* Reads a number with at most this many digits; 0 if there is none. */
static int url_number(const char **at, int most)
{
	int value = 0;
	for (; most-- > 0 && **at >= '0' && **at <= '9'; ++*at) value = value * 10 + (**at - '0');
	return **at >= '0' && **at <= '9' ? 0 : value;
}

/* 11, nov */
static int url_month(const char **at)
{
	static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
	if (**at >= '0' && **at <= '9') return url_number(at, 2);
	for (int i = 0; i < 12; i++)
		if (strncmp(*at, names + 3 * (size_t)i, 3) == 0) {
			*at += 3;
			return i + 1;
		}
	return 0;
}

/* The day in an address such as https://news.example/2023/11/08/barn, /2023/nov/08/ or
 * /2023-11-08-barn, where the site filed the article when it was published. */
static brad_date date_of_url(const char *url)
{
	for (const char *slash = url; slash && (slash = strchr(slash, '/')) != NULL;) {
		const char *at = ++slash;
		int year = url_number(&at, 4), month, day;
		char joint = *at;
		if (year < 1980 || year > 2199 || (joint != '/' && joint != '-')) continue;
		at++;
		month = url_month(&at);
		if (*at != joint) continue;
		at++;
		day = url_number(&at, 2);
		brad_date d = {(int16_t)year, (uint8_t)month, (uint8_t)day};
		bool ends = !*at || strchr("/-_.?#", *at) != NULL;
		if (ends && month && day && bs_date_exists(d)) return d;
	}
	return (brad_date){0, 0, 0};
}

/* The title that was given, or else the first line, as pages begin with their title; without
 * the name of the site: "Barn burns down | Tarn News". */
static void find_title(struct bs_published_scan *s, size_t first_line)
{
	const char *given = s->article->document.title;
	size_t length = given ? strlen(given) : first_line;
	s->title = given ? given : s->article->document.text;
	for (size_t i = SHORTEST_TITLE; i + 2 < length; i++)
		if (s->title[i] == ' ' && (s->title[i + 1] == '|' || s->title[i + 1] == '-') &&
		    s->title[i + 2] == ' ')
			length = i;
	s->title_length = length < COMPARED ? length : COMPARED;
}

/* Where a page lists several stories with their days, the article's own day is where its title
 * is repeated. */
static void look_for_title(struct bs_published_scan *s, size_t start, size_t end)
{
	const char *text = s->article->document.text;
	bool title = start > 0 && s->title_length >= SHORTEST_TITLE &&
		     end - start >= s->title_length &&
		     memcmp(text + start, s->title, s->title_length) == 0;
	if (title)
		s->bylines = BYLINES;
	else if (s->bylines > 0)
		s->bylines--;
}

static void settle(struct bs_published_scan *s)
{
	static const brad_date_from from[] = {BRAD_DATE_PUBLISHED, BRAD_DATE_PUBLISHED,
					      BRAD_DATE_HEADER,    BRAD_DATE_HEADER,
					      BRAD_DATE_HEADER,    BRAD_DATE_UPDATED};
	struct bs_article *a = s->article;
	if (!s->found[BS_DAY_PUBLISHED].year && s->hours_ago && s->found[BS_DAY_SCRAPED].year) {
		int32_t days = bs_days_from_date(s->found[BS_DAY_SCRAPED]);
		int hour = (s->scraped_at ? s->scraped_at - 1 : 12) - s->hours_ago;
		while (hour < 0) hour += 24, days--;
		s->found[BS_DAY_PUBLISHED] = bs_date_from_days(days);
	}
	for (int e = BS_DAY_PUBLISHED; e <= BS_DAY_UPDATED; e++) {
		if (!s->found[e].year) continue;
		a->date = s->found[e];
		a->date_from = from[e];
		return;
	}
}

void bs_find_published(struct bs_article *article)
{
	if (article->document.date.year) {
		article->date = article->document.date;
		article->date_from = BRAD_DATE_METADATA;
		return;
	}
	enum bs_day_order order = BS_ORDER_UNKNOWN;
	struct bs_published_scan s = {.article = article};
	s.scan = bs_timex_open(article, &order);
	const char *text = article->document.text;
	size_t end = article->document.text_length, start = 0;
	while (start < end) {
		const char *stop = memchr(text + start, '\n', end - start);
		size_t line_end = stop ? (size_t)(stop - text) : end;
		if (start == 0) find_title(&s, line_end);
		look_for_title(&s, start, line_end);
		bs_published_line(&s, start, line_end);
		start = line_end + 1;
	}
	s.found[BS_DAY_ADDRESS] = date_of_url(article->document.url);
	settle(&s);
}
