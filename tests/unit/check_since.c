/* Which sentences have come since a revision, and are they told apart after a merge? */
#include <bradsearch.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- Cases ---- */

/* What each commit adds; of one id twice, the later stays. */
static const struct {
	int commit;
	const char *id, *text;
} stories[] = {
	{1, "a", "Boats leave at noon. Crews rest."},
	{1, "b", "Boats are late."},
	{2, "c", "Boats are sold."},
	{2, "a", "Boats leave at night. Crews rest."},
	{3, "d", "Trains are late. Boats wait."},
};

enum { COMMITS = 3 };

/* How many sentences, and articles, with "boats" are newer than a revision. */
static const struct {
	uint64_t since, sentences, articles;
} cases[] = {
	{0, 4, 4}, {1, 3, 3}, {2, 1, 1}, {3, 0, 0}, {9, 0, 0},
};

/* ---- Code ---- */

static char directory[] = "/tmp/check_since.XXXXXX";

static void commit(int number, bool compact)
{
	brad_writer *writer;
	ck_assert_int_eq(brad_writer_open(directory, NULL, &writer, NULL), BRAD_OK);
	for (size_t i = 0; i < sizeof stories / sizeof *stories; i++) {
		brad_document d = BRAD_DOCUMENT_INIT;
		if (stories[i].commit != number) continue;
		d.id = stories[i].id;
		d.text = stories[i].text;
		d.text_length = strlen(d.text);
		ck_assert_int_eq(brad_writer_add(writer, &d, NULL), BRAD_OK);
	}
	if (compact) ck_assert_int_eq(brad_writer_compact(writer, NULL), BRAD_OK);
	ck_assert_int_eq(brad_writer_commit(writer, NULL, NULL), BRAD_OK);
	brad_writer_free(writer);
}

static void set_up(void)
{
	memcpy(directory + strlen(directory) - 6, "XXXXXX", 6);
	ck_assert_ptr_nonnull(mkdtemp(directory));
	for (int i = 1; i <= COMMITS; i++) commit(i, false);
}

static void tear_down(void)
{
	char command[64];
	snprintf(command, sizeof command, "rm -r '%s'", directory);
	ck_assert_int_eq(system(command), 0);
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
	ck_assert_int_eq(brad_index_search(index, &options, &results, NULL), BRAD_OK);
	ck_assert_uint_eq(brad_results_total(results), cases[i].sentences);
	brad_results_free(results);
	ck_assert_int_eq(brad_index_count(index, &options, &fields, &table, NULL), BRAD_OK);
	ck_assert_uint_eq(brad_table_total(table), cases[i].sentences);
	brad_table_free(table);
	options.scope = BRAD_SCOPE_ARTICLE;
	ck_assert_int_eq(brad_index_search(index, &options, &results, NULL), BRAD_OK);
	ck_assert_uint_eq(brad_results_total(results), cases[i].articles);
	brad_results_free(results);
}

START_TEST(test_since)
{
	brad_index *index;
	for (int compacted = 0; compacted < 2; compacted++) {
		if (compacted) commit(0, true);
		ck_assert_int_eq(brad_index_open(directory, &index, NULL), BRAD_OK);
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
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_loop_test(tests, test_since, 0, sizeof cases / sizeof *cases);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
