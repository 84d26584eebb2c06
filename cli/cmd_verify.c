#include "output.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_INPUT = 1 << 20 };

/* All of standard input, for free(); NULL after a message. */
static char *read_input(void)
{
	char *text = malloc(LONGEST_INPUT + 1);
	if (!text) return complain("out of memory"), NULL;
	size_t length = fread(text, 1, LONGEST_INPUT + 1, stdin);
	text[length <= LONGEST_INPUT ? length : 0] = '\0';
	if (ferror(stdin))
		complain("cannot read standard input");
	else if (length > LONGEST_INPUT)
		complain("standard input is too long to be a quotation");
	else if (strlen(text) < length)
		complain("standard input is no text: it has a NUL");
	else
		return text;
	free(text);
	return NULL;
}

static bool is_input(const struct options *options)
{
	return options->word_count == 1 && strcmp(options->words[0], "-") == 0;
}

int cmd_verify(const struct options *options)
{
	int status = STATUS_PROBLEM;
	brad_verification *verification = NULL;
	brad_error error;
	struct output output;
	const char *note;
	if (!options->batch == !options->word_count) {
		complain("verify what? give a quotation, or - for standard input; or --batch "
			 "FILE.csv");
		return status;
	}
	brad_index *index = index_open(options);
	if (!index) return status;
	if (options->batch) {
		status = verify_batch(options, index);
		brad_index_free(index);
		return status;
	}
	char *text = is_input(options) ? read_input() : words_join(options);
	if (!text) goto done;
	if (brad_index_verify(index, text, options->search.speaker, &verification, &error) !=
	    BRAD_OK) {
		complain("%s", error.message);
		goto done;
	}
	output_open(&output, options, index, true);
	output.format->verification(&output, text, verification);
	output_close(&output);
	for (size_t i = 0; (note = brad_verification_note(verification, i)); i++)
		complain("%s", note);
	status = brad_verification_finding(verification)->verdict == BRAD_VERDICT_EXACT
			 ? STATUS_FOUND
			 : STATUS_NOTHING;
done:
	brad_verification_free(verification);
	brad_index_free(index);
	free(text);
	return status;
}
