#include "index/commit.h"

#include "analysis/article.h"
#include "base/error.h"
#include "index/check.h"
#include "index/writer.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Analysing again ---------------------------------------------------- */

/* The index was analysed by another version: its articles are read from the segments and
 * indexed like new ones.  Damaged ones are refused, since they would look as if they had been
 * added that way. */
static brad_status analyse_again(brad_writer *w, brad_error *err)
{
	struct bs_catalogue *c = &w->catalogue;
	uint32_t count = c->count;
	brad_status status = BRAD_OK;
	for (uint32_t i = 0; i < count && status == BRAD_OK; i++) {
		struct bs_entry e = c->entries[i];
		brad_article *article;
		if (e.dead || e.segment == BS_ON_ITS_WAY) continue;
		struct bs_segment *from = &w->segments[e.segment];
		status = bs_check_article(from, e.row, &article, err);
		if (status == BRAD_ECORRUPT) return bs_segment_damaged(from, err);
		if (status != BRAD_OK) return status;
		brad_document document = *brad_article_document(article);
		document.line = e.line;
		status = bs_writer_hand_over(w, &document, e.hash, from->rows[e.row].added, err);
		brad_article_free(article);
		bs_writer_tick(w);
	}
	return status;
}

/* ---- Drafts of the segments --------------------------------------------- */

static size_t bitmap_size(const struct bs_draft *d)
{
	return ((size_t)d->segment.info.articles + 7) / 8;
}

static bool take_lines(struct bs_draft *d, const struct bs_segment *s)
{
	d->lines = calloc(s->articles, sizeof *d->lines);
	for (uint32_t i = 0; d->lines && i < s->articles; i++) d->lines[i] = bs_segment_line(s, i);
	return d->lines != NULL;
}

void bs_draft_free(struct bs_draft *draft)
{
	free(draft->dead);
	free(draft->lines);
	draft->dead = NULL;
	draft->lines = NULL;
}

static brad_status draft_old(const brad_writer *w, struct bs_draft *drafts, brad_error *err)
{
	for (size_t i = 0; i < w->manifest.count; i++) {
		const struct bs_segment *s = &w->segments[i];
		drafts[i].segment = w->manifest.segments[i];
		drafts[i].dead_count = s->dead_articles;
		if (s->dead) {
			drafts[i].dead = malloc(bitmap_size(&drafts[i]));
			if (!drafts[i].dead) return bs_no_memory(err);
			memcpy(drafts[i].dead, s->dead, bitmap_size(&drafts[i]));
		}
		if (s->lines && !take_lines(&drafts[i], s)) return bs_no_memory(err);
	}
	return BRAD_OK;
}

/* Stores in the entries where their articles are now. */
static void draft_made(brad_writer *w, struct bs_draft *drafts, const struct bs_made *made,
		       size_t count)
{
	size_t at = w->manifest.count;
	for (size_t i = 0; i < count; i++, at++) {
		memcpy(drafts[at].segment.name, made[i].name, sizeof made[i].name);
		drafts[at].segment.info = made[i].info;
		const uint32_t *numbers = (const uint32_t *)(const void *)made[i].numbers.bytes;
		for (uint32_t row = 0; row < made[i].info.articles; row++) {
			struct bs_entry *e = &w->catalogue.entries[numbers[row]];
			e->segment = (uint32_t)at;
			e->row = row;
		}
	}
}

/* Marks articles dead that were alive when they were loaded or made, and no longer are. */
static brad_status mark_dead(const brad_writer *w, struct bs_draft *drafts, brad_error *err)
{
	for (uint32_t i = 0; i < w->catalogue.count; i++) {
		const struct bs_entry *e = &w->catalogue.entries[i];
		if (!e->dead || e->segment == BS_ON_ITS_WAY) continue;
		struct bs_draft *d = &drafts[e->segment];
		if (!d->dead) d->dead = calloc(1, bitmap_size(d));
		if (!d->dead) return bs_no_memory(err);
		d->dead[e->row / 8] |= (unsigned char)(1 << e->row % 8);
		d->dead_count++;
		d->changed = true;
	}
	return BRAD_OK;
}

/* Marks articles that were found on another line of their file than before. */
static brad_status mark_moved(const brad_writer *w, struct bs_draft *drafts, brad_error *err)
{
	for (uint32_t i = 0; i < w->catalogue.count; i++) {
		const struct bs_entry *e = &w->catalogue.entries[i];
		if (!e->moved) continue;
		struct bs_draft *d = &drafts[e->segment];
		if (!d->dead) d->dead = calloc(1, bitmap_size(d));
		if (!d->dead) return bs_no_memory(err);
		if (!d->lines && !take_lines(d, &w->segments[e->segment])) return bs_no_memory(err);
		d->lines[e->row] = e->line;
		d->changed = true;
	}
	return BRAD_OK;
}

