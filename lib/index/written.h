/* written.h - what does the writer know about a word as it is written?  A hash table, asked for each word of each sentence.
 *
 * It is asked once for every six bytes of text, and does not fit the cache.  So all that
 * is known about a word lies in one line of the cache, 64 bytes.  Callers that ask for
 * many words announce them in two steps, so that the cache can fetch them together:
 *
 *     for each word: hash = bs_written_hash(), bs_written_expect();
 *     for each word: bs_written_expect_word();
 *     for each word: bs_written_find() */
#ifndef BS_WRITTEN_H
#define BS_WRITTEN_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BS_WRITTEN_LETTERS = 40 };
#define BS_NO_WRITTEN UINT32_MAX

/* A word.  The first five members are the caller's, the others the table's. */
struct bs_written {
	uint32_t form, term;
	uint32_t joint;          /* that it has after one blank */
	bool empty;              /* it folds to nothing */
	bool stops, stops_first; /* it has no postings; none at the beginning of its text */
	bool is_long;            /* `letters` holds a pointer to its letters */
	uint32_t hash, length;
	char letters[BS_WRITTEN_LETTERS];
};

struct bs_written_slot {
	uint32_t word, hash; /* the number + 1; 0 where the slot is empty */
};

/* All zero is empty. */
struct bs_written_table {
	struct bs_written *words;
	uint32_t count, room;
	struct bs_written_slot *slots;
	uint32_t slot_count; /* a power of two */
	struct bs_arena arena;
};

uint32_t bs_written_hash(const char *text, size_t length);

static inline void bs_written_expect(const struct bs_written_table *t, uint32_t hash)
{
	if (t->slot_count) __builtin_prefetch(&t->slots[hash & (t->slot_count - 1)]);
}

static inline void bs_written_expect_word(const struct bs_written_table *t, uint32_t hash)
{
	if (!t->slot_count) return;
	uint32_t word = t->slots[hash & (t->slot_count - 1)].word;
	if (word) __builtin_prefetch(&t->words[word - 1]);
}

/* Returns the number of a word; BS_NO_WRITTEN if it is new. */
uint32_t bs_written_find(const struct bs_written_table *t, const char *text, size_t length,
			 uint32_t hash);

/* Adds a new word, with what is known about it.  Its letters are copied.  Returns false if
 * memory runs out. */
bool bs_written_add(struct bs_written_table *t, const char *text, size_t length, uint32_t hash,
		    const struct bs_written *known);

void bs_written_free(struct bs_written_table *t);

#endif
