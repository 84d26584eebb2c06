/* Do bytes, numbers and texts come back from a buffer as they went, and are others told? */
#include "suite.h"

#include "base/buffer.h"

/* ---- Cases ---- */

static const uint64_t numbers[] = {
	0, 1, 127, 128, 300, 16383, 16384, UINT32_MAX, (uint64_t)1 << 63, UINT64_MAX,
};

/* ---- Code ---- */

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

int main(void)
{
	Suite *suite = suite_create("buffer");
	TCase *t = tcase_create("buffer");
	tcase_add_test(t, buffer_ends_with_a_nul_and_grows);
	tcase_add_test(t, buffer_that_failed_takes_no_more);
	tcase_add_loop_test(t, numbers_come_back_as_they_went, 0, CASES(numbers));
	tcase_add_loop_test(t, numbers_cut_short_are_bad, 0, CASES(numbers));
	tcase_add_test(t, a_number_of_eleven_bytes_is_bad);
	tcase_add_test(t, texts_come_back_as_they_went);
	suite_add_tcase(suite, t);
	return run_suite(suite);
}
