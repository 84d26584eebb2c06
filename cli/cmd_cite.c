#include "lines.h"
#include "output_cite.h"

/* Cites the sentence with an id; returns the exit status so far, with this one taken into
 * account. */
static void cite(brad_index *index, const char *id, struct citations *citations, int *status)
{
	brad_results *results;
	brad_error error;
	brad_status answer = brad_index_sentence(index, id, 0, &results, &error);
	if (answer != BRAD_OK) {
		complain("%s", error.message);
		if (answer != BRAD_ENOTFOUND)
			*status = STATUS_PROBLEM;
		else if (*status == STATUS_FOUND)
			*status = STATUS_NOTHING;
		return;
	}
	if (!citations_add(citations, brad_results_hit(results, 0))) *status = STATUS_PROBLEM;
	brad_results_free(results);
}

int cmd_cite(const struct options *options)
{
	int status = STATUS_FOUND;
	const char *id;
	struct output output;
	struct citations citations;
	struct lines lines = {.options = options};
	if (options->word_count == 0) {
		complain("cite what? give ids of sentences, or - for standard input; a search with "
			 "--format json prints them");
		return STATUS_PROBLEM;
	}
	brad_index *index = index_open(options);
	if (!index) return STATUS_PROBLEM;
	output_open(&output, options, index, true);
	citations_begin(&citations, output.terminal.stream, (brad_citation)options->style);
	while (!terminal_failed() && (id = lines_next(&lines, &status)))
		cite(index, id, &citations, &status);
	citations_end(&citations);
	output_close(&output);
	lines_free(&lines);
	brad_index_free(index);
	return status;
}
