/* A value means the days that a calendar says, and speaks of what overlaps it and is not shorter. */
#include "suite.h"

#include "base/period.h"

#include "base/date.h"

/* ---- Cases ---- */

/* Values and their first and last days. */
static const struct {
	const char *value, *first, *last;
} single[] = {
	{"2018", "2018-01-01", "2018-12-31"},
	{"2020-02", "2020-02-01", "2020-02-29"},
	{"2021-04-28", "2021-04-28", "2021-04-28"},
	{"2021-04-28T11:30", "2021-04-28", "2021-04-28"},
	{"2023-01-30TNI", "2023-01-30", "2023-01-30"},
	{"2021-04-XX", "2021-04-01", "2021-04-30"},
	{"2021-XX-XX", "2021-01-01", "2021-12-31"},
	{"2021-XX", "2021-01-01", "2021-12-31"},
	{"2021-W17", "2021-04-26", "2021-05-02"},
	{"2021-W17-WE", "2021-05-01", "2021-05-02"},
	{"2021-W17-3", "2021-04-28", "2021-04-28"},
	{"2020-W53", "2020-12-28", "2021-01-03"},
	{"2021-WXX", "2021-01-01", "2021-12-31"},
	{"2021-SP", "2021-03-01", "2021-05-31"},
	{"2021-SU", "2021-06-01", "2021-08-31"},
	{"2021-FA", "2021-09-01", "2021-11-30"},
	{"2021-WI", "2021-12-01", "2022-02-28"},
	{"9999-WI", "9999-12-01", "9999-12-31"},
	{"2022-Q3", "2022-07-01", "2022-09-30"},
	{"2022-QX", "2022-01-01", "2022-12-31"},
	{"2022-H2", "2022-07-01", "2022-12-31"},
	{"199", "1990-01-01", "1999-12-31"},
	{"19", "1900-01-01", "1999-12-31"},
	{"0001", "0001-01-01", "0001-12-31"},
};

static const struct {
	const char *value, *first, *last, *first_2, *last_2;
} pairs[] = {
	{"2019/2020", "2019-01-01", "2019-12-31", "2020-01-01", "2020-12-31"},
	{"2021-04-28/2021-05", "2021-04-28", "2021-04-28", "2021-05-01", "2021-05-31"},
};

static const char *const none[] = {"",       "P3Y",       "PRESENT_REF", "XXXX-09",    "XXXX",
				   "T11:30", "BC0044",    "2021-13",     "2021-02-30", "2021-W54",
				   "20211",  "0000",      "2",           "2021-",      "2021x",
				   "PXD",    "XXXX-WXX-1"};

/* Does an expression of the first value speak of what lies from one date to another? */
static const struct {
	const char *value, *from, *to;
	bool speaks;
} asked[] = {
	{"2018", "2018", "2018", true},
	{"2018-07", "2018", "2018", true},
	{"2018-07-12T09:00", "2018", "2018", true},
	{"2017-WI", "2018", "2018", true},
	{"2018-W01", "2017", "2017", false},
	{"2020-W53", "2021", "2021", true},
	{"2018", "2018-07", "2018-07", false}, /* a year is not said of each of its months */
	{"2018-07", "2018-07-12", "2018-07-12", false},
	{"2018-07", "2018-07", "2018-07", true},
	{"2018-W27", "2018-07", "2018-07", true},
	{"2018-SU", "2018-07", "2018-07", false},
	{"2018-07-12", "2018-07-12", "2018-07-12", true},
	{"2018-07-12", "2018-07-13", "2018-07-13", false},
	{"2019", "2018", "2020", true},
	{"2021", "2018", "2020", false},
	{"199", "1995", "1995", false},
	{"199", "1990", "1999", true},
	{"199", "1995", "2010", false}, /* long enough, but not within */
	{"20", "2015", NULL, false},
	{"2016", "2015", NULL, true},
	{"2014", "2015", NULL, false},
	{"2014", NULL, "2015", true},
	{"2016", NULL, "2015", false},
};

/* ---- Code ---- */

static brad_date date_of(const char *text)
{
	brad_date date;
	OK(brad_date_read(text, &date, &error));
	return date;
}

static void expect(const char *value, struct bs_period got, const char *first, const char *last)
{
	char a[16], b[16];
	brad_date_write(bs_date_from_days(got.first), a);
	brad_date_write(bs_date_from_days(got.last), b);
	ck_assert_msg(strcmp(a, first) == 0 && strcmp(b, last) == 0,
		      "%s: from %s to %s, expected %s to %s", value, a, b, first, last);
}

START_TEST(test_single)
{
	struct bs_period out[BS_MOST_PERIODS];
	ck_assert_uint_eq(bs_periods_read(single[_i].value, out), 1);
	expect(single[_i].value, out[0], single[_i].first, single[_i].last);
	ck_assert_int_ge(out[0].first, BS_FIRST_DAY);
}
END_TEST

START_TEST(test_pair)
{
	struct bs_period out[BS_MOST_PERIODS];
	ck_assert_uint_eq(bs_periods_read(pairs[_i].value, out), 2);
	expect(pairs[_i].value, out[0], pairs[_i].first, pairs[_i].last);
	expect(pairs[_i].value, out[1], pairs[_i].first_2, pairs[_i].last_2);
}
END_TEST

START_TEST(test_none)
{
	struct bs_period out[BS_MOST_PERIODS];
	ck_assert_msg(bs_periods_read(none[_i], out) == 0, "'%s' has a period", none[_i]);
}
END_TEST

START_TEST(test_asked)
{
	struct bs_period out[BS_MOST_PERIODS], what = {INT32_MIN, INT32_MAX};
	if (asked[_i].from) what.first = bs_period_of_date(date_of(asked[_i].from)).first;
	if (asked[_i].to) what.last = bs_period_of_date(date_of(asked[_i].to)).last;
	ck_assert_uint_eq(bs_periods_read(asked[_i].value, out), 1);
	ck_assert_msg(bs_period_speaks_of(out[0], what) == asked[_i].speaks,
		      "%s, asked for %s to %s", asked[_i].value, asked[_i].from, asked[_i].to);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("period");
	TCase *cases = tcase_create("period");
	tcase_add_loop_test(cases, test_single, 0, CASES(single));
	tcase_add_loop_test(cases, test_pair, 0, CASES(pairs));
	tcase_add_loop_test(cases, test_none, 0, CASES(none));
	tcase_add_loop_test(cases, test_asked, 0, CASES(asked));
	suite_add_tcase(suite, cases);
	return run_suite(suite);
}
