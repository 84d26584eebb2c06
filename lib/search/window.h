/* window.h - which of 4,096 documents in a row does a query match?  A bit for each.
 *
 * If many documents match, moving from one to the next takes most of the time.  Instead,
 * a window of bits is filled from each posting list, and windows are joined by AND and
 * OR, 64 documents at a time.  Windows begin at multiples of their length, and must be
 * used in order.  Use a cursor either by windows or by bs_cursor_seek(), not both. */
#ifndef BS_WINDOW_H
#define BS_WINDOW_H

#include "base/bits.h"
#include "search/match.h"

enum { BS_WINDOW = 4096, BS_WINDOW_WORDS = BS_WINDOW / 64 };

/* What a cursor matches in the window that was filled last. */
struct bs_window {
	uint64_t bits[BS_WINDOW_WORDS];
	/* For a leaf with a weight: where it occurs more than once, and how often. */
	uint64_t repeats[BS_WINDOW_WORDS];
	bool repeated;    /* some bit of repeats is set */
	bool filled;      /* if false, no bit is set */
	uint32_t *counts; /* BS_WINDOW of them; NULL until some are needed */
};

/* Stores the start of the first window at or after `first` in which anything may match;
 * BS_END if there is none. */
brad_status bs_window_next(const struct bs_match *match, struct bs_cursor *c, uint32_t first,
			   uint32_t *out, brad_error *err);

/* Fills the window that begins at `first` with the matches of c, among the documents of
 * `within`, or among all if that is NULL. */
brad_status bs_window_fill(const struct bs_match *match, struct bs_cursor *c, uint32_t first,
			   const uint64_t *within, brad_error *err);

/* Returns the BM25 score of document first + i of the window, which c must match, without
 * regard to its length. */
double bs_window_score(const struct bs_cursor *c, uint32_t i, double k1);

#endif
