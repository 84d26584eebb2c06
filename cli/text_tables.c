#include "output_text.h"

#include <string.h>

static unsigned text_width(const char *text)
{
	unsigned width = 0;
	size_t n, left = strlen(text);
	for (; left > 0; text += n, left -= n)
		width += char_width(clean_next(text, left, &n, false));
	return width;
}

/* Writes so much of text as fits in columns. */
static void print_part(FILE *stream, const char *text, unsigned columns)
{
	size_t n;
	for (size_t left = strlen(text); left > 0; text += n, left -= n) {
		unsigned width = char_width(clean_next(text, left, &n, false));
		if (width > columns) return;
		columns -= width;
		clean_write(stream, text, n, false);
	}
}

/* Text in a column.  Where there is more of it than fits, its end is cut off;
 * of the name of a file, its beginning. */
static void print_cell(FILE *stream, const char *text, unsigned columns)
{
	unsigned width = text_width(text);
	size_t n;
	if (width <= columns) {
		print_part(stream, text, columns);
		fprintf(stream, "%*s", (int)(columns - width), "");
	} else if (*text == '/') {
		for (; width >= columns; text += n)
			width -= char_width(clean_next(text, strlen(text), &n, false));
		fputs("…", stream);
		print_part(stream, text, columns - 1);
	} else {
		print_part(stream, text, columns - 1);
		fputs("…", stream);
	}
}

/* A bar of so many eighths of a column. */
static void print_bar(const struct terminal *t, unsigned eighths)
{
	static const char *const parts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
	char bar[1024] = "";
	size_t used = 0;
	for (; eighths >= 8 && used + 8 < sizeof bar; eighths -= 8)
		used += (size_t)snprintf(bar + used, sizeof bar - used, "█");
	snprintf(bar + used, sizeof bar - used, "%s", parts[eighths % 8]);
	style_write(t, bar, STYLE_BAR);
}

static const char *row_name(const struct output *output, const brad_count *row)
{
	if (!row->value) return unknown_name(output->options);
	return output->terminal.width ? near_path(row->value) : row->value;
}

/* A bar each, on the scale of the largest row.  Rows without a value have
 * none: there are often so many of them that no other bar could be seen. */
static void print_chart(const struct output *output, const brad_count *rows, size_t count)
{
	const struct terminal *t = &output->terminal;
	unsigned label = 8, digits = 1, widest = t->width * 2 / 5;
	uint64_t most = 1;
	for (size_t i = 0; i < count; i++) {
		unsigned width = text_width(row_name(output, &rows[i]));
		if (width > label) label = width;
		width = text_width(count_text(rows[i].count, ""));
		if (width > digits) digits = width;
		if (rows[i].value && rows[i].count > most) most = rows[i].count;
	}
	if (label > widest && widest >= 8) label = widest;
	unsigned room = t->width > label + digits + 13 ? t->width - label - digits - 3 : 10;
	for (size_t i = 0; i < count && !terminal_failed(); i++) {
		print_cell(t->stream, row_name(output, &rows[i]), label);
		fprintf(t->stream, " %*s ", (int)digits, count_text(rows[i].count, ""));
		unsigned eighths = (unsigned)((double)rows[i].count / (double)most * room * 8);
		if (rows[i].value) print_bar(t, eighths ? eighths : 1);
		putc('\n', t->stream);
	}
}

void text_table(struct output *output, const struct question *question, const brad_table *table)
{
	(void)question;
	FILE *stream = output->terminal.stream;
	const brad_count *rows;
	size_t count = brad_table_rows(table, &rows);
	if (output->terminal.width) {
		print_chart(output, rows, count);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		const char *value = row_name(output, &rows[i]);
		clean_write(stream, value, strlen(value), false);
		fprintf(stream, "\t%llu\n", (unsigned long long)rows[i].count);
	}
}

/* "2022-05-29 to 2023-01-31", or the one day. */
static void add_period(struct flow *flow, const brad_person *person)
{
	char first[16], last[16];
	if (!person->first.year) {
		flow_string(flow, "no date", STYLE_DATE);
		return;
	}
	brad_date_write(person->first, first);
	brad_date_write(person->last, last);
	flow_string(flow, first, STYLE_DATE);
	if (strcmp(first, last) == 0) return;
	flow_string(flow, " to ", STYLE_PLAIN);
	flow_string(flow, last, STYLE_DATE);
}

