/* What does a manifest say?  And if one bit of it is wrong, which? */
#include "index/manifest.h"

#include "base/buffer.h"
#include "base/error.h"
#include "base/json.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A segment takes 250 bytes.  To try each bit of 4 KB takes a second or two. */
enum { MOST_BYTES = 64 << 20, MOST_MENDED = 4 << 10 };

static const char advice[] = "run 'bradsearch check'",
		  renewal[] = "run 'bradsearch index --rebuild'";

/* Takes the checksum out, and compares. */
static brad_status check_sum(json_t *json)
{
	char is[24], said[24];
	const char *text = json_string_value(json_object_get(json, "checksum"));
	if (!text) return BRAD_ECORRUPT;
	snprintf(said, sizeof said, "%s", text);
	json_object_del(json, "checksum");
	if (!bs_manifest_sum(json, is)) return BRAD_ENOMEM;
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
	const char *name, *dead = NULL, *checksum, *glass_checksum;
	json_int_t documents, articles, glass, cols;
	json_error_t why;
	if (json_unpack_ex(json, &why, 0, "{s:s,s?s,s:I,s:I,s:I,s:I,s:s,s:s}", "name", &name,
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
	const char *uuid, *stem, *back, *sources;
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
		json_unpack_ex(json, &why, 0, "{s:s,s:I,s:I,s:s,s:s,s:s,s:o}", "uuid", &uuid,
			       "revision", &revision, "analysis", &analysis, "stemmer", &stem,
			       "backend", &back, "sources", &sources, "segments", &segments) == 0;
	if (!good && bs_json_no_memory(&why)) return bs_no_memory(err);
	good = good && take_name(uuid, m->uuid, sizeof m->uuid) && json_is_array(segments) &&
	       take_name(sources, m->sources, sizeof m->sources);
	for (size_t i = 0; good && i < json_array_size(segments); i++) {
		brad_status status = read_segment(json_array_get(segments, i), m);
		if (status == BRAD_ENOMEM) return bs_no_memory(err);
		good = status == BRAD_OK;
	}
	brad_status sum = good ? check_sum(json) : BRAD_ECORRUPT;
	if (sum == BRAD_ENOMEM) return bs_no_memory(err);
	if (sum != BRAD_OK) return bs_fail(err, BRAD_ECORRUPT, "'%s' is damaged; %s", path, advice);
	if (strcmp(stem, BS_STEMMER) != 0 || strcmp(back, BS_BACKEND) != 0)
		return bs_fail(err, BRAD_ECORRUPT,
			       "'%s' needs stemmer '%s' and backend '%s', and this version has "
			       "'%s' and '%s'; %s",
			       path, stem, back, BS_STEMMER, BS_BACKEND, renewal);
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

static brad_status read_text(const struct bs_buffer *bytes, const char *path,
			     struct bs_manifest *out, brad_error *err)
{
	json_error_t why;
	json_t *json = NULL;
	brad_status status =
		bs_json_read(bytes->bytes ? bytes->bytes : "", bytes->length, &json, &why);
	if (status == BRAD_ENOMEM) status = bs_no_memory(err);
	if (status == BRAD_EINPUT)
		status = bs_fail(err, BRAD_ECORRUPT, "'%s' is damaged: %s; %s", path, why.text,
				 advice);
	if (status == BRAD_OK) status = read_members(json, path, out, err);
	if (status != BRAD_OK) bs_manifest_free(out);
	json_decref(json);
	return status;
}

brad_status bs_manifest_read(const char *directory, struct bs_manifest *out, brad_error *err)
{
	struct bs_buffer bytes = {0};
	*out = (struct bs_manifest){0};
	char *path = bs_join_path(directory, "manifest");
	if (!path) return bs_no_memory(err);
	brad_status status = read_bytes(directory, path, &bytes, err);
	if (status == BRAD_OK) {
		status = read_text(&bytes, path, out, err);
		/* libjansson may drop a byte when an allocation fails: parse again. */
		if (status == BRAD_ECORRUPT) status = read_text(&bytes, path, out, err);
	}
	bs_buffer_free(&bytes);
	free(path);
	return status;
}

/* ---- One bit that was turned -------------------------------------------- */

/* Leaves the bytes as they are if none of their bits is to blame. */
static brad_status turn_back(struct bs_buffer *bytes, struct bs_manifest *out)
{
	brad_status status = BRAD_ECORRUPT;
	for (size_t bit = 0; bit < bytes->length * 8 && status == BRAD_ECORRUPT; bit++) {
		bytes->bytes[bit / 8] ^= (char)(1 << bit % 8);
		status = read_text(bytes, "manifest", out, NULL);
		bytes->bytes[bit / 8] ^= (char)(1 << bit % 8);
	}
	return status;
}

brad_status bs_manifest_mend(const char *directory, struct bs_manifest *out, brad_error *err)
{
	struct bs_buffer bytes = {0};
	*out = (struct bs_manifest){0};
	char *path = bs_join_path(directory, "manifest");
	if (!path) return bs_no_memory(err);
	brad_status status = read_bytes(directory, path, &bytes, err);
	if (status == BRAD_OK)
		status = bytes.length > MOST_MENDED ? BRAD_ECORRUPT : turn_back(&bytes, out);
	if (status == BRAD_ENOMEM) bs_no_memory(err);
	if (status == BRAD_ECORRUPT)
		bs_fail(err, status, "'%s' has more than one bit that is wrong", path);
	bs_buffer_free(&bytes);
	free(path);
	return status;
}
