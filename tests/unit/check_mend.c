/* A byte of a column that others tell of, whichever it is, costs no article: a check makes
 * all of them again from what is left. */
#include "stories.h"

#include "index/segment.h"
#include "index/segment_columns.h"

#include <fcntl.h>

/* ---- Cases ---- */

/* How many articles a changed byte may cost: those of which something is told only once. */
static const struct {
	enum bs_segment_section section;
	unsigned losses;
} cases[] = {
	{BS_SECTION_COUNTS, 0},       {BS_SECTION_ARTICLE, 0},      {BS_SECTION_ROLE, 0},
	{BS_SECTION_WORDS_AT, 0},     {BS_SECTION_FORM_CODES, 0},   {BS_SECTION_CODE_FORMS, 0},
	{BS_SECTION_FORM_STARTS, 0},  {BS_SECTION_TEXTS_STARTS, 0}, {BS_SECTION_JOINT_STARTS, 0},
	{BS_SECTION_ROWS, 2},         {BS_SECTION_SPOKEN, 0},       {BS_SECTION_SET, 0},
	{BS_SECTION_PEOPLE_BYTES, 0}, {BS_SECTION_LIST_BYTES, 0},   {BS_SECTION_UNITS, 1},
	{BS_SECTION_RECORDS, 1},
};

static const struct story articles[] = {
	{.id = "pier",
	 .title = "Pier to stay",
	 .text = "The pier stays open, the mayor said. \"It pays for itself,\" she added."},
	{.id = "ferry",
	 .text = "McWick fares on the ferry rose in May.\n\nNobody at the quay was told of it."},
	{.id = "bare", .title = "Only a title", .text = ""},
	{.id = "link", .text = "Click here to subscribe"},
	{.id = "mill",
	 .title = "",
	 .text = "The old mill burned down on 3 March 2021, Ada Wick said."},
};

/* ---- Code ---- */

enum { ARTICLES = CASES(articles), CASES = CASES(cases) };

static void make_index(void)
{
	make_directory();
	write_stories(directory, articles, ARTICLES, 0);
}

static void change(off_t at, unsigned char bits)
{
	unsigned char byte;
	int fd = open(path_of("seg-1-0.cols"), O_RDWR);
	ck_assert_int_eq(pread(fd, &byte, 1, at), 1);
	byte ^= bits;
	ck_assert_int_eq(pwrite(fd, &byte, 1, at), 1);
	close(fd);
}

static void find_section(enum bs_segment_section section, off_t *begin, size_t *length)
{
	struct bs_pack pack;
	OK(bs_pack_open(path_of("seg-1-0.cols"), &pack, &error));
	*begin = (const char *)pack.sections[section].bytes - (const char *)pack.map;
	*length = pack.sections[section].length;
	bs_pack_close(&pack);
}

static brad_check_report look(bool repair)
{
	brad_check_report report;
	brad_check_options options = BRAD_CHECK_OPTIONS_INIT;
	options.repair = options.drop_damaged = repair;
	OK(brad_index_check(directory, &options, &report, &error));
	return report;
}

START_TEST(test_every_byte)
{
	static const unsigned char flips[] = {0x01, 0x80, 0xFF};
	off_t begin;
	size_t length;
	find_section(cases[_i].section, &begin, &length);
	ck_assert_uint_gt(length, 0);
	size_t step = length < 200 ? 1 : length / 200 + 1;
	for (size_t at = 0; at < length; at += step) {
		unsigned char bits = flips[at / step % sizeof flips];
		change(begin + (off_t)at, bits);
		brad_check_report report = look(false);
		ck_assert_uint_gt(report.faults, 0);
		ck_assert_msg(report.losses <= cases[_i].losses, "section %d, byte %zu: %d lost",
			      (int)cases[_i].section, at, (int)report.losses);
		change(begin + (off_t)at, bits);
	}
	ck_assert_uint_eq(look(false).faults, 0);
}
END_TEST

/* What was mended is what was added. */
START_TEST(test_repair)
{
	brad_index *index;
	off_t begin;
	size_t length;
	if (cases[_i].losses > 0) return;
	find_section(cases[_i].section, &begin, &length);
	change(begin + (off_t)(length / 2), 0x42);
	brad_check_report report = look(true);
	ck_assert(report.repaired);
	ck_assert_uint_eq(report.remade, ARTICLES);
	OK(brad_index_open_verified(directory, &index, &error));
	for (size_t i = 0; i < ARTICLES; i++) {
		brad_article *article;
		OK(brad_index_article(index, articles[i].id, &article, &error));
		const brad_document *d = brad_article_document(article);
		ck_assert_str_eq(d->text, articles[i].text);
		ck_assert_pstr_eq(d->title, articles[i].title);
		brad_article_free(article);
	}
	brad_index_free(index);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("mend");
	TCase *tests = tcase_create("mend");
	tcase_set_timeout(tests, 120);
	tcase_add_checked_fixture(tests, make_index, remove_directory);
	tcase_add_loop_test(tests, test_every_byte, 0, CASES);
	tcase_add_loop_test(tests, test_repair, 0, CASES);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
