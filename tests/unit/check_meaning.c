/* What does a query mean near stop words, capitals, apostrophes, stems and phrases, and what is
 * counted?  A group of cases for each sentence of the design that promises something of it. */
#include "stories.h"

/* ---- Cases ---- */

/* Each sentence begins with a word that no other begins with, by which the cases name it. */
static const struct story stories[] = {
	{.id = "words",
	 .date = "2022-05-01",
	 .text = "Yachts will go where Will Marsh goes.\n\n"
		 "It was the IT office of the town.\n\n"
		 "Sailors told us of the US navy.\n\n"
		 "Nobody knew who asked the WHO for masks.\n\n"
		 "May tides are high.\n\n"
		 "Crews may sail in fog.\n\n"
		 "Pilots did not sail, and no tug came.\n\n"
		 "Will the tug come in April?\n"},
	{.id = "marks",
	 .date = "2022-05-02",
	 .text = "Two boys’ kites flew over Oriel’s tower.\n\n"
		 "Rooks don't fly over the ‘old tower’ by night.\n\n"
		 "Gulls fly over O’Hara Street.\n\n"
		 "Café owners swept the STREET.\n"},
	{.id = "stems",
	 .date = "2022-05-03",
	 .text = "Commissioner Reed inspected the locks.\n\n"
		 "Inspectors of the commission asked for new locks.\n\n"
		 "Lockers are inspected by commissioners.\n"},
	{.id = "advert",
	 .date = "2022-05-04",
	 .text = "Divers mended the sluice.\n\nAdvertisement\n\nSubscribe to our newsletter\n\n"
		 "Barges wait at the sluice.\n"},
	{.id = "titled",
	 .title = "Zinnias in bloom",
	 .date = "2022-05-05",
	 .text = "Gardens of zinnias line the quay.\n"},
	{.id = "undated", .text = "Ponds of the town froze in the quay.\n"},
};

/* The first words of the sentences found, the newest article first, and in that as they
 * stand.  (The stem of "commissioner" is "commission", but that of "commission" is shorter.) */
static const struct {
	const char *query, *found;
} cases[] = {
	/* A stop word with a capital inside a sentence, or all in capitals, can be found by it. */
	{"goes Will", "Yachts"},
	{"office IT", "It"},
	{"sailors US", "Sailors"},
	{"nobody WHO", "Nobody"},
	{"WHO", "Nobody"},
	{"IT", "It"},
	{"US", "Sailors"},
	/* A capital that only begins a sentence is none. */
	{"tug Will", ""},
	{"office It", "It"}, /* as a query's "It" is not: there is "IT" in it */
	/* In lower case it is passed over beside other words, in whatever case that is there. */
	{"who masks", "Nobody"},
	{"will tides", "May"},
	{"it tug", "Pilots Will"},
	/* "may", "no" and "not" are words like all others. */
	{"may", "May Crews"},
	{"may sail", "Crews"},
	{"sail -may", "Pilots"},
	{"not", "Pilots"},
	{"no tug", "Pilots"},
	{"sail not", "Pilots"},
	/* A query of stop words only is answered all the same, and so is one that leaves them out. */
	{"who", "Nobody"},
	{"will", "Yachts Will"},
	{"it was", "It"},
	{"who the", "Nobody"},
	{"tug -will", "Pilots"},
	{"tug NOT the", "Pilots"},
	{"\"of the\"", "Inspectors It Sailors Ponds"},
	{"\"the of\"", ""},
	{"will OR tides", "Yachts May Will"},
	/* Of a query in capitals they tell nothing. */
	{"WILL THE TUG COME", "Will"},
	{"TUG IT", "Pilots Will"},
	/* ’ is ' inside a word, and at its edge a quotation mark. */
	{"don't", "Rooks"},
	{"don’t", "Rooks"},
	{"dont", ""},
	{"Oriel's", "Two"},
	{"Oriel", "Two"}, /* a stem has no 's */
	{"\"Oriel\"", ""},
	{"\"Oriel's tower\"", "Two"},
	{"boys", "Two"},
	{"boys'", "Two"},
	{"boys’ kites", "Two"},
	{"\"boys kites\"", "Two"},
	{"'old tower'", "Rooks"},
	{"\"the old tower by\"", "Rooks"},
	{"o'hara", "Gulls"},
	{"O’HARA", "Gulls"},
	{"o'har*", "Gulls"},
	{"ohara", ""},
	/* Capitals and accents make no other difference. */
	{"cafe", "Café"},
	{"CAFÉ street", "Café"},
	{"\"swept the street\"", "Café"},
	/* Words go by stems, in marks by their forms. */
	{"commissioners", "Commissioner Lockers"},
	{"inspecting", "Commissioner Lockers"},
	{"commission", "Inspectors"},
	{"\"commissioner\"", "Commissioner"},
	{"\"commission\"", "Inspectors"},
	{"\"inspected by commissioners\"", "Lockers"},
	{"\"inspect by commissioner\"", ""},
	/* A star goes by the forms, and not by stems. */
	{"commissioner*", "Commissioner Lockers"},
	{"commission*", "Commissioner Inspectors Lockers"},
	{"lock*", "Commissioner Inspectors Lockers"},
	{"locker*", "Lockers"},
	{"locks -locker*", "Commissioner Inspectors"},
	/* Near is of forms in any order, stop words among them. */
	{"\"office IT\"~1", "It"},
	{"\"town office\"~3", "It"},
	{"\"town office\"~2", ""},
	{"\"locks new\"~1", "Inspectors"},
	{"\"lock new\"~1", ""},
	/* Furniture is never prose. */
	{"sluice", "Divers Barges"},
	{"newsletter", ""},
	{"\"subscribe to\"", ""},
	/* A given title is a sentence of its article. */
	{"zinnias", "Zinnias Gardens"},
	{"zinnias bloom", "Zinnias"},
	/* Undated articles come last. */
	{"quay", "Gardens Ponds"},
};

