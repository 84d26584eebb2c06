/* A block of a pack is compared when it is touched, and only then; and whatever byte is
 * changed, whoever touches all of it is told where. */
#include "suite.h"

#include "base/checksum.h"
#include "index/pack.h"

#include <fcntl.h>

/* ---- Cases ---- */

/* Lengths of sections, about that of a block. */
static const size_t lengths[] = {
	0,  1, BS_PACK_BLOCK - 1, BS_PACK_BLOCK, BS_PACK_BLOCK + 1, 3 * (size_t)BS_PACK_BLOCK + 77,
	16, 0};

/* Where a byte is changed, and what is touched then: the damage is seen if it is in a
 * block of which any byte is touched. */
static const struct {
	size_t section, at;
	size_t touched, from, to;
	bool seen;
} cases[] = {
	{1, 0, 1, 0, 1, true},
	{1, 0, 2, 0, 10, false}, /* another section */
	{2, 500, 2, 0, 1, true}, /* the same block */
	{2, BS_PACK_BLOCK - 2, 2, 0, BS_PACK_BLOCK - 1, true},
	{3, BS_PACK_BLOCK - 1, 3, BS_PACK_BLOCK - 1, BS_PACK_BLOCK, true},
	{4, BS_PACK_BLOCK, 4, 0, BS_PACK_BLOCK, false}, /* the block after it */
	{4, BS_PACK_BLOCK, 4, 0, BS_PACK_BLOCK + 1, true},
	{4, 0, 4, BS_PACK_BLOCK, BS_PACK_BLOCK + 1, false}, /* the block before it */
	{5, 2 * BS_PACK_BLOCK + 5, 5, BS_PACK_BLOCK - 1, 3 * BS_PACK_BLOCK, true},
	{5, 3 * BS_PACK_BLOCK, 5, 0, 3 * BS_PACK_BLOCK, false},
	{5, 3 * BS_PACK_BLOCK + 76, 5, 3 * BS_PACK_BLOCK + 1, 3 * BS_PACK_BLOCK + 2, true},
	{5, BS_PACK_BLOCK, 5, BS_PACK_BLOCK, BS_PACK_BLOCK, false}, /* nothing is touched */
	{6, 15, 6, 0, 16, true},
	{6, 15, 7, 0, 0, false},
};

/* ---- Code ---- */

enum { SECTIONS = CASES(lengths), CASES = CASES(cases) };

static struct bs_section sections[SECTIONS];

static void write_pack(void)
{
	uint64_t checksum, size;
	make_directory();
	for (size_t i = 0; i < SECTIONS; i++) {
		unsigned char *bytes = malloc(lengths[i] + 1);
		for (size_t k = 0; k < lengths[i]; k++) bytes[k] = (unsigned char)(k * 7 + i);
		sections[i] = (struct bs_section){bytes, lengths[i]};
	}
	OK(bs_pack_write(path_of("pack"), sections, SECTIONS, &checksum, &size, &error));
}

static void remove_pack(void)
{
	remove_directory();
	for (size_t i = 0; i < SECTIONS; i++) free((void *)(uintptr_t)sections[i].bytes);
}

/* Changes a byte of the file; twice is as before. */
static void change(size_t at)
{
	unsigned char byte;
	int fd = open(path_of("pack"), O_RDWR);
	ck_assert_int_eq(pread(fd, &byte, 1, (off_t)at), 1);
	byte ^= 0x10;
	ck_assert_int_eq(pwrite(fd, &byte, 1, (off_t)at), 1);
	close(fd);
}

static size_t place_of(const struct bs_pack *pack, size_t section, size_t at)
{
	return (size_t)((const char *)pack->sections[section].bytes - (const char *)pack->map) + at;
}

static void open_pack(struct bs_pack *pack)
{
	OK(bs_pack_open(path_of("pack"), pack, &error));
}

START_TEST(test_whole)
{
	struct bs_pack pack;
	open_pack(&pack);
	ck_assert_uint_eq(pack.count, SECTIONS);
	for (size_t i = 0; i < SECTIONS; i++) {
		ck_assert_uint_eq(pack.sections[i].length, lengths[i]);
		ck_assert(lengths[i] == 0 ||
			  memcmp(pack.sections[i].bytes, sections[i].bytes, lengths[i]) == 0);
		OK(bs_pack_verify(&pack, i, NULL, &error));
	}
	ck_assert_int_eq(bs_pack_verify(&pack, SECTIONS, NULL, &error), BRAD_ECORRUPT);
	bs_pack_close(&pack);
}
END_TEST

