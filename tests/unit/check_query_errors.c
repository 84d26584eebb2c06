/* What is said of a query that cannot be understood, or asks for too much? */
#include "asking.h"

/* ---- Cases ---- */

/* What is said, and of which byte.  The message must have this in it. */
static const struct {
	const char *query;
	size_t offset;
	const char *message;
} error_cases[] = {
	{"ferry \"boat", 6, "not closed: expected \""},
	{"é “boat", 3, "not closed"},
	{"ferry (boat", 6, "not closed: expected )"},
	{"ferry boat)", 10, "no bracket is open"},
	{")", 0, "no bracket is open"},
	{"ferry ()", 6, "between the brackets"},
	{"ferry (!)", 6, "between the brackets"},
	{"ferry \"…\"", 6, "between the quotation marks"},
	{"OR ferry", 0, "before OR"},
	{"ferry OR", 8, "after OR"},
	{"ferry OR OR boat", 8, "after OR"},
	{"(ferry OR) boat", 9, "after OR"},
	{"AND ferry", 0, "before AND"},
	{"ferry AND", 9, "after AND"},
	{"ferry AND OR boat", 10, "after AND"},
	{"ferry NOT", 9, "after NOT"},
	{"ferry -!", 7, "after -"},
	{"-boat", 0, "NOT alone"},
	{"ferry OR -boat", 9, "NOT alone"},
	{"NOT boat -quay", 0, "NOT alone"},
	{"ferry (-boat)", 7, "NOT alone"},
	{"!?", 0, "expected a word"},
	{"ferry \xFF", 6, "UTF-8"},
	{"*", 0, "only at the end of a word"},
	{"ferry * boat", 6, "only at the end of a word"},
	{"*boat", 0, "only at the end of a word"},
	{"fe*ry", 2, "only at the end of a word"},
	{"ferr**", 4, "only at the end of a word"},
	{"children'*", 9, "only at the end of a word"},
	{"É* boat", 2, "expected 2 letters or more before the star"},
	{"f*", 1, "expected 2 letters or more before the star"},
	{"\"slow f*\"", 7, "expected 2 letters or more before the star"},
	{"\"a b\"~", 6, "expected a number of words"},
	{"\"a b\"~x", 6, "expected a number of words"},
	{"\"a b\"~0", 6, "expected a number of words"},
	{"\"a b\"~1001", 6, "expected a number of words"},
	{"\"a b\"~5c", 6, "expected a number of words"},
	{"\"boat\"~5", 5, "several words"},
	{"\"a b c\"~1", 6, "3 words take 2 at least"},
	{"foo:bar", 0, "there is no field 'foo:', but speaker, role"},
	{"ferry speeker:Keller", 6, "did you mean 'speaker:'"},
	{"dat:2021", 0, "did you mean 'date:'"},
	{"speaker:", 8, "expected a value behind the colon"},
	{"speaker: Keller", 8, "expected a value behind the colon"},
	{"speaker:Keller, Varga", 15, "expected a value behind the comma"},
	{"speaker:\"\"", 9, "expected a value between"},
	{"speaker:\"Keller", 8, "not closed"},
	{"speaker:\"Anna\"Keller", 14, "expected a blank or a comma"},
	{"speaker:…", 8, "holds no word"},
	{"speaker:Kell*", 8, "no star"},
	{"role:the", 5, "too common"},
	{"speaker:(Keller OR Varga)", 8, "part several values by commas"},
	{"(ferry speaker:Keller)", 7, "outside of the brackets"},
	{"article:(ferry speaker:Keller)", 15, "outside of the brackets"},
	{"ferry OR speaker:Keller", 9, "cannot be one side of OR"},
	{"speaker:Keller OR ferry", 0, "cannot be one side of OR"},
	{"ferry OR -date:2021", 10, "cannot be one side of OR"},
	{"date:2021-13", 5, "'2021-13' is no date"},
	{"date:..", 5, "expected a date before or after"},
	{"date:2022..2021", 5, "the first is later"},
	{"date:2021,soon", 10, "'soon' is no date"},
	{"mentions:unknown", 9, "is no date"},
	{"said:loudly", 5, "expected direct, mixed or indirect"},
	{"article:()", 8, "between the brackets"},
	{"article:(boat", 8, "not closed: expected )"},
	{"article:(-boat)", 9, "NOT alone"},
	{"article:", 8, "expected a value"},
	{"-boat OR quay speaker:Keller", 0, "NOT alone"},
	{"(-boat) speaker:Keller", 1, "NOT alone"},
};

/* ---- Code ---- */

START_TEST(test_errors)
{
	struct bs_query query;
	ck_assert_int_eq(parse(error_cases[_i].query, false, false, &query), BRAD_EQUERY);
	ck_assert_msg(strstr(error.message, error_cases[_i].message) != NULL, "%s: %s",
		      error_cases[_i].query, error.message);
	ck_assert_uint_eq(error.offset, error_cases[_i].offset);
}
END_TEST

/* n brackets round a word. */
static brad_status parse_nested(size_t n, bool any)
{
	struct bs_query query;
	char *text = calloc(1, 2 * n + 2);
	memset(text, '(', n);
	text[n] = 'x';
	memset(text + n + 1, ')', n);
	brad_status status = parse(text, any, false, &query);
	free(text);
	return status;
}

START_TEST(test_depth)
{
	OK(parse_nested(100, true));
	ck_assert_int_eq(parse_nested(101, true), BRAD_EQUERY);
	ck_assert_uint_eq(error.offset, 100);
	OK(parse_nested(101, false));
	ck_assert_int_eq(parse_nested(102, false), BRAD_EQUERY);
	ck_assert_uint_eq(error.offset, 101);
	ck_assert_int_eq(parse_nested(1000000, false), BRAD_EQUERY);
}
END_TEST

START_TEST(test_many_words)
{
	struct bs_query query;
	char *text = calloc(1, 5 * 1001 + 1);
	for (size_t i = 0; i < 1001; i++) memcpy(text + 2 * i, "x ", 2);
	ck_assert_int_eq(parse(text, false, false, &query), BRAD_EQUERY);
	ck_assert_uint_eq(error.offset, 2000);
	text[2000] = '\0';
	OK(parse(text, false, false, &query));
	ck_assert_uint_eq(query.leaf_count, 1000);
	for (size_t i = 0; i < 1001; i++)
		memcpy(text + 5 * i, "x OR ", 5); /* operators are no words */
	text[5 * 1000 - 4] = '\0';
	OK(parse(text, false, false, &query));
	ck_assert_uint_eq(query.leaf_count, 1000);
	free(text);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("query errors");
	TCase *t = tcase_create("query errors");
	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_loop_test(t, test_errors, 0, CASES(error_cases));
	tcase_add_test(t, test_depth);
	tcase_add_test(t, test_many_words);
	suite_add_tcase(suite, t);
	return run_suite(suite);
}
