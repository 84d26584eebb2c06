#include "output.h"

#include <stdlib.h>

int cmd_speakers(const struct options *options)
{
	int status = STATUS_PROBLEM;
	brad_people *people = NULL;
	brad_error error;
	struct output output;
	brad_index *index = index_open(options);
	char *name = index ? words_join(options) : NULL;
	if (!name) goto done;
	struct question question = {NULL, *name ? name : NULL};
	if (brad_index_speakers(index, question.query, &people, &error) != BRAD_OK) {
		complain("%s", error.message);
		goto done;
	}
	const brad_person *rows;
	const char *note;
	size_t count = brad_people_rows(people, &rows);
	output_open(&output, options, count > 0);
	output.format->people(&output, &question, people);
	output_close(&output);
	for (size_t i = 0; (note = brad_people_note(people, i)); i++) complain("%s", note);
	if (options->format != FORMAT_JSON) remark("%s", count_text(count, "speaker"));
	status = count > 0 ? STATUS_FOUND : STATUS_NOTHING;
done:
	brad_people_free(people);
	brad_index_free(index);
	free(name);
	return status;
}
