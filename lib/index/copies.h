/* copies.h - which sentences may be copies of one another?  A table of each segment tells, by what copies keep.
 *
 * A copy that a newspaper edits - "Mr" put in, a number spelt otherwise, the end
 * cut - most often keeps its longest words.  The mark of a sentence is a hash of
 * the three longest, its seal one of all its words in order.  The table is a list
 * of documents in buckets by the first bits of their marks; a document takes as
 * many bits of its entry as the segment needs, and the bits above hold more of
 * the mark (the upper half of them) and some of the seal.  So an entry that does
 * not fit is passed over unread, and one that fits is yet to be compared.  Words are
 * hashed once, when the segment is written: keys are made of a column by code.
 *
 * Sentences of fewer than BS_COPY_WORDS words are not in it: they are said again
 * by others who mean something else. */
#ifndef BS_COPIES_H
#define BS_COPIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BS_COPY_WORDS = 6, BS_COPY_LONGEST = 3 };

struct bs_segment;
struct bs_segment_writer;

/* A word as the keys below take it: its length, and a hash. */
uint32_t bs_copy_word(const char *form, size_t length);

/* The key of a sentence; all zero before its first word. */
struct bs_copy_key {
	uint32_t longest[BS_COPY_LONGEST]; /* words, the longest first */
	uint64_t all;
	uint32_t words;
	uint32_t mark, seal; /* after bs_copy_key_end() */
};

void bs_copy_key_add(struct bs_copy_key *key, uint32_t word);
void bs_copy_key_end(struct bs_copy_key *key);

/* The key of a document; the words of its segment's codes were touched (touch.h). */
struct bs_copy_key bs_copy_key_of(const struct bs_segment *segment, uint32_t document);

/* The word of a code. */
uint32_t bs_copy_word_of(const struct bs_segment *segment, uint64_t code);

/* Writes the table; the words are still numbered as they came.  False when memory
 * ends; columns may have failed besides. */
bool bs_write_copies(struct bs_segment_writer *w);

/* How many buckets the table of a segment of so many documents has. */
uint32_t bs_copy_buckets(uint32_t documents);

struct bs_copy_scan {
	const struct bs_segment *segment;
	const uint32_t *at, *end;
	uint32_t mark, seal; /* as much of them as an entry has */
	uint32_t document_bits, seal_bits;
};

/* Begins to look for what may be copies of a sentence in a segment. */
void bs_copies_begin(const struct bs_segment *segment, const struct bs_copy_key *key,
		     struct bs_copy_scan *out);

/* Goes on to the next; 0 after the last.  *same: it may have the very words. */
uint32_t bs_copies_next(struct bs_copy_scan *scan, bool *same);

#endif
