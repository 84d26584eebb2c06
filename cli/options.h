/* options.h - which options are there, and what did the user give? */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <bradsearch.h>
#include <stdio.h>

enum command_bit {
	SEARCH = 1,
	INDEX = 2,
	COUNT = 4,
	SPEAKERS = 8,
	SHOW = 16,
	PARSE = 32,
	HELP = 64,
	COMPACT = 128,
	VERIFY = 256,
	CITE = 512,
	CHECK = 1024,
	LIKE = 2048,
	COMPLETION = 4096,
	WATCH = 8192,
	SOURCES = 16384,
	TIMELINE = 65536,
	EVERY = 131071,
	READS = SEARCH | WATCH | COUNT | TIMELINE | SPEAKERS | SHOW | VERIFY | CITE | LIKE |
		SOURCES /* those that answer from an index */
};

enum format {
	FORMAT_TEXT,
	FORMAT_JSON,
	FORMAT_CSV,
	FORMAT_CITE_TEXT, /* and on, in the order of brad_citation */
	FORMAT_MARKDOWN,
	FORMAT_BIBTEX,
	FORMAT_CSL_JSON
};
enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

/* Fields to count by, in the order in which they were given. */
enum { MOST_FIELDS = 9 };
struct field_list {
	int at[MOST_FIELDS]; /* brad_field */
	uint32_t count;
};

struct command;

struct options {
	const struct command *command; /* NULL: none was named, so it is search */
	char **words;                  /* what is neither option nor command */
	size_t word_count;

	brad_search_options search; /* without query, scope and sort */
	brad_date mentions[2];      /* first and last, as in search */
	int scope, sort;            /* brad_scope and brad_sort */
	const char *batch;          /* a file of quotations; NULL for none */
	const char *queries;        /* a file of queries; NULL for none */
	struct field_list by, facets;
	int group;  /* brad_group */
	int period; /* brad_field, of a timeline; 0: what fits */
	const char *svg;
	bool rate, first, last, first_per_speaker;

	const char *index, *people;
	const char *at_revision; /* "7" or "UUID:7"; NULL: any */
	int input;               /* 0: by the name of the file; else brad_input */
	uint32_t jobs;
	char **removals;
	size_t removal_count;
	bool verify_index, rebuild, repair, drop_damaged;
	size_t max_article_size; /* 0: not given */

	int format, color;
	char **saved; /* the filters of a watch, as they were given */
	size_t saved_count;
	int watch_format;
	bool tell_old;
	int style;         /* of citations: brad_citation */
	uint32_t around;   /* sentences to show beside one; UINT32_MAX: the whole article */
	int voices;        /* of sources: 0, 1 by speaker, 2 by role, 3 by source */
	bool all;          /* show each sentence, folding none */
	bool changes;      /* of a sentence, show what other versions there are */
	bool fold;         /* show each statement once, of a file of queries too */
	bool ids;          /* print that of each sentence, in text too */
	uint32_t at_least; /* sentences of a row; UINT32_MAX: not given */
	bool ambiguous, explain, no_pager, help, version;
};

/* Reads the command line into options; false after a message. */
bool options_parse(struct options *options, int argc, char **argv);
void options_free(struct options *options);

/* Prints the options that the commands of these bits have. */
void options_print(FILE *stream, unsigned commands);

/* What an option is, for those who do not read command lines with it. */
struct option_about {
	const char *name, *argument, *help;
	const char *const *choices; /* NULL, or words of which an empty one is none */
	unsigned commands;
	bool takes_value, several; /* choices, parted by commas */
};

/* The i-th of all options; false behind the last. */
bool options_about(size_t i, struct option_about *out);

/* That of a word such as "--name", "--name=value" or "-n"; false if there is none. */
bool options_find(const char *word, unsigned commands, struct option_about *out);

/* The word of the list that is nearest to a misspelt one; NULL if none is near.
 * The list ends with NULL. */
const char *nearest_word(const char *word, const char *const *list);

/* What the fields are called, by brad_field, but for BRAD_FIELD_TIME; the last is NULL. */
extern const char *const field_names[];

#endif
