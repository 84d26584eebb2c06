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
	uint64_t lists;  /* a bit for each list it stands in */
	uint16_t values; /* where its values begin, one for each of those */
};

struct bs_word_value {
	uint16_t list;
	int16_t value;
};

extern const struct bs_word bs_words[]; /* entry 0 is no word */
extern const struct bs_word_value bs_word_values[];

/* The entry of a word in lower case with ' for apostrophes; 0 if in no list. */
uint16_t bs_word_find(const char *word, size_t length);

static inline bool bs_word_is(uint16_t word, enum bs_word_list list)
{
	return bs_words[word].lists >> list & 1;
}

/* The value that a list gives a word; 0 if the word is not in it. */
int bs_word_value(uint16_t word, enum bs_word_list list);

#endif
