/* The C binding of libxapian: what goes in comes out, and every failure is a status. */
#include "suite.h"

#include "xapian_c/xapian_c.h"

enum { LIST_HEAD = 16 }; /* bytes that begin a list: how long it is, and where it ends */

/* ---- Cases ---- */

static const struct {
	const char *word, *stem;
} stem_cases[] = {
	{"commissioner", "commission"},
	{"councils", "council"},
	{"council's", "council"},
	{"ferries", "ferri"},
	{"running", "run"},
	{"", ""},
	{"2018", "2018"},
	{"été", "été"},
};

/* ---- Code ---- */

enum { MOST_DOCUMENTS = 300 };

/* count documents, each with the terms "every", "Bool" and its number. */
static void write_database(const char *path, int count)
{
	static char numbers[MOST_DOCUMENTS][12];
	struct xc_term terms[MOST_DOCUMENTS * 3];
	uint32_t ends[MOST_DOCUMENTS];
	for (int i = 0; i < count; i++) {
		int length = snprintf(numbers[i], sizeof numbers[i], "%d", i + 1);
		terms[i * 3] = (struct xc_term){"every", 5, (uint32_t)i + 1};
		terms[i * 3 + 1] = (struct xc_term){"Bool", 4, 0};
		terms[i * 3 + 2] = (struct xc_term){numbers[i], (size_t)length, 1};
		ends[i] = (uint32_t)i * 3 + 3;
	}
	OK(xc_write(path, terms, ends, (size_t)count, &error));
}

static struct xc_reader *open_joined(void)
{
	struct xc_reader *r;
	const char *const sources[] = {path_of("one"), path_of("two")};
	write_database(path_of("one"), 300);
	write_database(path_of("two"), 40);
	OK(xc_compact(sources, 2, path_of("joined"), &error));
	OK(xc_reader_open(path_of("joined"), &r, &error));
	return r;
}

START_TEST(test_join)
{
	struct xc_reader *r = open_joined();
	uint32_t frequency;
	ck_assert_uint_eq(xc_reader_documents(r), 340);
	OK(xc_reader_frequency(r, "40", 2, &frequency, &error));
	ck_assert_uint_eq(frequency, 2);
	OK(xc_reader_frequency(r, "none", 4, &frequency, &error));
	ck_assert_uint_eq(frequency, 0);
	xc_reader_free(r);
}
END_TEST

START_TEST(test_postings)
{
	struct xc_reader *r = open_joined();
	struct xc_postings *p;
	struct xc_posting list[64];
	size_t n;
	OK(xc_postings_open(r, "every", 5, &p, &error));
	OK(xc_postings_read(p, 0, list, 3, &n, &error));
	ck_assert_uint_eq(n, 3);
	ck_assert_uint_eq(list[2].document, 3);
	ck_assert_uint_eq(list[2].count, 3);
	OK(xc_postings_read(p, 290, list, 64, &n, &error));
	ck_assert_uint_eq(n, 51);
	ck_assert_uint_eq(list[0].document, 290);
	ck_assert_uint_eq(list[50].document, 340);
	ck_assert_uint_eq(list[50].count, 40);
	OK(xc_postings_read(p, 0, list, 64, &n, &error));
	ck_assert_uint_eq(n, 0);
	xc_postings_free(p);
	OK(xc_postings_open(r, "nobody", 6, &p, &error));
	OK(xc_postings_read(p, 5, list, 64, &n, &error));
	ck_assert_uint_eq(n, 0);
	xc_postings_free(p);
	xc_reader_free(r);
}
END_TEST

/* Reads all of a list; false if that fails.  What is read ascends, whatever the file holds. */
static bool read_ascending(const char *path, uint32_t last)
{
	struct xc_reader *r;
	struct xc_postings *p = NULL;
	struct xc_posting list[64];
	size_t n = 0;
	uint32_t before = 0;
	if (xc_reader_open(path, &r, &error) != BRAD_OK) return false;
	brad_status status = xc_postings_open(r, "every", 5, &p, &error);
	do {
		if (status == BRAD_OK) status = xc_postings_read(p, 0, list, 64, &n, &error);
		for (size_t i = 0; status == BRAD_OK && i < n; i++) {
			ck_assert_uint_gt(list[i].document, before);
			ck_assert_uint_le(list[i].document, last);
			before = list[i].document;
		}
	} while (status == BRAD_OK && n > 0);
	xc_postings_free(p);
	xc_reader_free(r);
	return status == BRAD_OK;
}

