/* group.h - which is the best match of each article, or of each speaker, and how many more are there? */
#ifndef BS_GROUP_H
#define BS_GROUP_H

#include "search/rank.h"

struct bs_group {
	const char *name; /* lent by the segments, or by the people file */
	uint64_t count;   /* of its matches */
	struct bs_found best;
};

struct bs_grouping {
	uint64_t groups;
	uint64_t ungrouped; /* matches whose speaker is unknown */
};

/* Ranks the best match of each group; out->total counts all matches. */
brad_status bs_rank_groups(struct bs_search *s, struct bs_ranking *out,
			   struct bs_grouping *grouping, brad_error *err);

#endif
