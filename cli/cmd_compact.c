#include "command.h"
#include "output.h"

#include <stdlib.h>

int cmd_compact(const struct options *options)
{
	brad_writer *writer;
	brad_index *index;
	brad_error error;
	if (options->word_count > 0) {
		complain("compact takes no words; the index is named with --index");
		return STATUS_PROBLEM;
	}
	/* A writer would make an index where there is none. */
	if (!(index = index_open(options))) return STATUS_PROBLEM;
	uint32_t before = brad_index_about(index)->segments;
	brad_index_free(index);
	char *directory = index_directory(options);
	if (!directory) return STATUS_PROBLEM;
	brad_status status = brad_writer_open(directory, NULL, &writer, &error);
	free(directory);
	if (status == BRAD_OK) status = brad_writer_compact(writer, &error);
	if (status == BRAD_OK) status = brad_writer_commit(writer, NULL, &error);
	brad_writer_free(writer);
	if (status != BRAD_OK) {
		complain("%s", error.message);
		return STATUS_PROBLEM;
	}
	if ((index = index_open(options)))
		remark("%s before, %s now", count_text(before, "piece"),
		       count_text(brad_index_about(index)->segments, ""));
	brad_index_free(index);
	return index ? STATUS_FOUND : STATUS_PROBLEM;
}
