#include "output_json.h"
#include "pick.h"

void json_index(struct json *json, const struct output *output)
{
	if (!output->index) return;
	jw_member(json, "index", output->index->uuid);
	jw_count(json, "revision", output->index->revision);
}

void json_query_id(struct json *json, const struct question *question)
{
	if (!question->id) return;
	jw_key(json, "query_id");
	jw_raw(json, question->id);
}

void json_begin(struct json *json, const struct output *output, const struct question *question,
		uint64_t total)
{
	json->stream = output->terminal.stream;
	json->comma = false;
	jw_open(json, '{');
	jw_member(json, "type", "query");
	jw_member(json, "schema", "bradsearch-results/1");
	json_index(json, output);
	json_query_id(json, question);
	jw_member(json, "query", question->query);
	jw_count(json, "total", total);
}

void json_understood(struct json *json, const char *words, const char *canonical)
{
	jw_member(json, "understood", words);
	jw_member(json, "canonical", canonical);
}

void json_search(struct json *json, const struct options *options, uint64_t undated)
{
	jw_count(json, "undated", undated);
	jw_member(json, "speaker", options->search.speaker);
	jw_list(json, "said");
	for (brad_said said = BRAD_SAID_DIRECT; said <= BRAD_SAID_INDIRECT; said++)
		if (options->search.said >> said & 1) jw_string(json, said_name(said));
	jw_close(json, ']');
	jw_real(json, "min_confidence", options->search.min_confidence);
	jw_date(json, "from", options->search.from);
	jw_date(json, "to", options->search.to);
	jw_date(json, "mentions_from", options->search.mentions_from);
	jw_date(json, "mentions_to", options->search.mentions_to);
	jw_truth(json, "inferred_dates", options->search.inferred_dates);
}

void json_reasons(struct json *json, const struct question *question)
{
	const char *note;
	const brad_reasons *reasons = question->reasons;
	for (size_t i = 0; reasons && (note = brad_reasons_note(reasons, i)); i++)
		jw_string(json, note);
}

/* Only where hits stand for groups. */
static void add_groups(struct json *json, const struct output *output, const brad_results *results)
{
	enum pick pick = pick_of(output->options);
	if (!output->options->group && !pick) return;
	bool articles = output->options->group == BRAD_GROUP_ARTICLE;
	jw_member(json, "group", articles ? "article" : "speaker");
	jw_count(json, "groups", brad_results_groups(results));
	jw_count(json, "ungrouped", brad_results_ungrouped(results));
	jw_member(json, "pick", pick_name(pick));
	jw_date(json, "day", output->day);
}

/* In what a version differs from the sentence that was given. */
static void add_changes(struct json *json, const brad_results *results, size_t i)
{
	unsigned warnings;
	const brad_difference *differences;
	size_t count = brad_results_differences(results, i, &differences, &warnings);
	json_warnings(json, warnings);
	json_differences(json, differences, count);
}

static void print_results(struct output *output, const struct question *question,
			  const brad_results *results)
{
	struct json json;
	const char *note;
	const brad_hit *hit;
	json_begin(&json, output, question, brad_results_total(results));
	const char *canonical, *understood = brad_results_understood(results, &canonical);
	json_understood(&json, understood, canonical);
	json_search(&json, output->options, brad_results_undated(results));
	if (output->options->command && output->options->command->bit == LIKE)
		jw_member(&json, "like", output->options->words[0]);
	jw_truth(&json, "folded", is_folded(output->options));
	jw_known(&json, "statements", brad_results_statements(results));
	add_groups(&json, output, results);
	jw_list(&json, "notes");
	for (size_t i = 0; (note = brad_results_note(results, i)); i++) jw_string(&json, note);
	json_reasons(&json, question);
	jw_close(&json, ']');
	jw_end_line(&json);
	for (size_t i = 0; (hit = brad_results_hit(results, i)); i++) {
		json_begin_hit(&json, output, question, hit);
		if (output->options->changes) add_changes(&json, results, i);
		jw_end_line(&json);
		if (terminal_failed()) return;
	}
}

const struct output_format output_json = {print_results,    json_table,   json_people,
					  json_ambiguities, json_article, json_verification,
					  json_facet,       json_sources};
