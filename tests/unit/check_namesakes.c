/* Is the user told that a name by which he asked is several people's? */
#include "stories.h"

/* ---- Cases ---- */

static const struct story stories[] = {
	{.id = "n1",
	 .date = "2022-01-09",
	 .text = "“Ice is thin,” said Ann Marlow.\n\n“Snow is deep,” said Tom Marlow."},
	{.id = "same", .date = "2022-01-01", .text = "“Frost is late,” said Ann J. Marlow."},
	{.id = "n2", .date = "2022-01-08", .text = "“Hail is loud,” said Eve Reed."},
	{.id = "n3", .date = "2022-01-07", .text = "“Hail is hard,” said Ida Holt."},
	{.id = "n4", .date = "2022-01-06", .text = "“Hail is cold,” said Jo Holt."},
	{.id = "n5", .date = "2022-01-05", .text = "“Hail is rare,” said Max Holt."},
	{.id = "n6", .date = "2022-01-04", .text = "“Hail is odd,” said Pat Holt."},
	{.id = "n7", .date = "2022-01-03", .text = "“Hail is here,” said Sam Holt."},
	{.id = "n8", .date = "2022-01-02", .text = "“Hail is gone,” said Holt."},
};

/* The names that the remark has; NULL for no remark. */
static const struct {
	const char *query, *speaker, *from;
	brad_group group;
	const char *names;
} cases[] = {
	{NULL, "Marlow", NULL, 0,
	 "'Marlow' stands for several names here: Ann Marlow, Tom Marlow;"},
	{"speaker:Marlow", NULL, NULL, 0, "here: Ann Marlow, Tom Marlow;"},
	{"speaker:Reed,Marlow", NULL, NULL, 0, "'Marlow' stands for"},
	{"ice", "Marlow", NULL, 0, NULL}, /* only one of them is shown */
	{NULL, "Ann Marlow", NULL, 0, NULL},
	{NULL, "Reed", NULL, 0, NULL},
	{"hail", NULL, NULL, 0, NULL},
	{NULL, "Holt", "2022-01-06", 0, "here: Ida Holt, Jo Holt;"},
	{NULL, "Holt", NULL, 0, "here: Ida Holt, Jo Holt, Max Holt, Pat Holt and others;"},
	{NULL, "Marlow", NULL, BRAD_GROUP_SPEAKER, NULL}, /* each is shown as a group */
};

/* ---- Code ---- */

static void set_up(void)
{
	open_stories(stories, CASES(stories), 0);
}

START_TEST(remarks)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	options.query = cases[_i].query;
	options.speaker = cases[_i].speaker;
	options.group = cases[_i].group;
	options.sort = BRAD_SORT_NEWEST;
	read_day(cases[_i].from, &options.from);
	OK(brad_index_search(opened, &options, &results, &error));
	ck_assert_uint_gt(brad_results_count(results), 0);
	const char *note = brad_results_note(results, 0);
	ck_assert_msg(cases[_i].names ? note && strstr(note, cases[_i].names) : !note, "%s",
		      note ? note : "nothing");
	brad_results_free(results);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("namesakes");
	TCase *t = tcase_create("namesakes");
	tcase_add_checked_fixture(t, set_up, close_stories);
	tcase_add_loop_test(t, remarks, 0, CASES(cases));
	suite_add_tcase(suite, t);
	return run_suite(suite);
}
