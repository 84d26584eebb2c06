/* Which sentences does a search find, by its words, its fields and its options? */
#include "town.h"

#include <math.h>

/* ---- Cases ---- */

/* The first words of the sentences found, in their order. */
static const struct {
	const char *query, *found;
} query_cases[] = {
	{"quay", "Trains"},
	{"QUAY", "Trains"},
	{"cafe", "Owners"},
	{"café", "Owners"},
	{"children's", "Harbours"},
	{"expenses", "Trains Tickets"},
	{"\"expenses\"", "Tickets"},
	{"“expense”", "Trains"},
	{"fares", "Fares Headline Ferry"},
	{"ferry fares", "Fares Ferry"},
	{"ferry -fares", "Crews Tickets Slow"},
	{"ferry NOT (fares OR slow)", "Crews Tickets"},
	{"quay OR monday", "Trains Ferry"},
	{"slow OR quay OR nosuchword", "Trains Slow"},
	{"ferry (monday OR night)", "Crews Ferry"},
	{"the ferry", "Fares Crews Ferry Tickets Slow"},
	{"\"the ferry\"", "Fares Crews Tickets"},
	{"\"ferry the\"", ""},
	{"\"the\"", "Fares Trains Crews Passengers Tickets Slow"},
	{"the", "Fares Trains Crews Passengers Tickets Slow"},
	{"to the", "Trains"},
	{"\"to the\"", "Trains"},
	{"\"the to\"", ""},
	{"noon -the", "Boats Boats"},
	{"ferry -the", "Ferry"},
	{"old Will", "Yesterday"},
	{"quay Will", ""},
	{"quay will", "Trains"},
	{"\"will go\"", "Trains"},
	{"may not", "Owners"},
	{"co-operate", "Owners"},
	{"co-operates", "Owners"},
	{"\"co operate\"", "Owners"},
	{"\"co operates\"", ""},
	{"operate-co", ""},
	{"£2.5m", "Slow"},
	{"boats leave", "Boats Boats"},
	{"\"boats boats\"", ""},
	{"monday quay", ""},
	{"keller -anna", ""},
};

/* Filters, orders, pages and scopes.  In an article scope each article is
 * shown by its best sentence. */
