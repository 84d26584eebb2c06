/* Asks watches, and prints what is new for each. */
#include "watch_run.h"
#include "output_json.h"
#include "output_text.h"
#include "rss.h"

#include <stdlib.h>
#include <string.h>

enum { PAGE = 20000 }; /* hits that are held at once */
enum watch_format { WATCH_TEXT, WATCH_JSON, WATCH_RSS };

static const char *text_of(const json_t *watch, const char *key)
{
	return json_string_value(json_object_get(watch, key));
}

/* A watch that is asked. */
struct asked {
	struct options options;
	char **words; /* of which they were made */
};

static bool begin(struct asked *asked, const json_t *watch)
{
	json_t *list = json_object_get(watch, "options");
	size_t count = json_array_size(list);
	asked->words = calloc(count + 3, sizeof *asked->words);
	if (!asked->words) return complain("out of memory"), false;
	asked->words[0] = asked->words[1] = (char *)"search";
	for (size_t i = 0; i < count; i++) {
		const char *word = json_string_value(json_array_get(list, i));
		asked->words[i + 2] = (char *)(word ? word : "");
	}
	bool good = options_parse(&asked->options, (int)count + 2, asked->words);
	brad_search_options *search = &asked->options.search;
	search->query = text_of(watch, "query");
	search->limit = PAGE;
	search->sort = BRAD_SORT_OLDEST;
	search->since_revision = (uint64_t)json_integer_value(json_object_get(watch, "revision"));
	return good;
}

static void end(struct asked *asked)
{
	if (asked->words) options_free(&asked->options);
	free(asked->words);
}

/* A page of what came since the watch's revision, and where the next begins; NULL after a
 * message. */
static brad_results *ask(brad_index *index, struct asked *asked)
{
	brad_results *results;
	brad_error error;
	brad_search_options *search = &asked->options.search;
	if (brad_index_search(index, search, &results, &error) == BRAD_OK)
		search->offset += PAGE;
	else
		complain_query(search->query, &error);
	return results;
}

static bool is_last(const brad_results *results)
{
	return brad_results_count(results) < PAGE;
}

void watch_set_revision(json_t *watch, const brad_index *index)
{
	json_object_set_new(watch, "revision",
			    json_integer((json_int_t)brad_index_about(index)->revision));
}

bool watch_tell_all(brad_index *index, json_t *watch, bool tell_old)
{
	struct asked asked;
	bool last = false, good = begin(&asked, watch);
	while (good && !last) {
		const brad_hit *hit;
		brad_results *results = ask(index, &asked);
		good = results;
		last = tell_old || (results && is_last(results));
		for (size_t i = 0; good && !tell_old && (hit = brad_results_hit(results, i)); i++)
			watch_tell(json_object_get(watch, "told"), hit->sentence);
		brad_results_free(results);
	}
	end(&asked);
	return good;
}

static void print_hit(struct output *output, const json_t *watch, const brad_hit *hit)
{
	FILE *f = output->terminal.stream;
	struct json json = {f, false};
	char *id = json_dumps(json_object_get(watch, "name"), JSON_ENCODE_ANY);
	struct question question = {.id = id};
	switch ((enum watch_format)output->options->watch_format) {
	case WATCH_TEXT:
		if (output->begun) putc('\n', f);
		style_write(&output->terminal, text_of(watch, "name"), STYLE_STRONG);
		fputs(":\n", f);
		text_hit(&output->terminal, hit, output->options->ids);
		break;
	case WATCH_JSON: json_hit(&json, output, &question, hit); break;
	case WATCH_RSS: rss_item(f, text_of(watch, "name"), hit); break;
	}
	output->begun = true;
	free(id);
}

/* Prints which index, which question and which revision the following hits belong to. */
static void print_head(struct output *output, const json_t *watch, const struct asked *asked,
		       const brad_results *results)
{
	struct json json = {output->terminal.stream, false};
	if (output->options->watch_format != WATCH_JSON) return;
	const char *canonical, *understood = brad_results_understood(results, &canonical);
	const char *query = text_of(watch, "query");
	jw_open(&json, '{');
	jw_member(&json, "type", "watch");
	jw_member(&json, "schema", "bradsearch-results/1");
	json_index(&json, output);
	jw_member(&json, "query_id", text_of(watch, "name"));
	jw_member(&json, "query", *query ? query : NULL);
	jw_count(&json, "since_revision", asked->options.search.since_revision);
	json_understood(&json, understood, canonical);
	json_search(&json, &asked->options, brad_results_undated(results));
	jw_end_line(&json);
}

static int print_page(struct output *output, json_t *watch, const brad_results *results)
{
	int count = 0;
	const brad_hit *hit;
	for (size_t i = 0; (hit = brad_results_hit(results, i)); i++) {
		if (!watch_tell(json_object_get(watch, "told"), hit->sentence)) continue;
		print_hit(output, watch, hit);
		count++;
	}
	return count;
}

/* Prints what is new for a watch, and notes that it was reported; returns how many, or -1 after
 * a message. */
static int run_one(struct output *output, brad_index *index, json_t *watch)
{
	int count = 0;
	struct asked asked;
	bool last = false, good = begin(&asked, watch);
	for (bool first = true; good && !last; first = false) {
		brad_results *results = ask(index, &asked);
		good = results;
		if (good && first) print_head(output, watch, &asked, results);
		if (good) count += print_page(output, watch, results);
		last = good && is_last(results);
		brad_results_free(results);
	}
	end(&asked);
	if (good) watch_set_revision(watch, index);
	return good ? count : -1;
}

static bool is_named(const struct options *options, const char *name)
{
	for (size_t i = 1; i < options->word_count; i++)
		if (strcmp(options->words[i], name) == 0) return true;
	return options->word_count == 1;
}

/* It is noted as reported only once all of it is written. */
int watch_run(const struct options *options, brad_index *index, struct watches *watches)
{
	int status = STATUS_NOTHING;
	struct output output;
	json_t *watch;
	size_t i, place;
	for (i = 1; i < options->word_count; i++)
		if (!watches_find(watches, options->words[i], &place)) {
			complain("no watch '%s'; 'bradsearch watch list' names them",
				 options->words[i]);
			return STATUS_PROBLEM;
		}
	output_open(&output, options, index, false);
	if (options->watch_format == WATCH_RSS) rss_begin(output.terminal.stream);
	json_array_foreach(watches->list, i, watch)
	{
		if (!is_named(options, text_of(watch, "name"))) continue;
		int count = run_one(&output, index, watch);
		if (count < 0)
			status = STATUS_PROBLEM;
		else if (count > 0 && status == STATUS_NOTHING)
			status = STATUS_FOUND;
	}
	if (options->watch_format == WATCH_RSS) rss_end(output.terminal.stream);
	output_close(&output);
	if (fflush(stdout) != 0 || terminal_failed()) return STATUS_PROBLEM;
	return watches_write(watches) ? status : STATUS_PROBLEM;
}
