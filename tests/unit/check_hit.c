/* What is told of a sentence that was found? */
#include "town.h"

/* ---- Cases ---- */

/* The bytes marked, in brackets. */
static const struct {
	const char *query, *text;
} mark_cases[] = {
	{"ferry monday", "[Ferry] fares in Quillmouth rose on [Monday]."},
	{"monday -quay", "Ferry fares in Quillmouth rose on [Monday]."},
	{"\"rose on monday\" monday", "Ferry fares in Quillmouth [rose on Monday]."},
	{"owner cafe", "[Owners] may not co-operate with a [café]."},
	{"co-operates", "Owners may not [co-operate] with a café."},
	{"old will", "Yesterday Will Keane sold his [old] boat."},
	{"old Will", "Yesterday [Will] Keane sold his [old] boat."},
	{"\"each expense\" the", "Trains will go to the quay, and [each expense] is known."},
	{"£2.5M slow", "[Slow] ferries cost the town £[2.5m]."},
	{"expenses*", "Tickets list the ferry [expenses]."},
	{"\"ros* on\" monday", "Ferry fares in Quillmouth [rose on] [Monday]."},
	{"\"monday rose\"~2", "Ferry fares in Quillmouth [rose] on [Monday]."},
	{"tickets article:(list monday)", "[Tickets] [list] the ferry expenses."},
	{"tickets -article:(quay) date:2021", "[Tickets] list the ferry expenses."},
};

/* ---- Code ---- */

START_TEST(test_marks)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	char marked[512] = "";
	options.query = mark_cases[_i].query;
	OK(brad_index_search(indexes[1], &options, &results, &error));
	const brad_hit *hit = brad_results_hit(results, 0);
	ck_assert_ptr_nonnull(hit);
	size_t at = 0;
	for (size_t i = 0; i < hit->mark_count; i++) {
		ck_assert_uint_le(at, hit->marks[i].start);
		strncat(marked, hit->text + at, hit->marks[i].start - at);
		strcat(marked, "[");
		strncat(marked, hit->text + hit->marks[i].start,
			hit->marks[i].end - hit->marks[i].start);
		strcat(marked, "]");
		at = hit->marks[i].end;
	}
	strcat(marked, hit->text + at);
	ck_assert_str_eq(marked, mark_cases[_i].text);
	brad_results_free(results);
}
END_TEST

/* All who spoke together are told. */
START_TEST(test_speakers)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	options.query = "lifeboats";
	OK(brad_index_search(indexes[0], &options, &results, &error));
	const brad_hit *hit = brad_results_hit(results, 0);
	ck_assert_uint_eq(hit->speaker_count, 2);
	ck_assert_str_eq(hit->speakers[0].name, "Anna Keller");
	ck_assert_str_eq(hit->speakers[1].name, "Tom Varga");
	brad_results_free(results);
}
END_TEST

/* All that a hit tells of its sentence and article; it outlives the index. */
START_TEST(test_hit)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	brad_index *index;
	options.query = "passengers";
	options.context = 5;
	OK(brad_index_open(path_of("0"), &index, &error));
	OK(brad_index_search(index, &options, &results, &error));
	brad_index_free(index);
	const brad_hit *hit = brad_results_hit(results, 0);
	ck_assert_str_eq(hit->article, "a1");
	ck_assert_str_eq(hit->title, "Headline on harbour fares");
	ck_assert_str_eq(hit->source, "Harbour Times");
	ck_assert_str_eq(hit->path, "/news/a1.txt");
	ck_assert_ptr_null(hit->url);
	ck_assert_int_eq(hit->date.day, 5);
	ck_assert_int_eq(hit->date_from, BRAD_DATE_METADATA);
	ck_assert_int_eq(hit->role, BRAD_ROLE_BODY);
	ck_assert_int_eq(hit->said, BRAD_SAID_DIRECT);
	ck_assert_uint_eq(hit->speaker_count, 1);
	ck_assert_str_eq(hit->speakers[0].name, "Anna Keller");
	ck_assert_ptr_nonnull(hit->speakers[0].role);
	ck_assert(hit->confidence > 0 && hit->confidence <= 1);
	ck_assert_uint_eq(hit->span.end - hit->span.start, strlen(hit->text));
	ck_assert_mem_eq(stories[0].text + hit->span.start, hit->text, strlen(hit->text));
	ck_assert_uint_eq(hit->before_count, 1);
	ck_assert_str_eq(hit->before[0], "Ferry fares in Quillmouth rose on Monday.");
	ck_assert_uint_eq(hit->after_count, 1);
	ck_assert_str_eq(hit->after[0], "Tickets list the ferry expenses.");
	brad_results_free(results);
}
END_TEST

