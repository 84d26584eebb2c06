/* Which days exist, how are they written, counted and packed? */
#include "suite.h"

#include "base/date.h"

#include <time.h>

/* ---- Cases ---- */

static const struct {
	const char *text;
	brad_date date;
} good_dates[] = {
	{"2023", {2023, 0, 0}},         {"2023-01", {2023, 1, 0}},
	{"2023-01-31", {2023, 1, 31}},  {"2024-02-29", {2024, 2, 29}},
	{"2000-02-29", {2000, 2, 29}},  {"0001-01-01", {1, 1, 1}},
	{"9999-12-31", {9999, 12, 31}},
};

static const char *const bad_dates[] = {
	NULL,
	"",
	"23",
	"2023-",
	"2023-1",
	"2023-13",
	"2023-00",
	"2023-02-29",
	"1900-02-29",
	"2023-04-31",
	"2023-01-00",
	"2023-01-31x",
	"2023-01-3",
	"0000",
	"20230131",
	"31/01/2023",
	" 2023",
	"2023 ",
	"2023-01T09:00",
};

/* On Thursday, 13 January 2022. */
static const struct {
	const char *text;
	brad_date first, last;
} good_days[] = {
	{"2023-01", {2023, 1, 0}, {2023, 1, 0}},
	{"2018..2019-03", {2018, 0, 0}, {2019, 3, 0}},
	{"2018..", {2018, 0, 0}, {0, 0, 0}},
	{"..yesterday", {0, 0, 0}, {2022, 1, 12}},
	{"last-week", {2022, 1, 3}, {2022, 1, 9}},
	{"Last Month", {2021, 12, 0}, {2021, 12, 0}},
	{"last-year..today", {2021, 0, 0}, {2022, 1, 13}},
};

static const char *const bad_days[] = {NULL,   "",         "..",        "2018...2019", "2019..2018",
				       "soon", "last-day", "2018,2019", "unknown"};

static const struct {
	brad_date date;
	int32_t days;
	int weekday;
} calendar[] = {
	{{1970, 1, 1}, 0, 3},      {{1969, 12, 31}, -1, 2},      {{2000, 2, 29}, 11016, 1},
	{{2023, 1, 31}, 19388, 1}, {{2022, 5, 29}, 19141, 6},    {{1600, 3, 1}, -135080, 2},
	{{1, 1, 1}, -719162, 0},   {{9999, 12, 31}, 2932896, 4},
};

/* ---- Code ---- */

START_TEST(dates_are_read_and_written)
{
	brad_date d;
	char buffer[11];
	OK(brad_date_read(good_dates[_i].text, &d, &error));
	ck_assert_mem_eq(&d, &good_dates[_i].date, sizeof d);
	ck_assert_str_eq(brad_date_write(d, buffer), good_dates[_i].text);
	ck_assert(bs_date_exists(d));
	brad_date back = bs_date_unpack(bs_date_pack(d));
	ck_assert_mem_eq(&back, &d, sizeof d);
}
END_TEST

START_TEST(what_is_no_date_is_refused)
{
	brad_date d = {1, 1, 1};
	ck_assert_msg(brad_date_read(bad_dates[_i], &d, &error) == BRAD_EINVAL, "'%s' was read",
		      bad_dates[_i]);
	ck_assert_int_eq(error.status, BRAD_EINVAL);
	ck_assert_ptr_nonnull(strstr(error.message, bad_dates[_i] ? "is no date" : "is needed"));
	ck_assert_int_eq(d.year, 0);
	ck_assert_int_eq(brad_date_read(bad_dates[_i], &d, NULL), BRAD_EINVAL);
}
END_TEST

START_TEST(the_day_of_a_time_is_read)
{
	brad_date d;
	OK(brad_date_read("2023-01-31T09:00:00Z", &d, &error));
	ck_assert_int_eq(d.day, 31);
	OK(brad_date_read("2023-01-31 09:00", &d, &error));
	ck_assert_int_eq(d.month, 1);
	char buffer[11] = "x";
	ck_assert_str_eq(brad_date_write((brad_date){0, 0, 0}, buffer), "");
}
END_TEST

START_TEST(days_are_read)
{
	brad_date first, last, today = {2022, 1, 13};
	OK(brad_days_read(good_days[_i].text, today, &first, &last, &error));
	ck_assert_mem_eq(&first, &good_days[_i].first, sizeof first);
	ck_assert_mem_eq(&last, &good_days[_i].last, sizeof last);
}
END_TEST

