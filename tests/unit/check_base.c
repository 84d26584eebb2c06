/* The base library: arena, buffer, UTF-8, dates, errors. */
#include "suite.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/date.h"
#include "base/error.h"
#include "base/utf8.h"

#include <errno.h>

/* ---- Cases ---- */

static const struct {
	const char *bytes;
	size_t length, at; /* the first byte that is none of UTF-8; length if all are */
} utf8_cases[] = {
	{"", 0, 0},
	{"plain", 5, 5},
	{"caf\xC3\xA9", 5, 5},
	{"\xE2\x80\x9Cso\xE2\x80\x9D", 8, 8},
	{"\xF0\x9F\x98\x80", 4, 4},
	{"\xEF\xBF\xBD", 3, 3},     /* U+FFFD itself is a character */
	{"ab\x93q\x94", 5, 2},      /* Windows-1252 */
	{"ab\xC3", 3, 2},           /* cut short */
	{"\xC0\xAF", 2, 0},         /* longer than need be */
	{"\xED\xA0\x80", 3, 0},     /* half of a surrogate pair */
	{"\xF4\x90\x80\x80", 4, 0}, /* beyond U+10FFFF */
	{"\x80", 1, 0},
};

static const struct {
	unsigned char byte;
	uint32_t character;
} windows_cases[] = {
	{0x41, 'A'},    {0x80, 0x20AC}, {0x91, 0x2018}, {0x92, 0x2019},
	{0x93, 0x201C}, {0x94, 0x201D}, {0x96, 0x2013}, {0x9F, 0x0178},
	{0x81, 0xFFFD}, {0xA3, 0xA3},   {0xE9, 0xE9},
};

static const struct {
	const char *text, *folded;
} fold_cases[] = {
	{"", ""},
	{"Council", "council"},
	{"MAÑANA", "manana"},
	{"Zoë’s café", "zoe's cafe"},
	{"O‘Neill OʼNeill", "o'neill o'neill"},
	{"Straße", "strasse"},
	{"ﬁnal", "final"},
	{"ＷＩＤＥ", "wide"},
	{"e\xCC\x81t\xC3\xA9", "ete"}, /* the accent apart, and joined */
	{"Ærø", "ærø"},                /* letters of their own, not accents */
	{"ΣΊΣΥΦΟΣ", "σισυφοσ"},
	{"£5 – 2018", "£5 – 2018"},
};

static const struct {
	uint32_t character;
	bool space, letter, upper, lower;
} kinds[] = {
	{' ', true, false, false, false},     {'\n', true, false, false, false},
	{0xA0, true, false, false, false},    {0x2028, true, false, false, false},
	{0xFEFF, true, false, false, false},  {'a', false, true, false, true},
	{'Z', false, true, true, false},      {0xC9, false, true, true, false},
	{0xE9, false, true, false, true},     {0x301, false, true, false, false},
	{0x6C34, false, true, false, false},  {'7', false, false, false, false},
	{0x2019, false, false, false, false}, {'_', false, false, false, false},
};

static const struct {
	const char *text;
	brad_date date;
} good_dates[] = {
	{"2023", {2023, 0, 0}},         {"2023-01", {2023, 1, 0}},
	{"2023-01-31", {2023, 1, 31}},  {"2024-02-29", {2024, 2, 29}},
	{"2000-02-29", {2000, 2, 29}},  {"0001-01-01", {1, 1, 1}},
	{"9999-12-31", {9999, 12, 31}},
};

static const char *const bad_dates[] = {
	"",           "23",         "2023-",      "2023-1",     "2023-13",     "2023-00",
	"2023-02-29", "1900-02-29", "2023-04-31", "2023-01-00", "2023-01-31x", "2023-01-3",
	"0000",       "20230131",   "31/01/2023", " 2023",      "2023 ",       "2023-01T09:00",
};

static const struct {
	brad_date date;
	int32_t days;
	int weekday;
} calendar[] = {
	{{1970, 1, 1}, 0, 3},      {{1969, 12, 31}, -1, 2},      {{2000, 2, 29}, 11016, 1},
	{{2023, 1, 31}, 19388, 1}, {{2022, 5, 29}, 19141, 6},    {{1600, 3, 1}, -135080, 2},
	{{1, 1, 1}, -719162, 0},   {{9999, 12, 31}, 2932896, 4},
};

static const uint64_t numbers[] = {
	0, 1, 127, 128, 300, 16383, 16384, UINT32_MAX, (uint64_t)1 << 63, UINT64_MAX,
};

