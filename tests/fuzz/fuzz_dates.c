/* Whatever stands for a date, it is refused, or is a day of the calendar; and
 * whatever an article's text says of time has a value that can be read. */
#include "base/date.h"
#include "base/period.h"
#include "base/utf8.h"
#include "common.h"

#include <stdlib.h>
#include <string.h>

static void check_date(const char *text)
{
	brad_date date, again;
	char written[16];
	if (brad_date_read(text, &date, NULL) != BRAD_OK) return;
	MUST(date.year >= 1 && date.year <= 9999 && bs_date_exists(date));
	MUST(brad_date_read(brad_date_write(date, written), &again, NULL) == BRAD_OK);
	MUST(bs_date_pack(date) == bs_date_pack(again));
	struct bs_period p = bs_period_of_date(date);
	MUST(p.first >= BS_FIRST_DAY && p.first <= p.last && p.last - p.first <= 365);
	MUST(bs_period_speaks_of(p, p));
}

static void check_value(const char *value)
{
	struct bs_period periods[BS_MOST_PERIODS];
	size_t n = bs_periods_read(value, periods);
	MUST(n <= BS_MOST_PERIODS);
	for (size_t i = 0; i < n; i++)
		MUST(periods[i].first >= BS_FIRST_DAY && periods[i].first <= periods[i].last);
}

static void check_text(const char *text, size_t length)
{
	brad_document document = BRAD_DOCUMENT_INIT;
	brad_article *article;
	const brad_sentence *s;
	brad_date from, to;
	document.text = text;
	document.text_length = length;
	document.url = text;
	if (brad_article_parse(&document, &article, NULL) != BRAD_OK) return;
	brad_date date = brad_article_date(article, NULL);
	MUST(date.year == 0 || bs_date_exists(date));
	brad_article_date_bounds(article, &from, &to);
	MUST(from.year == 0 || bs_date_exists(from));
	MUST(to.year == 0 || bs_date_exists(to));
	for (size_t n = brad_article_sentences(article, &s), i = 0; i < n; i++)
		for (size_t k = 0; k < s[i].date_count; k++) check_value(s[i].dates[k].value);
	brad_article_free(article);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	char *text = malloc(length + 1);
	MUST(text);
	if (length) memcpy(text, bytes, length);
	text[length] = '\0';
	length = strlen(text);
	check_date(text);
	check_value(text);
	if (bs_utf8_check(text, length) == length) check_text(text, length);
	free(text);
	return 0;
}
