#include "output.h"

#include <stdlib.h>

static void remark_table(const struct options *options, const brad_table *table,
			 const brad_reasons *reasons, size_t rows)
{
	const char *note;
	for (size_t i = 0; (note = brad_table_note(table, i)); i++) complain("%s", note);
	remark_reasons("", reasons);
	remark_undated(brad_table_undated(table));
	if (options->format == FORMAT_JSON) return;
	if (brad_table_left_out(table))
		remark("%s of too few sentences left out; --at-least 0 shows all",
		       count_text(brad_table_left_out(table), "row"));
	remark("%s, %s", count_text(brad_table_total(table), "sentence"), count_text(rows, "row"));
}

/* With fewer sentences, a single one makes too much of a difference. */
enum { FEWEST_FOR_RATE = 5 };

/* Rates need a second walk through the index, so they are only counted if they are shown. */
static void fill(brad_count_options *by, const struct options *options)
{
	by->by = (brad_field)options->by.at[0];
	if (options->by.count > 1) by->and_by = (brad_field)options->by.at[1];
	by->rates = options->rate || options->format != FORMAT_TEXT;
	by->by_rate = options->rate;
	if (options->at_least != UINT32_MAX)
		by->at_least = options->at_least;
	else if (options->rate && options->format == FORMAT_TEXT)
		by->at_least = FEWEST_FOR_RATE;
}

int cmd_count(const struct options *options)
{
	int status = STATUS_PROBLEM;
	brad_table *table = NULL;
	brad_reasons *reasons = NULL;
	brad_error error;
	struct output output;
	if (options->by.count == 0) {
		complain("count by what? give --by speaker, role, year, month, week, day, source, "
			 "article or mentioned-year, or two of them separated by a comma");
		return status;
	}
	brad_index *index = index_open(options);
	char *words = index ? words_join(options) : NULL;
	if (!words) goto done;
	brad_search_options search = options->search;
	search.query = words;
	brad_count_options by = BRAD_COUNT_OPTIONS_INIT;
	fill(&by, options);
	brad_status answer = brad_index_count(index, &search, &by, &table, &error);
	if (answer == BRAD_OK && brad_table_total(table) == 0)
		answer = brad_index_reasons(index, &search, &reasons, &error);
	if (answer != BRAD_OK) {
		complain_query(words, &error);
		goto done;
	}
	const brad_count *rows;
	size_t count = brad_table_rows(table, &rows);
	struct question question = {NULL, *words ? words : NULL, reasons};
	output_open(&output, options, index, count > 0);
	output.format->table(&output, &question, table);
	output_close(&output);
	remark_table(options, table, reasons, count);
	status = brad_table_total(table) > 0 ? STATUS_FOUND : STATUS_NOTHING;
done:
	brad_reasons_free(reasons);
	brad_table_free(table);
	brad_index_free(index);
	free(words);
	return status;
}
