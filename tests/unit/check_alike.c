/* Which sentences are one statement in almost the same words? */
#include "suite.h"

#include "search/alike.h"

/* ---- Cases ---- */

static const struct {
	const char *a, *b;
	bool alike;
} cases[] = {
	/* The same words. */
	{"The ferry will not sail in May.", "THE FERRY WILL NOT SAIL IN MAY", true},
	{"", "", false},
	{"It will not sail.", "It will not sail.", false}, /* too few to tell anything by */
	/* Words put in, or left out. */
	{"The ferry will not sail in May.", "The ferry also will not sail in May.", true},
	{"The ferry will not sail in May.", "The old blue ferry will not sail in May.", true},
	{"The ferry will not sail in May.", "The fine old blue ferry will not sail in May.", false},
	{"Members agreed the ferry will not sail.", "Members agreed that a ferry will not sail.",
	 true},
	{"The board said Brook has paid all his fees.",
	 "The board said Mr Brook has paid all his fees.", true},
	{"The board said Mr Brook has paid all his fees.",
	 "The board said Mrs Brook has paid all his fees.", false},
	{"The ferry was taken out of service.", "The ferry was taken out of service on Tuesday.",
	 true},
	{"On Monday the ferry was taken out of service.",
	 "On Tuesday the ferry was taken out of service.", false},
	/* The head, and the end. */
	{"The ferry was taken out of service by its owners.",
	 "WEST QUAY (Coast Wire) — The ferry was taken out of service by its owners.", true},
	{"EAST QUAY - The ferry was taken out of service by its owners.",
	 "WEST QUAY - The ferry was taken out of service by its owners.", false},
	{"The ferry was taken out of service by its owners.",
	 "The ferry was taken out of service by its owners, passengers were told.", true},
	{"The ferry was taken out of service.",
	 "The ferry was taken out of service but sailed again by the evening.", false},
	{"The ferry was taken out of service.",
	 "The ferry was taken out of service, said Ida Marsh.", false},
	{"The ferry was taken out of service.",
	 "The ferry was taken out of service, and passengers had to wait for hours in the rain "
	 "until buses came.",
	 false},
	/* Other spellings. */
	{"The centre organised travelling crews in colour for all to see.",
	 "The center organized traveling crews in color for all to see.", true},
	{"They sold one acre of land.", "They sold one acer of land.", false},
	{"The guestlist named six of us.", "The guest list named six of us.", true},
	{"They sold two boats last year.", "They sold 2 boats last year.", true},
	{"They paid 1,365 pounds for one boat.", "They paid 1365 pounds for one boat.", true},
	/* A number, a name, a negation. */
	{"They sold two boats last year.", "They sold three boats last year.", false},
	{"They sold the boats to Brook last year.", "They sold the boats to Marsh last year.",
	 false},
	{"They sold the boats to Brook last year.", "They sold the boats to Ada Brook last year.",
	 false},
	{"We will close the quay this year.", "We will not close the quay this year.", false},
	{"We can close the quay this year.", "We can't close the quay this year.", false},
	{"They were able to close the quay.", "They were unable to close the quay.", false},
	/* Other words, conditions, hedges. */
	{"Fares rose by 5 per cent in spring.", "Fares fell by 5 per cent in spring.", false},
	{"The quay will be closed this year.", "The quay may be closed this year.", false},
	{"The skipper stole the boat at night.", "The skipper allegedly stole the boat at night.",
	 false},
	{"The quay is closed to all boats.", "If the quay is closed to all boats.", false},
	{"He said that she sold the boat.", "She said that he sold the boat.", false},
};

/* ---- Code ---- */

static bool is_alike(struct bs_arena *arena, struct bs_words_scan *scan, const char *a,
		     const char *b)
{
	struct bs_stream sa = bs_stream_of_text(arena, scan, a, strlen(a));
	struct bs_stream sb = bs_stream_of_text(arena, scan, b, strlen(b));
	struct bs_passage pa = {a, sa.words, sa.count}, pb = {b, sb.words, sb.count};
	return bs_is_alike(arena, scan, &pa, &pb);
}

START_TEST(alike)
{
	struct bs_arena arena = {0};
	struct bs_words_scan scan = {0};
	for (size_t i = 0; i < CASES(cases); i++)
		for (int turn = 0; turn < 2; turn++) {
			const char *a = turn ? cases[i].b : cases[i].a;
			const char *b = turn ? cases[i].a : cases[i].b;
			ck_assert_msg(is_alike(&arena, &scan, a, b) == cases[i].alike,
				      "'%s' and '%s'", a, b);
		}
	bs_buffer_free(&scan.form);
	bs_arena_free(&arena);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("alike");
	TCase *t = tcase_create("alike");
	tcase_add_test(t, alike);
	suite_add_tcase(suite, t);
	return run_suite(suite);
}
