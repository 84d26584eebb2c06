/* Does the id of a sentence find that sentence again, and nothing else any? */
#include "stories.h"

#include "search/identity.h"

/* ---- Cases ---- */

static const struct story stories[] = {
	{.id = "a#1",
	 .path = "/news/one.txt",
	 .text = "Boats leave at noon. Crews rest. BOATS leave at noon!\n"},
	{.id = "b2",
	 .path = "/news/two.txt",
	 .text = "Boats leave at noon. Nobody waits for them.\n"},
	{.id = "c3", .path = "/mail/two.txt", .text = "Trains are late.\n"},
};

enum { STORIES = CASES(stories), SENTENCES = 6 };

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

static void make_index(void)
{
	open_stories(stories, STORIES, 0);
}

static void check_found(const char *id, const char *expected)
{
	struct bs_segment *segment;
	struct bs_arena arena = {0};
	uint32_t document = 0;
	if (bs_sentence_find(opened, id, &segment, &document, &error) != BRAD_OK)
		ck_abort_msg("%s: %s", id, error.message);
	ck_assert_str_eq(bs_sentence_id(&arena, segment, document), expected);
	bs_arena_free(&arena);
}

START_TEST(finds)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	OK(brad_index_search(opened, &options, &results, &error));
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
	for (size_t i = 0; i < CASES(wrong_cases); i++) {
		struct bs_segment *segment;
		uint32_t document;
		brad_status status =
			bs_sentence_find(opened, wrong_cases[i].id, &segment, &document, &error);
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
	tcase_add_unchecked_fixture(t, make_index, close_stories);
	tcase_add_test(t, finds);
	tcase_add_test(t, fails);
	suite_add_tcase(suite, t);
	return run_suite(suite);
}
