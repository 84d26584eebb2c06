/* lines.h - what does standard input hold, a line at a time? */
#ifndef CLI_LINES_H
#define CLI_LINES_H

#include "options.h"

/* The words of the command line, each "-" among them being the lines of standard
 * input that are not empty. */
struct lines {
	const struct options *options;
	size_t next;
	bool in_input;
	char *line;
	size_t room;
};

/* The next one, lent until the one after; NULL after the last, and once standard
 * input cannot be read, which is told and makes *status that of a problem. */
const char *lines_next(struct lines *lines, int *status);
void lines_free(struct lines *lines);

#endif
