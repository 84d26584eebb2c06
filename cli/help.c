#include "command.h"
#include "terminal.h"

static void print_all(void)
{
	printf("bradsearch \"commissioner\"            the sentences with this word\n"
	       "bradsearch --speaker Hinchcliffe     what Hinchcliffe said\n"
	       "\n"
	       "Usage: bradsearch [COMMAND] [OPTION...] [WORD...]\n"
	       "\n"
	       "Searches news articles for who said what, when.\n"
	       "\n"
	       "Commands:\n");
	for (const struct command *c = commands; c->name; c++)
		printf("  %-12s%s\n", c->name, c->summary);
	printf("\nOptions of search:\n");
	options_print(stdout, SEARCH);
	printf("\n'bradsearch help COMMAND' prints the options of another command.\n"
	       "Exit status: 0 something was found, 1 nothing was, 2 there was a problem.\n");
}

void help_print(const struct command *command)
{
	if (!command) {
		print_all();
		return;
	}
	printf("Usage: bradsearch %s [OPTION...]%s%s\n\n%s\nOptions:\n", command->name,
	       *command->arguments ? " " : "", command->arguments, command->about);
	options_print(stdout, command->bit);
}

int cmd_help(const struct options *options)
{
	if (options->word_count == 0) {
		print_all();
		return STATUS_FOUND;
	}
	if (options->word_count > 1) {
		complain("help takes the name of one command");
		return STATUS_PROBLEM;
	}
	const struct command *command = command_find(options->words[0]);
	if (command) {
		help_print(command);
		return STATUS_FOUND;
	}
	const char *near = command_nearest(options->words[0]);
	if (near)
		complain("no command '%s'; did you mean '%s'?", options->words[0], near);
	else
		complain("no command '%s'; 'bradsearch help' lists them", options->words[0]);
	return STATUS_PROBLEM;
}
