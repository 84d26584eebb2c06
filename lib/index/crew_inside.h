/* crew_inside.h - what do the caller's thread and those of the crew share?
 *
 * The members of a worker belong to its thread until that has ended. */
#ifndef BS_CREW_INSIDE_H
#define BS_CREW_INSIDE_H

#include "index/crew.h"

#include <pthread.h>

enum { BS_MOST_THREADS = 64 };

/* A document in the queue, followed by its strings. */
struct bs_job {
	struct bs_job *next;
	size_t size;
	uint32_t number;
	uint64_t hash;
	uint32_t added; /* the revision in which it came; 0: this one */
	brad_document document;
	char strings[];
};

struct bs_worker {
	struct bs_crew *crew;
	pthread_t thread;
	unsigned number;
	struct bs_made *made; /* the last is the segment that is being written, if one is */
	size_t made_count;
	struct bs_segment_writer *segment;
};

struct bs_crew {
	char *directory;
	uint64_t revision;
	unsigned most;
	void (*wait)(void *context);
	void *context;
	struct bs_worker workers[BS_MOST_THREADS];
	struct bs_made *made; /* of all workers, in the end */
	unsigned count, joined;

	pthread_mutex_t mutex; /* for all that follows */
	pthread_cond_t more;   /* there is something to do, or a reason to end */
	pthread_cond_t less;   /* there is room in the queue, or a worker has ended */
	struct bs_job *first, *last;
	size_t bytes;
	unsigned running;
	bool closed;    /* no more jobs will come */
	bool abandoned; /* the segments are not wanted any more */
	uint64_t sentences;
	struct bs_buffer lost; /* struct bs_lost */
	size_t lost_taken;
	brad_status status;
	brad_error error;
};

/* The function of a thread; the argument is its struct bs_worker. */
void *bs_crew_work(void *worker);

#endif
