#include "search/tally.h"

enum { FIRST_SLOTS = 1024 };

static uint32_t *find_slot(const struct bs_tally *t, uint32_t value, uint32_t and_value)
{
	/* Adjacent values of one field lie side by side; pairs must not, or those of one value
	 * would fill the places of the next. */
	uint64_t pair = (uint64_t)value << 32 | and_value;
	size_t mask = t->slot_count - 1;
	size_t at = (and_value ? (pair * 0x9E3779B97F4A7C15u) >> 32 : value) & mask;
	for (; t->slots[at]; at = (at + 1) & mask) {
		const struct bs_tallied *item = &t->items[t->slots[at] - 1];
		if (item->value == value && item->and_value == and_value) break;
	}
	return &t->slots[at];
}

/* Places all items, with as much room again for others. */
static void place_all(struct bs_tally *t)
{
	if (t->slot_count == 0) t->slot_count = FIRST_SLOTS;
	while (t->count >= t->slot_count / 4 * 3) t->slot_count *= 2;
	t->slots = bs_arena_alloc(t->arena, t->slot_count * sizeof *t->slots);
	for (size_t i = 0; i < t->count; i++)
		*find_slot(t, t->items[i].value, t->items[i].and_value) = (uint32_t)i + 1;
	t->placed = t->count;
}

struct bs_tallied *bs_tally_find(struct bs_tally *t, uint32_t value, uint32_t and_value)
{
	if (t->placed < t->count) place_all(t);
	uint32_t item = t->count ? *find_slot(t, value, and_value) : 0;
	return item ? &t->items[item - 1] : NULL;
}

struct bs_tallied *bs_tally_append(struct bs_tally *t, uint32_t value)
{
	struct bs_tallied *item = BS_PUSH(t->arena, t->items, t->count);
	item->value = value;
	return item;
}

struct bs_tallied *bs_tally_take(struct bs_tally *t, uint32_t value, uint32_t and_value)
{
	if (t->placed < t->count || t->count >= t->slot_count / 4 * 3) place_all(t);
	uint32_t *slot = find_slot(t, value, and_value);
	if (*slot) return &t->items[*slot - 1];
	struct bs_tallied *item = bs_tally_append(t, value);
	item->and_value = and_value;
	*slot = (uint32_t)++t->placed;
	return item;
}
