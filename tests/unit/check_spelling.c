/* Is every text made again from a segment as it was, however it is spelt, word by word? */
#include "suite.h"

#include "index/segment.h"
#include "index/terms.h"
#include "index/units.h"

/* ---- Cases ---- */

static const char *const spelling_cases[] = {
	"",
	"...",
	"Plain words only",
	"\n\n  The U.S. consul’s AIDE -- Zoë O’Hara -- didn't  say why. \t\"It's MacKay's  "
	"quay...\"\n",
	"Was it DON’T or don't, Don’t or dON’t? The caf\u00e9's ﬁne co\u00ADoperation cost "
	"£1,365.50.",
	"ÉCOLE École école. Straße STRASSE \u0130stanbul.\n\n\n\n\n\n\n\n\n\nFar below it all ends "
	"here.",
	"One thing.                                        Another thing, said nobody at all.",
	"Said “first” and ‘second’ — “third”… then 'fourth' (fifth) [sixth]; seventh/eighth.\r\n"
	"Done, he said.",
};

/* ---- Code ---- */

/* The text is the same, and each unit tells where it stands. */
static void check_spelling(const char *text)
{
	struct bs_segment_writer *w;
	struct bs_segment_info info;
	struct bs_segment s;
	struct bs_arena arena = {0};
	brad_article *article, *again;
	brad_document d = document_of(text);
	d.id = "a";
	d.title = text;
	OK(bs_segment_begin(directory, "s1", &w, &error));
	OK(brad_article_parse(&d, &article, &error));
	OK(bs_segment_add(w, article, 1, 0, &error));
	OK(bs_segment_finish(w, &info, &error));
	bs_segment_free(w);
	OK(bs_segment_open(directory, "s1", &s, &error));
	OK(bs_segment_article(&s, 0, &again, &error));
	ck_assert_str_eq(brad_article_document(again)->text, text);
	if (*text) ck_assert_str_eq(brad_article_document(again)->title, text);
	const struct bs_unit *units = bs_units_read(&arena, &s, &s.rows[0], s.rows[0].count);
	ck_assert_ptr_nonnull(units);
	for (uint32_t i = 0; i < s.rows[0].count; i++) {
		size_t lines = 0, n;
		struct bs_unit_word *words;
		const char *spelt = bs_unit_spell(&arena, &s, &units[i], &words, &n);
		ck_assert_ptr_nonnull(spelt);
		if (units[i].place == 0) continue;
		for (size_t at = 0; at < units[i].span.start; at++) lines += text[at] == '\n';
		ck_assert_uint_eq(units[i].lines, lines);
		ck_assert_uint_eq(units[i].length, strlen(spelt));
		ck_assert_mem_eq(spelt, text + units[i].span.start, units[i].length);
		struct bs_words_scan scan = {spelt, 0, units[i].length, false, {0}};
		struct bs_text_word word;
		for (size_t k = 0; k < n; k++) {
			ck_assert(bs_words_next(&scan, &word));
			ck_assert_str_eq(bs_string(&s.forms, words[k].form), word.form);
			ck_assert_mem_eq(&words[k].span, &word.span, sizeof word.span);
		}
		ck_assert(!bs_words_next(&scan, &word));
		bs_buffer_free(&scan.form);
	}
	brad_article_free(article);
	brad_article_free(again);
	bs_arena_free(&arena);
	bs_segment_close(&s);
}

START_TEST(test_spelling)
{
	check_spelling(spelling_cases[_i]);
}
END_TEST

/* Nor does its length matter, where all words have marks or capitals. */
START_TEST(test_long_spelling)
{
	struct bs_buffer text = {0};
	bs_buffer_string(&text, "She said");
	for (int i = 0; i < 10000; i++) bs_buffer_string(&text, " O’Hara’s CAT’S—");
	check_spelling(text.bytes);
	bs_buffer_free(&text);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("spelling");
	TCase *t = tcase_create("spelling");
	tcase_add_checked_fixture(t, make_directory, remove_directory);
	tcase_set_timeout(t, 120);
	tcase_add_loop_test(t, test_spelling, 0, CASES(spelling_cases));
	tcase_add_test(t, test_long_spelling);
	suite_add_tcase(suite, t);
	return run_suite(suite);
}
