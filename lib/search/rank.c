#include "search/rank.h"

#include "search/expand.h"
#include "search/group.h"
#include "search/prune.h"

#include <math.h>
#include <string.h>

/* Sentences have similar lengths, so BM25 ignores the length.  A sentence that somebody said is
 * worth slightly more than one with the same words that nobody did. */
static const double sentence_k1 = 1.0, speaker_bonus = 1.1;

double bs_weight(uint64_t in, uint64_t of)
{
	double rest = of > in ? (double)(of - in) : 0;
	return log1p((rest + 0.5) / ((double)in + 0.5));
}

/* ---- Order -------------------------------------------------------------- */

/* A sentence with several speakers may be the best of each. */
static bool is_group_before(const struct bs_found *a, const struct bs_found *b)
{
	return a->group && b->group && strcmp(a->group->name, b->group->name) < 0;
}

/* Ties are decided by the newest day, then the article's id, then the place in the article. */
bool bs_is_before(const struct bs_ranking *r, const struct bs_found *a, const struct bs_found *b)
{
	brad_sort sort = r->search->options.sort;
	if (sort == BRAD_SORT_RELEVANCE && a->score != b->score) return a->score > b->score;
	if (a->day != b->day) {
		bool oldest = sort == BRAD_SORT_OLDEST && a->day != 0 && b->day != 0;
		return oldest ? a->day < b->day : a->day > b->day;
	}
	const struct bs_segment *sa = &r->search->index->segments[a->segment];
	const struct bs_segment *sb = &r->search->index->segments[b->segment];
	uint32_t ia = sa->rows[sa->article[a->document]].id;
	uint32_t ib = sb->rows[sb->article[b->document]].id;
	if (sa == sb && a->document == b->document) return is_group_before(a, b);
	if (sa == sb) return ia != ib ? ia < ib : a->document < b->document;
	return strcmp(bs_segment_text(sa, ia), bs_segment_text(sb, ib)) < 0;
}

static void swap(struct bs_found *a, struct bs_found *b)
{
	struct bs_found other = *a;
	*a = *b;
	*b = other;
}

/* Moves the item at i down until nothing below it comes after it. */
static void sift_down(struct bs_ranking *r, size_t i, size_t count)
{
	for (;;) {
		size_t last = i;
		for (size_t child = 2 * i + 1; child <= 2 * i + 2 && child < count; child++)
			if (bs_is_before(r, &r->items[last], &r->items[child])) last = child;
		if (last == i) return;
		swap(&r->items[i], &r->items[last]);
		i = last;
	}
}

void bs_ranking_begin(struct bs_search *s, struct bs_ranking *out)
{
	uint64_t room = (uint64_t)s->options.offset + s->options.limit;
	uint64_t most = bs_living_documents(s->index);
	*out = (struct bs_ranking){.search = s, .room = room < most ? room : most};
	if (s->options.limit == 0) out->room = 0;
}

/* Keeps a match if it is among the first. */
static void keep(struct bs_ranking *r, struct bs_found found)
{
	if (r->count == r->room) {
		if (r->room == 0 || !bs_is_before(r, &found, &r->items[0])) return;
		r->items[0] = found;
		sift_down(r, 0, r->count);
		return;
	}
	*BS_PUSH(&r->search->arena, r->items, r->count) = found;
	for (size_t i = r->count - 1; i > 0; i = (i - 1) / 2) {
		size_t parent = (i - 1) / 2;
		if (!bs_is_before(r, &r->items[parent], &r->items[i])) return;
		swap(&r->items[parent], &r->items[i]);
	}
}

void bs_ranking_offer(struct bs_ranking *r, struct bs_found found)
{
	r->total++;
	keep(r, found);
}

void bs_ranking_end(struct bs_ranking *r)
{
	for (size_t left = r->count; left > 1; left--) {
		swap(&r->items[0], &r->items[left - 1]);
		sift_down(r, 0, left - 1);
	}
}

/* ---- Sentences ---------------------------------------------------------- */

brad_status bs_weigh_leaves(struct bs_search *s, brad_error *err)
{
	uint64_t sentences = bs_living_documents(s->index);
	s->weights = bs_arena_alloc(&s->arena, (s->query.leaf_count + 1) * sizeof *s->weights);
	for (size_t i = 0; i < s->query.leaf_count; i++) {
		const struct bs_node *leaf = s->query.leaves[i];
		for (size_t k = 0; k < leaf->word_count && leaf->wanted; k++) {
			const struct bs_query_word *word = &leaf->words[k];
			bool has = leaf->kind == BS_NODE_WORD ? word->posted || word->prefix
							      : bs_word_has_postings(word);
			uint64_t in;
			if (!has) continue;
			brad_status status = bs_word_frequency(s, word, &in, err);
			if (status != BRAD_OK) return status;
			s->weights[i] += bs_weight(in, sentences);
		}
	}
	return BRAD_OK;
}

double bs_sentence_score(const struct bs_walk *w)
{
	double score = bs_cursor_score(w->cursor, sentence_k1, sentence_k1);
	return bs_bit(w->segment->spoken, w->at) ? score * speaker_bonus : score;
}

/* Are there already enough, so that only scores as high as the last of them count? */
static bool is_full(const struct bs_ranking *r)
{
	return r->search->options.sort == BRAD_SORT_RELEVANCE && r->count == r->room;
}

