#define _XOPEN_SOURCE 700 /* nftw */
#include "model.h"

#include "index/files.h"
#include "index/manifest.h"

#include <dirent.h>
#include <ftw.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* One article has so many sentences more that a segment with it keeps lists of
 * its own for their words; see lists.h. */
enum { LONGEST = 16 * 1024, LISTED_ARTICLE = 10, LISTED_SENTENCES = 130 };

/* ---- What is written ---------------------------------------------------- */

/* The articles that a revision writes, and the one that it removes. */
static unsigned written(uint64_t revision, unsigned which)
{
	return (unsigned)(which ? revision * 7 + 1 : revision * 5) % MODEL_ARTICLES;
}

static unsigned removed(uint64_t revision)
{
	return (unsigned)(revision * 11 + 3) % MODEL_ARTICLES;
}

uint64_t model_version(unsigned article, uint64_t revision)
{
	for (; revision > 0; revision--) {
		if (article == removed(revision)) return 0;
		if (article == written(revision, 0) || article == written(revision, 1))
			return revision;
	}
	return 0;
}

void model_id(unsigned article, char id[16])
{
	snprintf(id, 16, "article-%u", article);
}

const char *model_text(unsigned article, uint64_t version)
{
	/* No two of the many sentences are alike, or all would be compared with all. */
	static const char *const does[] = {"holds", "feeds", "spills", "guards", "floods", "slows",
					   "needs", "hides", "saves",  "joins",  "turns"};
	static const char *const what[] = {"barges", "eels", "gates", "herons", "ice",
					   "locks",  "mud",  "nets",  "otters", "pumps",
					   "reeds",  "silt", "trout"};
	static const char *const where[] = {"at dawn",        "below Ashby", "each spring",
					    "in drought",     "near Oxley",  "on Sundays",
					    "by the old weir"};
	static _Thread_local char text[LONGEST];
	size_t at = 0;
	for (uint64_t i = 0; i <= (version + article) % 9; i++)
		at += (size_t)snprintf(
			text + at, sizeof text - at,
			"Everyone read everyone the report number%" PRIu64 "x%u on %d March 2021. "
			"\"The bridge over weir %" PRIu64 " will open again,\" said Jane Marker%u, "
			"chief engineer of the river board.\n\n",
			version, article, (int)(i % 28) + 1, i, article);
	for (int i = 0; article == LISTED_ARTICLE && i < LISTED_SENTENCES; i++)
		at += (size_t)snprintf(text + at, sizeof text - at, "The weir %s %s %s. ",
				       does[i % 11], what[i % 13], where[i % 7]);
	return text;
}

static brad_status write_article(brad_writer *w, unsigned article, uint64_t revision,
				 brad_error *err)
{
	char id[16];
	brad_document document = BRAD_DOCUMENT_INIT;
	model_id(article, id);
	document.id = id;
	document.title = "From the river";
	document.source = "The Weir";
	document.url = "https://weir.example/read";
	if (article % 4 != 1) document.date = (brad_date){2021, (uint8_t)(1 + article % 12), 9};
	document.text = model_text(article, revision);
	document.text_length = strlen(document.text);
	return brad_writer_add(w, &document, err);
}

brad_status model_step(brad_writer *w, uint64_t revision, brad_error *err)
{
	char id[16];
	brad_status status = BRAD_OK;
	for (unsigned i = 0; i < 2 && status == BRAD_OK; i++)
		status = write_article(w, written(revision, i), revision, err);
	model_id(removed(revision), id);
	return status == BRAD_OK ? brad_writer_remove(w, id, NULL, err) : status;
}

static brad_status next_revision(const char *directory, uint64_t *next, brad_error *err)
{
	struct bs_manifest manifest;
	brad_status status = bs_manifest_read(directory, &manifest, err);
	*next = status == BRAD_OK ? manifest.revision + 1 : 1;
	bs_manifest_free(&manifest);
	return status == BRAD_ENOTFOUND ? BRAD_OK : status;
}

brad_status model_advance(const char *directory, unsigned threads, brad_error *err)
{
	brad_writer_options options = BRAD_WRITER_OPTIONS_INIT;
	brad_writer *w;
	uint64_t next = 1;
	options.threads = threads;
	brad_status status = brad_writer_open(directory, &options, &w, err);
	if (status == BRAD_OK) status = next_revision(directory, &next, err);
	if (status == BRAD_OK) status = model_step(w, next, err);
	if (status == BRAD_OK) status = brad_writer_commit(w, NULL, err);
	brad_writer_free(w);
	return status;
}

/* ---- What is found ------------------------------------------------------ */

static _Thread_local char wrong[1024];

