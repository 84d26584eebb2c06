/* queries.h - which queries does a file have?  One on each line: {"id":…,"query":"…"}. */
#ifndef CLI_QUERIES_H
#define CLI_QUERIES_H

#include <stdbool.h>
#include <stddef.h>

/* A query; valid until the next is read. */
struct query {
	const char *id; /* as JSON */
	const char *words;
	const char *path;
	size_t line;
};

struct query_file;

/* Opens a file, or standard input for "-"; NULL after a message. */
struct query_file *queries_open(const char *path);

/* Reads the next query; false after the last.  A line that is not a query is skipped, with a
 * message, and sets *status to STATUS_PROBLEM. */
bool queries_next(struct query_file *file, struct query *query, int *status);
void queries_close(struct query_file *file);

#endif
