/* A byte of a column that others tell of, whichever it is, costs no article, and no single bit
 * does, wherever it is: a check makes all of them again from what is left. */
#include "stories.h"

#include "index/segment.h"
#include "index/segment_columns.h"

#include <fcntl.h>
#include <sys/stat.h>

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

enum { ARTICLES = CASES(articles), CASES = CASES(cases), PARTS = 8 };

static const char columns[] = "seg-1-0.cols", tables[] = "seg-1-0.glass";

static void make_index(void)
{
	make_directory();
	write_stories(directory, articles, ARTICLES, 0);
}

static void change(const char *file, off_t at, unsigned char bits)
{
	unsigned char byte;
	int fd = open(path_of(file), O_RDWR);
	ck_assert_int_eq(pread(fd, &byte, 1, at), 1);
	byte ^= bits;
	ck_assert_int_eq(pwrite(fd, &byte, 1, at), 1);
	close(fd);
}

static void find_section(enum bs_segment_section section, off_t *begin, size_t *length)
{
	struct bs_pack pack;
	OK(bs_pack_open(path_of(columns), &pack, &error));
	*begin = (const char *)pack.sections[section].bytes - (const char *)pack.map;
	*length = pack.sections[section].length;
	bs_pack_close(&pack);
}

static brad_check_report check_index(bool repair, bool drop)
{
	brad_check_report report;
	brad_check_options options = BRAD_CHECK_OPTIONS_INIT;
	options.repair = repair;
	options.drop_damaged = drop;
	OK(brad_index_check(directory, &options, &report, &error));
	return report;
}

static brad_check_report look(bool repair)
{
	return check_index(repair, repair);
}

START_TEST(test_every_byte)
{
	static const unsigned char flips[] = {0x03, 0x81, 0xFF}; /* no single bits */
	off_t begin;
	size_t length;
	find_section(cases[_i].section, &begin, &length);
	ck_assert_uint_gt(length, 0);
	size_t step = length < 200 ? 1 : length / 200 + 1;
	for (size_t at = 0; at < length; at += step) {
		unsigned char bits = flips[at / step % sizeof flips];
		change(columns, begin + (off_t)at, bits);
		brad_check_report report = look(false);
		ck_assert_uint_gt(report.faults, 0);
		ck_assert_msg(report.losses <= cases[_i].losses, "section %d, byte %zu: %d lost",
			      (int)cases[_i].section, at, (int)report.losses);
		change(columns, begin + (off_t)at, bits);
	}
	ck_assert_uint_eq(look(false).faults, 0);
}
END_TEST

static void change_bit(const char *file, size_t at, unsigned bit)
{
	change(file, (off_t)at, (unsigned char)(1u << bit % 8));
}

static void take_file(const char *name, char *out, size_t room)
{
	FILE *file = fopen(path_of(name), "rb");
	ck_assert_ptr_nonnull(file);
	size_t n = fread(out, 1, room - 1, file);
	out[n] = '\0';
	fclose(file);
}

static size_t size_of(const char *file)
{
	struct stat st;
	ck_assert_int_eq(stat(path_of(file), &st), 0);
	return (size_t)st.st_size;
}

/* A bit that was turned costs nothing, in the head of the file and its checksums either. */
START_TEST(test_every_bit)
{
	size_t size = size_of(columns), seen = 0;
	for (size_t at = (size_t)_i, tries = 0; at < size; at += PARTS, tries++) {
		change_bit(columns, at, (unsigned)(at / PARTS));
		brad_check_report report = look(false);
		ck_assert_msg(report.losses == 0, "byte %zu: %d lost", at, (int)report.losses);
		seen += report.faults > 0;
		change_bit(columns, at, (unsigned)(at / PARTS));
	}
	ck_assert_uint_gt(seen, size / PARTS * 9 / 10); /* but for what fills up to eights */
}
END_TEST

/* Two bits do, where something is told only once; and what tells where it all is. */
START_TEST(test_two_bits)
{
	off_t begin;
	size_t length;
	find_section(BS_SECTION_RECORDS, &begin, &length);
	change(columns, begin + (off_t)length / 2, 0x11);
	ck_assert_uint_eq(look(false).losses, 1);
	change(columns, begin + (off_t)length / 2, 0x11);
	change(columns, 17, 0x11);
	ck_assert_uint_eq(look(false).losses, ARTICLES);
}
END_TEST

