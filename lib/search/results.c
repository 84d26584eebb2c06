#include "search/results.h"

#include "base/error.h"
#include "search/identity.h"

#include <stdlib.h>
#include <string.h>

/* ---- One hit ------------------------------------------------------------ */

/* The line of a place in the text.  A line of JSON holds a whole article; only
 * an article that goes by its path is a file of its own. */
static size_t line_at(const brad_document *d, size_t at)
{
	size_t line = d->line;
	if (line == 0 || (d->id && d->path && strcmp(d->id, d->path) != 0)) return line;
	for (const char *c = d->text; (c = memchr(c, '\n', (size_t)(d->text + at - c))); c++)
		line++;
	return line;
}

static const brad_speaker *copy_speakers(struct bs_arena *kept, const brad_sentence *sentence)
{
	if (sentence->speaker_count == 0) return NULL;
	brad_speaker *copy = bs_arena_alloc(kept, sentence->speaker_count * sizeof *copy);
	for (size_t i = 0; i < sentence->speaker_count; i++) {
		copy[i].name = bs_arena_string(kept, sentence->speakers[i].name);
		copy[i].role = bs_arena_string(kept, sentence->speakers[i].role);
	}
	return copy;
}

static void take_article(struct bs_search *s, brad_hit *hit)
{
	const brad_document *d = brad_article_document(s->article);
	hit->article = bs_arena_string(s->kept, d->id ? d->id : "");
	hit->source = bs_arena_string(s->kept, d->source);
	hit->url = bs_arena_string(s->kept, d->url);
	hit->path = bs_arena_string(s->kept, d->path);
	hit->title = bs_arena_string(s->kept, brad_article_title(s->article));
	hit->date = brad_article_date(s->article, &hit->date_from);
	brad_article_date_bounds(s->article, &hit->date_not_before, &hit->date_not_after);
	hit->line = d->line;
}

/* Up to `most` sentences on one side of a place, in order of the text. */
static size_t take_context(struct bs_search *s, uint32_t place, int step, const char *const **out)
{
	const brad_sentence *sentences;
	size_t count = brad_article_sentences(s->article, &sentences), found = 0;
	const char **texts = NULL;
	size_t length;
	for (int64_t at = (int64_t)place + step;
	     at >= 1 && at <= (int64_t)count && found < s->options.context; at += step) {
		const char *text = bs_sentence_text(s->article, (uint32_t)at, &length);
		if (text) *BS_PUSH(s->kept, texts, found) = bs_arena_copy(s->kept, text, length);
	}
	for (size_t i = 0; step < 0 && i < found / 2; i++) {
		const char *other = texts[i];
		texts[i] = texts[found - 1 - i];
		texts[found - 1 - i] = other;
	}
	*out = texts;
	return found;
}

static brad_status make_hit(struct bs_search *s, uint32_t place, brad_hit *hit, brad_error *err)
{
	const brad_sentence *sentences;
	size_t count = brad_article_sentences(s->article, &sentences), length;
	const char *text = bs_sentence_text(s->article, place, &length);
	if (!text || place > count)
		return bs_fail(err, BRAD_ECORRUPT,
			       "the index is damaged: an article lacks a sentence that was found; "
			       "run 'bradsearch index --rebuild'");
	take_article(s, hit);
	hit->text = bs_arena_copy(s->kept, text, length);
	hit->role = BRAD_ROLE_TITLE;
	if (place > 0) {
		const brad_sentence *sentence = &sentences[place - 1];
		hit->span = sentence->span;
		hit->role = sentence->role;
		hit->said = sentence->said;
		hit->speakers = copy_speakers(s->kept, sentence);
		hit->speaker_count = sentence->speaker_count;
		hit->confidence = sentence->confidence;
		hit->evidence = sentence->evidence;
		hit->line = line_at(brad_article_document(s->article), hit->span.start);
	}
	hit->sentence = bs_sentence_id(s->kept, &s->scratch.scan, s->article, place);
	hit->before_count = take_context(s, place, -1, &hit->before);
	hit->after_count = take_context(s, place, 1, &hit->after);
	return bs_find_marks(s, hit->text, length, &hit->marks, &hit->mark_count, err);
}

