/* How is a sentence cited, and by which address is it reached? */
#include "suite.h"

#include <jansson.h>

/* ---- Cases ---- */

/* The fragment for a sentence, behind "#:~:text=". */
static const struct {
	const char *text, *fragment;
} fragment_cases[] = {
	{"Boats leave.", "Boats%20leave"},
	{"“Boats leave,” he said.", "Boats%20leave%2C%E2%80%9D%20he%20said"},
	{"A well-known fish & chip shop, closed",
	 "A%20well%2Dknown%20fish%20%26%20chip%20shop%2C%20closed"},
	{"50% of 1,000\n\tcost £2.5m", "50%25%20of%201%2C000%20cost%20%C2%A32.5m"},
	{"Café ‘Über’", "Caf%C3%A9%20%E2%80%98%C3%9Cber"},
	{"one two three four five six", "one%20two%20three%20four%20five%20six"},
	{"ha he hi ho hu la le li lo lu ma",
	 "ha%20he%20hi%20ho%20hu%20la%20le%20li%20lo%20lu%20ma"},
	{"ha he hi ho hu la le li lo lu ma me",
	 "ha%20he%20hi%20ho%20hu%20la,le%20li%20lo%20lu%20ma%20me"},
	{"“ha he hi ho hu la, x y – le li lo lu ma-me.”",
	 "ha%20he%20hi%20ho%20hu%20la,le%20li%20lo%20lu%20ma%2Dme"},
	{"a+b=c (d)", "a%2Bb%3Dc%20%28d"},
	{"ends in a path/to?x=y#z!", "ends%20in%20a%20path%2Fto%3Fx%3Dy%23z"},
};

/* What becomes of a url; of a sentence "Boats leave." */
static const struct {
	const char *url, *link;
} url_cases[] = {
	{"https://a.example/1", "https://a.example/1#:~:text=Boats%20leave"},
	{"HTTP://a.example/?q=1&r=2", "HTTP://a.example/?q=1&r=2#:~:text=Boats%20leave"},
	{"https://a.example/#top", "https://a.example/#top:~:text=Boats%20leave"},
	{"https://a.example/#:~:text=x", "https://a.example/#:~:text=x&text=Boats%20leave"},
	{"https://a.example/a b\"<{é",
	 "https://a.example/a%20b%22%3C%7B%C3%A9#:~:text=Boats%20leave"},
	{"javascript:alert(1)", ""},
	{"ftp://a.example/", ""},
	{"a.example/1", ""},
	{"", ""},
	{NULL, ""},
};

/* How a sentence is given, by the kind of speech: what comes before " — ". */
static const struct {
	brad_said said;
	const char *text, *given;
} mark_cases[] = {
	{BRAD_SAID_DIRECT, "“It is late,” she said.", "“It is late,” she said."},
	{BRAD_SAID_DIRECT, "It is late.", "“It is late.”"},
	{BRAD_SAID_DIRECT, "It's late.", "“It's late.”"},
	{BRAD_SAID_DIRECT, "“It is late.", "“It is late.”"},
	{BRAD_SAID_DIRECT, "It is late.”", "“It is late.”"},
	{BRAD_SAID_DIRECT, "\"It is late.", "\"It is late.\""},
	{BRAD_SAID_DIRECT, "It is late.\"", "\"It is late.\""},
	{BRAD_SAID_DIRECT, "‘It is late,’ she said.", "‘It is late,’ she said."},
	{BRAD_SAID_DIRECT, "It is late,’ she said.", "It is late,’ she said."},
	{BRAD_SAID_MIXED, "It was “late.", "It was “late.”"},
	{BRAD_SAID_MIXED, "It was late.", "It was late."},
	{BRAD_SAID_INDIRECT, "She said it was late.", "She said it was late."},
	{BRAD_SAID_INDIRECT, "She called it “late.", "She called it “late."},
	{BRAD_SAID_NONE, "It was “late.", "It was “late."},
	{BRAD_SAID_NONE, "It  was\n late.", "It was late."},
	{BRAD_SAID_DIRECT, "‘It is late’ – so she said.", "‘It is late’ – so she said."},
	{BRAD_SAID_DIRECT, "'It is late' – so she said.", "'It is late' – so she said."},
};

