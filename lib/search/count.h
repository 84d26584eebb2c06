/* count.h - what is held while matches are counted by the values of fields? */
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
	bool all; /* whatever the words: what is counted goes to `of` */
	uint64_t total, undated;
	uint64_t nobody; /* said so many of these; only where names have ranks */
};

/* Begins to count by a field; by that of the options too, if there is a second. */
void bs_counting_begin(struct bs_counting *out, struct bs_search *s, const brad_count_options *o,
		       brad_field by);

/* Counts what matches in all segments. */
brad_status bs_count_segments(struct bs_counting *c, brad_error *err);

#endif