#define WRONG(...) (snprintf(wrong, sizeof wrong, __VA_ARGS__), wrong)

static const char *check_words(brad_index *index, unsigned article, uint64_t version)
{
	char id[16], word[64];
	brad_error err;
	brad_results *results;
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	const char *text = model_text(article, version);
	uint64_t expected = 0;
	for (const char *at = text; (at = strstr(at, "report")); at++) expected++;
	snprintf(word, sizeof word, "number%" PRIu64 "x%u", version, article);
	model_id(article, id);
	options.query = word;
	options.limit = 100;
	if (brad_index_search(index, &options, &results, &err) != BRAD_OK)
		return WRONG("search: %s", err.message);
	uint64_t total = brad_results_total(results);
	const char *fault = NULL;
	if (total != expected || brad_results_count(results) != expected)
		fault = WRONG("'%s': %" PRIu64 " hits instead of %" PRIu64, word, total, expected);
	for (size_t i = 0; i < brad_results_count(results) && !fault; i++)
		if (strcmp(brad_results_hit(results, i)->article, id) != 0)
			fault = WRONG("'%s' found in %s", word,
				      brad_results_hit(results, i)->article);
	brad_results_free(results);
	return fault;
}

static const char *check_article(brad_index *index, unsigned number, uint64_t version)
{
	char id[16];
	brad_error err;
	brad_article *article;
	model_id(number, id);
	brad_status status = brad_index_article(index, id, &article, &err);
	if (version == 0 && status == BRAD_ENOTFOUND) return NULL;
	if (status != BRAD_OK) return WRONG("%s: %s", id, err.message);
	const brad_document *d = brad_article_document(article);
	const char *text = model_text(number, version);
	const char *fault = NULL;
	if (version == 0)
		fault = WRONG("%s is still there", id);
	else if (d->text_length != strlen(text) || memcmp(d->text, text, d->text_length) != 0)
		fault = WRONG("%s is not of version %" PRIu64 ": '%.60s'", id, version, d->text);
	brad_article_free(article);
	return fault ? fault : version ? check_words(index, number, version) : NULL;
}

const char *model_check_open(brad_index *index)
{
	const brad_index_info *info = brad_index_about(index);
	uint64_t articles = 0;
	const char *fault = NULL;
	for (unsigned i = 0; i < MODEL_ARTICLES && !fault; i++) {
		uint64_t version = model_version(i, info->revision);
		articles += version != 0;
		fault = check_article(index, i, version);
	}
	if (!fault && articles != info->articles)
		fault = WRONG("%" PRIu64 " articles instead of %" PRIu64, info->articles, articles);
	return fault;
}

const char *model_check(const char *directory, uint64_t *revision)
{
	brad_error err;
	brad_index *index;
	brad_status status = brad_index_open(directory, &index, &err);
	*revision = 0;
	if (status != BRAD_OK) return WRONG("%s", err.message);
	*revision = brad_index_about(index)->revision;
	const char *fault = model_check_open(index);
	brad_index_free(index);
	return fault;
}

static bool is_of_manifest(const struct bs_manifest *m, const char *name)
{
	static const char *const others[] = {".", "..", "lock", "manifest"};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (strcmp(name, others[i]) == 0) return true;
	if (strcmp(name, m->sources) == 0) return true;
	for (size_t i = 0; i < m->count; i++) {
		size_t n = strlen(m->segments[i].name);
		if (strcmp(name, m->segments[i].dead) == 0) return true;
		if (strncmp(name, m->segments[i].name, n) == 0 && name[n] == '.' &&
		    !strstr(name + n, ".tmp") && !strstr(name + n, ".dead"))
			return true;
	}
	return false;
}

const char *model_leftover(const char *directory)
{
	struct bs_manifest manifest;
	brad_error err;
	const char *left = NULL;
	if (bs_manifest_read(directory, &manifest, &err) != BRAD_OK)
		return WRONG("%s", err.message);
	DIR *entries = opendir(directory);
	if (!entries) return WRONG("cannot list %s", directory);
	for (const struct dirent *e; (e = readdir(entries)) && !left;)
		if (!is_of_manifest(&manifest, e->d_name))
			left = WRONG("%s was left behind", e->d_name);
	closedir(entries);
	bs_manifest_free(&manifest);
	return left;
}

/* ---- Directories -------------------------------------------------------- */

void model_make_directory(char path[256])
{
	const char *below = getenv("TMPDIR");
	snprintf(path, 256, "%s/bradsearch-fault-XXXXXX", below ? below : "/tmp");
	if (mkdtemp(path)) return;
	perror(path);
	exit(2);
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *where)
{
	(void)st, (void)type, (void)where;
	return remove(path);
}

void model_remove_directory(const char *path)
{
	nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}
