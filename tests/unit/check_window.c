/* Whichever way an index is walked through, by lists of our own or by Xapian's,
 * document by document or by windows, it gives the same sentences in the same
 * order. */
#include "suite.h"

#include "index/lists.h"
#include "index/segment_columns.h"
#include "search/rank.h"
#include "search/window.h"

/* ---- Cases ---- */

/* The words of the made-up articles, the frequent ones first. */
static const char *const vocabulary[] = {
	"harbour", "the",   "ferry",   "of",        "quay",    "fare", "was",   "boat",
	"ticket",  "it",    "tide",    "keeper",    "lantern", "gull", "rope",  "salt",
	"over",    "mast",  "buoy",    "anchor",    "kelp",    "oar",  "wharf", "shoal",
	"ferries", "boats", "boating", "harboured", "its",     "overs"};

/* What is asked; the index has articles of four days, some of none, some removed. */
static const struct {
	const char *query, *speaker;
	int16_t from; /* the year; 0 for any */
	brad_sort sort;
	unsigned said;
	uint32_t limit;
} cases[] = {
	{.query = "harbour", .limit = 10},
	{.query = "harbour", .limit = 3000},
	{.query = "harbour", .limit = 0},
	{.query = "shoal", .limit = 10},
	{.query = "nowhere", .limit = 10},
	{.query = "harbour ferry", .limit = 10},
	{.query = "harbour shoal wharf", .limit = 10},
	{.query = "harbour OR ferry", .limit = 10},
	{.query = "harbour OR shoal OR oar", .limit = 10},
	{.query = "harbour OR shoal OR oar", .limit = 500},
	{.query = "quay (fare OR boat)", .limit = 10},
	{.query = "(quay fare) OR (ticket boat) OR keeper", .limit = 10},
	{.query = "ferry NOT quay", .limit = 10},
	{.query = "ferry NOT \"quay of\"", .limit = 10},
	{.query = "\"of the\"", .limit = 10},
	{.query = "\"the ferry of\"", .limit = 10},
	{.query = "\"harbour ferry\"", .limit = 10},
	{.query = "\"shoal harbour\" OR kelp", .limit = 10},
	{.query = "over", .limit = 10},
	{.query = "it was", .limit = 10},
	{.query = "ferry-fares", .limit = 10},
	{.query = "fer* OR shoal", .limit = 10},
	{.query = "wha* NOT \"wh* the\"", .limit = 10},
	{.query = "ferrie*", .limit = 10},
	{.query = "boatin*", .limit = 10},
	{.query = "boats* OR harboure*", .limit = 10},
	{.query = "boat* harbour*", .limit = 10},
	{.query = "it* OR over*", .limit = 10},
	{.query = "\"boats* of\"", .limit = 10},
	{.query = "\"it* of\"", .limit = 10},
	{.query = "\"we saw it* ov* wa*\"", .limit = 10},
	{.query = "\"of* th* fer*\" NOT \"then came of\"", .limit = 10},
	{.query = "\"it* boat*\"~3", .limit = 10},
	{.query = "\"ha* ha* ha* ha* ha* fe* fe* fe* fe*\" OR \"ha* of ha* th* qu*\"", .limit = 10},
	{.query = "\"the of the ferry\"", .limit = 10},
	{.query = "\"quay it was over\"", .limit = 10},
	{.query = "\"the the\"", .limit = 3000},
	{.query = "\"was it\" NOT \"it was\"", .limit = 10},
	{.query = "ferry article:(shoal wharf)", .limit = 10},
	{.query = "\"harbour oar\"~4", .limit = 10},
	{.query = NULL, .limit = 10},
	{.query = NULL, .speaker = "Bell", .limit = 10},
	{.query = "harbour", .speaker = "Ann Bell", .limit = 10},
	{.query = "harbour OR ferry", .speaker = "Varga", .limit = 10},
	{.query = "harbour", .said = 1 << BRAD_SAID_DIRECT, .limit = 10},
	{.query = "harbour", .from = 2021, .limit = 10},
	{.query = "\"of the\"", .from = 2021, .limit = 10},
	{.query = "tide OR salt", .speaker = "Ann Bell", .from = 2022, .limit = 10},
	{.query = NULL, .from = 2022, .limit = 10},
	{.query = "ferry", .sort = BRAD_SORT_NEWEST, .limit = 10},
	{.query = "ferry quay", .sort = BRAD_SORT_OLDEST, .limit = 40},
};

/* ---- Code ---- */

enum { ARTICLES = 900, SENTENCES = 20, WORDS = 9, CASES = CASES(cases) };

/* Small numbers are drawn more often than great ones. */
static const char *draw_word(void)
{
	uint32_t most = 1 + draw(CASES(vocabulary));
	return vocabulary[draw(most)];
}

