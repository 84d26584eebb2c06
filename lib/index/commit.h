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
	uint32_t *lines; /* bs_segment.lines; NULL for none */
	bool changed;    /* dead or lines are not on the disk yet */
};

void bs_draft_free(struct bs_draft *draft);

/* If there are too many small segments, joins the smallest into one, without their dead
 * articles; if `all`, joins all of them.  This lowers *count and changes the order of
 * the drafts. */
brad_status bs_merge_drafts(const char *directory, uint64_t revision, struct bs_draft *drafts,
			    size_t *count, bool all, brad_error *err);

#endif
