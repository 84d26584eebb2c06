/* Which names are offered for what somebody has begun to type? */
#include <bradsearch.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- Cases ---- */

static const char *const stories[] = {
	"“Boats leave at noon today,” said Anna Keller, the leader of Quillmouth Council.",
	"“Trains leave the town at night,” said Anna Keller, a baker.",
	"“Nobody waits for the last train,” said Tom Varga, the harbour master.",
	"“It rains on every single day,” said Mary O’Neill, a clerk.",
	"“The lamps were lit on Monday,” said Zoë Ångström, a teacher.",
};

enum { STORIES = sizeof stories / sizeof *stories };

/* The names, each with a comma behind it. */
static const struct {
	const char *begin;
	size_t limit;
	const char *names;
} cases[] = {
	{"", 20, "Anna Keller,Mary O’Neill,Tom Varga,Zoë Ångström,"},
	{NULL, 2, "Anna Keller,Mary O’Neill,"},
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

static char directory[] = "/tmp/check_names.XXXXXX";
static brad_index *opened;

/* Half of them at once, the others one by one; the people file has one more. */
static void set_up(void)
{
	char path[64];
	memcpy(directory + strlen(directory) - 6, "XXXXXX", 6);
	ck_assert_ptr_nonnull(mkdtemp(directory));
	for (size_t i = 0; i < STORIES;) {
		brad_writer *writer;
		ck_assert_int_eq(brad_writer_open(directory, NULL, &writer, NULL), BRAD_OK);
		for (size_t n = i == 0 ? 2 : 1; n > 0; n--, i++) {
			char id[8];
			brad_document d = BRAD_DOCUMENT_INIT;
			snprintf(id, sizeof id, "n%zu", i);
			d.id = id;
			d.text = stories[i];
			d.text_length = strlen(d.text);
			ck_assert_int_eq(brad_writer_add(writer, &d, NULL), BRAD_OK);
		}
		ck_assert_int_eq(brad_writer_commit(writer, NULL, NULL), BRAD_OK);
		brad_writer_free(writer);
	}
	ck_assert_int_eq(brad_index_open(directory, &opened, NULL), BRAD_OK);
	snprintf(path, sizeof path, "%s/people.tsv", directory);
	FILE *f = fopen(path, "w");
	ck_assert_ptr_nonnull(f);
	fputs("Petra Lindqvist\tPetra Lind\n", f);
	fclose(f);
}

static void tear_down(void)
{
	char command[64];
	brad_index_free(opened);
	snprintf(command, sizeof command, "rm -r '%s'", directory);
	ck_assert_int_eq(system(command), 0);
}

START_TEST(test_names)
{
	char found[512] = "";
	const char *const *rows;
	brad_names *names;
	if (strncmp(cases[_i].names, "Lind", 4) == 0)
		ck_assert_int_eq(brad_index_use_people(opened, NULL, NULL), BRAD_OK);
	ck_assert_int_eq(brad_index_names(opened, cases[_i].begin, cases[_i].limit, &names, NULL),
			 BRAD_OK);
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
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_loop_test(tests, test_names, 0, sizeof cases / sizeof *cases);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
