/* crew.h - who does the work?  Threads, each of which analyses documents and fills a segment of its own.
 *
 * Documents wait in a queue of limited size.  The crew belongs to one thread,
 * which gives it documents and is told what happened; the threads of the crew
 * call nothing of the caller's. */
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

/* Threads begin as they are needed, at most `threads` (0: one for each
 * processor).  Their segments are called seg-REVISION-0 and so on.  wait is
 * called now and then while the caller must wait; it may be NULL. */
brad_status bs_crew_new(const char *directory, uint64_t revision, unsigned threads,
			void (*wait)(void *context), void *context, struct bs_crew **out,
			brad_error *err);

/* Hands over a copy of a document. */
brad_status bs_crew_give(struct bs_crew *crew, const brad_document *document, uint32_t number,
			 uint64_t hash, uint32_t added, brad_error *err);

/* Takes a document that was lost; false if there is none. */
bool bs_crew_take_lost(struct bs_crew *crew, struct bs_lost *out);

/* How many sentences were indexed so far? */
uint64_t bs_crew_sentences(struct bs_crew *crew);

/* Waits until everything is done and written.  The segments made are lent
 * until the crew is freed.  The crew takes no more documents. */
brad_status bs_crew_finish(struct bs_crew *crew, const struct bs_made **first, size_t *count,
			   brad_error *err);

/* Ends the threads; what is not finished is dropped. */
void bs_crew_free(struct bs_crew *crew);

#endif
