#include "base/error.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct brad_reader {
	FILE *file;
	char *path, *line;
	size_t room, number;
	json_t *json;
	brad_document document;
};

brad_status brad_reader_open(const char *path, brad_input input, brad_reader **out, brad_error *err)
{
	(void)input;
	brad_reader *r = calloc(1, sizeof *r);
	*out = NULL;
	if (!r) return bs_no_memory(err);
	r->file = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
	r->path = strdup(path);
	if (!r->file) {
		brad_status status = bs_fail_errno(err, "open", path);
		brad_reader_free(r);
		return status;
	}
	*out = r;
	return BRAD_OK;
}

brad_status brad_reader_next(brad_reader *r, const brad_document **out, brad_error *err)
{
	*out = NULL;
	ssize_t n = getline(&r->line, &r->room, r->file);
	if (n < 0) return BRAD_OK;
	r->number++;
	json_decref(r->json);
	r->json = json_loadb(r->line, (size_t)n, 0, NULL);
	if (!r->json) return bs_fail(err, BRAD_EINPUT, "%s:%zu: not JSON", r->path, r->number);
	r->document = (brad_document)BRAD_DOCUMENT_INIT;
	r->document.id = json_string_value(json_object_get(r->json, "id"));
	r->document.text = json_string_value(json_object_get(r->json, "text"));
	if (!r->document.text) r->document.text = "";
	r->document.text_length = strlen(r->document.text);
	const char *date = json_string_value(json_object_get(r->json, "date"));
	if (date) brad_date_read(date, &r->document.date, NULL);
	*out = &r->document;
	return BRAD_OK;
}

void brad_reader_free(brad_reader *r)
{
	if (!r) return;
	if (r->file && r->file != stdin) fclose(r->file);
	json_decref(r->json);
	free(r->line);
	free(r->path);
	free(r);
}
