/* crew_inside.h - what do the caller's thread and those of the crew share?
 *
 * A worker's own members are its thread's until that has ended. */
#ifndef BS_CREW_INSIDE_H
#define BS_CREW_INSIDE_H

#include "index/crew.h"

#include <pthread.h>

enum { BS_MOST_THREADS = 64 };

/* A document that waits; its strings lie behind it. */
struct bs_job {
	struct bs_job *next;
	size_t size;
	uint32_t number;
	uint64_t hash;
	uint32_t added; /* 0: by this crew */
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

	pthread_mutex_t mutex; /* of what follows */
	pthread_cond_t more;   /* something to do, or to end for */
	pthread_cond_t less;   /* room in the queue, or a worker less */
	struct bs_job *first, *last;
	size_t bytes;
	unsigned running;
	bool closed;    /* no more jobs will come */
	bool abandoned; /* what is made is not wanted */
	uint64_t sentences;
	struct bs_buffer lost; /* struct bs_lost */
	size_t lost_taken;
	brad_status status;
	brad_error error;
};

/* The life of a worker, which is the argument. */
void *bs_crew_work(void *worker);

#endif
