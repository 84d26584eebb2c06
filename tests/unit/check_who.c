/* Where several speak as one: is it the same person who is asked for by name and by office? */
#include "stories.h"

/* ---- Cases ---- */

static const struct story stories[] = {
	{.id = "joint",
	 .date = "2022-04-01",
	 .text = "“Lanterns must hang in the bows,” said Captain Ella Bergman and pilot Jon "
		 "Hallberg."},
	{.id = "single",
	 .date = "2022-04-02",
	 .text = "“Ropes are dear,” said Captain Ella Bergman.\n\n“Sails are torn,” said pilot "
		 "Jon Hallberg."},
};

/* With a people file, Jo is Ella Bergman, who is a captain there too. */
static const char people[] = "Ella Bergman\tJo\nElla Bergman\t\tCaptain\n";

/* The first words of what is found, the newest first; the same with the people file. */
static const struct {
	const char *query, *speaker, *found;
} cases[] = {
	{"role:captain", NULL, "Ropes Lanterns"},
	{"role:captain speaker:Bergman", NULL, "Ropes Lanterns"},
	{"role:captain speaker:Hallberg", NULL, ""},
	{"role:pilot speaker:Hallberg", NULL, "Sails Lanterns"},
	{"role:captain", "Bergman", "Ropes Lanterns"},
	{"role:captain", "Hallberg", ""},
	{"role:pilot,captain speaker:Hallberg", NULL, "Sails Lanterns"},
	{"role:captain speaker:Hallberg,Bergman", NULL, "Ropes Lanterns"},
	{"role:captain speaker:pilot", NULL, ""}, /* an office in the place of a name */
	{"role:captain speaker:pilot,captain", NULL, "Ropes Lanterns"},
	{"role:captain speaker:pilot,Bergman", NULL, "Ropes Lanterns"},
	{"role:captain", "pilot", ""},
	/* Two who spoke as one may each be asked for. */
	{"speaker:Bergman", "Hallberg", "Lanterns"},
	{"speaker:Bergman role:captain", "Hallberg", ""},
	/* What is left out is left out whoever has it. */
	{"-role:captain speaker:Hallberg", NULL, "Sails"},
	{"-speaker:Bergman role:pilot", NULL, "Sails"},
};

/* ---- Code ---- */

static void set_up(void)
{
	open_stories(stories, CASES(stories), 0);
}

static void use_people(void)
{
	put_file("who.tsv", people);
	OK(brad_index_use_people(opened, path_of("who.tsv"), &error));
}

START_TEST(same_person)
{
	for (int listed = 0; listed < 2; listed++) {
		if (listed) use_people();
		for (int i = 0; i < CASES(cases); i++) {
			brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
			brad_results *results;
			char found[128];
			options.query = cases[i].query;
			options.speaker = cases[i].speaker;
			options.sort = BRAD_SORT_NEWEST;
			OK(brad_index_search(opened, &options, &results, &error));
			list_hits(results, found);
			ck_assert_msg(strcmp(found, cases[i].found) == 0, "%s of %s%s: %s, not %s",
				      cases[i].query,
				      cases[i].speaker ? cases[i].speaker : "anybody",
				      listed ? ", listed" : "", found, cases[i].found);
			brad_results_free(results);
		}
	}
}
END_TEST

/* How many speakers have a name. */
static size_t count_speakers(const char *name)
{
	brad_people *list;
	const brad_person *rows;
	OK(brad_index_speakers(opened, name, &list, &error));
	size_t count = brad_people_rows(list, &rows);
	brad_people_free(list);
	return count;
}

/* A file is in use until another is; where there is none to be found, until that was looked for. */
START_TEST(people_in_use)
{
	put_file("other.tsv", "Ilse Marn\tJon Hallberg\n");
	put_file("bad.tsv", "\tno name\n");
	ck_assert_uint_eq(count_speakers("Ilse Marn"), 0);
	OK(brad_index_use_people(opened, path_of("other.tsv"), &error));
	ck_assert_uint_eq(count_speakers("Ilse Marn"), 1);
	ck_assert_int_eq(brad_index_use_people(opened, path_of("bad.tsv"), &error), BRAD_EINPUT);
	ck_assert_int_eq(brad_index_use_people(opened, path_of("none.tsv"), &error), BRAD_EIO);
	ck_assert_uint_eq(count_speakers("Ilse Marn"), 1);
	OK(brad_index_use_people(opened, NULL, &error));
	ck_assert_uint_eq(count_speakers("Ilse Marn"), 0);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("who");
	TCase *t = tcase_create("who");
	tcase_add_checked_fixture(t, set_up, close_stories);
	tcase_add_test(t, same_person);
	tcase_add_test(t, people_in_use);
	suite_add_tcase(suite, t);
	return run_suite(suite);
}
