#include "analysis/words.h"

#include "analysis/word_hash.h"

/* Made by mkwords: pairs of a word's entry, 0 in an empty slot, and a part of
 * its hash, by which nearly all words that are in no list are told. */
extern const uint16_t bs_word_slots[][2];
/* A bit for each hash_bit() that a word has: small enough to stay in the nearest cache, where most
 * words that are in no list end. */
extern const uint64_t bs_word_bits[];

/* Are the letters of an entry behind its first eight the same too? */
static bool is_same_rest(uint32_t start, const uint64_t *eights, size_t length)
{
	for (size_t at = 8; at < length; at += 8) {
		uint64_t known = bs_load_eight(bs_word_texts + start + at);
		if (bs_first_of_eight(known, length - at < 8 ? length - at : 8) != eights[at / 8])
			return false;
	}
	return true;
}

static bool is_entry(uint16_t entry, const uint64_t *eights, size_t length)
{
	uint32_t start = bs_word_starts[entry];
	if (bs_word_starts[entry + 1] - start != length) return false;
	uint64_t first = bs_load_eight(bs_word_texts + start);
	if (length > 8) return first == eights[0] && is_same_rest(start, eights, length);
	return bs_first_of_eight(first, length) == eights[0];
}

uint16_t bs_word_find_hashed(const uint64_t *eights, size_t length, uint64_t hash)
{
	uint32_t mask = BS_WORD_SLOTS - 1, bit = bs_hash_bit(hash);
	if (!(bs_word_bits[bit / 64] >> bit % 64 & 1)) return 0;
	for (uint32_t slot = bs_hash_slot(hash) & mask;; slot = (slot + 1) & mask) {
		uint16_t entry = bs_word_slots[slot][0];
		if (!entry) return 0;
		if (bs_word_slots[slot][1] == bs_hash_tag(hash) && is_entry(entry, eights, length))
			return entry;
	}
}

uint16_t bs_word_find(const char *word, size_t length)
{
	uint64_t eights[BS_LONGEST_WORD / 8], hash = BS_WORD_HASH;
	if (length == 0 || length > BS_LONGEST_WORD) return 0;
	for (size_t at = 0; at < length; at += 8) {
		eights[at / 8] = bs_load_some(word + at, length - at);
		hash = bs_word_hash(hash, eights[at / 8]);
	}
	return bs_word_find_hashed(eights, length, hash);
}
