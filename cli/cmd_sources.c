#include "output.h"

#include <stdlib.h>

static void remark_sources(const struct options *options, const brad_sources *sources,
			   const brad_reasons *reasons)
{
	const brad_heard *heard = brad_sources_heard(sources);
	const char *note;
	char unnamed[80] = "";
	if (heard->articles == 0) remark("nothing found");
	for (size_t i = 0; (note = brad_sources_note(sources, i)); i++) complain("%s", note);
	remark_reasons("", reasons);
	remark_undated(brad_sources_undated(sources));
	if (heard->unnamed > 0)
		snprintf(unnamed, sizeof unnamed, ", %s of them from nobody who can be named",
			 count_text(heard->unnamed, ""));
	if (heard->articles > 0 && options->format != FORMAT_JSON)
		remark("%s of %s in %s quoted or reported%s", count_text(heard->quoted, ""),
		       count_text(heard->sentences, "sentence"),
		       count_text(heard->articles, "article"), unnamed);
}

int cmd_sources(const struct options *options)
{
	static const brad_field fields[] = {BRAD_FIELD_SPEAKER, BRAD_FIELD_SPEAKER, BRAD_FIELD_ROLE,
					    BRAD_FIELD_SOURCE};
	int status = STATUS_PROBLEM;
	brad_sources *sources = NULL;
	brad_reasons *reasons = NULL;
	brad_error error;
	struct output output;
	brad_search_options search = options->search;
	brad_index *index = index_open(options);
	char *words = index ? words_join(options) : NULL;
	if (!words) goto done;
	search.query = words;
	brad_status answer =
		brad_index_sources(index, &search, fields[options->voices], &sources, &error);
	if (answer == BRAD_OK && brad_sources_heard(sources)->articles == 0)
		answer = brad_index_reasons(index, &search, &reasons, &error);
	if (answer != BRAD_OK) {
		complain_query(words, &error);
		goto done;
	}
	struct question question = {NULL, *words ? words : NULL, reasons};
	output_open(&output, options, index, true);
	output.format->sources(&output, &question, sources);
	output_close(&output);
	remark_sources(options, sources, reasons);
	status = brad_sources_heard(sources)->quoted > 0 ? STATUS_FOUND : STATUS_NOTHING;
done:
	brad_reasons_free(reasons);
	brad_sources_free(sources);
	free(words);
	brad_index_free(index);
	return status;
}
