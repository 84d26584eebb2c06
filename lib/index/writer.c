#include "index/writer.h"

#include "analysis/article.h"
#include "base/error.h"
#include "index/index.h"
#include "index/lock.h"
#include "input/input.h"

#include <stdlib.h>
#include <string.h>

/* ---- Opening and closing ------------------------------------------------ */

/* A rebuilt index keeps nothing of the old one but its id and its revision. */
static brad_status begin_anew(brad_writer *w, bool readable, brad_error *err)
{
	struct bs_manifest new;
	brad_status status = bs_manifest_new(&new, err);
	if (status != BRAD_OK) return status;
	new.revision = readable ? w->manifest.revision : bs_greatest_revision(w->directory);
	if (readable) memcpy(new.uuid, w->manifest.uuid, sizeof new.uuid);
	bs_manifest_free(&w->manifest);
	w->manifest = new;
	w->fresh = true;
	return BRAD_OK;
}

/* From the lock on, a changed link must not lead into another index. */
static brad_status settle(brad_writer *w, brad_error *err)
{
	char *settled = bs_settle_path(w->directory);
	if (!settled) return bs_no_memory(err);
	free(w->directory);
	w->directory = settled;
	return BRAD_OK;
}

static brad_status open_index(brad_writer *w, brad_error *err)
{
	brad_error why;
	brad_status status = bs_prepare_directory(w->directory, err);
	if (status == BRAD_OK) status = settle(w, err);
	if (status == BRAD_OK) status = bs_lock_take(w->directory, &w->lock, err);
	if (status != BRAD_OK) return status;
	status = bs_manifest_read(w->directory, &w->manifest, &why);
	bool readable = status == BRAD_OK;
	if (status == BRAD_ECORRUPT && w->options.rebuild) return begin_anew(w, false, err);
	if (status != BRAD_OK && status != BRAD_ENOTFOUND) {
		if (err) *err = why;
		return status;
	}
	bs_sweep(w->directory, &w->manifest);
	return !readable || w->options.rebuild ? begin_anew(w, readable, err) : BRAD_OK;
}

brad_status brad_writer_open(const char *directory, const brad_writer_options *options,
			     brad_writer **out, brad_error *err)
{
	static const brad_writer_options usual = BRAD_WRITER_OPTIONS_INIT;
	bs_error_clear(err);
	*out = NULL;
	if (!directory || !*directory)
		return bs_fail(err, BRAD_EINVAL, "an index needs a directory");
	if (!options) options = &usual;
	if (options->size != sizeof *options || (unsigned)options->input > BRAD_INPUT_JSONL)
		return bs_fail(err, BRAD_EINVAL,
			       "the options of a writer begin with BRAD_WRITER_OPTIONS_INIT");
	brad_writer *w = calloc(1, sizeof *w);
	if (!w) return bs_no_memory(err);
	w->lock = -1;
	w->options = *options;
	clock_gettime(CLOCK_MONOTONIC, &w->began);
	w->told = w->began;
	w->directory = strdup(directory);
	brad_status status = w->directory ? open_index(w, err) : bs_no_memory(err);
	if (status == BRAD_OK)
		*out = w;
	else
		brad_writer_free(w);
	return status;
}

static brad_status load_sources(brad_writer *w, brad_error *err)
{
	if (!*w->manifest.sources) return BRAD_OK;
	char *path = bs_join_path(w->directory, w->manifest.sources);
	if (!path) return bs_no_memory(err);
	brad_status status = bs_sources_read(path, &w->catalogue.sources, err);
	free(path);
	return status;
}

brad_status bs_writer_load(brad_writer *w, brad_error *err)
{
	if (w->loaded) return BRAD_OK;
	brad_status status = bs_segments_open(w->directory, &w->manifest, false, &w->segments, err);
	if (status != BRAD_OK) return status;
	w->loaded = true;
	status = load_sources(w, err);
	for (size_t i = 0; i < w->manifest.count && status == BRAD_OK; i++)
		status = bs_catalogue_load(&w->catalogue, &w->segments[i], (uint32_t)i, err);
	return status;
}

