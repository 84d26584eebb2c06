/* With which changes does the same statement appear elsewhere?  Sentences that share its rare
 * words are compared with it, word by word. */
#include "base/error.h"
#include "search/alike.h"
#include "search/fold.h"
#include "search/identity.h"
#include "search/results.h"
#include "search/shortlist.h"

#include <string.h>

enum { LOOKED_AT = 200, FEWEST_SHARED = 4 };

/* A wording of the statement: the first sentence that has it, and the others. */
struct wording {
	uint32_t hash;
	struct bs_copy first;
	struct bs_copies others;
	bool alike; /* it is a copy, as fold.h has it */
	struct bs_changes changes;
};

struct work {
	const char *id;
	struct bs_search *search;
	struct bs_stream given; /* the words of the sentence */
	const char *text;
	struct wording *wordings;
	size_t count;
	uint64_t **listed; /* by segment, a bit for each of its sentences; NULL until one is */
};

/* ---- The wordings --------------------------------------------------------- */

static const struct bs_article_row *article_of(const struct bs_search *s,
					       const struct bs_copy *copy)
{
	const struct bs_segment *in = &s->index->segments[copy->segment];
	return &in->rows[in->article[copy->document]];
}

static const char *article_id(const struct bs_search *s, const struct bs_copy *copy)
{
	return bs_string(&s->index->segments[copy->segment].texts, article_of(s, copy)->id);
}

/* The earlier day first, unknown ones last; then by the articles' ids. */
static int by_day(const struct bs_search *s, const struct bs_copy *a, const struct bs_copy *b)
{
	uint32_t x = article_of(s, a)->day - 1, y = article_of(s, b)->day - 1;
	if (x != y) return x < y ? -1 : 1;
	int order = strcmp(article_id(s, a), article_id(s, b));
	return order ? order : (a->document > b->document) - (a->document < b->document);
}

/* Marks a sentence as listed; returns whether it was before. */
static bool list(struct work *w, const struct bs_copy *copy)
{
	const struct brad_index *index = w->search->index;
	struct bs_arena *arena = &w->search->arena;
	uint64_t bit = UINT64_C(1) << copy->document % 64;
	if (!w->listed) w->listed = bs_arena_alloc(arena, index->segment_count * sizeof *w->listed);
	uint64_t **in = &w->listed[copy->segment];
	if (!*in)
		*in = bs_arena_alloc(arena, (index->segments[copy->segment].documents / 64 + 1) *
						    sizeof **in);
	bool before = (*in)[copy->document / 64] & bit;
	(*in)[copy->document / 64] |= bit;
	return before;
}

static void add(struct work *w, struct bs_copy copy, bool alike)
{
	struct bs_search *s = w->search;
	uint32_t hash = bs_sentence_hash(&s->index->segments[copy.segment], copy.document);
	struct wording *at = w->wordings;
	for (; at < w->wordings + w->count && at->hash != hash; at++) continue;
	copy.same = true;
	bool before = list(w, &copy);
	if (at == w->wordings + w->count) {
		at = BS_PUSH(&s->arena, w->wordings, w->count);
		*at = (struct wording){.hash = hash, .first = copy, .alike = alike};
		return;
	}
	at->alike = at->alike || alike;
	if (before) return;
	if (by_day(s, &copy, &at->first) < 0) {
		struct bs_copy first = at->first;
		at->first = copy;
		copy = first;
	}
	*BS_PUSH(&s->arena, at->others.items, at->others.count) = copy;
}

/* The sentence itself is the first of the wordings; its copies follow, and what else has
 * its rare words. */
