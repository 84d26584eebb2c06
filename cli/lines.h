/* lines.h - which words were given, on the command line or as lines of standard input? */
#ifndef CLI_LINES_H
#define CLI_LINES_H

#include "options.h"

/* The words of the command line, where "-" stands for the lines of standard input that are
 * not empty. */
struct lines {
	const struct options *options;
	size_t next;
	bool in_input;
	char *line;
	size_t room;
};

/* Returns the next one, which is valid until the next call; NULL after the last.  If standard
 * input cannot be read, prints a message and sets *status to STATUS_PROBLEM. */
const char *lines_next(struct lines *lines, int *status);
void lines_free(struct lines *lines);

#endif
