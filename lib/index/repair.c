/* How is a damaged index repaired?  Its sound segments stay.  The articles of the others are
 * read, compared with what was added, and indexed again like new ones. */
#include "index/check.h"

#include "base/error.h"
#include "index/lock.h"
#include "index/writer.h"

#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static brad_status written_meanwhile(const struct bs_check *c, brad_error *err)
{
	return bs_fail(err, BRAD_ELOCKED, "index '%s' was written to meanwhile; check it again",
		       c->directory);
}

/* No writer can open an index whose manifest is damaged, but a rebuild may have replaced it. */
brad_status bs_rewrite_manifest(const struct bs_check *c, brad_error *err)
{
	struct bs_manifest now;
	int lock;
	brad_status status = bs_lock_take(c->directory, &lock, err);
	if (status != BRAD_OK) return status;
	if (bs_manifest_read(c->directory, &now, NULL) == BRAD_OK)
		status = written_meanwhile(c, err);
	else
		status = bs_manifest_write(c->directory, &c->manifest, err);
	bs_manifest_free(&now);
	bs_lock_release(lock);
	return status;
}

/* ---- A manifest from what there is -------------------------------------- */

/* Finds the latest list of a segment's dead articles. */
static void find_dead(DIR *entries, struct bs_manifest_segment *s)
{
	uint64_t latest = 0;
	size_t n = strlen(s->name);
	rewinddir(entries);
	for (const struct dirent *e; (e = readdir(entries));) {
		const char *name = e->d_name;
		if (strncmp(name, s->name, n) != 0 || strncmp(name + n, ".dead.", 6) != 0) continue;
		uint64_t revision = strtoull(name + n + 6, NULL, 10);
		if (revision < latest || strlen(name) >= sizeof s->dead) continue;
		latest = revision;
		memcpy(s->dead, name, strlen(name) + 1);
	}
}

/* Finds out what a segment holds; *usable is false if it is too damaged, or incomplete. */
static brad_status describe(const char *directory, const char *name, struct bs_manifest_segment *s,
			    bool *usable, brad_error *err)
{
	struct bs_segment segment;
	struct stat st;
	char file[BS_NAME_ROOM + 8];
	brad_error why;
	memcpy(s->name, name, strlen(name) + 1);
	brad_status status = bs_segment_open_texts(directory, name, &segment, &why);
	*usable = status == BRAD_OK;
	if (bs_check_ends(status, &why, err)) return status;
	if (!*usable) return BRAD_OK;
	snprintf(file, sizeof file, "%s.glass", name);
	char *path = bs_join_path(directory, file);
	if (!path) status = bs_no_memory(err);
	*usable = path && stat(path, &st) == 0;
	s->info = (struct bs_segment_info){
		segment.documents, segment.articles,      *usable ? (uint64_t)st.st_size : 0,
		segment.pack.size, segment.pack.checksum, 0};
	free(path);
	bs_segment_close(&segment);
	return status;
}

static int by_revision(const void *a, const void *b)
{
	const struct bs_manifest_segment *x = a, *y = b;
	uint64_t i = strtoull(x->name + 4, NULL, 10), k = strtoull(y->name + 4, NULL, 10);
	return i != k ? (i > k) - (i < k) : strcmp(x->name, y->name);
}

/* Names every segment that can be read, including the last ones that a writer finished and did
 * not publish; where two articles have the same id, the later one counts. */
