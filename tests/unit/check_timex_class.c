/* Where an expression of time may begin: nowhere it does is left out, and few others are looked at. */
#include "suite.h"

#include "analysis/timex.h"

/* ---- Cases: a text, and the words at which one is looked for: before a mark more of them ---- */

static const struct {
	const char *text, *begins;
} cases[] = {
	/* What a list makes a word, alone or before what it needs. */
	{"We met on Friday in the town hall.", "Friday"},
	{"It may rain or they may march.", ""},
	{"In May it rained.", "May"},
	{"The men of the town saw the sea.", ""},
	{"It lay on the last day of the old year.", "the last day year"},
	{"They said that the end of summer was near.", "the end summer"},
	{"Each man went home each night.", "each"},
	/* Holidays only where all of their name stands. */
	{"New homes were built on Boxing Day.", "Boxing Day"},
	{"A Good Friday in Easter Road, Black Horse.", "Good Friday Easter"},
	/* Numbers by what follows them. */
	{"Some 40 men had 120 sheep for 16 weeks.", "16 weeks"},
	{"A cup was won by 3 to 2 at 19:30, or 10 p.m., by 11.", "3 2 19 30 10 11"},
	{"He paid 1,500 in 1998 for 2,400.5 of them.", "1 500 1998 2 5"},
	{"He ran 2.5 miles in 2.5 hours at 1.30pm on 28.4.2021.", "2 in 2 5 1 30pm 28 4 2021"},
	{"A 1,500-year wait, 1,500 more weeks.", "1 500 1 500 weeks"},
	{"In ’98 and the ’80s.", "’ 98 the ’ 80s"},
	{"The 3rd, the 7m and the 1990s.", "The 3rd 7m the 1990s"},
	{"On 24 and 25 April.", "24 25 April"},
	/* And words that are numbers. */
	{"Two men stood two hours by two-day beds.", "two two"},
	{"Two hundred and six days, nineteen ninety-four.",
	 "Two hundred six days nineteen ninety four"},
	{"A few weeks, a week, half a year, a mile.", "A few weeks a week half a year"},
};

/* ---- Code ---- */

START_TEST(expressions_begin_where_they_may)
{
	struct bs_article article = {.document = BRAD_DOCUMENT_INIT};
	enum bs_day_order order = BS_ORDER_UNKNOWN;
	const char *text = cases[_i].text;
	bs_tokenize(&article.arena, text, strlen(text), &article.tokens);
	struct bs_timex_scan scan = bs_timex_open(&article, &order);
	bs_timex_look(&scan, &article.scratch, &article.tokens, text);
	char found[256] = "";
	for (size_t k = 0; k < scan.begin_count; k++) {
		const struct bs_token *t = &scan.tokens[scan.begins[k]];
		if (k) strcat(found, " ");
		strncat(found, text + t->start, t->end - t->start);
	}
	ck_assert_str_eq(found, cases[_i].begins);
	bs_arena_free(&article.arena);
	bs_arena_free(&article.scratch);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("timex_class");
	TCase *tc = tcase_create("begins");
	tcase_add_loop_test(tc, expressions_begin_where_they_may, 0, CASES(cases));
	suite_add_tcase(suite, tc);
	return run_suite(suite);
}
