/* How does a match become a hit?  One hit, and a page of them. */
#include "search/results.h"

#include "base/date.h"
#include "base/error.h"
#include "index/people.h"
#include "search/group.h"
#include "search/identity.h"

#include <stdlib.h>
#include <string.h>

/* ---- One hit ------------------------------------------------------------ */

/* The article whose hits are made at present. */
struct article {
	const struct bs_segment *segment;
	const struct bs_article_row *row;
	const struct bs_unit *units; /* the first `count` of them: as far as they are needed */
	uint32_t count;
};

static brad_status damaged(brad_error *err)
{
	return bs_fail(err, BRAD_ECORRUPT,
		       "the index is damaged: an article lacks a sentence that was found; "
		       "run 'bradsearch check'");
}

/* The line of a unit in its file, or the line on which its article begins.  A line of JSON
 * holds a whole article; only an article whose id is its path is a file of its own. */
static size_t line_of(const struct article *a, const struct bs_unit *unit)
{
	bool own_file = a->row->path == BS_NO_STRING || a->row->path == a->row->id;
	size_t line = bs_segment_line(a->segment, (uint32_t)(a->row - a->segment->rows));
	return line == 0 || !own_file || !unit ? line : line + unit->lines;
}

/* Each once, as the people file has them on the day of the article. */
static void take_speakers(struct bs_search *s, const struct bs_segment *in, uint32_t document,
			  brad_hit *hit)
{
	uint32_t set = bs_segment_set(in, document), first = in->sets[set];
	uint32_t most = set ? in->sets[set + 1] - first : 0;
	if (most == 0) return;
	brad_speaker *copy = bs_arena_alloc(s->kept, most * sizeof *copy);
	for (uint32_t i = first; i < first + most; i++) {
		const struct bs_said_by *by = &in->members[i];
		brad_speaker one = {bs_string(&in->people, by->name),
				    by->role == BS_NO_STRING ? NULL
							     : bs_string(&in->roles, by->role)};
		size_t k = 0;
		if (s->index->people)
			one = bs_people_speaker(s->index->people, one, bs_date_pack(hit->date),
						&s->scratch.scan);
		while (k < hit->speaker_count && strcmp(copy[k].name, one.name) != 0) k++;
		if (k < hit->speaker_count) continue;
		copy[k].name = bs_arena_string(s->kept, one.name);
		copy[k].role = bs_arena_string(s->kept, one.role);
		hit->speaker_count++;
	}
	hit->speakers = copy;
}

static void take_article(struct bs_search *s, const struct article *a, brad_hit *hit)
{
	const struct bs_segment *in = a->segment;
	hit->article = bs_arena_string(s->kept, bs_segment_text(in, a->row->id));
	hit->source = bs_arena_string(s->kept, bs_segment_text(in, a->row->source));
	hit->url = bs_arena_string(s->kept, bs_segment_text(in, a->row->url));
	hit->path = bs_arena_string(s->kept, bs_segment_text(in, a->row->path));
	hit->title = bs_arena_string(s->kept, bs_segment_text(in, a->row->title));
	hit->date = bs_date_unpack(a->row->day);
	hit->date_from = (brad_date_from)a->row->date_from;
	hit->date_not_before = bs_date_unpack(a->row->not_before);
	hit->date_not_after = bs_date_unpack(a->row->not_after);
	hit->line = line_of(a, NULL);
}

/* Takes up to `most` sentences on one side of a unit, in the order of the text. */
static brad_status take_context(struct bs_search *s, const struct article *a,
				const struct bs_unit *unit, int step, const char *const **out,
				size_t *count, brad_error *err)
{
	const struct bs_unit *end = a->units + a->count, *at = unit;
	const char **texts = NULL;
	size_t found = 0;
	while (found < s->options.context && (step > 0 ? at + 1 < end : at > a->units)) {
		at += step;
		if (at->place == 0) break;
		const char *text = bs_unit_spell(s->kept, a->segment, at, NULL, NULL);
		if (!text) return damaged(err);
		*BS_PUSH(s->kept, texts, found) = text;
	}
	for (size_t i = 0; step < 0 && i < found / 2; i++) {
		const char *other = texts[i];
		texts[i] = texts[found - 1 - i];
		texts[found - 1 - i] = other;
	}
	*out = texts;
	*count = found;
	return BRAD_OK;
}

