/* queries.h - which queries does a file hold?  One a line: {"id":…,"query":"…"}. */
#ifndef CLI_QUERIES_H
#define CLI_QUERIES_H

#include <stdbool.h>
#include <stddef.h>

/* Lent until the next is asked for. */
struct query {
	const char *id; /* as JSON */
	const char *words;
	const char *path;
	size_t line;
};

struct query_file;

/* Opens a file, or standard input for "-"; NULL after a message. */
struct query_file *queries_open(const char *path);

/* Reads the next query; false after the last.  A line that is none is told,
 * passed over, and makes *status that of a problem. */
bool queries_next(struct query_file *file, struct query *query, int *status);
void queries_close(struct query_file *file);

#endif
