/* What does a failure say? */
#include "suite.h"

#include "base/error.h"
#include "base/utf8.h"

#include <errno.h>

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

int main(void)
{
	Suite *suite = suite_create("error");
	TCase *t = tcase_create("error");
	tcase_add_test(t, failures_carry_their_words);
	tcase_add_loop_test(t, long_messages_are_cut_between_characters, 0, 4);
	tcase_add_test(t, system_errors_are_told_in_words);
	tcase_add_test(t, every_status_has_its_own_name);
	suite_add_tcase(suite, t);
	return run_suite(suite);
}
