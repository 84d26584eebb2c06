/* lists.h - which documents of a segment have a frequent word?  Posting lists of our own, faster than Xapian's.
 *
 * They exist for frequent words only: reading their postings takes most of the time
 * of a query.
 *
 * A list is cut into blocks of 128 documents.  A block is a byte that holds a width,
 * then for each document how many documents were skipped since the one before, in so
 * many bits, low bits first.  A table gives the last document of each block, so that
 * readers can leap over blocks.  Most words occur once in a sentence; documents in
 * which the word occurs more often are listed separately, as repeats.
 *
 * A term is the stem of several forms ("want": wanted, wants).  Unless there are stop
 * words among them, a block continues with another width, and with the number of the
 * form that comes first in each document: 0 is the most frequent form, and
 * BS_LIST_FORMS - 1 stands for all rare forms.
 *
 * A list is found by its term, as in Xapian.  Stop words have no postings in Xapian; the
 * list of all documents with such a form is found by BS_STOP_LIST and the form.  For
 * each pair of the most frequent stop words there is also a list of the documents in
 * which the first is followed by the second; it is found by BS_STOP_LIST and both,
 * with a blank between, and may be empty. */
#ifndef BS_LISTS_H
#define BS_LISTS_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BS_LIST_BLOCK = 128, BS_LIST_FORM_BITS = 6, BS_LIST_FORMS = 1 << BS_LIST_FORM_BITS };

#define BS_STOP_LIST "="

/* As it lies in the pack. */
struct bs_list {
	uint32_t documents; /* how many */
	uint32_t blocks;    /* where its blocks begin in the table; it has one per 128 documents */
	uint32_t repeats;   /* where its repeats begin, as bytes */
	uint32_t repeated;  /* how many documents these are */
	uint32_t has_forms; /* 1 if its blocks have the numbers of forms; else 0 */
};

struct bs_list_block {
	uint32_t last; /* document */
	uint32_t at;   /* where its bytes begin */
};

/* All lists of a segment. */
struct bs_lists {
	const struct bs_list *lists;
	const struct bs_list_block *blocks;
	const unsigned char *bytes, *repeats;
	size_t count, block_count, length, repeats_length;
};

/* ---- Reading ------------------------------------------------------------ */

struct bs_list_reader {
	const struct bs_lists *lists;
	const struct bs_list_block *blocks; /* its own */
	uint32_t block_count, documents;
	uint32_t read;        /* blocks that were read or leapt over */
	uint32_t next, count; /* the place in documents_of, and how many there are */
	uint32_t documents_of[BS_LIST_BLOCK];
	const unsigned char *forms; /* of these documents, as they are packed */
	bool has_forms;
	struct bs_input repeats; /* those behind the one below */
	uint32_t repeats_left;
	uint32_t repeat, repeat_count; /* a document, and how often it has the word; 0 before any */
};

/* Opens a list, before its first document.  False if the list is damaged, which means that
 * its documents do not ascend, or go beyond `last`. */
bool bs_list_open(const struct bs_lists *lists, size_t list, uint32_t last,
		  struct bs_list_reader *out);

/* Moves to the first document at or after `from`: documents_of[next], or next == count if
 * there is none.  False if the list is damaged. */
bool bs_list_seek(struct bs_list_reader *r, uint32_t from);

/* Sets bit (document - first) for each document from `first` up to, but not including,
 * `end`, and moves there.  False if the list is damaged. */
bool bs_list_fill(struct bs_list_reader *r, uint32_t first, uint32_t end, uint64_t *bits);

/* Sets the bit of each document whose form is wanted; `wanted` has a bit for each number.
 * Sets in `doubtful` the bits of documents whose words must be looked at: they have the
 * term more than once, or a form without a number, if one is wanted.  The list must have
 * forms, and must have just been opened.  False if it is damaged. */
bool bs_list_fill_forms(struct bs_list_reader *r, uint64_t wanted, uint64_t *bits,
			uint64_t *doubtful);

/* Moves to the first repeat at or after `from`, and returns it; UINT32_MAX after the last. */
uint32_t bs_list_repeat(struct bs_list_reader *r, uint32_t from);

/* ---- Writing ------------------------------------------------------------ */

/* A list that is being written; all zero at first. */
struct bs_list_writer {
	uint32_t documents, last, pending_count;
	uint32_t pending[BS_LIST_BLOCK]; /* how many documents were skipped before each */
	const unsigned char *forms;      /* numbers of forms, of all documents; NULL: none */
	struct bs_buffer blocks;         /* struct bs_list_block, from 0 */
	struct bs_buffer bytes, repeats;
	uint32_t repeated, last_repeat;
};

/* Adds a document, which must be greater than the one before. */
void bs_list_add(struct bs_list_writer *w, uint32_t document, uint32_t count);

/* The sections of the pack to which lists are appended. */
struct bs_list_columns {
	struct bs_buffer *lists, *blocks, *bytes, *repeats;
};

/* Ends a list and appends it to the columns.  The writer is empty again, and keeps its
 * memory.  False if memory runs out, or the lists together are too long. */
bool bs_list_end(struct bs_list_writer *w, struct bs_list_columns *columns);

/* Appends the bytes that readers may read behind the last list. */
void bs_lists_end(struct bs_list_columns *columns);

void bs_list_writer_free(struct bs_list_writer *w);

#endif