static void add_article(brad_writer *writer, int number)
{
	static const char *const speakers[] = {"Ann Bell", "Tom Varga", "Ida Bell"};
	char text[SENTENCES * (WORDS * 10 + 40)], id[16];
	size_t n = 0;
	brad_document d = BRAD_DOCUMENT_INIT;
	for (int s = 0; s < SENTENCES; s++) {
		bool said = draw(4) == 0;
		n += (size_t)sprintf(text + n, said ? "“We saw" : "Then came");
		for (int w = 0; w < WORDS; w++) n += (size_t)sprintf(text + n, " %s", draw_word());
		n += said ? (size_t)sprintf(text + n, ",” said %s.\n\n", speakers[draw(3)])
			  : (size_t)sprintf(text + n, ".\n\n");
	}
	sprintf(id, "a%d", number);
	d.id = id;
	d.text = text;
	d.text_length = n;
	if (draw(5)) d.date = (brad_date){(int16_t)(2020 + draw(4)), 5, 6};
	OK(brad_writer_add(writer, &d, &error));
}

static brad_index *open_index(int removed)
{
	brad_writer *writer;
	brad_index *index;
	char id[16];
	OK(brad_writer_open(directory, NULL, &writer, &error));
	for (int i = 0; i < ARTICLES && removed == 0; i++) add_article(writer, i);
	for (int i = 0; i < removed; i++) {
		sprintf(id, "a%d", i * 7);
		OK(brad_writer_remove(writer, id, NULL, &error));
	}
	OK(brad_writer_commit(writer, NULL, &error));
	brad_writer_free(writer);
	OK(brad_index_open(directory, &index, &error));
	return index;
}

/* What was found of words with a star is forgotten. */
static void forget(struct bs_search *s)
{
	for (size_t i = 0; i < s->query.leaf_count; i++)
		for (size_t k = 0; k < s->query.leaves[i]->word_count; k++) {
			const struct bs_query_word *word = &s->query.leaves[i]->words[k];
			if (word->expansions) *word->expansions = NULL;
		}
}

/* Ranks what is found by going from one document to the next. */
static void rank_slowly(struct bs_search *s, bool own_lists, struct bs_ranking *r)
{
	bs_ranking_begin(s, r);
	forget(s);
	OK(bs_weigh_leaves(s, &error));
	forget(s);
	for (uint32_t i = 0; i < s->index->segment_count; i++) {
		struct bs_segment *in = &s->index->segments[i];
		uint32_t lists = in->list_terms.count;
		struct bs_walk walk;
		struct bs_cursor *cursor;
		if (!own_lists) in->list_terms.count = 0;
		OK(bs_walk_begin(s, i, &s->filter, &walk, &error));
		walk.match.weights = s->weights;
		OK(bs_cursor_open(&walk.match, s->query.root, &cursor, &error));
		bs_walk_over(&walk, cursor);
		for (;;) {
			OK(bs_walk_next(&walk, &error));
			if (walk.at == BS_END) break;
			bs_ranking_offer(r, (struct bs_found){bs_sentence_score(&walk), i, walk.at,
							      bs_segment_day(in, walk.at), NULL});
		}
		r->undated += walk.undated;
		bs_walk_end(&walk);
		in->list_terms.count = lists;
	}
	bs_ranking_end(r);
}

static brad_status compare(struct bs_search *s, void *out, brad_error *err)
{
	struct bs_ranking quick, slow;
	uint64_t total, undated;
	(void)err;
	OK(bs_rank_sentences(s, &quick, &error));
	OK(bs_count_sentences(s, s->query.root, &s->filter, &total, &undated, &error));
	for (int own_lists = 0; own_lists < 2; own_lists++) {
		rank_slowly(s, own_lists, &slow);
		ck_assert_uint_eq(quick.total, slow.total);
		ck_assert_uint_eq(quick.undated, slow.undated);
		ck_assert_uint_eq(total, slow.total);
		ck_assert_uint_eq(undated, slow.undated);
		ck_assert_uint_eq(quick.count, slow.count);
		for (size_t i = 0; i < slow.count; i++) {
			ck_assert_uint_eq(quick.items[i].segment, slow.items[i].segment);
			ck_assert_uint_eq(quick.items[i].document, slow.items[i].document);
			ck_assert_double_eq(quick.items[i].score, slow.items[i].score);
		}
	}
	*(uint64_t *)out += quick.total;
	return BRAD_OK;
}

static void ask_all(brad_index *index)
{
	uint64_t found = 0;
	for (int i = 0; i < CASES; i++) {
		brad_search_options o = BRAD_SEARCH_OPTIONS_INIT;
		struct bs_answer answer = {0};
		o.query = cases[i].query;
		o.speaker = cases[i].speaker;
		o.from.year = cases[i].from;
		o.sort = cases[i].sort;
		o.said = cases[i].said;
		o.limit = cases[i].limit;
		OK(bs_search_run(index, &o, &answer, compare, &found, &error));
		bs_arena_free(&answer.arena);
	}
	ck_assert_uint_gt(found, 50000);
	brad_index_free(index);
}

