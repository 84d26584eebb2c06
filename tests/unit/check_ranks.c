/* Names of several segments in one order, and sentences counted by it. */
#include "suite.h"

#include "index/ranks.h"

/* ---- Cases ---- */

/* The people of each segment, sorted, and its sets: as letters that stand for
 * its people, 'a' for the first. */
static const struct {
	const char *people[4], *sets[4];
} segments[] = {
	{{"Anna Keller", "Tom Varga"}, {"a", "b", "ab"}},
	{{0}, {0}},
	{{"Anna", "Anna Keller", "Bo Lund"}, {"b", "cc", "cab", "ac"}},
	{{"Anna Kellerman", "Tom Varga"}, {"bb", "a"}},
};

enum { SEGMENTS = CASES(segments), MOST = 4 };

/* A sentence of each set of each segment. */
static const struct {
	const char *name;
	uint64_t count;
} counts[] = {
	{"Anna", 2}, {"Anna Keller", 4}, {"Anna Kellerman", 1}, {"Bo Lund", 3}, {"Tom Varga", 3}};

/* ---- Code ---- */

enum { NAMES = CASES(counts) };

static struct made {
	char bytes[256];
	uint32_t starts[MOST + 1], sets[MOST + 2], spoken[MOST];
	struct bs_said_by members[16];
} made[SEGMENTS];

static struct bs_segment built[SEGMENTS];

static void build(size_t i)
{
	struct made *m = &made[i];
	uint32_t people = 0, sets = 0, members = 0, length = 0;
	for (; people < MOST && segments[i].people[people]; people++) {
		m->starts[people] = length;
		strcpy(m->bytes + length, segments[i].people[people]);
		length += (uint32_t)strlen(segments[i].people[people]) + 1;
	}
	m->starts[people] = length;
	for (; sets < MOST && segments[i].sets[sets]; sets++) {
		m->sets[sets + 1] = members;
		m->spoken[sets] = sets + 1;
		for (const char *who = segments[i].sets[sets]; *who; who++, members++)
			m->members[members] = (struct bs_said_by){(uint32_t)(*who - 'a'), members};
	}
	m->sets[sets + 1] = members;
	built[i] = (struct bs_segment){.people = {m->starts, m->bytes, people},
				       .sets = m->sets,
				       .set_count = sets,
				       .spoken_sets = m->spoken,
				       .spoken_count = sets,
				       .members = m->members};
}

static struct bs_ranks *make(void)
{
	for (size_t i = 0; i < SEGMENTS; i++) build(i);
	struct bs_ranks *ranks = bs_ranks_make(built, SEGMENTS);
	ck_assert_ptr_nonnull(ranks);
	return ranks;
}

START_TEST(test_names)
{
	struct bs_ranks *ranks = make();
	ck_assert_uint_eq(ranks->count, NAMES);
	for (uint32_t i = 0; i < NAMES; i++)
		ck_assert_str_eq(bs_rank_name(ranks->names, i), counts[i].name);
	for (size_t i = 0; i < SEGMENTS; i++)
		for (uint32_t k = 0; k < built[i].people.count; k++)
			ck_assert_str_eq(
				bs_rank_name(ranks->names, ranks->segments[i].of_person[k]),
				segments[i].people[k]);
	struct bs_rank_names *names = bs_rank_names_hold(ranks->names);
	bs_ranks_free(ranks);
	ck_assert_str_eq(bs_rank_name(names, NAMES - 1), counts[NAMES - 1].name);
	bs_rank_names_release(names);
}
END_TEST

static void count_all(struct bs_ranks *ranks)
{
	for (size_t i = 0; i < SEGMENTS; i++)
		for (uint32_t k = 0; k < built[i].spoken_count; k++) {
			uint32_t rank = ranks->segments[i].of_spoken[k];
			if (rank == BS_SEVERAL)
				bs_ranks_count_members(ranks, &ranks->segments[i], &built[i],
						       made[i].spoken[k]);
			else
				bs_ranks_count(ranks, rank);
		}
}

/* The second time as if the first had been broken off. */
START_TEST(test_counts)
{
	struct bs_ranks *ranks = make();
	for (int round = 0; round < 2; round++) {
		bs_ranks_begin(ranks);
		count_all(ranks);
		for (uint32_t i = 0; i < NAMES; i++) {
			ck_assert_uint_eq(ranks->counts[i], counts[i].count);
			ck_assert(ranks->counted[0] >> i & 1);
		}
	}
	bs_ranks_free(ranks);
}
END_TEST

START_TEST(test_none)
{
	struct bs_ranks *ranks = bs_ranks_make(NULL, 0);
	ck_assert_ptr_nonnull(ranks);
	ck_assert_uint_eq(ranks->count, 0);
	bs_ranks_free(ranks);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("ranks");
	TCase *tests = tcase_create("cases");
	tcase_add_test(tests, test_names);
	tcase_add_test(tests, test_counts);
	tcase_add_test(tests, test_none);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
