/* Is a segment what its writer made?  Its files by their checksums, its parts
 * by whether they fit each other, its articles by what was added. */
#include "index/check.h"

#include "base/error.h"
#include "index/segment_columns.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* ---- Whole files -------------------------------------------------------- */

static void file_name(const struct bs_check *c, size_t i, const char *ending, char *out,
		      size_t room)
{
	snprintf(out, room, "%s%s", c->manifest.segments[i].name, ending);
}

/* Reports damage that costs nothing, as it can be made again. */
static void damaged(struct bs_check *c, size_t i, const char *file, const char *message)
{
	if (c->conditions[i] == BS_SOUND) c->conditions[i] = BS_DAMAGED;
	bs_check_fault(c, BRAD_HARM_AMENDS, file, NULL, NULL, message);
}

static brad_status check_tables(struct bs_check *c, size_t i, brad_error *err)
{
	const struct bs_segment_info *info = &c->manifest.segments[i].info;
	char file[BS_NAME_ROOM + 8];
	uint64_t checksum = 0, size = 0;
	int fd;
	brad_error why = {0};
	file_name(c, i, ".glass", file, sizeof file);
	char *path = bs_join_path(c->directory, file);
	if (!path) return bs_no_memory(err);
	brad_status status = bs_open_file(path, &fd, &size, &why);
	bool ends = bs_check_ends(status, &why, err);
	c->report.bytes += size;
	/* A file that cannot be read is damaged; one that cannot be opened at the moment may be
	 * fine. */
	if (status == BRAD_OK) status = bs_file_checksum(fd, path, &checksum, &why);
	if (fd >= 0) close(fd);
	if (status == BRAD_OK && size != info->glass_size)
		status = bs_fail(&why, BRAD_ECORRUPT, "is not as long as it was");
	else if (status == BRAD_OK && info->glass_checksum && checksum != info->glass_checksum)
		status = bs_fail(&why, BRAD_ECORRUPT, "its checksum differs");
	if (status == BRAD_OK) status = xc_check(path, &why);
	free(path);
	if (ends) return status;
	if (status == BRAD_ENOMEM) return bs_no_memory(err);
	if (status != BRAD_OK) damaged(c, i, file, why.message);
	return BRAD_OK;
}

/* Sections that are damaged, by their checksums. */
static brad_status check_columns(struct bs_check *c, size_t i, brad_error *err)
{
	char file[BS_NAME_ROOM + 8], message[96];
	struct bs_pack pack;
	brad_error why;
	file_name(c, i, ".cols", file, sizeof file);
	char *path = bs_join_path(c->directory, file);
	if (!path) return bs_no_memory(err);
	brad_status status = bs_pack_open(path, &pack, &why);
	c->report.bytes += pack.size;
	if (bs_check_ends(status, &why, err)) {
		free(path);
		return status;
	}
	if (status != BRAD_OK) {
		damaged(c, i, file, why.message);
		status = BRAD_OK;
	} else {
		if (pack.checksum != c->manifest.segments[i].info.cols_checksum ||
		    pack.size != c->manifest.segments[i].info.cols_size)
			damaged(c, i, file, "is not the file that the manifest means");
		for (size_t k = 0; k < pack.count; k++) {
			if (bs_pack_verify(&pack, k, NULL, &why) == BRAD_OK) continue;
			const char *name = k < BS_SECTIONS ? bs_section_names[k] : NULL;
			snprintf(message, sizeof message, "damaged: %s (section %zu)",
				 name ? name : "a part of it", k);
			damaged(c, i, file, message);
		}
	}
	bs_pack_close(&pack);
	free(path);
	return status;
}

brad_status bs_segment_verify(const char *directory, const struct bs_segment *segment,
			      const struct bs_segment_info *info, brad_error *err)
{
	char file[BS_NAME_ROOM + 8];
	uint64_t checksum = 0, size;
	int fd;
	brad_status status = BRAD_OK;
	for (size_t i = 0; i < segment->pack.count && status == BRAD_OK; i++)
		status = bs_pack_verify(&segment->pack, i, bs_section_names, err);
	if (status != BRAD_OK) return status;
	snprintf(file, sizeof file, "%s.glass", segment->name);
	char *path = bs_join_path(directory, file);
	if (!path) return bs_no_memory(err);
	if (info->glass_checksum == 0) { /* of an index whose manifest was made again */
		status = xc_check(path, err);
		free(path);
		return status;
	}
	status = bs_open_file(path, &fd, &size, err);
	if (status == BRAD_OK) status = bs_file_checksum(fd, path, &checksum, err);
	if (fd >= 0) close(fd);
	if (status == BRAD_OK && checksum != info->glass_checksum)
		status = bs_fail(err, BRAD_ECORRUPT,
				 "'%s' is damaged (its checksum differs); run 'bradsearch check'",
				 path);
	free(path);
	return status;
}

/* ---- Articles ----------------------------------------------------------- */

