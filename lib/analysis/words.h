/* words.h - what is known of a word beforehand?  The lists in words/NAME.txt.
 *
 * Each file is a list; its name in capitals is the list's, BS_LIST_NAME.  A
 * line is a word in lower case, with an optional value after a blank: a
 * number, or one letter that stands for its code; no value is 1.  # begins a
 * comment.  A word may stand in several lists.  mkwords makes one table of
 * them all when the library is built. */
#ifndef BS_WORDS_H
#define BS_WORDS_H

#include "analysis/words_lists.h" /* made: enum bs_word_list, BS_LIST_COUNT */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bs_word {
	const char *text;
	uint8_t length;
};

/* By entry; entry 0 is no word. */
extern const struct bs_word bs_words[];
extern const uint64_t bs_word_lists[]; /* a bit for each list that it stands in */
/* Where its values begin, one for each of its lists in their order. */
extern const uint16_t bs_word_first_values[];
extern const int16_t bs_word_values[];

/* The entry of a word in lower case with ' for apostrophes; 0 if in no list. */
uint16_t bs_word_find(const char *word, size_t length);

/* The same in two steps, for one that goes through the word anyway: from
 * BS_WORD_HASH on, each byte in turn; FNV-1a. */
#define BS_WORD_HASH 2166136261u

static inline uint32_t bs_word_hash(uint32_t hash, unsigned char byte)
{
	return (hash ^ byte) * 16777619u;
}

uint16_t bs_word_find_hashed(const char *word, size_t length, uint32_t hash);

static inline bool bs_word_is(uint16_t word, enum bs_word_list list)
{
	return bs_word_lists[word] >> list & 1;
}

/* Common words stand in many lists, and not every processor that we are built for counts bits. */
static inline uint32_t bs_count_bits(uint64_t bits)
{
	bits -= bits >> 1 & UINT64_C(0x5555555555555555);
	bits = (bits & UINT64_C(0x3333333333333333)) + (bits >> 2 & UINT64_C(0x3333333333333333));
	bits = (bits + (bits >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
	return (uint32_t)(bits * UINT64_C(0x0101010101010101) >> 56);
}

/* The value that a list gives a word that is in it. */
static inline int bs_word_value_in(uint16_t word, enum bs_word_list list)
{
	uint64_t before = bs_word_lists[word] & ((UINT64_C(1) << list) - 1);
	return bs_word_values[bs_word_first_values[word] + bs_count_bits(before)];
}

/* The value that a list gives a word; 0 if the word is not in it. */
static inline int bs_word_value(uint16_t word, enum bs_word_list list)
{
	return bs_word_is(word, list) ? bs_word_value_in(word, list) : 0;
}

#endif