/* A hit, and its citations.  NULL members are not known. */
static const struct {
	brad_hit hit;
	const char *text, *markdown, *bibtex, *csl;
} cite_cases[] = {
	{{.sentence = "news/a_1.txt#0123abcd",
	  .article = "news/a_1.txt",
	  .title = "Rates & {taxes}: 5% up",
	  .source = "The *Tilling* Post",
	  .url = "https://a.example/x_y?a=1%202",
	  .date = {2023, 3, 4},
	  .role = BRAD_ROLE_BODY,
	  .text = "“It costs $5_000,” said Ann Holt.",
	  .said = BRAD_SAID_DIRECT,
	  .speakers = (const brad_speaker[]){{"Ann Holt", "chair of A&B"}, {"Joe Dean", NULL}},
	  .speaker_count = 2},
	 "“It costs $5_000,” said Ann Holt. — Ann Holt, chair of A&B, and Joe Dean, quoted in "
	 "“Rates & "
	 "{taxes}: 5% up”, The *Tilling* Post, 4 March 2023. "
	 "https://a.example/"
	 "x_y?a=1%202#:~:text=It%20costs%20%245_000%2C%E2%80%9D%20said%20Ann%20Holt "
	 "[news/a_1.txt#0123abcd]",
	 "> “It costs \\$5\\_000,” said Ann Holt.\n>\n> — Ann Holt, chair of A\\&B, and Joe Dean, "
	 "quoted in "
	 "[“Rates \\& {taxes}: 5% "
	 "up”](<https://a.example/x_y?a=1%202#:~:text=It%20costs%20%245_000%2C%E2%80"
	 "%9D%20said%20Ann%20Holt>), *The \\*Tilling\\* Post*, 4 March 2023. "
	 "`news/a_1.txt#0123abcd`",
	 "@article{a1txt-ebbcb4842948,\n"
	 "  title = {{Rates \\& \\textbraceleft{}taxes\\textbraceright{}: 5\\% up}},\n"
	 "  journal = {The *Tilling* Post},\n"
	 "  year = {2023},\n  month = mar,\n  day = {4},\n"
	 "  note = {“It costs \\$5\\_000,” said Ann Holt. — Ann Holt, chair of A\\&B, and Joe "
	 "Dean, quoted},\n"
	 "  url = "
	 "{https://a.example/"
	 "x_y?a=1%202#:~:text=It%20costs%20%245_000%2C%E2%80%9D%20said%20Ann%20Holt},\n"
	 "  sentence = {news/a_1.txt#0123abcd}\n}",
	 "{\"id\":\"news/a_1.txt#0123abcd\",\"type\":\"article-newspaper\",\"title\":\"Rates & "
	 "{taxes}: 5% "
	 "up\",\"container-title\":\"The *Tilling* "
	 "Post\",\"issued\":{\"date-parts\":[[2023,3,4]]},\"URL\":"
	 "\"https://a.example/"
	 "x_y?a=1%202#:~:text=It%20costs%20%245_000%2C%E2%80%9D%20said%20Ann%20Holt\","
	 "\"note\":\"“It costs $5_000,” said Ann Holt. — Ann Holt, chair of A&B, and Joe Dean, "
	 "quoted\"}"},
	{{.sentence = "b#00000000.2",
	  .article = "b",
	  .path = "/n/b \"c\".txt",
	  .line = 7,
	  .date = {2023, 3, 0},
	  .role = BRAD_ROLE_BODY,
	  .text = "She said that 1. was\\late.",
	  .said = BRAD_SAID_INDIRECT},
	 "She said that 1. was\\late. — somebody not named, as reported in b, March 2023. /n/b "
	 "\"c\".txt, line 7 "
	 "[b#00000000.2]",
	 "> She said that 1. was\\\\late.\n>\n> — somebody not named, as reported in b, March "
	 "2023. /n/b "
	 "\"c\".txt, line 7 `b#00000000.2`",
	 "@misc{b-cbe233cda623,\n  year = {2023},\n  month = mar,\n"
	 "  note = {She said that 1. was\\textbackslash{}late. — somebody not named, as "
	 "reported},\n"
	 "  howpublished = {/n/b \"c\".txt, line 7},\n  sentence = {b#00000000.2}\n}",
	 "{\"id\":\"b#00000000.2\",\"type\":\"article-newspaper\",\"issued\":{\"date-parts\":[["
	 "2023,3]]},"
	 "\"archive_location\":\"/n/b \\\"c\\\".txt, line 7\",\"note\":\"She said that 1. "
	 "was\\\\late. — somebody "
	 "not named, as reported\"}"},
	{{.sentence = "c`{#00000001",
	  .article = "c`{",
	  .source = "Quill Post",
	  .path = "-",
	  .date = {2020, 0, 0},
	  .role = BRAD_ROLE_BODY,
	  .text = "+1. Nobody [spoke]."},
	 "+1. Nobody [spoke]. — Quill Post, 2020. [c`{#00000001]",
	 "> \\+1. Nobody \\[spoke\\].\n>\n> — Quill Post, 2020. `` c`{#00000001 ``",
	 "@article{c-26ae6a873962,\n  journal = {Quill Post},\n  year = {2020},\n"
	 "  note = {+1. Nobody [spoke].},\n  sentence = {c`\\textbraceleft{}#00000001}\n}",
	 "{\"id\":\"c`{#00000001\",\"type\":\"article-newspaper\",\"container-title\":\"Quill "
	 "Post\",\"issued\":{\"date-parts\":[[2020]]},\"note\":\"+1. Nobody [spoke].\"}"},
	{{.sentence = "d#00000002",
	  .article = "d",
	  .title = "1. Fair",
	  .url = "mailto:x",
	  .date_not_before = {2021, 4, 28},
	  .date_not_after = {2022, 0, 0},
	  .role = BRAD_ROLE_TITLE,
	  .text = "1. Fair"},
	 "“1. Fair”, undated, not before 28 April 2021, not after 2022. mailto:x [d#00000002]",
	 "“1\\. Fair”, undated, not before 28 April 2021, not after 2022. mailto:x `d#00000002`",
	 "@misc{d-673a33a5a508,\n  title = {{1. Fair}},\n  note = {1. Fair},\n"
	 "  howpublished = {mailto:x},\n  sentence = {d#00000002}\n}",
	 "{\"id\":\"d#00000002\",\"type\":\"article-newspaper\",\"title\":\"1. "
	 "Fair\",\"archive_location\":"
	 "\"mailto:x\",\"note\":\"1. Fair\"}"},
};