static const struct {
	const char *query, *speaker, *from, *to;
	brad_sort sort;
	brad_scope scope;
	bool any, plain;
	uint32_t offset, limit;
	uint64_t total, undated;
	const char *found;
} option_cases[] = {
	{"ferry", 0, "2022", 0, 0, 0, 0, 0, 0, 20, 2, 1, "Fares Crews"},
	{"ferry", 0, "2021", "2022-01", 0, 0, 0, 0, 0, 20, 3, 1, "Crews Ferry Tickets"},
	{"ferry", 0, 0, "2021-03-05", 0, 0, 0, 0, 0, 20, 2, 1, "Ferry Tickets"},
	{"ferry", 0, "2021-03-06", "2021-12", 0, 0, 0, 0, 0, 20, 0, 1, ""},
	{"ferry", 0, 0, 0, BRAD_SORT_NEWEST, 0, 0, 0, 0, 20, 5, 0,
	 "Fares Crews Ferry Tickets Slow"},
	{"ferry", 0, 0, 0, BRAD_SORT_OLDEST, 0, 0, 0, 0, 20, 5, 0,
	 "Ferry Tickets Crews Fares Slow"},
	{"ferry", 0, 0, 0, BRAD_SORT_OLDEST, 0, 0, 0, 1, 2, 5, 0, "Tickets Crews"},
	{"ferry", 0, 0, 0, 0, 0, 0, 0, 4, 20, 5, 0, "Slow"},
	{"ferry", 0, 0, 0, 0, 0, 0, 0, 5, 20, 5, 0, ""},
	{"ferry", 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0, ""},
	{"", "Keller", 0, 0, 0, 0, 0, 0, 0, 20, 2, 0, "Passengers Harbours"},
	{0, "keller", 0, 0, BRAD_SORT_OLDEST, 0, 0, 0, 0, 20, 2, 0, "Harbours Passengers"},
	{0, "Anna KELLER", 0, 0, 0, 0, 0, 0, 0, 20, 2, 0, "Passengers Harbours"},
	{0, "Keller Anna", 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, ""},
	{0, "Kell", 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, ""},
	{0, "Varga", "2021", 0, 0, 0, 0, 0, 0, 20, 1, 0, "Fares"},
	{"boats", "Keller", 0, 0, 0, 0, 0, 0, 0, 20, 1, 0, "Passengers"},
	{"monday", "Keller", 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, ""},
	{0, 0, "2020", "2020", 0, 0, 0, 0, 0, 20, 1, 1, "Harbours"},
	{0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 13, 0, "Fares Yesterday Trains Boats Crews"},
	{"monday quay the", 0, 0, 0, 0, 0, true, 0, 0, 20, 2, 0, "Trains Ferry"},
	{"ferry -fares", 0, 0, 0, 0, 0, true, true, 0, 20, 6, 0,
	 "Fares Ferry Headline Crews Tickets Slow"},
	{"(\"quay", 0, 0, 0, 0, 0, false, true, 0, 20, 1, 0, "Trains"},
	{"ferry quay", 0, 0, 0, 0, BRAD_SCOPE_ARTICLE, 0, 0, 0, 20, 1, 0, "Trains"},
	{"passengers expenses", 0, 0, 0, 0, BRAD_SCOPE_ARTICLE, 0, 0, 0, 20, 1, 0, "Passengers"},
	{"ferry -boat", 0, 0, 0, 0, BRAD_SCOPE_ARTICLE, 0, 0, 0, 20, 1, 0, "Slow"},
	{"slow quay", 0, 0, 0, 0, BRAD_SCOPE_ARTICLE, true, 0, 0, 20, 2, 0, "Slow Trains"},
	{"ferry", 0, "2021", "2021", 0, BRAD_SCOPE_ARTICLE, 0, 0, 0, 20, 1, 1, "Ferry"},
	{"quay boat", "Varga", 0, 0, 0, BRAD_SCOPE_ARTICLE, 0, 0, 0, 20, 0, 0, ""},
	{"ferry fair", "Varga", 0, 0, 0, BRAD_SCOPE_ARTICLE, 0, 0, 0, 20, 1, 0, "Fares"},
	{0, "Varga", 0, 0, BRAD_SORT_OLDEST, BRAD_SCOPE_ARTICLE, 0, 0, 0, 20, 2, 0,
	 "Harbours Fares"},
	{0, 0, 0, 0, BRAD_SORT_NEWEST, BRAD_SCOPE_ARTICLE, 0, 0, 1, 2, 5, 0, "Boats Headline"},
};

/* What the fields of a query, stars, distances and articles mean.  Today is 2022-06-21,
 * a Tuesday; where no words are asked for, the newest come first. */
