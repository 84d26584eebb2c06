/* Which statements are like one?  Those that share its rare words. */
#include "base/error.h"
#include "search/fold.h"
#include "search/identity.h"
#include "search/results.h"
#include "search/shortlist.h"

#include <stdlib.h>
#include <string.h>

enum { LOOKED_AT = 200 };

/* The part of its total weight that must be shared, and what having the same speakers adds. */
static const double least_shared = 0.2, speaker_bonus = 1.15;

/* A statement that may be like it. */
struct candidate {
	struct bs_found found;
	struct bs_copies copies;
};

struct work {
	const char *id;
	struct bs_segment *segment; /* where the sentence is */
	uint32_t document;
};

static bool has_speaker(const struct bs_segment *s, uint32_t document, const char *name)
{
	uint32_t set = bs_segment_set(s, document);
	for (uint32_t i = s->sets[set]; i < s->sets[set + 1]; i++)
		if (strcmp(bs_string(&s->people, s->members[i].name), name) == 0) return true;
	return false;
}

static bool has_same_speaker(const struct work *w, const struct bs_segment *s, uint32_t document)
{
	uint32_t set = bs_segment_set(w->segment, w->document);
	for (uint32_t i = w->segment->sets[set]; i < w->segment->sets[set + 1]; i++)
		if (has_speaker(s, document,
				bs_string(&w->segment->people, w->segment->members[i].name)))
			return true;
	return false;
}

static bool is_itself(const struct work *w, const struct bs_search *s,
		      const struct bs_copies *copies, const struct bs_found *found)
{
	for (size_t i = 0; i < copies->count; i++)
		if (copies->items[i].segment == found->segment &&
		    copies->items[i].document == found->document)
			return true;
	return &s->index->segments[found->segment] == w->segment && found->document == w->document;
}

static int by_score(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;
	if (x->found.score != y->found.score) return x->found.score > y->found.score ? -1 : 1;
	if (x->found.day != y->found.day) return x->found.day > y->found.day ? -1 : 1;
	if (x->found.segment != y->found.segment)
		return x->found.segment < y->found.segment ? -1 : 1;
	return (x->found.document > y->found.document) - (x->found.document < y->found.document);
}

/* Keeps the ranked sentences that share enough and are no copies, best first. */
static brad_status choose(struct work *w, struct bs_search *s, const struct bs_ranking *ranking,
			  const struct bs_copies *copies, struct candidate **out, size_t *count,
			  brad_error *err)
{
	struct bs_copies own;
	double all = 0;
	uint32_t number = (uint32_t)(w->segment - s->index->segments);
	brad_status status = bs_find_copies(s, number, w->document, &own, err);
	*out = bs_arena_alloc(&s->arena, (ranking->count + 1) * sizeof **out);
	*count = 0;
	if (status != BRAD_OK) return status;
	for (size_t i = 0; i < s->query.leaf_count; i++) all += s->weights[i];
	for (size_t i = 0; i < ranking->count; i++) {
		struct bs_found found = ranking->items[i];
		if (found.score < least_shared * all || is_itself(w, s, &own, &found)) continue;
		if (has_same_speaker(w, &s->index->segments[found.segment], found.document))
			found.score *= speaker_bonus;
		(*out)[(*count)++] = (struct candidate){found, copies[i]};
	}
	if (*count > 1) qsort(*out, *count, sizeof **out, by_score);
	return BRAD_OK;
}

/* Makes hits of the candidates that offset and limit ask for. */
static brad_status show(struct bs_search *s, const struct candidate *candidates, size_t count,
			struct brad_results *results, brad_error *err)
{
	struct bs_ranking page = {.search = s};
	uint64_t end = (uint64_t)s->options.offset + s->options.limit;
	results->total = results->statements = count;
	page.count = end < count ? (size_t)end : count;
	page.items = bs_arena_alloc(&s->arena, (page.count + 1) * sizeof *page.items);
	for (size_t i = 0; i < page.count; i++) page.items[i] = candidates[i].found;
	brad_status status = bs_make_hits(s, &page, results, err);
	for (size_t i = 0; i < results->count && status == BRAD_OK; i++) {
		const struct candidate *c = &candidates[s->options.offset + i];
		bs_take_copies(s, &c->found, &c->copies, &results->hits[i]);
	}
	return status;
}

static brad_status make(struct bs_search *s, void *work, brad_error *err)
{
	struct work *w = work;
	struct brad_results *results = (void *)s->answer;
	struct bs_ranking ranking;
	struct bs_copies *copies;
	struct candidate *candidates;
	brad_hit itself = {0};
	size_t count;
	uint64_t statements;
	uint32_t offset = s->options.offset, limit = s->options.limit;
	brad_status status = bs_sentence_find(s->index, w->id, &w->segment, &w->document, err);
	if (status == BRAD_OK) status = bs_make_hit(s, w->segment, w->document, &itself, err);
	if (status == BRAD_OK) status = bs_query_rare(s, itself.text, err);
	if (status != BRAD_OK) return status;
	if (s->query.leaf_count == 0) {
		bs_note(s, "the sentence has no word to find others by");
		return BRAD_OK;
	}
	s->options.sort = BRAD_SORT_RELEVANCE;
	s->options.offset = 0;
	s->options.limit = LOOKED_AT;
	status = bs_rank_statements(s, &ranking, &copies, &statements, err);
	s->options.offset = offset;
	s->options.limit = limit;
	if (status == BRAD_OK) status = choose(w, s, &ranking, copies, &candidates, &count, err);
	if (status != BRAD_OK) return status;
	results->undated = ranking.undated;
	return show(s, candidates, count, results, err);
}

brad_status brad_index_like(brad_index *index, const char *id, const brad_search_options *options,
			    brad_results **out, brad_error *err)
{
	bs_error_clear(err);
	*out = NULL;
	brad_status status = bs_options_check(options, err);
	if (status != BRAD_OK) return status;
	brad_search_options filters = *options;
	filters.query = NULL;
	struct work work = {.id = id};
	return bs_answer_new(index, &filters, sizeof **out, make, &work, out, err);
}