brad_status bs_guess_manifest(const char *directory, brad_error *err)
{
	struct bs_manifest m;
	int lock;
	brad_status status = bs_lock_take(directory, &lock, err);
	if (status != BRAD_OK) return status;
	status = bs_manifest_new(&m, err);
	DIR *entries = status == BRAD_OK ? opendir(directory) : NULL;
	if (status == BRAD_OK && !entries) status = bs_fail_errno(err, "open", directory);
	m.revision = bs_greatest_revision(directory);
	for (const struct dirent *e; status == BRAD_OK && (e = readdir(entries));) {
		struct bs_manifest_segment found = {{0}, {0}, {0}};
		char name[BS_NAME_ROOM];
		bool usable;
		size_t n = strlen(e->d_name);
		if (strncmp(e->d_name, "seg-", 4) != 0 || n < 6 || n >= sizeof name ||
		    strcmp(e->d_name + n - 5, ".cols") != 0)
			continue;
		snprintf(name, sizeof name, "%.*s", (int)n - 5, e->d_name);
		status = describe(directory, name, &found, &usable, err);
		if (status != BRAD_OK || !usable) continue;
		struct bs_manifest_segment *s = bs_manifest_add(&m);
		if (s)
			*s = found;
		else
			status = bs_no_memory(err);
	}
	for (size_t i = 0; status == BRAD_OK && i < m.count; i++)
		find_dead(entries, &m.segments[i]);
	if (entries) closedir(entries);
	if (m.count) qsort(m.segments, m.count, sizeof *m.segments, by_revision);
	if (status == BRAD_OK) status = bs_manifest_write(directory, &m, err);
	bs_manifest_free(&m);
	bs_lock_release(lock);
	return status;
}

/* ---- Segments ----------------------------------------------------------- */

/* The writer goes on with the sound ones only. */
static void keep_sound(const struct bs_check *c, struct bs_manifest *m)
{
	size_t kept = 0;
	for (size_t i = 0; i < m->count; i++)
		if (c->conditions[i] == BS_SOUND) m->segments[kept++] = m->segments[i];
	m->count = kept;
	/* If articles may be gone, all files are to be read again. */
	if (c->sources_damaged || c->report.losses > 0) *m->sources = '\0';
}

static brad_status take_segment(struct bs_check *c, size_t i, brad_writer *w, brad_error *err)
{
	struct bs_segment s;
	brad_error why;
	brad_status status = bs_check_open(c, i, &s, &why);
	if (bs_check_ends(status, &why, err)) return status;
	if (status != BRAD_OK) {
		c->report.dropped += c->manifest.segments[i].info.articles;
		return BRAD_OK;
	}
	for (uint32_t a = 0; a < s.articles && status == BRAD_OK; a++) {
		brad_article *article;
		if (bs_segment_is_dead(&s, a)) continue;
		status = bs_check_article(&s, a, &article, &why);
		if (status == BRAD_ENOMEM) {
			bs_no_memory(err);
		} else if (status != BRAD_OK) {
			c->report.dropped++;
			status = BRAD_OK;
		} else if (bs_catalogue_find(&w->catalogue, bs_segment_text(&s, s.rows[a].id)) ==
			   BS_NO_ENTRY) {
			c->report.remade++;
			status = bs_writer_hand_over(w, brad_article_document(article),
						     s.rows[a].hash, s.rows[a].added, err);
		}
		brad_article_free(article);
	}
	bs_segment_close(&s);
	return status;
}

/* The newest first: where two articles have the same id, the later one stays. */
static brad_status take_segments(struct bs_check *c, brad_writer *w, brad_error *err)
{
	brad_status status = BRAD_OK;
	for (size_t i = c->manifest.count; i-- > 0 && status == BRAD_OK;)
		if (c->conditions[i] != BS_SOUND) status = take_segment(c, i, w, err);
	return status;
}

static brad_status mend(struct bs_check *c, brad_writer *w, brad_error *err)
{
	if (w->manifest.revision != c->manifest.revision) return written_meanwhile(c, err);
	bool all_sound = !c->sources_damaged;
	for (size_t i = 0; i < c->manifest.count; i++)
		all_sound = all_sound && c->conditions[i] == BS_SOUND;
	if (all_sound && !c->guessed) return BRAD_OK; /* opening it removed leftovers */
	keep_sound(c, &w->manifest);
	brad_status status = bs_writer_load(w, err);
	if (status == BRAD_OK) status = take_segments(c, w, err);
	w->catalogue.changed = true;
	return status == BRAD_OK ? brad_writer_commit(w, NULL, err) : status;
}

brad_status bs_repair(struct bs_check *c, brad_error *err)
{
	brad_writer *w;
	brad_status status = brad_writer_open(c->directory, NULL, &w, err);
	if (status == BRAD_OK) status = mend(c, w, err);
	brad_writer_free(w);
	return status;
}
