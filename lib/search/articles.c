/* Ranks whole articles from the postings of their sentences.  Each leaf of the query is walked
 * once and becomes a list of articles, with how often it occurs in each; the query is then
 * matched and scored on these lists.  If a speaker is asked for, he or she must have said each
 * of the words somewhere in the article. */
#include "search/rank.h"

#include <stdlib.h>

static const double article_k1 = 1.2, article_b = 0.75;

/* If no words are asked for: any article with a sentence that passes the filter. */
static const struct bs_node everything = {.kind = BS_NODE_WORD};

struct articles {
	struct bs_search *search;
	size_t leaf_count;              /* at least 1 */
	struct bs_posting_list **lists; /* by segment, by leaf; their documents are articles + 1 */
	uint64_t *frequencies;          /* by leaf: in how many articles */
	double average_length;
};

/* ---- From sentences to lists of articles -------------------------------- */

static brad_status list_leaf(struct articles *a, struct bs_walk *walk, size_t leaf, brad_error *err)
{
	struct bs_search *s = a->search;
	struct xc_posting *items = NULL;
	size_t count = 0;
	struct bs_cursor *cursor;
	const struct bs_node *node = s->query.root ? s->query.leaves[leaf] : NULL;
	brad_status status = bs_cursor_open(&walk->match, node, &cursor, err);
	if (status != BRAD_OK) return status;
	bs_walk_over(walk, cursor);
	while ((status = bs_walk_next(walk, err)) == BRAD_OK && walk->at != BS_END) {
		uint32_t article = walk->segment->article[walk->at] + 1;
		if (count == 0 || items[count - 1].document != article)
			*BS_PUSH(&s->arena, items, count) = (struct xc_posting){article, 0};
		items[count - 1].count += bs_cursor_count(cursor);
	}
	a->lists[walk->number][leaf] = (struct bs_posting_list){items, count};
	a->frequencies[leaf] += count;
	bs_walk_end(walk);
	return status;
}

static brad_status list_segment(struct articles *a, uint32_t segment, brad_error *err)
{
	struct bs_walk walk;
	brad_status status = bs_walk_begin(a->search, segment, &a->search->filter, &walk, err);
	walk.any_day = true;
	a->lists[segment] =
		bs_arena_alloc(&a->search->arena, a->leaf_count * sizeof *a->lists[segment]);
	for (size_t i = 0; i < a->leaf_count && status == BRAD_OK; i++)
		status = list_leaf(a, &walk, i, err);
	return status;
}

static double average_length(const struct brad_index *index)
{
	uint64_t words = 0, articles = bs_living_articles(index);
	for (size_t i = 0; i < index->segment_count; i++)
		for (uint32_t k = 0; k < index->segments[i].articles; k++)
			if (!bs_segment_is_dead(&index->segments[i], k))
				words += index->segments[i].rows[k].words;
	return articles && words ? (double)words / (double)articles : 1;
}

/* ---- Matching and ranking the lists ------------------------------------- */

static brad_status rank_lists(struct articles *a, uint32_t segment, struct bs_ranking *r,
			      brad_error *err)
{
	struct bs_search *s = a->search;
	struct bs_segment *in = &s->index->segments[segment];
	struct bs_match match = {.arena = &s->arena,
				 .segment = in,
				 .weights = s->weights,
				 .opened = &s->opened,
				 .lists = a->lists[segment]};
	struct bs_cursor *cursor;
	const struct bs_node *root = s->query.root ? s->query.root : &everything;
	brad_status status = bs_cursor_open(&match, root, &cursor, err);
	if (status == BRAD_OK) status = bs_cursor_seek(&match, cursor, 1, err);
	while (status == BRAD_OK && cursor->at != BS_END) {
		const struct bs_article_row *row = &in->rows[cursor->at - 1];
		double relative = row->words / a->average_length;
		double saturation = article_k1 * (1 - article_b + article_b * relative);
		bool old = bs_filter_is_old(&s->filter, row);
		if (!old && bs_filter_has_day(&s->filter, row))
			bs_ranking_offer(r, (struct bs_found){
						    bs_cursor_score(cursor, article_k1, saturation),
						    segment, row->first, row->day, NULL});
		else if (!old && row->day == 0 && bs_filter_is_dated(&s->filter))
			r->undated++;
		status = bs_cursor_seek(&match, cursor, cursor->at + 1, err);
	}
	return status;
}

