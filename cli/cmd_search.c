#include "output.h"
#include "pick.h"
#include "queries.h"

#include <stdlib.h>
#include <string.h>

static void fill(brad_search_options *search, const struct options *options, const char *query)
{
	*search = options->search;
	search->scope = (brad_scope)options->scope;
	search->sort = (brad_sort)options->sort;
	search->group = (brad_group)options->group;
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

static void remark_groups(const struct options *options, const brad_results *results)
{
	uint64_t groups = brad_results_groups(results), shown = brad_results_count(results);
	uint64_t sentences = brad_results_total(results) - brad_results_ungrouped(results);
	remark("%s of %s shown, with %s%s", count_text(shown, ""),
	       count_text(groups, options->group == BRAD_GROUP_ARTICLE ? "article" : "speaker"),
	       count_text(sentences, "sentence"), more_text(options, shown, groups));
}

/* Says what is not shown, and which option shows more. */
static void remark_shown(const struct options *options, const brad_results *results)
{
	if (options->group || pick_of(options)) {
		remark_groups(options, results);
		return;
	}
	uint64_t total = brad_results_total(results), shown = brad_results_count(results);
	uint64_t statements = brad_results_statements(results);
	bool folded = statements ? statements != total : has_copies(results);
	const char *more = more_text(options, shown, folded && statements ? statements : total);
	if (folded && statements)
		remark("%s of %s shown, which %s make; --all shows each%s", count_text(shown, ""),
		       count_text(statements, "statement"), count_text(total, "sentence"), more);
	else
		remark("%s of %s shown%s", count_text(shown, folded ? "statement" : ""),
		       count_text(total,
				  options->scope == BRAD_SCOPE_ARTICLE ? "article" : "sentence"),
		       more);
}

/* Prints the remarks on an answer, and what it leaves out. */
static void remark_results(const char *before, const struct output *output,
			   const struct question *question, const brad_results *results)
{
	const char *note;
	enum pick pick = pick_of(output->options);
	char day[16];
	for (size_t i = 0; (note = brad_results_note(results, i)); i++)
		complain("%s%s", before, note);
	remark_reasons(before, question->reasons);
	if (pick && brad_results_undated(results) > 0)
		complain("%s%s without a date left out, which may be from any day", before,
			 count_text(brad_results_undated(results), "article"));
	else
		remark_undated(brad_results_undated(results));
	if (brad_results_ungrouped(results) > 0)
		complain("%s%s left out that nobody is known to have said", before,
			 count_text(brad_results_ungrouped(results), "sentence"));
	if (output->day.year)
		remark("%s%s said on %s", before, pick_name(pick),
		       brad_date_write(output->day, day));
}

/* ---- One question -------------------------------------------------------- */

enum { FACET_ROWS = 8 };

struct answer {
	brad_results *results;
	brad_reasons *reasons; /* NULL unless nothing was found */
	brad_table *facets[MOST_FIELDS];
	brad_date day; /* see pick.h */
};

static void forget(struct answer *answer)
{
	brad_results_free(answer->results);
	brad_reasons_free(answer->reasons);
	for (size_t i = 0; i < MOST_FIELDS; i++) brad_table_free(answer->facets[i]);
}

static brad_status ask(const struct options *options, brad_index *index, const char *query,
		       struct answer *out, brad_error *error)
{
	brad_search_options search;
	*out = (struct answer){0};
	fill(&search, options, query);
	brad_status status = pick_search(index, pick_of(options), &search, &out->day, &out->results,
					 &out->reasons, error);
	for (uint32_t i = 0; i < options->facets.count && status == BRAD_OK; i++) {
		brad_count_options count = BRAD_COUNT_OPTIONS_INIT;
		count.by = (brad_field)options->facets.at[i];
		count.facet = true;
		count.limit = FACET_ROWS;
		status = brad_index_count(index, &search, &count, &out->facets[i], error);
	}
	if (status != BRAD_OK) forget(out);
	return status;
}

static void print(struct output *output, struct question *question, const struct answer *answer)
{
	question->reasons = answer->reasons;
	output->day = answer->day;
	output->format->results(output, question, answer->results);
	for (size_t i = 0; i < MOST_FIELDS && answer->facets[i]; i++)
		output->format->facet(output, question, answer->facets[i]);
}

/* Of groups, there may be none though sentences match. */
static bool is_found(const struct options *options, const brad_results *results)
{
	return options->group || pick_of(options) ? brad_results_groups(results) > 0
						  : brad_results_total(results) > 0;
}

/* "bradsearch cuont --by year" is a search for these words. */
static void remark_command(const struct options *options)
{
	const char *near = options->command || options->word_count == 0
				   ? NULL
				   : command_nearest(options->words[0]);
	if (near)
		complain("'%s' is no command, so it was searched for; did you mean '%s'?",
			 options->words[0], near);
}

static int search_words(const struct options *options, brad_index *index)
{
	struct answer answer;
	brad_error error;
	struct output output;
	char *words = words_join(options);
	if (!words) return STATUS_PROBLEM;
	if (ask(options, index, words, &answer, &error) != BRAD_OK) {
		complain_query(words, &error);
		free(words);
		return STATUS_PROBLEM;
	}
	struct question question = {.query = *words ? words : NULL};
	output_open(&output, options, index, brad_results_count(answer.results) > 0);
	print(&output, &question, &answer);
	output_close(&output);
	bool found = is_found(options, answer.results);
	if (!found) remark("nothing found");
	remark_results("", &output, &question, answer.results);
	if (!found) remark_command(options);
	if (found && options->format != FORMAT_JSON) remark_shown(options, answer.results);
	forget(&answer);
	free(words);
	return found ? STATUS_FOUND : STATUS_NOTHING;
}

static bool has_words(const char *text)
{
	return text[strspn(text, " \t\r\n")];
}

/* Answers one query of a file; returns the exit status so far, with this one taken into
 * account.  An empty query finds nothing, and does not affect the others. */
static bool search_query(struct output *output, brad_index *index, const struct query *query,
			 int *status)
{
	struct answer answer;
	brad_error error;
	if (!has_words(query->words) && !has_filter(&output->options->search)) {
		complain("%s:%zu: passed over: this query has no words, and no option tells what "
			 "to find",
			 query->path, query->line);
		return true;
	}
	brad_status asked = ask(output->options, index, query->words, &answer, &error);
	if (asked != BRAD_OK) {
		complain("%s:%zu: %s", query->path, query->line, error.message);
		*status = STATUS_PROBLEM;
		return asked == BRAD_EQUERY || asked == BRAD_EINVAL;
	}
	struct question question = {.id = query->id,
				    .query = has_words(query->words) ? query->words : NULL};
	print(output, &question, &answer);
	output->begun = true;
	if (output->options->format != FORMAT_JSON) {
		char before[128];
		snprintf(before, sizeof before, "%.100s: ", query->id);
		remark_results(before, output, &question, answer.results);
	}
	if (*status == STATUS_NOTHING && is_found(output->options, answer.results))
		*status = STATUS_FOUND;
	forget(&answer);
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

/* Is anything asked for at all? */
static bool asks(const struct options *options)
{
	bool words = options->queries;
	for (size_t i = 0; i < options->word_count; i++)
		words = words || has_words(options->words[i]);
	return words || has_filter(&options->search);
}

int cmd_search(const struct options *options)
{
	if (options->queries && options->word_count) {
		complain("give either words or --input-queries, not both");
		return STATUS_PROBLEM;
	}
	if (options->queries && options->format == FORMAT_CSL_JSON) {
		complain("--format csl-json is one array: it answers one query, not "
			 "--input-queries");
		return STATUS_PROBLEM;
	}
	if (options->all && options->fold) {
		complain("give either --all or --fold, not both");
		return STATUS_PROBLEM;
	}
	if (!pick_check(options) || !context_check(options)) return STATUS_PROBLEM;
	if (options->facets.count && (options->format > FORMAT_JSON || options->scope)) {
		complain(options->scope
				 ? "--facets counts sentences: leave out --in article"
				 : "--facets is for text and JSON; 'bradsearch count' has it "
				   "as CSV");
		return STATUS_PROBLEM;
	}
	if (!asks(options)) {
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
