#include "output.h"

static void remark_like(const struct options *options, const brad_results *results)
{
	const char *note;
	uint64_t total = brad_results_total(results), shown = brad_results_count(results);
	for (size_t i = 0; (note = brad_results_note(results, i)); i++) complain("%s", note);
	remark_undated(brad_results_undated(results));
	if (total == 0)
		remark(options->changes ? "no other version found" : "nothing like it found");
	else if (options->format != FORMAT_JSON)
		remark("%s of %s shown%s", count_text(shown, ""),
		       count_text(total, options->changes ? "version" : "statement"),
		       more_text(options, shown, total));
}

static bool changes_check(const struct options *options)
{
	if (!options->changes) return true;
	if (options->format > FORMAT_JSON)
		return complain("--changes is for text and JSON, which tell what differs"), false;
	if (has_filter(&options->search) || options->search.inferred_dates)
		return complain("--changes looks at all articles: leave out --speaker, --said, "
				"--from, --to and the other filters"),
		       false;
	return true;
}

int cmd_like(const struct options *options)
{
	int status = STATUS_PROBLEM;
	brad_results *results;
	brad_error error;
	struct output output;
	static const struct question question = {0};
	if (options->word_count != 1) {
		complain("like what? give one id of a sentence; a search prints them with "
			 "--ids");
		return status;
	}
	if (!context_check(options) || !changes_check(options)) return status;
	brad_index *index = index_open(options);
	if (!index) return status;
	brad_status answer = (options->changes ? brad_index_versions : brad_index_like)(
		index, options->words[0], &options->search, &results, &error);
	if (answer != BRAD_OK) {
		complain("%s", error.message);
		if (answer == BRAD_ENOTFOUND) status = STATUS_NOTHING;
	} else {
		output_open(&output, options, index, brad_results_count(results) > 0);
		output.format->results(&output, &question, results);
		output_close(&output);
		status = brad_results_total(results) > 0 ? STATUS_FOUND : STATUS_NOTHING;
		remark_like(options, results);
		brad_results_free(results);
	}
	brad_index_free(index);
	return status;
}
