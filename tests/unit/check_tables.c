/* How are the sentences found counted, grouped and listed by who said them? */
#include "town.h"

/* ---- Cases ---- */

/* Rows as VALUE=COUNT, "-" for none. */
static const struct {
	const char *query, *speaker, *from;
	brad_field field;
	uint64_t total, undated;
	const char *rows;
} count_cases[] = {
	{0, 0, 0, BRAD_FIELD_SPEAKER, 13, 0, "-=10 Anna Keller=2 Tom Varga=2"},
	{"fares", 0, 0, BRAD_FIELD_SPEAKER, 3, 0, "-=2 Tom Varga=1"},
	{0, "Varga", 0, BRAD_FIELD_SPEAKER, 2, 0, "Tom Varga=2 Anna Keller=1"},
	{0, 0, 0, BRAD_FIELD_YEAR, 13, 0, "2020=1 2021=4 2022=6 -=2"},
	{0, 0, 0, BRAD_FIELD_MONTH, 13, 0, "2020-12=1 2021-03=4 2022-01=3 2022-06=3 -=2"},
	{"ferry", 0, "2021-04", BRAD_FIELD_MONTH, 2, 1, "2022-01=1 2022-06=1"},
	{0, 0, 0, BRAD_FIELD_SOURCE, 13, 0, "Harbour Times=7 Quill Post=3 -=3"},
	{"ferry", 0, 0, BRAD_FIELD_ARTICLE, 5, 0, "a1=2 a2=1 a3=1 a4=1"},
	{"nosuchword", 0, 0, BRAD_FIELD_ARTICLE, 0, 0, ""},
	{"fares old", 0, 0, BRAD_FIELD_MENTIONED_YEAR, 0, 0, ""},
	{"yesterday OR monday OR owners", 0, 0, BRAD_FIELD_MENTIONED_YEAR, 3, 0,
	 "2021=1 2022=1 -=1"},
};

/* GROUP:FIRST WORD/HOW MANY of each hit. */
static const struct {
	const char *query, *speaker, *from;
	brad_group group;
	brad_sort sort;
	uint32_t offset, limit;
	uint64_t total, groups, ungrouped, undated;
	const char *found;
} group_cases[] = {
	{"ferry", 0, 0, BRAD_GROUP_ARTICLE, BRAD_SORT_OLDEST, 0, 9, 5, 4, 0, 0,
	 "a1:Ferry/2 a4:Crews/1 a2:Fares/1 a3:Slow/1"},
	{"ferry", 0, 0, BRAD_GROUP_ARTICLE, BRAD_SORT_NEWEST, 1, 2, 5, 4, 0, 0,
	 "a4:Crews/1 a1:Ferry/2"},
	{"fares ferry", 0, 0, BRAD_GROUP_ARTICLE, BRAD_SORT_RELEVANCE, 0, 9, 2, 2, 0, 0,
	 "a2:Fares/1 a1:Ferry/1"},
	{"boats", 0, "2021", BRAD_GROUP_ARTICLE, BRAD_SORT_OLDEST, 0, 1, 4, 3, 0, 0,
	 "a1:Passengers/1"},
	{"ferry", 0, "2021", BRAD_GROUP_ARTICLE, BRAD_SORT_OLDEST, 0, 1, 4, 3, 0, 1, "a1:Ferry/2"},
	/* What both said is the first of each; a name orders them. */
	{0, 0, 0, BRAD_GROUP_SPEAKER, BRAD_SORT_OLDEST, 0, 9, 13, 2, 10, 0,
	 "Anna Keller:Harbours/2 Tom Varga:Harbours/2"},
	{0, 0, 0, BRAD_GROUP_SPEAKER, BRAD_SORT_NEWEST, 0, 9, 13, 2, 10, 0,
	 "Tom Varga:Fares/2 Anna Keller:Passengers/2"},
	{0, "Varga", 0, BRAD_GROUP_SPEAKER, BRAD_SORT_NEWEST, 0, 9, 2, 2, 0, 0,
	 "Tom Varga:Fares/2 Anna Keller:Harbours/1"},
	{"boats", 0, "2021", BRAD_GROUP_SPEAKER, BRAD_SORT_OLDEST, 0, 9, 4, 1, 3, 0,
	 "Anna Keller:Passengers/1"},
	{"quay", 0, 0, BRAD_GROUP_SPEAKER, BRAD_SORT_OLDEST, 0, 9, 1, 0, 1, 0, ""},
	{"nosuchword", 0, 0, BRAD_GROUP_ARTICLE, BRAD_SORT_OLDEST, 0, 9, 0, 0, 0, 0, ""},
};

/* Sentences that speak of days, by the days that they speak of. */
static const struct {
	const char *query, *speaker, *from, *to, *found;
} mention_cases[] = {
	{"fares OR boat", 0, "2021", "2021", "Ferry"},
	{"fares OR boat", 0, "2021-03-01", "2021-03-01", "Ferry"},
	{"fares OR boat", 0, "2021-03-02", "2021-03-02", ""},
	{"fares OR boat", 0, "2022-06-19", NULL, "Yesterday"},
	{"fares OR boat", 0, NULL, "2022-06-18", "Ferry Boats Boats"}, /* at noon */
	{"fares OR boat", 0, "2021", "2022", "Ferry Yesterday Boats Boats"},
	{0, "Keane", "2022", "2022", ""},
};

