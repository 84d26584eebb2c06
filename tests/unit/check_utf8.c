/* Which bytes are characters, of which kind, and what do words fold to? */
#include "suite.h"

#include "base/utf8.h"

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
	{"@AZ[`az{ 09 ABCDEFGHÑ", "@az[`az{ 09 abcdefghn"},
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

/* ---- Code ---- */

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

int main(void)
{
	Suite *suite = suite_create("utf8");
	TCase *t = tcase_create("utf8");
	tcase_add_loop_test(t, utf8_is_told_from_what_is_none, 0, CASES(utf8_cases));
	tcase_add_test(t, characters_are_read_forwards_and_backwards);
	tcase_add_test(t, characters_are_written_as_they_are_read);
	tcase_add_loop_test(t, windows_1252_is_read, 0, CASES(windows_cases));
	tcase_add_loop_test(t, characters_have_their_kinds, 0, CASES(kinds));
	tcase_add_loop_test(t, words_are_folded, 0, CASES(fold_cases));
	tcase_add_test(t, folding_keeps_within_its_room);
	suite_add_tcase(suite, t);
	return run_suite(suite);
}
