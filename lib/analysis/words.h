/* words.h - what is known of a word beforehand?  The lists in words/NAME.txt.
 *
 * Each file is a list; its name in capitals is the list's, BS_LIST_NAME.  A
 * line is a word in lower case, with an optional value after a blank: a
 * number, or one letter that stands for its code; no value is 1.  # begins a
 * comment.  A word may stand in several lists.  mkwords makes one table of
 * them all when the library is built. */
#ifndef BS_WORDS_H
#define BS_WORDS_H

#include "analysis/words_lists.h" /* made: enum bs_word_list, BS_LIST_COUNT, BS_WORD_COUNT, BS_WORD_SLOTS,
                                     * BS_WORD_BUCKETS */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is asked of a word over and over lies together. */
struct bs_word_facts {
	uint64_t lists;       /* a bit for each list that it stands in */
	uint16_t first_value; /* where its values begin, one for each of its lists in their order */
	/* Its letters in the lists that the rules ask of nearly every word; 0 where it is not in
	 * them.  bs_word_value() and mkwords know which these are. */
	uint8_t grammar_word, pronoun, speaker_noun, time_word, tense, cue_say;
};

/* By entry; entry 0 is no word, and in no list. */
extern const struct bs_word_facts bs_word_facts[];
/* Their letters, one word after another, and where each begins, with the end of the last; eight
 * bytes may be read wherever one begins. */
extern const char bs_word_texts[];
extern const uint32_t bs_word_starts[];
extern const int16_t bs_word_values[];

/* May a phrase begin with it, as phrase.c asks of each word of a text?  Of pronouns, determiners
 * and nouns that can speak always, of other words of grammar never, of the rest with a capital. */
enum bs_word_opens { BS_OPENS_NEVER, BS_OPENS_IN_CAPITALS, BS_OPENS_ALWAYS };
extern const uint8_t bs_word_opens[];

enum { BS_LONGEST_WORD = 32 }; /* bytes of the longest word in the lists, a multiple of eight */

/* The entry of a word in lower case with ' for apostrophes; 0 if in no list.  See word_find.h for
 * letters that are hashed already. */
uint16_t bs_word_find(const char *word, size_t length);

/* A bit for each list that the word stands in. */
static inline uint64_t bs_word_lists(uint16_t word)
{
	return bs_word_facts[word].lists;
}

static inline bool bs_word_is(uint16_t word, enum bs_word_list list)
{
	return bs_word_lists(word) >> list & 1;
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
	uint64_t before = bs_word_lists(word) & ((UINT64_C(1) << list) - 1);
	return bs_word_values[bs_word_facts[word].first_value + bs_count_bits(before)];
}

/* The value that a list gives a word; 0 if the word is not in it. */
static inline int bs_word_value(uint16_t word, enum bs_word_list list)
{
	switch (list) { /* nearly always known when this is compiled */
	case BS_LIST_GRAMMAR_WORD: return bs_word_facts[word].grammar_word;
	case BS_LIST_PRONOUN: return bs_word_facts[word].pronoun;
	case BS_LIST_SPEAKER_NOUN: return bs_word_facts[word].speaker_noun;
	case BS_LIST_TIME_WORD: return bs_word_facts[word].time_word;
	case BS_LIST_TENSE: return bs_word_facts[word].tense;
	case BS_LIST_CUE_SAY: return bs_word_facts[word].cue_say;
	default: return bs_word_is(word, list) ? bs_word_value_in(word, list) : 0;
	}
}

#endif