static void print_person(const struct terminal *t, const brad_person *person)
{
	struct flow flow;
	flow_begin(&flow, t, "", STYLE_PLAIN);
	flow_string(&flow, person->name, STYLE_STRONG);
	flow_string(&flow, ": ", STYLE_PLAIN);
	flow_string(&flow, count_text(person->sentences, "sentence"), STYLE_PLAIN);
	flow_string(&flow, " in ", STYLE_PLAIN);
	flow_string(&flow, count_text(person->articles, "article"), STYLE_PLAIN);
	flow_string(&flow, ", ", STYLE_PLAIN);
	add_period(&flow, person);
	flow_end(&flow);

	flow_begin(&flow, t, DETAIL, STYLE_FAINT);
	for (size_t i = 0; i < person->role_count; i++) {
		if (i > 0) flow_string(&flow, "; ", STYLE_PLAIN);
		flow_string(&flow, person->roles[i], STYLE_PLAIN);
	}
	flow_end(&flow);
}

/* For programs: name, sentences, first and last day, roles, parted by tabs. */
static void print_person_plain(FILE *stream, const brad_person *person)
{
	char first[16], last[16];
	clean_write(stream, person->name, strlen(person->name), false);
	fprintf(stream, "\t%llu\t%s\t%s\t", (unsigned long long)person->sentences,
		brad_date_write(person->first, first), brad_date_write(person->last, last));
	for (size_t i = 0; i < person->role_count; i++) {
		if (i > 0) fputs("; ", stream);
		clean_write(stream, person->roles[i], strlen(person->roles[i]), false);
	}
	putc('\n', stream);
}

void text_people(struct output *output, const struct question *question, const brad_people *people)
{
	(void)question;
	const struct terminal *t = &output->terminal;
	const brad_person *rows;
	size_t count = brad_people_rows(people, &rows);
	for (size_t i = 0; i < count; i++) {
		if (t->width)
			print_person(t, &rows[i]);
		else
			print_person_plain(t->stream, &rows[i]);
	}
}

static void print_ambiguity(const struct terminal *t, const brad_ambiguity *row)
{
	static const char *const is[] = {" is spelt almost like ", " could be ", " is "};
	struct flow flow;
	flow_begin(&flow, t, "", STYLE_PLAIN);
	flow_string(&flow, row->name, STYLE_STRONG);
	flow_string(&flow, " (", STYLE_PLAIN);
	flow_string(&flow, count_text(row->sentences, "sentence"), STYLE_PLAIN);
	flow_string(&flow, ")", STYLE_PLAIN);
	flow_string(&flow, is[row->doubt], STYLE_PLAIN);
	for (size_t i = 0; i < row->other_count; i++) {
		if (i > 0) flow_string(&flow, "; ", STYLE_PLAIN);
		flow_string(&flow, row->others[i],
			    row->doubt == BRAD_DOUBT_ROLES ? STYLE_PLAIN : STYLE_STRONG);
	}
	flow_end(&flow);
}

void text_ambiguities(struct output *output, const struct question *question,
		      const brad_ambiguity *rows, size_t count)
{
	(void)question;
	const struct terminal *t = &output->terminal;
	for (size_t i = 0; i < count && !terminal_failed(); i++) {
		if (t->width) {
			print_ambiguity(t, &rows[i]);
			continue;
		}
		fprintf(t->stream, "%s\t", doubt_name(rows[i].doubt));
		clean_write(t->stream, rows[i].name, strlen(rows[i].name), false);
		fprintf(t->stream, "\t%llu\t", (unsigned long long)rows[i].sentences);
		for (size_t k = 0; k < rows[i].other_count; k++) {
			if (k > 0) fputs("; ", t->stream);
			clean_write(t->stream, rows[i].others[k], strlen(rows[i].others[k]), false);
		}
		putc('\n', t->stream);
	}
}