START_TEST(what_is_no_days_is_refused)
{
	brad_date first = {1, 1, 1}, last = first, today = {2022, 1, 13};
	ck_assert_int_eq(brad_days_read(bad_days[_i], today, &first, &last, &error), BRAD_EINVAL);
	ck_assert_int_eq(error.status, BRAD_EINVAL);
	ck_assert_int_eq(first.year + last.year, 0);
	ck_assert_int_eq(brad_days_read(bad_days[_i], today, &first, &last, NULL), BRAD_EINVAL);
}
END_TEST

/* Without a day to read it against, a word is read against the system's clock. */
START_TEST(today_is_by_the_clock)
{
	brad_date first, last, none = {0, 0, 0};
	time_t before = time(NULL);
	OK(brad_days_read("today", none, &first, &last, &error));
	int32_t day = bs_days_from_date(first);
	ck_assert_mem_eq(&first, &last, sizeof first);
	ck_assert_int_le(abs(day - (int32_t)(before / 86400)), 1); /* whatever the time zone */
}
END_TEST

START_TEST(days_are_counted_from_1970)
{
	brad_date d = calendar[_i].date;
	ck_assert_int_eq(bs_days_from_date(d), calendar[_i].days);
	brad_date back = bs_date_from_days(calendar[_i].days);
	ck_assert_mem_eq(&back, &d, sizeof d);
	ck_assert_int_eq(bs_weekday(calendar[_i].days), calendar[_i].weekday);
}
END_TEST

START_TEST(every_day_follows_the_one_before)
{
	brad_date d = {1899, 12, 31};
	for (int32_t days = bs_days_from_date(d); days < 30000; days++) {
		brad_date next = bs_date_from_days(days + 1);
		bool month_ends = d.day == bs_month_days(d.year, d.month);
		ck_assert_int_eq(next.day, month_ends ? 1 : d.day + 1);
		ck_assert_int_eq(next.month, !month_ends ? d.month : d.month % 12 + 1);
		ck_assert_int_eq(next.year, d.year + (month_ends && d.month == 12));
		ck_assert_uint_lt(bs_date_pack(d), bs_date_pack(next));
		ck_assert_int_eq(bs_days_from_date(next), days + 1);
		d = next;
	}
}
END_TEST

START_TEST(packed_dates_sort_and_have_an_end)
{
	brad_date year = {2021, 0, 0}, month = {2021, 12, 0}, last = {2021, 12, 31},
		  after = {2022, 0, 0}, none = {0, 0, 0};
	ck_assert_uint_eq(bs_date_pack(none), 0);
	ck_assert_uint_lt(bs_date_pack(year), bs_date_pack(month));
	ck_assert_uint_lt(bs_date_pack(month), bs_date_pack(last));
	ck_assert_uint_ge(bs_date_pack_end(year), bs_date_pack(last));
	ck_assert_uint_ge(bs_date_pack_end(month), bs_date_pack(last));
	ck_assert_uint_eq(bs_date_pack_end(last), bs_date_pack(last));
	ck_assert_uint_lt(bs_date_pack_end(year), bs_date_pack(after));
	ck_assert_uint_eq(bs_date_pack_end(none), UINT32_MAX);
}
END_TEST

START_TEST(days_that_do_not_exist_are_told)
{
	static const brad_date none[] = {{0, 0, 0},     {-1, 1, 1},    {10000, 0, 0}, {2023, 0, 1},
					 {2023, 13, 1}, {2023, 2, 29}, {2023, 6, 31}};
	for (size_t i = 0; i < 7; i++) ck_assert(!bs_date_exists(none[i]));
	ck_assert_int_eq(bs_month_days(2100, 2), 28);
	ck_assert_int_eq(bs_month_days(2400, 2), 29);
	ck_assert_int_eq(bs_month_days(2023, 0), 0);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("date");
	TCase *t = tcase_create("date");
	tcase_add_loop_test(t, dates_are_read_and_written, 0, CASES(good_dates));
	tcase_add_loop_test(t, what_is_no_date_is_refused, 0, CASES(bad_dates));
	tcase_add_loop_test(t, days_are_read, 0, CASES(good_days));
	tcase_add_loop_test(t, what_is_no_days_is_refused, 0, CASES(bad_days));
	tcase_add_test(t, today_is_by_the_clock);
	tcase_add_test(t, the_day_of_a_time_is_read);
	tcase_add_loop_test(t, days_are_counted_from_1970, 0, CASES(calendar));
	tcase_add_test(t, every_day_follows_the_one_before);
	tcase_add_test(t, packed_dates_sort_and_have_an_end);
	tcase_add_test(t, days_that_do_not_exist_are_told);
	suite_add_tcase(suite, t);
	return run_suite(suite);
}
