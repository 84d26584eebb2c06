#include "search/when.h"

#include "base/date.h"
#include "base/error.h"

#include <string.h>
#include <time.h>

enum { LONGEST = 32 };

enum unit { DAY, WEEK, MONTH, YEAR };

static const struct {
	const char *word;
	enum unit unit;
	int ago;
} words[] = {
	{"today", DAY, 0},      {"yesterday", DAY, 1},    {"this-week", WEEK, 0},
	{"last-week", WEEK, 1}, {"this-month", MONTH, 0}, {"last-month", MONTH, 1},
	{"this-year", YEAR, 0}, {"last-year", YEAR, 1},
};

brad_date bs_when_today(void)
{
	time_t now = time(NULL);
	struct tm tm;
	if (now == (time_t)-1 || !localtime_r(&now, &tm)) return (brad_date){1970, 1, 1};
	return (brad_date){(int16_t)(tm.tm_year + 1900), (uint8_t)(tm.tm_mon + 1),
			   (uint8_t)tm.tm_mday};
}

/* Weeks begin on Monday. */
static void take_days(int32_t day, enum unit unit, int ago, brad_date *first, brad_date *last)
{
	int32_t monday = day - bs_weekday(day);
	*first = bs_date_from_days(unit == WEEK ? monday - 7 * ago : day - ago);
	*last = unit == WEEK ? bs_date_from_days(monday - 7 * ago + 6) : *first;
}

static void take_word(brad_date today, enum unit unit, int ago, brad_date *first, brad_date *last)
{
	if (unit == DAY || unit == WEEK) {
		take_days(bs_days_from_date(today), unit, ago, first, last);
		return;
	}
	*first = (brad_date){today.year, unit == MONTH ? today.month : 0, 0};
	if (unit == YEAR)
		first->year = (int16_t)(first->year - ago);
	else if (first->month > ago)
		first->month = (uint8_t)(first->month - ago);
	else
		*first = (brad_date){(int16_t)(today.year - 1), 12, 0};
	*last = *first;
}

/* Capitals and blanks make no difference: "Last month". */
static bool is_word(const char *text, size_t length, const char *word)
{
	size_t i = 0;
	for (; i < length && word[i]; i++) {
		char c = text[i];
		if (c >= 'A' && c <= 'Z') c = (char)(c + 'a' - 'A');
		if (c == ' ' || c == '_') c = '-';
		if (c != word[i]) return false;
	}
	return i == length && !word[i];
}

static brad_status read_one(const char *text, size_t length, brad_date today, brad_date *first,
			    brad_date *last, brad_error *err)
{
	char date[LONGEST + 1] = "";
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (is_word(text, length, words[i].word)) {
			take_word(today, words[i].unit, words[i].ago, first, last);
			return BRAD_OK;
		}
	if (length <= LONGEST) memcpy(date, text, length);
	if (brad_date_read(date, first, NULL) == BRAD_OK) {
		*last = *first;
		return BRAD_OK;
	}
	return bs_fail(err, BRAD_EQUERY,
		       "'%.*s' is no date: expected a year, a month or a day (2023, 2023-01, "
		       "2023-01-31), today, yesterday, or this- or last- with week, month or year",
		       (int)(length < 60 ? length : 60), text);
}

brad_status bs_when_read(const char *text, brad_date today, brad_date *first, brad_date *last,
			 brad_error *err)
{
	const char *dots = strstr(text, "..");
	brad_date other;
	*first = *last = (brad_date){0, 0, 0};
	if (!dots) return read_one(text, strlen(text), today, first, last, err);
	size_t before = (size_t)(dots - text), after = strlen(dots + 2);
	if (before == 0 && after == 0)
		return bs_fail(err, BRAD_EQUERY, "expected a date before or after '..'");
	brad_status status = BRAD_OK;
	if (before) status = read_one(text, before, today, first, &other, err);
	if (status == BRAD_OK && after)
		status = read_one(dots + 2, after, today, &other, last, err);
	if (status == BRAD_OK && before && after && bs_date_pack(*first) > bs_date_pack_end(*last))
		return bs_fail(err, BRAD_EQUERY, "no day is in '%.60s': the first is later", text);
	return status;
}

brad_status brad_days_read(const char *text, brad_date today, brad_date *first, brad_date *last,
			   brad_error *err)
{
	bs_error_clear(err);
	*first = *last = (brad_date){0, 0, 0};
	if (!text) return bs_fail(err, BRAD_EINVAL, "a date is needed");
	brad_error why;
	if (!today.year) today = bs_when_today();
	if (bs_when_read(text, today, first, last, &why) == BRAD_OK) return BRAD_OK;
	*first = *last = (brad_date){0, 0, 0};
	return bs_fail(err, BRAD_EINVAL, "%s", why.message);
}
