#include "batch.h"
#include "csv_read.h"
#include "output_csv.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* What is made of a file. */
struct batch {
	struct output output;
	struct options options; /* with the speaker of the row */
	const char *speaker;    /* of those rows that name none */
	brad_index *index;
	struct csv csv;
	char **names; /* of the columns: the header, or numbers */
	const char **cells;
	size_t width, quotation, speakers; /* columns; no speakers: width */
	int status;
};

/* ---- Columns ------------------------------------------------------------- */

static size_t find_column(const struct csv *csv, const char *name)
{
	size_t i = 0;
	while (i < csv->count && strcasecmp(csv->cells[i], name) != 0) i++;
	return i;
}

static char *name_column(const struct csv *csv, bool header, size_t i)
{
	char name[32];
	if (header) return strdup(csv->cells[i]);
	if (i < 2) return strdup(i == 0 ? "quotation" : "speaker");
	snprintf(name, sizeof name, "column%zu", i + 1);
	return strdup(name);
}

/* By the first row: a header has a column of this name, in whatever place. */
static bool take_header(struct batch *b, bool *header)
{
	const struct csv *csv = &b->csv;
	b->quotation = find_column(csv, "quotation");
	*header = b->quotation < csv->count;
	b->width = csv->count;
	b->speakers = find_column(csv, "speaker");
	if (!*header) {
		b->quotation = 0;
		b->speakers = 1;
	}
	b->names = calloc(b->width + 1, sizeof *b->names);
	b->cells = calloc(b->width + 1, sizeof *b->cells);
	if (!b->names || !b->cells) return complain("out of memory"), false;
	for (size_t i = 0; i < b->width; i++)
		if (!(b->names[i] = name_column(csv, *header, i)))
			return complain("out of memory"), false;
	return true;
}

/* ---- Printing ------------------------------------------------------------ */

static void print_header(struct batch *b)
{
	FILE *f = b->output.terminal.stream;
	for (size_t i = 0; i < b->width; i++) {
		csv_text(f, b->names[i]);
		putc(',', f);
	}
	fputs("verdict,warnings,said_by,date,sentence,printed\r\n", f);
}

/* The cells as they came, with a comma behind each. */
static void print_cells(struct batch *b)
{
	FILE *f = b->output.terminal.stream;
	for (size_t i = 0; i < b->width; i++) {
		csv_text(f, b->cells[i]);
		putc(',', f);
	}
}

/* Joins texts with something between them, for free(). */
struct text {
	char *text;
	size_t length;
};

static void join(struct text *t, const char *between, const char *more)
{
	size_t room = t->length + strlen(between) + strlen(more) + 1;
	char *longer = realloc(t->text, room);
	if (!longer) return;
	int n = snprintf(longer + t->length, room - t->length, "%s%s", t->length ? between : "",
			 more);
	t->text = longer;
	t->length += (size_t)n;
}

static void print_text(struct text *t, FILE *f)
{
	if (t->text) csv_text(f, t->text);
	putc(',', f);
	free(t->text);
	*t = (struct text){0};
}

static void print_finding(struct batch *b, const brad_finding *found)
{
	FILE *f = b->output.terminal.stream;
	const brad_hit *hit = found->hit_count ? &found->hits[0] : NULL;
	struct text text = {0};
	char date[16];
	print_cells(b);
	csv_text(f, verdict_name(found->verdict));
	putc(',', f);
	for (unsigned i = 0; i < WARNINGS; i++)
		if (found->warnings >> i & 1) join(&text, "; ", warning_names[i]);
	print_text(&text, f);
	for (size_t i = 0; i < found->speaker_count; i++)
		join(&text, "; ", found->speakers[i].name);
	print_text(&text, f);
	if (hit) csv_text(f, brad_date_write(hit->date, date));
	putc(',', f);
	if (hit) csv_text(f, hit->sentence);
	putc(',', f);
	for (size_t i = 0; i < found->difference_count; i++) {
		const brad_difference *d = &found->differences[i];
		if (d->printed || d->change == BRAD_CHANGE_ELLIPSIS)
			join(&text, " ", d->printed ? d->printed : "…");
	}
	if (found->difference_count == 0 && hit) join(&text, "", hit->text);
	if (text.text) csv_text(f, text.text);
	free(text.text);
	fputs("\r\n", f);
}

/* ---- A row --------------------------------------------------------------- */

static void fail(struct batch *b, const char *message)
{
	complain("%s:%zu: %s", b->csv.path, b->csv.line, message);
	b->status = STATUS_PROBLEM;
	if (b->options.format == FORMAT_JSON) return;
	print_cells(b);
	fputs("problem,,,,,\r\n", b->output.terminal.stream);
}

static void verify_row(struct batch *b)
{
	brad_verification *verification;
	brad_error error;
	const char *speaker = b->speakers < b->width ? b->cells[b->speakers] : "";
	const char *quotation = b->cells[b->quotation];
	b->options.search.speaker = *speaker ? speaker : b->speaker;
	if (brad_index_verify(b->index, quotation, b->options.search.speaker, &verification,
			      &error) != BRAD_OK) {
		fail(b, error.message);
		return;
	}
	const brad_finding *found = brad_verification_finding(verification);
	struct batch_row row = {b->csv.line, (const char *const *)b->names, b->cells, b->width};
	b->output.row = &row;
	if (b->options.format == FORMAT_JSON)
		b->output.format->verification(&b->output, quotation, verification);
	else
		print_finding(b, found);
	if (found->verdict != BRAD_VERDICT_EXACT && b->status == STATUS_FOUND)
		b->status = STATUS_NOTHING;
	brad_verification_free(verification);
}

/* Cells at the end may be missing. */
static void take_row(struct batch *b)
{
	for (size_t i = 0; i < b->width; i++) b->cells[i] = i < b->csv.count ? b->csv.cells[i] : "";
	if (b->csv.count > b->width)
		fail(b, "the row has more cells than the first one");
	else
		verify_row(b);
}

/* ---- The file ------------------------------------------------------------ */

static void verify_rows(struct batch *b)
{
	bool header = false;
	if (!csv_next(&b->csv, &b->status)) return;
	if (!take_header(b, &header)) {
		b->status = STATUS_PROBLEM;
		return;
	}
	if (b->options.format != FORMAT_JSON) print_header(b);
	if (!header) take_row(b);
	while (!terminal_failed() && csv_next(&b->csv, &b->status)) take_row(b);
}

int verify_batch(const struct options *options, brad_index *index)
{
	struct batch b = {.options = *options, .speaker = options->search.speaker, .index = index};
	if (csv_open(&b.csv, options->batch)) {
		output_open(&b.output, &b.options, index, true);
		verify_rows(&b);
		output_close(&b.output);
	} else {
		b.status = STATUS_PROBLEM;
	}
	csv_close(&b.csv);
	for (size_t i = 0; b.names && i < b.width; i++) free(b.names[i]);
	free(b.names);
	free(b.cells);
	return b.status;
}
