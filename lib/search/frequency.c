/* How many sentences does a question match, and how many have a word? */
#include "search/expand.h"
#include "search/search.h"
#include "search/window.h"

uint64_t bs_living_documents(const struct brad_index *index)
{
	uint64_t n = 0;
	for (size_t i = 0; i < index->segment_count; i++)
		n += index->segments[i].documents - index->segments[i].dead_documents;
	return n;
}

uint64_t bs_living_articles(const struct brad_index *index)
{
	uint64_t n = 0;
	for (size_t i = 0; i < index->segment_count; i++)
		n += index->segments[i].articles - index->segments[i].dead_articles;
	return n;
}

/* ---- Counting ----------------------------------------------------------- */

/* Does it find a word everywhere, so that the length of the word's list is the count? */
static bool finds_all_of_list(const struct bs_walk *w)
{
	bool word = w->cursor->kind == BS_CURSOR_PACKED || w->cursor->kind == BS_CURSOR_POSTINGS;
	return word && w->filter.everything && !w->filter.nothing && !w->by_article;
}

static brad_status count_walk(struct bs_walk *w, uint64_t *total, brad_error *err)
{
	brad_status status = BRAD_OK;
	if (finds_all_of_list(w))
		*total += w->cursor->most;
	else if (bs_walk_is_sparse(w))
		while ((status = bs_walk_next(w, err)) == BRAD_OK && w->at != BS_END) ++*total;
	else
		while ((status = bs_walk_window(w, err)) == BRAD_OK && w->first != BS_END)
			*total += bs_bits_count(w->found, BS_WINDOW_WORDS);
	return status;
}

brad_status bs_count_sentences(struct bs_search *s, const struct bs_node *node,
			       const struct bs_filter *filter, uint64_t *total, uint64_t *undated,
			       brad_error *err)
{
	*total = 0;
	if (undated) *undated = 0;
	for (uint32_t i = 0; i < s->index->segment_count; i++) {
		struct bs_walk walk;
		struct bs_cursor *cursor;
		brad_status status = bs_walk_begin(s, i, filter, &walk, err);
		if (status == BRAD_OK) status = bs_cursor_open(&walk.match, node, &cursor, err);
		if (status != BRAD_OK) return status;
		bs_walk_over(&walk, cursor);
		status = count_walk(&walk, total, err);
		if (status != BRAD_OK) return status;
		if (undated) *undated += walk.undated;
		bs_walk_end(&walk);
	}
	return BRAD_OK;
}

/* ---- Frequencies -------------------------------------------------------- */

static brad_status segment_frequency(struct bs_search *s, uint32_t segment,
				     const struct bs_query_word *word, uint64_t *sum,
				     brad_error *err)
{
	struct bs_segment *in = &s->index->segments[segment];
	struct bs_filter everything = {0};
	struct bs_node node = {.kind = BS_NODE_WORD, .words = word, .word_count = 1};
	struct bs_cursor *cursor;
	struct bs_walk walk;
	if (in->dead_documents == 0) {
		uint32_t n;
		size_t list;
		if (bs_segment_list(in, word->stem, word->stem_length, &list)) {
			*sum += in->lists.lists[list].documents;
			return BRAD_OK;
		}
		brad_status status =
			xc_reader_frequency(in->database, word->stem, word->stem_length, &n, err);
		*sum += n;
		return status;
	}
	brad_status status = bs_walk_begin(s, segment, &everything, &walk, err);
	if (status == BRAD_OK) status = bs_cursor_open(&walk.match, &node, &cursor, err);
	if (status != BRAD_OK) return status;
	bs_walk_over(&walk, cursor);
	while ((status = bs_walk_window(&walk, err)) == BRAD_OK && walk.first != BS_END)
		*sum += bs_bits_count(walk.found, BS_WINDOW_WORDS);
	bs_walk_end(&walk);
	return status;
}

/* Dead sentences do not count, since scores must not depend on what was removed earlier. */
brad_status bs_word_frequency(struct bs_search *s, const struct bs_query_word *word, uint64_t *out,
			      brad_error *err)
{
	brad_status status = BRAD_OK;
	*out = 0;
	if (word->prefix) return bs_expand_frequency(s, word, out, err);
	if (word->stem_length > XC_LONGEST_TERM) return BRAD_OK;
	for (uint32_t i = 0; i < s->index->segment_count && status == BRAD_OK; i++)
		status = segment_frequency(s, i, word, out, err);
	return status;
}
