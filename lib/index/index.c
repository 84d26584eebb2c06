#include "index/index.h"

#include "analysis/article.h"
#include "base/error.h"
#include "index/check.h"
#include "index/people.h"
#include "index/ranks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MOST_ATTEMPTS = 8 };

/* ---- Opening the segments ----------------------------------------------- */

static brad_status unfit(const char *directory, const char *name, brad_error *err)
{
	return bs_fail(err, BRAD_ECORRUPT,
		       "'%s/%s' is not as the manifest says; run 'bradsearch check'", directory,
		       name);
}

/* Counts the dead, and makes sure that the bitmap names no others; false if memory runs out. */
static bool take_dead(struct bs_segment *s, const unsigned char *bitmap, size_t length, bool *fits)
{
	*fits = length == ((size_t)s->articles + 7) / 8;
	if (!*fits) return true;
	s->dead = malloc(length);
	if (!s->dead) return false;
	memcpy(s->dead, bitmap, length);
	for (uint32_t i = 0; i < s->articles; i++) {
		if (!bs_segment_is_dead(s, i)) continue;
		s->dead_articles++;
		s->dead_documents += s->rows[i].count;
	}
	*fits = s->articles % 8 == 0 || s->dead[length - 1] >> s->articles % 8 == 0;
	return true;
}

/* Where articles have moved to within their files; false if memory runs out. */
static bool take_lines(struct bs_segment *s, const struct bs_section *lines, bool *fits)
{
	*fits = lines->length == s->articles * sizeof *s->lines;
	if (!*fits) return true;
	s->lines = malloc(lines->length);
	if (s->lines) memcpy(s->lines, lines->bytes, lines->length);
	return s->lines != NULL;
}

static void forget_dead(struct bs_segment *s)
{
	free(s->dead);
	free(s->lines);
	s->dead = NULL;
	s->lines = NULL;
	s->dead_articles = s->dead_documents = 0;
}

static brad_status open_dead(const char *path, bool mend, struct bs_pack *pack, brad_error *err)
{
	size_t tries = BS_PACK_TRIES;
	if (!mend) return bs_pack_open(path, pack, err);
	brad_status status = bs_pack_open_mending(path, pack, err);
	for (size_t i = 0; status == BRAD_OK && i < pack->count; i++) bs_pack_mend(pack, i, &tries);
	return status;
}

brad_status bs_segment_open_dead(const char *directory, const char *name, bool mend,
				 struct bs_segment *s, brad_error *err)
{
	struct bs_pack pack;
	char *path = bs_join_path(directory, name);
	if (!path) return bs_no_memory(err);
	brad_status status = open_dead(path, mend, &pack, err);
	if (status == BRAD_OK) {
		bool fits = true;
		status = bs_pack_verify(&pack, 0, NULL, err);
		if (status == BRAD_OK &&
		    !take_dead(s, pack.sections[0].bytes, pack.sections[0].length, &fits))
			status = bs_no_memory(err);
		if (status == BRAD_OK && fits && pack.count > 1) {
			status = bs_pack_verify(&pack, 1, NULL, err);
			if (status == BRAD_OK && !take_lines(s, &pack.sections[1], &fits))
				status = bs_no_memory(err);
		}
		if (!fits) status = unfit(directory, name, err);
		if (status != BRAD_OK) forget_dead(s);
		bs_pack_close(&pack);
	}
	free(path);
	return status;
}

static brad_status check_size(const char *directory, const char *name, const char *ending,
			      uint64_t size, brad_error *err)
{
	struct stat st;
	char file[BS_NAME_ROOM + 8];
	snprintf(file, sizeof file, "%s%s", name, ending);
	char *path = bs_join_path(directory, file);
	if (!path) return bs_no_memory(err);
	bool has = stat(path, &st) == 0 && (uint64_t)st.st_size == size;
	free(path);
	return has ? BRAD_OK : unfit(directory, name, err);
}

/* Opens a segment, if its files are the ones that the manifest describes. */
static brad_status open_segment(const char *directory, const struct bs_manifest_segment *m,
				bool whole, struct bs_segment *s, brad_error *err)
{
	brad_status status = check_size(directory, m->name, ".glass", m->info.glass_size, err);
	if (status == BRAD_OK)
		status = check_size(directory, m->name, ".cols", m->info.cols_size, err);
	if (status == BRAD_OK) status = bs_segment_open(directory, m->name, s, err);
	if (status == BRAD_OK && s->pack.checksum != m->info.cols_checksum)
		status = unfit(directory, m->name, err);
	if (status == BRAD_OK && *m->dead)
		status = bs_segment_open_dead(directory, m->dead, false, s, err);
	if (status == BRAD_OK && whole) status = bs_segment_verify(directory, s, &m->info, err);
	return status;
}

