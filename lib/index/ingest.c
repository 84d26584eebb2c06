/* How do the documents of a path get into the index?  Files that have not changed are not read. */
#include "index/writer.h"

#include "base/error.h"
#include "input/input.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

static int64_t now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_REALTIME, &t);
	return t.tv_sec * (int64_t)1000000000 + t.tv_nsec;
}

/* Reports a problem and goes on; only failures of the index, or a lack of memory, end the run. */
static brad_status pass_over(brad_writer *w, const brad_error *problem, brad_error *err)
{
	if (problem->status == BRAD_ENOMEM) return bs_no_memory(err);
	bs_writer_problem(w, problem);
	return BRAD_OK;
}

/* ---- Reading a file ----------------------------------------------------- */

/* A line of JSON whose article is in the index already is not parsed. */
static bool meet_known(void *writer, uint64_t hash, size_t line)
{
	brad_writer *w = writer;
	uint32_t entry = bs_catalogue_find_hash(&w->catalogue, hash);
	if (entry == BS_NO_ENTRY) return false;
	bs_writer_meet(w, entry, line);
	return true;
}

/* Takes all documents of a reader; *clean tells whether each could be used, if not as it was. */
static brad_status take_documents(brad_writer *w, brad_reader *reader, bool *clean, brad_error *err)
{
	const brad_document *document;
	brad_error problem;
	uint64_t bytes = 0, problems = w->progress.problems;
	reader->is_known = meet_known;
	reader->context = w;
	while (true) {
		brad_status status = brad_reader_next(reader, &document, &problem);
		w->progress.bytes_done += reader->bytes - bytes;
		bytes = reader->bytes;
		if (status == BRAD_OK && !document) break;
		if (document) {
			status = bs_writer_take(w, document, reader->hash, err);
			if (status != BRAD_OK) return status;
			continue;
		}
		if (pass_over(w, &problem, err) != BRAD_OK) return BRAD_ENOMEM;
		if (reader->held) problems++;
		if (status != BRAD_EINPUT) break;
	}
	*clean = w->progress.problems == problems;
	return BRAD_OK;
}

/* Removes the articles that the file used to hold. */
static void remove_missing(brad_writer *w, uint32_t source)
{
	struct bs_catalogue *c = &w->catalogue;
	for (uint32_t e = bs_catalogue_first_of(c, source); e != BS_NO_ENTRY;
	     e = bs_catalogue_next_of(c, e))
		if (c->entries[e].reading != w->reading) bs_writer_drop(w, e);
}

/* Reads a file, and remembers its size and time if it is a regular one. */
static brad_status read_file(brad_writer *w, brad_reader *reader, brad_error *err)
{
	struct stat st;
	bool clean = false;
	int64_t time = now();
	bool regular = strcmp(reader->path, "-") != 0 && fstat(reader->file, &st) == 0 &&
		       S_ISREG(st.st_mode);
	uint32_t source = bs_source_number(&w->catalogue.sources, reader->path);
	if (source == BS_NO_SOURCE) return bs_no_memory(err);
	if (!regular) w->endless = true;
	w->reading++;
	brad_status status = take_documents(w, reader, &clean, err);
	if (status != BRAD_OK || !regular) return status;
	if (clean) remove_missing(w, source);
	bs_source_keep(&w->catalogue.sources, source, &st, reader->input, clean, time);
	return BRAD_OK;
}

static brad_input input_of(const brad_writer *w, const char *path)
{
	if (w->options.input != BRAD_INPUT_AUTO) return w->options.input;
	return bs_is_jsonl_name(path) ? BRAD_INPUT_JSONL : BRAD_INPUT_TEXT;
}

/* Is the file unchanged since it was read?  Then its articles count as unchanged. */
static bool is_unchanged(brad_writer *w, const char *path, uint32_t source)
{
	struct stat st;
	struct bs_catalogue *c = &w->catalogue;
	if (stat(path, &st) != 0 ||
	    !bs_source_is_same(&c->sources.list[source], &st, input_of(w, path)))
		return false;
	w->progress.bytes_done += (uint64_t)st.st_size;
	for (uint32_t e = bs_catalogue_first_of(c, source); e != BS_NO_ENTRY;
	     e = bs_catalogue_next_of(c, e))
		w->progress.articles_unchanged++;
	return true;
}

/* absolute is the path made so; NULL for standard input. */
static brad_status add_file(brad_writer *w, const char *path, const char *absolute, brad_error *err)
{
	brad_reader *reader;
	brad_error problem;
	bs_writer_tick(w);
	if (absolute) {
		uint32_t source = bs_source_number(&w->catalogue.sources, absolute);
		if (source == BS_NO_SOURCE) return bs_no_memory(err);
		if (is_unchanged(w, path, source)) return BRAD_OK;
	}
	if (brad_reader_open(path, w->options.input, &reader, &problem) != BRAD_OK)
		return pass_over(w, &problem, err);
	brad_reader_limit(reader, w->options.max_article_size);
	brad_status status = read_file(w, reader, err);
	brad_reader_free(reader);
	return status;
}

/* ---- Paths -------------------------------------------------------------- */

static void on_problem(void *writer, const brad_error *problem)
{
	bs_writer_problem(writer, problem);
}

/* A file below a directory whose absolute path is known: no link leads there. */
static brad_status add_file_below(brad_writer *w, const char *path, const char *below,
				  const char *absolute, struct bs_buffer *whole, brad_error *err)
{
	while (*below == '/') below++;
	bs_buffer_clear(whole);
	bs_buffer_string(whole, absolute);
	if (strcmp(absolute, "/") != 0) bs_buffer_add(whole, "/", 1);
	bs_decode(below, strlen(below), whole);
	return whole->failed ? bs_no_memory(err) : add_file(w, path, whole->bytes, err);
}

static brad_status add_directory(brad_writer *w, const char *path, const char *absolute,
				 brad_error *err)
{
	struct bs_files files;
	struct bs_buffer whole = {0};
	brad_status status = bs_find_files(path, &files, on_problem, w, err);
	if (status != BRAD_OK) return status;
	w->progress.bytes_known += files.bytes;
	w->progress.other_files += files.others;
	for (size_t i = 0; i < files.count && status == BRAD_OK; i++)
		status = add_file_below(w, files.paths[i], files.paths[i] + strlen(path), absolute,
					&whole, err);
	bs_buffer_free(&whole);
	bs_files_free(&files);
	return status;
}

brad_status bs_writer_add_path(brad_writer *w, const char *path, brad_error *err)
{
	struct stat st;
	if (strcmp(path, "-") == 0) return add_file(w, path, NULL, err);
	char *absolute = bs_absolute_path(path);
	if (!absolute) return bs_no_memory(err);
	bool there = stat(path, &st) == 0;
	if (there && !S_ISDIR(st.st_mode)) w->progress.bytes_known += (uint64_t)st.st_size;
	brad_status status = there && S_ISDIR(st.st_mode) ? add_directory(w, path, absolute, err)
							  : add_file(w, path, absolute, err);
	free(absolute);
	return status;
}
