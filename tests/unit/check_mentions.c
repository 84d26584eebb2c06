/* A list of what sentences speak of gives back what was put in, and no damage gets past the check. */
#include "suite.h"

#include "index/mentions.h"

#include "base/date.h"

/* ---- Cases ---- */

static const brad_timex none[] = {{{0, 1}, BRAD_TIMEX_DURATION, "P3Y"},
				  {{2, 3}, BRAD_TIMEX_SET, "2021"}, /* a set is no day */
				  {{4, 5}, BRAD_TIMEX_DATE, "PRESENT_REF"}};
static const brad_timex some[] = {{{0, 1}, BRAD_TIMEX_DATE, "2021-04"},
				  {{2, 3}, BRAD_TIMEX_DURATION, "P1D"},
				  {{4, 5}, BRAD_TIMEX_TIME, "2021-04-28T11:30"},
				  {{6, 7}, BRAD_TIMEX_DATE, "2019/2020"}};
static const brad_timex edges[] = {{{0, 1}, BRAD_TIMEX_DATE, "0001"},
				   {{2, 3}, BRAD_TIMEX_DATE, "99"}};

static const struct {
	uint32_t document;
	const brad_timex *dates;
	size_t count;
} sentences[] = {{1, none, 3}, {3, some, 4}, {4, NULL, 0}, {900, edges, 2}};

static const struct {
	uint32_t document;
	const char *first, *last;
} expected[] = {
	{3, "2021-04-01", "2021-04-30"},   {3, "2021-04-28", "2021-04-28"},
	{3, "2019-01-01", "2019-12-31"},   {3, "2020-01-01", "2020-12-31"},
	{900, "0001-01-01", "0001-12-31"}, {900, "9900-01-01", "9999-12-31"},
};

/* Bytes that are no list of a segment of 5 documents. */
static const struct {
	const char *bytes;
	size_t length;
} broken[] = {
	{"\0\1\0\0", 4},                                /* no step */
	{"\1\0", 2},                                    /* no periods */
	{"\1\2\0\0", 4},                                /* one period is missing */
	{"\1\1\0", 3},                                  /* half a period */
	{"\6\1\0\0", 4},                                /* beyond the last document */
	{"\3\1\0\0\3\1\0\0", 8},                        /* the second is */
	{"\1\1\xFF\xFF\xFF\x7F\0", 7},                  /* begins after the year 9999 */
	{"\1\1\0\xFF\xFF\xFF\x7F", 7},                  /* ends after it */
	{"\1\1\xFF", 3},                                /* a number breaks off */
	{"\1\1\0\0\xFF\xFF\xFF\xFF\xFF\x1F\1\0\0", 13}, /* a step of too much */
};

/* ---- Code ---- */

static void write_list(struct bs_buffer *list)
{
	uint32_t last = 0;
	for (size_t i = 0; i < CASES(sentences); i++) {
		brad_sentence s = {.dates = sentences[i].dates, .date_count = sentences[i].count};
		bs_mentions_add(list, &s, sentences[i].document, &last);
	}
	ck_assert(!list->failed);
}

START_TEST(test_round_trip)
{
	struct bs_buffer list = {0};
	struct bs_period period;
	size_t n = 0;
	write_list(&list);
	const unsigned char *bytes = (const unsigned char *)list.bytes;
	struct bs_mention_scan scan = {.in = {bytes, bytes + list.length, false}};
	for (; bs_mentions_next(&scan, &period); n++) {
		char first[16], last[16];
		ck_assert_uint_lt(n, CASES(expected));
		ck_assert_uint_eq(scan.document, expected[n].document);
		brad_date_write(bs_date_from_days(period.first), first);
		brad_date_write(bs_date_from_days(period.last), last);
		ck_assert_str_eq(first, expected[n].first);
		ck_assert_str_eq(last, expected[n].last);
	}
	ck_assert_uint_eq(n, CASES(expected));
	ck_assert(!scan.in.bad);
	bs_buffer_free(&list);
}
END_TEST

/* Does a reader, in a segment of so many documents, come to the end without a fault? */
static bool is_sound(const char *bytes, size_t length, uint32_t documents)
{
	const unsigned char *at = (const unsigned char *)bytes;
	struct bs_mention_scan scan = {.in = {at, at + length, false}};
	struct bs_period period;
	while (bs_mentions_next(&scan, &period))
		if (scan.document > documents) return false;
	return !scan.in.bad;
}

START_TEST(test_broken)
{
	ck_assert(!is_sound(broken[_i].bytes, broken[_i].length, 5));
	ck_assert(is_sound("", 0, 5));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("mentions");
	TCase *cases = tcase_create("mentions");
	tcase_add_test(cases, test_round_trip);
	tcase_add_loop_test(cases, test_broken, 0, CASES(broken));
	suite_add_tcase(suite, cases);
	return run_suite(suite);
}
