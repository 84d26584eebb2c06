/* Is a sentence found again by its id, with all that a search tells of it? */
#include "stories.h"

/* ---- Cases ---- */

static const struct story stories[] = {
	{.id = "t1",
	 .title = "The tide turns",
	 .text = "The tide turns. Gulls cry. The tide, it turns. Gulls cry! Gulls cry?"},
	{.id = "odd#12345678", .text = "“Nets dry slowly,” said Ida Marsh, a cook."},
	{.id = "shore/t2.txt", .text = "Sand blows. Anglers wait on the pier."},
	{.id = "beach/t2.txt", .text = "Shells lie about."},
	{.id = "advert", .text = " \n"},
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

static void set_up(void)
{
	open_stories(stories, CASES(stories), 0);
}

static void change_first(const char *text)
{
	struct story changed = stories[0];
	changed.text = text;
	write_stories(directory, &changed, 1, 0);
	brad_index_free(opened);
	OK(brad_index_open(directory, &opened, &error));
}

static brad_results *everything(void)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *all;
	options.limit = 100;
	OK(brad_index_search(opened, &options, &all, &error));
	return all;
}

/* Every sentence of the index has an id of its own, by which it is found. */
START_TEST(test_found)
{
	brad_results *all = everything(), *one;
	ck_assert_uint_eq(brad_results_count(all), 10);
	ck_assert_uint_eq(brad_index_about(opened)->sentences, 10);
	for (size_t i = 0; i < brad_results_count(all); i++) {
		const brad_hit *hit = brad_results_hit(all, i);
		for (size_t k = 0; k < i; k++)
			ck_assert_str_ne(hit->sentence, brad_results_hit(all, k)->sentence);
		OK(brad_index_sentence(opened, hit->sentence, 1, &one, &error));
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
	ck_assert_int_eq(brad_index_sentence(opened, bad_cases[_i].id, 0, &results, &error),
			 bad_cases[_i].status);
	ck_assert_ptr_null(results);
	ck_assert_msg(
		strncmp(error.message, bad_cases[_i].message, strlen(bad_cases[_i].message)) == 0,
		"%s", error.message);
}
END_TEST

/* An edited article keeps the ids of what it keeps. */
START_TEST(test_kept)
{
	brad_results *before = everything(), *one;
	char id[64];
	size_t i = 0;
	while (strcmp(brad_results_hit(before, i)->text, "Gulls cry.") != 0) i++;
	snprintf(id, sizeof id, "%s", brad_results_hit(before, i)->sentence);
	change_first("New words come first. Gulls cry. And last.");
	OK(brad_index_sentence(opened, id, 0, &one, &error));
	ck_assert_uint_eq(brad_results_hit(one, 0)->span.start, 22);
	brad_results_free(one);
	change_first("Gulls have gone.");
	ck_assert_int_eq(brad_index_sentence(opened, id, 0, &one, &error), BRAD_ENOTFOUND);
	ck_assert_ptr_nonnull(strstr(error.message, "the article has no such words any more"));
	brad_results_free(before);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("again");
	TCase *found = tcase_create("found");
	tcase_add_checked_fixture(found, set_up, close_stories);
	tcase_add_test(found, test_found);
	tcase_add_loop_test(found, test_bad, 0, CASES(bad_cases));
	tcase_add_test(found, test_kept);
	suite_add_tcase(suite, found);
	return run_suite(suite);
}
