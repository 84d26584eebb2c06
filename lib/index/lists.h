/* lists.h - which documents of a segment have a frequent word?  Lists of our own beside Xapian's, for most of the time of
 * a query goes into those of frequent words.
 *
 * A list is cut into blocks of 128 documents.  A block is a byte, its width,
 * and then for each document how many were passed over since the one before, in
 * that many bits, low bits first; a table of all blocks tells the last document
 * of each, so that one may leap.  Most words occur once in their sentence; the
 * documents where one occurs more often are told apart, as repeats.
 *
 * A term is the stem of several forms ("want": wanted, wants).  Where there are
 * no stop words among them, a block goes on with another width, and for each
 * document the number of the form that it has first: 0 is the most frequent, and
 * BS_LIST_FORMS - 1 any of the rare ones that have no number.
 *
 * Lists go by their term, as Xapian's do; a stop word, which has no postings,
 * goes by BS_STOP_LIST and its form, and has all documents with that form.  Of
 * the most frequent stop words there is a list for each two of them: it goes by
 * BS_STOP_LIST and both, a blank between them, has all documents in which the one
 * is followed by the other, and may be empty. */
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
	uint32_t has_forms; /* 1 if it tells forms; else 0 */
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
	uint32_t read;        /* how many blocks were read or leapt over */
	uint32_t next, count; /* of the last of these, in documents_of */
	uint32_t documents_of[BS_LIST_BLOCK];
	const unsigned char *forms; /* of these documents, as they are packed */
	bool has_forms;
	struct bs_input repeats; /* those behind the one below */
	uint32_t repeats_left;
	uint32_t repeat, repeat_count; /* a document, and how often it has the word; 0 before any */
};

/* Stands before the first document.  False if the list is damaged: one that
 * ascends up to `last` at the most is not. */
bool bs_list_open(const struct bs_lists *lists, size_t list, uint32_t last,
		  struct bs_list_reader *out);

/* Goes on to the first document that is not before `from`: it is
 * documents_of[next], or next == count if there is none.  False if it is damaged. */
bool bs_list_seek(struct bs_list_reader *r, uint32_t from);

/* Sets bit (document - first) for each document from `first` up to `end`, which
 * is not among them, and goes on there.  False if the list is damaged. */
bool bs_list_fill(struct bs_list_reader *r, uint32_t first, uint32_t end, uint64_t *bits);

/* Sets the bit of each document whose form is wanted, as `wanted` has a bit for each; and
 * in `doubtful` those of documents of which it cannot tell: that have the word more than
 * once, or a form without a number if such are wanted.  The list tells forms, and nothing
 * was read of it.  False if it is damaged. */
bool bs_list_fill_forms(struct bs_list_reader *r, uint64_t wanted, uint64_t *bits,
			uint64_t *doubtful);

/* Goes on to the first repeat that is not before `from`; UINT32_MAX after the last. */
uint32_t bs_list_repeat(struct bs_list_reader *r, uint32_t from);

/* ---- Writing ------------------------------------------------------------ */

/* A list that is being written; all zero at first. */
struct bs_list_writer {
	uint32_t documents, last, pending_count;
	uint32_t pending[BS_LIST_BLOCK]; /* how many were passed over before each */
	const unsigned char *forms;      /* of all documents; NULL if it tells none */
	struct bs_buffer blocks;         /* struct bs_list_block, from 0 */
	struct bs_buffer bytes, repeats;
	uint32_t repeated, last_repeat;
};

/* Adds a document, which must be behind the one before. */
void bs_list_add(struct bs_list_writer *w, uint32_t document, uint32_t count);

/* What lists are gathered in, for the pack. */
struct bs_list_columns {
	struct bs_buffer *lists, *blocks, *bytes, *repeats;
};

/* Ends a list and appends it; the writer is empty again, its memory kept.
 * False when memory ends or the lists are too long together. */
bool bs_list_end(struct bs_list_writer *w, struct bs_list_columns *columns);

/* Appends what readers may look at behind the last list. */
void bs_lists_end(struct bs_list_columns *columns);

void bs_list_writer_free(struct bs_list_writer *w);

#endif
