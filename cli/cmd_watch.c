#include "clean.h"
#include "output.h"
#include "watch_run.h"

#include <stdlib.h>
#include <string.h>

static const char *text_of(const json_t *watch, const char *key)
{
	return json_string_value(json_object_get(watch, key));
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
	bool good = watch && watch_tell_all(index, watch, options->tell_old);
	if (good && !options->tell_old) watch_set_revision(watch, index);
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
			status = watch_run(options, index, &watches);
		else
			complain("watch what? give add, list, remove or run");
	}
	watches_free(&watches);
	free(directory);
	brad_index_free(index);
	return status;
}
