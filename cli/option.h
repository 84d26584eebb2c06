/* option.h - what is an option?  A row of the one table of them. */
#ifndef CLI_OPTION_H
#define CLI_OPTION_H

#include "options.h"

enum option_kind {
	SWITCH,
	TEXT,
	NUMBER,
	SHARE,
	FIRST_DAY, /* of what may be a word such as "last-week" */
	LAST_DAY,
	DAYS,
	CHOICE,
	CHOICES,
	FIELDS,
	LIST,
	REVISION,
	SIZE
};

struct option {
	const char *name;
	const char *argument; /* NULL: none, or one of the choices */
	unsigned commands;
	enum option_kind kind;
	size_t place; /* of its member in struct options */
	const char *help;
	const char *const *
		choices; /* of CHOICE, CHOICES and FIELDS, numbered from 0 unless the first is "" */
	uint32_t most;   /* of NUMBER; of FIELDS, how many */
	char letter;     /* 0: none */
};

/* All of them, in the order of the help; the last has no name. */
enum { MOST_OPTIONS = 128 };
extern const struct option option_table[];

/* Returns the option that an argument "--name", "--name=value", "-l" or "-lvalue" stands for,
 * among those of these commands; NULL if there is none.  *value is the value that is joined
 * to it, or NULL. */
const struct option *option_find(const char *argument, unsigned commands, const char **value);

bool option_takes_value(const struct option *option);

/* Reads the value of an option into the options; false after a message. */
bool option_set(struct options *options, const struct option *option, char *value);

#endif