/* An article and another, with the same sentence: do they have the same key for BibTeX? */
static const struct {
	brad_hit a, b;
	bool same;
} key_cases[] = {
	/* Where the file lies tells nothing; what it is called does. */
	{{.article = "/x/a.txt", .path = "/x/a.txt", .sentence = "/x/a.txt#0123abcd"},
	 {.article = "/y/z/a.txt", .path = "/y/z/a.txt", .sentence = "/y/z/a.txt#0123abcd"},
	 true},
	{{.article = "/x/a.txt", .path = "/x/a.txt", .sentence = "/x/a.txt#0123abcd"},
	 {.article = "/x/b.txt", .path = "/x/b.txt", .sentence = "/x/b.txt#0123abcd"},
	 false},
	{{.article = "/x/a.json:3", .path = "/x/a.json", .sentence = "/x/a.json:3#0123abcd"},
	 {.article = "a.json:3", .path = "a.json", .sentence = "a.json:3#0123abcd"},
	 true},
	{{.article = "/x/a.json:3", .path = "/x/a.json", .sentence = "/x/a.json:3#0123abcd"},
	 {.article = "/x/a.json:4", .path = "/x/a.json", .sentence = "/x/a.json:4#0123abcd"},
	 false},
	/* So do its sentence, and what the article says of itself. */
	{{.article = "/x/a", .path = "/x/a", .sentence = "/x/a#0123abcd"},
	 {.article = "/x/a", .path = "/x/a", .sentence = "/x/a#0123abcd.2"},
	 false},
	{{.article = "/x/a", .path = "/x/a", .sentence = "/x/a#0123abcd", .title = "One"},
	 {.article = "/y/a", .path = "/y/a", .sentence = "/y/a#0123abcd", .title = "Two"},
	 false},
	{{.article = "/x/a", .path = "/x/a", .sentence = "/x/a#0123abcd", .source = "One"},
	 {.article = "/y/a", .path = "/y/a", .sentence = "/y/a#0123abcd", .title = "One"},
	 false},
	{{.article = "/x/a", .path = "/x/a", .sentence = "/x/a#0123abcd", .url = "b:1"},
	 {.article = "/y/a", .path = "/y/a", .sentence = "/y/a#0123abcd", .url = "b:2"},
	 false},
	{{.article = "/x/a", .path = "/x/a", .sentence = "/x/a#0123abcd", .date = {2023, 1, 2}},
	 {.article = "/y/a", .path = "/y/a", .sentence = "/y/a#0123abcd", .date = {2023, 1, 0}},
	 false},
	/* An id of its own is enough, and is all of it. */
	{{.article = "x/1", .path = "/x/a.json", .sentence = "x/1#0123abcd", .title = "One"},
	 {.article = "x/1", .path = "/y/b.json", .sentence = "x/1#0123abcd", .title = "Two"},
	 true},
	{{.article = "x/1", .path = "/x/a.json", .sentence = "x/1#0123abcd"},
	 {.article = "y/1", .path = "/x/a.json", .sentence = "y/1#0123abcd"},
	 false},
};

