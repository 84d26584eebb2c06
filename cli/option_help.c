/* How are the options told to a reader of the help? */
#include "option.h"

#include <string.h>

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
	for (const struct option *o = option_table; o->name; o++)
		if (o->commands & in) print_option(stream, o);
}