/* Drops segments in which no article is alive. */
static void drop_empty(struct bs_draft *drafts, size_t *count)
{
	size_t kept = 0;
	for (size_t i = 0; i < *count; i++) {
		if (drafts[i].dead_count == drafts[i].segment.info.articles)
			bs_draft_free(&drafts[i]);
		else
			drafts[kept++] = drafts[i];
	}
	*count = kept;
}

/* ---- Writing ------------------------------------------------------------ */

static brad_status write_dead(const char *directory, uint64_t revision, struct bs_draft *d,
			      brad_error *err)
{
	char name[2 * BS_NAME_ROOM];
	uint64_t checksum, size;
	const struct bs_section sections[] = {
		{d->dead, bitmap_size(d)}, {d->lines, d->segment.info.articles * sizeof *d->lines}};
	if (!d->changed) return BRAD_OK;
	int n = snprintf(name, sizeof name, "%s.dead.%" PRIu64, d->segment.name, revision);
	if (n >= (int)sizeof d->segment.dead)
		return bs_fail(err, BRAD_EINTERNAL, "the name '%s' is too long", name);
	memcpy(d->segment.dead, name, (size_t)n + 1);
	char *path = bs_join_path(directory, name);
	brad_status status =
		path ? bs_pack_write(path, sections, d->lines ? 2 : 1, &checksum, &size, err)
		     : bs_no_memory(err);
	free(path);
	return status;
}

static brad_status write_sources(const brad_writer *w, struct bs_manifest *next, brad_error *err)
{
	memcpy(next->sources, w->manifest.sources, sizeof next->sources);
	if (!w->catalogue.sources.changed && !w->catalogue.changed) return BRAD_OK;
	snprintf(next->sources, sizeof next->sources, "sources.%" PRIu64, next->revision);
	char *path = bs_join_path(w->directory, next->sources);
	brad_status status =
		path ? bs_sources_write(path, &w->catalogue.sources, err) : bs_no_memory(err);
	free(path);
	return status;
}

static brad_status write_next(const brad_writer *w, struct bs_draft *drafts, size_t count,
			      struct bs_manifest *next, brad_error *err)
{
	brad_status status = write_sources(w, next, err);
	for (size_t i = 0; i < count && status == BRAD_OK; i++) {
		status = write_dead(w->directory, next->revision, &drafts[i], err);
		struct bs_manifest_segment *s = bs_manifest_add(next);
		if (!s) return bs_no_memory(err);
		*s = drafts[i].segment;
	}
	return status == BRAD_OK ? bs_manifest_write(w->directory, next, err) : status;
}

/* Writes everything that the new manifest needs, then the manifest. */
static brad_status write_all(brad_writer *w, const struct bs_made *made, size_t made_count,
			     struct bs_manifest *next, brad_error *err)
{
	size_t count = w->manifest.count + made_count;
	struct bs_draft *drafts = calloc(count + 1, sizeof *drafts);
	if (!drafts) return bs_no_memory(err);
	next->revision = w->manifest.revision + 1;
	next->analysis = BS_ANALYSIS_VERSION;
	memcpy(next->uuid, w->manifest.uuid, sizeof next->uuid);
	brad_status status = draft_old(w, drafts, err);
	if (status == BRAD_OK) {
		draft_made(w, drafts, made, made_count);
		status = mark_dead(w, drafts, err);
	}
	if (status == BRAD_OK) status = mark_moved(w, drafts, err);
	if (status == BRAD_OK) {
		drop_empty(drafts, &count);
		status = bs_merge_drafts(w->directory, next->revision, drafts, &count, w->compact,
					 err);
	}
	if (status == BRAD_OK) status = write_next(w, drafts, count, next, err);
	for (size_t i = 0; i < count; i++) bs_draft_free(&drafts[i]);
	free(drafts);
	return status;
}

brad_status bs_writer_publish(brad_writer *w, brad_error *err)
{
	const struct bs_made *made = NULL;
	size_t count = 0;
	brad_status status = BRAD_OK;
	bool outdated = w->manifest.analysis != BS_ANALYSIS_VERSION;
	if (outdated) status = analyse_again(w, err);
	if (status == BRAD_OK && w->crew) status = bs_crew_finish(w->crew, &made, &count, err);
	if (status != BRAD_OK) return status;
	bs_writer_take_lost(w);
	struct bs_manifest next = {0};
	if (w->fresh || outdated || w->compact || w->catalogue.changed ||
	    w->catalogue.sources.changed) {
		status = write_all(w, made, count, &next, err);
		if (status != BRAD_OK) {
			bs_manifest_free(&next);
			return status;
		}
		bs_writer_unload(w);
		bs_manifest_free(&w->manifest);
		w->manifest = next;
		w->fresh = false;
		w->compact = false;
		bs_sweep(w->directory, &w->manifest);
	}
	return BRAD_OK;
}
