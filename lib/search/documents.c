#include "search/documents.h"

#include "index/ranges.h"
#include "index/touch.h"

#include <string.h>

/* Up to this many are sorted; for more, a bitmap is made. */
enum { MOST_SORTED = 64 };

/* The documents of one; false if they are damaged. */
static bool take_person(const struct bs_segment *s, uint32_t person, const uint32_t **list,
			size_t *count)
{
	uint32_t first = s->person_documents_at[person], end = s->person_documents_at[person + 1];
	bs_touch_person_documents(s, first, end);
	*list = s->person_documents + first;
	*count = end - first;
	return first == end || ((*list)[0] > 0 && (*list)[*count - 1] <= s->documents &&
				bs_ascend_strictly(*list, *count));
}

/* Inserts a document into its place, unless it is there already. */
static size_t insert(uint32_t *sorted, size_t count, uint32_t document)
{
	size_t i = count;
	while (i > 0 && sorted[i - 1] > document) i--;
	if (i > 0 && sorted[i - 1] == document) return count;
	memmove(sorted + i + 1, sorted + i, (count - i) * sizeof *sorted);
	sorted[i] = document;
	return count + 1;
}

brad_status bs_documents_of(struct bs_arena *arena, const struct bs_segment *s,
			    const uint32_t *people, size_t people_count, struct bs_documents *out,
			    brad_error *err)
{
	const uint32_t *list;
	size_t count, all = 0;
	*out = (struct bs_documents){.last = s->documents};
	for (size_t i = 0; i < people_count; i++)
		all += s->person_documents_at[people[i] + 1] - s->person_documents_at[people[i]];
	if (people_count == 1) {
		if (!take_person(s, people[0], &out->list, &out->count))
			return bs_segment_damaged(s, err);
		return BRAD_OK;
	}
	bool few = all <= MOST_SORTED;
	uint32_t *sorted = few ? bs_arena_take(arena, (all + 1) * sizeof *sorted) : NULL;
	uint64_t *bits =
		few ? NULL : bs_arena_alloc(arena, (s->documents / 64 + (size_t)1) * sizeof *bits);
	for (size_t i = 0; i < people_count; i++) {
		if (!take_person(s, people[i], &list, &count)) return bs_segment_damaged(s, err);
		for (size_t k = 0; k < count; k++) {
			if (few)
				out->count = insert(sorted, out->count, list[k]);
			else
				bs_bit_set(bits, list[k]);
		}
	}
	out->list = sorted;
	out->bits = bits;
	if (!few) out->count = all;
	return BRAD_OK;
}

/* The place in the list of the first from `from` on. */
static size_t find(const struct bs_documents *d, uint32_t from)
{
	size_t low = 0, high = d->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (d->list[middle] < from)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

uint32_t bs_documents_next(const struct bs_documents *d, uint32_t from)
{
	if (from > d->last) return UINT32_MAX;
	if (d->list) {
		size_t i = find(d, from);
		return i < d->count ? d->list[i] : UINT32_MAX;
	}
	uint32_t word = from / 64;
	uint64_t left = d->bits[word] & ~(uint64_t)0 << from % 64;
	while (!left && word < d->last / 64) left = d->bits[++word];
	return left ? word * 64 + bs_bit_lowest(left) : UINT32_MAX;
}

void bs_documents_fill(const struct bs_documents *d, uint32_t first, uint32_t end, uint64_t *bits)
{
	if (d->list) {
		for (size_t i = find(d, first); i < d->count && d->list[i] < end; i++)
			bs_bit_set(bits, d->list[i] - first);
		return;
	}
	for (uint32_t i = first / 64; i < end / 64 && i <= d->last / 64; i++)
		bits[i - first / 64] |= d->bits[i];
}
