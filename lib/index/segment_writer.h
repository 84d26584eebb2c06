/* segment_writer.h - what does a segment hold while it is being written?
 *
 * Postings go to chunks, small Xapian databases that are joined at the end: libxapian is
 * fastest while a database fits the cache.  Everything else is gathered in arrays and
 * written as one pack.  The documents of a chunk wait until all of them are there, so
 * that libxapian and the analysis do not evict each other from the cache at each
 * sentence. */
#ifndef BS_SEGMENT_WRITER_H
#define BS_SEGMENT_WRITER_H

#include "index/intern.h"
#include "index/segment.h"
#include "index/segment_columns.h"
#include "index/terms.h"
#include "index/written.h"

enum { BS_PATH_ROOM = 4096 };

struct bs_segment_writer {
	char *directory, *name;
	uint32_t chunks;
	struct xc_stemmer *stemmer;

	struct bs_segment_info info;
	uint32_t last_mention; /* the last document of BS_SECTION_MENTIONS */
	struct bs_written_table written;
	struct bs_intern forms, terms, booleans, people, roles, texts, sets, joints, named;
	struct bs_words_scan scan;
	struct bs_buffer form_terms; /* the term of each form, its stem: uint32_t */
	struct bs_buffer term_uses;  /* of each term: struct bs_term_use */
	struct bs_buffer joint_uses; /* how often each joint was used: uint32_t */
	struct bs_buffer columns[BS_SECTIONS];
	struct bs_buffer waiting_terms; /* of documents that are in no chunk yet: struct xc_term */
	struct bs_buffer waiting_ends;  /* where those of each end: uint32_t */
	struct bs_buffer stem, value, unit_joints;
	uint32_t placeholders;
	uint32_t unit_words; /* how many joints are in unit_joints, without the last */

	/* The previous unit of the article that is being added. */
	uint32_t place;
	size_t start, end;
};

/* A term, the last document that has it, where it stands for that in waiting_terms, and
 * how many documents have it. */
struct bs_term_use {
	const char *text;
	uint32_t length, document, slot, documents;
};

static inline uint32_t bs_term_documents(const struct bs_segment_writer *w, uint32_t term)
{
	return ((const struct bs_term_use *)(const void *)w->term_uses.bytes)[term].documents;
}

/* Writes DIRECTORY/NAME and an ending to `out`, which has BS_PATH_ROOM bytes. */
void bs_segment_path(const struct bs_segment_writer *w, const char *ending, char *out);

/* Adds a term to the document that will be the next to wait. */
static inline void bs_segment_wait(struct bs_segment_writer *w, const char *text, size_t length,
				   uint32_t count)
{
	struct xc_term term = {text, length, count};
	bs_buffer_add(&w->waiting_terms, &term, sizeof term);
}

/* Ends that document.  If the chunk is full, writes it. */
brad_status bs_segment_end_document(struct bs_segment_writer *w, brad_error *err);

/* Writes the last chunk, joins all chunks and syncs the result. */
brad_status bs_segment_write_database(struct bs_segment_writer *w, brad_error *err);

/* Removes all chunks. */
void bs_segment_remove_chunks(struct bs_segment_writer *w);

/* These append to a column. */
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
	bs_add_column(w, BS_SECTION_WORDS_AT, (uint32_t)w->columns[BS_SECTION_WORDS].length);
}

/* Adds the words of the next document: their numbers to the words column, their joints to
 * unit_joints, their stems to waiting_terms.  Adds to *indexed how many of them have
 * postings. */
void bs_segment_words_begin(struct bs_segment_writer *w);
brad_status bs_segment_add_words(struct bs_segment_writer *w, const char *text, size_t length,
				 uint32_t *indexed, brad_error *err);

/* Recode columns from the form in which they were gathered to the one that is kept.
 * forms[i] is the place of form i among the sorted ones.  They return false if memory
 * runs out; columns may have failed as well. */
bool bs_recode_words(struct bs_segment_writer *w, const uint32_t *forms);
bool bs_recode_units(struct bs_segment_writer *w);

/* Writes the column of which forms have the same stem; forms is as above. */
bool bs_write_stems(struct bs_segment_writer *w, const uint32_t *forms);

/* Write the columns of which people have a word in their names, which sets these people
 * are in, and what they said.  people[i] is the place of person i among the sorted ones.
 * The sets must have been written. */
bool bs_write_name_words(struct bs_segment_writer *w, const uint32_t *people);
bool bs_write_person_sets(struct bs_segment_writer *w);
bool bs_write_person_documents(struct bs_segment_writer *w);

/* Writes the lists of lists.h; forms is as above.  The words must have been recoded, and
 * the database written. */
brad_status bs_write_lists(struct bs_segment_writer *w, const uint32_t *forms, brad_error *err);

#endif
