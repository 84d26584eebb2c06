/* How is each statement ranked once, and how is a hit given its copies? */
#include "search/fold.h"

#include "base/date.h"
#include "search/identity.h"

#include <stdlib.h>

/* How many times more sentences than statements are ranked at first. */
enum { RANKED_FOR_ONE = 2 };

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

/* Folds the ranked sentences.  If all that match are ranked, the statements are counted;
 * otherwise it stops when it has as many as are wanted. */
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

/* ---- The copies of a hit ----------------------------------------------------- */

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
