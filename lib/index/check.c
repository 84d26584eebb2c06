#include "index/check.h"

#include "base/error.h"
#include "index/lock.h"
#include "index/people.h"
#include "index/sources.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ATTEMPTS = 8 };

void bs_check_fault(struct bs_check *c, brad_harm harm, const char *file, const char *article,
		    const char *path, const char *message)
{
	brad_fault *f = BS_PUSH(&c->arena, c->faults, c->fault_count);
	f->harm = harm;
	f->file = bs_arena_string(&c->arena, file);
	f->article = bs_arena_string(&c->arena, article);
	f->path = bs_arena_string(&c->arena, path);
	/* This is the check that the message advises. */
	const char *advice = strstr(message, "; run 'bradsearch check'");
	f->message = bs_arena_copy(&c->arena, message,
				   advice ? (size_t)(advice - message) : strlen(message));
	c->report.faults++;
	c->report.leftovers += harm == BRAD_HARM_NONE;
}

bool bs_check_ends(brad_status status, const brad_error *why, brad_error *err)
{
	bool ends = status == BRAD_ENOMEM || status == BRAD_EIO;
	if (ends && err) *err = *why;
	return ends;
}

/* ---- The files beside the segments -------------------------------------- */

static brad_status check_sources(struct bs_check *c, brad_error *err)
{
	struct bs_sources sources = {0};
	brad_error why;
	if (!*c->manifest.sources) return BRAD_OK;
	char *path = bs_join_path(c->directory, c->manifest.sources);
	if (!path) return bs_no_memory(err);
	brad_status status = bs_sources_read(path, &sources, &why);
	bs_sources_free(&sources);
	free(path);
	if (status == BRAD_OK || bs_check_ends(status, &why, err)) return status;
	c->sources_damaged = true;
	bs_check_fault(c, BRAD_HARM_AMENDS, c->manifest.sources, NULL, NULL, why.message);
	return BRAD_OK;
}

/* A people file is part of no segment, but searches fail if it cannot be read. */
static brad_status check_people(struct bs_check *c, brad_error *err)
{
	struct bs_people *people = NULL;
	brad_error why;
	brad_status status = bs_people_read_own(c->directory, &people, &why);
	bs_people_free(people);
	if (status == BRAD_ENOMEM) bs_no_memory(err);
	if (status != BRAD_OK && status != BRAD_ENOMEM) {
		bs_check_fault(c, BRAD_HARM_PEOPLE, "people.tsv", NULL, NULL, why.message);
		status = BRAD_OK;
	}
	return status;
}

/* Files that the manifest does not name were left over, unless somebody is writing them. */
static brad_status check_leftovers(struct bs_check *c, brad_error *err)
{
	uint64_t revision;
	DIR *entries = opendir(c->directory);
	if (!entries) return bs_fail_errno(err, "open", c->directory);
	size_t before = c->fault_count;
	for (const struct dirent *e; (e = readdir(entries));)
		if (bs_is_index_file(e->d_name, &revision) && !bs_is_named(&c->manifest, e->d_name))
			bs_check_fault(c, BRAD_HARM_NONE, e->d_name, NULL, NULL,
				       "belongs to nothing: a run left it that did not end");
	closedir(entries);
	if (c->fault_count > before && bs_lock_is_held(c->directory)) {
		c->report.faults -= c->fault_count - before;
		c->report.leftovers = 0;
		c->fault_count = before;
	}
	return BRAD_OK;
}

static brad_status check_manifest(struct bs_check *c, brad_error *err)
{
	brad_error why;
	brad_status status = bs_manifest_read(c->directory, &c->manifest, &why);
	if (status == BRAD_ENOTFOUND && bs_greatest_revision(c->directory) > 0)
		status = bs_fail(&why, BRAD_ECORRUPT,
				 "it is gone, and there are pieces of an index");
	if (status != BRAD_ECORRUPT) {
		if (status != BRAD_OK && err) *err = why;
		return status;
	}
	status = bs_manifest_mend(c->directory, &c->manifest, err);
	if (status == BRAD_ENOMEM) return status;
	c->manifest_mended = status == BRAD_OK;
	c->manifest_damaged = !c->manifest_mended;
	if (c->manifest_mended)
		bs_check_fault(c, BRAD_HARM_AMENDS, "manifest", NULL, NULL,
			       "one bit of it is wrong");
	else
		bs_check_fault(c, BRAD_HARM_LOSS, "manifest", NULL, NULL, why.message);
	return BRAD_OK;
}

