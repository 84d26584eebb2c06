/* Which words are indexed, and as what. */
#include "suite.h"

#include "index/terms.h"
#include "xapian_c/xapian_c.h"

/* ---- Cases ---- */

/* The forms of a text, parted by blanks; * before a word that has no postings. */
static const struct {
	const char *text, *forms;
} word_cases[] = {
	{"", ""},
	{" … — ? ", ""},
	{"Ferry fares rose", "ferry fares rose"},
	{"The ferry and the quay", "*the ferry *and *the quay"},
	{"the WHO report, the IT office", "*the who report *the it office"},
	{"Then Will will go", "then will *will go"},
	{"WHO said so; Who said so", "who *said so who *said so"},
	{"Will it rain", "*will *it rain"},
	{"A BOAT SANK", "*a boat sank"},
	{"It may not say no", "*it may not say no"},
	{"children’s toys, don't", "children's toys don't"},
	{"the boys’ boat ‘adrift’", "*the boys boat adrift"},
	{"1,365 berths at 9.30pm, £2.5m", "1,365 berths *at 9.30pm 2.5m"},
	{"in 2018.", "*in 2018"},
	{"U.S. ships; the U.K", "us ships *the uk"},
	{"J. Smith", "j smith"},
	{"co-operate 09/02/2023", "co operate 09 02 2023"},
	{"Zoë Ærø STRASSE straße", "zoe ærø strasse strasse"},
	{"sal\xC2\xADvage", "salvage"},
	{"two\nlines", "two lines"},
	{"\xCC\x81 \xCC\x81 mark", "mark"}, /* accents that stand alone */
	{"Москва 東京", "москва 東京"},
};

static const struct {
	const char *form;
	bool stop;
} stop_cases[] = {
	{"the", true}, {"a", true},     {"you", true},    {"about", true}, {"which", true},
	{"th", false}, {"them", false}, {"may", false},   {"no", false},   {"not", false},
	{"", false},   {"thee", false}, {"under", false},
};

/* ---- Code ---- */

START_TEST(test_words)
{
	struct bs_words_scan scan = {
		word_cases[_i].text, 0, strlen(word_cases[_i].text), false, {0}};
	struct bs_buffer found = {0};
	struct bs_text_word word;
	size_t end = 0;
	bs_buffer_string(&found, "");
	while (bs_words_next(&scan, &word)) {
		ck_assert_uint_ge(word.span.start, end);
		ck_assert_uint_lt(word.span.start, word.span.end);
		end = word.span.end;
		if (found.length) bs_buffer_string(&found, " ");
		if (word.stop) bs_buffer_string(&found, "*");
		bs_buffer_add(&found, word.form, word.length);
	}
	ck_assert_uint_le(end, scan.length);
	ck_assert_str_eq(found.bytes, word_cases[_i].forms);
	bs_buffer_free(&found);
	bs_buffer_free(&scan.form);
}
END_TEST

START_TEST(test_stop_words)
{
	const char *form = stop_cases[_i].form;
	ck_assert_int_eq(bs_is_stop_word(form, strlen(form)), stop_cases[_i].stop);
}
END_TEST

/* A long word folds whole, and a long value makes a term that Xapian takes. */
START_TEST(test_long)
{
	char text[2001];
	for (size_t i = 0; i < 2000; i += 2) memcpy(text + i, "\xC3\x89", 2); /* É */
	text[2000] = '\0';
	struct bs_words_scan scan = {text, 0, 2000, false, {0}};
	struct bs_text_word word;
	ck_assert(bs_words_next(&scan, &word));
	ck_assert_uint_eq(word.length, 1000);
	ck_assert_int_eq(word.form[999], 'e');
	ck_assert(!bs_words_next(&scan, &word));
	struct bs_buffer one = {0}, other = {0};
	bs_boolean_term("Q", text, &one);
	text[1999] = (char)0x88; /* È */
	bs_boolean_term("Q", text, &other);
	ck_assert_uint_le(one.length, XC_LONGEST_TERM);
	ck_assert_str_ne(one.bytes, other.bytes);
	bs_boolean_term("A", "short", &one);
	ck_assert_str_eq(one.bytes, "Ashort");
	bs_buffer_free(&one);
	bs_buffer_free(&other);
	bs_buffer_free(&scan.form);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("terms");
	TCase *cases = tcase_create("terms");
	tcase_add_loop_test(cases, test_words, 0, CASES(word_cases));
	tcase_add_loop_test(cases, test_stop_words, 0, CASES(stop_cases));
	tcase_add_test(cases, test_long);
	suite_add_tcase(suite, cases);
	return run_suite(suite);
}
