#include "queries.h"
#include "command.h"
#include "terminal.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

struct query_file {
	FILE *stream;
	const char *path;
	size_t line;
	char *text;
	size_t room;
	json_t *object; /* of the query that was lent */
	char *id;
};

struct query_file *queries_open(const char *path)
{
	struct query_file *file = calloc(1, sizeof *file);
	if (!file) {
		complain("out of memory");
		return NULL;
	}
	bool standard = strcmp(path, "-") == 0;
	file->path = standard ? "standard input" : path;
	file->stream = standard ? stdin : fopen(path, "r");
	if (file->stream) return file;
	complain("cannot open '%s': %s", path, errno_text());
	free(file);
	return NULL;
}

static void forget(struct query_file *file)
{
	json_decref(file->object);
	free(file->id);
	file->object = NULL;
	file->id = NULL;
}

/* Reads the line just got; NULL, or what is wrong with it. */
static const char *read_line(struct query_file *file, size_t length, struct query *query)
{
	static char reason[JSON_ERROR_TEXT_LENGTH + 64];
	json_error_t error;
	forget(file);
	file->object = json_loadb(file->text, length, 0, &error);
	if (!file->object) {
		snprintf(reason, sizeof reason, "not JSON: %s", error.text);
		return reason;
	}
	json_t *id = json_object_get(file->object, "id");
	json_t *words = json_object_get(file->object, "query");
	if (!json_is_string(id) && !json_is_integer(id))
		return "expected \"id\" with a string or a number";
	if (!json_is_string(words)) return "expected \"query\" with a string";
	file->id = json_dumps(id, JSON_ENCODE_ANY);
	if (!file->id) return "out of memory";
	query->id = file->id;
	query->words = json_string_value(words);
	query->path = file->path;
	query->line = file->line;
	return NULL;
}

bool queries_next(struct query_file *file, struct query *query, int *status)
{
	ssize_t length;
	while ((length = getline(&file->text, &file->room, file->stream)) >= 0) {
		file->line++;
		if (strspn(file->text, " \t\r\n") == (size_t)length) continue;
		const char *wrong = read_line(file, (size_t)length, query);
		if (!wrong) return true;
		complain("%s:%zu: %s", file->path, file->line, wrong);
		*status = STATUS_PROBLEM;
	}
	if (ferror(file->stream)) {
		complain("cannot read '%s': %s", file->path, errno_text());
		*status = STATUS_PROBLEM;
	}
	return false;
}

void queries_close(struct query_file *file)
{
	forget(file);
	if (file->stream != stdin) fclose(file->stream);
	free(file->text);
	free(file);
}