static brad_status gather(struct work *w, uint32_t segment, uint32_t document, brad_error *err)
{
	struct bs_search *s = w->search;
	struct bs_ranking ranking;
	struct bs_copies own, *copies;
	uint64_t statements;
	uint32_t offset = s->options.offset, limit = s->options.limit;
	brad_status status = bs_find_copies(s, segment, document, &own, err);
	if (status != BRAD_OK) return status;
	add(w, (struct bs_copy){segment, document, true}, true);
	for (size_t i = 0; i < own.count; i++) add(w, own.items[i], true);
	status = bs_query_rare(s, w->text, err);
	if (status != BRAD_OK || s->query.leaf_count == 0) return status;
	s->options.sort = BRAD_SORT_RELEVANCE;
	s->options.offset = 0;
	s->options.limit = LOOKED_AT;
	status = bs_rank_statements(s, &ranking, &copies, &statements, err);
	s->options.offset = offset;
	s->options.limit = limit;
	for (size_t i = 0; i < ranking.count && status == BRAD_OK; i++) {
		const struct bs_found *found = &ranking.items[i];
		add(w, (struct bs_copy){found->segment, found->document, true}, false);
		for (size_t k = 0; k < copies[i].count; k++) add(w, copies[i].items[k], false);
	}
	return status;
}

/* ---- What differs ---------------------------------------------------------- */

/* lengths[i * (b + 1) + k]: how many words the rests from i and from k on share in order. */
static uint16_t *share(struct bs_arena *arena, const struct bs_stream *a, const struct bs_stream *b)
{
	size_t row = b->count + 1;
	uint16_t *lengths = bs_arena_alloc(arena, (a->count + 1) * row * sizeof *lengths);
	for (size_t i = a->count; i-- > 0;)
		for (size_t k = b->count; k-- > 0;) {
			uint16_t *at = &lengths[i * row + k];
			if (a->words[i].key == b->words[k].key)
				*at = (uint16_t)(at[row + 1] + 1);
			else
				*at = at[row] > at[1] ? at[row] : at[1];
		}
	return lengths;
}

/* Reads both side by side, from end to end; returns how many words they share. */
static size_t align(struct bs_arena *arena, const struct bs_stream *quoted,
		    const struct bs_stream *printed, struct bs_alignment *out)
{
	const uint16_t *shared = share(arena, quoted, printed);
	size_t row = printed->count + 1, q = 0, p = 0;
	*out = (struct bs_alignment){0};
	while (q < quoted->count || p < printed->count) {
		bool both = q < quoted->count && p < printed->count &&
			    quoted->words[q].key == printed->words[p].key;
		bool left_out = !both && (q == quoted->count ||
					  (p < printed->count &&
					   shared[q * row + p + 1] >= shared[(q + 1) * row + p]));
		struct bs_step *step = BS_PUSH(arena, out->steps, out->count);
		*step = (struct bs_step){left_out ? BS_NO_WORD : (uint32_t)q,
					 both || left_out ? (uint32_t)p : BS_NO_WORD, false};
		q += !left_out;
		p += both || left_out;
	}
	return shared[0];
}

/* A sentence that counts as a copy has no difference to warn of, even if "on Tuesday" was
 * added. */
static void take_changes(struct bs_arena *kept, struct wording *other, const brad_difference *found,
			 size_t count, unsigned warnings)
{
	brad_difference *items = bs_arena_alloc(kept, (count + 1) * sizeof *items);
	for (size_t i = 0; i < count; i++) {
		items[i] = found[i];
		if (other->alike) items[i].warnings = 0;
	}
	other->changes = (struct bs_changes){items, count, other->alike ? 0 : warnings};
}

/* Is it the same statement with changes, which may be up to a third of it? */
static brad_status compare(struct work *w, struct wording *other, bool *is_version, brad_error *err)
{
	struct bs_search *s = w->search;
	struct bs_alignment alignment;
	brad_hit hit = {0};
	brad_status status = bs_make_hit(s, &s->index->segments[other->first.segment],
					 other->first.document, &hit, err);
	*is_version = false;
	if (status != BRAD_OK) return status;
	struct bs_stream words =
		bs_stream_of_text(&s->arena, &s->scratch.scan, hit.text, strlen(hit.text));
	if (words.count > BS_ALIKE_WORDS || w->given.count > BS_ALIKE_WORDS) return BRAD_OK;
	size_t shared = align(&s->arena, &words, &w->given, &alignment);
	size_t longer = words.count > w->given.count ? words.count : w->given.count;
	bool near = shared >= FEWEST_SHARED && 3 * shared >= 2 * longer;
	if ((!near && !other->alike) || (shared == words.count && shared == w->given.count))
		return BRAD_OK;
	*is_version = true;
	struct bs_compared compared = {
		.text = hit.text, .quoted = &words, .printed = &w->given, .printed_text = w->text};
	size_t count;
	unsigned warnings;
	const brad_difference *found =
		bs_differences(s->kept, &s->scratch.scan, &compared, &alignment, &count, &warnings);
	take_changes(s->kept, other, found, count, warnings);
	return s->scratch.scan.form.failed ? bs_no_memory(err) : BRAD_OK;
}

