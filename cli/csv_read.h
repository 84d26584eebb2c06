/* csv_read.h - which rows does a CSV file hold?  As RFC 4180 has it, with lines that end in LF or CR LF. */
#ifndef CLI_CSV_READ_H
#define CLI_CSV_READ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct csv {
	FILE *stream;
	const char *path;
	size_t line;  /* where the row begins, from 1 */
	size_t lines; /* that were read */

	bool begun;
	int held[2], held_count; /* to be read again */

	char **cells; /* of the row; lent until the next */
	size_t count;

	char *text; /* of the cells, each with a NUL behind it */
	size_t length, room, *starts, start_room;
};

/* Opens a file, or standard input for "-"; false after a message. */
bool csv_open(struct csv *csv, const char *path);

/* Reads the next row that is not empty; false after the last.  A row that is not CSV is
 * skipped, with a message, and sets *status to STATUS_PROBLEM. */
bool csv_next(struct csv *csv, int *status);
void csv_close(struct csv *csv);

#endif
