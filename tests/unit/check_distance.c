/* Strings of a dictionary that are near a text: those that comparing it with each would find. */
#include "suite.h"

#include "search/distance.h"

/* ---- Cases ---- */

static const struct {
	const char *text;
	size_t limit;
} asked[] = {{"", 1},      {"a", 1},        {"abab", 2},     {"abba", 0},    {"baabab", 2},
	     {"bbb", 3},   {"aabbaabb", 2}, {"abababab", 1}, {"cabbage", 2}, {"bbbbbbbbbbbb", 3},
	     {"aaa...", 1}};

/* ---- Code ---- */

/* One in LONG is longer than any that is compared. */
enum { STRINGS = 2000, LONG = 100, LONGEST = 12, TOO_LONG = 80 };

static char bytes[STRINGS * (LONGEST + 1) + STRINGS / LONG * TOO_LONG];
static uint32_t starts[STRINGS + 1];
static struct bs_strings dictionary = {starts, bytes, 0};

static int compare(const void *a, const void *b)
{
	return strcmp(a, b);
}

/* Few letters, so that much is alike; each string once. */
static void make_dictionary(void)
{
	static char made[STRINGS][TOO_LONG + 1];
	size_t length = 0;
	srand(1);
	for (int i = 0; i < STRINGS; i++) {
		int n = i % LONG == 0 ? TOO_LONG : 1 + rand() % LONGEST;
		for (int k = 0; k < n; k++) made[i][k] = (char)('a' + rand() % 10 / 4);
	}
	qsort(made, STRINGS, sizeof *made, compare);
	for (int i = 0; i < STRINGS; i++) {
		if (i > 0 && strcmp(made[i], made[i - 1]) == 0) continue;
		starts[dictionary.count++] = (uint32_t)length;
		length += strlen(strcpy(bytes + length, made[i])) + 1;
	}
	starts[dictionary.count] = (uint32_t)length;
}

START_TEST(test_near)
{
	struct bs_spelt scan;
	uint32_t found;
	size_t distance, limit = asked[_i].limit;
	bs_spelt_begin(&dictionary, asked[_i].text, &scan);
	for (uint32_t i = 0; i < dictionary.count; i++) {
		size_t expected =
			bs_edit_distance(asked[_i].text, bs_string(&dictionary, i), limit);
		if (expected > limit) continue;
		ck_assert(bs_spelt_next(&scan, limit, &found, &distance));
		ck_assert_str_eq(bs_string(&dictionary, found), bs_string(&dictionary, i));
		ck_assert_uint_eq(distance, expected);
	}
	ck_assert(!bs_spelt_next(&scan, limit, &found, &distance));
}
END_TEST

/* As somebody asks who wants the nearest alone. */
START_TEST(test_nearer)
{
	struct bs_spelt scan;
	uint32_t found;
	size_t distance, limit = asked[_i].limit, nearest = limit;
	bs_spelt_begin(&dictionary, asked[_i].text, &scan);
	for (uint32_t i = 0; i < dictionary.count; i++) {
		size_t expected =
			bs_edit_distance(asked[_i].text, bs_string(&dictionary, i), nearest);
		if (expected > nearest) continue;
		ck_assert(bs_spelt_next(&scan, nearest, &found, &distance));
		ck_assert_uint_eq(found, i);
		nearest = distance;
		ck_assert_uint_eq(distance, expected);
	}
	ck_assert(!bs_spelt_next(&scan, nearest, &found, &distance));
}
END_TEST

int main(void)
{
	int cases = CASES(asked);
	Suite *suite = suite_create("distance");
	TCase *tests = tcase_create("cases");
	make_dictionary();
	tcase_add_loop_test(tests, test_near, 0, cases);
	tcase_add_loop_test(tests, test_nearer, 0, cases);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
