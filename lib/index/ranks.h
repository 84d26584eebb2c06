/* ranks.h - which place has a speaker's name among all names of the index?
 *
 * Each segment numbers its names for itself.  Who counts over several segments,
 * or puts names into their order, would look each of them up; an index that is
 * asked for counts again and again merges the dictionaries once instead. */
#ifndef BS_RANKS_H
#define BS_RANKS_H

#include "index/segment.h"

/* Of one segment. */
struct bs_segment_ranks {
	uint32_t *of_person;
	/* Of the spoken documents, in order: BS_SEVERAL where several said it together. */
	uint32_t *of_spoken;
};

#define BS_SEVERAL UINT32_MAX

/* All names by rank, each once.  Tables of counts lend them on, and outlive the index: who
 * holds them last frees them, in whichever thread that is. */
struct bs_rank_names;
const char *bs_rank_name(const struct bs_rank_names *names, uint32_t rank);
struct bs_rank_names *bs_rank_names_hold(struct bs_rank_names *names);
void bs_rank_names_release(struct bs_rank_names *names); /* accepts NULL */

struct bs_ranks {
	struct bs_rank_names *names;
	uint32_t count;
	struct bs_segment_ranks *segments;
	size_t segment_count;
	/* Room to count in, by rank; all zero between two counts unless the last was broken off. */
	uint32_t *counts;
	uint64_t *counted; /* a bit for each that is not zero */
	bool in_use;
};

/* NULL when memory ends. */
struct bs_ranks *bs_ranks_make(const struct bs_segment *segments, size_t count);
void bs_ranks_free(struct bs_ranks *ranks);

/* Makes sure that all counts are zero. */
void bs_ranks_begin(struct bs_ranks *ranks);

/* Counts a sentence of a set for each name of its members. */
void bs_ranks_count_members(struct bs_ranks *ranks, const struct bs_segment_ranks *of,
			    const struct bs_segment *segment, uint32_t set);

static inline void bs_ranks_count(struct bs_ranks *ranks, uint32_t rank)
{
	ranks->counted[rank / 64] |= (uint64_t)1 << rank % 64;
	ranks->counts[rank]++;
}

#endif
