#include "index/intern.h"

#include <stdlib.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

static bool grow_slots(struct bs_intern *in)
{
	uint32_t count = in->slot_count ? in->slot_count * 2 : 256;
	struct bs_intern_slot *slots = calloc(count, sizeof *slots);
	if (!slots) return false;
	for (uint32_t i = 0; i < in->count; i++) {
		uint32_t s = in->items[i].hash & (count - 1);
		while (slots[s].item) s = (s + 1) & (count - 1);
		slots[s] = (struct bs_intern_slot){i + 1, in->items[i].hash};
	}
	free(in->slots);
	in->slots = slots;
	in->slot_count = count;
	return true;
}

static bool grow_items(struct bs_intern *in)
{
	uint32_t room = in->room ? in->room * 2 : 128;
	struct bs_interned *items = realloc(in->items, room * sizeof *items);
	if (!items) return false;
	in->items = items;
	in->room = room;
	return true;
}

uint32_t bs_intern(struct bs_intern *in, const char *bytes, size_t length)
{
	uint32_t hash = (uint32_t)XXH3_64bits(bytes, length);
	if (in->failed) return 0;
	if (in->count * 2 >= in->slot_count && !grow_slots(in)) goto failed;
	uint32_t s = hash & (in->slot_count - 1);
	for (; in->slots[s].item; s = (s + 1) & (in->slot_count - 1)) {
		if (in->slots[s].hash != hash) continue;
		const struct bs_interned *item = &in->items[in->slots[s].item - 1];
		if (item->length == length && memcmp(item->bytes, bytes, length) == 0)
			return in->slots[s].item - 1;
	}
	if (in->count == in->room && !grow_items(in)) goto failed;
	char *copy = bs_arena_copy(&in->arena, bytes, length);
	if (!copy) goto failed;
	in->items[in->count] = (struct bs_interned){copy, (uint32_t)length, hash};
	in->slots[s] = (struct bs_intern_slot){in->count + 1, hash};
	return in->count++;
failed:
	in->failed = true;
	return 0;
}

/* A string to be sorted.  The first bytes, compared as a number, decide in most cases. */
struct sortable {
	uint64_t first;
	const struct bs_interned *item;
};

static uint64_t first_bytes(const struct bs_interned *item)
{
	uint64_t first = 0;
	for (uint32_t i = 0; i < 8; i++)
		first = first << 8 | (i < item->length ? (unsigned char)item->bytes[i] : 0);
	return first;
}

static int compare(const void *a, const void *b)
{
	const struct sortable *s = a, *t = b;
	if (s->first != t->first) return s->first < t->first ? -1 : 1;
	const struct bs_interned *x = s->item, *y = t->item;
	int order = memcmp(x->bytes, y->bytes, x->length < y->length ? x->length : y->length);
	return order ? order : (x->length > y->length) - (x->length < y->length);
}

bool bs_intern_sort(const struct bs_intern *in, uint32_t *order, uint32_t *rank)
{
	struct sortable *sorted = malloc((in->count + (size_t)1) * sizeof *sorted);
	if (!sorted) return false;
	for (uint32_t i = 0; i < in->count; i++)
		sorted[i] = (struct sortable){first_bytes(&in->items[i]), &in->items[i]};
	qsort(sorted, in->count, sizeof *sorted, compare);
	for (uint32_t r = 0; r < in->count; r++) {
		order[r] = (uint32_t)(sorted[r].item - in->items);
		rank[order[r]] = r;
	}
	free(sorted);
	return true;
}

void bs_intern_write(const struct bs_intern *in, const uint32_t *order, struct bs_buffer *starts,
		     struct bs_buffer *bytes)
{
	for (uint32_t r = 0; r < in->count; r++) {
		uint32_t start = (uint32_t)bytes->length;
		bs_buffer_add(starts, &start, sizeof start);
		bs_buffer_add(bytes, in->items[order[r]].bytes,
			      in->items[order[r]].length + (size_t)1);
	}
	uint32_t end = (uint32_t)bytes->length;
	bs_buffer_add(starts, &end, sizeof end);
}

void bs_intern_free(struct bs_intern *in)
{
	bs_arena_free(&in->arena);
	free(in->items);
	free(in->slots);
	*in = (struct bs_intern){0};
}
