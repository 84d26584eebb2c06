/* word_find.h - how is a word's entry found by its letters?
 *
 * Without branches, as no processor foresees what the next word is.  Each known word has a slot of
 * its own: its hash says in which bucket it is, and the bucket how far it is moved on in the slots.
 * mkwords chose these shifts so that no two words meet. */
#ifndef BS_WORD_FIND_H
#define BS_WORD_FIND_H

#include "analysis/word_hash.h"
#include "analysis/words.h"

struct bs_word_slot {
	uint32_t tag; /* a part of the word's hash; nearly all that are in no list end here */
	uint16_t entry, length; /* 0 in an empty slot */
};

/* Made by mkwords.  Firsts are the first eight letters of each entry, as a number. */
extern const struct bs_word_slot bs_word_slots[BS_WORD_SLOTS];
extern const uint16_t bs_word_shifts[BS_WORD_BUCKETS];
extern const uint64_t bs_word_firsts[BS_WORD_COUNT];

/* Has that entry the same letters behind the first eight? */
bool bs_word_goes_on(uint16_t entry, const uint64_t *eights, size_t length);

/* The entry of a word of 1 to BS_LONGEST_WORD letters, which were taken eight at a time and
 * hashed; 0 if in no list. */
static inline uint16_t bs_word_find_hashed(const uint64_t *eights, size_t length, uint64_t hash)
{
	uint16_t shift = bs_word_shifts[bs_hash_bucket(hash, BS_WORD_BUCKETS)];
	const struct bs_word_slot *slot =
		&bs_word_slots[(bs_hash_slot(hash) + shift) & (BS_WORD_SLOTS - 1)];
	uint16_t entry = slot->entry;
	entry *= (slot->tag == bs_hash_tag(hash)) & (slot->length == length);
	entry *= bs_word_firsts[entry] == eights[0];
	return length > 8 && entry && !bs_word_goes_on(entry, eights, length) ? 0 : entry;
}

#endif