/* As many sentences on each side as there are, or as are asked for, in their order. */
START_TEST(test_context)
{
	static const struct story pond = {.id = "pond",
					  .title = "Pond",
					  .text = "Ants slept. Bees slept. Crows slept. Ducks "
						  "slept. Eels slept. Frogs slept. Gnats slept. "
						  "Hens slept."};
	/* The first letters of the sentences, by how many were asked for. */
	static const char *const around[] = {"<>",       "D<>F",      "CD<>FG",
					     "BCD<>FGH", "ABCD<>FGH", "ABCD<>FGH"};
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_index *index;
	write_stories(path_of("pond"), &pond, 1, 0);
	OK(brad_index_open(path_of("pond"), &index, &error));
	options.query = "eels";
	for (uint32_t n = 0; n < CASES(around); n++) {
		brad_results *results;
		char found[64] = "";
		options.context = n;
		OK(brad_index_search(index, &options, &results, &error));
		const brad_hit *hit = brad_results_hit(results, 0);
		for (size_t i = 0; i < hit->before_count; i++) strncat(found, hit->before[i], 1);
		strcat(found, "<>");
		for (size_t i = 0; i < hit->after_count; i++) strncat(found, hit->after[i], 1);
		ck_assert_str_eq(found, around[n]);
		brad_results_free(results);
	}
	brad_index_free(index);
}
END_TEST

/* A title given apart from the text has no place in it. */
START_TEST(test_title)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	options.query = "headline";
	OK(brad_index_search(indexes[0], &options, &results, &error));
	const brad_hit *hit = brad_results_hit(results, 0);
	ck_assert_str_eq(hit->text, stories[0].title);
	ck_assert_int_eq(hit->role, BRAD_ROLE_TITLE);
	ck_assert_uint_eq(hit->span.end, 0);
	ck_assert_uint_eq(hit->speaker_count, 0);
	brad_results_free(results);
}
END_TEST

/* The id of a sentence is of its words alone; the same again gets a number. */
START_TEST(test_sentence_ids)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	options.query = "boats leave";
	OK(brad_index_search(indexes[0], &options, &results, &error));
	const char *first = brad_results_hit(results, 0)->sentence;
	const char *second = brad_results_hit(results, 1)->sentence;
	ck_assert_uint_eq(strlen(first), strlen("a4#01234567"));
	ck_assert_uint_eq(strspn(first + 3, "0123456789abcdef"), 8);
	ck_assert_uint_eq(strncmp(first, second, strlen(first)), 0);
	ck_assert_str_eq(second + strlen(first), ".2");
	brad_results_free(results);
}
END_TEST

/* Lines are counted in a file that is one article, not in a line of JSON. */
START_TEST(test_lines)
{
	brad_writer *writer;
	brad_index *index;
	brad_results *results;
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	OK(brad_writer_open(path_of("lines"), NULL, &writer, &error));
	FILE *file = fopen(path_of("story.txt"), "w");
	fputs("Rain fell on the pier.\n\nGulls stayed on the roof.\n", file);
	fclose(file);
	file = fopen(path_of("story.jsonl"), "w");
	fputs("{\"id\": \"j1\", \"text\": \"Snow fell.\"}\n"
	      "{\"id\": \"j2\", \"text\": \"Hail fell.\\n\\nGeese stayed.\"}\n",
	      file);
	fclose(file);
	OK(brad_writer_add_path(writer, path_of("story.txt"), &error));
	OK(brad_writer_add_path(writer, path_of("story.jsonl"), &error));
	OK(brad_writer_commit(writer, NULL, &error));
	brad_writer_free(writer);
	OK(brad_index_open(path_of("lines"), &index, &error));
	options.query = "gulls";
	OK(brad_index_search(index, &options, &results, &error));
	ck_assert_uint_eq(brad_results_hit(results, 0)->line, 3);
	brad_results_free(results);
	options.query = "geese";
	OK(brad_index_search(index, &options, &results, &error));
	ck_assert_uint_eq(brad_results_hit(results, 0)->line, 2);
	brad_results_free(results);
	brad_index_free(index);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("hit");
	TCase *cases = tcase_create("hit");
	tcase_set_timeout(cases, 60);
	tcase_add_unchecked_fixture(cases, make_indexes, free_indexes);
	tcase_add_loop_test(cases, test_marks, 0, CASES(mark_cases));
	tcase_add_test(cases, test_hit);
	tcase_add_test(cases, test_context);
	tcase_add_test(cases, test_speakers);
	tcase_add_test(cases, test_title);
	tcase_add_test(cases, test_sentence_ids);
	tcase_add_test(cases, test_lines);
	suite_add_tcase(suite, cases);
	return run_suite(suite);
}
