#include "plot.h"
#include "cells.h"

#include <string.h>

enum { HEIGHT = 8, LEAST_GAP = 3, WIDEST_COLUMN = 4 };

/* ---- What is drawn ------------------------------------------------------- */

/* The longest runs of empty periods, if they are a tenth of the whole. */
static void find_gaps(struct plot *p)
{
	size_t least = p->count / 10 > LEAST_GAP ? p->count / 10 : LEAST_GAP;
	for (size_t i = 0, end; i < p->count; i = end + 1) {
		for (end = i; end < p->count && p->rows[end].count == 0; end++) continue;
		struct plot_gap gap = {i, end - i};
		if (gap.count < least) continue;
		if (p->gap_count == PLOT_GAPS) {
			size_t shortest = 0;
			for (size_t k = 1; k < PLOT_GAPS; k++)
				if (p->gaps[k].count < p->gaps[shortest].count) shortest = k;
			if (p->gaps[shortest].count >= gap.count) continue;
			memmove(&p->gaps[shortest], &p->gaps[shortest + 1],
				(PLOT_GAPS - 1 - shortest) * sizeof gap);
			p->gap_count--;
		}
		p->gaps[p->gap_count++] = gap;
	}
}

/* One digit and zeros; even where only whole numbers count, so that half of it is one. */
static double round_up(double most, bool whole)
{
	static const double steps[] = {1, 2, 4, 6, 8, 10};
	double power = 1;
	if (most <= 0) return whole ? 2 : 1;
	while (most > power * 10) power *= 10;
	while (most < power && !whole) power /= 10;
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		double top = steps[i] * power;
		if (top >= most && (!whole || (uint64_t)top % 2 == 0)) return top;
	}
	return 20 * power;
}

void plot_make(struct plot *p, const brad_table *table, bool rate, size_t most_columns)
{
	const brad_count *rows;
	size_t count = brad_table_rows(table, &rows);
	double most = 0;
	*p = (struct plot){.rows = rows, .field = brad_table_field(table), .rate = rate};
	if (count > 0 && !rows[count - 1].value) p->unknown = rows[--count].count;
	p->count = count;
	p->per_column = count ? (count + most_columns - 1) / most_columns : 1;
	p->columns = (count + p->per_column - 1) / p->per_column;
	for (size_t i = 0; i < p->columns; i++) {
		double size = plot_column(p, i);
		if (size > most) most = size;
	}
	p->top = round_up(most, !rate);
	find_gaps(p);
}

double plot_column(const struct plot *p, size_t column)
{
	size_t end = (column + 1) * p->per_column;
	brad_count sum = {0};
	for (size_t i = column * p->per_column; i < end && i < p->count; i++) {
		sum.count += p->rows[i].count;
		sum.of += p->rows[i].of;
	}
	return p->rate ? rate_of(&sum) : (double)sum.count;
}

const char *plot_unit(const struct plot *p, char out[48])
{
	if (p->per_column == 1)
		snprintf(out, 48, "%s", field_names[p->field]);
	else
		snprintf(out, 48, "%zu %ss", p->per_column, field_names[p->field]);
	return out;
}

size_t plot_step(const struct plot *p, size_t least)
{
	static const size_t months[] = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600};
	static const size_t others[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
	const size_t *steps = p->field == BRAD_FIELD_MONTH ? months : others;
	if (p->per_column > 1) return least;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (steps[i] >= least) return steps[i];
	return least;
}

const char *plot_number(double number, char out[32])
{
	if (number >= 1000 || number == (double)(uint64_t)number)
		snprintf(out, 32, "%s", count_text((uint64_t)number, ""));
	else
		snprintf(out, 32, "%.3g", number);
	return out;
}

const char *plot_gap_text(const struct plot *p, const struct plot_gap *gap, char out[128])
{
	snprintf(out, 128, "none from %s to %s (%s)", p->rows[gap->first].value,
		 p->rows[gap->first + gap->count - 1].value,
		 count_text(gap->count, field_names[p->field]));
	return out;
}

/* ---- On a terminal ------------------------------------------------------- */

/* The mark of a column in a line of the plot, of which `fill` eighths are full. */
static const char *mark_of(int fill, bool plain)
{
	static const char *const marks[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
	if (plain) return fill >= 4 ? "#" : fill > 0 ? "." : " ";
	return marks[fill < 0 ? 0 : fill > 8 ? 8 : fill];
}

static void draw_line(const struct plot *p, const struct terminal *t, int line, unsigned width,
		      bool plain)
{
	char bar[WIDEST_COLUMN * 4 + 1];
	for (size_t i = 0; i < p->columns; i++) {
		double size = plot_column(p, i);
		int eighths = (int)(size / p->top * HEIGHT * 8 + 0.5);
		if (size > 0 && eighths == 0) eighths = 1;
		const char *mark = mark_of(eighths - line * 8, plain);
		size_t used = 0;
		for (unsigned k = 0; k < width; k++)
			used += (size_t)snprintf(bar + used, sizeof bar - used, "%s",
						 k + 1 == width && width > 1 ? " " : mark);
		if (*mark == ' ')
			fputs(bar, t->stream);
		else
			style_write(t, bar, STYLE_BAR);
	}
	putc('\n', t->stream);
}

/* A name below the first column of every so many, where it fits. */
static void draw_names(const struct plot *p, const struct terminal *t, unsigned margin,
		       unsigned width, bool plain)
{
	size_t longest = strlen(p->rows[0].value) + 2;
	size_t step = plot_step(p, (longest + width - 1) / width);
	fprintf(t->stream, "%*s%s", (int)margin, "", plain ? "+" : "└");
	for (size_t i = 0; i < p->columns; i++)
		for (unsigned k = 0; k < width; k++)
			fputs(i % step == 0 && k == 0 ? (plain ? "+" : "┬")
			      : plain                 ? "-"
						      : "─",
			      t->stream);
	fprintf(t->stream, "\n%*s", (int)margin + 1, "");
	for (size_t i = 0; i < p->columns; i += step) {
		const char *name = p->rows[i * p->per_column].value;
		size_t room = (p->columns - i) * width;
		if (i > 0 && room < strlen(name)) break;
		fprintf(t->stream, "%-*s", (int)(step * width), name);
	}
	putc('\n', t->stream);
}

void plot_draw(const struct plot *p, const struct terminal *t)
{
	char number[32], text[128];
	bool plain = marks_are_plain();
	unsigned margin = text_width(plot_number(p->top, number)) + 1;
	if (p->columns == 0) return;
	unsigned width = (unsigned)((t->width - margin - 1) / p->columns);
	if (width > WIDEST_COLUMN) width = WIDEST_COLUMN;
	if (width == 0) width = 1;
	for (int line = HEIGHT - 1; line >= 0; line--) {
		double label = line == HEIGHT - 1       ? p->top
			       : line == HEIGHT / 2 - 1 ? p->top / 2
							: 0;
		fprintf(t->stream, "%*s %s", (int)margin - 1,
			label > 0 ? plot_number(label, number) : "", plain ? "|" : "│");
		draw_line(p, t, line, width, plain);
	}
	draw_names(p, t, margin, width, plain);
	if (p->rate) fprintf(t->stream, "%*sof 1,000 sentences\n", (int)margin + 1, "");
	if (p->per_column > 1)
		fprintf(t->stream, "%*sa column is %s\n", (int)margin + 1, "", plot_unit(p, text));
	for (size_t i = 0; i < p->gap_count; i++)
		fprintf(t->stream, "%*s%s\n", (int)margin + 1, "",
			plot_gap_text(p, &p->gaps[i], text));
}
