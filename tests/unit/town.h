/* town.h - which articles do the tests of searches ask?  A few of an invented town.
 *
 * Each case is asked of four indexes of the same articles, which differ in how
 * they were made: at once, one by one, in the other order with one of them
 * changed on the way, and beside others that were removed again.  All four
 * must answer the same, the scores included. */
#ifndef TESTS_TOWN_H
#define TESTS_TOWN_H

#include "stories.h"

/* Each sentence begins with a word that no other begins with, by which the
 * cases below name it; only "Boats leave at noon" comes twice. */
static const struct story stories[] = {
	{.id = "a1",
	 .title = "Headline on harbour fares",
	 .source = "Harbour Times",
	 .date = "2021-03-05",
	 .path = "/news/a1.txt",
	 .text = "Ferry fares in Quillmouth rose on Monday.\n\n"
		 "“Passengers cannot pay more for slower boats,” said Anna Keller, the leader of "
		 "Quillmouth Council.\n\n"
		 "Tickets list the ferry expenses.\n"},
	{.id = "a2",
	 .source = "Harbour Times",
	 .date = "2022-06-20",
	 .path = "/news/a2.txt",
	 .text = "“Fares are fair and the ferry is safe,” said Tom Varga, the harbour master.\n\n"
		 "Yesterday Will Keane sold his old boat.\n\n"
		 "Trains will go to the quay, and each expense is known.\n"},
	{.id = "a3",
	 .source = "Quill Post",
	 .path = "/news/a3.txt",
	 .text = "Slow ferries cost the town £2.5m.\n\n"
		 "Owners may not co-operate with a café.\n"},
	{.id = "a4",
	 .date = "2022-01-10",
	 .path = "/news/a4.txt",
	 .text = "Boats leave at noon. Crews of the ferry rest at night. Boats leave at noon.\n"},
	{.id = "a5",
	 .source = "Quill Post",
	 .date = "2020-12-31",
	 .path = "/news/a5.txt",
	 .text = "“Harbours need children’s lifeboats,” Anna Keller and Tom Varga said in a joint "
		 "statement.\n"},
};

enum { STORIES = CASES(stories) };

/* ---- Four indexes of it ---- */

enum { LAYOUTS = 4 };

static brad_index *indexes[LAYOUTS];

static inline void add(brad_writer *writer, const struct story *story, const char *text)
{
	struct story edited = *story;
	edited.text = text;
	add_story(writer, &edited);
}

static inline void add_all_at_once(brad_writer *writer)
{
	for (int i = 0; i < STORIES; i++) add(writer, &stories[i], stories[i].text);
}

static inline void add_one_by_one(brad_writer *writer)
{
	for (int i = 0; i < STORIES; i++) {
		add(writer, &stories[i], stories[i].text);
		OK(brad_writer_commit(writer, NULL, &error));
	}
}

static inline void add_backwards(brad_writer *writer)
{
	add(writer, &stories[1], "Ferry quay ferry quay, said Anna Keller. Monday will do.");
	OK(brad_writer_commit(writer, NULL, &error));
	for (int i = STORIES; i-- > 0;) {
		add(writer, &stories[i], stories[i].text);
		if (i % 2 == 0) OK(brad_writer_commit(writer, NULL, &error));
	}
}

static inline void add_and_remove(brad_writer *writer)
{
	const struct story other = {
		.id = "b1", .source = "Other", .date = "2022-02-02", .path = "/news/b1.txt"};
	add(writer, &stories[3], stories[3].text);
	add(writer, &other, "Passangers of the ferry, the quay and the boats, said Anna Keller.");
	add(writer, &stories[0], stories[0].text);
	OK(brad_writer_commit(writer, NULL, &error));
	for (int i = 0; i < STORIES; i++) add(writer, &stories[i], stories[i].text);
	OK(brad_writer_remove(writer, "b1", NULL, &error));
}

static inline void make_indexes(void)
{
	static void (*const fill[LAYOUTS])(brad_writer *) = {add_all_at_once, add_one_by_one,
							     add_backwards, add_and_remove};
	make_directory();
	for (int i = 0; i < LAYOUTS; i++) {
		char name[16];
		brad_writer *writer;
		snprintf(name, sizeof name, "%d", i);
		OK(brad_writer_open(path_of(name), NULL, &writer, &error));
		fill[i](writer);
		OK(brad_writer_commit(writer, NULL, &error));
		brad_writer_free(writer);
		OK(brad_index_open(path_of(name), &indexes[i], &error));
	}
}

static inline void free_indexes(void)
{
	for (int i = 0; i < LAYOUTS; i++) brad_index_free(indexes[i]);
	remove_directory();
}

/* ---- Asking ---- */

static inline void check_hits(const brad_search_options *options, uint64_t total, uint64_t undated,
			      const char *found)
{
	double scores[32];
	for (int layout = 0; layout < LAYOUTS; layout++) {
		brad_results *results;
		char list[512];
		OK(brad_index_search(indexes[layout], options, &results, &error));
		list_hits(results, list);
		ck_assert_msg(strcmp(list, found) == 0, "%s in index %d: %s, not %s",
			      options->query ? options->query : "nothing", layout, list, found);
		ck_assert_uint_eq(brad_results_total(results), total);
		ck_assert_uint_eq(brad_results_undated(results), undated);
		ck_assert_ptr_null(brad_results_hit(results, brad_results_count(results)));
		for (size_t i = 0; i < brad_results_count(results); i++) {
			const brad_hit *hit = brad_results_hit(results, i);
			ck_assert_uint_eq(hit->rank, options->offset + i + 1);
			if (layout == 0) scores[i] = hit->score;
			ck_assert(hit->score == scores[i]);
		}
		brad_results_free(results);
	}
}

static inline uint64_t count_words(const char *list)
{
	uint64_t n = *list != '\0';
	for (; *list; list++) n += *list == ' ';
	return n;
}

#endif
