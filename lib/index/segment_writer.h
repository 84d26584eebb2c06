/* segment_writer.h - what does a segment hold while it is being written?
 *
 * Postings go to small Xapian databases, chunks, which are fastest while they
 * fit the cache and are joined at the end; everything else is gathered in
 * arrays and written as one pack. */
#ifndef BS_SEGMENT_WRITER_H
#define BS_SEGMENT_WRITER_H

#include "index/intern.h"
#include "index/segment.h"
#include "index/segment_columns.h"

enum { BS_PATH_ROOM = 4096 };

struct bs_segment_writer {
	char *directory, *name;
	struct xc_writer *chunk;
	uint32_t chunks, chunk_documents;
	struct xc_stemmer *stemmer;

	struct bs_segment_info info;
	uint32_t last_mention; /* the last document of BS_SECTION_MENTIONS */
	struct bs_intern forms, terms, booleans, people, roles, texts, sets;
	struct bs_buffer form_terms; /* the term of each form, its stem: uint32_t */
	struct bs_buffer term_uses;  /* of each term: struct term_use */
	struct bs_buffer columns[BS_SECTIONS];
	struct bs_buffer record, stem, value, document_terms;
};

/* DIRECTORY/NAME and an ending, into BS_PATH_ROOM bytes. */
void bs_segment_path(const struct bs_segment_writer *w, const char *ending, char *out);

/* Where a chunk lies. */
void bs_segment_chunk_path(const struct bs_segment_writer *w, uint32_t chunk, char *out);

/* Removes all chunks. */
void bs_segment_remove_chunks(struct bs_segment_writer *w);

/* Each appends to a column. */
static inline void bs_add_column(struct bs_segment_writer *w, enum bs_segment_section column,
				 uint32_t number)
{
	bs_buffer_add(&w->columns[column], &number, sizeof number);
}

static inline void bs_add_byte(struct bs_segment_writer *w, enum bs_segment_section column,
			       unsigned char byte)
{
	bs_buffer_add(&w->columns[column], &byte, 1);
}

static inline void bs_add_words_at(struct bs_segment_writer *w)
{
	uint64_t at = w->columns[BS_SECTION_WORDS].length;
	bs_buffer_add(&w->columns[BS_SECTION_WORDS_AT], &at, sizeof at);
}

#endif