/* ---- Arena ---- */

static bool holds_only(const char *bytes, char byte, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (bytes[i] != byte) return false;
	return true;
}

START_TEST(arena_gives_zeroed_aligned_pieces_of_any_size)
{
	static const size_t sizes[] = {0, 1, 7, 16, 17, 4000, 16384, 100000, 3000000};
	struct bs_arena arena = {0};
	char *pieces[9];
	for (size_t i = 0; i < 9; i++) {
		pieces[i] = bs_arena_alloc(&arena, sizes[i]);
		ck_assert_ptr_nonnull(pieces[i]);
		ck_assert_uint_eq((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
		ck_assert(holds_only(pieces[i], 0, sizes[i]));
		memset(pieces[i], (int)i + 1, sizes[i]);
	}
	for (size_t i = 0; i < 9; i++) ck_assert(holds_only(pieces[i], (char)(i + 1), sizes[i]));
	ck_assert_uint_ge(arena.total, 3120000);
	bs_arena_free(&arena);
	ck_assert_ptr_null(arena.blocks);
	ck_assert_uint_eq(arena.total, 0);
}
END_TEST

START_TEST(arena_lets_a_list_grow_where_it_is)
{
	struct bs_arena arena = {0};
	uint64_t *list = NULL, *first;
	size_t count = 0;
	*BS_PUSH(&arena, list, count) = 0;
	first = list;
	for (uint64_t i = 1; i < 1000; i++) *BS_PUSH(&arena, list, count) = i;
	ck_assert_ptr_eq(list, first); /* nothing was given out after it */
	char *other = bs_arena_copy(&arena, "after it", 8);
	for (uint64_t i = 1000; i < 5000; i++) *BS_PUSH(&arena, list, count) = i;
	ck_assert_ptr_ne(list, first);
	for (size_t i = 0; i < count; i++) ck_assert_uint_eq(list[i], i);
	ck_assert_str_eq(other, "after it");
	bs_arena_free(&arena);
}
END_TEST

START_TEST(arena_takes_back_the_end_of_the_last_piece)
{
	struct bs_arena arena = {0};
	char *list = bs_arena_take(&arena, 1000);
	memset(list, 'a', 1000);
	bs_arena_shorten(&arena, list, 1000, 100);
	char *next = bs_arena_keep(&arena, "next", 5);
	ck_assert(next >= list + 100 && next < list + 100 + sizeof(max_align_t));
	ck_assert(holds_only(list, 'a', 100));
	bs_arena_shorten(&arena, list, 100, 10); /* not the last any more: nothing happens */
	ck_assert_ptr_ne(bs_arena_take(&arena, 8), next);
	ck_assert_str_eq(next, "next");
	ck_assert_uint_eq(arena.most, arena.total);
	size_t most = arena.most;
	bs_arena_free(&arena);
	ck_assert_uint_eq(arena.most, most);
}
END_TEST

START_TEST(arena_copies_strings)
{
	struct bs_arena arena = {0};
	char bytes[] = "ab\0cd";
	char *copy = bs_arena_copy(&arena, bytes, 5);
	bytes[0] = 'x';
	ck_assert_mem_eq(copy, "ab\0cd", 6);
	ck_assert_str_eq(bs_arena_string(&arena, "word"), "word");
	ck_assert_ptr_null(bs_arena_string(&arena, NULL));
	bs_arena_free(&arena);
}
END_TEST

START_TEST(arena_lists_grow_and_keep_their_items)
{
	struct bs_arena arena = {0};
	uint32_t *list = NULL;
	size_t count = 0;
	for (uint32_t i = 0; i < 5000; i++) {
		uint32_t *item = BS_PUSH(&arena, list, count);
		ck_assert_uint_eq(*item, 0);
		*item = i * 3;
	}
	ck_assert_uint_eq(count, 5000);
	for (uint32_t i = 0; i < 5000; i++) ck_assert_uint_eq(list[i], i * 3);
	bs_arena_free(&arena);
}
END_TEST

START_TEST(arena_without_memory_jumps_or_returns_null)
{
	struct bs_arena arena = {0};
	ck_assert_ptr_null(bs_arena_alloc(&arena, SIZE_MAX));
	ck_assert_ptr_null(bs_arena_alloc(&arena, SIZE_MAX - 64));
	ck_assert_ptr_null(bs_arena_grow(&arena, NULL, 0, SIZE_MAX / 4));
	jmp_buf way_out;
	volatile bool jumped = false;
	if (setjmp(way_out) == 0) {
		arena.way_out = &way_out;
		bs_arena_alloc(&arena, SIZE_MAX - 64);
		ck_abort_msg("an allocation of everything succeeded");
	}
	jumped = true;
	ck_assert(jumped);
	bs_arena_free(&arena);
}
END_TEST

/* ---- Buffer ---- */

START_TEST(buffer_ends_with_a_nul_and_grows)
{
	struct bs_buffer b = {0};
	for (int i = 0; i < 1000; i++) {
		bs_buffer_string(&b, "abc");
		ck_assert_uint_eq(b.length, (size_t)(i + 1) * 3);
		ck_assert_int_eq(b.bytes[b.length], '\0');
	}
	ck_assert(!b.failed);
	ck_assert_str_eq(b.bytes + 2994, "abcabc");
	bs_buffer_clear(&b);
	ck_assert_uint_eq(b.length, 0);
	ck_assert_str_eq(b.bytes, "");
	bs_buffer_free(&b);
	ck_assert_ptr_null(b.bytes);
}
END_TEST

START_TEST(buffer_that_failed_takes_no_more)
{
	struct bs_buffer b = {0};
	volatile size_t endless =
		SIZE_MAX / 2; /* unknown to the compiler, which would warn of it */
	bs_buffer_string(&b, "kept");
	bs_buffer_add(&b, "", endless);
	ck_assert(b.failed);
	bs_buffer_string(&b, "dropped");
	ck_assert_str_eq(b.bytes, "kept");
	bs_buffer_free(&b);
}
END_TEST

START_TEST(numbers_come_back_as_they_went)
{
	struct bs_buffer b = {0};
	bs_buffer_number(&b, numbers[_i]);
	bs_buffer_number(&b, 5);
	struct bs_input in = {(unsigned char *)b.bytes, (unsigned char *)b.bytes + b.length, false};
	ck_assert(bs_input_number(&in) == numbers[_i]);
	ck_assert_uint_eq(bs_input_number(&in), 5);
	ck_assert(!in.bad);
	ck_assert_uint_eq(bs_input_number(&in), 0);
	ck_assert_msg(in.bad, "reading past the end went unnoticed");
	bs_buffer_free(&b);
}
END_TEST

START_TEST(numbers_cut_short_are_bad)
{
	struct bs_buffer b = {0};
	bs_buffer_number(&b, numbers[_i]);
	for (size_t n = 0; n < b.length; n++) {
		struct bs_input in = {(unsigned char *)b.bytes, (unsigned char *)b.bytes + n,
				      false};
		ck_assert_uint_eq(bs_input_number(&in), 0);
		ck_assert(in.bad);
	}
	bs_buffer_free(&b);
}
END_TEST

START_TEST(a_number_of_eleven_bytes_is_bad)
{
	unsigned char bytes[11];
	memset(bytes, 0x81, sizeof bytes);
	struct bs_input in = {bytes, bytes + sizeof bytes, false};
	ck_assert_uint_eq(bs_input_number(&in), 0);
	ck_assert(in.bad);
}
END_TEST

START_TEST(texts_come_back_as_they_went)
{
	struct bs_buffer b = {0};
	bs_buffer_text(&b, "speaker");
	bs_buffer_text(&b, NULL);
	bs_buffer_text(&b, "");
	struct bs_input in = {(unsigned char *)b.bytes, (unsigned char *)b.bytes + b.length, false};
	size_t n;
	const char *text = bs_input_text(&in, &n);
	ck_assert_uint_eq(n, 7);
	ck_assert_mem_eq(text, "speaker", 7);
	ck_assert_ptr_null(bs_input_text(&in, &n));
	ck_assert_ptr_nonnull(bs_input_text(&in, &n));
	ck_assert_uint_eq(n, 0);
	ck_assert(!in.bad);
	in = (struct bs_input){(unsigned char *)b.bytes, (unsigned char *)b.bytes + 4, false};
	ck_assert_ptr_null(bs_input_text(&in, &n));
	ck_assert_msg(in.bad, "a text longer than the input went unnoticed");
	bs_buffer_free(&b);
}
END_TEST

/* ---- UTF-8 ---- */

START_TEST(utf8_is_told_from_what_is_none)
{
	ck_assert_uint_eq(bs_utf8_check(utf8_cases[_i].bytes, utf8_cases[_i].length),
			  utf8_cases[_i].at);
}
END_TEST

START_TEST(characters_are_read_forwards_and_backwards)
{
	static const char text[] = "a\xC3\xA9\xE2\x80\x99\xF0\x9F\x98\x80\xFFz";
	static const uint32_t characters[] = {'a', 0xE9, 0x2019, 0x1F600, 0xFFFD, 'z'};
	size_t starts[6], at = 0, n;
	for (size_t i = 0; i < 6; i++) {
		starts[i] = at;
		ck_assert_uint_eq(bs_utf8_at(text, at, sizeof text - 1, &n), characters[i]);
		at += n;
	}
	ck_assert_uint_eq(at, sizeof text - 1);
	for (size_t i = 6; i-- > 0; at = starts[i])
		ck_assert_uint_eq(bs_utf8_before(text, at), starts[i]);
}
END_TEST

START_TEST(characters_are_written_as_they_are_read)
{
	static const uint32_t characters[] = {'a', 0x7FF, 0x800, 0xFFFF, 0x10000, 0x10FFFF};
	char out[4];
	size_t n;
	for (size_t i = 0; i < 6; i++) {
		size_t k = bs_utf8_put(characters[i], out);
		ck_assert_uint_eq(bs_utf8_at(out, 0, k, &n), characters[i]);
		ck_assert_uint_eq(n, k);
	}
}
END_TEST

START_TEST(windows_1252_is_read)
{
	ck_assert_uint_eq(bs_windows_1252(windows_cases[_i].byte), windows_cases[_i].character);
}
END_TEST

START_TEST(characters_have_their_kinds)
{
	uint32_t c = kinds[_i].character;
	ck_assert_msg(bs_is_space(c) == kinds[_i].space, "U+%04X: space", c);
	ck_assert_msg(bs_is_letter(c) == kinds[_i].letter, "U+%04X: letter", c);
	ck_assert_msg(bs_is_upper(c) == kinds[_i].upper, "U+%04X: upper", c);
	ck_assert_msg(bs_is_lower(c) == kinds[_i].lower, "U+%04X: lower", c);
	ck_assert_msg(bs_is_digit(c) == (c == '7'), "U+%04X: digit", c);
}
END_TEST

START_TEST(words_are_folded)
{
	char out[256];
	size_t n = bs_fold(fold_cases[_i].text, strlen(fold_cases[_i].text), out);
	out[n] = '\0';
	ck_assert_str_eq(out, fold_cases[_i].folded);
}
END_TEST

START_TEST(folding_keeps_within_its_room)
{
	for (uint32_t c = 1; c < 0x110000; c++) {
		char text[4], out[4 * 4 + 4];
		if (c >= 0xD800 && c < 0xE000) continue;
		size_t k = bs_utf8_put(c, text), n = bs_fold(text, k, out);
		ck_assert_msg(n <= 4 * k + 4, "U+%04X folds to %zu bytes", c, n);
		ck_assert_msg(bs_utf8_check(out, n) == n, "U+%04X folds to no UTF-8", c);
	}
}
END_TEST

/* ---- Dates ---- */

START_TEST(dates_are_read_and_written)
{
	brad_date d;
	char buffer[11];
	OK(brad_date_read(good_dates[_i].text, &d, &error));
	ck_assert_mem_eq(&d, &good_dates[_i].date, sizeof d);
	ck_assert_str_eq(brad_date_write(d, buffer), good_dates[_i].text);
	ck_assert(bs_date_exists(d));
	brad_date back = bs_date_unpack(bs_date_pack(d));
	ck_assert_mem_eq(&back, &d, sizeof d);
}
END_TEST

START_TEST(what_is_no_date_is_refused)
{
	brad_date d = {1, 1, 1};
	ck_assert_msg(brad_date_read(bad_dates[_i], &d, &error) == BRAD_EINVAL, "'%s' was read",
		      bad_dates[_i]);
	ck_assert_int_eq(error.status, BRAD_EINVAL);
	ck_assert_ptr_nonnull(strstr(error.message, "is no date"));
	ck_assert_int_eq(d.year, 0);
	ck_assert_int_eq(brad_date_read(bad_dates[_i], &d, NULL), BRAD_EINVAL);
}
END_TEST

START_TEST(the_day_of_a_time_is_read)
{
	brad_date d;
	OK(brad_date_read("2023-01-31T09:00:00Z", &d, &error));
	ck_assert_int_eq(d.day, 31);
	OK(brad_date_read("2023-01-31 09:00", &d, &error));
	ck_assert_int_eq(d.month, 1);
	char buffer[11] = "x";
	ck_assert_str_eq(brad_date_write((brad_date){0, 0, 0}, buffer), "");
}
END_TEST

START_TEST(days_are_counted_from_1970)
{
	brad_date d = calendar[_i].date;
	ck_assert_int_eq(bs_days_from_date(d), calendar[_i].days);
	brad_date back = bs_date_from_days(calendar[_i].days);
	ck_assert_mem_eq(&back, &d, sizeof d);
	ck_assert_int_eq(bs_weekday(calendar[_i].days), calendar[_i].weekday);
}
END_TEST

START_TEST(every_day_follows_the_one_before)
{
	brad_date d = {1899, 12, 31};
	for (int32_t days = bs_days_from_date(d); days < 30000; days++) {
		brad_date next = bs_date_from_days(days + 1);
		bool month_ends = d.day == bs_month_days(d.year, d.month);
		ck_assert_int_eq(next.day, month_ends ? 1 : d.day + 1);
		ck_assert_int_eq(next.month, !month_ends ? d.month : d.month % 12 + 1);
		ck_assert_int_eq(next.year, d.year + (month_ends && d.month == 12));
		ck_assert_uint_lt(bs_date_pack(d), bs_date_pack(next));
		ck_assert_int_eq(bs_days_from_date(next), days + 1);
		d = next;
	}
}
END_TEST

START_TEST(packed_dates_sort_and_have_an_end)
{
	brad_date year = {2021, 0, 0}, month = {2021, 12, 0}, last = {2021, 12, 31},
		  after = {2022, 0, 0}, none = {0, 0, 0};
	ck_assert_uint_eq(bs_date_pack(none), 0);
	ck_assert_uint_lt(bs_date_pack(year), bs_date_pack(month));
	ck_assert_uint_lt(bs_date_pack(month), bs_date_pack(last));
	ck_assert_uint_ge(bs_date_pack_end(year), bs_date_pack(last));
	ck_assert_uint_ge(bs_date_pack_end(month), bs_date_pack(last));
	ck_assert_uint_eq(bs_date_pack_end(last), bs_date_pack(last));
	ck_assert_uint_lt(bs_date_pack_end(year), bs_date_pack(after));
	ck_assert_uint_eq(bs_date_pack_end(none), UINT32_MAX);
}
END_TEST

START_TEST(days_that_do_not_exist_are_told)
{
	static const brad_date none[] = {{0, 0, 0},     {-1, 1, 1},    {10000, 0, 0}, {2023, 0, 1},
					 {2023, 13, 1}, {2023, 2, 29}, {2023, 6, 31}};
	for (size_t i = 0; i < 7; i++) ck_assert(!bs_date_exists(none[i]));
	ck_assert_int_eq(bs_month_days(2100, 2), 28);
	ck_assert_int_eq(bs_month_days(2400, 2), 29);
	ck_assert_int_eq(bs_month_days(2023, 0), 0);
}
END_TEST

/* ---- Errors ---- */

START_TEST(failures_carry_their_words)
{
	memset(&error, 'x', sizeof error);
	ck_assert_int_eq(bs_fail(&error, BRAD_EIO, "cannot open '%s'", "a\nb\x7F"), BRAD_EIO);
	ck_assert_int_eq(error.status, BRAD_EIO);
	ck_assert_uint_eq(error.offset, 0);
	ck_assert_str_eq(error.message, "cannot open 'a?b?'");
	bs_fail(&error, BRAD_EIO, "%s", "caf\xE9 \xE2\x80 \xE2\x80\x99");
	ck_assert_str_eq(error.message, "caf? ?? \xE2\x80\x99");
	ck_assert_int_eq(bs_fail(NULL, BRAD_EQUERY, "no one listens"), BRAD_EQUERY);
	bs_error_clear(&error);
	ck_assert_int_eq(error.status, BRAD_OK);
	ck_assert_str_eq(error.message, "");
	bs_error_clear(NULL);
}
END_TEST

/* Whatever the width of the characters and wherever the cut falls. */
START_TEST(long_messages_are_cut_between_characters)
{
	static const char *const wide[] = {"a", "é", "’", "😀"};
	char text[1024];
	for (size_t shift = 0; shift < 4; shift++) {
		size_t n = shift, k = strlen(wide[_i]);
		memset(text, 'b', shift);
		for (; n + k < sizeof text; n += k) memcpy(text + n, wide[_i], k);
		text[n] = '\0';
		bs_fail(&error, BRAD_EIO, "%s", text);
		n = strlen(error.message);
		ck_assert_uint_le(n, sizeof error.message - 1);
		ck_assert_uint_ge(n, sizeof error.message - 5);
		ck_assert_uint_eq(bs_utf8_check(error.message, n), n);
		ck_assert_mem_eq(error.message, text, n);
	}
}
END_TEST

START_TEST(system_errors_are_told_in_words)
{
	errno = ENOENT;
	ck_assert_int_eq(bs_fail_errno(&error, "open", "x.txt"), BRAD_EIO);
	ck_assert_str_eq(error.message, "cannot open 'x.txt': no such file or directory");
	char path[2000];
	memset(path, 'd', sizeof path);
	path[sizeof path - 1] = '\0';
	errno = ENAMETOOLONG;
	ck_assert_int_eq(bs_fail_errno(&error, "open", path), BRAD_EIO);
	ck_assert_ptr_nonnull(strstr(error.message, "ddd...ddd"));
	ck_assert_ptr_nonnull(strstr(error.message, "d': file name too long"));
	errno = ENOMEM;
	ck_assert_int_eq(bs_fail_errno(&error, "open", "x.txt"), BRAD_ENOMEM);
	ck_assert_int_eq(error.status, BRAD_ENOMEM);
}
END_TEST

START_TEST(every_status_has_its_own_name)
{
	for (int s = BRAD_EINTERNAL; s <= BRAD_OK; s++)
		for (int other = BRAD_EINTERNAL; other <= BRAD_OK + 1; other++)
			ck_assert_int_eq(strcmp(brad_status_text((brad_status)s),
						brad_status_text((brad_status)other)) == 0,
					 s == other);
	ck_assert_str_eq(brad_version(), BRAD_VERSION);
}
END_TEST

/* ---- The suite ---- */

static TCase *group(Suite *suite, const char *name)
{
	TCase *tcase = tcase_create(name);
	suite_add_tcase(suite, tcase);
	return tcase;
}

int main(void)
{
	Suite *suite = suite_create("base");
	TCase *t = group(suite, "arena");
	tcase_add_test(t, arena_gives_zeroed_aligned_pieces_of_any_size);
	tcase_add_test(t, arena_copies_strings);
	tcase_add_test(t, arena_lets_a_list_grow_where_it_is);
	tcase_add_test(t, arena_takes_back_the_end_of_the_last_piece);
	tcase_add_test(t, arena_lists_grow_and_keep_their_items);
	tcase_add_test(t, arena_without_memory_jumps_or_returns_null);
	t = group(suite, "buffer");
	tcase_add_test(t, buffer_ends_with_a_nul_and_grows);
	tcase_add_test(t, buffer_that_failed_takes_no_more);
	tcase_add_loop_test(t, numbers_come_back_as_they_went, 0, CASES(numbers));
	tcase_add_loop_test(t, numbers_cut_short_are_bad, 0, CASES(numbers));
	tcase_add_test(t, a_number_of_eleven_bytes_is_bad);
	tcase_add_test(t, texts_come_back_as_they_went);
	t = group(suite, "utf8");
	tcase_add_loop_test(t, utf8_is_told_from_what_is_none, 0, CASES(utf8_cases));
	tcase_add_test(t, characters_are_read_forwards_and_backwards);
	tcase_add_test(t, characters_are_written_as_they_are_read);
	tcase_add_loop_test(t, windows_1252_is_read, 0, CASES(windows_cases));
	tcase_add_loop_test(t, characters_have_their_kinds, 0, CASES(kinds));
	tcase_add_loop_test(t, words_are_folded, 0, CASES(fold_cases));
	tcase_add_test(t, folding_keeps_within_its_room);
	t = group(suite, "date");
	tcase_add_loop_test(t, dates_are_read_and_written, 0, CASES(good_dates));
	tcase_add_loop_test(t, what_is_no_date_is_refused, 0, CASES(bad_dates));
	tcase_add_test(t, the_day_of_a_time_is_read);
	tcase_add_loop_test(t, days_are_counted_from_1970, 0, CASES(calendar));
	tcase_add_test(t, every_day_follows_the_one_before);
	tcase_add_test(t, packed_dates_sort_and_have_an_end);
	tcase_add_test(t, days_that_do_not_exist_are_told);
	t = group(suite, "error");
	tcase_add_test(t, failures_carry_their_words);
	tcase_add_loop_test(t, long_messages_are_cut_between_characters, 0, 4);
	tcase_add_test(t, system_errors_are_told_in_words);
	tcase_add_test(t, every_status_has_its_own_name);
	return run_suite(suite);
}
