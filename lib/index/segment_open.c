/* Opens the files of a segment: its pack of columns, and its database. */
#include "base/error.h"
#include "index/segment.h"
#include "index/segment_columns.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* libxapian does not check the head of a database, and crashes if it is damaged. */
static brad_status check_head(const struct bs_segment *s, const char *path, brad_error *err)
{
	uint64_t is = 0, said = 0;
	const struct bs_section *section = &s->pack.sections[BS_SECTION_GLASS_HEAD];
	if (section->length == sizeof said) memcpy(&said, section->bytes, sizeof said);
	brad_status status = bs_file_head_checksum(path, &is, err);
	if (status == BRAD_OK && is != said)
		status = bs_fail(err, BRAD_ECORRUPT,
				 "'%s' is damaged (its head); run 'bradsearch check'", path);
	return status;
}

static brad_status open_database(struct bs_segment *s, const char *path, brad_error *err)
{
	brad_status status = check_head(s, path, err);
	if (status == BRAD_OK) status = xc_reader_open(path, &s->database, err);
	if (status == BRAD_OK && xc_reader_documents(s->database) != s->documents)
		status = bs_fail(err, BRAD_ECORRUPT,
				 "'%s' does not fit its columns; run 'bradsearch check'", path);
	return status;
}

static brad_status open_segment(const char *directory, const char *name, bool texts_only,
				struct bs_segment *out, brad_error *err)
{
	*out = (struct bs_segment){0};
	size_t room = strlen(directory) + strlen(name) + sizeof "/.glass";
	char *path = malloc(room);
	out->name = strdup(name);
	brad_status status = path && out->name ? BRAD_OK : bs_no_memory(err);
	if (status == BRAD_OK) {
		snprintf(path, room, "%s/%s.cols", directory, name);
		status = texts_only ? bs_pack_open_mending(path, &out->pack, err)
				    : bs_pack_open(path, &out->pack, err);
	}
	if (status == BRAD_OK) status = bs_segment_take(out, path, texts_only, err);
	if (status == BRAD_OK && !texts_only) {
		snprintf(path, room, "%s/%s.glass", directory, name);
		status = open_database(out, path, err);
	}
	free(path);
	if (status != BRAD_OK) bs_segment_close(out);
	return status;
}

brad_status bs_segment_open(const char *directory, const char *name, struct bs_segment *out,
			    brad_error *err)
{
	return open_segment(directory, name, false, out, err);
}

brad_status bs_segment_open_texts(const char *directory, const char *name, struct bs_segment *out,
				  brad_error *err)
{
	return open_segment(directory, name, true, out, err);
}
