/* documents.h - which documents of a segment did some people say?  A list in order, or where that is long a bit for each. */
#ifndef BS_DOCUMENTS_H
#define BS_DOCUMENTS_H

#include "base/arena.h"
#include "index/segment.h"

struct bs_documents {
	const uint32_t *list; /* NULL: the bits tell */
	const uint64_t *bits;
	size_t count; /* or more, where the bits tell */
	uint32_t last;
};

/* Makes it of people by their numbers, one or more.  The arena must have a way out. */
brad_status bs_documents_of(struct bs_arena *arena, const struct bs_segment *segment,
			    const uint32_t *people, size_t count, struct bs_documents *out,
			    brad_error *err);

/* The first from `from` on; UINT32_MAX if there is none. */
uint32_t bs_documents_next(const struct bs_documents *d, uint32_t from);

/* Sets bit (document - first) for each document from `first` up to `end`, which is not
 * among them; both are multiples of 64. */
void bs_documents_fill(const struct bs_documents *d, uint32_t first, uint32_t end, uint64_t *bits);

#endif
