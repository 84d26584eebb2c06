/* Does the id of a sentence find that sentence again, and nothing else any? */
#include "search/identity.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- Cases ---- */

static const struct {
	const char *id, *path, *text;
} stories[] = {
	{"a#1", "/news/one.txt", "Boats leave at noon. Crews rest. BOATS leave at noon!\n"},
	{"b2", "/news/two.txt", "Boats leave at noon. Nobody waits for them.\n"},
	{"c3", "/mail/two.txt", "Trains are late.\n"},
};

enum { STORIES = sizeof stories / sizeof *stories, SENTENCES = 6 };

/* What each sentence is called; `end` is a shorter way to name its article. */
static const struct {
	const char *id, *end, *text;
} sentences[SENTENCES] = {
	{"a#1#aa983614", "/news/one.txt#aa983614", "Boats leave at noon."},
	{"a#1#aa983614.2", "one.txt#aa983614.2", "BOATS leave at noon!"},
	{"a#1#534430eb", "one.txt#534430eb", "Crews rest."},
	{"b2#aa983614", "news/two.txt#aa983614", "Boats leave at noon."},
	{"b2#6286638f", "./news/two.txt#6286638f", "Nobody waits for them."},
	{"c3#276bc8b3", "mail/two.txt#276bc8b3", "Trains are late."},
};

static const struct {
	const char *id;
	brad_status status;
	const char *message; /* a part of it */
} wrong_cases[] = {
	{"", BRAD_EINVAL, "no sentence's id"},
	{"b2", BRAD_EINVAL, "no sentence's id"},
	{"#aa983614", BRAD_EINVAL, "no sentence's id"},
	{"b2#", BRAD_EINVAL, "no sentence's id"},
	{"b2#aa98361", BRAD_EINVAL, "no sentence's id"},
	{"b2#AA983614", BRAD_EINVAL, "no sentence's id"},
	{"b2#aa983614x", BRAD_EINVAL, "no sentence's id"},
	{"b2#aa983614.1", BRAD_EINVAL, "no sentence's id"},
	{"b2#aa983614.", BRAD_EINVAL, "no sentence's id"},
	{"b2#aa983614.2", BRAD_ENOTFOUND, "no such words"},
	{"b2#00000000", BRAD_ENOTFOUND, "no such words"},
	{"d4#aa983614", BRAD_ENOTFOUND, "no article 'd4'"},
	{"two.txt#aa983614", BRAD_EINVAL, "several articles match"},
};

/* ---- Code ---- */

static char directory[] = "/tmp/check_identity.XXXXXX";
static brad_index *news;

static void make_index(void)
{
	brad_writer *writer;
	ck_assert_ptr_nonnull(mkdtemp(directory));
	ck_assert_int_eq(brad_writer_open(directory, NULL, &writer, NULL), BRAD_OK);
	for (size_t i = 0; i < STORIES; i++) {
		brad_document document = BRAD_DOCUMENT_INIT;
		document.id = stories[i].id;
		document.path = stories[i].path;
		document.text = stories[i].text;
		document.text_length = strlen(stories[i].text);
		ck_assert_int_eq(brad_writer_add(writer, &document, NULL), BRAD_OK);
	}
	ck_assert_int_eq(brad_writer_commit(writer, NULL, NULL), BRAD_OK);
	brad_writer_free(writer);
	ck_assert_int_eq(brad_index_open(directory, &news, NULL), BRAD_OK);
}

static void remove_index(void)
{
	char command[128];
	brad_index_free(news);
	snprintf(command, sizeof command, "rm -r %s", directory);
	ck_assert_int_eq(system(command), 0);
}

static void check_found(const char *id, const char *expected)
{
	struct bs_segment *segment;
	struct bs_arena arena = {0};
	brad_error error;
	uint32_t document = 0;
	if (bs_sentence_find(news, id, &segment, &document, &error) != BRAD_OK)
		ck_abort_msg("%s: %s", id, error.message);
	ck_assert_str_eq(bs_sentence_id(&arena, segment, document), expected);
	bs_arena_free(&arena);
}

START_TEST(finds)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	ck_assert_int_eq(brad_index_search(news, &options, &results, NULL), BRAD_OK);
	ck_assert_uint_eq(brad_results_count(results), SENTENCES);
	for (size_t i = 0; i < SENTENCES; i++) {
		size_t same = 0;
		for (size_t k = 0; k < SENTENCES; k++) {
			const brad_hit *hit = brad_results_hit(results, k);
			if (strcmp(hit->sentence, sentences[i].id) != 0) continue;
			ck_assert_str_eq(hit->text, sentences[i].text);
			same++;
		}
		ck_assert_msg(same == 1, "%s is the id of %zu sentences", sentences[i].id, same);
		check_found(sentences[i].id, sentences[i].id);
		check_found(sentences[i].end, sentences[i].id);
	}
	brad_results_free(results);
}
END_TEST

START_TEST(fails)
{
	for (size_t i = 0; i < sizeof wrong_cases / sizeof *wrong_cases; i++) {
		struct bs_segment *segment;
		uint32_t document;
		brad_error error;
		brad_status status =
			bs_sentence_find(news, wrong_cases[i].id, &segment, &document, &error);
		ck_assert_msg(status == wrong_cases[i].status, "'%s': %d", wrong_cases[i].id,
			      status);
		ck_assert_msg(strstr(error.message, wrong_cases[i].message) != NULL, "'%s': %s",
			      wrong_cases[i].id, error.message);
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("identity");
	TCase *t = tcase_create("identity");
	tcase_add_unchecked_fixture(t, make_index, remove_index);
	tcase_add_test(t, finds);
	tcase_add_test(t, fails);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
