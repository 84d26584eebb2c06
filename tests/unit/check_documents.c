/* What some people of a segment said, whether a list tells it or bits do. */
#include "suite.h"

#include "search/documents.h"

/* ---- Cases ---- */

enum { LAST = 200, MOST = 100 };

/* What each of some people said: so many documents from one on, and how far they are apart. */
static const struct {
	uint32_t first, step, count;
} people[] = {
	{5, 1, 3},   /* 0: 5 6 7 */
	{6, 60, 4},  /* 1: 6 66 126 186 */
	{1, 199, 2}, /* 2: the first and the last */
	{2, 2, 90},  /* 3: many */
	{3, 7, 0},   /* 4: nothing */
	{64, 64, 3}, /* 5: the first bits of words */
};

/* Whom is asked for; all of them said few, or are told by bits together. */
static const struct {
	uint32_t who[4];
	int count;
} cases[] = {
	{{0}, 1},    {{1}, 1},    {{2}, 1},       {{3}, 1},       {{4}, 1},          {{5}, 1},
	{{0, 1}, 2}, {{1, 0}, 2}, {{0, 2, 5}, 3}, {{4, 1, 4}, 3}, {{0, 1, 2, 5}, 4}, {{3, 0}, 2},
	{{0, 3}, 2}, {{3, 5}, 2}, {{3, 2, 4}, 3}, {{4, 4}, 2},
};

/* What cannot be what somebody said: documents that are none, or not in order. */
static const uint32_t damaged[][2] = {{0, 5}, {5, LAST + 1}, {5, 5}, {6, 5}};

/* ---- Code ---- */

static uint32_t at[CASES(people) + 1], documents[CASES(people) * MOST];
static struct bs_pack_seen seen;
static char segment_name[] = "made";
static struct bs_segment segment = {.name = segment_name,
				    .documents = LAST,
				    .person_documents_at = at,
				    .person_documents = documents,
				    .pack = {.seen = &seen}};

static void make_people(void)
{
	uint32_t n = 0;
	for (int i = 0; i < CASES(people); i++) {
		for (uint32_t k = 0; k < people[i].count; k++)
			documents[n++] = people[i].first + k * people[i].step;
		at[i + 1] = n;
	}
}

static bool said(const uint32_t *who, int count, uint32_t document)
{
	for (int i = 0; i < count; i++)
		for (uint32_t k = at[who[i]]; k < at[who[i] + 1]; k++)
			if (documents[k] == document) return true;
	return false;
}

/* The next from each on is what it is by asking one after the other. */
static void check_next(const struct bs_documents *d, const uint32_t *who, int count)
{
	uint32_t next = UINT32_MAX, all = 0;
	for (uint32_t from = LAST + 3; from-- > 0;) {
		if (said(who, count, from)) next = from, all++;
		ck_assert_uint_eq(bs_documents_next(d, from), next);
	}
	if (d->list)
		ck_assert_uint_eq(d->count, all);
	else
		ck_assert_uint_ge(d->count, all);
}

static void check_fill(const struct bs_documents *d, const uint32_t *who, int count)
{
	for (uint32_t first = 0; first <= LAST; first += 64) {
		uint64_t bits[3] = {0, 0, 1};
		bs_documents_fill(d, first, first + 128, bits);
		for (uint32_t i = 0; i < 128; i++)
			ck_assert_int_eq(bs_bit(bits, i), said(who, count, first + i));
		ck_assert_uint_eq(bits[2], 1);
	}
}

START_TEST(test_documents)
{
	struct bs_arena arena = {0};
	struct bs_documents d;
	make_people();
	OK(bs_documents_of(&arena, &segment, cases[_i].who, (size_t)cases[_i].count, &d, &error));
	check_next(&d, cases[_i].who, cases[_i].count);
	check_fill(&d, cases[_i].who, cases[_i].count);
	bs_arena_free(&arena);
}
END_TEST

/* However many they are, what cannot be is not believed. */
START_TEST(test_damaged)
{
	static const uint32_t who[] = {0, 3};
	struct bs_arena arena = {0};
	struct bs_documents d;
	for (size_t n = 1; n <= 2; n++) {
		make_people();
		OK(bs_documents_of(&arena, &segment, who, n, &d, &error));
		documents[0] = damaged[_i][0];
		documents[1] = damaged[_i][1];
		documents[2] = damaged[_i][1] + 1;
		ck_assert_int_eq(bs_documents_of(&arena, &segment, who, n, &d, &error),
				 BRAD_ECORRUPT);
	}
	bs_arena_free(&arena);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("documents");
	TCase *tests = tcase_create("cases");
	tcase_add_loop_test(tests, test_documents, 0, CASES(cases));
	tcase_add_loop_test(tests, test_damaged, 0, CASES(damaged));
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