/* Leaves only the other wordings that are versions, in order of time. */
static brad_status choose(struct work *w, brad_error *err)
{
	size_t kept = 0;
	for (size_t i = 1; i < w->count; i++) {
		bool is_version;
		brad_status status = compare(w, &w->wordings[i], &is_version, err);
		if (status != BRAD_OK) return status;
		if (!is_version) continue;
		struct wording version = w->wordings[i];
		size_t at = kept++;
		for (; at > 0 && by_day(w->search, &version.first, &w->wordings[at - 1].first) < 0;
		     at--)
			w->wordings[at] = w->wordings[at - 1];
		w->wordings[at] = version;
	}
	w->count = kept;
	return BRAD_OK;
}

/* ---- The answer ------------------------------------------------------------- */

/* Makes hits of the versions that offset and limit ask for. */
static brad_status show(struct work *w, brad_error *err)
{
	struct bs_search *s = w->search;
	struct bs_ranking page = {.search = s};
	struct brad_results *results = (void *)s->answer;
	uint64_t end = (uint64_t)s->options.offset + s->options.limit;
	results->total = results->statements = w->count;
	page.count = end < w->count ? (size_t)end : w->count;
	page.items = bs_arena_alloc(&s->arena, (page.count + 1) * sizeof *page.items);
	for (size_t i = 0; i < page.count; i++)
		page.items[i] = (struct bs_found){.segment = w->wordings[i].first.segment,
						  .document = w->wordings[i].first.document};
	brad_status status = bs_make_hits(s, &page, results, err);
	if (status != BRAD_OK) return status;
	struct bs_changes *changes =
		bs_arena_alloc(s->kept, (results->count + 1) * sizeof *changes);
	for (size_t i = 0; i < results->count; i++) {
		const struct wording *version = &w->wordings[s->options.offset + i];
		bs_take_copies(s, &page.items[s->options.offset + i], &version->others,
			       &results->hits[i]);
		changes[i] = version->changes;
	}
	results->changes = changes;
	return BRAD_OK;
}

static brad_status make(struct bs_search *s, void *work, brad_error *err)
{
	struct work *w = work;
	struct bs_segment *segment;
	uint32_t document;
	brad_hit itself = {0};
	w->search = s;
	brad_status status = bs_sentence_find(s->index, w->id, &segment, &document, err);
	if (status == BRAD_OK) status = bs_make_hit(s, segment, document, &itself, err);
	if (status != BRAD_OK) return status;
	w->text = itself.text;
	w->given = bs_stream_of_text(&s->arena, &s->scratch.scan, w->text, strlen(w->text));
	for (size_t i = 0; i < w->given.count; i++) w->given.words[i].order = (uint32_t)i;
	status = gather(w, (uint32_t)(segment - s->index->segments), document, err);
	if (status == BRAD_OK) status = choose(w, err);
	return status == BRAD_OK ? show(w, err) : status;
}

brad_status brad_index_versions(brad_index *index, const char *id,
				const brad_search_options *options, brad_results **out,
				brad_error *err)
{
	bs_error_clear(err);
	*out = NULL;
	brad_status status = bs_options_check(options, err);
	if (status != BRAD_OK) return status;
	brad_search_options page = BRAD_SEARCH_OPTIONS_INIT;
	page.offset = options->offset;
	page.limit = options->limit;
	page.context = options->context;
	struct work work = {.id = id};
	return bs_answer_new(index, &page, sizeof **out, make, &work, out, err);
}

size_t brad_results_differences(const brad_results *results, size_t i,
				const brad_difference **first, unsigned *warnings)
{
	static const struct bs_changes none = {0};
	bool is_there = results->changes && i < results->count;
	const struct bs_changes *changes = is_there ? &results->changes[i] : &none;
	*first = changes->items;
	if (warnings) *warnings = changes->warnings;
	return changes->count;
}
