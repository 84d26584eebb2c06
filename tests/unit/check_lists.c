/* A list gives back its documents, from wherever it is asked; a damaged one is noticed or harmless. */
#include "suite.h"

#include "base/bits.h"
#include "index/lists.h"

/* ---- Cases ---- */

/* How many documents, how far apart at the most, how often the word repeats, and how many
 * forms are told. */
static const struct {
	uint32_t documents, gap, repeat, forms;
} cases[] = {{1, 1, 1, 1},     {2, 5, 2, 2},         {127, 1, 9, 3},    {128, 1, 0, 4},
	     {129, 2, 3, 0},   {1000, 3, 50, 0},     {4000, 40, 30, 2}, {700, 7000, 4, 64},
	     {384, 30, 0, 33}, {300, 9000000, 7, 0}, {0, 0, 0, 0}};

/* ---- Code ---- */

enum { LISTS = CASES(cases), MOST = 4000, SPAN = 4096 };

static uint32_t expected[LISTS][MOST], counts[LISTS][MOST];
static unsigned char forms[LISTS][MOST];
static struct bs_buffer columns[4];
static struct bs_lists lists;

static void setup(void)
{
	struct bs_list_columns out = {&columns[0], &columns[1], &columns[2], &columns[3]};
	struct bs_list_writer writer = {0};
	for (int i = 0; i < LISTS; i++) {
		uint32_t document = 0;
		writer.forms = cases[i].forms ? forms[i] : NULL;
		for (uint32_t k = 0; k < cases[i].documents; k++) {
			document += 1 + draw(cases[i].gap);
			expected[i][k] = document;
			bool repeats = cases[i].repeat && k % cases[i].repeat == 0;
			counts[i][k] = repeats ? 2 + draw(200) : 1;
			if (cases[i].forms)
				forms[i][k] = (unsigned char)draw(draw(cases[i].forms) + 1);
			bs_list_add(&writer, document, counts[i][k]);
		}
		ck_assert(bs_list_end(&writer, &out));
	}
	bs_lists_end(&out);
	bs_list_writer_free(&writer);
	lists = (struct bs_lists){(const struct bs_list *)(void *)columns[0].bytes,
				  (const struct bs_list_block *)(void *)columns[1].bytes,
				  (const unsigned char *)columns[2].bytes,
				  (const unsigned char *)columns[3].bytes,
				  LISTS,
				  columns[1].length / sizeof(struct bs_list_block),
				  columns[2].length,
				  columns[3].length};
}

static void teardown(void)
{
	for (int i = 0; i < 4; i++) bs_buffer_free(&columns[i]);
}

static uint32_t last_of(int list)
{
	uint32_t count = cases[list].documents;
	return count ? expected[list][count - 1] : 0;
}

/* Goes through a list in leaps of many lengths. */
START_TEST(test_seek)
{
	struct bs_list_reader r;
	for (uint32_t leap = 1 + last_of(_i) / 100000; leap < last_of(_i) / 2 + 2;
	     leap = leap * 3 + 1) {
		uint32_t k = 0;
		ck_assert(bs_list_open(&lists, (size_t)_i, last_of(_i), &r));
		ck_assert_uint_eq(r.documents, cases[_i].documents);
		for (uint32_t from = 1; from <= last_of(_i); from += leap) {
			while (expected[_i][k] < from) k++;
			ck_assert(bs_list_seek(&r, from));
			ck_assert_uint_lt(r.next, r.count);
			ck_assert_uint_eq(r.documents_of[r.next], expected[_i][k]);
			uint32_t repeat = bs_list_repeat(&r, r.documents_of[r.next]);
			ck_assert_int_eq(repeat == expected[_i][k], counts[_i][k] > 1);
			if (counts[_i][k] > 1) ck_assert_uint_eq(r.repeat_count, counts[_i][k]);
			if (leap < 3 && k + 1 < cases[_i].documents) from = expected[_i][k];
		}
		ck_assert(bs_list_seek(&r, last_of(_i) + 1));
		ck_assert_uint_eq(r.next, r.count);
	}
	if (cases[_i].documents) ck_assert(!bs_list_open(&lists, (size_t)_i, last_of(_i) - 1, &r));
}
END_TEST

