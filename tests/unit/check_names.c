/* Which names are offered for what somebody has begun to type? */
#include "stories.h"

/* ---- Cases ---- */

static const struct story stories[] = {
	{.id = "n0",
	 .text = "“Boats leave at noon today,” said Anna Keller, the leader of Quillmouth "
		 "Council."},
	{.id = "n1", .text = "“Trains leave the town at night,” said Anna Keller, a baker."},
	{.id = "n2",
	 .text = "“Nobody waits for the last train,” said Tom Varga, the harbour master."},
	{.id = "n3", .text = "“It rains on every single day,” said Mary O’Neill, a clerk."},
	{.id = "n5",
	 .text = "“The gate is shut by ten,” said Tom Varga, the harbour master. “It is never "
		 "open on a Sunday,” said Tom Varga, the harbour master."},
	{.id = "n4", .text = "“The lamps were lit on Monday,” said Zoë Ångström, a teacher."},
};

/* The names, each with a comma behind it. */
static const struct {
	const char *begin;
	size_t limit;
	const char *names;
} cases[] = {
	{"", 20, "Tom Varga,Anna Keller,Mary O’Neill,Zoë Ångström,"},
	{NULL, 2, "Tom Varga,Anna Keller,"},
	{"", 0, ""},
	{"A", 20, "Anna Keller,"},
	{"anna k", 20, "Anna Keller,"},
	{"Kel", 20, "Keller,"},
	{"KELLER", 20, "Keller,"},
	{"eller", 20, ""},
	{"Anna Keller x", 20, ""},
	{"O'n", 20, "O’Neill,"},
	{"O’N", 20, "O’Neill,"},
	{"Ån", 20, "Ångström,"},
	{"zoë", 20, "Zoë Ångström,"},
	{"Lind", 20, "Lindqvist,"},
	{"T", 20, "Tom Varga,"},
};

/* ---- Code ---- */

/* Half of them at once, the others one by one; the people file has one more. */
static void set_up(void)
{
	make_directory();
	write_stories(directory, stories, 2, 0);
	write_stories(directory, stories + 2, CASES(stories) - 2, 1);
	OK(brad_index_open(directory, &opened, &error));
	put_file("people.tsv", "Petra Lindqvist\tPetra Lind\n");
}

START_TEST(test_names)
{
	char found[512] = "";
	const char *const *rows;
	brad_names *names;
	if (strncmp(cases[_i].names, "Lind", 4) == 0)
		OK(brad_index_use_people(opened, NULL, &error));
	OK(brad_index_names(opened, cases[_i].begin, cases[_i].limit, &names, &error));
	size_t count = brad_names_rows(names, &rows);
	for (size_t i = 0; i < count; i++)
		snprintf(found + strlen(found), sizeof found - strlen(found), "%s,", rows[i]);
	ck_assert_str_eq(found, cases[_i].names);
	brad_names_free(names);
	brad_names_free(NULL);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("names");
	TCase *tests = tcase_create("names");
	tcase_add_checked_fixture(tests, set_up, close_stories);
	tcase_add_loop_test(tests, test_names, 0, CASES(cases));
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
