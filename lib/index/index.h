/* index.h - what is an index while it is open for reading?  Its manifest and the segments that it names. */
#ifndef BS_INDEX_H
#define BS_INDEX_H

#include "base/arena.h"
#include "index/manifest.h"
#include "index/segment.h"

struct brad_index {
	char *directory;
	brad_index_info info;
	char uuid[40];
	struct bs_segment *segments;
	size_t segment_count;
	struct xc_stemmer *stemmer;
	struct bs_people *people; /* the people file; NULL: none */
	struct bs_ranks *ranks;   /* see ranks.h; NULL: not made yet */
	uint64_t names_counted;   /* names looked up because there were no ranks */
	struct bs_arena spare;    /* memory of the last search, for the next one */
};

/* Opens the segments that a manifest names, with the lists of their dead articles; *out
 * has manifest->count of them.  If `whole`, first compares every byte with its checksum. */
brad_status bs_segments_open(const char *directory, const struct bs_manifest *manifest, bool whole,
			     struct bs_segment **out, brad_error *err);
/* Reads which articles of an open segment are dead; after an error, none is.  `mend`: bits that
 * were turned are turned back first; see pack.h. */
brad_status bs_segment_open_dead(const char *directory, const char *name, bool mend,
				 struct bs_segment *s, brad_error *err);
void bs_segments_close(struct bs_segment *segments, size_t count);

/* A call that answers from an index begins with bs_index_forget(), which forgets the damage
 * that earlier calls found.  It ends with bs_index_sound(), which returns BRAD_ECORRUPT if
 * anything that the call read was damaged, and names the place in *err; else `status`. */
void bs_index_forget(const struct brad_index *index);
brad_status bs_index_sound(const struct brad_index *index, brad_status status, brad_error *err);

/* Finds a living article by its id, its path, or the end of either, if only one article
 * has that.  BRAD_ENOTFOUND if none has; BRAD_EINVAL if several have. */
brad_status bs_index_find(struct brad_index *index, const char *id, struct bs_segment **segment,
			  uint32_t *article, brad_error *err);

#endif
