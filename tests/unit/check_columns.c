/* Numbers in the columns of a segment, under checksums that are right: the last that may be is
 * taken, and the first that may not is refused when the segment is opened.  So is a column
 * that is too short or too long. */
#include "stories.h"

#include "base/date.h"
#include "index/pack.h"
#include "index/segment.h"
#include "index/segment_columns.h"

#include <stddef.h>

/* ---- Cases ---- */

static const struct story articles[] = {
	{.id = "weir",
	 .title = "Weir to be mended",
	 .source = "The Eel",
	 .path = "/n/weir",
	 .url = "https://eel.example/weir",
	 .text = "“The weir will be mended,” said Ada Wick, the engineer. Barges wait at the "
		 "lock."},
	{.id = "lock",
	 .text = "The lock is shut, Tom Reed said. He said it opens in May.\n\n“We wait,” Ada "
		 "Wick told the Eel."},
};

/* What there is of something; a number must be below it, or `more` above it. */
enum limit { NUMBER, TEXTS, FORMS, PEOPLE, ROLES, SETS, RECORDS, DOCUMENTS };

#define ROW(member) BS_SECTION_ROWS, offsetof(struct bs_article_row, member)
#define SECOND_ROW(member)                                                                         \
	BS_SECTION_ROWS, sizeof(struct bs_article_row) + offsetof(struct bs_article_row, member)

static const struct {
	enum bs_segment_section section;
	size_t at, width; /* in bytes */
	enum limit limit;
	uint32_t more;
	bool last_fits; /* one less is taken; else it does not fit something else */
} cases[] = {
	{ROW(id), 4, TEXTS, 0, true},
	{ROW(source), 4, TEXTS, 0, true},
	{ROW(path), 4, TEXTS, 0, true},
	{ROW(url), 4, TEXTS, 0, true},
	{ROW(title), 4, TEXTS, 0, true},
	{ROW(date_from), 1, NUMBER, BRAD_DATE_INFERRED + 1, true},
	{SECOND_ROW(record), 4, RECORDS, 1, true},
	{SECOND_ROW(first), 4, NUMBER, 1, false},
	{SECOND_ROW(count), 4, DOCUMENTS, 0, false},
	{BS_SECTION_COUNTS, 0, 4, DOCUMENTS, 1, true},
	{BS_SECTION_COUNTS, 4, 4, NUMBER, CASES(articles) + 1, true},
	{BS_SECTION_COUNTS, 8, 4, SETS, 1, true},
	{BS_SECTION_ARTICLE, 4, 4, NUMBER, 1, true},
	{BS_SECTION_CODE_FORMS, 4, 4, FORMS, 0, true},
	{BS_SECTION_FORM_CODES, 4, 4, FORMS, 0, true},
	{BS_SECTION_MEMBERS, 0, 4, PEOPLE, 0, true},
	{BS_SECTION_MEMBERS, 4, 4, ROLES, 0, true},
	{BS_SECTION_SET, 0, 4, SETS, 1, true},
	{BS_SECTION_NAME_PEOPLE, 0, 4, PEOPLE, 0, true},
	{BS_SECTION_PERSON_SETS, 0, 4, SETS, 1, true},
	{BS_SECTION_ROLE, 1, 1, NUMBER, BRAD_ROLE_FURNITURE + 1, true},
	{BS_SECTION_SPEECH, 2, 1, NUMBER, (BRAD_EVIDENCE_CARRIED + 1) * 4, true},
	{BS_SECTION_CONFIDENCE, 2, 1, NUMBER, 101, true},
	{BS_SECTION_SPOKEN_BEFORE, 0, 4, NUMBER, 1, true},
	{BS_SECTION_NAME_WORDS_AT, 0, 4, NUMBER, 1, true},
};

/* Days that are none; the last is one. */
static const uint32_t days[] = {1, UINT32_MAX, 0};

/* ---- Code ---- */

static struct bs_buffer columns[BS_SECTIONS];
static uint32_t most[DOCUMENTS + 1];