START_TEST(test_touch)
{
	struct bs_pack pack;
	char where[64];
	static const char *const names[SECTIONS] = {[5] = "the fifth"};
	open_pack(&pack);
	change(place_of(&pack, cases[_i].section, cases[_i].at));
	OK(bs_pack_sound(&pack, names, &error));
	for (int again = 0; again < 2; again++) { /* what is damaged is told again */
		bs_pack_touch(&pack, cases[_i].touched, cases[_i].from, cases[_i].to);
		brad_status status = bs_pack_sound(&pack, names, &error);
		ck_assert_int_eq(status, cases[_i].seen ? BRAD_ECORRUPT : BRAD_OK);
		bs_pack_forget(&pack);
		ck_assert_int_eq(bs_pack_sound(&pack, names, NULL), BRAD_OK);
	}
	if (cases[_i].seen) {
		snprintf(where, sizeof where, "(block %zu of section %zu%s)",
			 cases[_i].at / BS_PACK_BLOCK, cases[_i].section,
			 cases[_i].section == 5 ? ": the fifth" : "");
		ck_assert_ptr_nonnull(strstr(error.message, where));
		ck_assert_ptr_nonnull(strstr(error.message, path_of("pack")));
		ck_assert_ptr_nonnull(strstr(error.message, "run 'bradsearch check'"));
	}
	bs_pack_close(&pack);
}
END_TEST

/* A block is compared once: who has read it needs not see it read again. */
START_TEST(test_once)
{
	struct bs_pack pack;
	open_pack(&pack);
	bs_pack_touch_all(&pack, 5);
	change(place_of(&pack, 5, BS_PACK_BLOCK));
	bs_pack_touch_all(&pack, 5);
	OK(bs_pack_sound(&pack, NULL, &error));
	bs_pack_close(&pack);
}
END_TEST

/* Every byte, changed: told when the pack is opened or when all is touched, if not padding. */
START_TEST(test_every_byte)
{
	struct bs_pack pack;
	open_pack(&pack);
	size_t size = pack.size, first = place_of(&pack, 0, 0), padding = 0, unseen = 0;
	for (size_t i = 0; i < SECTIONS; i++) padding += -lengths[i] & 7;
	bs_pack_close(&pack);
	for (size_t at = 0; at < size; at += at < first + 100 ? 1 : 13) {
		change(at);
		brad_status status = bs_pack_open(path_of("pack"), &pack, &error);
		if (at < first) ck_assert_int_eq(status, BRAD_ECORRUPT);
		for (size_t i = 0; i < SECTIONS && status == BRAD_OK; i++)
			status = bs_pack_verify(&pack, i, NULL, &error);
		bs_pack_close(&pack);
		unseen += status == BRAD_OK;
		change(at);
	}
	ck_assert_uint_le(unseen, padding);
}
END_TEST

/* Both ways to make a checksum make the same. */
START_TEST(test_checksum)
{
	unsigned char bytes[3000];
	for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (unsigned char)(i * i >> 3);
	for (size_t n = 0; n <= sizeof bytes; n += n < 300 ? 1 : 61) {
		uint64_t plain = bs_checksum_plain(bytes, n);
		ck_assert_uint_eq(bs_checksum(bytes, n), plain);
		if (bs_has_wide()) ck_assert_uint_eq(bs_checksum_wide(bytes, n), plain);
		if (n == 0) continue;
		bytes[n / 2] ^= 1;
		ck_assert_uint_ne(bs_checksum(bytes, n), plain);
		bytes[n / 2] ^= 1;
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("pack");
	TCase *cases_ = tcase_create("pack");
	tcase_add_checked_fixture(cases_, write_pack, remove_pack);
	tcase_add_test(cases_, test_whole);
	tcase_add_loop_test(cases_, test_touch, 0, CASES);
	tcase_add_test(cases_, test_once);
	tcase_add_test(cases_, test_every_byte);
	tcase_add_test(cases_, test_checksum);
	suite_add_tcase(suite, cases_);
	return run_suite(suite);
}
