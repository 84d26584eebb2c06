#include "command.h"
#include "terminal.h"

#include <string.h>

const struct command commands[] = {
	{"index", INDEX, "PATH...", "read articles into the index",
	 "Reads articles from files, from directories and all below them, and from\n"
	 "standard input for -.  Files that have not changed are skipped.\n",
	 cmd_index},
	{"search", SEARCH, "[WORD...]", "find sentences (the default command)",
	 "Finds the sentences that have all of the words, whatever their endings, and\n"
	 "prints who said them, when and where.\n"
	 "\n"
	 "  \"sea wall\"     in a row                \"sea wall\"~5   near each other\n"
	 "  wall OR dyke   either                  wall -dyke      without the second\n"
	 "  wal*           any ending              article:(dyke)  its article has it\n"
	 "  speaker:NAME role:WORDS said:direct date:2023-01.. mentions:2018 source:WORDS\n"
	 "  title:WORDS article:ID                 bradsearch-query(7) tells more\n",
	 cmd_search},
	{"verify", VERIFY, "QUOTATION", "compare a quotation with what was said",
	 "Says whether the articles have these words in quotation marks, and who said\n"
	 "them; or how the nearest words differ.  Reads standard input for -.\n",
	 cmd_verify},
	{"like", LIKE, "SENTENCE", "find statements like that of a sentence",
	 "Finds statements about the same matter as a sentence, given by its id: those\n"
	 "that share its rare words.  Copies of it in other articles are left out.\n",
	 cmd_like},
	{"show", SHOW, "ARTICLE|SENTENCE",
	 "print an article with its sentences, speakers and dates marked",
	 "Prints an article of the index, given by its id or path, or the end of either;\n"
	 "or by the id of one of its sentences, which is then marked.\n",
	 cmd_show},
	{"cite", CITE, "SENTENCE...", "print citations of sentences",
	 "Prints what is needed to quote sentences, given by their ids: who said it, as\n"
	 "what, when, and where it stands.  Reads ids from standard input for -.\n",
	 cmd_cite},
	{"count", COUNT, "[WORD...]", "count sentences by speaker, role, time, source or article",
	 "Counts all the sentences that a search for the words finds, or all there are.\n",
	 cmd_count},
	{"timeline", TIMELINE, "[WORD...]", "plot the sentences over time",
	 "Plots how many of the sentences that a search for the words finds, or of all,\n"
	 "are from each day, week, month or year of publication.\n",
	 cmd_timeline},
	{"sources", SOURCES, "[WORD...]", "show who is quoted in articles, and who is only named",
	 "Counts who is quoted in the articles that have all of the words in a sentence, or\n"
	 "in all articles, and lists the people whom they name but never quote.\n",
	 cmd_sources},
	{"speakers", SPEAKERS, "[NAME]", "list who is quoted, as what, how often and when",
	 "Lists everybody who is quoted, or those whose names have the words of NAME.\n",
	 cmd_speakers},
	{"watch", WATCH, "add NAME [WORD...] | list | remove NAME | run [NAME...]",
	 "keep searches, and print what is new for them",
	 "Keeps searches by name (add), prints them (list), forgets one (remove), and asks\n"
	 "those named, or all, for what came into the index since they ran last (run).\n"
	 "Leaves out what was there when the search was added, except with --tell-old.\n"
	 "Exit status of run: 0 there is something new, 1 there is not.\n",
	 cmd_watch},
	{"parse", PARSE, "FILE...", "print what is found in articles, without an index",
	 "Reads articles from files, or from standard input for -, and prints their\n"
	 "sentences, speakers and dates.\n",
	 cmd_parse},
	{"check", CHECK, "", "look for damage in the index; --repair repairs it",
	 "Compares each file of the index, and each article in it, with its checksum.\n"
	 "Exit status: 0 all is well, or is now; 1 something is wrong; 2 it could not be\n"
	 "checked.\n",
	 cmd_check},
	{"compact", COMPACT, "", "rewrite the index as one piece, without what was removed",
	 "Joins the pieces that many runs of index have left into one.  Searches find\n"
	 "the same before, meanwhile and after.\n",
	 cmd_compact},
	{"completion", COMPLETION, "bash|zsh|fish", "print a script for completion in a shell",
	 "Prints a script for the shell: source <(bradsearch completion bash).  Commands,\n"
	 "options, their values, files and names of speakers in the index are completed.\n",
	 cmd_completion},
	{"help", HELP, "[COMMAND]", "print the options of a command",
	 "Prints how to use bradsearch, or one of its commands.\n", cmd_help},
	{0},
};

const struct command *command_find(const char *name)
{
	for (const struct command *c = commands; c->name; c++)
		if (strcmp(c->name, name) == 0) return c;
	return NULL;
}

const char *command_nearest(const char *word)
{
	const char *names[sizeof commands / sizeof *commands];
	size_t count = 0;
	for (const struct command *c = commands; c->name; c++) names[count++] = c->name;
	names[count] = NULL;
	return nearest_word(word, names);
}

static int run(const struct options *options)
{
	if (options->version) {
		printf("bradsearch %s\n", brad_version());
		return STATUS_FOUND;
	}
	if (options->help) {
		help_print(options->command);
		return STATUS_FOUND;
	}
	return options->command ? options->command->run(options) : cmd_search(options);
}

int main(int argc, char **argv)
{
	terminal_prepare();
	struct options options;
	int status = STATUS_PROBLEM;
	if (options_parse(&options, argc, argv)) status = run(&options);
	options_free(&options);
	return terminal_finish(status);
}
