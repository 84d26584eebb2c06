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
#include <sys/stat.h>
#include <unistd.h>

/* Part of the format: an index made with others cannot be read. */
static const char stemmer[] = "english", backend[] = "glass";

/* A segment takes 250 of them. */
enum { MOST_BYTES = 64 << 20 };

static const char advice[] = "run 'bradsearch check'",
		  renewal[] = "run 'bradsearch index --rebuild'";

/* The checksum of what a manifest says, however it is laid out; false if memory runs out. */
static bool checksum_of(const json_t *json, char out[24])
{
	struct bs_buffer text = {0};
	bool good = bs_json_write(json, JSON_COMPACT | JSON_SORT_KEYS, &text);
	if (good) snprintf(out, 24, "%016" PRIx64, bs_checksum(text.bytes, text.length));
	bs_buffer_free(&text);
	return good;
}

/* ---- Reading ------------------------------------------------------------ */

/* Takes the checksum out, and compares; a manifest without one is good too. */
static brad_status check_sum(json_t *json)
{
	char is[24], said[24];
	const char *text = json_string_value(json_object_get(json, "checksum"));
	if (!text) return BRAD_OK;
	snprintf(said, sizeof said, "%s", text);
	json_object_del(json, "checksum");
	if (!checksum_of(json, is)) return BRAD_ENOMEM;
	return strcmp(is, said) == 0 ? BRAD_OK : BRAD_ECORRUPT;
}

/* Copies a name; false if it is too long or leads out of the directory. */
static bool take_name(const char *from, char *out, size_t room)
{
	size_t n = strlen(from);
	if (n >= room || strchr(from, '/')) return false;
	memcpy(out, from, n + 1);
	return true;
}

static brad_status read_segment(json_t *json, struct bs_manifest *m)
{
	const char *name, *dead = NULL, *checksum, *glass_checksum = "0";
	json_int_t documents, articles, glass, cols;
	json_error_t why;
	if (json_unpack_ex(json, &why, 0, "{s:s,s?s,s:I,s:I,s:I,s:I,s:s,s?s}", "name", &name,
			   "dead", &dead, "documents", &documents, "articles", &articles,
			   "glass_size", &glass, "cols_size", &cols, "cols_checksum", &checksum,
			   "glass_checksum", &glass_checksum) != 0)
		return bs_json_no_memory(&why) ? BRAD_ENOMEM : BRAD_ECORRUPT;
	if (documents <= 0 || documents >= UINT32_MAX || articles <= 0 || articles > documents)
		return BRAD_ECORRUPT;
	struct bs_manifest_segment *s = bs_manifest_add(m);
	if (!s) return BRAD_ENOMEM;
	s->info = (struct bs_segment_info){(uint32_t)documents,
					   (uint32_t)articles,
					   (uint64_t)glass,
					   (uint64_t)cols,
					   strtoull(checksum, NULL, 16),
					   strtoull(glass_checksum, NULL, 16)};
	return take_name(name, s->name, sizeof s->name) &&
			       take_name(dead ? dead : "", s->dead, sizeof s->dead)
		       ? BRAD_OK
		       : BRAD_ECORRUPT;
}

static brad_status read_members(json_t *json, const char *path, struct bs_manifest *m,
				brad_error *err)
{
	const char *uuid, *stem, *back, *sources = NULL;
	json_int_t format, revision, analysis;
	json_t *segments;
	json_error_t why;
	if (json_unpack_ex(json, &why, 0, "{s:I}", "bradsearch", &format) != 0)
		return bs_json_no_memory(&why)
			       ? bs_no_memory(err)
			       : bs_fail(err, BRAD_ECORRUPT,
					 "'%s' is not the manifest of an index; %s", path, advice);
	if (format != BS_FORMAT)
		return bs_fail(err, BRAD_ECORRUPT,
			       "'%s' is of format %" JSON_INTEGER_FORMAT
			       ", and this version reads %d; %s",
			       path, format, BS_FORMAT, renewal);
	bool good =
		json_unpack_ex(json, &why, 0, "{s:s,s:I,s:I,s:s,s:s,s?s,s:o}", "uuid", &uuid,
			       "revision", &revision, "analysis", &analysis, "stemmer", &stem,
			       "backend", &back, "sources", &sources, "segments", &segments) == 0;
	if (!good && bs_json_no_memory(&why)) return bs_no_memory(err);
	good = good && take_name(uuid, m->uuid, sizeof m->uuid) && json_is_array(segments) &&
	       take_name(sources ? sources : "", m->sources, sizeof m->sources);
	for (size_t i = 0; good && i < json_array_size(segments); i++) {
		brad_status status = read_segment(json_array_get(segments, i), m);
		if (status == BRAD_ENOMEM) return bs_no_memory(err);
		good = status == BRAD_OK;
	}
	brad_status sum = good ? check_sum(json) : BRAD_ECORRUPT;
	if (sum == BRAD_ENOMEM) return bs_no_memory(err);
	if (sum != BRAD_OK) return bs_fail(err, BRAD_ECORRUPT, "'%s' is damaged; %s", path, advice);
	if (strcmp(stem, stemmer) != 0 || strcmp(back, backend) != 0)
		return bs_fail(err, BRAD_ECORRUPT,
			       "'%s' needs stemmer '%s' and backend '%s', and this version has "
			       "'%s' and '%s'; %s",
			       path, stem, back, stemmer, backend, renewal);
	m->revision = (uint64_t)revision;
	m->analysis = (uint32_t)analysis;
	return BRAD_OK;
}

