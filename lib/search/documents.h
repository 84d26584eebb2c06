/* documents.h - which documents of a segment were said by some people?  A sorted list, or a bitmap if that is long. */
#ifndef BS_DOCUMENTS_H
#define BS_DOCUMENTS_H

#include "base/arena.h"
#include "index/segment.h"

struct bs_documents {
	const uint32_t *list; /* NULL: use bits */
	const uint64_t *bits;
	size_t count; /* with bits, of the lists together, so that it may be too large */
	uint32_t last;
};

/* Gathers the documents of one or more people, given by their numbers.  The arena must have
 * a way out. */
brad_status bs_documents_of(struct bs_arena *arena, const struct bs_segment *segment,
			    const uint32_t *people, size_t count, struct bs_documents *out,
			    brad_error *err);

/* Returns the first of the documents at or after `from`; UINT32_MAX if there is none. */
uint32_t bs_documents_next(const struct bs_documents *d, uint32_t from);

/* Sets bit (document - first) for each document from `first` up to, but not including,
 * `end`.  Both are multiples of 64. */
void bs_documents_fill(const struct bs_documents *d, uint32_t first, uint32_t end, uint64_t *bits);

#endif
