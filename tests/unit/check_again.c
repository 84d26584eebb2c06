/* Is a sentence found again by its id, with all that a search tells of it? */
#include <bradsearch.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- Cases ---- */

static const struct {
	const char *id, *title, *text;
} stories[] = {
	{"t1", "The tide turns",
	 "The tide turns. Gulls cry. The tide, it turns. Gulls cry! Gulls cry?"},
	{"odd#12345678", NULL, "“Nets dry slowly,” said Ida Marsh, a cook."},
	{"shore/t2.txt", NULL, "Sand blows. Anglers wait on the pier."},
	{"beach/t2.txt", NULL, "Shells lie about."},
	{"advert", NULL, " \n"},
};

/* Ids that are asked for in the index of these; those of sentences are in `ids`. */
static const struct {
	const char *id;
	brad_status status;
	const char *message; /* of it, the beginning */
} bad_cases[] = {
	{NULL, BRAD_EINVAL, "a sentence is found by its id"},
	{"t1", BRAD_EINVAL, "'t1' is no sentence's id"},
	{"t3#12345678", BRAD_ENOTFOUND, "no article 't3'"},
	{"t1#12345678", BRAD_ENOTFOUND, "no sentence 't1#12345678': the article"},
	{"t2.txt#12345678", BRAD_EINVAL, "several articles match 't2.txt'"},
	{"advert#00000000", BRAD_ENOTFOUND, "no sentence 'advert#00000000': the article"},
};

/* ---- Code ---- */

static char directory[] = "/tmp/check_again.XXXXXX";
static brad_index *index_made;

static void write_stories(size_t count, const char *changed)
{
	brad_writer *writer;
	brad_error err;
	ck_assert_msg(brad_writer_open(directory, NULL, &writer, &err) == BRAD_OK, "%s",
		      err.message);
	for (size_t i = 0; i < count; i++) {
		brad_document d = BRAD_DOCUMENT_INIT;
		d.id = stories[i].id;
		d.title = stories[i].title;
		d.text = i == 0 && changed ? changed : stories[i].text;
		d.text_length = strlen(d.text);
		ck_assert_msg(brad_writer_add(writer, &d, &err) == BRAD_OK, "%s", err.message);
	}
	ck_assert_msg(brad_writer_commit(writer, NULL, &err) == BRAD_OK, "%s", err.message);
	brad_writer_free(writer);
	brad_index_free(index_made);
	ck_assert_msg(brad_index_open(directory, &index_made, &err) == BRAD_OK, "%s", err.message);
}

static void set_up(void)
{
	memcpy(directory + strlen(directory) - 6, "XXXXXX", 6);
	index_made = NULL;
	ck_assert_ptr_nonnull(mkdtemp(directory));
	write_stories(sizeof stories / sizeof *stories, NULL);
}

static void tear_down(void)
{
	char command[128];
	brad_index_free(index_made);
	snprintf(command, sizeof command, "rm -r '%s'", directory);
	ck_assert_int_eq(system(command), 0);
}

static brad_results *everything(void)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *all;
	options.limit = 100;
	ck_assert_int_eq(brad_index_search(index_made, &options, &all, NULL), BRAD_OK);
	return all;
}

/* Every sentence of the index has an id of its own, by which it is found. */
START_TEST(test_found)
{
	brad_results *all = everything(), *one;
	ck_assert_uint_eq(brad_results_count(all), 10);
	ck_assert_uint_eq(brad_index_about(index_made)->sentences, 10);
	for (size_t i = 0; i < brad_results_count(all); i++) {
		const brad_hit *hit = brad_results_hit(all, i);
		for (size_t k = 0; k < i; k++)
			ck_assert_str_ne(hit->sentence, brad_results_hit(all, k)->sentence);
		ck_assert_int_eq(brad_index_sentence(index_made, hit->sentence, 1, &one, NULL),
				 BRAD_OK);
		ck_assert_uint_eq(brad_results_count(one), 1);
		ck_assert_uint_eq(brad_results_total(one), 1);
		const brad_hit *found = brad_results_hit(one, 0);
		ck_assert_str_eq(found->text, hit->text);
		ck_assert_str_eq(found->sentence, hit->sentence);
		ck_assert_uint_eq(found->span.start, hit->span.start);
		ck_assert_uint_eq(found->speaker_count, hit->speaker_count);
		ck_assert_uint_eq(found->rank, 1);
		ck_assert_uint_le(found->after_count, 1);
		brad_results_free(one);
	}
	brad_results_free(all);
}
END_TEST

START_TEST(test_bad)
{
	brad_results *results;
	brad_error err;
	ck_assert_int_eq(brad_index_sentence(index_made, bad_cases[_i].id, 0, &results, &err),
			 bad_cases[_i].status);
	ck_assert_ptr_null(results);
	ck_assert_msg(strncmp(err.message, bad_cases[_i].message, strlen(bad_cases[_i].message)) ==
			      0,
		      "%s", err.message);
}
END_TEST

/* An edited article keeps the ids of what it keeps. */
START_TEST(test_kept)
{
	brad_results *before = everything(), *one;
	char id[64];
	brad_error err;
	size_t i = 0;
	while (strcmp(brad_results_hit(before, i)->text, "Gulls cry.") != 0) i++;
	snprintf(id, sizeof id, "%s", brad_results_hit(before, i)->sentence);
	write_stories(1, "New words come first. Gulls cry. And last.");
	ck_assert_int_eq(brad_index_sentence(index_made, id, 0, &one, NULL), BRAD_OK);
	ck_assert_uint_eq(brad_results_hit(one, 0)->span.start, 22);
	brad_results_free(one);
	write_stories(1, "Gulls have gone.");
	ck_assert_int_eq(brad_index_sentence(index_made, id, 0, &one, &err), BRAD_ENOTFOUND);
	ck_assert_ptr_nonnull(strstr(err.message, "the article has no such words any more"));
	brad_results_free(before);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("again");
	TCase *found = tcase_create("found");
	tcase_add_checked_fixture(found, set_up, tear_down);
	tcase_add_test(found, test_found);
	tcase_add_loop_test(found, test_bad, 0, sizeof bad_cases / sizeof *bad_cases);
	tcase_add_test(found, test_kept);
	suite_add_tcase(suite, found);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