/* ---- A page of hits ----------------------------------------------------- */

static int by_document(const void *a, const void *b)
{
	const struct bs_found *x = *(const struct bs_found *const *)a;
	const struct bs_found *y = *(const struct bs_found *const *)b;
	if (x->segment != y->segment) return x->segment < y->segment ? -1 : 1;
	return (x->document > y->document) - (x->document < y->document);
}

/* Hits are made article by article, so that each is read once. */
brad_status bs_make_hits(struct bs_search *s, const struct bs_ranking *r, struct brad_results *out,
			 brad_error *err)
{
	size_t offset = s->options.offset < r->count ? s->options.offset : r->count;
	const struct bs_found *first = r->items + offset, **order;
	uint32_t segment = UINT32_MAX, article = UINT32_MAX;
	brad_status status = BRAD_OK;
	size_t count = r->count - offset;
	if (count == 0) return BRAD_OK;
	out->hits = bs_arena_alloc(s->kept, count * sizeof *out->hits);
	order = bs_arena_alloc(&s->arena, count * sizeof(*order));
	for (size_t i = 0; i < count; i++) order[i] = first + i;
	qsort(order, count, sizeof(*order), by_document);
	for (size_t i = 0; i < count && status == BRAD_OK; i++) {
		const struct bs_found *found = order[i];
		struct bs_segment *in = &s->index->segments[found->segment];
		if (found->segment != segment || in->article[found->document] != article) {
			segment = found->segment;
			article = in->article[found->document];
			brad_article_free(s->article);
			status = bs_segment_article(in, article, &s->article, err);
			if (status != BRAD_OK) return status;
		}
		brad_hit *hit = &out->hits[found - first];
		hit->rank = (uint32_t)(offset + (size_t)(found - first) + 1);
		hit->score = found->score;
		status = make_hit(s, in->place[found->document], hit, err);
	}
	out->count = count;
	return status;
}

/* ---- The public face ---------------------------------------------------- */

static brad_status answer(struct bs_search *s, void *out, brad_error *err)
{
	struct brad_results *results = out;
	struct bs_ranking ranking;
	brad_status status = s->options.scope == BRAD_SCOPE_ARTICLE
				     ? bs_rank_articles(s, &ranking, err)
				     : bs_rank_sentences(s, &ranking, err);
	if (status != BRAD_OK) return status;
	results->total = ranking.total;
	results->undated = ranking.undated;
	bs_note_passed_over(s);
	if (ranking.total == 0) status = bs_suggest(s, err);
	return status == BRAD_OK ? bs_make_hits(s, &ranking, results, err) : status;
}

brad_status brad_index_search(brad_index *index, const brad_search_options *options,
			      brad_results **out, brad_error *err)
{
	bs_error_clear(err);
	*out = NULL;
	struct brad_results *results = calloc(1, sizeof *results);
	if (!results) return bs_no_memory(err);
	brad_status status = bs_search_run(index, options, &results->arena, &results->notes, answer,
					   results, err);
	if (status == BRAD_OK)
		*out = results;
	else
		brad_results_free(results);
	return status;
}

uint64_t brad_results_total(const brad_results *results)
{
	return results->total;
}

uint64_t brad_results_undated(const brad_results *results)
{
	return results->undated;
}

size_t brad_results_count(const brad_results *results)
{
	return results->count;
}

const brad_hit *brad_results_hit(const brad_results *results, size_t i)
{
	return i < results->count ? &results->hits[i] : NULL;
}

const char *brad_results_note(const brad_results *results, size_t i)
{
	return i < results->notes.count ? results->notes.at[i] : NULL;
}

void brad_results_free(brad_results *results)
{
	if (!results) return;
	bs_arena_free(&results->arena);
	free(results);
}
