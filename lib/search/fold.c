#include "search/fold.h"

#include "base/date.h"
#include "base/error.h"
#include "index/copies.h"
#include "search/alike.h"
#include "search/identity.h"

#include <stdlib.h>
#include <string.h>

/* So many sentences that are no copies to the letter are compared with one; so
 * many more are looked at, whether they have the words of one of those (a
 * million sentences may differ in a number alone); and so many times as many
 * sentences are ranked as statements are wanted. */
enum { MOST_COMPARED = 64, MOST_LOOKED_AT = 4096, RANKED_FOR_ONE = 2 };

/* ---- One sentence ---------------------------------------------------------- */

/* A sentence that was compared with the one whose copies are looked for. */
struct judged {
	const struct bs_segment *segment;
	uint32_t document;
	bool alike;
};

enum { WORD_BITS = 1024 };

/* A sentence whose copies are looked for. */
struct sought {
	struct bs_search *search;
	const struct bs_segment *segment;
	uint32_t number, document; /* of the segment; in it */
	struct bs_copy_key key;
	uint64_t words[WORD_BITS / 64]; /* a bit each, by its hash; once they were needed */
	struct bs_passage passage;      /* so is this */
	struct judged judged[MOST_COMPARED];
	unsigned judged_count, looked_at;
	struct bs_copies *out;
};

static bool has_same_words(const struct bs_segment *in, uint32_t document,
			   const struct bs_segment *s, uint32_t other)
{
	struct bs_input a = bs_unit_words(in, document), b = bs_unit_words(s, other);
	size_t length = (size_t)(a.end - a.at);
	if (s == in) return (size_t)(b.end - b.at) == length && memcmp(a.at, b.at, length) == 0;
	while (a.at < a.end && b.at < b.end) {
		uint64_t x = bs_input_number(&a), y = bs_input_number(&b);
		const char *form = bs_string(&in->forms, bs_form_of_code(in, x));
		if (strcmp(form, bs_string(&s->forms, bs_form_of_code(s, y))) != 0) return false;
	}
	return a.at == a.end && b.at == b.end;
}

static struct bs_passage passage_of(struct bs_search *s, const struct bs_segment *in,
				    uint32_t document)
{
	struct bs_passage out = {0};
	struct bs_unit unit;
	if (!bs_unit_find(in, &in->rows[in->article[document]], document, &unit)) return out;
	struct bs_stream stream = bs_stream_of_unit(&s->arena, in, &unit, &out.text);
	out.words = stream.words;
	out.count = stream.count;
	return out;
}

/* Are so many words in both that they may be alike at all? */
static bool shares_half(struct sought *q, const struct bs_segment *s, uint32_t document)
{
	uint32_t words = 0, shared = 0;
	struct bs_input in = bs_unit_words(q->segment, q->document);
	if (q->key.words > BS_ALIKE_WORDS) return false;
	while (!q->passage.text && in.at < in.end) {
		uint32_t bit = bs_copy_word_of(q->segment, bs_input_number(&in)) % WORD_BITS;
		q->words[bit / 64] |= UINT64_C(1) << bit % 64;
	}
	in = bs_unit_words(s, document);
	for (; in.at < in.end; words++) {
		uint32_t bit = bs_copy_word_of(s, bs_input_number(&in)) % WORD_BITS;
		shared += q->words[bit / 64] >> bit % 64 & 1;
	}
	return 2 * shared >= words && 2 * shared >= q->key.words;
}

/* What cannot be read is no copy: making a hit of it will say so. */
static bool compare(struct sought *q, const struct bs_segment *s, uint32_t document)
{
	struct bs_search *search = q->search;
	if (!q->passage.text) q->passage = passage_of(search, q->segment, q->document);
	struct bs_passage passage = passage_of(search, s, document);
	return passage.text && q->passage.text &&
	       bs_is_alike(&search->arena, &search->scratch.scan, &q->passage, &passage);
}

/* Were so many compared and looked at that no other is? */
static bool is_satisfied(const struct sought *q)
{
	return q->judged_count == MOST_COMPARED && q->looked_at >= MOST_LOOKED_AT;
}

/* Of those that have the same words, one is compared. */
static bool is_alike(struct sought *q, const struct bs_segment *s, uint32_t document)
{
	if (is_satisfied(q)) return false;
	q->looked_at += q->judged_count == MOST_COMPARED;
	for (unsigned i = 0; i < q->judged_count; i++)
		if (has_same_words(q->judged[i].segment, q->judged[i].document, s, document))
			return q->judged[i].alike;
	if (q->judged_count == MOST_COMPARED || !shares_half(q, s, document)) return false;
	bool alike = compare(q, s, document);
	q->judged[q->judged_count++] = (struct judged){s, document, alike};
	return alike;
}

/* ---- Its copies ------------------------------------------------------------ */

