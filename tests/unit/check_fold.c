/* Which sentences are folded into which, over a few articles of an invented town.
 *
 * Each case is asked of two indexes of the same articles: at once, and one by one. */
#include "stories.h"

/* ---- Cases ---- */

static const struct story stories[] = {
	{.id = "wire",
	 .date = "2021-02-03",
	 .text = "The harbour board refused to lower any of the fees. Skippers were furious about "
		 "that decision. Nobody would pay."},
	{.id = "herald",
	 .date = "2021-02-04",
	 .text = "The harbour board refused to lower any of the fees. Skippers were furious about "
		 "that decision. Nobody would pay."},
	{.id = "echo",
	 .date = "2021-02-05",
	 .text = "The harbour board also refused to lower any of the fees. Skippers were angry "
		 "about that decision. Nobody would pay."},
	{.id = "post", .text = "The harbour board refused to lower any of the fees. Rain fell."},
	{.id = "other",
	 .date = "2020-01-01",
	 .text = "Nobody would pay. The harbour board agreed to lower all fees."},
	{.id = "twice",
	 .date = "2022-01-01",
	 .text = "Lifeboats are paid for by the town alone. Rain fell on it. Lifeboats are paid "
		 "for by the town alone."},
	{.id = "noon", .date = "2021-05-05", .text = "Tide tables come out in print again."},
	{.id = "morning", .date = "2021-05-05", .text = "Tide tables come out in print again."},
};

enum { STORIES = CASES(stories) };

/* Hits as "ARTICLE:other articles@article of the first day(copies, ! if not in all words)". */
static const struct {
	const char *query;
	brad_sort sort;
	uint32_t offset, limit, total, statements;
	const char *found;
} cases[] = {
	/* Of two on one day, the hit is as early as the other. */
	{"tide", BRAD_SORT_RELEVANCE, 0, 20, 2, 1, "morning:1@morning(noon)"},
	{"refused", BRAD_SORT_OLDEST, 0, 20, 4, 1, "wire:3@wire(herald echo! post)"},
	{"refused", BRAD_SORT_NEWEST, 0, 20, 4, 1, "echo:3@wire(wire! herald! post!)"},
	{"board", BRAD_SORT_OLDEST, 0, 20, 5, 2, "other:0@other() wire:3@wire(herald echo! post)"},
	{"board", BRAD_SORT_OLDEST, 1, 20, 5, 2, "wire:3@wire(herald echo! post)"},
	{"board", BRAD_SORT_OLDEST, 2, 20, 5, 2, ""},
	{"board", BRAD_SORT_OLDEST, 0, 1, 5, 0, "other:0@other()"},
	{"board", BRAD_SORT_OLDEST, 0, 0, 5, 0, ""},
	/* Short ones, only beside others. */
	{"nobody", BRAD_SORT_OLDEST, 0, 20, 4, 3,
	 "other:0@other() wire:1@wire(herald) echo:0@echo()"},
	{"rain", BRAD_SORT_OLDEST, 0, 20, 2, 2, "twice:0@twice() post:0@()"},
	{"furious OR angry", BRAD_SORT_OLDEST, 0, 20, 3, 2, "wire:1@wire(herald) echo:0@echo()"},
	{"lifeboats", BRAD_SORT_OLDEST, 0, 20, 2, 1, "twice:0@twice(twice)"},
};

/* ---- Code ---- */

static brad_index *indexes[2];

static void make_indexes(void)
{
	make_directory();
	for (int one_by_one = 0; one_by_one < 2; one_by_one++) {
		const char *where = path_of(one_by_one ? "one by one" : "at once");
		write_stories(where, stories, STORIES, (size_t)one_by_one);
		OK(brad_index_open(where, &indexes[one_by_one], &error));
	}
}

static void free_indexes(void)
{
	for (int i = 0; i < 2; i++) brad_index_free(indexes[i]);
	remove_directory();
}

static void describe(const brad_results *results, char *out, size_t room)
{
	const brad_hit *hit;
	*out = '\0';
	for (size_t i = 0; (hit = brad_results_hit(results, i)); i++) {
		size_t n = strlen(out);
		snprintf(out + n, room - n, "%s%s:%zu@%s(", i ? " " : "", hit->article,
			 hit->copy_articles, hit->first_article ? hit->first_article : "");
		for (size_t k = 0; k < hit->copy_count; k++) {
			const brad_copy *copy = &hit->copies[k];
			ck_assert(strncmp(copy->sentence, copy->article, strlen(copy->article)) ==
				  0);
			n = strlen(out);
			snprintf(out + n, room - n, "%s%s%s", k ? " " : "", copy->article,
				 copy->same_words ? "" : "!");
		}
		n = strlen(out);
		snprintf(out + n, room - n, ")");
	}
}

START_TEST(folds)
{
	for (size_t i = 0; i < CASES(cases); i++)
		for (int k = 0; k < 2; k++) {
			brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
			brad_results *results;
			char got[512];
			options.query = cases[i].query;
			options.sort = cases[i].sort;
			options.offset = cases[i].offset;
			options.limit = cases[i].limit;
			options.fold = true;
			OK(brad_index_search(indexes[k], &options, &results, &error));
			describe(results, got, sizeof got);
			ck_assert_msg(strcmp(got, cases[i].found) == 0, "%s, index %d: %s, not %s",
				      cases[i].query, k, got, cases[i].found);
			ck_assert_uint_eq(brad_results_total(results), cases[i].total);
			ck_assert_msg(brad_results_statements(results) == cases[i].statements,
				      "%s: %zu statements", cases[i].query,
				      (size_t)brad_results_statements(results));
			if (brad_results_hit(results, 0))
				ck_assert_uint_eq(brad_results_hit(results, 0)->rank,
						  cases[i].offset + 1);
			brad_results_free(results);
		}
}
END_TEST

/* Without being asked, and in the scope of articles, nothing is folded. */
START_TEST(leaves_alone)
{
	for (int scope = BRAD_SCOPE_SENTENCE; scope <= BRAD_SCOPE_ARTICLE; scope++) {
		brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
		brad_results *results;
		options.query = "refused";
		options.scope = (brad_scope)scope;
		options.fold = scope == BRAD_SCOPE_ARTICLE;
		OK(brad_index_search(indexes[0], &options, &results, &error));
		ck_assert_uint_eq(brad_results_count(results), 4);
		ck_assert_uint_eq(brad_results_statements(results), 0);
		ck_assert_uint_eq(brad_results_hit(results, 0)->copy_count, 0);
		ck_assert_ptr_null(brad_results_hit(results, 0)->first_article);
		brad_results_free(results);
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("fold");
	TCase *t = tcase_create("fold");
	tcase_add_unchecked_fixture(t, make_indexes, free_indexes);
	tcase_add_test(t, folds);
	tcase_add_test(t, leaves_alone);
	suite_add_tcase(suite, t);
	return run_suite(suite);
}
