#include "output.h"

/* Parses all of a file; returns the exit status so far, with this one taken into account. */
static void parse_file(struct output *output, const char *path, int *status)
{
	brad_reader *reader;
	const brad_document *document;
	brad_error error;
	brad_status answer =
		brad_reader_open(path, (brad_input)output->options->input, &reader, &error);
	if (answer != BRAD_OK) {
		complain("%s", error.message);
		*status = STATUS_PROBLEM;
		return;
	}
	brad_reader_limit(reader, output->options->max_article_size);
	do {
		brad_article *article = NULL;
		answer = brad_reader_next(reader, &document, &error);
		if (answer == BRAD_OK && !document) break;
		if (answer == BRAD_OK) answer = brad_article_parse(document, &article, &error);
		if (answer == BRAD_OK) {
			output->format->article(output, article, NULL);
			output->begun = true;
			if (*status == STATUS_NOTHING) *status = STATUS_FOUND;
		} else {
			complain("%s", error.message);
			*status = STATUS_PROBLEM;
		}
		brad_article_free(article);
	} while ((answer == BRAD_OK || answer == BRAD_EINPUT) && !terminal_failed());
	brad_reader_free(reader);
}

int cmd_parse(const struct options *options)
{
	int status = STATUS_NOTHING;
	struct output output;
	if (options->word_count == 0) {
		complain("parse what? give files, or - for standard input");
		return STATUS_PROBLEM;
	}
	output_open(&output, options, NULL, true);
	for (size_t i = 0; i < options->word_count && !terminal_failed(); i++)
		parse_file(&output, options->words[i], &status);
	output_close(&output);
	return status;
}