/* ---- The whole ---------------------------------------------------------- */

static brad_status look_through(struct bs_check *c, brad_error *err)
{
	brad_status status = check_manifest(c, err);
	if (status != BRAD_OK || c->manifest_damaged) return status;
	c->conditions = bs_arena_alloc(&c->arena, (c->manifest.count + 1) * sizeof *c->conditions);
	c->report.segments = c->manifest.count;
	for (size_t i = 0; i < c->manifest.count && status == BRAD_OK; i++)
		status = bs_check_segment(c, i, err);
	if (status == BRAD_OK) status = check_sources(c, err);
	if (status == BRAD_OK) status = check_people(c, err);
	return status == BRAD_OK ? check_leftovers(c, err) : status;
}

static void forget(struct bs_check *c)
{
	bs_manifest_free(&c->manifest);
	bs_arena_free(&c->arena);
	*c = (struct bs_check){.directory = c->directory};
}

/* Looks once; if memory runs out, that is returned as an error. */
static brad_status look_once(struct bs_check *c, brad_error *err)
{
	jmp_buf way_out;
	if (setjmp(way_out) != 0) return bs_no_memory(err);
	c->arena.way_out = &way_out;
	brad_status status = look_through(c, err);
	c->arena.way_out = NULL;
	return status;
}

static bool has_moved_on(const struct bs_check *c)
{
	struct bs_manifest now;
	bool moved = bs_manifest_read(c->directory, &now, NULL) == BRAD_OK &&
		     now.revision != c->manifest.revision;
	bs_manifest_free(&now);
	return moved;
}

/* A writer may publish during the check, and remove files that are being checked. */
static brad_status look(struct bs_check *c, brad_error *err)
{
	for (int attempt = 0;; attempt++) {
		brad_status status = look_once(c, err);
		bool good = status == BRAD_OK && c->report.faults == 0;
		if (good || attempt == MOST_ATTEMPTS || !has_moved_on(c)) return status;
		forget(c);
	}
}

/* Repairs what is wrong, and looks again. */
static brad_status repair(struct bs_check *c, brad_error *err)
{
	struct bs_check again = {.directory = c->directory};
	brad_status status = BRAD_OK;
	if (c->manifest_damaged) {
		status = bs_guess_manifest(c->directory, err);
		if (status == BRAD_OK) status = look(&again, err);
		again.guessed = true;
		if (status == BRAD_OK) status = bs_repair(&again, err);
		c->report.remade = again.report.remade;
		c->report.dropped = again.report.dropped;
		forget(&again);
	} else {
		if (c->manifest_mended) status = bs_rewrite_manifest(c, err);
		if (status == BRAD_OK) status = bs_repair(c, err);
	}
	if (status == BRAD_OK) status = look(&again, err);
	c->report.repaired = status == BRAD_OK && again.report.faults == 0;
	forget(&again);
	return status;
}

brad_status brad_index_check(const char *directory, const brad_check_options *options,
			     brad_check_report *report, brad_error *err)
{
	static const brad_check_options usual = BRAD_CHECK_OPTIONS_INIT;
	bs_error_clear(err);
	if (report) *report = (brad_check_report){0};
	if (!directory || !*directory)
		return bs_fail(err, BRAD_EINVAL, "an index needs a directory");
	if (!options) options = &usual;
	if (options->size != sizeof *options)
		return bs_fail(err, BRAD_EINVAL,
			       "the options of a check begin with BRAD_CHECK_OPTIONS_INIT");
	if (options->drop_damaged && !options->repair)
		return bs_fail(err, BRAD_EINVAL,
			       "what is damaged is only dropped by a repair: set repair too");
	char *settled = bs_settle_path(directory);
	if (!settled) return bs_no_memory(err);
	struct bs_check c = {.directory = settled};
	brad_status status = look(&c, err);
	for (size_t i = 0; i < c.fault_count && status == BRAD_OK && options->on_fault; i++)
		options->on_fault(options->context, &c.faults[i]);
	bool may = c.report.losses == 0 && !c.manifest_damaged;
	if (status == BRAD_OK && c.report.faults > 0 && options->repair &&
	    (may || options->drop_damaged))
		status = repair(&c, err);
	if (report) *report = c.report;
	forget(&c);
	free(settled);
	return status;
}
