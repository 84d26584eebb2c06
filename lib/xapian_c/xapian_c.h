/* xapian_c.h - what do we ask of libxapian, said in C?
 *
 * One database is written once, in the order of its documents, and only read
 * after that.  Exceptions stop here: each becomes a status and a message.
 * A handle belongs to one thread at a time; every _free() accepts NULL. */
#ifndef XC_XAPIAN_C_H
#define XC_XAPIAN_C_H

#ifdef __cplusplus
extern "C" {
#endif

#include "base/buffer.h"

#include <bradsearch.h>
#include <stddef.h>
#include <stdint.h>

enum { XC_LONGEST_TERM = 245 }; /* bytes; Xapian takes no longer ones */

/* ---- Writing: a new database, in a directory that is empty or does not exist ---- */

struct xc_term {
	const char *text; /* need not end with a NUL */
	size_t length;
	uint32_t count; /* within-document frequency; 0 for a boolean term */
};

/* Writes one, of documents numbered from 1: those that come first in `terms`, up
 * to ends[0], are the terms of the first, and so on.  No positions are kept, and no
 * list of a document's terms.  Nothing is synced to the disk: a directory of this
 * kind is raw material for xc_compact(). */
brad_status xc_write(const char *path, const struct xc_term *terms, const uint32_t *ends,
		     size_t documents, brad_error *err);

/* Joins databases, documents numbered on from one to the next, into one file
 * at target, which must not exist.  The caller syncs it. */
brad_status xc_compact(const char *const *sources, size_t count, const char *target,
		       brad_error *err);

/* ---- Checking ----------------------------------------------------------- */

/* Looks through all of a database: BRAD_ECORRUPT if libxapian finds its tables
 * damaged, or if the documents of a term are out of order or not as many as it says. */
brad_status xc_check(const char *path, brad_error *err);

/* ---- Reading ------------------------------------------------------------ */

struct xc_reader;

brad_status xc_reader_open(const char *path, struct xc_reader **out, brad_error *err);
uint32_t xc_reader_documents(const struct xc_reader *r);
void xc_reader_free(struct xc_reader *r);

/* How many documents hold a term? */
brad_status xc_reader_frequency(struct xc_reader *r, const char *term, size_t length, uint32_t *out,
				brad_error *err);

struct xc_postings; /* the documents of one term, in order */

struct xc_posting {
	uint32_t document, count;
};

/* The reader must outlive it.  A term that is not there has no postings. */
brad_status xc_postings_open(struct xc_reader *r, const char *term, size_t length,
			     struct xc_postings **out, brad_error *err);

/* Reads the next postings whose documents are numbered from `from` on, `room`
 * at the most; *count 0 means that there are no more.  It never goes back. */
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