static const struct {
	const char *name, *rows; /* NAME sentences/articles first..last */
} speaker_cases[] = {
	{NULL, "Anna Keller 2/2 2020-12-31..2021-03-05; Tom Varga 2/2 2020-12-31..2022-06-20"},
	{"varga", "Tom Varga 2/2 2020-12-31..2022-06-20"},
	{"Keller Anna", ""},
	{"nobody", ""},
};

/* ---- Code ---- */

START_TEST(test_counts)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.query = count_cases[_i].query;
	options.speaker = count_cases[_i].speaker;
	read_day(count_cases[_i].from, &options.from);
	for (int layout = 0; layout < LAYOUTS; layout++) {
		brad_table *table;
		const brad_count *rows;
		char list[512] = "";
		brad_count_options by = BRAD_COUNT_OPTIONS_INIT;
		by.by = count_cases[_i].field;
		OK(brad_index_count(indexes[layout], &options, &by, &table, &error));
		size_t count = brad_table_rows(table, &rows);
		for (size_t i = 0; i < count; i++)
			snprintf(list + strlen(list), sizeof list - strlen(list), "%s%s=%d",
				 i ? " " : "", rows[i].value ? rows[i].value : "-",
				 (int)rows[i].count);
		ck_assert_str_eq(list, count_cases[_i].rows);
		ck_assert_uint_eq(brad_table_total(table), count_cases[_i].total);
		ck_assert_uint_eq(brad_table_undated(table), count_cases[_i].undated);
		brad_table_free(table);
	}
}
END_TEST

static void check_groups(brad_index *index, const brad_search_options *options, int i)
{
	brad_results *results;
	const brad_hit *hit;
	char list[512] = "";
	OK(brad_index_search(index, options, &results, &error));
	for (size_t k = 0; (hit = brad_results_hit(results, k)); k++) {
		size_t at = strlen(list);
		const char *word = hit->text + strspn(hit->text, "“\"");
		snprintf(list + at, sizeof list - at, "%s%s:%.*s/%d", k ? " " : "", hit->group,
			 (int)strcspn(word, " "), word, (int)hit->group_count);
	}
	ck_assert_str_eq(list, group_cases[i].found);
	ck_assert_uint_eq(brad_results_total(results), group_cases[i].total);
	ck_assert_uint_eq(brad_results_groups(results), group_cases[i].groups);
	ck_assert_uint_eq(brad_results_ungrouped(results), group_cases[i].ungrouped);
	ck_assert_uint_eq(brad_results_undated(results), group_cases[i].undated);
	brad_results_free(results);
}

START_TEST(test_groups)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.query = group_cases[_i].query;
	options.speaker = group_cases[_i].speaker;
	options.group = group_cases[_i].group;
	options.sort = group_cases[_i].sort;
	options.offset = group_cases[_i].offset;
	options.limit = group_cases[_i].limit;
	read_day(group_cases[_i].from, &options.from);
	for (int layout = 0; layout < LAYOUTS; layout++)
		check_groups(indexes[layout], &options, _i);
	options.scope = BRAD_SCOPE_ARTICLE;
	brad_results *none;
	ck_assert_int_eq(brad_index_search(indexes[0], &options, &none, &error), BRAD_EINVAL);
}
END_TEST

START_TEST(test_mentions)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.query = mention_cases[_i].query;
	options.speaker = mention_cases[_i].speaker;
	read_day(mention_cases[_i].from, &options.mentions_from);
	read_day(mention_cases[_i].to, &options.mentions_to);
	check_hits(&options, count_words(mention_cases[_i].found), 0, mention_cases[_i].found);
}
END_TEST

START_TEST(test_mentions_of_no_day)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	options.mentions_from = (brad_date){2021, 2, 30};
	ck_assert_int_eq(brad_index_search(indexes[0], &options, &results, &error), BRAD_EINVAL);
	options.mentions_from = (brad_date){2021, 0, 0};
	options.mentions_to = (brad_date){2020, 12, 31};
	ck_assert_int_eq(brad_index_search(indexes[0], &options, &results, &error), BRAD_EINVAL);
	ck_assert_ptr_null(results);
}
END_TEST

START_TEST(test_speakers)
{
	for (int layout = 0; layout < LAYOUTS; layout++) {
		brad_people *people;
		const brad_person *rows;
		char list[512] = "", first[16], last[16];
		OK(brad_index_speakers(indexes[layout], speaker_cases[_i].name, &people, &error));
		size_t count = brad_people_rows(people, &rows);
		for (size_t i = 0; i < count; i++)
			snprintf(list + strlen(list), sizeof list - strlen(list),
				 "%s%s %d/%d %s..%s", i ? "; " : "", rows[i].name,
				 (int)rows[i].sentences, (int)rows[i].articles,
				 brad_date_write(rows[i].first, first),
				 brad_date_write(rows[i].last, last));
		ck_assert_str_eq(list, speaker_cases[_i].rows);
		ck_assert(count > 0 || brad_people_note(people, 0) != NULL);
		brad_people_free(people);
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("tables");
	TCase *cases = tcase_create("tables");
	tcase_set_timeout(cases, 60);
	tcase_add_unchecked_fixture(cases, make_indexes, free_indexes);
	tcase_add_loop_test(cases, test_counts, 0, CASES(count_cases));
	tcase_add_loop_test(cases, test_groups, 0, CASES(group_cases));
	tcase_add_loop_test(cases, test_mentions, 0, CASES(mention_cases));
	tcase_add_test(cases, test_mentions_of_no_day);
	tcase_add_loop_test(cases, test_speakers, 0, CASES(speaker_cases));
	suite_add_tcase(suite, cases);
	return run_suite(suite);
}