static const struct {
	const char *query;
	uint64_t undated;
	const char *found;
} language_cases[] = {
	/* Speakers */
	{"speaker:Keller", 0, "Passengers Harbours"},
	{"speaker:keller,varga", 0, "Fares Passengers Harbours"},
	{"speaker:Keller speaker:Varga", 0, "Fares Passengers Harbours"},
	{"speaker:'Anna Keller' boats", 0, "Passengers"},
	{"-speaker:Keller ferry fares", 0, "Fares Ferry"},
	{"speaker:Keller -speaker:Varga", 0, "Passengers"},
	{"speaker:Keller -boats", 0, "Harbours"},
	{"monday OR boats speaker:Keller", 0, "Passengers"},
	{"speaker:leader", 0, "Passengers"}, /* an office */
	{"role:leader", 0, "Passengers"},
	{"role:\"council leader\",nobody", 0, "Passengers"},
	{"role:leader speaker:Varga", 0, ""},
	{"speaker:Keller -role:leader", 0, "Harbours"},
	{"said:direct", 0, "Fares Passengers Harbours"},
	{"said:direct,mixed said:indirect", 0, "Fares Passengers Harbours"},
	{"-said:direct speaker:Keller,Varga", 0, ""},
	{"said:direct -said:direct", 0, ""},
	/* Days */
	{"ferry date:2022", 1, "Fares Crews"},
	{"ferry date:2021-03..2022-01", 1, "Crews Ferry Tickets"},
	{"ferry date:2021,2022-06-20", 1, "Fares Ferry Tickets"},
	{"ferry date:2022..", 1, "Fares Crews"},
	{"ferry date:..2021", 1, "Ferry Tickets"},
	{"ferry date:yesterday", 1, "Fares"},
	{"ferry date:this-month date:2021-03", 1, "Fares Ferry Tickets"},
	{"ferry date:last-week", 1, ""},
	{"ferry date:last-year", 1, "Ferry Tickets"},
	{"ferry date:unknown", 0, "Slow"},
	{"ferry date:unknown,2022-01", 0, "Crews Slow"},
	{"ferry -date:unknown", 0, "Fares Crews Ferry Tickets"},
	{"ferry -date:2021", 0, "Fares Crews Slow"},
	{"fares OR boat mentions:2021-03-01", 0, "Ferry"},
	{"fares OR boat mentions:2021,yesterday", 0, "Ferry"},
	{"fares OR boat mentions:2022-06-19,2021", 0, "Ferry Yesterday"},
	{"fares OR old -mentions:2021..", 0, "Fares Headline"},
	/* Articles */
	{"ferry source:post", 0, "Slow"},
	{"ferry source:\"harbour times\"", 0, "Fares Ferry Tickets"},
	{"ferry source:\"times harbour\"", 0, ""},
	{"ferry -source:times", 0, "Crews Slow"},
	{"ferry source:post,times -date:2021", 0, "Fares Slow"},
	{"title:harbour ferry", 0, "Ferry Tickets"},
	{"-title:harbour ferry", 0, "Fares Crews Slow"},
	{"article:a1 ferry", 0, "Ferry Tickets"},
	{"article:a1,a4.txt ferry", 0, "Crews Ferry Tickets"},
	{"article:/news/a1.txt ferry", 0, "Ferry Tickets"},
	{"article:news/a1.txt ferry", 0, "Ferry Tickets"},
	{"article:1.txt ferry", 0, ""},
	{"-article:a1 ferry", 0, "Fares Crews Slow"},
	/* Somewhere in the article */
	{"ferry article:(monday)", 0, "Ferry Tickets"},
	{"ferry article:(monday list)", 0, "Ferry Tickets"},
	{"ferry article:(monday quay)", 0, ""},
	{"ferry article:(monday OR quay)", 0, "Fares Ferry Tickets"},
	{"ferry article:(boat -passengers)", 0, "Fares Crews"},
	{"ferry -article:(boats)", 0, "Slow"},
	{"ferry article:(headline)", 0, "Ferry Tickets"},
	{"ferry article:(\"old boat\")", 0, "Fares"},
	{"ferry article:(pass* article:(list))", 0, "Ferry Tickets"},
	{"quay OR article:(slow -passengers)", 0, "Trains Slow Owners"},
	{"speaker:Keller article:(monday)", 0, "Passengers"},
	{"(ferry article:(noon)) OR (trains article:(old))", 0, "Trains Crews"},
	/* Any ending */
	{"expens*", 0, "Trains Tickets"},
	{"expenses*", 0, "Tickets"},
	{"EXPENSE*", 0, "Trains Tickets"},
	{"caf*", 0, "Owners"},
	{"noth*", 0, ""},
	{"lifeb* OR quillm*", 0, "Harbours Passengers Ferry"},
	{"ferr* fare*", 0, "Fares Ferry"},
	{"ferr* -fare*", 0, "Crews Tickets Slow"},
	{"wil*", 0, ""},              /* a common word is none of its endings */
	{"\"wil* go\"", 0, "Trains"}, /* but in quotation marks */
	{"\"boat* leave\"", 0, "Boats Boats"},
	{"\"the fer*\"", 0, "Fares Crews Tickets"},
	{"\"fer* the\"", 0, ""},
	{"co-oper*", 0, "Owners"},
	/* Near each other */
	{"\"noon boats\"~3", 0, "Boats Boats"},
	{"\"noon boats\"~2", 0, ""},
	{"\"boats noon\"~3", 0, "Boats Boats"},
	{"\"quay trains\"~5", 0, "Trains"},
	{"\"quay trains\"~4", 0, ""},
	{"\"ferry fare\"~9", 0, ""}, /* these forms */
	{"\"fer* fare*\"~4", 0, "Ferry"},
	{"\"fer* fare*\"~5", 0, "Fares Ferry"},
	{"\"fares fares\"~9", 0, ""},
	{"\"fare* fair\"~2 speaker:Varga", 0, "Fares"},
	{"ferry -\"ferry fares\"~1", 0, "Fares Crews Tickets Slow"},
};

