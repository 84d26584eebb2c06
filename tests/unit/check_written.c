/* Words as they are written are found again with what is known of them, whatever their length and however many. */
#include "suite.h"

#include "index/written.h"

/* ---- Cases ---- */

static const char *const words[] = {
	"",
	"a",
	"b",
	"ab",
	"Quay",
	"quay",
	"quays",
	"O’Hara",
	"forty-letters-are-kept-beside-the-rest-o", /* 40 */
	"forty-letters-are-kept-beside-the-rest-of",
	"forty-letters-are-kept-beside-the-rest-og",
	"Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch",
};

enum { WORDS = CASES(words), MANY = 20000 };

/* ---- Code ---- */

static struct bs_written_table table;

static void setup(void)
{
	table = (struct bs_written_table){0};
}

static void teardown(void)
{
	bs_written_free(&table);
}

static uint32_t find(const char *word, uint32_t hash)
{
	bs_written_expect(&table, hash);
	bs_written_expect_word(&table, hash);
	return bs_written_find(&table, word, strlen(word), hash);
}

static void add(const char *word, uint32_t hash, uint32_t form)
{
	const struct bs_written known = {.form = form, .term = form + 1, .joint = form + 2};
	ck_assert_uint_eq(find(word, hash), BS_NO_WRITTEN);
	ck_assert(bs_written_add(&table, word, strlen(word), hash, &known));
}

static void check_known(const char *word, uint32_t hash, uint32_t form)
{
	uint32_t number = find(word, hash);
	ck_assert_uint_lt(number, table.count);
	ck_assert_uint_eq(table.words[number].form, form);
	ck_assert_uint_eq(table.words[number].term, form + 1);
	ck_assert_uint_eq(table.words[number].joint, form + 2);
}

/* All of one hash, so that only their letters tell them apart. */
START_TEST(test_letters)
{
	for (uint32_t i = 0; i < WORDS; i++) add(words[i], 7, i);
	for (uint32_t i = 0; i < WORDS; i++) check_known(words[i], 7, i);
	ck_assert_uint_eq(table.count, WORDS);
}
END_TEST

START_TEST(test_many)
{
	char word[64];
	for (uint32_t round = 0; round < 2; round++)
		for (uint32_t i = 0; i < MANY; i++) {
			int length =
				snprintf(word, sizeof word, "%u%s", i, i % 7 ? "th" : words[9]);
			uint32_t hash = bs_written_hash(word, (size_t)length);
			if (round == 0)
				add(word, hash, i);
			else
				check_known(word, hash, i);
		}
	ck_assert_uint_eq(table.count, MANY);
	ck_assert_uint_eq((uintptr_t)table.words % sizeof *table.words, 0);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("written");
	TCase *cases = tcase_create("written");
	tcase_add_checked_fixture(cases, setup, teardown);
	tcase_add_test(cases, test_letters);
	tcase_add_test(cases, test_many);
	suite_add_tcase(suite, cases);
	return run_suite(suite);
}
