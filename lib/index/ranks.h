/* ranks.h - at which place is a speaker's name among all names of the index, sorted by their bytes?
 *
 * Each segment has its own numbers for names.  To count over several segments, or to
 * sort names, each would have to be looked up as a string.  An index that is often asked
 * for counts merges the dictionaries once instead, and numbers names by their rank. */
#ifndef BS_RANKS_H
#define BS_RANKS_H

#include "index/segment.h"

/* The ranks of one segment. */
struct bs_segment_ranks {
	uint32_t *of_person;
	/* For each spoken document, in order; BS_SEVERAL if it has several speakers. */
	uint32_t *of_spoken;
};

#define BS_SEVERAL UINT32_MAX

/* All names by rank, each once.  Tables of counts lend them to the caller and outlive the
 * index, so they are counted references: the last release frees them, in any thread. */
struct bs_rank_names;
const char *bs_rank_name(const struct bs_rank_names *names, uint32_t rank);
struct bs_rank_names *bs_rank_names_hold(struct bs_rank_names *names);
void bs_rank_names_release(struct bs_rank_names *names); /* accepts NULL */

struct bs_ranks {
	struct bs_rank_names *names;
	uint32_t count;
	struct bs_segment_ranks *segments;
	size_t segment_count;
	/* Room for counts, by rank; all zero before a count, unless the last one was aborted. */
	uint32_t *counts;
	uint64_t *counted; /* a bit for each count that is not zero */
	bool in_use;
};

/* Merges the names of segments; NULL if memory runs out. */
struct bs_ranks *bs_ranks_make(const struct bs_segment *segments, size_t count);
void bs_ranks_free(struct bs_ranks *ranks);

/* Begins a count: makes sure that all counts are zero. */
void bs_ranks_begin(struct bs_ranks *ranks);

/* Counts a sentence once for each name among the members of its set. */
void bs_ranks_count_members(struct bs_ranks *ranks, const struct bs_segment_ranks *of,
			    const struct bs_segment *segment, uint32_t set);

static inline void bs_ranks_count(struct bs_ranks *ranks, uint32_t rank)
{
	ranks->counted[rank / 64] |= (uint64_t)1 << rank % 64;
	ranks->counts[rank]++;
}

#endif
