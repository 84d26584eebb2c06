/* What is the user told beside an answer: of what was passed over, and of what would have been found? */
#include "town.h"

#include "base/utf8.h"
#include "search/distance.h"
#include "search/search.h"

/* ---- Cases ---- */

/* A remark must have this in it; "" wants no remark at all. */
static const struct {
	const char *query, *speaker, *from, *to, *note;
} note_cases[] = {
	{"quay", 0, 0, 0, ""},
	{"the quay to", 0, 0, 0, "too common to be searched for beside other words: the, to"},
	{"\"the quay\"", 0, 0, 0, ""},
	{"passangers", 0, 0, 0,
	 "no sentence has 'passangers'; did you mean 'passengers' (1 sentence)"},
	{"quillmuoth", 0, 0, 0, "did you mean 'quillmouth' (2 sentences)"},
	{"zzzzzzzz", 0, 0, 0, "no sentence has 'zzzzzzzz'"},
	{"\"the to\"", 0, 0, 0, "no sentence has \"the to\" just so"},
	{0, "Anna Kelller", 0, 0,
	 "nobody called 'Anna Kelller' is quoted; did you mean 'Anna Keller' "
	 "(2 sentences)"},
	{0, "Bob Varga", 0, 0, "did you mean 'Tom Varga' (2 sentences)"},
	{0, "Zwingli", 0, 0, "nobody called 'Zwingli' is quoted"},
	{"quay", 0, "2020", "2021", "without the dates, 1 sentence matches"},
	{"quay", "Keller", 0, 0, "without the speaker, 1 sentence matches"},
	{"quay", "Keller", 0, 0, "without the words, 2 sentences match"},
	{0, "Keller", "2022", 0, "without the dates, 2 sentences match"},
	{"ferry quay", 0, 0, 0, "no sentence has all of it, but 1 article has"},
	{"speaker:Kelller", 0, 0, 0,
	 "nobody called 'Kelller' is quoted; did you mean 'Anna Keller' (2 sentences)"},
	{"speaker:Keller,Zwingli quay", 0, 0, 0, "nobody called 'Zwingli' is quoted"},
	{"speaker:Keller quay", 0, 0, 0, "without the speaker, 1 sentence matches"},
	{"speaker:Keller quay", 0, 0, 0, "without the words, 2 sentences match"},
	{"-speaker:Keller passengers", 0, 0, 0, "without the speaker, 1 sentence matches"},
	{"source:pots", 0, 0, 0, "from a source called 'pots'; did you mean 'Quill Post'"},
	{"source:zwingli", 0, 0, 0, "no article is from a source called 'zwingli'"},
	{"source:times slow", 0, 0, 0, "without the source, 1 sentence matches"},
	{"title:quay", 0, 0, 0, "no article has in its title 'quay'"},
	{"article:a9", 0, 0, 0, "no article goes by 'a9'"},
	{"role:bishop", 0, 0, 0, "nobody is quoted who is called in his role 'bishop'"},
	{"quay date:2021", 0, 0, 0, "without the dates, 1 sentence matches"},
	{"quay mentions:2018", 0, 0, 0, "without the days spoken of, 1 sentence matches"},
	{"quay said:mixed", 0, 0, 0, "without the kind of speech, 1 sentence matches"},
	{"zzz*", 0, 0, 0, "no sentence has a word that begins with 'zzz'"},
	{"\"noon boats\"~1", 0, 0, 0, "no sentence has \"noon boats\"~1 just so"},
	{"ferry article:(passangers)", 0, 0, 0, "did you mean 'passengers' (1 sentence)"},
};

/* With a limit of 2. */
static const struct {
	const char *a, *b;
	size_t distance;
} distance_cases[] = {
	{"boat", "boat", 0}, {"boat", "boats", 1}, {"boat", "bota", 1},   {"boat", "oat", 1},
	{"boat", "bolt", 1}, {"boat", "coats", 2}, {"boat", "coasts", 3}, {"", "ab", 2},
	{"", "abc", 3},      {"abcd", "dcba", 3},  {"ca", "abc", 3},
};

/* ---- Code ---- */

START_TEST(test_notes)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.query = note_cases[_i].query;
	options.speaker = note_cases[_i].speaker;
	read_day(note_cases[_i].from, &options.from);
	read_day(note_cases[_i].to, &options.to);
	for (int layout = 0; layout < LAYOUTS; layout++) {
		brad_results *results;
		brad_reasons *reasons;
		char notes[2048] = "";
		OK(brad_index_search(indexes[layout], &options, &results, &error));
		for (size_t i = 0; brad_results_note(results, i); i++) {
			strcat(notes, brad_results_note(results, i));
			strcat(notes, "\n");
		}
		OK(brad_index_reasons(indexes[layout], &options, &reasons, &error));
		for (size_t i = 0; brad_reasons_note(reasons, i); i++) {
			ck_assert_uint_eq(brad_results_total(results), 0);
			strcat(notes, brad_reasons_note(reasons, i));
			strcat(notes, "\n");
		}
		brad_reasons_free(reasons);
		ck_assert_msg(*note_cases[_i].note ? strstr(notes, note_cases[_i].note) != NULL
						   : *notes == '\0',
			      "index %d says: %s, not: %s", layout, notes, note_cases[_i].note);
		brad_results_free(results);
	}
}
END_TEST

/* A note that is too long is cut where a character ends. */
START_TEST(test_long_note)
{
	struct bs_arena arena = {0};
	struct bs_notes notes = {0};
	struct bs_search search = {.kept = &arena, .notes = &notes};
	char text[2000];
	for (size_t i = 0; i + 2 < sizeof text; i += 2) memcpy(text + i, "é", 3);
	for (size_t shift = 0; shift < 2; shift++) {
		bs_note(&search, "%.*s%s", (int)shift, "a", text);
		size_t length = strlen(notes.at[shift]);
		ck_assert_uint_ge(length, 1000);
		ck_assert_uint_eq(bs_utf8_check(notes.at[shift], length), length);
		ck_assert_uint_eq((length - shift) % 2, 0);
	}
	bs_arena_free(&arena);
}
END_TEST

START_TEST(test_distance)
{
	ck_assert_uint_eq(bs_edit_distance(distance_cases[_i].a, distance_cases[_i].b, 2),
			  distance_cases[_i].distance);
	ck_assert_uint_eq(bs_edit_distance(distance_cases[_i].b, distance_cases[_i].a, 2),
			  distance_cases[_i].distance);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("remarks");
	TCase *cases = tcase_create("remarks");
	tcase_set_timeout(cases, 60);
	tcase_add_unchecked_fixture(cases, make_indexes, free_indexes);
	tcase_add_loop_test(cases, test_notes, 0, CASES(note_cases));
	tcase_add_test(cases, test_long_note);
	tcase_add_loop_test(cases, test_distance, 0, CASES(distance_cases));
	suite_add_tcase(suite, cases);
	return run_suite(suite);
}
