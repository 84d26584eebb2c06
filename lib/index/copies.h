/* copies.h - which sentences may be copies of one another?  Each segment has a hash table of them.
 *
 * When a newspaper edits a sentence - adds "Mr", spells a number in another way,
 * cuts the end - the longest words mostly remain.  So the mark of a sentence is a
 * hash of its three longest words, and its seal is a hash of all its words in order.
 *
 * The table is a list of documents, in buckets by the first bits of their marks.  An
 * entry is one number: its low bits are the document, as many as the segment needs;
 * of the bits above, the upper half are more bits of the mark and the rest are bits of
 * the seal.  Entries with another mark are skipped without reading the sentence; those
 * with the same one must still be compared word by word.  Words are hashed once, when
 * the segment is written, and kept in a column by code, from which keys are made.
 *
 * Sentences of fewer than BS_COPY_WORDS words are not in the table: people often say
 * the same few words and mean something else. */
#ifndef BS_COPIES_H
#define BS_COPIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BS_COPY_WORDS = 6, BS_COPY_LONGEST = 3 };

struct bs_segment;
struct bs_segment_writer;

/* Returns a word as keys need it: its length and a hash in one number. */
uint32_t bs_copy_word(const char *form, size_t length);

/* The key of a sentence.  Start with all zero, add its words in order, then end it. */
struct bs_copy_key {
	uint32_t longest[BS_COPY_LONGEST]; /* words, the longest first */
	uint64_t all;
	uint32_t words;
	uint32_t mark, seal; /* after bs_copy_key_end() */
};

void bs_copy_key_add(struct bs_copy_key *key, uint32_t word);
void bs_copy_key_end(struct bs_copy_key *key);

/* Returns the key of a document.  Call bs_touch_copy_words() before. */
struct bs_copy_key bs_copy_key_of(const struct bs_segment *segment, uint32_t document);

/* Returns bs_copy_word() of the form with a code. */
uint32_t bs_copy_word_of(const struct bs_segment *segment, uint64_t code);

/* Writes the table, before the words are recoded.  Returns false if memory runs out;
 * columns may have failed as well. */
bool bs_write_copies(struct bs_segment_writer *w);

/* Returns how many buckets the table has in a segment of so many documents. */
uint32_t bs_copy_buckets(uint32_t documents);

struct bs_copy_scan {
	const struct bs_segment *segment;
	const uint32_t *at, *end;
	uint32_t mark, seal; /* the bits of them that an entry has */
	uint32_t document_bits, seal_bits;
};

/* Begins to list the documents of a segment that may be copies of a sentence. */
void bs_copies_begin(const struct bs_segment *segment, const struct bs_copy_key *key,
		     struct bs_copy_scan *out);

/* Returns the next of them; 0 after the last.  *same tells whether its seal fits too, so
 * that all its words may be the same. */
uint32_t bs_copies_next(struct bs_copy_scan *scan, bool *same);

#endif
