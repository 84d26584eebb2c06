/* table.h - in which order do the rows of a count stand? */
#ifndef BS_TABLE_H
#define BS_TABLE_H

#include "search/tally.h"
#include "search/values.h"

struct brad_table {
	struct bs_arena arena;
	brad_field field;
	brad_count *rows;
	size_t row_count, distinct, left_out;
	uint64_t total, of, undated;
	struct bs_notes notes;
	struct bs_rank_names *names; /* that rows lend; NULL: they have their own */
};

/* Makes the rows of a tally, whose values are those of one field or two. */
void bs_table_fill(struct brad_table *table, const brad_count_options *options,
		   const struct bs_tally *tally, const struct bs_values *values,
		   struct bs_arena *kept);

#endif