/* Of each form alone, and of all but it: the documents that have it, and those that may. */
START_TEST(test_forms)
{
	size_t size = last_of(_i) / 64 + 1;
	struct bs_list_reader r;
	ck_assert(bs_list_open(&lists, (size_t)_i, last_of(_i), &r));
	ck_assert_int_eq(r.has_forms, cases[_i].forms > 0);
	for (uint32_t i = 0; i < cases[_i].forms * 2; i++) {
		uint64_t wanted = (uint64_t)1 << i / 2;
		uint64_t *bits = calloc(4 * size, sizeof *bits);
		ck_assert_ptr_nonnull(bits);
		if (i % 2) wanted = ~wanted;
		for (uint32_t k = 0; k < cases[_i].documents; k++) {
			bool has = wanted >> forms[_i][k] & 1,
			     rare = forms[_i][k] == BS_LIST_FORMS - 1;
			if (has && !rare) bs_bit_set(bits, expected[_i][k]);
			if ((has && rare) || counts[_i][k] > 1)
				bs_bit_set(bits + size, expected[_i][k]);
		}
		ck_assert(bs_list_open(&lists, (size_t)_i, last_of(_i), &r));
		ck_assert(bs_list_fill_forms(&r, wanted, bits + 2 * size, bits + 3 * size));
		ck_assert_mem_eq(bits, bits + 2 * size, 2 * size * sizeof *bits);
		free(bits);
	}
}
END_TEST

START_TEST(test_fill)
{
	struct bs_list_reader r;
	uint32_t k = 0;
	ck_assert(bs_list_open(&lists, (size_t)_i, last_of(_i), &r));
	for (uint32_t first = 0; first <= last_of(_i); first += SPAN) {
		uint64_t bits[SPAN / 64] = {0}, wanted[SPAN / 64] = {0};
		while (k < cases[_i].documents && expected[_i][k] < first + SPAN)
			bs_bit_set(wanted, expected[_i][k++] - first);
		ck_assert(bs_list_fill(&r, first, first + SPAN, bits));
		ck_assert_mem_eq(bits, wanted, sizeof bits);
		size_t set = 0;
		for (size_t i = 0; i < SPAN; i++) set += bs_bit(bits, i);
		ck_assert_uint_eq(bs_bits_count(bits, SPAN / 64), set);
		if (first > 40 * SPAN) first += SPAN * draw(90); /* some are left out */
		while (k < cases[_i].documents && expected[_i][k] < first + SPAN) k++;
	}
}
END_TEST

/* Reads all that a list still gives: it ends, and its documents ascend. */
static void read_all(size_t list)
{
	struct bs_list_reader r;
	uint32_t before = 0;
	if (!bs_list_open(&lists, list, last_of((int)list), &r)) return;
	while (bs_list_seek(&r, before + 1) && r.next < r.count) {
		ck_assert_uint_gt(r.documents_of[r.next], before);
		before = r.documents_of[r.next];
		bs_list_repeat(&r, before);
	}
	ck_assert_uint_le(before, last_of((int)list));
	if (cases[list].forms == 0) return;
	uint64_t *bits = calloc(last_of((int)list) / 64 + 1, 2 * sizeof *bits);
	ck_assert_ptr_nonnull(bits);
	bs_list_open(&lists, list, last_of((int)list), &r);
	if (r.has_forms)
		bs_list_fill_forms(&r, UINT64_MAX, bits, bits + last_of((int)list) / 64 + 1);
	free(bits);
}

START_TEST(test_damage)
{
	for (int c = 0; c < 4; c++)
		for (size_t at = 0; at < columns[c].length; at += 1 + at / 60) {
			columns[c].bytes[at] ^= 0x55;
			for (size_t i = 0; i < LISTS; i++) read_all(i);
			columns[c].bytes[at] ^= 0x55;
		}
	for (; lists.length > 0; lists.length -= 1 + lists.length / 20)
		for (size_t i = 0; i < LISTS; i++) read_all(i);
}
END_TEST

START_TEST(test_bits)
{
	for (size_t first = 0; first < 200; first += 7)
		for (size_t count = 0; first + count <= 256; count += 5) {
			uint64_t bits[4] = {0}, wanted[4] = {0};
			for (size_t i = first; i < first + count; i++) bs_bit_set(wanted, i);
			bs_bits_set(bits, first, count);
			ck_assert_mem_eq(bits, wanted, sizeof bits);
			ck_assert_uint_eq(bs_bits_count(bits, 4), count);
		}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("lists");
	TCase *tests = tcase_create("lists");
	tcase_add_checked_fixture(tests, setup, teardown);
	tcase_set_timeout(tests, 120);
	tcase_add_loop_test(tests, test_seek, 0, LISTS);
	tcase_add_loop_test(tests, test_forms, 0, LISTS);
	tcase_add_loop_test(tests, test_fill, 0, LISTS);
	tcase_add_test(tests, test_damage);
	tcase_add_test(tests, test_bits);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
