#include "output.h"
#include "queries.h"

#include <stdlib.h>
#include <string.h>

static void fill(brad_search_options *search, const struct options *options, const char *query)
{
	*search = options->search;
	search->scope = (brad_scope)options->scope;
	search->sort = (brad_sort)options->sort;
	search->query = query;
	search->fold = is_folded(options);
}

static bool has_copies(const brad_results *results)
{
	const brad_hit *hit;
	for (size_t i = 0; (hit = brad_results_hit(results, i)); i++)
		if (hit->copy_count > 0) return true;
	return false;
}

/* What is not shown, and where to go on if there is more. */
static void remark_shown(const struct options *options, const brad_results *results)
{
	uint64_t total = brad_results_total(results), shown = brad_results_count(results);
	uint64_t statements = brad_results_statements(results),
		 next = options->search.offset + shown;
	bool folded = statements ? statements != total : has_copies(results);
	char more[48] = "";
	if (shown > 0 && next < (folded && statements ? statements : total))
		snprintf(more, sizeof more, "; --offset %llu goes on", (unsigned long long)next);
	if (folded && statements)
		remark("%s of %s shown, which %s make; --all shows each%s", count_text(shown, ""),
		       count_text(statements, "statement"), count_text(total, "sentence"), more);
	else
		remark("%s of %s shown%s", count_text(shown, folded ? "statement" : ""),
		       count_text(total,
				  options->scope == BRAD_SCOPE_ARTICLE ? "article" : "sentence"),
		       more);
}

static void remark_results(const char *before, const brad_results *results)
{
	const char *note;
	for (size_t i = 0; (note = brad_results_note(results, i)); i++)
		complain("%s%s", before, note);
	remark_undated(brad_results_undated(results));
}

static int search_words(const struct options *options, brad_index *index)
{
	int status = STATUS_PROBLEM;
	brad_results *results = NULL;
	brad_search_options search;
	brad_error error;
	struct output output;
	char *words = words_join(options);
	if (!words) return status;
	fill(&search, options, words);
	if (brad_index_search(index, &search, &results, &error) != BRAD_OK) {
		complain_query(words, &error);
		goto done;
	}
	struct question question = {NULL, *words ? words : NULL};
	output_open(&output, options, index, brad_results_count(results) > 0);
	output.format->results(&output, &question, results);
	output_close(&output);
	status = brad_results_total(results) > 0 ? STATUS_FOUND : STATUS_NOTHING;
	if (status == STATUS_NOTHING) remark("nothing found");
	remark_results("", results);
	if (status == STATUS_FOUND && options->format != FORMAT_JSON)
		remark_shown(options, results);
done:
	brad_results_free(results);
	free(words);
	return status;
}

/* Answers one query of a file; the status so far becomes that with it. */
static bool search_query(struct output *output, brad_index *index, const struct query *query,
			 int *status)
{
	brad_results *results;
	brad_search_options search;
	brad_error error;
	fill(&search, output->options, query->words);
	brad_status answer = brad_index_search(index, &search, &results, &error);
	if (answer != BRAD_OK) {
		complain("%s:%zu: %s", query->path, query->line, error.message);
		*status = STATUS_PROBLEM;
		return answer == BRAD_EQUERY || answer == BRAD_EINVAL;
	}
	struct question question = {query->id, query->words};
	output->format->results(output, &question, results);
	output->begun = true;
	if (output->options->format != FORMAT_JSON) {
		char before[128];
		snprintf(before, sizeof before, "%.100s: ", query->id);
		remark_results(before, results);
	}
	if (*status == STATUS_NOTHING && brad_results_total(results) > 0) *status = STATUS_FOUND;
	brad_results_free(results);
	return !terminal_failed();
}

static int search_file(const struct options *options, brad_index *index)
{
	int status = STATUS_NOTHING;
	struct output output;
	struct query query;
	struct query_file *file = queries_open(options->queries);
	if (!file) return STATUS_PROBLEM;
	output_open(&output, options, index, false);
	while (queries_next(file, &query, &status) && search_query(&output, index, &query, &status))
		continue;
	queries_close(file);
	return status;
}

static bool has_words(const struct options *options)
{
	for (size_t i = 0; i < options->word_count; i++)
		if (options->words[i][strspn(options->words[i], " \t\r\n")]) return true;
	return false;
}

int cmd_search(const struct options *options)
{
	const brad_search_options *search = &options->search;
	if (options->queries && options->word_count) {
		complain("give either words or --input-queries, not both");
		return STATUS_PROBLEM;
	}
	if (options->queries && options->format == FORMAT_CSL_JSON) {
		complain("--format csl-json is one array: it answers one query, not "
			 "--input-queries");
		return STATUS_PROBLEM;
	}
	if (!options->queries && !has_words(options) && !search->speaker && !search->from.year &&
	    !search->to.year && !search->mentions_from.year && !search->mentions_to.year &&
	    !search->said && search->min_confidence <= 0) {
		complain("search for what? give words, --speaker NAME, --from, --to or --mentions "
			 "DATE; "
			 "'bradsearch --help' tells more");
		return STATUS_PROBLEM;
	}
	brad_index *index = index_open(options);
	if (!index) return STATUS_PROBLEM;
	int status = options->queries ? search_file(options, index) : search_words(options, index);
	brad_index_free(index);
	return status;
}
