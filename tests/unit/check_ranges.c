/* A column is sound only if every one of its numbers is, wherever it stands. */
#include "suite.h"

#include "index/ranges.h"

/* ---- Cases ---- */

/* Lengths about those of the blocks that are looked at together. */
static const size_t lengths[] = {0, 1, 2, 15, 16, 17, 63, 64, 65, 66, 129, 200};

/* ---- Code ---- */

enum { MOST = 200, LENGTHS = CASES(lengths) };

START_TEST(test_below)
{
	size_t count = lengths[_i];
	uint32_t numbers[MOST + 1];
	uint8_t bytes[MOST + 1];
	for (size_t i = 0; i <= count; i++) numbers[i] = bytes[i] = 6;
	numbers[count] = bytes[count] = 7; /* not looked at */
	ck_assert(bs_are_below(numbers, count, 7));
	ck_assert(bs_bytes_are_below(bytes, count, 7));
	ck_assert(bs_are_all(numbers, count, 6));
	for (size_t i = 0; i < count; i++) {
		numbers[i] = bytes[i] = 7;
		ck_assert(!bs_are_below(numbers, count, 7));
		ck_assert(!bs_bytes_are_below(bytes, count, 7));
		ck_assert(!bs_are_all(numbers, count, 6));
		numbers[i] = UINT32_MAX;
		ck_assert(!bs_are_below(numbers, count, UINT32_MAX));
		ck_assert(!bs_are_all(numbers, count, 6));
		numbers[i] = bytes[i] = 6;
	}
}
END_TEST

START_TEST(test_ascend)
{
	size_t count = lengths[_i];
	uint32_t numbers[MOST + 1];
	for (size_t i = 0; i <= count; i++) numbers[i] = 1 + (uint32_t)i * 2;
	numbers[count] = 0; /* not looked at */
	ck_assert(bs_ascend(numbers, count));
	ck_assert(bs_ascend_strictly(numbers, count));
	for (size_t i = 1; i < count; i++) {
		numbers[i] -= 2; /* as the one before */
		ck_assert(bs_ascend(numbers, count));
		ck_assert(!bs_ascend_strictly(numbers, count));
		numbers[i]--;
		ck_assert(!bs_ascend(numbers, count));
		ck_assert(!bs_ascend_strictly(numbers, count));
		numbers[i] += 3;
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("ranges");
	TCase *cases = tcase_create("ranges");
	tcase_add_loop_test(cases, test_below, 0, LENGTHS);
	tcase_add_loop_test(cases, test_ascend, 0, LENGTHS);
	suite_add_tcase(suite, cases);
	return run_suite(suite);
}
