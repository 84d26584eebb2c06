/* Counts: a chart of bars of one field, a table of two. */
#include "cells.h"
#include "output_text.h"

#include <stdlib.h>
#include <string.h>

/* ---- One field: a bar a row --------------------------------------------- */

static const char *shown_value(const char *value, int field)
{
	return value ? near_path(value) : unknown_name(field);
}

const char *rate_text(const brad_count *row, char out[RATE_ROOM])
{
	double rate = rate_of(row);
	snprintf(out, RATE_ROOM, "%.*f", rate < 10 ? 2 : rate < 100 ? 1 : 0, rate);
	return out;
}

/* "12", or with rates "4.25  12 of 2,824". */
static void number_text(const brad_count *row, bool rate, char out[96])
{
	char per[RATE_ROOM];
	if (rate)
		snprintf(out, 96, "%s  %s of %s", rate_text(row, per), count_text(row->count, ""),
			 count_text(row->of, ""));
	else
		snprintf(out, 96, "%s", count_text(row->count, ""));
}

/* A bar each, on the scale of the largest row.  Rows without a value have
 * none: there are often so many of them that no other bar could be seen. */
static void print_chart(const struct terminal *t, const brad_count *rows, size_t count, int field,
			bool rate)
{
	unsigned label = 8, digits = 1, widest = t->width * 2 / 5;
	double most = 0;
	char number[96];
	for (size_t i = 0; i < count; i++) {
		unsigned width = text_width(shown_value(rows[i].value, field));
		double size = rate ? rate_of(&rows[i]) : (double)rows[i].count;
		if (width > label) label = width;
		number_text(&rows[i], rate, number);
		if (strlen(number) > digits) digits = (unsigned)strlen(number);
		if (rows[i].value && size > most) most = size;
	}
	if (label > widest && widest >= 8) label = widest;
	unsigned room = t->width > label + digits + 13 ? t->width - label - digits - 3 : 10;
	for (size_t i = 0; i < count && !terminal_failed(); i++) {
		double size = rate ? rate_of(&rows[i]) : (double)rows[i].count;
		cell_write(t->stream, shown_value(rows[i].value, field), label);
		number_text(&rows[i], rate, number);
		fprintf(t->stream, " %*s ", (int)digits, number);
		if (rows[i].value && most > 0) cell_bar(t, size / most, room);
		putc('\n', t->stream);
	}
}

/* ---- Two fields: a table ------------------------------------------------ */

/* One of the values that head a column. */
struct column {
	const char *value;
	uint64_t count;
	unsigned width;
};

enum { MOST_ROWS = 20, MOST_COLUMNS = 16, LEAST_WIDTH = 6 };

static bool is_same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static int by_value(const void *a, const void *b)
{
	const struct column *x = a, *y = b;
	if (!x->value || !y->value) return !x->value - !y->value;
	return strcmp(x->value, y->value);
}

static int by_count(const void *a, const void *b)
{
	const struct column *x = a, *y = b;
	if (x->count != y->count) return x->count > y->count ? -1 : 1;
	return by_value(a, b);
}

static bool goes_by_time(int field)
{
	return (field >= BRAD_FIELD_YEAR && field <= BRAD_FIELD_DAY) ||
	       field == BRAD_FIELD_MENTIONED_YEAR;
}

/* The second values, those of most sentences first; NULL if memory runs out. */
static struct column *find_columns(const brad_count *rows, size_t count, size_t *found)
{
	struct column *columns = calloc(count + 1, sizeof *columns);
	size_t n = 0;
	*found = 0;
	if (!columns) return complain("out of memory"), NULL;
	for (size_t i = 0; i < count; i++)
		columns[i] = (struct column){.value = rows[i].and_value, .count = rows[i].count};
	qsort(columns, count, sizeof *columns, by_value);
	for (size_t i = 1; i < count; i++)
		if (is_same(columns[n].value, columns[i].value))
			columns[n].count += columns[i].count;
		else
			columns[++n] = columns[i];
	*found = count ? n + 1 : 0;
	qsort(columns, *found, sizeof *columns, by_count);
	return columns;
}

/* How many of the columns fit beside a label; their widths are set. */
static size_t fit_columns(struct column *columns, size_t count, int field, unsigned room)
{
	size_t n = 0;
	for (unsigned used = 0; n < count && n < MOST_COLUMNS; n++) {
		unsigned width =
			text_width(columns[n].value ? columns[n].value : unknown_name(field));
		columns[n].width = width < LEAST_WIDTH ? LEAST_WIDTH : width > 14 ? 14 : width;
		used += columns[n].width + 2;
		if (used > room) break;
	}
	return n ? n : 1;
}

