/* index.h - what is an index while it is open for reading?  Its manifest and the segments that it names. */
#ifndef BS_INDEX_H
#define BS_INDEX_H

#include "index/segment.h"

struct brad_index {
	char *directory;
	brad_index_info info;
	char uuid[40];
	struct bs_segment *segments;
	size_t segment_count;
	struct xc_stemmer *stemmer;
};

#endif