/* ---- Code ---- */

static char buffer[4096];

START_TEST(test_fragment)
{
	brad_hit hit = {.url = "http://a/", .text = fragment_cases[_i].text};
	size_t n = brad_hit_link(&hit, buffer, sizeof buffer);
	ck_assert_uint_eq(n, strlen(buffer));
	ck_assert_int_eq(strncmp(buffer, "http://a/#:~:text=", 18), 0);
	ck_assert_str_eq(buffer + 18, fragment_cases[_i].fragment);
}
END_TEST

START_TEST(test_url)
{
	brad_hit hit = {.url = url_cases[_i].url, .text = "Boats leave."};
	brad_hit_link(&hit, buffer, sizeof buffer);
	ck_assert_str_eq(buffer, url_cases[_i].link);
	hit.text = "…";
	ck_assert_uint_le(brad_hit_link(&hit, buffer, sizeof buffer), strlen(url_cases[_i].link));
	ck_assert_ptr_null(strstr(buffer, "text=%"));
}
END_TEST

START_TEST(test_marks)
{
	brad_hit hit = {.text = mark_cases[_i].text,
			.said = mark_cases[_i].said,
			.article = "a",
			.sentence = "a#00000000"};
	brad_hit_cite(&hit, BRAD_CITE_TEXT, buffer, sizeof buffer);
	char *end = strstr(buffer, " — ");
	ck_assert_ptr_nonnull(end);
	*end = '\0';
	ck_assert_str_eq(buffer, mark_cases[_i].given);
}
END_TEST

