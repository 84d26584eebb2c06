/* table.h - how does a count become rows, and in which order? */
#ifndef BS_TABLE_H
#define BS_TABLE_H

#include "search/tally.h"
#include "search/values.h"

struct brad_table {
	struct bs_answer answer;
	brad_field field;
	brad_count *rows;
	size_t row_count, distinct, left_out;
	uint64_t total, of, undated;
};

/* Makes the rows of a tally; `values` are its fields, one or two. */
void bs_table_fill(struct brad_table *table, const brad_count_options *options,
		   const struct bs_tally *tally, const struct bs_values *values);

#endif