static bool is_known(const struct sought *q, uint32_t segment, uint32_t document)
{
	const struct bs_copies *known = q->out;
	for (size_t i = 0; i < known->count; i++)
		if (known->items[i].document == document && known->items[i].segment == segment)
			return true;
	return segment == q->number && document == q->document;
}

static void add(struct sought *q, uint32_t segment, uint32_t document, bool same)
{
	*BS_PUSH(&q->search->arena, q->out->items, q->out->count) =
		(struct bs_copy){segment, document, same};
}

/* By the table of copies of a segment. */
static void look_up(struct sought *q, uint32_t number)
{
	const struct bs_segment *s = &q->search->index->segments[number];
	struct bs_copy_scan scan;
	bool same;
	bs_copies_begin(s, &q->key, &scan);
	for (uint32_t d; (d = bs_copies_next(&scan, &same));) {
		if (!same && is_satisfied(q)) continue;
		if ((d == q->document && number == q->number) ||
		    bs_segment_is_dead(s, s->article[d]))
			continue;
		same = same && has_same_words(q->segment, q->document, s, d);
		if (same || (bs_copy_key_of(s, d).mark == q->key.mark && is_alike(q, s, d)))
			add(q, number, d, same);
	}
}

struct neighbour {
	uint32_t document;
	struct bs_copy_key key;
};

/* Beside the copies of a neighbour, on the same side of them as the sentence. */
static void look_beside(struct sought *q, const struct neighbour *neighbour, uint32_t number)
{
	const struct bs_segment *s = &q->search->index->segments[number];
	struct bs_copy_scan scan;
	bool same;
	bs_copies_begin(s, &neighbour->key, &scan);
	for (uint32_t d; (d = bs_copies_next(&scan, &same));) {
		uint32_t beside = d + q->document - neighbour->document;
		if (!same || beside == 0 || beside > s->documents ||
		    s->article[beside] != s->article[d] || bs_segment_is_dead(s, s->article[d]) ||
		    (number == q->number && s->article[d] == q->segment->article[q->document]) ||
		    !has_same_words(q->segment, neighbour->document, s, d))
			continue;
		same = has_same_words(q->segment, q->document, s, beside);
		if (same && q->key.words >= BS_COPY_WORDS) continue; /* it was looked up */
		if (is_known(q, number, beside)) continue;
		if (same || is_alike(q, s, beside)) add(q, number, beside, same);
	}
}

brad_status bs_find_copies(struct bs_search *s, uint32_t segment, uint32_t document,
			   struct bs_copies *out, brad_error *err)
{
	struct brad_index *index = s->index;
	struct sought q = {
		.search = s, .segment = &index->segments[segment], .number = segment, .out = out};
	const struct bs_segment *in = q.segment;
	*out = (struct bs_copies){0};
	for (size_t i = 0; i < index->segment_count; i++) bs_touch_copy_words(&index->segments[i]);
	q.document = document;
	q.key = bs_copy_key_of(in, document);
	if (q.key.words == 0) return BRAD_OK;
	for (uint32_t i = 0; i < index->segment_count; i++) look_up(&q, i);
	for (int step = -1; step <= 1; step += 2) {
		uint32_t beside = document + (uint32_t)step;
		if (beside == 0 || beside > in->documents ||
		    in->article[beside] != in->article[document])
			continue;
		struct neighbour neighbour = {beside, bs_copy_key_of(in, beside)};
		for (uint32_t i = 0; i < index->segment_count; i++) look_beside(&q, &neighbour, i);
	}
	return s->scratch.scan.form.failed ? bs_no_memory(err) : BRAD_OK;
}

/* ---- Each statement once ---------------------------------------------------- */

/* Where a sentence stands in a ranking. */
struct places {
	const struct bs_ranking *ranking;
	uint32_t *slots; /* place + 1; 0 for none */
	size_t mask;
};

static size_t slot_of(const struct places *p, uint32_t segment, uint32_t document)
{
	uint64_t hash = ((uint64_t)segment << 32 | document) * 0x9E3779B97F4A7C15u;
	return (size_t)(hash >> 32) & p->mask;
}

static void list_places(struct bs_arena *arena, const struct bs_ranking *r, struct places *out)
{
	size_t room = 16;
	while (room < 2 * r->count) room *= 2;
	*out = (struct places){r, bs_arena_alloc(arena, room * sizeof(uint32_t)), room - 1};
	for (size_t i = 0; i < r->count; i++) {
		size_t at = slot_of(out, r->items[i].segment, r->items[i].document);
		while (out->slots[at]) at = (at + 1) & out->mask;
		out->slots[at] = (uint32_t)i + 1;
	}
}

/* The place of a copy, + 1; 0 if it is not there. */
static uint32_t place_of(const struct places *p, const struct bs_copy *copy)
{
	size_t at = slot_of(p, copy->segment, copy->document);
	for (; p->slots[at]; at = (at + 1) & p->mask) {
		const struct bs_found *found = &p->ranking->items[p->slots[at] - 1];
		if (found->segment == copy->segment && found->document == copy->document) break;
	}
	return p->slots[at];
}

