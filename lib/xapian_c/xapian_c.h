/* xapian_c.h - what do we ask of libxapian, in C?
 *
 * A database is written once, in the order of its documents, and only read after that.
 * No exception passes this header: each becomes a status and a message.  Use a handle
 * from one thread at a time; every _free() accepts NULL. */
#ifndef XC_XAPIAN_C_H
#define XC_XAPIAN_C_H

#ifdef __cplusplus
extern "C" {
#endif

#include "base/buffer.h"

#include <bradsearch.h>
#include <stddef.h>
#include <stdint.h>

enum { XC_LONGEST_TERM = 245 }; /* bytes; Xapian refuses longer ones */

/* ---- Writing: a new database, in a directory that is empty or does not exist ---- */

struct xc_term {
	const char *text; /* need not end with a NUL */
	size_t length;
	uint32_t count; /* within-document frequency; 0 for a boolean term */
};

/* Writes a database of documents numbered from 1.  terms[0] up to terms[ends[0]] are the
 * terms of the first document, and so on.  It keeps no positions, and no list of a
 * document's terms.  Nothing is synced to the disk, because xc_compact() is to make the
 * final database. */
brad_status xc_write(const char *path, const struct xc_term *terms, const uint32_t *ends,
		     size_t documents, brad_error *err);

/* Joins databases into one file at target, which must not exist.  The numbers of documents
 * continue from one database to the next.  The caller syncs the file. */
brad_status xc_compact(const char *const *sources, size_t count, const char *target,
		       brad_error *err);

/* ---- Checking ----------------------------------------------------------- */

/* Checks all of a database: BRAD_ECORRUPT if libxapian finds its tables damaged, or if the
 * documents of a term are out of order or not as many as stated. */
brad_status xc_check(const char *path, brad_error *err);

/* ---- Reading ------------------------------------------------------------ */

struct xc_reader;

brad_status xc_reader_open(const char *path, struct xc_reader **out, brad_error *err);
uint32_t xc_reader_documents(const struct xc_reader *r);
void xc_reader_free(struct xc_reader *r);

/* Stores how many documents have a term. */
brad_status xc_reader_frequency(struct xc_reader *r, const char *term, size_t length, uint32_t *out,
				brad_error *err);

struct xc_postings; /* the documents of one term, in order */

struct xc_posting {
	uint32_t document, count;
};

/* Opens the postings of a term; there are none if no document has it.  The reader must
 * outlive them. */
brad_status xc_postings_open(struct xc_reader *r, const char *term, size_t length,
			     struct xc_postings **out, brad_error *err);

/* Reads the next postings, at most `room`, of documents at or after `from`.  *count is 0 if
 * there are no more.  It never moves back. */
brad_status xc_postings_read(struct xc_postings *p, uint32_t from, struct xc_posting *out,
			     size_t room, size_t *count, brad_error *err);
void xc_postings_free(struct xc_postings *p);

/* ---- Stems -------------------------------------------------------------- */

struct xc_stemmer; /* Snowball's English (Porter2) */

brad_status xc_stemmer_new(struct xc_stemmer **out, brad_error *err);

/* Replaces out with the stem of a folded word. */
brad_status xc_stem(struct xc_stemmer *s, const char *word, size_t length, struct bs_buffer *out,
		    brad_error *err);
void xc_stemmer_free(struct xc_stemmer *s);

#ifdef __cplusplus
}
#endif
#endif
