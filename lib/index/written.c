#include "index/written.h"

#include <stdlib.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

_Static_assert(sizeof(struct bs_written) == 64, "a word takes a line of the cache");

uint32_t bs_written_hash(const char *text, size_t length)
{
	return (uint32_t)XXH3_64bits(text, length);
}

static bool is(const struct bs_written *word, const char *text, size_t length)
{
	const char *letters = word->letters;
	if (word->length != length) return false;
	if (word->is_long) memcpy(&letters, word->letters, sizeof letters);
	return memcmp(letters, text, length) == 0;
}

uint32_t bs_written_find(const struct bs_written_table *t, const char *text, size_t length,
			 uint32_t hash)
{
	if (!t->slot_count) return BS_NO_WRITTEN;
	uint32_t s = hash & (t->slot_count - 1);
	for (; t->slots[s].word; s = (s + 1) & (t->slot_count - 1))
		if (t->slots[s].hash == hash && is(&t->words[t->slots[s].word - 1], text, length))
			return t->slots[s].word - 1;
	return BS_NO_WRITTEN;
}

static void put(struct bs_written_table *t, uint32_t word, uint32_t hash)
{
	uint32_t s = hash & (t->slot_count - 1);
	while (t->slots[s].word) s = (s + 1) & (t->slot_count - 1);
	t->slots[s] = (struct bs_written_slot){word + 1, hash};
}

static bool grow_slots(struct bs_written_table *t)
{
	uint32_t count = t->slot_count ? t->slot_count * 2 : 1024;
	struct bs_written_slot *slots = calloc(count, sizeof *slots);
	if (!slots) return false;
	free(t->slots);
	t->slots = slots;
	t->slot_count = count;
	for (uint32_t i = 0; i < t->count; i++) put(t, i, t->words[i].hash);
	return true;
}

static bool grow_words(struct bs_written_table *t)
{
	uint32_t room = t->room ? t->room * 2 : 512;
	struct bs_written *words = aligned_alloc(sizeof *words, room * sizeof *words);
	if (!words) return false;
	if (t->count) memcpy(words, t->words, t->count * sizeof *words);
	free(t->words);
	t->words = words;
	t->room = room;
	return true;
}

bool bs_written_add(struct bs_written_table *t, const char *text, size_t length, uint32_t hash,
		    const struct bs_written *known)
{
	if (t->count * 2 >= t->slot_count && !grow_slots(t)) return false;
	if (t->count == t->room && !grow_words(t)) return false;
	struct bs_written *word = &t->words[t->count];
	*word = *known;
	word->hash = hash;
	word->length = (uint32_t)length;
	word->is_long = length > sizeof word->letters;
	if (word->is_long) {
		const char *copy = bs_arena_copy(&t->arena, text, length);
		if (!copy) return false;
		memcpy(word->letters, &copy, sizeof copy);
	} else if (length) {
		memcpy(word->letters, text, length);
	}
	put(t, t->count++, hash);
	return true;
}

void bs_written_free(struct bs_written_table *t)
{
	bs_arena_free(&t->arena);
	free(t->words);
	free(t->slots);
	*t = (struct bs_written_table){0};
}