/* Remarks; NULL wants none. */
static const struct {
	const char *query, *note;
} note_cases[] = {
	{"the sluice", "too common to be searched for beside other words: the"},
	{"goes Will", NULL},
	{"may tides", NULL},
	{"who the", NULL},
	{"\"the sluice\"", NULL},
	{"sluice -the", NULL},
};

/* Of like sentences that which somebody said comes first, then the newer ones, those without a
 * date last: with the best first, each begins its article. */
static const struct story order[] = {
	{.id = "undated", .text = "Fourth pier needs paint.\n"},
	{.id = "old", .date = "2021-05-01", .text = "Third pier needs paint.\n"},
	{.id = "new", .date = "2021-07-01", .text = "Second pier needs paint.\n"},
	{.id = "said", .date = "2021-03-01", .text = "“First pier needs paint,” said Ida Grant.\n"},
};

/* ---- Code ---- */

static void set_up(void)
{
	open_stories(stories, CASES(stories), 2);
}

static brad_results *ask(const char *query)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	options.query = query;
	options.sort = BRAD_SORT_NEWEST;
	OK(brad_index_search(opened, &options, &results, &error));
	return results;
}

START_TEST(finds)
{
	char found[256];
	brad_results *results = ask(cases[_i].query);
	list_hits(results, found);
	ck_assert_msg(strcmp(found, cases[_i].found) == 0, "%s: %s, not %s", cases[_i].query, found,
		      cases[_i].found);
	ck_assert_uint_eq(brad_results_total(results), brad_results_count(results));
	brad_results_free(results);
}
END_TEST

/* What a row of a table says is what a search for it finds. */
START_TEST(counts)
{
	static const brad_field fields[] = {BRAD_FIELD_MONTH, BRAD_FIELD_ARTICLE,
					    BRAD_FIELD_SPEAKER};
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.query = cases[_i].query;
	brad_results *results = ask(cases[_i].query);
	for (int i = 0; i < CASES(fields); i++) {
		brad_count_options by = BRAD_COUNT_OPTIONS_INIT;
		brad_table *table;
		const brad_count *rows;
		uint64_t sum = 0;
		by.by = fields[i];
		OK(brad_index_count(opened, &options, &by, &table, &error));
		size_t count = brad_table_rows(table, &rows);
		for (size_t k = 0; k < count; k++) sum += rows[k].count;
		ck_assert_uint_eq(sum, brad_results_total(results));
		ck_assert_uint_eq(brad_table_total(table), sum);
		brad_table_free(table);
	}
	brad_results_free(results);
}
END_TEST

START_TEST(remarks)
{
	brad_results *results = ask(note_cases[_i].query);
	const char *note = brad_results_note(results, 0);
	ck_assert_msg(note_cases[_i].note ? note && strstr(note, note_cases[_i].note) : !note,
		      "%s: %s", note_cases[_i].query, note ? note : "nothing");
	brad_results_free(results);
}
END_TEST

START_TEST(best_first)
{
	char found[128];
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_index *index;
	brad_results *results;
	write_stories(path_of("order"), order, CASES(order), 1);
	OK(brad_index_open(path_of("order"), &index, &error));
	options.query = "pier paint";
	OK(brad_index_search(index, &options, &results, &error));
	list_hits(results, found);
	ck_assert_str_eq(found, "First Second Third Fourth");
	ck_assert(brad_results_hit(results, 0)->score > brad_results_hit(results, 1)->score);
	ck_assert(brad_results_hit(results, 1)->score == brad_results_hit(results, 3)->score);
	double of_words = brad_results_hit(results, 0)->score;
	brad_results_free(results);
	/* Words in a row are worth as much as each of them. */
	options.query = "\"pier paint\"~9";
	OK(brad_index_search(index, &options, &results, &error));
	ck_assert_double_eq_tol(brad_results_hit(results, 0)->score, of_words, 1e-9);
	brad_results_free(results);
	brad_index_free(index);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("meaning");
	TCase *t = tcase_create("meaning");
	tcase_add_unchecked_fixture(t, set_up, close_stories);
	tcase_add_loop_test(t, finds, 0, CASES(cases));
	tcase_add_loop_test(t, counts, 0, CASES(cases));
	tcase_add_loop_test(t, remarks, 0, CASES(note_cases));
	tcase_add_test(t, best_first);
	suite_add_tcase(suite, t);
	return run_suite(suite);
}
