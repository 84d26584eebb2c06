/* Which sentences are copies of one? */
#include "search/fold.h"

#include "base/error.h"
#include "index/copies.h"
#include "search/alike.h"

#include <string.h>

/* How many sentences with other words each one is compared with, and how many more are checked
 * for having the same words as one of those.  (A million sentences may differ only in a
 * number.) */
enum { MOST_COMPARED = 64, MOST_LOOKED_AT = 4096 };

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

/* Do they share enough words to be alike at all? */
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

/* A sentence that cannot be read counts as no copy; the error appears when a hit is made of it. */
static bool compare(struct sought *q, const struct bs_segment *s, uint32_t document)
{
	struct bs_search *search = q->search;
	if (!q->passage.text) q->passage = passage_of(search, q->segment, q->document);
	struct bs_passage passage = passage_of(search, s, document);
	return passage.text && q->passage.text &&
	       bs_is_alike(&search->arena, &search->scratch.scan, &q->passage, &passage);
}

/* Have enough sentences been compared? */
static bool is_satisfied(const struct sought *q)
{
	return q->judged_count == MOST_COMPARED && q->looked_at >= MOST_LOOKED_AT;
}

/* Of sentences with the same words, only one is compared. */
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

/* Looks for copies beside the copies of its neighbour, on the same side as the sentence is. */
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
