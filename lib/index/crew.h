/* crew.h - who analyses the documents?  A crew of threads, each of which fills a segment of its own.
 *
 * Documents wait in a queue of limited size.  One thread, the caller's, owns the crew,
 * gives it documents and asks it for results.  The other threads never call back. */
#ifndef BS_CREW_H
#define BS_CREW_H

#include "base/buffer.h"
#include "index/files.h"
#include "index/segment.h"

#include <bradsearch.h>
#include <stdbool.h>
#include <stdint.h>

struct bs_crew;

/* A document that could not be used. */
struct bs_lost {
	uint32_t number;
	brad_error error;
};

/* A finished segment, and the numbers of the documents in it, in order. */
struct bs_made {
	char name[BS_NAME_ROOM];
	struct bs_segment_info info;
	struct bs_buffer numbers; /* uint32_t */
};

/* Makes a crew.  Threads are started as they are needed, at most `threads` (0: one for
 * each processor).  Their segments are called seg-REVISION-0 and so on.  While the
 * caller has to wait, wait(context) is called from time to time; it may be NULL. */
brad_status bs_crew_new(const char *directory, uint64_t revision, unsigned threads,
			void (*wait)(void *context), void *context, struct bs_crew **out,
			brad_error *err);

/* Gives the crew a copy of a document; waits while the queue is full. */
brad_status bs_crew_give(struct bs_crew *crew, const brad_document *document, uint32_t number,
			 uint64_t hash, uint32_t added, brad_error *err);

/* Takes one of the documents that could not be used; false if there is none. */
bool bs_crew_take_lost(struct bs_crew *crew, struct bs_lost *out);

/* Returns how many sentences have been indexed so far. */
uint64_t bs_crew_sentences(struct bs_crew *crew);

/* Waits until all documents are done and all segments are written.  Lends the segments
 * until the crew is freed.  After this, the crew takes no more documents. */
brad_status bs_crew_finish(struct bs_crew *crew, const struct bs_made **first, size_t *count,
			   brad_error *err);

/* Ends the threads, and drops what is not finished. */
void bs_crew_free(struct bs_crew *crew);

#endif
