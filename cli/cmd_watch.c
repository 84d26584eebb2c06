#include "output_json.h"
#include "output_text.h"
#include "rss.h"
#include "watches.h"

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

static void set_revision(json_t *watch, const brad_index *index)
{
	json_object_set_new(watch, "revision",
			    json_integer((json_int_t)brad_index_about(index)->revision));
}

/* ---- Adding, listing, removing ------------------------------------------- */

/* What is in the index already counts as reported; otherwise this only tests whether the watch
 * can be asked. */
static bool tell_all(brad_index *index, json_t *watch, bool tell_old)
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

static json_t *make_watch(const struct options *options)
{
	struct options query = *options;
	query.words += 2;
	query.word_count -= 2;
	char *words = words_join(&query);
	json_t *list = json_array(), *watch = NULL;
	for (size_t i = 0; i < options->saved_count; i++)
		json_array_append_new(list, json_string(options->saved[i]));
	if (words)
		watch = json_pack("{s:s,s:s,s:o,s:i,s:{}}", "name", options->words[1], "query",
				  words, "options", list, "revision", 0, "told");
	if (!watch) complain("a watch's name, query and options must be UTF-8");
	free(words);
	return watch;
}

static int add(const struct options *options, brad_index *index, struct watches *watches)
{
	size_t place;
	if (options->word_count < 2 || !*options->words[1] ||
	    (options->word_count == 2 && options->saved_count == 0)) {
		complain("add which watch? give a name, and what to search for");
		return STATUS_PROBLEM;
	}
	if (watches_find(watches, options->words[1], &place)) {
		complain("there is a watch '%s'; 'bradsearch watch remove' takes it away",
			 options->words[1]);
		return STATUS_PROBLEM;
	}
	json_t *watch = make_watch(options);
	bool good = watch && tell_all(index, watch, options->tell_old);
	if (good && !options->tell_old) set_revision(watch, index);
	good = good && json_array_append(watches->list, watch) == 0 && watches_write(watches);
	json_decref(watch);
	return good ? STATUS_FOUND : STATUS_PROBLEM;
}

static int list(const struct watches *watches)
{
	size_t i, k;
	json_t *watch, *option;
	json_array_foreach(watches->list, i, watch)
	{
		const char *name = text_of(watch, "name"), *query = text_of(watch, "query");
		clean_write(stdout, name, strlen(name), false);
		putchar('\t');
		clean_write(stdout, query, strlen(query), false);
		json_array_foreach(json_object_get(watch, "options"), k, option)
		{
			const char *word = json_string_value(option);
			putchar(k == 0 ? '\t' : ' ');
			if (word) clean_write(stdout, word, strlen(word), false);
		}
		putchar('\n');
	}
	return json_array_size(watches->list) ? STATUS_FOUND : STATUS_NOTHING;
}

static int remove_watch(const struct options *options, struct watches *watches)
{
	size_t place;
	if (options->word_count != 2 || !watches_find(watches, options->words[1], &place)) {
		complain("remove which watch? 'bradsearch watch list' names them");
		return STATUS_PROBLEM;
	}
	json_array_remove(watches->list, place);
	return watches_write(watches) ? STATUS_FOUND : STATUS_PROBLEM;
}

/* ---- Running ------------------------------------------------------------- */

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
	jw_close(&json, '}');
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
	if (good) set_revision(watch, index);
	return good ? count : -1;
}

static bool is_named(const struct options *options, const char *name)
{
	for (size_t i = 1; i < options->word_count; i++)
		if (strcmp(options->words[i], name) == 0) return true;
	return options->word_count == 1;
}

/* It is noted as reported only once all of it is written. */
static int run(const struct options *options, brad_index *index, struct watches *watches)
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

/* Is there an argument that this verb would ignore? */
static bool fits(const struct options *options, const char *verb)
{
	bool adds = strcmp(verb, "add") == 0, runs = strcmp(verb, "run") == 0;
	if (!adds && options->saved_count)
		return complain("'watch %s' takes no filters, such as '%s': a watch has those that "
				"it "
				"was added with",
				verb, options->saved[0]),
		       false;
	if (!adds && options->tell_old) return complain("--tell-old is for 'watch add'"), false;
	if (!runs && (options->watch_format || options->ids))
		return complain("%s is for 'watch run'", options->ids ? "--ids" : "--format"),
		       false;
	if (strcmp(verb, "list") == 0 && options->word_count > 1)
		return complain("'watch list' prints all watches: leave out '%s'",
				options->words[1]),
		       false;
	return true;
}

int cmd_watch(const struct options *options)
{
	int status = STATUS_PROBLEM;
	struct watches watches = {0};
	const char *verb = options->word_count ? options->words[0] : "";
	if (!fits(options, verb)) return status;
	char *directory = index_directory(options);
	bool good = directory && (strcmp(verb, "list") == 0 || watches_lock(&watches, directory));
	brad_index *index = good ? index_open(options) : NULL;
	if (index && watches_read(&watches, directory)) {
		if (strcmp(verb, "add") == 0)
			status = add(options, index, &watches);
		else if (strcmp(verb, "list") == 0)
			status = list(&watches);
		else if (strcmp(verb, "remove") == 0)
			status = remove_watch(options, &watches);
		else if (strcmp(verb, "run") == 0)
			status = run(options, index, &watches);
		else
			complain("watch what? give add, list, remove or run");
	}
	watches_free(&watches);
	free(directory);
	brad_index_free(index);
	return status;
}