/* Reads an article up to a document and the sentences that are to be shown after it. */
static brad_status read_article(struct bs_search *s, const struct bs_segment *in,
				const struct bs_article_row *row, uint32_t document,
				struct article *out, brad_error *err)
{
	uint64_t count = (uint64_t)(document - row->first) + 1 + s->options.context;
	if (count > row->count) count = row->count;
	*out = (struct article){in, row, bs_units_read(&s->arena, in, row, (uint32_t)count),
				(uint32_t)count};
	return out->units ? BRAD_OK : damaged(err);
}

static brad_status make_hit(struct bs_search *s, const struct article *a, uint32_t document,
			    brad_hit *hit, brad_error *err)
{
	const struct bs_segment *in = a->segment;
	const struct bs_unit *unit = &a->units[document - a->row->first];
	struct bs_unit_word *words;
	size_t word_count;
	hit->text = bs_unit_spell(s->kept, in, unit, &words, &word_count);
	if (!hit->text) return damaged(err);
	take_article(s, a, hit);
	hit->span = unit->span;
	hit->role = (brad_role)in->role[document];
	bs_touch_speech(in, document, document + 1);
	hit->said = (brad_said)(in->speech[document] % 4);
	hit->evidence = (brad_evidence)(in->speech[document] / 4);
	hit->confidence = in->confidence[document] / 100.0;
	if (unit->place > 0) hit->line = line_of(a, unit);
	take_speakers(s, in, document, hit);
	hit->sentence = bs_sentence_id(s->kept, in, document);
	brad_status status = take_context(s, a, unit, -1, &hit->before, &hit->before_count, err);
	if (status == BRAD_OK)
		status = take_context(s, a, unit, 1, &hit->after, &hit->after_count, err);
	if (status != BRAD_OK) return status;
	return bs_find_marks(s, in, hit->text, words, word_count, &hit->marks, &hit->mark_count,
			     err);
}

brad_status bs_make_hit(struct bs_search *s, const struct bs_segment *in, uint32_t document,
			brad_hit *hit, brad_error *err)
{
	const struct bs_article_row *row = &in->rows[in->article[document]];
	struct article article;
	brad_status status = read_article(s, in, row, document, &article, err);
	return status == BRAD_OK ? make_hit(s, &article, document, hit, err) : status;
}

/* ---- A page of hits ----------------------------------------------------- */

static int by_document(const void *a, const void *b)
{
	const struct bs_found *x = *(const struct bs_found *const *)a;
	const struct bs_found *y = *(const struct bs_found *const *)b;
	if (x->segment != y->segment) return x->segment < y->segment ? -1 : 1;
	return (x->document > y->document) - (x->document < y->document);
}

/* The last of those that are of the article of the i-th. */
static uint32_t last_of_article(const struct bs_found *const *order, size_t count, size_t i,
				const struct bs_segment *in)
{
	const struct bs_article_row *row = &in->rows[in->article[order[i]->document]];
	uint32_t segment = order[i]->segment, end = row->first + row->count;
	while (i + 1 < count && order[i + 1]->segment == segment && order[i + 1]->document < end)
		i++;
	return order[i]->document;
}

/* Hits are made one article after another, so that each article is read only once. */
brad_status bs_make_hits(struct bs_search *s, const struct bs_ranking *r, struct brad_results *out,
			 brad_error *err)
{
	size_t offset = s->options.offset < r->count ? s->options.offset : r->count;
	const struct bs_found *first = r->items + offset, **order;
	struct article article = {0};
	brad_status status = BRAD_OK;
	size_t count = r->count - offset;
	if (count == 0) return BRAD_OK;
	out->hits = bs_arena_alloc(s->kept, count * sizeof *out->hits);
	order = bs_arena_alloc(&s->arena, count * sizeof(*order));
	for (size_t i = 0; i < count; i++) order[i] = first + i;
	qsort(order, count, sizeof(*order), by_document);
	for (size_t i = 0; i < count && status == BRAD_OK; i++) {
		const struct bs_found *found = order[i];
		const struct bs_segment *in = &s->index->segments[found->segment];
		const struct bs_article_row *row = &in->rows[in->article[found->document]];
		if (row != article.row) {
			uint32_t last = last_of_article(order, count, i, in);
			status = read_article(s, in, row, last, &article, err);
			if (status != BRAD_OK) return status;
		}
		brad_hit *hit = &out->hits[found - first];
		hit->rank = (uint32_t)(offset + (size_t)(found - first) + 1);
		hit->score = found->score;
		if (found->group) {
			hit->group = bs_arena_string(s->kept, found->group->name);
			hit->group_count = found->group->count;
		}
		status = make_hit(s, &article, found->document, hit, err);
	}
	out->count = count;
	return status;
}