static void make_segment(void)
{
	struct bs_pack pack;
	struct bs_segment s;
	make_directory();
	write_stories(directory, articles, CASES(articles), 0);
	OK(bs_segment_open(directory, "seg-1-0", &s, &error));
	ck_assert_uint_eq(s.articles, CASES(articles));
	most[TEXTS] = s.texts.count;
	most[FORMS] = s.forms.count;
	most[PEOPLE] = s.people.count;
	most[ROLES] = s.roles.count;
	most[SETS] = s.set_count;
	most[RECORDS] = (uint32_t)s.records_length;
	most[DOCUMENTS] = s.documents;
	bs_segment_close(&s);
	OK(bs_pack_open(path_of("seg-1-0.cols"), &pack, &error));
	for (int i = 0; i < BS_SECTIONS; i++) {
		columns[i] = (struct bs_buffer){0};
		bs_buffer_add(&columns[i], pack.sections[i].bytes, pack.sections[i].length);
	}
	bs_pack_close(&pack);
}

static void forget_segment(void)
{
	remove_directory();
	for (int i = 0; i < BS_SECTIONS; i++) bs_buffer_free(&columns[i]);
}

static brad_status open_changed(void)
{
	struct bs_section sections[BS_SECTIONS];
	struct bs_segment s;
	uint64_t checksum, size;
	for (int i = 0; i < BS_SECTIONS; i++)
		sections[i] = (struct bs_section){columns[i].bytes, columns[i].length};
	unlink(path_of("seg-1-0.cols"));
	OK(bs_pack_write(path_of("seg-1-0.cols"), sections, BS_SECTIONS, &checksum, &size, &error));
	brad_status status = bs_segment_open(directory, "seg-1-0", &s, &error);
	if (status == BRAD_OK) bs_segment_close(&s);
	return status;
}

static void put(enum bs_segment_section section, size_t at, uint32_t number, size_t width)
{
	ck_assert_uint_le(at + width, columns[section].length);
	memcpy(columns[section].bytes + at, &number, width);
}

START_TEST(test_limits)
{
	uint32_t limit = most[cases[_i].limit] + cases[_i].more;
	put(cases[_i].section, cases[_i].at, limit, cases[_i].width);
	ck_assert_int_eq(open_changed(), BRAD_ECORRUPT);
	ck_assert_ptr_nonnull(strstr(error.message, "run 'bradsearch check'"));
	put(cases[_i].section, cases[_i].at, limit - 1, cases[_i].width);
	ck_assert_int_eq(open_changed(), cases[_i].last_fits ? BRAD_OK : BRAD_ECORRUPT);
}
END_TEST

START_TEST(test_days)
{
	static const size_t places[] = {offsetof(struct bs_article_row, day),
					offsetof(struct bs_article_row, not_before),
					offsetof(struct bs_article_row, not_after)};
	for (size_t i = 0; i < CASES(places); i++)
		for (size_t k = 0; k < CASES(days); k++) {
			put(BS_SECTION_ROWS, places[i], days[k], 4);
			ck_assert_int_eq(open_changed(), days[k] ? BRAD_ECORRUPT : BRAD_OK);
		}
	brad_date none = {2023, 2, 29}, last = {2024, 2, 29};
	put(BS_SECTION_ROWS, places[0], bs_date_pack(none), 4);
	ck_assert_int_eq(open_changed(), BRAD_ECORRUPT);
	put(BS_SECTION_ROWS, places[0], bs_date_pack(last), 4);
	OK(open_changed());
}
END_TEST

/* A column that must be as long as others say, or end where the starts of its strings do. */
START_TEST(test_lengths)
{
	bool may = _i == BS_SECTION_UNITS || _i == BS_SECTION_RECORDS || _i == BS_SECTION_NAMED ||
		   _i == BS_SECTION_MENTIONS || _i == BS_SECTION_COPIES ||
		   _i == BS_SECTION_LIST_BLOCKS || _i == BS_SECTION_LIST_BYTES ||
		   _i == BS_SECTION_LIST_REPEATS; /* looked at where they are read */
	bs_buffer_add(&columns[_i], "\0\0\0\0\0\0\0", 8);
	ck_assert_int_eq(open_changed(), may ? BRAD_OK : BRAD_ECORRUPT);
	columns[_i].length -= 8;
	OK(open_changed());
	if (columns[_i].length == 0 || may) return;
	columns[_i].length -= columns[_i].length < 4 ? 1 : 4;
	ck_assert_int_eq(open_changed(), BRAD_ECORRUPT);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("columns");
	TCase *tests = tcase_create("columns");
	tcase_add_checked_fixture(tests, make_segment, forget_segment);
	tcase_add_loop_test(tests, test_limits, 0, CASES(cases));
	tcase_add_test(tests, test_days);
	tcase_add_loop_test(tests, test_lengths, 0, BS_SECTIONS);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