/* Folds what is ranked.  Of all that matches, if it is ranked, the statements are
 * counted; else it ends with as many as are wanted. */
static brad_status fold(struct bs_search *s, struct bs_ranking *r, uint64_t wanted,
			struct bs_copies **copies, uint64_t *count, brad_error *err)
{
	struct bs_ranking all = *r;
	struct places places;
	bool *folded = bs_arena_alloc(&s->arena, r->count + 1);
	*count = r->count = 0;
	list_places(&s->arena, &all, &places);
	*copies = bs_arena_alloc(&s->arena, (all.count + 1) * sizeof **copies);
	r->items = bs_arena_alloc(&s->arena, (all.count + 1) * sizeof *r->items);
	for (size_t i = 0; i < all.count; i++) {
		struct bs_copies found;
		if (folded[i]) continue;
		if (*count >= wanted && all.count < all.total) break;
		brad_status status =
			bs_find_copies(s, all.items[i].segment, all.items[i].document, &found, err);
		if (status != BRAD_OK) return status;
		for (size_t k = 0; k < found.count; k++) {
			uint32_t place = place_of(&places, &found.items[k]);
			if (place > i + 1) folded[place - 1] = true;
		}
		if (++*count > wanted) continue;
		(*copies)[r->count] = found;
		r->items[r->count++] = all.items[i];
	}
	return BRAD_OK;
}

brad_status bs_rank_statements(struct bs_search *s, struct bs_ranking *out,
			       struct bs_copies **copies, uint64_t *statements, brad_error *err)
{
	uint32_t offset = s->options.offset, limit = s->options.limit;
	uint64_t wanted = limit ? (uint64_t)offset + limit : 0, room = wanted * RANKED_FOR_ONE;
	brad_status status;
	do {
		s->options.offset = 0;
		s->options.limit = room < UINT32_MAX ? (uint32_t)room : UINT32_MAX;
		status = bs_rank_sentences(s, out, err);
		uint64_t ranked = out->count;
		if (status == BRAD_OK) status = fold(s, out, wanted, copies, statements, err);
		if (status != BRAD_OK) break;
		if (ranked == out->total) break;
		if (*statements >= wanted || s->options.limit == UINT32_MAX) {
			*statements = 0;
			break;
		}
		room *= 4;
	} while (true);
	s->options.offset = offset;
	s->options.limit = limit;
	return status;
}

/* ---- What a hit is told ------------------------------------------------------ */

static int by_day(const void *a, const void *b)
{
	const brad_copy *x = a, *y = b;
	uint32_t day_x = bs_date_pack(x->date), day_y = bs_date_pack(y->date);
	if (day_x != day_y) return day_x - 1 < day_y - 1 ? -1 : 1; /* unknown ones last */
	int order = strcmp(x->article, y->article);
	return order ? order : strcmp(x->sentence, y->sentence);
}

void bs_take_copies(struct bs_search *s, const struct bs_found *found,
		    const struct bs_copies *copies, brad_hit *hit)
{
	hit->first_date = hit->date;
	hit->first_article = hit->date.year ? hit->article : NULL;
	if (copies->count == 0) return;
	uint32_t own = bs_sentence_hash(&s->index->segments[found->segment], found->document);
	brad_copy *rows = bs_arena_alloc(s->kept, copies->count * sizeof *rows);
	for (size_t i = 0; i < copies->count; i++) {
		const struct bs_copy *copy = &copies->items[i];
		const struct bs_segment *in = &s->index->segments[copy->segment];
		const struct bs_article_row *row = &in->rows[in->article[copy->document]];
		rows[i].article = bs_arena_string(s->kept, bs_segment_text(in, row->id));
		if (row->source != BS_NO_STRING)
			rows[i].source = bs_arena_string(s->kept, bs_segment_text(in, row->source));
		rows[i].date = bs_date_unpack(row->day);
		uint32_t hash = copy->same ? own : bs_sentence_hash(in, copy->document);
		rows[i].sentence = bs_sentence_name(s->kept, in, copy->document, hash);
		rows[i].same_words = copy->same;
	}
	qsort(rows, copies->count, sizeof *rows, by_day);
	hit->copies = rows;
	hit->copy_count = copies->count;
	for (size_t i = 0; i < copies->count; i++)
		hit->copy_articles += strcmp(rows[i].article, hit->article) != 0 &&
				      (i == 0 || strcmp(rows[i].article, rows[i - 1].article) != 0);
	uint32_t first = bs_date_pack(rows[0].date), day = bs_date_pack(hit->date);
	if (first == 0 || (day != 0 && day <= first)) return;
	hit->first_date = rows[0].date;
	hit->first_article = rows[0].article;
}
