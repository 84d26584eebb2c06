#include "options.h"
#include "command.h"
#include "terminal.h"

#include <stdlib.h>
#include <string.h>

enum kind { SWITCH, TEXT, NUMBER, SHARE, DAY, DAYS, CHOICE, CHOICES, FIELDS, LIST, REVISION, SIZE };

struct option {
	const char *name;
	const char *argument; /* NULL: none, or one of the choices */
	unsigned commands;
	enum kind kind;
	size_t place; /* of its member in struct options */
	const char *help;
	const char *const *
		choices; /* of CHOICE, CHOICES and FIELDS, numbered from 0 unless the first is "" */
	uint32_t most;   /* of NUMBER; of FIELDS, how many */
	char letter;     /* 0: none */
};

const char *const field_names[] = {"",    "speaker", "role",    "year",           "month", "week",
				   "day", "source",  "article", "mentioned-year", NULL};
static const char *const voices[] = {"", "speaker", "role", "source", NULL};
static const char *const sorts[] = {"relevance", "newest", "oldest", NULL};
static const char *const groups[] = {"", "article", "speaker", NULL};
static const char *const periods[] = {"", "", "", "year", "month", "week", "day", NULL};
static const char *const scopes[] = {"sentence", "article", NULL};
static const char *const kinds[] = {"", "direct", "mixed", "indirect", NULL};
static const char *const inputs[] = {"", "text", "jsonl", NULL};
static const char *const formats[] = {"text", "json", "csv", NULL};
static const char *const search_formats[] = {"text",     "json",   "csv",      "cite-text",
					     "markdown", "bibtex", "csl-json", NULL};
static const char *const watch_formats[] = {"text", "json", "rss", NULL};
static const char *const styles[] = {"text", "markdown", "bibtex", "csl-json", NULL};
static const char *const article_formats[] = {"text", "json", NULL};
static const char *const colors[] = {"auto", "always", "never", NULL};

#define AT(member) offsetof(struct options, member)