void bs_writer_unload(brad_writer *w)
{
	bs_writer_measure(w);
	w->sentences_before = w->progress.sentences;
	bs_crew_free(w->crew);
	w->crew = NULL;
	bs_catalogue_free(&w->catalogue);
	bs_segments_close(w->segments, w->loaded ? w->manifest.count : 0);
	w->segments = NULL;
	w->loaded = false;
}

/* This goes by the published manifest, since a commit may have failed just after it replaced
 * that. */
static void sweep_published(const char *directory)
{
	struct bs_manifest published;
	if (bs_manifest_read(directory, &published, NULL) == BRAD_OK)
		bs_sweep(directory, &published);
	bs_manifest_free(&published);
}

void brad_writer_free(brad_writer *w)
{
	if (!w) return;
	bool wrote = w->crew != NULL || w->failure.status != BRAD_OK;
	bs_writer_unload(w);
	/* After a rebuild that was not committed, w knows nothing of the files of the index. */
	if (wrote && !w->fresh) sweep_published(w->directory);
	bs_manifest_free(&w->manifest);
	bs_lock_release(w->lock);
	free(w->directory);
	free(w);
}

/* ---- Adding ------------------------------------------------------------- */

static void tick(void *writer)
{
	bs_writer_tick(writer);
}

brad_status bs_writer_hand_over(brad_writer *w, const brad_document *document, uint64_t hash,
				uint32_t added, brad_error *err)
{
	uint32_t entry = bs_catalogue_add(&w->catalogue, document->id, document->path, hash);
	if (entry == BS_NO_ENTRY) return bs_no_memory(err);
	w->catalogue.entries[entry].reading = w->reading;
	w->catalogue.entries[entry].line = (uint32_t)document->line;
	if (w->catalogue.entries[entry].previous == BS_NO_ENTRY)
		w->progress.articles_added++;
	else
		w->progress.articles_replaced++;
	brad_status status = BRAD_OK;
	if (!w->crew)
		status = bs_crew_new(w->directory, w->manifest.revision + 1, w->options.threads,
				     tick, w, &w->crew, err);
	if (status == BRAD_OK) status = bs_crew_give(w->crew, document, entry, hash, added, err);
	bs_writer_take_lost(w);
	return status;
}

/* Can a document be indexed?  If not, the problem names it. */
static brad_status check(const brad_document *d, brad_error *problem)
{
	brad_error why;
	if (!d->id || !*d->id)
		return bs_fail(problem, BRAD_EINVAL, "a document needs an id or a path");
	brad_status status = bs_document_check(d, &why);
	return status == BRAD_OK ? BRAD_OK : bs_fail(problem, status, "%s: %s", d->id, why.message);
}

void bs_writer_meet(brad_writer *w, uint32_t entry, size_t line)
{
	bs_catalogue_meet(&w->catalogue, entry, w->reading, line);
	w->progress.articles_unchanged++;
}

brad_status bs_writer_take(brad_writer *w, const brad_document *document, uint64_t hash,
			   brad_error *err)
{
	brad_error problem;
	brad_document d = *document;
	if (!d.id || !*d.id) d.id = d.path;
	if (check(&d, &problem) != BRAD_OK) {
		bs_writer_problem(w, &problem);
		return BRAD_OK;
	}
	if (hash == 0) hash = bs_document_hash(&d);
	uint32_t entry = bs_catalogue_find(&w->catalogue, d.id);
	bs_writer_tick(w);
	if (entry == BS_NO_ENTRY || w->catalogue.entries[entry].hash != hash)
		return bs_writer_hand_over(w, &d, hash, 0, err);
	bs_writer_meet(w, entry, d.line);
	return BRAD_OK;
}

/* ---- The calls ---------------------------------------------------------- */

/* Can the writer still be used? */
static brad_status ready(brad_writer *w, brad_error *err)
{
	bs_error_clear(err);
	if (w->failure.status == BRAD_OK) return bs_writer_load(w, &w->failure);
	return w->failure.status;
}

/* After a failure the index stays as it was, and the writer takes no more. */
static brad_status ended(brad_writer *w, brad_status status, brad_error *err)
{
	if (status != BRAD_OK && err) *err = w->failure;
	return status;
}