/* Where the list of "every" begins in the file; 0 if nowhere. */
static long find_list(FILE *file)
{
	static const char word[] = "every";
	size_t same = 0;
	rewind(file);
	for (int c = getc(file); c != EOF; c = getc(file)) {
		same = c == word[same] ? same + 1 : c == word[0];
		if (word[same] == '\0') return ftell(file);
	}
	return 0;
}

/* With each byte of a list changed in turn: some make a list that goes back, and libxapian says
 * nothing of that.  (On damage to the structure round it libxapian itself may crash.) */
START_TEST(test_out_of_order)
{
	unsigned out_of_order = 0;
	xc_reader_free(open_joined());
	FILE *file = fopen(path_of("joined"), "r+b");
	ck_assert_ptr_nonnull(file);
	setvbuf(file, NULL, _IONBF, 0);
	long first = find_list(file);
	ck_assert_int_gt(first, 0);
	for (long at = first + LIST_HEAD; at < first + LIST_HEAD + 300; at++) {
		fseek(file, at, SEEK_SET);
		int byte = getc(file);
		fseek(file, at, SEEK_SET);
		putc(byte ^ 0x81, file);
		if (!read_ascending(path_of("joined"), 340))
			out_of_order += strstr(error.message, "out of order") != NULL;
		fseek(file, at, SEEK_SET);
		putc(byte, file);
	}
	fclose(file);
	ck_assert_uint_gt(out_of_order, 0);
	OK(xc_check(path_of("joined"), &error));
}
END_TEST

START_TEST(test_failures)
{
	struct xc_reader *r;
	char term[300];
	const struct xc_term too_long = {term, sizeof term, 1};
	const uint32_t end = 1;
	const char *const nothing[] = {path_of("two")};
	ck_assert_int_eq(xc_reader_open(path_of("one"), &r, &error), BRAD_ENOTFOUND);
	ck_assert_ptr_null(r);
	ck_assert_uint_gt(strlen(error.message), 0);
	ck_assert_int_ne(xc_compact(nothing, 1, path_of("joined"), &error), BRAD_OK);
	ck_assert_int_ne(xc_write("/nowhere/at/all", NULL, NULL, 0, &error), BRAD_OK);
	FILE *file = fopen(path_of("one"), "w");
	for (int i = 0; i < 5000; i++) fputs("rubbish", file);
	fclose(file);
	ck_assert_int_eq(xc_reader_open(path_of("one"), &r, &error), BRAD_ECORRUPT);
	memset(term, 'x', sizeof term);
	ck_assert_int_ne(xc_write(path_of("two"), &too_long, &end, 1, &error), BRAD_OK);
	xc_reader_free(NULL);
	xc_postings_free(NULL);
	xc_stemmer_free(NULL);
}
END_TEST

START_TEST(test_stem)
{
	struct xc_stemmer *s;
	struct bs_buffer stem = {0};
	const char *word = stem_cases[_i].word;
	OK(xc_stemmer_new(&s, &error));
	OK(xc_stem(s, word, strlen(word), &stem, &error));
	ck_assert_uint_eq(stem.length, strlen(stem_cases[_i].stem));
	ck_assert_mem_eq(stem.bytes, stem_cases[_i].stem, stem.length);
	bs_buffer_free(&stem);
	xc_stemmer_free(s);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("xapian_c");
	TCase *cases = tcase_create("xapian_c");
	tcase_add_checked_fixture(cases, make_directory, remove_directory);
	tcase_add_test(cases, test_join);
	tcase_add_test(cases, test_postings);
	tcase_add_test(cases, test_out_of_order);
	tcase_add_test(cases, test_failures);
	tcase_add_loop_test(cases, test_stem, 0, CASES(stem_cases));
	suite_add_tcase(suite, cases);
	return run_suite(suite);
}
