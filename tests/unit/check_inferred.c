/* An article without a date is bounded by what it tells of the past, and by nothing else. */
#include "suite.h"

/* ---- Cases ---- */

/* "" is no bound; both without one is BRAD_DATE_NONE. */
static const struct {
	const char *text, *not_before, *not_after;
} cases[] = {
	{"The bridge was closed on 28 April 2021. It was built in 1934.", "2021-04-28", ""},
	{"The bridge was built in 1934. It was closed on Monday 3 May 2021.", "2021-05-03", ""},
	{"Since the spring flood in 2018 the bridge has a new railing.", "2018", ""},
	{"The ferry has run every day since May 2019.", "2019-05", ""},
	{"Tom Ashe, who opened the baths in June 2017, has sold them.", "2017-06", ""},
	{"The tower fell on 2 March 2020 (the bell was to ring in 2031).", "2020-03-02", ""},
	/* What is to come, or may be, is no bound. */
	{"The bridge will be closed on 28 April 2021.", "", ""},
	{"The council agreed to open the baths in June 2025.", "", ""},
	{"They were told of plans for a ferry in 2030.", "", ""},
	{"The baths were due to close by May 2024.", "", ""},
	{"The tower would fall if it was not mended in 2029.", "", ""},
	{"The party was the likely winner in 2028.", "", ""},
	{"Homes went up faster than in 2044.", "", ""},
	{"Sales in 2026 are a guess.", "", ""},
	{"The team was released ahead of the cup in 2022.", "", ""},
	/* What is not written out is none. */
	{"The bridge was closed on 28 April. It was mended in May.", "", ""},
	{"The bridge was closed last year.", "", ""},
	{"It was closed in the 1990s.", "", ""},
	{"2021 was mentioned. Copyright 2023.", "", ""},
	/* So many years ago beside the year. */
	{"The school was judged inadequate three years ago.\n\nParents remember the inadequate "
	 "verdict of 2018 with anger.",
	 "2020-07", "2022"},
	{"The school was judged inadequate three years ago.\n\nA new head was appointed in 2021, "
	 "after the inadequate verdict of 2018.",
	 "2021", "2022"},
	/* Of something else, or vague, or at odds with a later year. */
	{"The school was judged inadequate three years ago.\n\nThe roof of the old hall dates "
	 "from 2018.",
	 "", ""},
	{"The school was judged inadequate almost three years ago.\n\nRemember the inadequate "
	 "verdict of 2018.",
	 "", ""},
	{"The school was judged inadequate three years ago.\n\nRemember the inadequate verdict "
	 "of 2018.\n\nThe list of January 2024 has it last.",
	 "", ""},
	{"The school was judged inadequate three years ago.\n\nRemember the inadequate verdict "
	 "of 2018.\n\nThe college was judged inadequate two years ago.",
	 "", ""},
};

/* ---- Code ---- */

static brad_article *parse(const char *text, brad_date given)
{
	brad_document d = document_of(text);
	d.date = given;
	return article_of(d);
}

START_TEST(test_bounds)
{
	char first[16], last[16];
	brad_date not_before, not_after;
	brad_date_from from;
	brad_article *article = parse(cases[_i].text, (brad_date){0, 0, 0});
	ck_assert_int_eq(brad_article_date(article, &from).year, 0);
	brad_article_date_bounds(article, &not_before, &not_after);
	brad_date_write(not_before, first);
	brad_date_write(not_after, last);
	ck_assert_msg(strcmp(first, cases[_i].not_before) == 0 &&
			      strcmp(last, cases[_i].not_after) == 0,
		      "\"%s\"\n  from '%s' to '%s'", cases[_i].text, first, last);
	ck_assert_int_eq(from, *first || *last ? BRAD_DATE_INFERRED : BRAD_DATE_NONE);
	brad_article_free(article);
}
END_TEST

/* A date that is known needs no bounds. */
START_TEST(test_dated)
{
	brad_date not_before, not_after;
	brad_date_from from;
	brad_article *article = parse(cases[0].text, (brad_date){2022, 1, 2});
	ck_assert_int_eq(brad_article_date(article, &from).year, 2022);
	ck_assert_int_eq(from, BRAD_DATE_METADATA);
	brad_article_date_bounds(article, &not_before, &not_after);
	ck_assert_int_eq(not_before.year, 0);
	ck_assert_int_eq(not_after.year, 0);
	brad_article_free(article);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("inferred");
	TCase *tests = tcase_create("inferred");
	tcase_add_loop_test(tests, test_bounds, 0, CASES(cases));
	tcase_add_test(tests, test_dated);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
