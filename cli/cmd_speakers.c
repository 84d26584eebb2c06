#include "output.h"

#include <stdlib.h>

static int print_people(const struct options *options, const brad_index *index,
			const struct question *question, const brad_people *people)
{
	struct output output;
	const brad_person *rows;
	size_t count = brad_people_rows(people, &rows);
	output_open(&output, options, index, count > 0);
	output.format->people(&output, question, people);
	output_close(&output);
	if (options->format != FORMAT_JSON) remark("%s", count_text(count, "speaker"));
	return count > 0 ? STATUS_FOUND : STATUS_NOTHING;
}

static int print_ambiguities(const struct options *options, const brad_index *index,
			     const struct question *question, brad_people *people)
{
	struct output output;
	const brad_ambiguity *rows;
	size_t count;
	brad_error error;
	if (brad_people_ambiguities(people, &rows, &count, &error) != BRAD_OK) {
		complain("%s", error.message);
		return STATUS_PROBLEM;
	}
	output_open(&output, options, index, count > 0);
	output.format->ambiguities(&output, question, people, rows, count);
	output_close(&output);
	if (options->format != FORMAT_JSON) remark("%s in doubt", count_text(count, "name"));
	return count > 0 ? STATUS_FOUND : STATUS_NOTHING;
}

int cmd_speakers(const struct options *options)
{
	int status = STATUS_PROBLEM;
	brad_people *people = NULL;
	brad_error error;
	const char *note;
	brad_index *index = index_open(options);
	char *name = index ? words_join(options) : NULL;
	if (!name) goto done;
	struct question question = {.query = *name ? name : NULL};
	if (brad_index_speakers(index, question.query, &people, &error) != BRAD_OK)
		complain("%s", error.message);
	else if (options->ambiguous)
		status = print_ambiguities(options, index, &question, people);
	else
		status = print_people(options, index, &question, people);
	for (size_t i = 0; people && (note = brad_people_note(people, i)); i++)
		complain("%s", note);
done:
	brad_people_free(people);
	brad_index_free(index);
	free(name);
	return status;
}
