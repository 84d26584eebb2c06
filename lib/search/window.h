/* window.h - which of 4,096 documents in a row does a query match?  A bit for each.
 *
 * Where many documents match, going from one to the next costs more than all the
 * rest; a window of bits is filled from each list, joined by AND and OR word by
 * word, and counted so.  Windows begin at multiples of their length and are only
 * gone through forwards; a cursor is used either so or by bs_cursor_seek(). */
#ifndef BS_WINDOW_H
#define BS_WINDOW_H

#include "base/bits.h"
#include "search/match.h"

enum { BS_WINDOW = 4096, BS_WINDOW_WORDS = BS_WINDOW / 64 };

/* What a cursor matches in the window that was filled last. */
struct bs_window {
	uint64_t bits[BS_WINDOW_WORDS];
	/* Of a leaf that has a weight: where it occurs more than once, and how often. */
	uint64_t repeats[BS_WINDOW_WORDS];
	bool repeated;    /* any */
	bool filled;      /* else no bit is set */
	uint32_t *counts; /* BS_WINDOW of them, if there ever were any */
};

/* The start of the first window from `first` on in which anything may match; BS_END if there is none. */
brad_status bs_window_next(const struct bs_match *match, struct bs_cursor *c, uint32_t first,
			   uint32_t *out, brad_error *err);

/* Fills the window that begins at `first` with what c matches of the documents
 * `within`; NULL: of all. */
brad_status bs_window_fill(const struct bs_match *match, struct bs_cursor *c, uint32_t first,
			   const uint64_t *within, brad_error *err);

/* The BM25 score of document first + i of the window, which c matches, with k1 and no length. */
double bs_window_score(const struct bs_cursor *c, uint32_t i, double k1);

#endif