static const struct {
	const char *query, *speaker;
	brad_date from, to;
	brad_status status;
	size_t offset;
} error_cases[] = {
	{"ferry OR", 0, {0, 0, 0}, {0, 0, 0}, BRAD_EQUERY, 8},
	{"-ferry", 0, {0, 0, 0}, {0, 0, 0}, BRAD_EQUERY, 0},
	{0, "", {0, 0, 0}, {0, 0, 0}, BRAD_EINVAL, 0},
	{0, "…", {0, 0, 0}, {0, 0, 0}, BRAD_EINVAL, 0},
	{0, 0, {2022, 0, 0}, {2021, 0, 0}, BRAD_EINVAL, 0},
	{0, 0, {2021, 2, 30}, {0, 0, 0}, BRAD_EINVAL, 0},
};

/* ---- Code ---- */

START_TEST(test_queries)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.query = query_cases[_i].query;
	check_hits(&options, count_words(query_cases[_i].found), 0, query_cases[_i].found);
}
END_TEST

START_TEST(test_language)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.query = language_cases[_i].query;
	options.today = (brad_date){2022, 6, 21};
	check_hits(&options, count_words(language_cases[_i].found), language_cases[_i].undated,
		   language_cases[_i].found);
}
END_TEST

/* A field does what the option does, and both hold together. */
START_TEST(test_fields_and_options)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.query = "speaker:Varga";
	options.speaker = "Keller";
	check_hits(&options, 1, 0, "Harbours");
	options = (brad_search_options)BRAD_SEARCH_OPTIONS_INIT;
	options.query = "-boats";
	options.speaker = "Keller";
	check_hits(&options, 1, 0, "Harbours");
	options = (brad_search_options)BRAD_SEARCH_OPTIONS_INIT;
	options.query = "ferry date:2021..2022";
	options.from = (brad_date){2022, 0, 0};
	check_hits(&options, 2, 1, "Fares Crews");
	options.query = "said:indirect,mixed";
	options.from = (brad_date){0, 0, 0};
	options.said = 1u << BRAD_SAID_DIRECT;
	check_hits(&options, 0, 0, "");
	options = (brad_search_options)BRAD_SEARCH_OPTIONS_INIT;
	options.query = "mentions:2021 fares OR boat";
	options.mentions_from = (brad_date){2021, 3, 0};
	check_hits(&options, 1, 0, "Ferry");
}
END_TEST

/* Fields in the scope of articles: what is in their filter must be said there. */
START_TEST(test_language_of_articles)
{
	static const struct {
		const char *query, *found;
		bool any;
	} cases[] = {
		{"ferry quay source:times", "Trains", false},
		{"ferry quay -source:times", "", false},
		{"ferr* passenger*", "Passengers", false},
		{"fair safe speaker:Varga", "Fares", false},
		{"boat speaker:Varga", "", false},
		{"ferry article:(boat) -article:(quay)", "Ferry Crews", false},
		{"ferry -article:(boat)", "Slow", false},
		{"\"boats noon\"~3 night", "Boats", false},
		{"monday quay date:2021..", "Trains Ferry", true},
	};
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.query = cases[_i].query;
	options.any = cases[_i].any;
	options.scope = BRAD_SCOPE_ARTICLE;
	check_hits(&options, count_words(cases[_i].found), 0, cases[_i].found);
}
END_TEST

START_TEST(test_options)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.query = option_cases[_i].query;
	options.speaker = option_cases[_i].speaker;
	read_day(option_cases[_i].from, &options.from);
	read_day(option_cases[_i].to, &options.to);
	options.sort = option_cases[_i].sort;
	options.scope = option_cases[_i].scope;
	options.any = option_cases[_i].any;
	options.plain_words = option_cases[_i].plain;
	options.offset = option_cases[_i].offset;
	options.limit = option_cases[_i].limit;
	check_hits(&options, option_cases[_i].total, option_cases[_i].undated,
		   option_cases[_i].found);
}
END_TEST

