#include "lines.h"
#include "command.h"
#include "terminal.h"

#include <stdlib.h>
#include <string.h>

static const char *read_line(struct lines *lines, int *status)
{
	ssize_t length;
	while ((length = getline(&lines->line, &lines->room, stdin)) >= 0) {
		while (length > 0 && strchr("\r\n", lines->line[length - 1])) length--;
		lines->line[length] = '\0';
		if (length > 0) return lines->line;
	}
	if (ferror(stdin)) {
		complain("cannot read standard input: %s", errno_text());
		*status = STATUS_PROBLEM;
	}
	return NULL;
}

const char *lines_next(struct lines *lines, int *status)
{
	for (;;) {
		const char *line = lines->in_input ? read_line(lines, status) : NULL;
		if (line) return line;
		lines->in_input = false;
		if (lines->next == lines->options->word_count) return NULL;
		const char *word = lines->options->words[lines->next++];
		if (strcmp(word, "-") != 0) return word;
		lines->in_input = true;
	}
}

void lines_free(struct lines *lines)
{
	free(lines->line);
}
