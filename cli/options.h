/* options.h - which options are there, and what did the user give? */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <bradsearch.h>
#include <stdio.h>

enum command_bit {
	SEARCH = 1 << 0,
	INDEX = 1 << 1,
	COUNT = 1 << 2,
	SPEAKERS = 1 << 3,
	SHOW = 1 << 4,
	PARSE = 1 << 5,
	HELP = 1 << 6,
	COMPACT = 1 << 7,
	VERIFY = 1 << 8,
	CITE = 1 << 9,
	CHECK = 1 << 10,
	LIKE = 1 << 11,
	COMPLETION = 1 << 12,
	WATCH = 1 << 13,
	SOURCES = 1 << 14,
	TIMELINE = 1 << 15,
	EVERY = (1 << 16) - 1,
	/* Those that have the filters of a search; and all that answer from an index. */
	FILTERED = SEARCH | WATCH | COUNT | TIMELINE | LIKE | SOURCES,
	READS = FILTERED | SPEAKERS | SHOW | VERIFY | CITE
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
	char **words;                  /* that are neither options nor the command */
	size_t word_count;

	brad_search_options search; /* without query, scope and sort */
	brad_date mentions[2];      /* first and last, as in search */
	int scope, sort;            /* brad_scope and brad_sort */
	const char *batch;          /* a file of quotations; NULL for none */
	const char *queries;        /* a file of queries; NULL for none */
	struct field_list by, facets;
	int group;  /* brad_group */
	int period; /* brad_field, for timeline; 0: one that fits */
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
	int style;         /* for cite: brad_citation */
	uint32_t around;   /* for show: sentences beside one; UINT32_MAX: the whole article */
	int voices;        /* for sources: 0 or 1 by speaker, 2 by role, 3 by source */
	bool all;          /* show every sentence, do not fold */
	bool changes;      /* for like: show versions */
	bool fold;         /* show each statement once, with a file of queries too */
	bool ids;          /* print ids in text too */
	uint32_t at_least; /* sentences in a row of a count; UINT32_MAX: not given */
	bool ambiguous, explain, no_pager, help, version;
};

/* Reads the command line; returns false after a message. */
bool options_parse(struct options *options, int argc, char **argv);
void options_free(struct options *options);

/* Prints the options of the commands with these bits. */
void options_print(FILE *stream, unsigned commands);

/* Returns the word of a list that is spelt most like a word; NULL if none is near.  The list
 * ends with NULL. */
const char *nearest_word(const char *word, const char *const *list);

/* The names of the fields before BRAD_FIELD_TIME, by brad_field; the last is NULL. */
extern const char *const field_names[];

#endif