brad_status brad_writer_add(brad_writer *w, const brad_document *document, brad_error *err)
{
	if (!document || document->size != sizeof *document)
		return bs_fail(err, BRAD_EINVAL, "a document begins with BRAD_DOCUMENT_INIT");
	brad_status status = ready(w, err);
	w->progress.bytes_done += document->text_length;
	w->progress.bytes_known += document->text_length;
	if (status == BRAD_OK) status = bs_writer_take(w, document, 0, &w->failure);
	return ended(w, status, err);
}

brad_status brad_writer_add_path(brad_writer *w, const char *path, brad_error *err)
{
	if (!path || !*path) return bs_fail(err, BRAD_EINVAL, "a path is needed");
	brad_status status = ready(w, err);
	if (status == BRAD_OK) status = bs_writer_add_path(w, path, &w->failure);
	return ended(w, status, err);
}

void bs_writer_drop(brad_writer *w, uint32_t entry)
{
	bs_catalogue_remove(&w->catalogue, entry);
	w->progress.articles_removed++;
}

/* Is a path this one, or below it? */
static bool is_below(const char *path, const char *directory)
{
	size_t n = strlen(directory);
	while (n > 1 && directory[n - 1] == '/') n--;
	if (strncmp(path, directory, n) != 0) return false;
	return path[n] == '\0' || path[n] == '/' || (n == 1 && *directory == '/');
}

static void remove_below(brad_writer *w, const char *given, const char *absolute)
{
	struct bs_sources *sources = &w->catalogue.sources;
	for (uint32_t i = 0; i < sources->paths.count; i++) {
		const char *path = sources->paths.items[i].bytes;
		if (!is_below(path, given) && !is_below(path, absolute)) continue;
		for (uint32_t e = bs_catalogue_first_of(&w->catalogue, i); e != BS_NO_ENTRY;
		     e = bs_catalogue_next_of(&w->catalogue, e))
			bs_writer_drop(w, e);
		bs_source_forget(sources, i);
	}
}

static brad_status remove_named(brad_writer *w, const char *id_or_path, brad_error *err)
{
	uint32_t entry = bs_catalogue_find(&w->catalogue, id_or_path);
	if (entry != BS_NO_ENTRY) {
		uint32_t path = w->catalogue.entries[entry].path;
		bs_writer_drop(w, entry);
		if (path != BS_NO_SOURCE) bs_source_forget(&w->catalogue.sources, path);
		return BRAD_OK;
	}
	if (w->catalogue.ids.failed) return bs_no_memory(err);
	char *absolute = bs_absolute_path(id_or_path);
	if (!absolute) return bs_no_memory(err);
	remove_below(w, id_or_path, absolute);
	free(absolute);
	return BRAD_OK;
}

brad_status brad_writer_remove(brad_writer *w, const char *id_or_path, uint64_t *removed,
			       brad_error *err)
{
	if (removed) *removed = 0;
	if (!id_or_path || !*id_or_path)
		return bs_fail(err, BRAD_EINVAL, "an id or a path is needed");
	brad_status status = ready(w, err);
	uint64_t before = w->progress.articles_removed;
	if (status == BRAD_OK) status = remove_named(w, id_or_path, &w->failure);
	if (removed) *removed = w->progress.articles_removed - before;
	return ended(w, status, err);
}

brad_status brad_writer_compact(brad_writer *w, brad_error *err)
{
	brad_status status = ready(w, err);
	bool dead = false;
	for (size_t i = 0; status == BRAD_OK && i < w->manifest.count; i++)
		dead = dead || w->segments[i].dead_articles > 0;
	w->compact = dead || w->crew || w->catalogue.changed || w->manifest.count > 1;
	return ended(w, status, err);
}

brad_status brad_writer_commit(brad_writer *w, brad_progress *done, brad_error *err)
{
	brad_status status = ready(w, err);
	if (status == BRAD_OK) status = bs_writer_publish(w, &w->failure);
	bs_writer_measure(w);
	if (done) *done = bs_writer_shown(w);
	return ended(w, status, err);
}
