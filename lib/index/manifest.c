#include "index/manifest.h"

#include "analysis/article.h"
#include "base/buffer.h"
#include "base/checksum.h"
#include "base/error.h"
#include "base/json.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

bool bs_manifest_sum(const json_t *json, char out[24])
{
	struct bs_buffer text = {0};
	bool good = bs_json_write(json, JSON_COMPACT | JSON_SORT_KEYS, &text);
	if (good) snprintf(out, 24, "%016" PRIx64, bs_checksum(text.bytes, text.length));
	bs_buffer_free(&text);
	return good;
}

/* ---- Writing ------------------------------------------------------------ */

static json_t *write_segment(const struct bs_manifest_segment *s)
{
	char checksum[24], glass_checksum[24];
	snprintf(checksum, sizeof checksum, "%016" PRIx64, s->info.cols_checksum);
	snprintf(glass_checksum, sizeof glass_checksum, "%016" PRIx64, s->info.glass_checksum);
	json_t *json =
		json_pack("{s:s,s:I,s:I,s:I,s:I,s:s,s:s}", "name", s->name, "documents",
			  (json_int_t)s->info.documents, "articles", (json_int_t)s->info.articles,
			  "glass_size", (json_int_t)s->info.glass_size, "cols_size",
			  (json_int_t)s->info.cols_size, "cols_checksum", checksum,
			  "glass_checksum", glass_checksum);
	if (json && *s->dead && json_object_set_new(json, "dead", json_string(s->dead)) != 0) {
		json_decref(json);
		return NULL;
	}
	return json;
}

/* The manifest as text; false if memory runs out. */
static bool write_text(const struct bs_manifest *m, struct bs_buffer *out)
{
	json_t *segments = json_array();
	bool good = segments != NULL;
	for (size_t i = 0; good && i < m->count; i++)
		good = json_array_append_new(segments, write_segment(&m->segments[i])) == 0;
	json_t *json = json_pack("{s:i,s:s,s:I,s:I,s:s,s:s,s:s,s:o}", "bradsearch", BS_FORMAT,
				 "uuid", m->uuid, "revision", (json_int_t)m->revision, "analysis",
				 (json_int_t)m->analysis, "stemmer", BS_STEMMER, "backend",
				 BS_BACKEND, "sources", m->sources, "segments", segments);
	char sum[24];
	good = good && json && bs_manifest_sum(json, sum) &&
	       json_object_set_new(json, "checksum", json_string(sum)) == 0;
	good = good && bs_json_write(json, JSON_INDENT(1), out);
	json_decref(json);
	return good;
}

static brad_status write_synced(const char *path, const char *text, brad_error *err)
{
	/* A link in its place must not be written through. */
	if (unlink(path) != 0 && errno != ENOENT) return bs_fail_errno(err, "replace", path);
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0) return bs_fail_errno(err, "create", path);
	FILE *file = fdopen(fd, "wb");
	if (!file) {
		close(fd);
		return bs_no_memory(err);
	}
	brad_status status = BRAD_OK;
	if (fprintf(file, "%s\n", text) < 0 || fflush(file) != 0 || fsync(fd) != 0)
		status = bs_fail_errno(err, "write", path);
	if (fclose(file) != 0 && status == BRAD_OK) status = bs_fail_errno(err, "write", path);
	return status;
}

brad_status bs_manifest_write(const char *directory, const struct bs_manifest *manifest,
			      brad_error *err)
{
	struct bs_buffer text = {0};
	bool good = write_text(manifest, &text);
	char *path = bs_join_path(directory, "manifest");
	char *temporary = bs_join_path(directory, "manifest.tmp");
	brad_status status = BRAD_OK;
	if (!good || !path || !temporary) status = bs_no_memory(err);
	if (status == BRAD_OK) status = write_synced(temporary, text.bytes, err);
	if (status == BRAD_OK) status = bs_sync_directory(directory, err);
	if (status == BRAD_OK && rename(temporary, path) != 0)
		status = bs_fail_errno(err, "replace", path);
	if (status == BRAD_OK) status = bs_sync_directory(directory, err);
	bs_buffer_free(&text);
	free(path);
	free(temporary);
	return status;
}

/* ---- In memory ---------------------------------------------------------- */

struct bs_manifest_segment *bs_manifest_add(struct bs_manifest *m)
{
	struct bs_manifest_segment *larger =
		realloc(m->segments, (m->count + 1) * sizeof *m->segments);
	if (!larger) return NULL;
	m->segments = larger;
	m->segments[m->count] = (struct bs_manifest_segment){{0}, {0}, {0}};
	return &m->segments[m->count++];
}

brad_status bs_manifest_new(struct bs_manifest *out, brad_error *err)
{
	unsigned char b[16];
	*out = (struct bs_manifest){.analysis = BS_ANALYSIS_VERSION};
	if (getrandom(b, sizeof b, 0) != (ssize_t)sizeof b)
		return bs_fail_errno(err, "read", "/dev/urandom");
	b[6] = (unsigned char)((b[6] & 0x0F) | 0x40); /* RFC 4122: version 4 */
	b[8] = (unsigned char)((b[8] & 0x3F) | 0x80);
	char *at = out->uuid;
	for (int i = 0; i < 16; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10) *at++ = '-';
		at += snprintf(at, 3, "%02x", b[i]);
	}
	return BRAD_OK;
}

void bs_manifest_free(struct bs_manifest *manifest)
{
	free(manifest->segments);
	memset(manifest, 0, sizeof *manifest);
}