static const struct option table[] = {
	{"speaker", "NAME", SEARCH | COUNT | WATCH | TIMELINE | LIKE | SOURCES | VERIFY, TEXT,
	 AT(search.speaker), "only what NAME said: a surname, more of the name, or an office", NULL,
	 0, 0},
	{"said", NULL, SEARCH | COUNT | WATCH | TIMELINE | LIKE | SOURCES, CHOICES, AT(search.said),
	 "only speech of this kind, or of several parted by commas", kinds, 0, 0},
	{"min-confidence", "P", SEARCH | COUNT | WATCH | TIMELINE | LIKE | SOURCES, SHARE,
	 AT(search.min_confidence), "only where the speaker is as sure as P, from 0 to 1", NULL, 0,
	 0},
	{"from", "DATE", SEARCH | COUNT | WATCH | TIMELINE | LIKE | SOURCES, DAY, AT(search.from),
	 "only articles of this day (2023-01-31), month or year, or later", NULL, 0, 0},
	{"to", "DATE", SEARCH | COUNT | WATCH | TIMELINE | LIKE | SOURCES, DAY, AT(search.to),
	 "only articles of this day, month or year, or earlier", NULL, 0, 0},
	{"inferred-dates", NULL, SEARCH | COUNT | WATCH | TIMELINE | LIKE | SOURCES, SWITCH,
	 AT(search.inferred_dates),
	 "with --from and --to, let in articles without a date that may be of those days by what "
	 "they tell",
	 NULL, 0, 0},
	{"mentions", "DATE|DATE..DATE", SEARCH | COUNT | WATCH | TIMELINE | LIKE | SOURCES, DAYS,
	 AT(mentions),
	 "only sentences that speak of this day, month or year, or of days from one to another; "
	 "either may be left out",
	 NULL, 0, 0},
	{"any", NULL, SEARCH | COUNT | WATCH | TIMELINE | SOURCES, SWITCH, AT(search.any),
	 "any of the words instead of all of them", NULL, 0, 0},
	{"plain-words", NULL, SEARCH | COUNT | WATCH | TIMELINE | SOURCES, SWITCH,
	 AT(search.plain_words), "take no character of the words as an operator", NULL, 0, 0},
	{"in", NULL, SEARCH, CHOICE, AT(scope),
	 "find all that is asked for in one sentence, or anywhere in an article", scopes, 0, 0},
	{"sort", NULL, SEARCH, CHOICE, AT(sort), "which hits come first", sorts, 0, 0},
	{"group", NULL, SEARCH, CHOICE, AT(group),
	 "show the first hit of each article or speaker, and tell how many more it has", groups, 0,
	 0},
	{"first", NULL, SEARCH, SWITCH, AT(first),
	 "who said it first: all who said it on the first day that anybody did", NULL, 0, 0},
	{"last", NULL, SEARCH, SWITCH, AT(last), "the same of the last day", NULL, 0, 0},
	{"first-per-speaker", NULL, SEARCH, SWITCH, AT(first_per_speaker),
	 "a line for each speaker, with when he or she first said it, in order of time", NULL, 0,
	 0},
	{"facets", NULL, SEARCH, FIELDS, AT(facets),
	 "count all that matches by these, parted by commas, too", field_names, MOST_FIELDS, 0},
	{"limit", "N", SEARCH | LIKE | SOURCES, NUMBER, AT(search.limit), "show N at most (20)",
	 NULL, UINT32_MAX, 0},
	{"offset", "N", SEARCH | LIKE, NUMBER, AT(search.offset), "pass over the first N", NULL,
	 UINT32_MAX, 0},
	{"all", NULL, SEARCH, SWITCH, AT(all),
	 "show each sentence, though it makes the same statement as one before", NULL, 0, 0},
	{"fold", NULL, SEARCH, SWITCH, AT(fold),
	 "with --input-queries too, show each statement once", NULL, 0, 0},
	{"context", "N", SEARCH | LIKE, NUMBER, AT(search.context),
	 "show N sentences before and after each hit too", NULL, 100, 0},
	{"context", "N", SHOW, NUMBER, AT(around),
	 "of a sentence, show N sentences before and after it instead of its article", NULL, 100,
	 0},
	{"input-queries", "FILE", SEARCH, TEXT, AT(queries),
	 "answer each line {\"id\",\"query\"} of FILE, or of standard input for -", NULL, 0, 0},
	{"batch", "FILE.csv", VERIFY, TEXT, AT(batch),
	 "verify the quotation in each row of FILE, or of standard input for -, and print "
	 "the rows with what was found",
	 NULL, 0, 0},
	{"by", NULL, SOURCES, CHOICE, AT(voices), "whose share to tell", voices, 0, 0},
	{"by", NULL, COUNT, FIELDS, AT(by),
	 "what to count by; for two, parted by a comma: each pair", field_names, 2, 0},
	{"by", NULL, TIMELINE, CHOICE, AT(period),
	 "how long each step is; without it, the finest that makes no more than 60", periods, 0, 0},
	{"rate", NULL, COUNT | TIMELINE, SWITCH, AT(rate),
	 "tell how many of 1,000 that pass the same filters have the words; count puts "
	 "the greatest first",
	 NULL, 0, 0},
	{"at-least", "N", COUNT, NUMBER, AT(at_least),
	 "leave out rows of fewer than N sentences; with --rate, rows whose rate is of fewer (5 "
	 "in text, else 0)",
	 NULL, UINT32_MAX - 1, 0},
	{"svg", "FILE", TIMELINE, TEXT, AT(svg),
	 "write the plot as a picture for a page, to standard output for -", NULL, 0, 0},
	{"ambiguous", NULL, SPEAKERS, SWITCH, AT(ambiguous),
	 "list which names may be one person's, or several people's", NULL, 0, 0},
	{"input", NULL, INDEX | PARSE, CHOICE, AT(input),
	 "what the files hold; without it JSON Lines for .jsonl, .ndjson and .json, else text",
	 inputs, 0, 0},
	{"jobs", "N", INDEX, NUMBER, AT(jobs),
	 "work in N threads; without it, or for 0, one for each processor", NULL, 256, 'j'},
	{"max-article-size", "BYTES", INDEX | PARSE, SIZE, AT(max_article_size),
	 "pass over larger files of text and lines of JSON (64M; K, M and G as in 1G are known)",
	 NULL, 0, 0},
	{"remove", "ID|PATH", INDEX, LIST, AT(removals),
	 "take out an article, or all that came from a path; may be repeated", NULL, 0, 0},
	{"rebuild", NULL, INDEX, SWITCH, AT(rebuild),
	 "begin with an empty index in place of the present one", NULL, 0, 0},
	{"repair", NULL, CHECK, SWITCH, AT(repair),
	 "put right what is wrong, if no article is lost by that", NULL, 0, 0},
	{"drop-damaged", NULL, CHECK, SWITCH, AT(drop_damaged),
	 "with --repair: also if articles are lost, which are named and dropped", NULL, 0, 0},
	{"format", NULL, SEARCH | LIKE, CHOICE, AT(format),
	 "what to print; the last four are citations", search_formats, 0, 0},
	{"format", NULL, COUNT | TIMELINE | SPEAKERS | SOURCES, CHOICE, AT(format), "what to print",
	 formats, 0, 0},
	{"format", NULL, WATCH, CHOICE, AT(watch_format), "what run prints", watch_formats, 0, 0},
	{"tell-old", NULL, WATCH, SWITCH, AT(tell_old),
	 "with add: have the first run print what is there already", NULL, 0, 0},
	{"format", NULL, CITE, CHOICE, AT(style), "what to print", styles, 0, 0},
	{"format", NULL, SHOW | PARSE | VERIFY, CHOICE, AT(format), "what to print",
	 article_formats, 0, 0},
	{"ids", NULL, SEARCH | LIKE | WATCH | VERIFY | SHOW, SWITCH, AT(ids),
	 "print the id of each sentence in text too, for 'show', 'like' and 'cite'", NULL, 0, 0},
	{"explain", NULL, SEARCH, SWITCH, AT(explain),
	 "say in words what is looked for and, below each hit, why it was found", NULL, 0, 0},
	{"explain", NULL, COUNT, SWITCH, AT(explain), "say in words what is counted", NULL, 0, 0},
	{"explain", NULL, SHOW | PARSE, SWITCH, AT(explain),
	 "say in words how the speaker of each quotation is known", NULL, 0, 0},
	{"index", "DIR", READS | INDEX | COMPACT | CHECK, TEXT, AT(index),
	 "the index; without it $BRADSEARCH_INDEX, else the user's own", NULL, 0, 0},
	{"at-revision", "[UUID:]N", READS, REVISION, AT(at_revision),
	 "refuse to answer if the index is at another revision than N", NULL, 0, 0},
	{"people", "FILE", READS, TEXT, AT(people),
	 "who is who; without it people.tsv in the index or beside it, if there is one", NULL, 0,
	 0},
	{"color", NULL,
	 SEARCH | WATCH | COUNT | TIMELINE | SPEAKERS | SHOW | PARSE | VERIFY | CITE | LIKE |
		 SOURCES,
	 CHOICE, AT(color), "colours; auto: on a terminal, unless $NO_COLOR is set", colors, 0, 0},
	{"no-pager", NULL,
	 SEARCH | WATCH | COUNT | TIMELINE | SPEAKERS | SHOW | PARSE | VERIFY | CITE | LIKE |
		 SOURCES,
	 SWITCH, AT(no_pager), "do not show what is printed on a terminal in $PAGER", NULL, 0, 0},
	{"help", NULL, EVERY, SWITCH, AT(help), "print this help", NULL, 0, 'h'},
	{"version", NULL, EVERY, SWITCH, AT(version), "print the version", NULL, 0, 0},
};