START_TEST(test_errors)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results = (brad_results *)(void *)&options;
	options.query = error_cases[_i].query;
	options.speaker = error_cases[_i].speaker;
	options.from = error_cases[_i].from;
	options.to = error_cases[_i].to;
	ck_assert_int_eq(brad_index_search(indexes[0], &options, &results, &error),
			 error_cases[_i].status);
	ck_assert_ptr_null(results);
	ck_assert_uint_eq(error.offset, error_cases[_i].offset);
	ck_assert(error.message[0] != '\0');
}
END_TEST

START_TEST(test_options_without_size)
{
	brad_search_options options = {0};
	brad_results *results;
	ck_assert_int_eq(brad_index_search(indexes[0], &options, &results, &error), BRAD_EINVAL);
	ck_assert_int_eq(brad_index_search(indexes[0], NULL, &results, NULL), BRAD_EINVAL);
}
END_TEST

/* The least and the most that is no option any more. */
START_TEST(test_options_beyond)
{
	const brad_search_options usual = BRAD_SEARCH_OPTIONS_INIT;
	brad_search_options all[9];
	brad_results *results;
	for (int i = 0; i < CASES(all); i++) all[i] = usual;
	all[0].sort = (brad_sort)(BRAD_SORT_OLDEST + 1);
	all[1].scope = (brad_scope)(BRAD_SCOPE_ARTICLE + 1);
	all[2].group = (brad_group)(BRAD_GROUP_SPEAKER + 1);
	all[3].said = 1u << (BRAD_SAID_INDIRECT + 1);
	all[4].min_confidence = -0.01;
	all[5].min_confidence = 1.01;
	all[6].min_confidence = NAN;
	all[7].today = (brad_date){2021, 2, 29};
	all[8].today = (brad_date){2021, 2, 0};
	for (int i = 0; i < CASES(all); i++) {
		ck_assert_int_eq(brad_index_search(indexes[0], &all[i], &results, &error),
				 BRAD_EINVAL);
		ck_assert_ptr_null(results);
	}
	all[0] = usual;
	all[0].sort = BRAD_SORT_OLDEST;
	all[0].scope = BRAD_SCOPE_ARTICLE;
	all[0].said = 1u << BRAD_SAID_INDIRECT;
	all[0].min_confidence = 1;
	all[0].today = (brad_date){2020, 2, 29};
	OK(brad_index_search(indexes[0], &all[0], &results, &error));
	brad_results_free(results);
}
END_TEST

/* An index with nothing in it answers, and says so. */
START_TEST(test_empty)
{
	brad_writer *writer;
	brad_index *index;
	brad_results *results;
	brad_reasons *reasons;
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	OK(brad_writer_open(path_of("empty"), NULL, &writer, &error));
	OK(brad_writer_commit(writer, NULL, &error));
	brad_writer_free(writer);
	OK(brad_index_open(path_of("empty"), &index, &error));
	options.query = "ferry";
	for (int scope = 0; scope < 2; scope++) {
		options.scope = (brad_scope)scope;
		OK(brad_index_search(index, &options, &results, &error));
		ck_assert_uint_eq(brad_results_total(results), 0);
		ck_assert_ptr_null(brad_results_note(results, 0));
		OK(brad_index_reasons(index, &options, &reasons, &error));
		ck_assert_str_eq(brad_reasons_note(reasons, 0), "the index is empty");
		brad_reasons_free(reasons);
		brad_results_free(results);
	}
	brad_index_free(index);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("search");
	TCase *cases = tcase_create("search");
	tcase_set_timeout(cases, 60);
	tcase_add_unchecked_fixture(cases, make_indexes, free_indexes);
	tcase_add_loop_test(cases, test_queries, 0, CASES(query_cases));
	tcase_add_loop_test(cases, test_language, 0, CASES(language_cases));
	tcase_add_test(cases, test_fields_and_options);
	tcase_add_loop_test(cases, test_language_of_articles, 0, 9);
	tcase_add_loop_test(cases, test_options, 0, CASES(option_cases));
	tcase_add_loop_test(cases, test_errors, 0, CASES(error_cases));
	tcase_add_test(cases, test_options_without_size);
	tcase_add_test(cases, test_options_beyond);
	tcase_add_test(cases, test_empty);
	suite_add_tcase(suite, cases);
	return run_suite(suite);
}