/* Why is there no manifest? */
static brad_status not_found(const char *directory, brad_error *err)
{
	struct stat st;
	const char *why = "no such directory";
	if (stat(directory, &st) == 0)
		why = S_ISDIR(st.st_mode) ? "there is none in that directory" : "not a directory";
	return bs_fail(err, BRAD_ENOTFOUND,
		       "cannot open index '%s': %s; run 'bradsearch index' first", directory, why);
}

static brad_status read_bytes(const char *directory, const char *path, struct bs_buffer *out,
			      brad_error *err)
{
	char block[4096];
	uint64_t size;
	ssize_t n = 0;
	int fd;
	brad_status status = bs_open_file(path, &fd, &size, err);
	if (fd < 0 && access(path, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR))
		return not_found(directory, err);
	if (status == BRAD_OK && size > MOST_BYTES)
		status =
			bs_fail(err, BRAD_ECORRUPT, "'%s' is damaged: too large; %s", path, advice);
	while (status == BRAD_OK && (n = read(fd, block, sizeof block)) > 0)
		bs_buffer_add(out, block, (size_t)n);
	if (n < 0) status = bs_fail_errno(err, "read", path);
	if (fd >= 0) close(fd);
	return status == BRAD_OK && out->failed ? bs_no_memory(err) : status;
}

static brad_status read_file(const char *directory, const char *path, struct bs_manifest *out,
			     brad_error *err)
{
	json_error_t why;
	json_t *json = NULL;
	struct bs_buffer bytes = {0};
	brad_status status = read_bytes(directory, path, &bytes, err);
	if (status == BRAD_OK) {
		status = bs_json_read(bytes.bytes ? bytes.bytes : "", bytes.length, &json, &why);
		if (status == BRAD_ENOMEM) status = bs_no_memory(err);
		if (status == BRAD_EINPUT)
			status = bs_fail(err, BRAD_ECORRUPT, "'%s' is damaged: %s; %s", path,
					 why.text, advice);
	}
	if (status == BRAD_OK) status = read_members(json, path, out, err);
	json_decref(json);
	bs_buffer_free(&bytes);
	return status;
}

brad_status bs_manifest_read(const char *directory, struct bs_manifest *out, brad_error *err)
{
	*out = (struct bs_manifest){0};
	char *path = bs_join_path(directory, "manifest");
	if (!path) return bs_no_memory(err);
	brad_status status = read_file(directory, path, out, err);
	/* libjansson drops a byte where memory ended for a moment: look again. */
	if (status == BRAD_ECORRUPT) {
		bs_manifest_free(out);
		status = read_file(directory, path, out, err);
	}
	if (status != BRAD_OK) bs_manifest_free(out);
	free(path);
	return status;
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
				 (json_int_t)m->analysis, "stemmer", stemmer, "backend", backend,
				 "sources", m->sources, "segments", segments);
	char sum[24];
	good = good && json && checksum_of(json, sum) &&
	       json_object_set_new(json, "checksum", json_string(sum)) == 0;
	good = good && bs_json_write(json, JSON_INDENT(1), out);
	json_decref(json);
	return good;
}

static brad_status write_synced(const char *path, const char *text, brad_error *err)
{
	/* Whatever is left there, or was put there, is not written through. */
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
