/* batch.h - which of many quotations are what was said?  Those of a CSV file, a row each. */
#ifndef CLI_BATCH_H
#define CLI_BATCH_H

#include "options.h"

/* A row of such a file, with the names of its columns. */
struct batch_row {
	size_t line; /* in the file, from 1 */
	const char *const *names, *const *cells;
	size_t count;
};

/* Verifies the quotations of the file that --batch names, and returns the exit status. */
int verify_batch(const struct options *options, brad_index *index);

#endif
