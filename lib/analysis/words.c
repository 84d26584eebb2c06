#include "analysis/words.h"

#include <string.h>

/* Made by mkwords: pairs of a word's entry, 0 in an empty slot, and the upper
 * half of its hash, by which nearly all words that are in no list are told. */
extern const uint16_t bs_word_slots[][2];
extern const uint32_t bs_word_slot_count; /* a power of two */

uint16_t bs_word_find_hashed(const char *word, size_t length, uint32_t hash)
{
	uint32_t mask = bs_word_slot_count - 1;
	hash *= 2654435769u; /* as in mkwords.c */
	for (uint32_t slot = hash >> 8 & mask;; slot = (slot + 1) & mask) {
		uint16_t entry = bs_word_slots[slot][0];
		if (!entry) return 0;
		if (bs_word_slots[slot][1] != hash >> 16) continue;
		uint32_t start = bs_word_starts[entry];
		if (bs_word_starts[entry + 1] - start == length &&
		    memcmp(bs_word_texts + start, word, length) == 0)
			return entry;
	}
}

uint16_t bs_word_find(const char *word, size_t length)
{
	uint32_t hash = BS_WORD_HASH;
	for (size_t i = 0; i < length; i++) hash = bs_word_hash(hash, (unsigned char)word[i]);
	return bs_word_find_hashed(word, length, hash);
}
