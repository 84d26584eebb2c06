/* Which statements are like one, over a few articles of an invented town. */
#include <bradsearch.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- Cases ---- */

static const struct {
	const char *id, *date, *text;
} stories[] = {
	{"wire", "2021-02-03", "“Mooring fees for trawlers must double,” said Ida Marsh."},
	{"copy", "2021-02-04", "“Mooring fees for trawlers must double,” said Ida Marsh."},
	{"echo", "2021-02-05", "“Mooring fees for trawlers are a scandal,” said Tom Brook."},
	{"post", "2021-02-06", "“Mooring fees for trawlers were never low,” said Ida Marsh."},
	{"other", "2020-01-01",
	 "The lighthouse opens to visitors in spring. It was painted white."},
};

enum { STORIES = sizeof stories / sizeof *stories };

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

static char directory[] = "/tmp/check_like.XXXXXX";
static brad_index *news;

static void make_index(void)
{
	brad_writer *writer;
	ck_assert_ptr_nonnull(mkdtemp(directory));
	ck_assert_int_eq(brad_writer_open(directory, NULL, &writer, NULL), BRAD_OK);
	for (size_t i = 0; i < STORIES; i++) {
		brad_document document = BRAD_DOCUMENT_INIT;
		document.id = stories[i].id;
		document.text = stories[i].text;
		document.text_length = strlen(stories[i].text);
		ck_assert_int_eq(brad_date_read(stories[i].date, &document.date, NULL), BRAD_OK);
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

/* The id of a sentence of an article, for free(). */
static char *find_sentence(const char *article, size_t number)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	char *id = NULL;
	options.sort = BRAD_SORT_OLDEST;
	ck_assert_int_eq(brad_index_search(news, &options, &results, NULL), BRAD_OK);
	const brad_hit *hit;
	for (size_t i = 0; (hit = brad_results_hit(results, i)) && !id; i++)
		if (strcmp(hit->article, article) == 0 && number-- == 0) id = strdup(hit->sentence);
	brad_results_free(results);
	ck_assert_ptr_nonnull(id);
	return id;
}

START_TEST(likes)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
		brad_results *results;
		brad_error error;
		char *id = find_sentence(cases[i].article, cases[i].number), got[128] = "";
		options.query = "lighthouse"; /* which is not asked for */
		options.speaker = cases[i].speaker;
		options.offset = cases[i].offset;
		options.limit = cases[i].limit;
		if (cases[i].from)
			ck_assert_int_eq(brad_date_read(cases[i].from, &options.from, NULL),
					 BRAD_OK);
		if (brad_index_like(news, id, &options, &results, &error) != BRAD_OK)
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
	brad_error error;
	ck_assert_int_eq(brad_index_like(news, NULL, &options, &results, NULL), BRAD_EINVAL);
	ck_assert_int_eq(brad_index_like(news, "wire", &options, &results, &error), BRAD_EINVAL);
	ck_assert_int_eq(brad_index_like(news, "wire#00000000", &options, &results, &error),
			 BRAD_ENOTFOUND);
	ck_assert_int_eq(brad_index_like(news, "none#00000000", &options, &results, &error),
			 BRAD_ENOTFOUND);
	ck_assert_ptr_null(results);
	options.size = 0;
	ck_assert_int_eq(brad_index_like(news, "wire#00000000", &options, &results, &error),
			 BRAD_EINVAL);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("like");
	TCase *t = tcase_create("like");
	tcase_add_unchecked_fixture(t, make_index, remove_index);
	tcase_add_test(t, likes);
	tcase_add_test(t, fails);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