brad_status bs_segments_open(const char *directory, const struct bs_manifest *manifest, bool whole,
			     struct bs_segment **out, brad_error *err)
{
	brad_status status = BRAD_OK;
	*out = calloc(manifest->count + 1, sizeof **out);
	if (!*out) return bs_no_memory(err);
	for (size_t i = 0; i < manifest->count && status == BRAD_OK; i++)
		status = open_segment(directory, &manifest->segments[i], whole, &(*out)[i], err);
	if (status == BRAD_OK) return BRAD_OK;
	bs_segments_close(*out, manifest->count);
	*out = NULL;
	return status;
}

void bs_segments_close(struct bs_segment *segments, size_t count)
{
	for (size_t i = 0; segments && i < count; i++)
		if (segments[i].name) bs_segment_close(&segments[i]);
	free(segments);
}

/* ---- Opening an index --------------------------------------------------- */

/* While the files of a manifest are being opened, a writer may replace it and remove the files
 * it named; then the new manifest is read. */
static brad_status follow_manifest(struct brad_index *index, bool whole, struct bs_manifest *m,
				   brad_error *err)
{
	uint64_t failed = 0;
	brad_error why;
	for (int attempt = 0;; attempt++) {
		brad_status status = bs_manifest_read(index->directory, m, err);
		if (status != BRAD_OK) return status;
		if (attempt > 0 && (m->revision == failed || attempt == MOST_ATTEMPTS)) {
			if (err) *err = why;
			return why.status;
		}
		if (bs_segments_open(index->directory, m, whole, &index->segments, &why) == BRAD_OK)
			return BRAD_OK;
		failed = m->revision;
		bs_manifest_free(m);
	}
}

/* A document that only holds the place of an article without prose is no sentence. */
static uint64_t count_sentences(const struct bs_segment *s)
{
	uint64_t count = s->documents - s->dead_documents - s->placeholders;
	for (uint32_t i = 0; i < s->articles && s->placeholders > 0; i++)
		if (bs_segment_is_dead(s, i) && s->role[s->rows[i].first] == BRAD_ROLE_FURNITURE)
			count++;
	return count;
}

static void describe(struct brad_index *index, const struct bs_manifest *m)
{
	memcpy(index->uuid, m->uuid, sizeof index->uuid);
	index->segment_count = m->count;
	index->info.uuid = index->uuid;
	index->info.revision = m->revision;
	index->info.segments = (uint32_t)m->count;
	index->info.outdated = m->analysis != BS_ANALYSIS_VERSION;
	for (size_t i = 0; i < m->count; i++) {
		const struct bs_segment *s = &index->segments[i];
		index->info.articles += s->articles - s->dead_articles;
		index->info.sentences += count_sentences(s);
	}
}

static brad_status open_index(const char *directory, bool whole, brad_index **out, brad_error *err)
{
	bs_error_clear(err);
	*out = NULL;
	if (!directory) return bs_fail(err, BRAD_EINVAL, "an index needs a directory");
	struct brad_index *index = calloc(1, sizeof *index);
	if (!index) return bs_no_memory(err);
	struct bs_manifest manifest = {0};
	index->directory = bs_settle_path(directory);
	brad_status status = index->directory ? follow_manifest(index, whole, &manifest, err)
					      : bs_no_memory(err);
	if (status == BRAD_OK) {
		describe(index, &manifest);
		status = xc_stemmer_new(&index->stemmer, err);
	}
	bs_manifest_free(&manifest);
	if (status == BRAD_OK)
		*out = index;
	else
		brad_index_free(index);
	return status;
}

brad_status brad_index_open(const char *directory, brad_index **out, brad_error *err)
{
	return open_index(directory, false, out, err);
}

brad_status brad_index_open_verified(const char *directory, brad_index **out, brad_error *err)
{
	return open_index(directory, true, out, err);
}

void brad_index_free(brad_index *index)
{
	if (!index) return;
	bs_segments_close(index->segments, index->segment_count);
	xc_stemmer_free(index->stemmer);
	bs_people_free(index->people);
	bs_ranks_free(index->ranks);
	bs_arena_free(&index->spare);
	free(index->directory);
	free(index);
}

const brad_index_info *brad_index_about(const brad_index *index)
{
	return &index->info;
}

void bs_index_forget(const struct brad_index *index)
{
	for (size_t i = 0; i < index->segment_count; i++) bs_pack_forget(&index->segments[i].pack);
}

brad_status bs_index_sound(const struct brad_index *index, brad_status status, brad_error *err)
{
	if (status != BRAD_OK && status != BRAD_ECORRUPT) return status;
	for (size_t i = 0; i < index->segment_count; i++) {
		brad_status sound = bs_segment_sound(&index->segments[i], err);
		if (sound != BRAD_OK) return sound;
	}
	return status;
}
