/* Which sentences have come since a revision, and are they told apart after a merge? */
#include "stories.h"

/* ---- Cases ---- */

/* What each commit adds; of one id twice, the later stays. */
static const struct story first[] = {
	{.id = "a", .text = "Boats leave at noon. Crews rest."},
	{.id = "b", .text = "Boats are late."},
};
static const struct story second[] = {
	{.id = "c", .text = "Boats are sold."},
	{.id = "a", .text = "Boats leave at night. Crews rest."},
};
static const struct story third[] = {
	{.id = "d", .text = "Trains are late. Boats wait."},
};

enum { COMMITS = 3 };

/* How many sentences, and articles, with "boats" are newer than a revision. */
static const struct {
	uint64_t since, sentences, articles;
} cases[] = {
	{0, 4, 4}, {1, 3, 3}, {2, 1, 1}, {3, 0, 0}, {9, 0, 0},
};

/* ---- Code ---- */

static void set_up(void)
{
	make_directory();
	write_stories(directory, first, CASES(first), 0);
	write_stories(directory, second, CASES(second), 0);
	write_stories(directory, third, CASES(third), 0);
}

static void check_totals(brad_index *index, size_t i)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	brad_table *table;
	brad_count_options fields = BRAD_COUNT_OPTIONS_INIT;
	fields.by = BRAD_FIELD_ARTICLE;
	options.query = "boats";
	options.since_revision = cases[i].since;
	OK(brad_index_search(index, &options, &results, &error));
	ck_assert_uint_eq(brad_results_total(results), cases[i].sentences);
	brad_results_free(results);
	OK(brad_index_count(index, &options, &fields, &table, &error));
	ck_assert_uint_eq(brad_table_total(table), cases[i].sentences);
	brad_table_free(table);
	options.scope = BRAD_SCOPE_ARTICLE;
	OK(brad_index_search(index, &options, &results, &error));
	ck_assert_uint_eq(brad_results_total(results), cases[i].articles);
	brad_results_free(results);
}

START_TEST(test_since)
{
	brad_index *index;
	for (int compacted = 0; compacted < 2; compacted++) {
		if (compacted) compact_index(directory);
		OK(brad_index_open(directory, &index, &error));
		ck_assert_uint_eq(brad_index_about(index)->revision, COMMITS + compacted);
		check_totals(index, (size_t)_i);
		brad_index_free(index);
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("since");
	TCase *tests = tcase_create("since");
	tcase_add_checked_fixture(tests, set_up, remove_directory);
	tcase_add_loop_test(tests, test_since, 0, CASES(cases));
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