brad_status bs_check_article(struct bs_segment *segment, uint32_t article, brad_article **out,
			     brad_error *err)
{
	brad_status status = bs_segment_article(segment, article, out, err);
	if (status != BRAD_OK) return status;
	uint64_t hash = bs_document_hash(brad_article_document(*out));
	if ((uint32_t)hash == segment->rows[article].checksum) return BRAD_OK;
	brad_article_free(*out);
	*out = NULL;
	return bs_fail(err, BRAD_ECORRUPT, "its text is not what was added");
}

brad_status bs_check_open(const struct bs_check *c, size_t i, struct bs_segment *out,
			  brad_error *err)
{
	const struct bs_manifest_segment *m = &c->manifest.segments[i];
	brad_status status = bs_segment_open_texts(c->directory, m->name, out, err);
	if (status == BRAD_OK && *m->dead && c->conditions[i] != BS_DAMAGED_DEAD) {
		status = bs_segment_open_dead(c->directory, m->dead, true, out, err);
		if (status != BRAD_OK) bs_segment_close(out);
	}
	return status;
}

static void lose(struct bs_check *c, size_t i, const struct bs_segment *s, uint32_t article,
		 const char *message)
{
	const struct bs_article_row *row = &s->rows[article];
	const char *path = bs_segment_text(s, row->path);
	if (c->conditions[i] == BS_SOUND) c->conditions[i] = BS_DAMAGED;
	c->report.losses++;
	const char *id = bs_segment_text(s, row->id);
	char unnamed[sizeof(brad_error) + 64];
	if (!id)
		snprintf(unnamed, sizeof unnamed,
			 "article %" PRIu32 " of it, whose id is lost, cannot be read: %s", article,
			 message);
	bs_check_fault(c, BRAD_HARM_LOSS, s->name, id, path, id ? message : unnamed);
}

static brad_status check_articles(struct bs_check *c, size_t i, struct bs_segment *s,
				  brad_error *err)
{
	for (uint32_t a = 0; a < s->articles; a++) {
		brad_article *article;
		brad_error why;
		if (bs_segment_is_dead(s, a)) continue;
		c->report.articles++;
		c->report.sentences += s->rows[a].count;
		brad_status status = bs_check_article(s, a, &article, &why);
		if (status == BRAD_ENOMEM) return bs_no_memory(err);
		if (status != BRAD_OK) lose(c, i, s, a, why.message);
		brad_article_free(article);
	}
	return BRAD_OK;
}

/* All of its articles are lost; only their number is known. */
static void lose_all(struct bs_check *c, size_t i, const char *why)
{
	char message[sizeof(brad_error) + 64];
	const struct bs_manifest_segment *m = &c->manifest.segments[i];
	c->conditions[i] = BS_DAMAGED;
	c->report.articles += m->info.articles;
	c->report.losses += m->info.articles;
	snprintf(message, sizeof message, "%" PRIu32 " articles, or fewer, cannot be read: %s",
		 m->info.articles, why);
	bs_check_fault(c, BRAD_HARM_LOSS, m->name, NULL, NULL, message);
}

static brad_status check_dead(struct bs_check *c, size_t i, struct bs_segment *s, brad_error *err)
{
	brad_error why, again;
	const char *name = c->manifest.segments[i].dead;
	if (!*name) return BRAD_OK;
	brad_status status = bs_segment_open_dead(c->directory, name, false, s, &why);
	if (status == BRAD_OK || bs_check_ends(status, &why, err)) return status;
	status = bs_segment_open_dead(c->directory, name, true, s, &again);
	if (bs_check_ends(status, &again, err)) return status;
	if (status == BRAD_OK) {
		damaged(c, i, name, why.message);
		return BRAD_OK;
	}
	c->conditions[i] = BS_DAMAGED_DEAD;
	c->report.losses++;
	bs_check_fault(c, BRAD_HARM_LOSS, name, NULL, NULL,
		       "which articles were removed is lost: they would come back");
	return BRAD_OK;
}

/* Does it open as a whole? */
static brad_status check_fit(struct bs_check *c, size_t i, brad_error *err)
{
	struct bs_segment whole;
	brad_error why;
	if (c->conditions[i] != BS_SOUND) return BRAD_OK;
	brad_status status =
		bs_segment_open(c->directory, c->manifest.segments[i].name, &whole, &why);
	if (status == BRAD_OK)
		bs_segment_close(&whole);
	else if (bs_check_ends(status, &why, err))
		return status;
	else
		damaged(c, i, c->manifest.segments[i].name, why.message);
	return BRAD_OK;
}

brad_status bs_check_segment(struct bs_check *c, size_t i, brad_error *err)
{
	struct bs_segment s;
	brad_error why;
	brad_status status = check_tables(c, i, err);
	if (status == BRAD_OK) status = check_columns(c, i, err);
	if (status == BRAD_OK) status = check_fit(c, i, err);
	if (status != BRAD_OK) return status;
	status = bs_segment_open_texts(c->directory, c->manifest.segments[i].name, &s, &why);
	if (bs_check_ends(status, &why, err)) return status;
	if (status != BRAD_OK) {
		lose_all(c, i, why.message);
		return BRAD_OK;
	}
	status = check_dead(c, i, &s, err);
	if (status == BRAD_OK) status = check_articles(c, i, &s, err);
	bs_segment_close(&s);
	return status;
}
