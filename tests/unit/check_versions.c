/* In which other words does a statement stand, and what is told to differ? */
#include "stories.h"

/* ---- Cases ---- */

static const struct story stories[] = {
	{.id = "first",
	 .date = "2021-02-03",
	 .text = "“The ferry will not carry 40 lorries to Norwell,” said Ida Marsh."},
	{.id = "copy",
	 .date = "2021-02-04",
	 .text = "“The ferry will not carry 40 lorries to Norwell,” said Ida Marsh."},
	{.id = "figure",
	 .date = "2021-02-06",
	 .text = "“The ferry will not carry 400 lorries to Norwell,” said Ida Marsh."},
	{.id = "again",
	 .date = "2021-02-05",
	 .text = "“The ferry will not carry 400 lorries to Norwell,” said Ida Marsh."},
	{.id = "denied",
	 .date = "2021-02-07",
	 .text = "“The ferry will carry 40 lorries to Norwell,” said Ida Marsh."},
	{.id = "name", .text = "“The ferry will not carry 40 lorries to Selby,” said Ida Marsh."},
	{.id = "edited",
	 .date = "2021-02-08",
	 .text = "“The ferry will not carry 40 lorries to Norwell,” said Ida Marsh on Tuesday."},
	{.id = "word",
	 .date = "2021-02-09",
	 .text = "So “the ferry will not bring 40 lorries to Norwell,” said Ida Marsh."},
	/* Of its words, but too few, or in another order. */
	{.id = "other",
	 .date = "2021-02-10",
	 .text = "“Lorries to Norwell are 40 years old,” said Ida Marsh."},
	{.id = "alone", .date = "2021-02-11", .text = "Gulls nest on the chimney of the mill."},
};

/* Of each version the article, how many others have its words, its warnings and what
 * differs, as wdiff writes it. */
static const struct {
	const char *article;
	uint32_t offset, limit;
	unsigned total;
	const char *found;
} cases[] = {
	{"first", 0, 20, 5,
	 "again+1 number [-40-] {+400+}; denied+0 negation [-not-]; edited+0  {+on Tuesday+}; "
	 "word+0  {+So+} [-carry-] {+bring+}; name+0 name [-Norwell-] {+Selby+}"},
	{"copy", 0, 1, 5, "again+1 number [-40-] {+400+}"},
	{"first", 4, 20, 5, "name+0 name [-Norwell-] {+Selby+}"},
	{"first", 5, 20, 5, ""},
	{"figure", 0, 1, 5, "first+1 number [-400-] {+40+}"},
	{"denied", 0, 1, 5, "first+1 negation {+not+}"},
	{"alone", 0, 20, 0, ""},
};

/* ---- Code ---- */

static void set_up(void)
{
	open_stories(stories, CASES(stories), 3);
}

/* The id of the only sentence of an article, for free(). */
static char *find_sentence(const char *article)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	char query[64];
	snprintf(query, sizeof query, "article:%s", article);
	options.query = query;
	OK(brad_index_search(opened, &options, &results, &error));
	ck_assert_uint_eq(brad_results_count(results), 1);
	char *id = strdup(brad_results_hit(results, 0)->sentence);
	brad_results_free(results);
	return id;
}

static void describe(const brad_results *results, char *out, size_t room)
{
	static const char *const names[] = {"", "negation", "number", "", "name"};
	const brad_hit *hit;
	size_t n = 0;
	*out = '\0';
	for (size_t i = 0; (hit = brad_results_hit(results, i)); i++) {
		const brad_difference *d;
		unsigned warnings, each = 0;
		size_t count = brad_results_differences(results, i, &d, &warnings);
		ck_assert_uint_gt(count, 0);
		ck_assert_uint_le(warnings, 4);
		n += (size_t)snprintf(out + n, room - n, "%s%s+%zu %s", i ? "; " : "", hit->article,
				      hit->copy_count, names[warnings]);
		for (; count-- > 0; d++) {
			each |= d->warnings;
			if (d->change == BRAD_CHANGE_NONE) continue;
			if (d->printed)
				n += (size_t)snprintf(out + n, room - n, " [-%s-]", d->printed);
			if (d->quoted)
				n += (size_t)snprintf(out + n, room - n, " {+%s+}", d->quoted);
		}
		ck_assert_uint_eq(each, warnings);
		for (size_t k = 0; k < hit->copy_count; k++) ck_assert(hit->copies[k].same_words);
	}
}

START_TEST(finds)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_results *results;
	char found[512];
	char *id = find_sentence(cases[_i].article);
	options.offset = cases[_i].offset;
	options.limit = cases[_i].limit;
	OK(brad_index_versions(opened, id, &options, &results, &error));
	describe(results, found, sizeof found);
	ck_assert_str_eq(found, cases[_i].found);
	ck_assert_uint_eq(brad_results_total(results), cases[_i].total);
	brad_results_free(results);
	free(id);
}
END_TEST

START_TEST(fails)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT, bad = {0};
	brad_results *results;
	const brad_difference *first;
	unsigned warnings = 7;
	ck_assert_int_eq(brad_index_versions(opened, NULL, &options, &results, &error),
			 BRAD_EINVAL);
	ck_assert_int_eq(brad_index_versions(opened, "first", &options, &results, &error),
			 BRAD_EINVAL);
	ck_assert_int_eq(brad_index_versions(opened, "first#0123abcd", &bad, &results, &error),
			 BRAD_EINVAL);
	ck_assert_int_eq(brad_index_versions(opened, "first#0123abcd", &options, &results, &error),
			 BRAD_ENOTFOUND);
	ck_assert_ptr_null(results);
	options.query = "gulls";
	OK(brad_index_search(opened, &options, &results, &error));
	ck_assert_uint_eq(brad_results_differences(results, 0, &first, &warnings), 0);
	ck_assert_uint_eq(brad_results_differences(results, 9, &first, NULL), 0);
	ck_assert_ptr_null(first);
	ck_assert_uint_eq(warnings, 0);
	brad_results_free(results);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("versions");
	TCase *t = tcase_create("versions");
	tcase_add_checked_fixture(t, set_up, close_stories);
	tcase_add_loop_test(t, finds, 0, CASES(cases));
	tcase_add_test(t, fails);
	suite_add_tcase(suite, t);
	return run_suite(suite);
}
