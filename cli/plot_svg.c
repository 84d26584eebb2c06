#include "plot.h"

#include <limits.h>
#include <string.h>

/* The picture, and what of it the columns take. */
enum {
	WIDTH = 800,
	HEIGHT = 360,
	LEFT = 72,
	RIGHT = 784,
	TOP = 72,
	BOTTOM = 296,
	LINES = 4,
	NAME_ROOM = 76,
	TITLE_COLUMNS = 72
};

static double x_of(const struct plot *p, double column)
{
	return LEFT + column * (RIGHT - LEFT) / (double)p->columns;
}

/* Text of XML, of so many columns at most: what it has signs for is written so,
 * and what it may not hold is U+FFFD. */
static void put_text(FILE *f, const char *text, unsigned columns)
{
	size_t n;
	for (size_t left = strlen(text); left > 0; text += n, left -= n) {
		uint32_t c = clean_next(text, left, &n, false);
		unsigned width = char_width(c);
		if (width >= columns && left > n) {
			fputs("…", f);
			return;
		}
		columns -= width < columns ? width : columns;
		if (c == '&' || c == '<' || c == '>' || c == '"')
			fprintf(f, "&#%u;", (unsigned)c);
		else if (c == 0xFFFE || c == 0xFFFF)
			fputs("\xEF\xBF\xBD", f);
		else
			clean_write(f, text, n, false);
	}
}

static void put_title(const struct plot *p, FILE *f, const char *query, const char *speaker,
		      unsigned columns)
{
	char title[4096];
	snprintf(title, sizeof title, "%s%s%s%s%s", p->rate ? "Of 1,000 sentences" : "Sentences",
		 query ? " with " : "", query ? query : "", speaker ? ", by " : "",
		 speaker ? speaker : "");
	put_text(f, title, columns);
}

static void put_description(const struct plot *p, FILE *f, bool whole)
{
	char text[128], unit[48], number[32];
	double most = 0;
	size_t at = 0;
	for (size_t i = 0; i < p->columns; i++)
		if (plot_column(p, i) > most) most = plot_column(p, at = i);
	if (p->columns == 0) {
		fputs("No sentence has a date.", f);
	} else {
		fprintf(f, "From %s to %s, a column for each %s", p->rows[0].value,
			p->rows[p->count - 1].value, plot_unit(p, unit));
		if (whole)
			fprintf(f, "; most in %s: %s", p->rows[at * p->per_column].value,
				plot_number(most, number));
		fputs(".", f);
	}
	for (size_t i = 0; whole && i < p->gap_count; i++)
		fprintf(f, " N%s.", plot_gap_text(p, &p->gaps[i], text) + 1);
	if (p->unknown)
		fprintf(f, " Left out: %s of unknown date.", count_text(p->unknown, "sentence"));
}

/* Lines of the scale, with their numbers. */
static void put_scale(const struct plot *p, FILE *f)
{
	char number[32];
	for (int i = 0; i <= LINES; i++) {
		double y = BOTTOM - (double)i * (BOTTOM - TOP) / LINES;
		fprintf(f,
			"<path class=\"%s\" d=\"M%d %.1fH%d\"/>\n<text x=\"%d\" y=\"%.1f\" "
			"text-anchor=\"end\">%s</text>\n",
			i ? "line" : "axis", LEFT, y, RIGHT, LEFT - 8, y + 4,
			plot_number(p->top * i / LINES, number));
	}
}

static void put_gaps(const struct plot *p, FILE *f)
{
	char text[128];
	for (size_t i = 0; i < p->gap_count; i++) {
		double first = (double)p->gaps[i].first / (double)p->per_column;
		double count = (double)p->gaps[i].count / (double)p->per_column;
		double x = x_of(p, first), width = x_of(p, first + count) - x;
		fprintf(f,
			"<rect class=\"gap\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" "
			"height=\"%d\"><title>%s</title></rect>\n",
			x, TOP, width, BOTTOM - TOP, plot_gap_text(p, &p->gaps[i], text));
		if (width > 40)
			fprintf(f,
				"<text class=\"faint\" x=\"%.1f\" y=\"%d\" "
				"text-anchor=\"middle\">none</text>\n",
				x + width / 2, TOP + 30);
	}
}

static void put_columns(const struct plot *p, FILE *f)
{
	char number[32];
	double whole = (double)(RIGHT - LEFT) / (double)p->columns;
	double width = whole > 4 ? whole * 0.8 : whole > 2 ? whole - 0.8 : whole;
	if (width > 60) width = 60;
	for (size_t i = 0; i < p->columns; i++) {
		double size = plot_column(p, i), height = size / p->top * (BOTTOM - TOP);
		if (size <= 0) continue;
		if (height < 1) height = 1;
		fprintf(f,
			"<rect class=\"bar\" x=\"%.2f\" y=\"%.1f\" width=\"%.2f\" "
			"height=\"%.1f\"><title>%s: %s</title></rect>\n",
			x_of(p, (double)i + 0.5) - width / 2, BOTTOM - height, width, height,
			p->rows[i * p->per_column].value, plot_number(size, number));
	}
}

static void put_names(const struct plot *p, FILE *f)
{
	size_t fitting = (RIGHT - LEFT) / NAME_ROOM;
	size_t step = plot_step(p, (p->columns + fitting - 1) / fitting);
	for (size_t i = 0; i < p->columns; i += step) {
		double x = x_of(p, (double)i + 0.5);
		fprintf(f,
			"<path class=\"axis\" d=\"M%.1f %dv5\"/>\n<text x=\"%.1f\" y=\"%d\" "
			"text-anchor=\"middle\">%s</text>\n",
			x, BOTTOM, x, BOTTOM + 20, p->rows[i * p->per_column].value);
	}
}

static void put_labels(const struct plot *p, FILE *f)
{
	char unit[48];
	fprintf(f,
		"<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s of publication</text>\n"
		"<text transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\">%s "
		"in %s%s</text>\n",
		(LEFT + RIGHT) / 2, BOTTOM + 44, field_names[p->field], (TOP + BOTTOM) / 2,
		p->rate ? "of 1,000 sentences" : "sentences", p->per_column > 1 ? "" : "a ",
		plot_unit(p, unit));
}

void plot_svg(const struct plot *p, FILE *f, const char *query, const char *speaker)
{
	fprintf(f,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" "
		"height=\"%d\" role=\"img\" aria-labelledby=\"title desc\">\n<title id=\"title\">",
		WIDTH, HEIGHT, WIDTH, HEIGHT);
	put_title(p, f, query, speaker, UINT_MAX);
	fputs("</title>\n<desc id=\"desc\">", f);
	put_description(p, f, true);
	fprintf(f,
		"</desc>\n<style>text{font:12px sans-serif;fill:#444}.head{font-size:17px;"
		"font-weight:bold;fill:#111}.faint{fill:#888}.line{stroke:#ddd}.axis{stroke:#666}"
		".gap{fill:#f3f0e6}.bar{fill:#2b6ca3}</style>\n"
		"<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n<text class=\"head\" x=\"%d\" "
		"y=\"28\">",
		WIDTH, HEIGHT, LEFT);
	put_title(p, f, query, speaker, TITLE_COLUMNS);
	fprintf(f, "</text>\n<text class=\"faint\" x=\"%d\" y=\"48\">", LEFT);
	put_description(p, f, false);
	fputs("</text>\n", f);
	if (p->columns > 0) {
		put_gaps(p, f);
		put_scale(p, f);
		put_columns(p, f);
		put_names(p, f);
		put_labels(p, f);
	}
	fputs("</svg>\n", f);
}