START_TEST(test_cite)
{
	const brad_hit *hit = &cite_cases[_i].hit;
	const char *wanted[] = {cite_cases[_i].text, cite_cases[_i].markdown, cite_cases[_i].bibtex,
				cite_cases[_i].csl};
	for (brad_citation style = BRAD_CITE_TEXT; style <= BRAD_CITE_CSL_JSON; style++) {
		size_t n = brad_hit_cite(hit, style, buffer, sizeof buffer);
		ck_assert_str_eq(buffer, wanted[style]);
		ck_assert_uint_eq(n, strlen(wanted[style]));
	}
	json_error_t problem;
	json_t *item = json_loads(buffer, JSON_REJECT_DUPLICATES, &problem);
	ck_assert_msg(item != NULL, "%s", problem.text);
	ck_assert_str_eq(json_string_value(json_object_get(item, "id")), hit->sentence);
	json_decref(item);
}
END_TEST

/* As snprintf(): cut, ended, and the whole length told; nothing is written behind the end. */
static void read_key(const brad_hit *hit, char out[64])
{
	char entry[1024];
	brad_hit whole = *hit;
	whole.text = "Boats leave.";
	brad_hit_cite(&whole, BRAD_CITE_BIBTEX, entry, sizeof entry);
	const char *begin = strchr(entry, '{') + 1;
	snprintf(out, 64, "%.*s", (int)strcspn(begin, ","), begin);
}

START_TEST(test_keys)
{
	char a[64], b[64];
	read_key(&key_cases[_i].a, a);
	read_key(&key_cases[_i].b, b);
	ck_assert_uint_gt(strlen(a), 13);
	ck_assert_msg((strcmp(a, b) == 0) == key_cases[_i].same, "%s and %s", a, b);
}
END_TEST

START_TEST(test_sizes)
{
	const brad_hit *hit = &cite_cases[0].hit;
	char small[64];
	size_t whole = strlen(cite_cases[0].text);
	ck_assert_uint_eq(brad_hit_cite(hit, BRAD_CITE_TEXT, NULL, 0), whole);
	for (size_t size = 1; size < sizeof small; size++) {
		memset(small, 'x', sizeof small);
		ck_assert_uint_eq(brad_hit_cite(hit, BRAD_CITE_TEXT, small, size), whole);
		ck_assert_uint_eq(strlen(small), size - 1);
		ck_assert_int_eq(strncmp(small, cite_cases[0].text, size - 1), 0);
		ck_assert_int_eq(small[size], 'x');
	}
	ck_assert_uint_eq(brad_hit_cite(hit, BRAD_CITE_TEXT, buffer, whole + 1), whole);
	ck_assert_str_eq(buffer, cite_cases[0].text);
}
END_TEST

/* Escapes of what no sentence should have. */
START_TEST(test_hostile)
{
	brad_hit hit = {.text = "a\x01\"\\\x7f", .article = "a", .sentence = "a\n#00000000"};
	json_error_t problem;
	brad_hit_cite(&hit, BRAD_CITE_CSL_JSON, buffer, sizeof buffer);
	json_t *item = json_loads(buffer, 0, &problem);
	ck_assert_msg(item != NULL, "%s", problem.text);
	ck_assert_str_eq(json_string_value(json_object_get(item, "note")), hit.text);
	ck_assert_str_eq(json_string_value(json_object_get(item, "id")), hit.sentence);
	json_decref(item);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("cite");
	TCase *tests = tcase_create("cite");
	tcase_add_loop_test(tests, test_fragment, 0, CASES(fragment_cases));
	tcase_add_loop_test(tests, test_url, 0, CASES(url_cases));
	tcase_add_loop_test(tests, test_marks, 0, CASES(mark_cases));
	tcase_add_loop_test(tests, test_cite, 0, CASES(cite_cases));
	tcase_add_loop_test(tests, test_keys, 0, CASES(key_cases));
	tcase_add_test(tests, test_sizes);
	tcase_add_test(tests, test_hostile);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
