#include "options.h"
#include "command.h"
#include "option.h"
#include "terminal.h"

#include <stdlib.h>
#include <string.h>

/* The row of a name (of `length` bytes) that one of these commands has. */
static const struct option *find_long(const char *name, size_t length, unsigned in)
{
	for (const struct option *o = option_table; o->name; o++)
		if ((o->commands & in) && strlen(o->name) == length &&
		    memcmp(o->name, name, length) == 0)
			return o;
	return NULL;
}

static const struct option *find_letter(char letter, unsigned in)
{
	for (const struct option *o = option_table; o->name; o++)
		if ((o->commands & in) && o->letter == letter) return o;
	return NULL;
}

/* The option that an argument "--name", "--name=value", "-l" or "-lvalue"
 * is.  *value is what is joined to it, or NULL. */
const struct option *option_find(const char *argument, unsigned in, const char **value)
{
	*value = NULL;
	if (argument[1] == '-') {
		size_t length = strcspn(argument + 2, "=");
		if (argument[2 + length]) *value = argument + 2 + length + 1;
		return find_long(argument + 2, length, in);
	}
	if (argument[2]) *value = argument + 2;
	return find_letter(argument[1], in);
}

static bool is_option(const char *argument)
{
	return argument[0] == '-' && argument[1];
}

bool option_takes_value(const struct option *option)
{
	return option->kind != SWITCH;
}

/* The command is the first word before "--", if it is the name of one. */
static const struct command *find_command(int argc, char **argv, int *at)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
		if (!is_option(argv[i])) {
			*at = i;
			return command_find(argv[i]);
		}
		const char *value;
		const struct option *option = option_find(argv[i], EVERY, &value);
		if (option && option_takes_value(option) && !value) i++;
	}
	return NULL;
}

static const char *command_name(const struct options *options)
{
	return options->command ? options->command->name : "search";
}

static bool unknown(const struct options *options, const char *argument, unsigned command)
{
	const char *value, *names[MOST_OPTIONS];
	size_t count = 0;
	const struct option *other = option_find(argument, EVERY, &value);
	int length = (int)strcspn(argument, "=");
	if (other)
		return complain("'%.*s' is not an option of '%s'; 'bradsearch help %s' lists them",
				length, argument, command_name(options), command_name(options)),
		       false;
	for (const struct option *o = option_table; o->name; o++)
		if (o->commands & command) names[count++] = o->name;
	names[count] = NULL;
	char word[64];
	snprintf(word, sizeof word, "%.*s", length - 2, argument + 2);
	const char *near = argument[1] == '-' ? nearest_word(word, names) : NULL;
	if (near)
		complain("unknown option '%.*s'; did you mean '--%s'?", length, argument, near);
	else if (argument[1] != '-' && command & (SEARCH | COUNT | TIMELINE))
		complain("unknown option '%s'; write -- before a word that begins with '-'",
			 argument);
	else
		complain("unknown option '%.*s'; 'bradsearch help %s' lists them", length, argument,
			 command_name(options));
	return false;
}

/* Keeps a filter of a watch as it was given: "--said=direct". */
static bool save(struct options *options, const struct option *option, unsigned command,
		 const char *value)
{
	if (!(command & WATCH) || !(option->commands & SEARCH) || option->commands & SHOW)
		return true;
	size_t room = strlen(option->name) + (value ? strlen(value) : 0) + 4;
	char *word = malloc(room);
	if (!word) return complain("out of memory"), false;
	snprintf(word, room, "--%s%s%s", option->name, value ? "=" : "", value ? value : "");
	options->saved[options->saved_count++] = word;
	return true;
}

/* Takes the option at argv[*i], and its value. */
static bool take(struct options *options, unsigned command, int argc, char **argv, int *i)
{
	const char *value, *argument = argv[*i];
	const struct option *option = option_find(argument, command, &value);
	if (!option) return unknown(options, argument, command);
	if (!option_takes_value(option) && value) {
		if (argument[1] == '-')
			complain("--%s takes no value", option->name);
		else
			complain("-%c takes no value; options of one letter stand alone",
				 option->letter);
		return false;
	}
	if (option_takes_value(option) && !value) {
		if (*i + 1 >= argc) return complain("--%s needs a value", option->name), false;
		value = argv[++*i];
	}
	return option_set(options, option, (char *)value) && save(options, option, command, value);
}

bool options_parse(struct options *options, int argc, char **argv)
{
	memset(options, 0, sizeof *options);
	brad_search_options search = BRAD_SEARCH_OPTIONS_INIT;
	options->search = search;
	options->around = options->at_least = UINT32_MAX;
	options->words = calloc((size_t)argc + 1, sizeof *options->words);
	options->removals = calloc((size_t)argc + 1, sizeof *options->removals);
	options->saved = calloc((size_t)argc + 1, sizeof *options->saved);
	if (!options->words || !options->removals || !options->saved)
		return complain("out of memory"), false;

	int command_at = 0;
	options->command = find_command(argc, argv, &command_at);
	unsigned command = options->command ? options->command->bit : SEARCH;
	bool only_words = false;
	for (int i = 1; i < argc; i++) {
		if (!only_words && strcmp(argv[i], "--") == 0)
			only_words = true;
		else if (!only_words && is_option(argv[i])) {
			if (!take(options, command, argc, argv, &i)) return false;
		} else if (!options->command || i != command_at)
			options->words[options->word_count++] = argv[i];
	}
	options->search.mentions_from = options->mentions[0];
	options->search.mentions_to = options->mentions[1];
	return true;
}

void options_free(struct options *options)
{
	free(options->words);
	free(options->removals);
	for (size_t i = 0; i < options->saved_count; i++) free(options->saved[i]);
	free(options->saved);
}
