/* Who is who by a people file: each case is a file, and who a speaker is by it on a day. */
#include "suite.h"

#include "base/date.h"
#include "index/people.h"

/* ---- Cases ---- */

#define TOWN                                                                                       \
	"\xEF\xBB\xBFname\talias\trole\tfrom\tto\r\n"                                              \
	"# a note\r\n"                                                                             \
	"\t \r\n"                                                                                  \
	"Marc Doyle\tMark Doyle\r\n"                                                               \
	"Mark Doyle (baker)\tMark Doyle|baker\r\n"                                                 \
	" Marc Doyle \tDoyle\tmayor\t2022\t2023-05\r\n"                                            \
	"Nora Doyle\tDoyle\t\t2024\r\n"                                                            \
	"Marc Doyle\t\tformer mayor\t2023-06\r\n"                                                  \
	"Zoë Brand\tZoe Brand-Hill|chief harbour\tharbour master\r\n"                             \
	"Zoë Brand\t\tclerk\t\t2019-06-30\r\n"

static const struct {
	const char *name, *role, *day; /* role and day: NULL for none */
	const char *person, *held;
} cases[] = {
	/* An alias, in whatever letters and accents; the whole of it. */
	{"Mark Doyle", NULL, NULL, "Marc Doyle", NULL},
	{"MARK DOYLE", "sailor", NULL, "Marc Doyle", "sailor"},
	{"Mark", NULL, NULL, "Mark", NULL},
	{"Mark Doyle Smith", NULL, NULL, "Mark Doyle Smith", NULL},
	{"Mar", NULL, NULL, "Mar", NULL},
	/* The name itself. */
	{"Marc Doyle", NULL, NULL, "Marc Doyle", NULL},
	{"Zoe Brand", NULL, NULL, "Zoë Brand", "harbour master"},
	{"Nora Doyle", NULL, NULL, "Nora Doyle", NULL},
	/* Words of a role go before none; all of them must be there. */
	{"Mark Doyle", "the town's baker", NULL, "Mark Doyle (baker)", "the town's baker"},
	{"Mark Doyle", "bakery owner", NULL, "Marc Doyle", "bakery owner"},
	{"Zoe Brand-Hill", "chief of the harbour", NULL, "Zoë Brand", "harbour master"},
	{"Zoe Brand-Hill", "chief of the pier", NULL, "Zoe Brand-Hill", "chief of the pier"},
	{"Zoe Brand-Hill", NULL, NULL, "Zoe Brand-Hill", NULL},
	/* Days: both ends count, and no day fits none. */
	{"Doyle", NULL, "2021-12-31", "Doyle", NULL},
	{"Doyle", NULL, "2022-01-01", "Marc Doyle", "mayor"},
	{"Doyle", NULL, "2023-05-31", "Marc Doyle", "mayor"},
	{"Doyle", NULL, "2023-06-01", "Doyle", NULL},
	{"Doyle", NULL, "2024-01-01", "Nora Doyle", NULL},
	{"Doyle", NULL, NULL, "Doyle", NULL},
	/* A role of the day stands in the place of the article's; one with days before one without. */
	{"Mark Doyle", "sailor", "2022-03-01", "Marc Doyle", "mayor"},
	{"Mark Doyle", "sailor", "2025-03-01", "Marc Doyle", "former mayor"},
	{"Zoë Brand", "cook", "2019-06-30", "Zoë Brand", "clerk"},
	{"Zoë Brand", "cook", "2019-07-01", "Zoë Brand", "harbour master"},
};

static const struct {
	const char *file, *message;
} bad_cases[] = {
	{"A B\n\tC\n", ":2: expected a name, not ''"},
	{"...\tC\n", ":1: expected a name, not '...'"},
	{"A\t|words\n", ":1: expected a name, not ''"},
	{"A\tC|\n", ":1: expected words of a role behind '|' in 'C|'"},
	{"A\tC\tr\t2020-13\n", ":1: expected a date (2023, 2023-01, 2023-01-31), not '2020-13'"},
	{"A\tC\tr\t\tlater\n", ":1: expected a date (2023, 2023-01, 2023-01-31), not 'later'"},
	{"A\tC\tr\t2021\t2020\n", ":1: the first day is later than '2020'"},
	{"A\tb\tc\t\t\tf\n", ":1: expected at most 5 columns"},
	{"A\xFF\n", ":1: the line is not UTF-8"},
	{"A\tC\n#\nB\tC\n", ":3: 'c' is A in line 1"},
	{"A\nB\tA\nC\tA\n", ":3: 'a' is B in line 2"},
};

/* ---- Code ---- */

static brad_status read_people(const char *content, struct bs_people **out)
{
	put_file("people.tsv", content);
	return bs_people_read(path_of("people.tsv"), out, &error);
}

START_TEST(test_speaker)
{
	struct bs_people *people;
	struct bs_words_scan scan = {0};
	brad_date date = {0, 0, 0};
	OK(read_people(TOWN, &people));
	read_day(cases[_i].day, &date);
	brad_speaker asked = {cases[_i].name, cases[_i].role};
	brad_speaker found = bs_people_speaker(people, asked, bs_date_pack(date), &scan);
	ck_assert_str_eq(found.name, cases[_i].person);
	ck_assert_pstr_eq(found.role, cases[_i].held);
	bs_buffer_free(&scan.form);
	bs_people_free(people);
}
END_TEST

START_TEST(test_bad)
{
	struct bs_people *people;
	ck_assert_int_eq(read_people(bad_cases[_i].file, &people), BRAD_EINPUT);
	ck_assert_ptr_null(people);
	size_t length = strlen(path_of("people.tsv"));
	ck_assert_int_eq(strncmp(error.message, path_of("people.tsv"), length), 0);
	ck_assert_msg(strncmp(error.message + length, bad_cases[_i].message,
			      strlen(bad_cases[_i].message)) == 0,
		      "%s", error.message);
}
END_TEST

START_TEST(test_files)
{
	struct bs_people *people;
	struct bs_words_scan scan = {0};
	ck_assert_int_eq(bs_people_read("/nowhere/people.tsv", &people, &error), BRAD_EIO);
	ck_assert_int_eq(bs_people_read("/", &people, &error), BRAD_EIO);
	OK(read_people("", &people));
	brad_speaker found = bs_people_speaker(people, (brad_speaker){"A B", "C"}, 0, &scan);
	ck_assert_str_eq(found.name, "A B");
	ck_assert_str_eq(found.role, "C");
	bs_people_free(people);
	bs_buffer_free(&scan.form);
	bs_people_free(NULL);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("people");
	TCase *tests = tcase_create("people");
	tcase_add_checked_fixture(tests, make_directory, remove_directory);
	tcase_add_loop_test(tests, test_speaker, 0, CASES(cases));
	tcase_add_loop_test(tests, test_bad, 0, CASES(bad_cases));
	tcase_add_test(tests, test_files);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