static void print_head(const struct terminal *t, const struct column *columns, size_t count,
		       int field, unsigned label)
{
	fprintf(t->stream, "%*s", (int)label, "");
	for (size_t i = 0; i < count; i++) {
		const char *value = columns[i].value ? columns[i].value : unknown_name(field);
		unsigned width = text_width(value);
		fprintf(t->stream, "  ");
		if (width < columns[i].width)
			fprintf(t->stream, "%*s", (int)(columns[i].width - width), "");
		cell_write(t->stream, value, width < columns[i].width ? width : columns[i].width);
	}
	putc('\n', t->stream);
}

/* Prints the row that begins at rows[at] and returns where the next begins. */
static size_t print_row(const struct output *output, const brad_count *rows, size_t at,
			size_t count, const struct column *columns, size_t column_count,
			unsigned label)
{
	const struct options *options = output->options;
	FILE *stream = output->terminal.stream;
	size_t end = at;
	char number[96];
	while (end < count && is_same(rows[end].value, rows[at].value)) end++;
	cell_write(stream, shown_value(rows[at].value, options->by.at[0]), label);
	for (size_t i = 0; i < column_count; i++) {
		size_t k = at;
		while (k < end && !is_same(rows[k].and_value, columns[i].value)) k++;
		if (k == end)
			snprintf(number, sizeof number, ".");
		else if (options->rate)
			rate_text(&rows[k], number);
		else
			number_text(&rows[k], false, number);
		fprintf(stream, "  %*s", (int)columns[i].width, number);
	}
	putc('\n', stream);
	return end;
}

static void print_matrix(const struct output *output, const brad_count *rows, size_t count)
{
	const struct terminal *t = &output->terminal;
	const int *by = output->options->by.at;
	unsigned label = 8, widest = t->width * 2 / 5;
	size_t found, shown = 0, at = 0, first_values = 0;
	struct column *columns = find_columns(rows, count, &found);
	if (!columns) return;
	for (size_t i = 0; i < count; i++) {
		if (i > 0 && is_same(rows[i].value, rows[i - 1].value)) continue;
		unsigned width = text_width(shown_value(rows[i].value, by[0]));
		if (first_values++ < MOST_ROWS && width > label) label = width;
	}
	if (label > widest && widest >= 8) label = widest;
	size_t fitting = fit_columns(columns, found, by[1],
				     t->width > label ? t->width - label : LEAST_WIDTH);
	if (goes_by_time(by[1])) qsort(columns, fitting, sizeof *columns, by_value);
	print_head(t, columns, fitting, by[1], label);
	size_t most = goes_by_time(by[0]) ? count : MOST_ROWS;
	for (; at < count && shown < most && !terminal_failed(); shown++)
		at = print_row(output, rows, at, count, columns, fitting, label);
	if (shown < first_values || fitting < found)
		remark("%zu of %zu rows and %zu of %zu columns shown; --format csv has all", shown,
		       first_values, fitting, found);
	free(columns);
}

/* ---- For programs -------------------------------------------------------- */

static void print_value(FILE *stream, const char *value, int field)
{
	if (!value) value = unknown_name(field);
	clean_write(stream, value, strlen(value), false);
	putc('\t', stream);
}

static void print_plain(const struct output *output, const brad_count *row, brad_field field)
{
	const struct options *options = output->options;
	FILE *stream = output->terminal.stream;
	print_value(stream, row->value, field);
	if (options->by.count > 1) print_value(stream, row->and_value, options->by.at[1]);
	fprintf(stream, "%llu", (unsigned long long)row->count);
	if (options->rate)
		fprintf(stream, "\t%llu\t%.6g", (unsigned long long)row->of, rate_of(row));
	putc('\n', stream);
}

void text_table(struct output *output, const struct question *question, const brad_table *table)
{
	(void)question;
	const brad_count *rows;
	const struct options *options = output->options;
	brad_field field = brad_table_field(table);
	size_t count = brad_table_rows(table, &rows);
	if (options->explain)
		text_understood(&output->terminal, brad_table_understood(table, NULL));
	if (output->terminal.width && options->by.count > 1)
		print_matrix(output, rows, count);
	else if (output->terminal.width)
		print_chart(&output->terminal, rows, count, field, options->rate);
	else
		for (size_t i = 0; i < count && !terminal_failed(); i++)
			print_plain(output, &rows[i], field);
}
