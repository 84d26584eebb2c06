#include "csv_read.h"
#include "command.h"
#include "terminal.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_ROW = 1 << 20 };

bool csv_open(struct csv *csv, const char *path)
{
	bool standard = strcmp(path, "-") == 0;
	*csv = (struct csv){.path = standard ? "standard input" : path};
	csv->stream = standard ? stdin : fopen(path, "r");
	if (!csv->stream) complain("cannot open '%s': %s", path, errno_text());
	return csv->stream;
}

void csv_close(struct csv *csv)
{
	if (csv->stream && csv->stream != stdin) fclose(csv->stream);
	free(csv->cells);
	free(csv->text);
	free(csv->starts);
}

/* A byte of the row's text; false if memory runs out, or the row is endless. */
static bool add(struct csv *csv, int byte)
{
	if (csv->length == csv->room) {
		size_t room = csv->room ? 2 * csv->room : 256;
		char *larger = room <= LONGEST_ROW ? realloc(csv->text, room) : NULL;
		if (!larger) return false;
		csv->text = larger;
		csv->room = room;
	}
	csv->text[csv->length++] = (char)byte;
	return true;
}

static bool begin_cell(struct csv *csv)
{
	if (csv->count == csv->start_room) {
		size_t room = csv->start_room ? 2 * csv->start_room : 16;
		size_t *larger = realloc(csv->starts, room * sizeof *larger);
		if (!larger) return false;
		csv->starts = larger;
		csv->start_room = room;
	}
	csv->starts[csv->count++] = csv->length;
	return true;
}

static int next_byte(struct csv *csv)
{
	int c = csv->held_count ? csv->held[--csv->held_count] : getc(csv->stream);
	csv->lines += c == '\n';
	return c;
}

/* Reads what is between the marks of a cell, and what comes behind the last. */
static const char *read_quoted(struct csv *csv, int *behind)
{
	for (;;) {
		int c = next_byte(csv);
		if (c == '"') {
			c = next_byte(csv);
			if (c == '\r') c = next_byte(csv);
			if (c == ',' || c == '\n' || c == EOF) return *behind = c, NULL;
			if (c != '"') return *behind = c, "a quoted cell goes on behind its end";
		} else if (c == EOF) {
			return *behind = c, "a quoted cell has no end";
		}
		if (!add(csv, c)) return *behind = c, "a row is too long";
	}
}

static const char *read_plain(struct csv *csv, int first, int *behind)
{
	int c = first;
	for (; c != ',' && c != '\n' && c != EOF; c = next_byte(csv))
		if (!add(csv, c)) return *behind = c, "a row is too long";
	if (c != ',' && csv->length > csv->starts[csv->count - 1] &&
	    csv->text[csv->length - 1] == '\r')
		csv->length--;
	return *behind = c, NULL;
}

/* Reads cells up to the end of the row; NULL, or what is wrong with it. */
static const char *read_row(struct csv *csv, int first)
{
	const char *wrong = NULL;
	for (int c = first;; c = next_byte(csv)) {
		int behind = EOF;
		if (!begin_cell(csv)) return "out of memory";
		wrong = c == '"' ? read_quoted(csv, &behind) : read_plain(csv, c, &behind);
		if (!wrong && !add(csv, '\0')) wrong = "a row is too long";
		while (wrong && behind != '\n' && behind != EOF) behind = next_byte(csv);
		if (behind != ',') return wrong;
	}
}

/* Points at the cells, which do not move any more; NULL, or what is wrong. */
static const char *take_cells(struct csv *csv)
{
	char **cells = realloc(csv->cells, csv->count * sizeof *cells);
	if (!cells) return "out of memory";
	csv->cells = cells;
	for (size_t i = 0; i < csv->count; i++) {
		size_t end = i + 1 < csv->count ? csv->starts[i + 1] : csv->length;
		cells[i] = csv->text + csv->starts[i];
		if (strlen(cells[i]) + 1 < end - csv->starts[i]) return "a cell has a NUL";
	}
	return NULL;
}

/* Skips the rest of a byte order mark, whose first byte was read; other bytes are kept. */
static bool has_byte_order_mark(struct csv *csv)
{
	int second = next_byte(csv), third = next_byte(csv);
	csv->begun = true;
	if (second == 0xBB && third == 0xBF) return true;
	csv->held[0] = third;
	csv->held[1] = second;
	csv->held_count = 2;
	return false;
}

/* The first byte of the next row, behind empty lines and a byte order mark. */
static int first_byte(struct csv *csv)
{
	for (;;) {
		int c = next_byte(csv);
		if (c == 0xEF && !csv->begun && has_byte_order_mark(csv)) continue;
		csv->begun = true;
		if (c == '\r') c = next_byte(csv);
		if (c != '\n') return c;
	}
}

bool csv_next(struct csv *csv, int *status)
{
	int first;
	while ((first = first_byte(csv)) != EOF) {
		csv->length = csv->count = 0;
		csv->line = csv->lines + 1;
		const char *wrong = read_row(csv, first);
		if (!wrong) wrong = take_cells(csv);
		if (!wrong) return true;
		complain("%s:%zu: %s", csv->path, csv->line, wrong);
		*status = STATUS_PROBLEM;
	}
	if (ferror(csv->stream)) {
		complain("cannot read '%s': %s", csv->path, errno_text());
		*status = STATUS_PROBLEM;
	}
	return false;
}
