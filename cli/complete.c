#include "complete.h"
#include "clean.h"
#include "command.h"
#include "option.h"

#include <string.h>

enum { MOST_NAMES = 200 };

/* The words so far, with "--name", "=", "value" (as bash has them) made one. */
struct line {
	const struct command *command; /* NULL: none is named yet, so it is search */
	const char *index, *people;
	const char *begun;           /* the last word */
	const struct option *option; /* the last; NULL: none */
	bool in_value; /* the last word, or what it holds behind "=", is the value of that */
	bool only_words;
};

static bool begins_with(const char *text, const char *begin)
{
	return strncmp(text, begin, strlen(begin)) == 0;
}

static void print(const char *before, size_t length, const char *word, const char *help)
{
	clean_write(stdout, before, length, false);
	clean_write(stdout, word, strlen(word), false);
	if (help) {
		putchar('\t');
		for (; *help; help++) putchar(*help == '\n' ? ' ' : *help);
	}
	putchar('\n');
}

/* ---- What the line says so far ------------------------------------------- */

static unsigned commands_of(const struct line *l)
{
	return l->command ? (unsigned)l->command->bit : (unsigned)SEARCH;
}

static void take_value(struct line *l, const char *value)
{
	if (strcmp(l->option->name, "index") == 0) l->index = value;
	if (strcmp(l->option->name, "people") == 0) l->people = value;
}

/* A word that begins with "-"; true if the next one is its value. */
static bool take_option(struct line *l, const char *word)
{
	const char *equals = strchr(word, '='), *value;
	l->option = option_find(word, commands_of(l), &value);
	if (!l->option) l->option = option_find(word, EVERY, &value);
	if (!l->option || !option_takes_value(l->option)) return false;
	if (equals) take_value(l, equals + 1);
	return !equals;
}

static void read_words(struct line *l, char *const *words, size_t count)
{
	bool wants_value = false;
	for (size_t i = 0; i + 1 < count; i++) {
		if (wants_value && strcmp(words[i], "=") == 0) continue;
		if (wants_value) {
			take_value(l, words[i]);
			wants_value = false;
		} else if (l->only_words || strcmp(words[i], "--") == 0) {
			l->only_words = true;
		} else if (words[i][0] == '-' && words[i][1]) {
			wants_value = take_option(l, words[i]);
		} else if (!l->command) {
			l->command = command_find(words[i]);
			if (!l->command) l->command = command_find("search");
		}
	}
	l->begun = count ? words[count - 1] : "";
	if (wants_value && strcmp(l->begun, "=") == 0) l->begun = "";
	l->in_value = wants_value;
}

/* ---- What can stand there ------------------------------------------------ */

static void print_names(const struct line *l, const char *before, size_t length, const char *begun)
{
	struct options options = {.index = l->index, .people = l->people};
	brad_names *names;
	const char *const *rows;
	brad_index *index = index_open(&options);
	puts("names");
	if (index && brad_index_names(index, begun, MOST_NAMES, &names, NULL) == BRAD_OK) {
		size_t count = brad_names_rows(names, &rows);
		for (size_t i = 0; i < count; i++) print(before, length, rows[i], NULL);
		brad_names_free(names);
	}
	brad_index_free(index);
}

/* What the argument is called tells what it is; `before` stands in the same word before it. */
static void print_values(const struct line *l, const char *before, size_t length, const char *begun)
{
	const char *argument = l->option->argument ? l->option->argument : "";
	if (strcmp(argument, "NAME") == 0) {
		print_names(l, before, length, begun);
	} else if (begins_with(argument, "DIR")) {
		puts("dirs");
	} else if (strstr(argument, "FILE") || strstr(argument, "PATH")) {
		puts("files");
	} else {
		bool several = l->option->kind == CHOICES || l->option->kind == FIELDS;
		const char *comma = several ? strrchr(begun, ',') : NULL;
		size_t kept = comma ? (size_t)(comma + 1 - begun) : 0;
		puts("words");
		for (const char *const *c = l->option->choices; c && *c; c++) {
			if (!**c || !begins_with(*c, begun + kept)) continue;
			clean_write(stdout, before, length, false);
			print(begun, kept, *c, NULL);
		}
	}
}

static void print_options(const struct line *l)
{
	const char *begun = l->begun + strspn(l->begun, "-");
	puts("words");
	for (const struct option *o = option_table; o->name; o++)
		if ((o->commands & commands_of(l)) && begins_with(o->name, begun))
			print("--", 2, o->name, o->help);
}

static void print_commands(const char *begun)
{
	puts("words");
	for (const struct command *c = commands; c->name; c++)
		if (begins_with(c->name, begun)) print("", 0, c->name, c->summary);
}

static void print_shells(const char *begun)
{
	puts("words");
	for (const char *const *shell = shells; *shell; shell++)
		if (begins_with(*shell, begun)) print("", 0, *shell, NULL);
}

static void print_words(const struct line *l)
{
	if (!l->command) {
		print_commands(l->begun);
		return;
	}
	switch (l->command->bit) {
	case INDEX:
	case PARSE:
	case SHOW: puts("files"); break;
	case SPEAKERS: print_names(l, "", 0, l->begun); break;
	case HELP: print_commands(l->begun); break;
	case COMPLETION: print_shells(l->begun); break;
	default: puts("words");
	}
}

void complete_print(const struct options *options)
{
	struct line l = {0};
	if (options->word_count > 1) read_words(&l, options->words + 1, options->word_count - 1);
	if (!l.begun) l.begun = "";
	const char *value, *equals = l.begun[0] == '-' ? strchr(l.begun, '=') : NULL;
	if (!l.in_value && !l.only_words && equals)
		l.option = option_find(l.begun, commands_of(&l), &value);
	if (l.in_value)
		print_values(&l, "", 0, l.begun);
	else if (!l.only_words && equals && l.option)
		print_values(&l, l.begun, (size_t)(equals + 1 - l.begun), equals + 1);
	else if (!l.only_words && l.begun[0] == '-')
		print_options(&l);
	else
		print_words(&l);
}
