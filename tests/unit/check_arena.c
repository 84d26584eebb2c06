/* Is what an arena gives out whole, aligned and zeroed, and do lists grow in it? */
#include "suite.h"

#include "base/arena.h"

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

/* What a long list leaves behind as it grows is not held. */
START_TEST(arena_holds_a_long_list_once)
{
	struct bs_arena arena = {0};
	uint64_t *list = NULL, *other = NULL;
	size_t count = 0, others = 0;
	char *before = bs_arena_copy(&arena, "before it", 9);
	for (uint64_t i = 0; i < 1 << 20; i++) {
		*BS_PUSH(&arena, list, count) = i;
		if (i % 4 == 0) *BS_PUSH(&arena, other, others) = ~i;
	}
	/* 8 MB and 2 MB, and blocks for what comes before them. */
	ck_assert_uint_lt(arena.total, 13 << 20);
	ck_assert_uint_eq(arena.most, arena.total);
	for (uint64_t i = 0; i < count; i++) ck_assert(list[i] == i);
	for (uint64_t i = 0; i < others; i++) ck_assert(other[i] == ~(4 * i));
	ck_assert_str_eq(before, "before it");
	*BS_PUSH(&arena, list, count) = 1;
	ck_assert(list[count - 1] == 1 && list[count] == 0);
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

int main(void)
{
	Suite *suite = suite_create("arena");
	TCase *t = tcase_create("arena");
	tcase_add_test(t, arena_gives_zeroed_aligned_pieces_of_any_size);
	tcase_add_test(t, arena_copies_strings);
	tcase_add_test(t, arena_lets_a_list_grow_where_it_is);
	tcase_add_test(t, arena_takes_back_the_end_of_the_last_piece);
	tcase_add_test(t, arena_lists_grow_and_keep_their_items);
	tcase_add_test(t, arena_holds_a_long_list_once);
	tcase_add_test(t, arena_without_memory_jumps_or_returns_null);
	suite_add_tcase(suite, t);
	return run_suite(suite);
}
