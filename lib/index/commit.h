/* commit.h - what becomes of a segment when a writer commits? */
#ifndef BS_COMMIT_H
#define BS_COMMIT_H

#include "index/manifest.h"

#include <stdbool.h>

/* A segment as the next manifest will have it. */
struct bs_draft {
	struct bs_manifest_segment segment;
	unsigned char *dead; /* a bit for each article; NULL for none */
	uint32_t dead_count;
	uint32_t *lines; /* of each article, as bs_segment has them; NULL for none */
	bool changed;    /* the dead or the lines are not on the disk yet */
};

void bs_draft_free(struct bs_draft *draft);

/* Where there are too many segments that are not large, rewrites the smallest,
 * without their dead; if `all`, makes one of all.  *count falls; the drafts
 * change their order. */
brad_status bs_merge_drafts(const char *directory, uint64_t revision, struct bs_draft *drafts,
			    size_t *count, bool all, brad_error *err);

#endif
