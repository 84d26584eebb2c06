#include "command.h"
#include "complete.h"
#include "terminal.h"

#include <string.h>

int cmd_completion(const struct options *options)
{
	const char *script = NULL;
	if (options->word_count > 0 && strcmp(options->words[0], "words") == 0) {
		complete_print(options);
		return STATUS_FOUND;
	}
	if (options->word_count == 1) script = complete_script(options->words[0]);
	if (!script) {
		complain("completion for which shell? give bash, zsh or fish");
		return STATUS_PROBLEM;
	}
	fputs(script, stdout);
	return STATUS_FOUND;
}
