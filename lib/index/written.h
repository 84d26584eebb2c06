/* written.h - which number has a word as it is written, and what is known of it?  A table that is asked for each word of
 * each sentence.
 *
 * That is once for every six bytes of text, and the table does not fit the cache:
 * so a word lies with what is known of it in 64 bytes that begin where a line of
 * the cache does, and who asks for many says so before, in two steps, so that the
 * cache fetches them all at once:
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

/* What is known belongs to the caller; the rest is the table's. */
struct bs_written {
	uint32_t form, term;
	uint32_t joint;          /* behind one blank */
	bool empty;              /* marks that fold to nothing */
	bool stops, stops_first; /* has no postings; none where it begins its text */
	bool is_long;            /* `letters` holds a pointer to them instead */
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

/* The number of a word; BS_NO_WRITTEN if it is new. */
uint32_t bs_written_find(const struct bs_written_table *t, const char *text, size_t length,
			 uint32_t hash);

/* Adds one that is new, its letters copied, with what is known of it; false when
 * memory ends. */
bool bs_written_add(struct bs_written_table *t, const char *text, size_t length, uint32_t hash,
		    const struct bs_written *known);

void bs_written_free(struct bs_written_table *t);

#endif