/* ---- The best sentence of each ------------------------------------------ */

static int by_document(const void *a, const void *b)
{
	const struct bs_found *x = *(struct bs_found *const *)a, *y = *(struct bs_found *const *)b;
	if (x->segment != y->segment) return x->segment < y->segment ? -1 : 1;
	return (x->document > y->document) - (x->document < y->document);
}

/* Advances to the sentences of an article and picks the best; the first of several. */
static brad_status pick_sentence(struct bs_walk *walk, struct bs_found *found, brad_error *err)
{
	const struct bs_article_row *row =
		&walk->segment->rows[walk->segment->article[found->document]];
	uint32_t last = row->first + row->count - 1;
	double best = -1;
	brad_status status = BRAD_OK;
	if (walk->at < row->first) {
		walk->at = row->first - 1;
		status = bs_walk_next(walk, err);
	}
	while (status == BRAD_OK && walk->at <= last) {
		double score = bs_sentence_score(walk);
		if (score > best) {
			best = score;
			found->document = walk->at;
		}
		status = bs_walk_next(walk, err);
	}
	return status;
}

static brad_status pick_sentences(struct bs_search *s, struct bs_ranking *r, brad_error *err)
{
	struct bs_found **order = bs_arena_alloc(&s->arena, (r->count + 1) * sizeof(*order));
	struct bs_walk walk = {0};
	brad_status status = BRAD_OK;
	for (size_t i = 0; i < r->count; i++) order[i] = &r->items[i];
	qsort(order, r->count, sizeof(*order), by_document);
	for (size_t i = 0; i < r->count && status == BRAD_OK; i++) {
		if (i == 0 || order[i]->segment != walk.number) {
			struct bs_cursor *any;
			bs_match_close(&s->opened);
			status = bs_walk_begin(s, order[i]->segment, &s->filter, &walk, err);
			walk.any_day = true;
			walk.match.weights = s->weights;
			if (status == BRAD_OK)
				status = bs_cursor_open_any(&walk.match, &s->query, &any, err);
			if (status != BRAD_OK) return status;
			bs_walk_over(&walk, any);
		}
		status = pick_sentence(&walk, order[i], err);
	}
	bs_match_close(&s->opened);
	return status;
}

brad_status bs_rank_articles(struct bs_search *s, struct bs_ranking *out, brad_error *err)
{
	size_t segments = s->index->segment_count;
	struct articles a = {.search = s, .leaf_count = s->query.root ? s->query.leaf_count : 1};
	brad_status status = BRAD_OK;
	bs_ranking_begin(s, out);
	a.lists = bs_arena_alloc(&s->arena, (segments + 1) * sizeof *a.lists);
	a.frequencies = bs_arena_alloc(&s->arena, a.leaf_count * sizeof *a.frequencies);
	a.average_length = average_length(s->index);
	for (uint32_t i = 0; i < segments && status == BRAD_OK; i++)
		status = list_segment(&a, i, err);
	uint64_t articles = bs_living_articles(s->index);
	s->weights = bs_arena_alloc(&s->arena, a.leaf_count * sizeof *s->weights);
	for (size_t i = 0; i < s->query.leaf_count; i++)
		if (s->query.leaves[i]->word_count)
			s->weights[i] = bs_weight(a.frequencies[i], articles);
	for (uint32_t i = 0; i < segments && status == BRAD_OK; i++)
		status = rank_lists(&a, i, out, err);
	bs_ranking_end(out);
	return status == BRAD_OK ? pick_sentences(s, out, err) : status;
}
