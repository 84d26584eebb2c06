/* Who is heard in the articles of an invented town, and who is only named.
 *
 * Each case is asked of three indexes of the same articles: made at once, one by one, and one by
 * one and then made one piece. */
#include "stories.h"

/* ---- Cases ---- */

static const struct story stories[] = {
	{.id = "one",
	 .source = "Quay Herald",
	 .date = "2021-02-03",
	 .text = "“Fees must double this year,” said Ida Marsh, the chair of the board. “They are "
		 "low,” said Ms Marsh. Tom Brook did not answer. The boats stayed in the harbour."},
	{.id = "two",
	 .source = "Quay Herald",
	 .date = "2021-02-04",
	 .text = "“Fees are a scandal,” said Tom Brook. Peter Lowry was at the meeting with Ida "
		 "Marsh."},
	{.id = "three",
	 .date = "2021-02-05",
	 .text = "“Nobody asked us about the fees,” said one. Peter Lowry left at noon."},
	{.id = "four",
	 .title = "The lighthouse", /* no sentence of the article */
	 .source = "Bay Echo",
	 .date = "2022-02-05",
	 .text = "The lighthouse is white."},
};

enum { STORIES = CASES(stories), INDEXES = 3 };

/* Voices as "NAME sentences/articles", then after "|" who is only named, with articles. */
static const struct {
	const char *query, *speaker, *from;
	brad_field by;
	unsigned articles, sentences, quoted, unnamed;
	const char *voices;
} cases[] = {
	{"", NULL, NULL, BRAD_FIELD_SPEAKER, 4, 9, 4, 1,
	 "Ida Marsh 2/1, - 1/1, Tom Brook 1/1 | Peter Lowry 2"},
	{"fees", NULL, NULL, BRAD_FIELD_SPEAKER, 3, 8, 4, 1,
	 "Ida Marsh 2/1, - 1/1, Tom Brook 1/1 | Peter Lowry 2"},
	{"fees", NULL, "2021-02-04", BRAD_FIELD_SPEAKER, 2, 4, 2, 1,
	 "- 1/1, Tom Brook 1/1 | Peter Lowry 2, Ida Marsh 1"},
	{"double", NULL, NULL, BRAD_FIELD_SPEAKER, 1, 4, 2, 0, "Ida Marsh 2/1 | Tom Brook 1"},
	{"", "Brook", NULL, BRAD_FIELD_SPEAKER, 1, 2, 1, 0,
	 "Tom Brook 1/1 | Ida Marsh 1, Peter Lowry 1"},
	{"fees", NULL, NULL, BRAD_FIELD_ROLE, 3, 8, 4, 1,
	 "- 2/2, chair of the board 2/1 | Peter Lowry 2"},
	{"fees", NULL, NULL, BRAD_FIELD_SOURCE, 3, 8, 4, 1,
	 "Quay Herald 3/2, - 1/1 | Peter Lowry 2"},
	{"lighthouse", NULL, NULL, BRAD_FIELD_SPEAKER, 1, 1, 0, 0, " | "},
	{"nosuchword", NULL, NULL, BRAD_FIELD_SPEAKER, 0, 0, 0, 0, " | "},
};

/* ---- Code ---- */

static brad_index *indexes[INDEXES];

static void make_indexes(void)
{
	static const char *const names[INDEXES] = {"at once", "one by one", "joined"};
	make_directory();
	for (int k = 0; k < INDEXES; k++) {
		write_stories(path_of(names[k]), stories, STORIES, k > 0);
		if (k == 2) compact_index(path_of(names[k]));
		OK(brad_index_open(path_of(names[k]), &indexes[k], &error));
	}
}

static void free_indexes(void)
{
	for (int k = 0; k < INDEXES; k++) brad_index_free(indexes[k]);
	remove_directory();
}

static void describe(const brad_heard *heard, char *out, size_t room)
{
	size_t n = 0;
	for (size_t i = 0; i < heard->voice_count; i++) {
		const brad_voice *v = &heard->voices[i];
		n += (size_t)snprintf(out + n, room - n, "%s%s %u/%u", i ? ", " : "",
				      v->name ? v->name : "-", (unsigned)v->sentences,
				      (unsigned)v->articles);
	}
	n += (size_t)snprintf(out + n, room - n, " | ");
	for (size_t i = 0; i < heard->silent_count; i++)
		n += (size_t)snprintf(out + n, room - n, "%s%s %u", i ? ", " : "",
				      heard->silent[i].name, (unsigned)heard->silent[i].articles);
}

START_TEST(hears)
{
	for (size_t i = 0; i < CASES(cases); i++)
		for (int k = 0; k < INDEXES; k++) {
			brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
			brad_sources *sources;
			char got[512];
			options.query = cases[i].query;
			options.speaker = cases[i].speaker;
			read_day(cases[i].from, &options.from);
			OK(brad_index_sources(indexes[k], &options, cases[i].by, &sources, &error));
			const brad_heard *heard = brad_sources_heard(sources);
			describe(heard, got, sizeof got);
			ck_assert_msg(strcmp(got, cases[i].voices) == 0, "case %zu, index %d: %s",
				      i, k, got);
			ck_assert_msg(heard->articles == cases[i].articles &&
					      heard->sentences == cases[i].sentences &&
					      heard->quoted == cases[i].quoted &&
					      heard->unnamed == cases[i].unnamed,
				      "case %zu: %u articles, %u sentences, %u quoted, %u unnamed",
				      i, (unsigned)heard->articles, (unsigned)heard->sentences,
				      (unsigned)heard->quoted, (unsigned)heard->unnamed);
			brad_sources_free(sources);
		}
}
END_TEST

/* What was asked is told as of a search. */
START_TEST(is_understood)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_sources *sources;
	const char *query;
	options.query = "fees  AND (harbour)";
	options.speaker = "Marsh";
	OK(brad_index_sources(indexes[0], &options, BRAD_FIELD_ROLE, &sources, &error));
	const char *words = brad_sources_understood(sources, &query);
	ck_assert_str_eq(query, "fees harbour");
	ck_assert_ptr_nonnull(strstr(words, "'fees'"));
	ck_assert_ptr_nonnull(strstr(words, "'Marsh'"));
	ck_assert_ptr_eq(brad_sources_understood(sources, NULL), words);
	brad_sources_free(sources);
}
END_TEST

START_TEST(fails)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_sources *sources;
	ck_assert_int_eq(brad_index_sources(indexes[0], &options, BRAD_FIELD_YEAR, &sources, NULL),
			 BRAD_EINVAL);
	ck_assert_ptr_null(sources);
	options.query = "\"fees";
	options.from = (brad_date){2022, 13, 1};
	ck_assert_int_eq(brad_index_sources(indexes[0], &options, BRAD_FIELD_ROLE, &sources, NULL),
			 BRAD_EINVAL);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("heard");
	TCase *t = tcase_create("heard");
	tcase_add_unchecked_fixture(t, make_indexes, free_indexes);
	tcase_add_test(t, hears);
	tcase_add_test(t, is_understood);
	tcase_add_test(t, fails);
	suite_add_tcase(suite, t);
	return run_suite(suite);
}