/* The checksums of the blocks are made again, however many are gone. */
START_TEST(test_checksums)
{
	off_t begin;
	size_t length;
	find_section(BS_SECTION_COUNTS, &begin, &length);
	for (off_t at = begin - 200; at < begin; at++) change(columns, at, 0xA5);
	ck_assert_uint_eq(look(false).losses, 0);
	brad_check_report report = look(true);
	ck_assert(report.repaired);
	ck_assert_uint_eq(report.remade, ARTICLES);
}
END_TEST

/* Nor is it forgotten which articles were removed. */
START_TEST(test_dead)
{
	static const char dead[] = "seg-1-0.dead.2";
	brad_writer *writer;
	OK(brad_writer_open(directory, NULL, &writer, &error));
	OK(brad_writer_remove(writer, articles[1].id, NULL, &error));
	OK(brad_writer_commit(writer, NULL, &error));
	brad_writer_free(writer);
	size_t size = size_of(dead);
	for (size_t at = 0; at < size; at += 7) {
		change_bit(dead, at, (unsigned)at);
		ck_assert_uint_eq(look(false).losses, 0);
		change_bit(dead, at, (unsigned)at);
	}
	change(dead, (off_t)size - 8, 0x14);
	ck_assert_uint_eq(look(false).losses, 1);
	change(dead, (off_t)size - 8, 0x10);
	brad_check_report report = look(true);
	ck_assert(report.repaired);
	ck_assert_uint_eq(report.remade, ARTICLES - 1);
	ck_assert_uint_eq(look(false).articles, ARTICLES - 1);
}
END_TEST

/* Nor does a bit of the manifest: it is turned back, and the manifest is as it was. */
START_TEST(test_manifest)
{
	static const char manifest[] = "manifest";
	char was[4096] = "", is[sizeof was] = "";
	size_t size = size_of(manifest);
	take_file(manifest, was, sizeof was);
	for (size_t at = (size_t)_i; at < size; at += 3 * PARTS) {
		change_bit(manifest, at, (unsigned)at);
		brad_check_report found = check_index(true, false);
		ck_assert_msg(found.faults == 1, "byte %zu", at);
		ck_assert_uint_eq(found.losses, 0);
		ck_assert(found.repaired);
		take_file(manifest, is, sizeof is);
		ck_assert_msg(strcmp(is, was) == 0, "byte %zu", at);
	}
}
END_TEST

/* Of two bits nothing is certain: only what is there can be put together again. */
START_TEST(test_manifest_of_two_bits)
{
	char was[4096] = "";
	take_file("manifest", was, sizeof was);
	off_t at = strstr(was, "\"revision\": ") - was + 12;
	change("manifest", at, 0x06); /* 1 becomes 7 */
	brad_check_report found = check_index(true, false);
	ck_assert_uint_eq(found.faults, 1);
	ck_assert(!found.repaired);
	ck_assert(look(true).repaired);
	ck_assert_uint_eq(look(false).articles, ARTICLES);
}
END_TEST

/* What is to be dropped, but not repaired, would be forgotten. */
START_TEST(test_drop_without_repair)
{
	brad_check_report report;
	brad_check_options options = BRAD_CHECK_OPTIONS_INIT;
	options.drop_damaged = true;
	ck_assert_int_eq(brad_index_check(directory, &options, &report, &error), BRAD_EINVAL);
	ck_assert_ptr_nonnull(strstr(error.message, "set repair too"));
}
END_TEST

/* Of libxapian's tables every byte is compared, those too that it never reads. */
START_TEST(test_tables)
{
	size_t size = size_of(tables);
	for (size_t at = 5; at < size; at += size / 50) {
		change(tables, (off_t)at, 0x42);
		brad_check_report report = look(false);
		ck_assert_uint_gt(report.faults, 0);
		ck_assert_uint_eq(report.losses, 0);
		change(tables, (off_t)at, 0x42);
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
	change(columns, begin + (off_t)(length / 2), 0x42);
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
	tcase_add_loop_test(tests, test_every_bit, 0, PARTS);
	tcase_add_loop_test(tests, test_manifest, 0, PARTS);
	tcase_add_test(tests, test_manifest_of_two_bits);
	tcase_add_test(tests, test_drop_without_repair);
	tcase_add_test(tests, test_two_bits);
	tcase_add_test(tests, test_checksums);
	tcase_add_test(tests, test_dead);
	tcase_add_test(tests, test_tables);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
