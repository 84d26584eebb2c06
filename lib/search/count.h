/* count.h - what does a count keep while it goes through the segments? */
#ifndef BS_COUNT_H
#define BS_COUNT_H

#include "search/tally.h"
#include "search/values.h"

enum { BS_COUNT_FIELDS = 2 };

struct bs_counting {
	struct bs_search *search;
	const brad_count_options *options;
	struct bs_values fields[BS_COUNT_FIELDS];
	size_t field_count;
	struct bs_tally tally;
	bool all; /* count all that pass the filters, for brad_count.of */
	uint64_t total, undated;
	uint64_t nobody; /* sentences without a speaker; only with ranks */
};

/* Begins a count by a field, and by options->and_by if that is set. */
void bs_counting_begin(struct bs_counting *out, struct bs_search *s, const brad_count_options *o,
		       brad_field by);

/* Counts what matches in all segments. */
brad_status bs_count_segments(struct bs_counting *c, brad_error *err);

#endif
