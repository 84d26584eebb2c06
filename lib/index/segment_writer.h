/* segment_writer.h - what does a segment hold while it is being written?
 *
 * Postings go to small Xapian databases, chunks, which are fastest while they
 * fit the cache and are joined at the end; everything else is gathered in
 * arrays and written as one pack.  The documents of a chunk wait until they are
 * all there: libxapian and the analysis then do not drive each other out of the
 * cache at each sentence. */
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
	uint32_t unit_words; /* how many there are in unit_joints, less the last */

	/* The unit before, in the article that is being added. */
	uint32_t place;
	size_t start, end;
};

/* A term, when it was last met, where it then stood in waiting_terms, and how many
 * documents have it. */
struct bs_term_use {
	const char *text;
	uint32_t length, document, slot, documents;
};

static inline uint32_t bs_term_documents(const struct bs_segment_writer *w, uint32_t term)
{
	return ((const struct bs_term_use *)(const void *)w->term_uses.bytes)[term].documents;
}

/* DIRECTORY/NAME and an ending, into BS_PATH_ROOM bytes. */
void bs_segment_path(const struct bs_segment_writer *w, const char *ending, char *out);

/* Adds a term to the document that comes next to those that wait. */
static inline void bs_segment_wait(struct bs_segment_writer *w, const char *text, size_t length,
				   uint32_t count)
{
	struct xc_term term = {text, length, count};
	bs_buffer_add(&w->waiting_terms, &term, sizeof term);
}

/* Ends that document; when a chunk is full, writes it. */
brad_status bs_segment_end_document(struct bs_segment_writer *w, brad_error *err);

/* Writes the last chunk, joins all and syncs what they make. */
brad_status bs_segment_write_database(struct bs_segment_writer *w, brad_error *err);

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
	bs_add_column(w, BS_SECTION_WORDS_AT, (uint32_t)w->columns[BS_SECTION_WORDS].length);
}

/* The words of the next document: their numbers to the words column, their joints
 * to unit_joints, their stems to waiting_terms.  Adds to *indexed how many
 * words have postings. */
void bs_segment_words_begin(struct bs_segment_writer *w);
brad_status bs_segment_add_words(struct bs_segment_writer *w, const char *text, size_t length,
				 uint32_t *indexed, brad_error *err);

/* What goes out in another form than it was gathered in.  forms tells the place
 * of each form among the sorted ones.  Each returns false when memory ends;
 * columns may have failed besides. */
bool bs_recode_words(struct bs_segment_writer *w, const uint32_t *forms);
bool bs_recode_units(struct bs_segment_writer *w);

/* Writes which forms have the same stem; forms is as above. */
bool bs_write_stems(struct bs_segment_writer *w, const uint32_t *forms);

/* Writes which people have a word in their names, which sets have them, and what they
 * said; people tells the place of each among the sorted ones.  The sets are written. */
bool bs_write_name_words(struct bs_segment_writer *w, const uint32_t *people);
bool bs_write_person_sets(struct bs_segment_writer *w);
bool bs_write_person_documents(struct bs_segment_writer *w);

/* Writes the lists of lists.h; forms is as above.  The words are recoded and the database
 * is there. */
brad_status bs_write_lists(struct bs_segment_writer *w, const uint32_t *forms, brad_error *err);

#endif
