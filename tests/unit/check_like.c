/* Which statements are like one, over a few articles of an invented town. */
#include "stories.h"

/* ---- Cases ---- */

static const struct story stories[] = {
	{.id = "wire",
	 .date = "2021-02-03",
	 .text = "“Mooring fees for trawlers must double,” said Ida Marsh."},
	{.id = "copy",
	 .date = "2021-02-04",
	 .text = "“Mooring fees for trawlers must double,” said Ida Marsh."},
	{.id = "echo",
	 .date = "2021-02-05",
	 .text = "“Mooring fees for trawlers are a scandal,” said Tom Brook."},
	{.id = "post",
	 .date = "2021-02-06",
	 .text = "“Mooring fees for trawlers were never low,” said Ida Marsh."},
	{.id = "other",
	 .date = "2020-01-01",
	 .text = "The lighthouse opens to visitors in spring. It was painted white."},
};

enum { STORIES = CASES(stories) };

/* Sentences are named by the article and their number among its hits in order. */
static const struct {
	const char *article;
	size_t number;
	const char *speaker, *from;
	uint32_t offset, limit, total;
	const char *found;
} cases[] = {
	{"wire", 0, NULL, NULL, 0, 20, 2, "post echo"},
	{"copy", 0, NULL, NULL, 0, 20, 2, "post echo"},
	{"echo", 0, NULL, NULL, 0, 20, 2, "post copy+1"},
	{"echo", 0, NULL, NULL, 1, 20, 2, "copy+1"},
	{"echo", 0, NULL, NULL, 0, 1, 2, "post"},
	{"echo", 0, "Marsh", "2021-02-05", 0, 20, 1, "post"},
	{"wire", 0, "Brook", NULL, 0, 20, 1, "echo"},
	{"wire", 0, NULL, "2022", 0, 20, 0, ""},
	{"other", 0, NULL, NULL, 0, 20, 0, ""},
	{"other", 1, NULL, NULL, 0, 20, 0, ""},
};

/* ---- Code ---- */

static void make_index(void)
{
	open_stories(stories, STORIES, 0);
}

/* The id of a sentence of an article, for free(). */
static char *find_sentence(const char *article, size_t number)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	char *id = NULL;
	options.sort = BRAD_SORT_OLDEST;
	OK(brad_index_search(opened, &options, &results, &error));
	const brad_hit *hit;
	for (size_t i = 0; (hit = brad_results_hit(results, i)) && !id; i++)
		if (strcmp(hit->article, article) == 0 && number-- == 0) id = strdup(hit->sentence);
	brad_results_free(results);
	ck_assert_ptr_nonnull(id);
	return id;
}

START_TEST(likes)
{
	for (size_t i = 0; i < CASES(cases); i++) {
		brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
		brad_results *results;
		char *id = find_sentence(cases[i].article, cases[i].number), got[128] = "";
		options.query = "lighthouse"; /* which is not asked for */
		options.speaker = cases[i].speaker;
		options.offset = cases[i].offset;
		options.limit = cases[i].limit;
		read_day(cases[i].from, &options.from);
		if (brad_index_like(opened, id, &options, &results, &error) != BRAD_OK)
			ck_abort_msg("%s: %s", id, error.message);
		const brad_hit *hit;
		for (size_t k = 0; (hit = brad_results_hit(results, k)); k++) {
			size_t n = strlen(got);
			ck_assert_uint_eq(hit->rank, cases[i].offset + k + 1);
			ck_assert_uint_gt(hit->mark_count, 1);
			n += (size_t)snprintf(got + n, sizeof got - n, "%s%s", k ? " " : "",
					      hit->article);
			if (hit->copy_count)
				snprintf(got + n, sizeof got - n, "+%zu", hit->copy_count);
		}
		ck_assert_msg(strcmp(got, cases[i].found) == 0, "case %zu: %s, not %s", i, got,
			      cases[i].found);
		ck_assert_uint_eq(brad_results_total(results), cases[i].total);
		brad_results_free(results);
		free(id);
	}
}
END_TEST

START_TEST(fails)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	ck_assert_int_eq(brad_index_like(opened, NULL, &options, &results, NULL), BRAD_EINVAL);
	ck_assert_int_eq(brad_index_like(opened, "wire", &options, &results, &error), BRAD_EINVAL);
	ck_assert_int_eq(brad_index_like(opened, "wire#00000000", &options, &results, &error),
			 BRAD_ENOTFOUND);
	ck_assert_int_eq(brad_index_like(opened, "none#00000000", &options, &results, &error),
			 BRAD_ENOTFOUND);
	ck_assert_ptr_null(results);
	options.size = 0;
	ck_assert_int_eq(brad_index_like(opened, "wire#00000000", &options, &results, &error),
			 BRAD_EINVAL);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("like");
	TCase *t = tcase_create("like");
	tcase_add_unchecked_fixture(t, make_index, close_stories);
	tcase_add_test(t, likes);
	tcase_add_test(t, fails);
	suite_add_tcase(suite, t);
	return run_suite(suite);
}