/* Its speaker and day are only looked up if it may be among the first. */
static void rank_document(const struct bs_walk *w, uint32_t document, double score,
			  struct bs_ranking *r)
{
	if (is_full(r) && score * speaker_bonus < r->items[0].score) return;
	if (bs_bit(w->segment->spoken, document)) score *= speaker_bonus;
	if (is_full(r) && score < r->items[0].score) return;
	keep(r, (struct bs_found){score, w->number, document, bs_segment_day(w->segment, document),
				  NULL});
}

/* Counts the matches of a window; those in `ranked` were ranked before. */
static void rank_window(const struct bs_walk *w, const struct bs_prune *prune, bool repeats_ranked,
			struct bs_ranking *r)
{
	uint64_t contenders[BS_WINDOW_WORDS];
	r->total += bs_bits_count(w->found, BS_WINDOW_WORDS);
	if (r->room == 0) return;
	if (is_full(r))
		bs_prune_window(prune, w->found, r->items[0].score / speaker_bonus, contenders);
	else
		memcpy(contenders, w->found, sizeof contenders);
	for (uint32_t i = 0; i < BS_WINDOW_WORDS; i++) {
		uint64_t left = contenders[i];
		if (repeats_ranked && w->cursor->window->repeated)
			left &= ~w->cursor->window->repeats[i];
		for (; left; left &= left - 1) {
			uint32_t k = i * 64 + bs_bit_lowest(left);
			rank_document(w, w->first + k, bs_window_score(w->cursor, k, sentence_k1),
				      r);
		}
	}
}

/* For a single word, sentences that have it more than once come first.  Often these fill the
 * page, and the total is the length of the list. */
static bool rank_repeats(const struct bs_walk *w, struct bs_ranking *r)
{
	struct bs_cursor *c = w->cursor;
	struct bs_list_reader list = *c->packed;
	uint32_t document = r->room ? bs_list_repeat(&list, 1) : BS_END;
	for (; document <= w->segment->documents; document = bs_list_repeat(&list, document + 1)) {
		double count = list.repeat_count;
		double score = c->weight * count * (sentence_k1 + 1) / (count + sentence_k1);
		rank_document(w, document, score, r);
	}
	bool all = r->room == 0 || (is_full(r) && c->weight * speaker_bonus < r->items[0].score);
	if (all) r->total += c->packed->documents;
	return all;
}

/* For a single word with a star, all sentences weigh the same and are known, so that no windows
 * are needed. */
static void rank_expansion(const struct bs_walk *w, struct bs_ranking *r)
{
	const struct bs_expansion *e = w->cursor->expansion;
	r->total += e->count;
	for (uint32_t i = 0; i <= w->segment->documents / 64 && r->room > 0; i++) {
		uint64_t left = e->bits[i];
		if (is_full(r) && w->cursor->weight < r->items[0].score)
			left &= w->segment->spoken[i];
		for (; left; left &= left - 1)
			rank_document(w, i * 64 + bs_bit_lowest(left), w->cursor->weight, r);
	}
}

/* Ranks the matches one by one. */
static brad_status rank_each(struct bs_walk *w, struct bs_ranking *r, brad_error *err)
{
	brad_status status;
	while ((status = bs_walk_next(w, err)) == BRAD_OK && w->at != BS_END) {
		double score = bs_cursor_score(w->cursor, sentence_k1, sentence_k1);
		r->total++;
		if (r->room > 0) rank_document(w, w->at, score, r);
	}
	r->undated += w->undated;
	return status;
}

static brad_status rank_walk(struct bs_walk *w, struct bs_ranking *r, brad_error *err)
{
	struct bs_prune prune = {0};
	bool all = w->filter.everything && !w->filter.nothing && !w->by_article;
	bool repeats_ranked = w->cursor->kind == BS_CURSOR_PACKED && all;
	if (w->cursor->kind == BS_CURSOR_SET && all) {
		rank_expansion(w, r);
		return BRAD_OK;
	}
	if (bs_walk_is_sparse(w)) return rank_each(w, r, err);
	if (repeats_ranked && rank_repeats(w, r)) return BRAD_OK;
	bs_prune_begin(&prune, w->cursor);
	brad_status status;
	while ((status = bs_walk_window(w, err)) == BRAD_OK && w->first != BS_END)
		rank_window(w, &prune, repeats_ranked, r);
	r->undated += w->undated;
	return status;
}

static brad_status rank_segment(struct bs_search *s, uint32_t segment, struct bs_ranking *r,
				brad_error *err)
{
	struct bs_walk walk;
	struct bs_cursor *cursor;
	brad_status status = bs_walk_begin(s, segment, &s->filter, &walk, err);
	walk.match.weights = s->weights;
	if (status == BRAD_OK) status = bs_cursor_open(&walk.match, s->query.root, &cursor, err);
	if (status != BRAD_OK) return status;
	bs_walk_over(&walk, cursor);
	status = rank_walk(&walk, r, err);
	bs_walk_end(&walk);
	return status;
}

brad_status bs_rank_sentences(struct bs_search *s, struct bs_ranking *out, brad_error *err)
{
	bs_ranking_begin(s, out);
	brad_status status = bs_weigh_leaves(s, err);
	for (uint32_t i = 0; i < s->index->segment_count && status == BRAD_OK; i++)
		status = rank_segment(s, i, out, err);
	bs_ranking_end(out);
	return status;
}