enum { TABLE_SIZE = sizeof table / sizeof *table };

/* The row of a name (of `length` bytes) that one of these commands has. */
static const struct option *find_long(const char *name, size_t length, unsigned in)
{
	for (size_t i = 0; i < TABLE_SIZE; i++)
		if ((table[i].commands & in) && strlen(table[i].name) == length &&
		    memcmp(table[i].name, name, length) == 0)
			return &table[i];
	return NULL;
}

static const struct option *find_letter(char letter, unsigned in)
{
	for (size_t i = 0; i < TABLE_SIZE; i++)
		if ((table[i].commands & in) && table[i].letter == letter) return &table[i];
	return NULL;
}

/* The option that an argument "--name", "--name=value", "-l" or "-lvalue"
 * is.  *value is what is joined to it, or NULL. */
static const struct option *find(const char *argument, unsigned in, const char **value)
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

static bool takes_value(const struct option *option)
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
		const struct option *option = find(argv[i], EVERY, &value);
		if (option && takes_value(option) && !value) i++;
	}
	return NULL;
}

static const char *command_name(const struct options *options)
{
	return options->command ? options->command->name : "search";
}

static bool unknown(const struct options *options, const char *argument, unsigned command)
{
	const char *value, *names[TABLE_SIZE + 1];
	size_t count = 0;
	const struct option *other = find(argument, EVERY, &value);
	int length = (int)strcspn(argument, "=");
	if (other)
		return complain("'%.*s' is not an option of '%s'; 'bradsearch help %s' lists them",
				length, argument, command_name(options), command_name(options)),
		       false;
	for (size_t i = 0; i < TABLE_SIZE; i++)
		if (table[i].commands & command) names[count++] = table[i].name;
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

static bool set_number(const struct option *option, const char *value, uint32_t *out)
{
	uint64_t number = 0;
	const char *c = value;
	for (; *c >= '0' && *c <= '9' && number <= option->most; c++)
		number = number * 10 + (uint64_t)(*c - '0');
	if (c == value || *c || number > option->most)
		return complain("--%s: expected a whole number from 0 to %u, not '%s'",
				option->name, option->most, value),
		       false;
	*out = (uint32_t)number;
	return true;
}

/* "1000", "64K", "64M", "1G" */
static bool set_size(const struct option *option, const char *value, size_t *out)
{
	static const char units[] = "KMG";
	char *end;
	unsigned long long number = *value >= '0' && *value <= '9' ? strtoull(value, &end, 10) : 0;
	const char *unit = number && *end ? strchr(units, *end) : NULL;
	if (unit && number <= BRAD_GREATEST_ARTICLE_SIZE) {
		number <<= 10 * (unit - units + 1);
		end++;
	}
	if (!number || *end || number > BRAD_GREATEST_ARTICLE_SIZE)
		return complain("--%s: expected a number of bytes such as 200000, 64M or 1G, which "
				"is the most, not '%s'",
				option->name, value),
		       false;
	*out = number;
	return true;
}

static bool set_share(const struct option *option, const char *value, double *out)
{
	char *end;
	double share = strtod(value, &end);
	if (end == value || *end || strspn(value, "0123456789.") != strlen(value) || share > 1)
		return complain("--%s: expected a number from 0 to 1, not '%s'", option->name,
				value),
		       false;
	*out = share;
	return true;
}

static bool set_choice(const struct option *option, const char *value, int *out)
{
	char expected[128] = "";
	for (int i = 0; option->choices[i]; i++) {
		const char *choice = option->choices[i];
		if (*choice && strcmp(choice, value) == 0) return *out = i, true;
		size_t used = strlen(expected);
		if (*choice)
			snprintf(expected + used, sizeof expected - used, "%s%s",
				 !used                    ? ""
				 : option->choices[i + 1] ? ", "
							  : " or ",
				 choice);
	}
	const char *near = nearest_word(value, option->choices);
	if (near)
		complain("--%s: expected %s, not '%s'; did you mean '%s'?", option->name, expected,
			 value, near);
	else
		complain("--%s: expected %s, not '%s'", option->name, expected, value);
	return false;
}

static bool set_day(const struct option *option, const char *value, brad_date *out)
{
	brad_error error;
	if (brad_date_read(value, out, &error) == BRAD_OK) return true;
	complain("--%s: %s", option->name, error.message);
	return false;
}

/* "2018", "2018..2019", "2018..", "..2019" */
static bool set_days(const struct option *option, const char *value, brad_date out[2])
{
	char first[64] = "";
	const char *dots = strstr(value, "..");
	size_t length = dots ? (size_t)(dots - value) : 0;
	out[0] = out[1] = (brad_date){0, 0, 0};
	if (!dots) return set_day(option, value, &out[0]) && (out[1] = out[0], true);
	if (length >= sizeof first || strlen(value) == 2) {
		complain("--%s: expected a date, or two with '..' between, not '%s'", option->name,
			 value);
		return false;
	}
	memcpy(first, value, length);
	return (!length || set_day(option, first, &out[0])) &&
	       (!dots[2] || set_day(option, dots + 2, &out[1]));
}

/* Several choices, parted by commas: a bit each. */
static bool set_choices(const struct option *option, const char *value, unsigned *out)
{
	char word[64];
	int number;
	for (size_t n; (n = strcspn(value, ",")), true; value += n + 1) {
		snprintf(word, sizeof word, "%.*s", (int)n, value);
		if (!set_choice(option, word, &number)) return false;
		*out |= 1u << number;
		if (!value[n]) return true;
	}
}

/* "7", or with the index's uuid "…:7", both as JSON tells them. */
static bool set_revision(const struct option *option, const char *value, const char **out)
{
	const char *colon = strrchr(value, ':'), *number = colon ? colon + 1 : value;
	if (!*number || number[strspn(number, "0123456789")] || colon == value)
		return complain("--%s: expected a whole number, or UUID:NUMBER, not '%s'",
				option->name, value),
		       false;
	*out = value;
	return true;
}

/* Several fields, parted by commas, each once. */
static bool set_fields(const struct option *option, const char *value, struct field_list *out)
{
	char word[64];
	int field;
	out->count = 0;
	for (size_t n; (n = strcspn(value, ",")), true; value += n + 1) {
		snprintf(word, sizeof word, "%.*s", (int)n, value);
		if (!set_choice(option, word, &field)) return false;
		for (uint32_t i = 0; i < out->count; i++)
			if (out->at[i] == field)
				return complain("--%s: '%s' is there twice", option->name, word),
				       false;
		if (out->count == option->most)
			return complain("--%s: %u fields at most", option->name, option->most),
			       false;
		out->at[out->count++] = field;
		if (!value[n]) return true;
	}
}

static bool set(struct options *options, const struct option *option, char *value)
{
	void *place = (char *)options + option->place;
	switch (option->kind) {
	case SWITCH: *(bool *)place = true; return true;
	case TEXT: *(const char **)place = value; return true;
	case LIST: options->removals[options->removal_count++] = value; return true;
	case NUMBER: return set_number(option, value, place);
	case SIZE: return set_size(option, value, place);
	case SHARE: return set_share(option, value, place);
	case CHOICE: return set_choice(option, value, place);
	case CHOICES: return set_choices(option, value, place);
	case FIELDS: return set_fields(option, value, place);
	case DAY: return set_day(option, value, place);
	case DAYS: return set_days(option, value, place);
	case REVISION: return set_revision(option, value, place);
	}
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
	const struct option *option = find(argument, command, &value);
	if (!option) return unknown(options, argument, command);
	if (!takes_value(option) && value) {
		if (argument[1] == '-')
			complain("--%s takes no value", option->name);
		else
			complain("-%c takes no value; options of one letter stand alone",
				 option->letter);
		return false;
	}
	if (takes_value(option) && !value) {
		if (*i + 1 >= argc) return complain("--%s needs a value", option->name), false;
		value = argv[++*i];
	}
	return set(options, option, (char *)value) && save(options, option, command, value);
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

enum { HELP_COLUMN = 28, HELP_WIDTH = 80 };

/* The help of an option, word after word, in its own column. */
static void print_words(FILE *stream, const char *words, int column)
{
	while (*words) {
		int n = (int)strcspn(words, " ");
		if (column > HELP_COLUMN && column + 1 + n > HELP_WIDTH) column = HELP_WIDTH;
		if (column == HELP_WIDTH)
			fprintf(stream, "\n%*s", column = HELP_COLUMN, "");
		else if (column > HELP_COLUMN)
			column += fprintf(stream, " ");
		column += fprintf(stream, "%.*s", n, words);
		words += n + (words[n] == ' ');
	}
	putc('\n', stream);
}

static void print_option(FILE *stream, const struct option *option)
{
	char left[128];
	int n = snprintf(left, sizeof left, "  %c%c%s--%s", option->letter ? '-' : ' ',
			 option->letter ? option->letter : ' ', option->letter ? ", " : "  ",
			 option->name);
	if (option->argument)
		n += snprintf(left + n, sizeof left - (size_t)n, " %s", option->argument);
	char separator = ' ';
	for (const char *const *c = option->choices; c && *c; c++) {
		if (!**c) continue;
		n += snprintf(left + n, sizeof left - (size_t)n, "%c%s", separator, *c);
		separator = '|';
	}
	bool fits = n + 2 <= HELP_COLUMN;
	fprintf(stream, "%-*s", fits ? HELP_COLUMN : 0, left);
	print_words(stream, option->help, fits ? HELP_COLUMN : HELP_WIDTH);
}

void options_print(FILE *stream, unsigned in)
{
	for (size_t i = 0; i < TABLE_SIZE; i++)
		if (table[i].commands & in) print_option(stream, &table[i]);
}

static void tell(const struct option *option, struct option_about *out)
{
	*out = (struct option_about){option->name,
				     option->argument,
				     option->help,
				     option->choices,
				     option->commands,
				     takes_value(option),
				     option->kind == CHOICES || option->kind == FIELDS};
}

bool options_about(size_t i, struct option_about *out)
{
	if (i >= TABLE_SIZE) return false;
	tell(&table[i], out);
	return true;
}

bool options_find(const char *word, unsigned in, struct option_about *out)
{
	const char *value;
	const struct option *option = find(word, in, &value);
	if (option) tell(option, out);
	return option;
}
