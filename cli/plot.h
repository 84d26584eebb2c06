/* plot.h - how many sentences are there over time, as a picture?  In marks on a terminal, or as SVG. */
#ifndef CLI_PLOT_H
#define CLI_PLOT_H

#include "output.h"

/* A stretch of periods without a sentence, long in comparison with the whole. */
struct plot_gap {
	size_t first, count; /* of the rows */
};

enum { PLOT_GAPS = 3 };

struct plot {
	const brad_count *rows; /* one for each period, in order of time */
	size_t count;
	uint64_t unknown; /* sentences that are in no period */
	brad_field field;
	bool rate;
	size_t per_column; /* periods that one column shows */
	size_t columns;
	double top; /* of the scale: a round number, not less than any column */
	struct plot_gap gaps[PLOT_GAPS]; /* the longest, in order of time */
	size_t gap_count;
};

/* Makes a plot of a table that has every period, of so many columns at most. */
void plot_make(struct plot *plot, const brad_table *table, bool rate, size_t most_columns);

/* The height of a column: its sentences, or how many of 1,000. */
double plot_column(const struct plot *plot, size_t column);

/* "month", "3 weeks": what a column shows. */
const char *plot_unit(const struct plot *plot, char out[48]);

/* Returns how many columns apart labels are, at least `least`: for months a part of a year,
 * else a round number. */
size_t plot_step(const struct plot *plot, size_t least);

/* A number of the scale, in few digits. */
const char *plot_number(double number, char out[32]);

/* "none from 2021-04 to 2021-08 (5 months)" */
const char *plot_gap_text(const struct plot *plot, const struct plot_gap *gap, char out[128]);

/* Draws on a terminal. */
void plot_draw(const struct plot *plot, const struct terminal *terminal);

/* Writes an SVG picture of its own, without scripts. */
void plot_svg(const struct plot *plot, FILE *stream, const char *query, const char *speaker);

#endif
