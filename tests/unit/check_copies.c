/* The table of copies finds what has the longest words of a sentence, and tells what has all of them. */
#include "suite.h"

#include "index/copies.h"

#include "index/segment.h"
#include "index/terms.h"
#include "index/units.h"

/* ---- Cases ---- */

/* Have two sentences the same longest words, and the same words? */
static const struct {
	const char *a, *b;
	bool mark, seal;
} key_cases[] = {
	{"The company closed both wooden piers.", "the COMPANY closed both wooden piers", true,
	 true},
	{"The company closed both wooden piers.", "Both wooden piers the company closed.", true,
	 false},
	{"The company closed both wooden piers.", "The company closed the wooden piers.", true,
	 false},
	{"The harbourmaster Smith resigned unexpectedly.",
	 "The harbourmaster Mr Smith resigned unexpectedly.", true, false},
	{"Passengers waited 13,500,000 seconds for boats.",
	 "Passengers waited many seconds for boats.", true, false},
	{"The company closed both wooden piers.",
	 "On Wednesday the company closed both wooden piers", true, false},
	{"The company closed both wooden piers.", "The company opened both wooden piers.", false,
	 false},
	{"", "", true, true},
	{"Ferry.", "Piers.", false, false},
};

/* One article a line. */
static const char *const texts[] = {
	"The harbourmaster resigned on Monday after the vote.",
	"The harbourmaster resigned on Monday after the vote.",
	"The harbourmaster resigned on Monday, after a vote.",
	"Passengers and fishermen alike were waiting for news.",
	"He said no to that.",
	"He said no to that.",
	"It rained on the quay for seven days.",
};

enum { TEXTS = CASES(texts) };

/* What is found for a text: others by their numbers, with a ! where it may be the same. */
static const struct {
	const char *text, *found;
} table_cases[] = {
	{"The harbourmaster resigned on Monday after the vote.", "0! 1! 2"},
	{"On MONDAY the harbourmaster resigned after the vote", "0 1 2"},
	{"The harbourmaster resigned on Tuesday after the vote.", "0 1 2"},
	{"The harbourmaster retired on Monday after the vote.", ""},
	{"Passengers and fishermen alike were waiting for news.", "3!"},
	{"Passengers and fishermen had been waiting for news.", "3"},
	{"He said no to that.", ""},
	{"It rained on the quay for seven days.", "6!"},
};

/* ---- Code ---- */

static struct bs_copy_key key_of(const char *text)
{
	struct bs_words_scan scan = {text, 0, strlen(text), false, {0}};
	struct bs_text_word word;
	struct bs_copy_key key = {0};
	while (bs_words_next(&scan, &word))
		bs_copy_key_add(&key, bs_copy_word(word.form, word.length));
	bs_copy_key_end(&key);
	bs_buffer_free(&scan.form);
	return key;
}

START_TEST(keys)
{
	for (size_t i = 0; i < CASES(key_cases); i++) {
		struct bs_copy_key a = key_of(key_cases[i].a), b = key_of(key_cases[i].b);
		ck_assert_msg((a.mark == b.mark) == key_cases[i].mark, "marks of '%s', '%s'",
			      key_cases[i].a, key_cases[i].b);
		ck_assert_msg((a.seal == b.seal) == key_cases[i].seal, "seals of '%s', '%s'",
			      key_cases[i].a, key_cases[i].b);
	}
}
END_TEST

static void write_segment(unsigned times)
{
	struct bs_segment_writer *w;
	struct bs_segment_info info;
	OK(bs_segment_begin(directory, "s", &w, &error));
	for (unsigned i = 0; i < TEXTS * times; i++) {
		char id[16];
		brad_document document = document_of(texts[i % TEXTS]);
		brad_article *article;
		snprintf(id, sizeof id, "%u", i);
		document.id = id;
		OK(brad_article_parse(&document, &article, &error));
		OK(bs_segment_add(w, article, 0, 0, &error));
		brad_article_free(article);
	}
	OK(bs_segment_finish(w, &info, &error));
	ck_assert_uint_eq(info.documents, TEXTS * times);
	bs_segment_free(w);
}

/* Whatever the size of the table, the same are found. */
static void look_up(const struct bs_segment *s, unsigned times)
{
	for (size_t i = 0; i < CASES(table_cases); i++) {
		struct bs_copy_key key = key_of(table_cases[i].text);
		struct bs_copy_scan scan;
		unsigned found[TEXTS] = {0}, same[TEXTS] = {0};
		char got[64] = "";
		bool is_same;
		bs_copies_begin(s, &key, &scan);
		for (uint32_t d; (d = bs_copies_next(&scan, &is_same));) {
			found[(d - 1) % TEXTS]++;
			same[(d - 1) % TEXTS] += is_same;
		}
		for (size_t k = 0; k < TEXTS; k++) {
			size_t used = strlen(got);
			if (!found[k]) continue;
			ck_assert_uint_eq(found[k], times);
			ck_assert(same[k] == 0 || same[k] == times);
			snprintf(got + used, sizeof got - used, "%s%zu%s", used ? " " : "", k,
				 same[k] ? "!" : "");
		}
		ck_assert_msg(strcmp(got, table_cases[i].found) == 0, "'%s' finds %s, not %s",
			      table_cases[i].text, got, table_cases[i].found);
	}
}

START_TEST(table)
{
	static const unsigned sizes[] = {1, 2, 40, 300};
	for (size_t i = 0; i < CASES(sizes); i++) {
		struct bs_segment segment;
		make_directory();
		write_segment(sizes[i]);
		OK(bs_segment_open(directory, "s", &segment, &error));
		look_up(&segment, sizes[i]);
		bs_segment_close(&segment);
		remove_directory();
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("copies");
	TCase *t = tcase_create("copies");
	tcase_add_test(t, keys);
	tcase_add_test(t, table);
	suite_add_tcase(suite, t);
	return run_suite(suite);
}
