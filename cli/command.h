/* command.h - which commands are there? */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "options.h"

/* The exit statuses of every command, as grep's and ripgrep's. */
enum { STATUS_FOUND = 0, STATUS_NOTHING = 1, STATUS_PROBLEM = 2 };

struct command {
	const char *name;
	enum command_bit bit;
	const char *arguments; /* after the options, for its help */
	const char *summary;
	const char *about; /* a paragraph for its help */
	int (*run)(const struct options *options);
};

/* In the order in which the help lists them; the last has no name. */
extern const struct command commands[];

/* Returns the command with a name; NULL if there is none. */
const struct command *command_find(const char *name);

/* Returns the name of the command that is spelt most like a word; NULL if none is near. */
const char *command_nearest(const char *word);

int cmd_search(const struct options *options);
int cmd_index(const struct options *options);
int cmd_count(const struct options *options);
int cmd_timeline(const struct options *options);
int cmd_speakers(const struct options *options);
int cmd_show(const struct options *options);
int cmd_compact(const struct options *options);
int cmd_parse(const struct options *options);
int cmd_like(const struct options *options);
int cmd_sources(const struct options *options);
int cmd_verify(const struct options *options);
int cmd_completion(const struct options *options);
int cmd_watch(const struct options *options);
int cmd_cite(const struct options *options);
int cmd_check(const struct options *options);
int cmd_help(const struct options *options);

/* Prints the help of a command; for NULL, that of the program. */
void help_print(const struct command *command);

/* Returns the directory of the index, by the options and the environment; NULL after a
 * message.  The caller frees it. */
char *index_directory(const struct options *options);

/* Opens the index for reading; returns NULL after a message. */
brad_index *index_open(const struct options *options);

/* Returns the words of the command line, joined by blanks; NULL after a message.  The caller
 * frees them. */
char *words_join(const struct options *options);

#endif