START_TEST(test_walks)
{
	brad_index *index = open_index(0);
	size_t list;
	ck_assert_uint_gt(index->segments[0].documents, BS_WINDOW);
	ck_assert(bs_segment_list(&index->segments[0], "harbour", 7, &list));
	ck_assert(bs_segment_list(&index->segments[0], BS_STOP_LIST "the", 4, &list));
	ck_assert(!bs_segment_list(&index->segments[0], "the", 3, &list));
	ask_all(index);
	ask_all(open_index(ARTICLES / 8));
}
END_TEST

/* ---- Damage ---- */

/* An answer, as numbers that another one would hardly have. */
struct told {
	brad_status status;
	uint64_t total;
	double sum;
};

static brad_status tell(struct bs_search *s, void *out, brad_error *err)
{
	struct told *told = out;
	struct bs_ranking r;
	brad_status status = bs_rank_sentences(s, &r, err);
	if (status != BRAD_OK) return status;
	told->total = r.total;
	for (size_t i = 0; i < r.count; i++)
		told->sum += ((double)r.items[i].document + r.items[i].score) * (double)(i + 1);
	return BRAD_OK;
}

/* What an index answers that was just opened, so that nothing is compared yet. */
static struct told ask_anew(const char *query)
{
	struct told told = {0};
	struct bs_answer answer = {0};
	brad_search_options o = BRAD_SEARCH_OPTIONS_INIT;
	brad_index *index;
	OK(brad_index_open(directory, &index, &error));
	o.query = query;
	told.status = bs_search_run(index, &o, &answer, tell, &told, &error);
	bs_arena_free(&answer.arena);
	brad_index_free(index);
	return told;
}

/* Writes a block of the words of sentences anew; false if there are not so many. */
static bool put_block(size_t block, const void *bytes, void *was)
{
	brad_index *index;
	OK(brad_index_open(directory, &index, &error));
	const struct bs_pack *pack = &index->segments[0].pack;
	const struct bs_section *words = &pack->sections[BS_SECTION_WORDS];
	bool there = (block + 1) * BS_PACK_BLOCK <= words->length;
	if (there) {
		const char *at = (const char *)words->bytes + block * BS_PACK_BLOCK;
		FILE *f = fopen(pack->seen->path, "r+b");
		if (was) memcpy(was, at, BS_PACK_BLOCK);
		ck_assert_ptr_nonnull(f);
		fseek(f, at - (const char *)pack->map, SEEK_SET);
		ck_assert_uint_eq(fwrite(bytes, 1, BS_PACK_BLOCK, f), BS_PACK_BLOCK);
		ck_assert_int_eq(fclose(f), 0);
	}
	brad_index_free(index);
	return there;
}

/* Where the words of some sentences are damaged, an answer is right or refused: it is refused if
 * any of these was looked at. */
START_TEST(test_damage)
{
	static const char *const queries[] = {"\"shoal harbour\"",
					      "\"harbour ferry\"",
					      "\"oar wharf\" OR \"kelp mast\"",
					      "\"the ferry of quay\"",
					      "boats* OR oa*",
					      "\"harbour oar\"~4",
					      "ferry NOT \"quay of\"",
					      "\"ov* wha*\"",
					      "ferry article:(shoal \"wharf oar\")",
					      "\"shoal oar wharf\"~4",
					      "\"wharf shoal oar\" OR \"oar kelp shoal\"~5"};
	struct told sound[CASES(queries)];
	char other[BS_PACK_BLOCK], was[BS_PACK_BLOCK];
	int refused = 0, right = 0;
	size_t blocks = 0;
	memset(other, 1, sizeof other);
	brad_index_free(open_index(0));
	for (int i = 0; i < CASES(queries); i++) {
		sound[i] = ask_anew(queries[i]);
		ck_assert_int_eq(sound[i].status, BRAD_OK);
	}
	for (; put_block(blocks, other, was); blocks++) {
		for (int i = 0; i < CASES(queries); i++) {
			struct told told = ask_anew(queries[i]);
			bool same = told.total == sound[i].total && told.sum == sound[i].sum;
			if (told.status == BRAD_OK)
				ck_assert_msg(same, "%s, block %zu", queries[i], blocks);
			else
				ck_assert_int_eq(told.status, BRAD_ECORRUPT);
			told.status == BRAD_OK ? right++ : refused++;
		}
		put_block(blocks, was, NULL);
	}
	ck_assert_int_gt(right, 0);
	ck_assert_int_gt(refused, 0);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("window");
	TCase *cases_of = tcase_create("window");
	tcase_set_timeout(cases_of, 120);
	tcase_add_checked_fixture(cases_of, make_directory, remove_directory);
	tcase_add_test(cases_of, test_walks);
	tcase_add_test(cases_of, test_damage);
	suite_add_tcase(suite, cases_of);
	return run_suite(suite);
}
