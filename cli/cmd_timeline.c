#include "output_text.h"
#include "plot.h"

#include <stdlib.h>
#include <string.h>

enum { SVG_COLUMNS = 356 };

/* Sentences that are not dated closely enough have no place in a plot; elsewhere they get a
 * row. */
static void remark_timeline(const struct options *options, const brad_table *table,
			    const brad_reasons *reasons, bool drawn)
{
	const char *note;
	char unit[48];
	struct plot plot;
	plot_make(&plot, table, options->rate, SIZE_MAX / 2);
	for (size_t i = 0; (note = brad_table_note(table, i)); i++) complain("%s", note);
	remark_reasons("", reasons);
	remark_undated(brad_table_undated(table));
	if (options->format == FORMAT_JSON) return;
	if (plot.unknown && drawn)
		complain("%s left out: the %s is not known", count_text(plot.unknown, "sentence"),
			 plot_unit(&plot, unit));
	remark("%s, %s", count_text(brad_table_total(table), "sentence"),
	       count_text(plot.count, plot_unit(&plot, unit)));
}

/* Writes the picture to a file, or to standard output for "-". */
static bool write_svg(const struct options *options, const char *words, const brad_table *table)
{
	struct plot plot;
	bool standard = strcmp(options->svg, "-") == 0;
	FILE *stream = standard ? stdout : fopen(options->svg, "w");
	if (!stream) {
		complain("cannot write '%s': %s", options->svg, errno_text());
		return false;
	}
	plot_make(&plot, table, options->rate, SVG_COLUMNS);
	plot_svg(&plot, stream, *words ? words : NULL, options->search.speaker);
	if (standard) return true; /* terminal_finish() tells whether it was written */
	bool failed = ferror(stream) != 0;
	if (fclose(stream) != 0 || failed) {
		complain("cannot write '%s': %s", options->svg, errno_text());
		return false;
	}
	return true;
}

/* Prints the answer; *drawn tells whether as a plot. */
static bool print(const struct options *options, brad_index *index, const char *words,
		  const brad_table *table, const brad_reasons *reasons, bool *drawn)
{
	const brad_count *rows;
	struct output output;
	struct question question = {NULL, *words ? words : NULL, reasons};
	*drawn = options->svg;
	if (options->svg) return write_svg(options, words, table);
	output_open(&output, options, index, brad_table_rows(table, &rows) > 0);
	*drawn = output.format == &output_text && output.terminal.width;
	if (*drawn) {
		struct plot plot;
		unsigned margin = 12;
		if (options->explain)
			text_understood(&output.terminal, brad_table_understood(table, NULL));
		plot_make(&plot, table, options->rate,
			  output.terminal.width > margin + 20 ? output.terminal.width - margin
							      : 20);
		plot_draw(&plot, &output.terminal);
	} else {
		output.format->table(&output, &question, table);
	}
	output_close(&output);
	return true;
}

int cmd_timeline(const struct options *options)
{
	int status = STATUS_PROBLEM;
	bool drawn;
	brad_table *table = NULL;
	brad_reasons *reasons = NULL;
	brad_error error;
	if (options->svg && options->format != FORMAT_TEXT) {
		complain("give either --svg or --format %s, not both",
			 options->format == FORMAT_JSON ? "json" : "csv");
		return status;
	}
	if (options->svg && options->explain) {
		complain("--explain is not for --svg: the picture names the words and the speaker");
		return status;
	}
	brad_index *index = index_open(options);
	char *words = index ? words_join(options) : NULL;
	if (!words) goto done;
	brad_search_options search = options->search;
	search.query = words;
	brad_count_options count = BRAD_COUNT_OPTIONS_INIT;
	count.by = options->period ? (brad_field)options->period : BRAD_FIELD_TIME;
	count.every = true;
	count.rates = options->rate || options->format != FORMAT_TEXT;
	brad_status answer = brad_index_count(index, &search, &count, &table, &error);
	if (answer == BRAD_OK && brad_table_total(table) == 0)
		answer = brad_index_reasons(index, &search, &reasons, &error);
	if (answer != BRAD_OK) {
		complain_query(words, &error);
		goto done;
	}
	if (!print(options, index, words, table, reasons, &drawn)) goto done;
	remark_timeline(options, table, reasons, drawn);
	status = brad_table_total(table) > 0 ? STATUS_FOUND : STATUS_NOTHING;
done:
	brad_reasons_free(reasons);
	brad_table_free(table);
	brad_index_free(index);
	free(words);
	return status;
}
