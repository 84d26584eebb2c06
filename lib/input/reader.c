#include "input/input.h"

#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool bs_is_jsonl_name(const char *path)
{
	static const char *const endings[] = {".jsonl", ".ndjson", ".json"};
	size_t n = strlen(path);
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t k = strlen(endings[i]);
		if (n > k && strcmp(path + n - k, endings[i]) == 0) return true;
	}
	return false;
}

static brad_status open_file(brad_reader *r, const char *path, brad_error *err)
{
	if (strcmp(path, "-") == 0) {
		r->file = STDIN_FILENO;
		r->path = strdup("-");
		return r->path ? BRAD_OK : bs_no_memory(err);
	}
	struct stat st;
	r->file = open(path, O_RDONLY | O_CLOEXEC);
	if (r->file < 0 || fstat(r->file, &st) != 0) return bs_fail_errno(err, "open", path);
	if (S_ISDIR(st.st_mode)) {
		errno = EISDIR;
		return bs_fail_errno(err, "open", path);
	}
	r->path = bs_absolute_path(path);
	return r->path ? BRAD_OK : bs_no_memory(err);
}

brad_status brad_reader_open(const char *path, brad_input input, brad_reader **out, brad_error *err)
{
	bs_error_clear(err);
	*out = NULL;
	if (!path) return bs_fail(err, BRAD_EINVAL, "a reader needs a path");
	if ((unsigned)input > BRAD_INPUT_JSONL)
		return bs_fail(err, BRAD_EINVAL, "there is no such format of input");
	brad_reader *r = calloc(1, sizeof *r);
	if (!r) return bs_no_memory(err);
	r->file = -1;
	brad_status status = open_file(r, path, err);
	if (status != BRAD_OK) {
		brad_reader_free(r);
		return status;
	}
	brad_reader_limit(r, 0);
	r->input = input;
	if (input == BRAD_INPUT_AUTO)
		r->input = bs_is_jsonl_name(path) ? BRAD_INPUT_JSONL : BRAD_INPUT_TEXT;
	*out = r;
	return BRAD_OK;
}

void brad_reader_limit(brad_reader *r, size_t max_article_size)
{
	r->limit = max_article_size ? max_article_size : BRAD_USUAL_ARTICLE_SIZE;
	if (r->limit > BRAD_GREATEST_ARTICLE_SIZE) r->limit = BRAD_GREATEST_ARTICLE_SIZE;
}

brad_status bs_reader_too_large(const brad_reader *r, const char *what, brad_error *err)
{
	bool whole = r->limit % (1 << 20) == 0;
	return bs_fail(err, BRAD_EINPUT, "%s%s larger than %zu %s; --max-article-size allows more",
		       r->path, what, whole ? r->limit >> 20 : r->limit, whole ? "MB" : "bytes");
}

brad_status bs_reader_fill(brad_reader *r, brad_error *err)
{
	ssize_t n;
	r->at = r->end = 0;
	do n = read(r->file, r->block, sizeof r->block);
	while (n < 0 && errno == EINTR);
	if (n <= 0) r->ended = true;
	if (n < 0) return bs_fail_errno(err, "read", r->path);
	r->end = (size_t)n;
	r->bytes += (size_t)n;
	return BRAD_OK;
}

brad_status brad_reader_next(brad_reader *r, const brad_document **out, brad_error *err)
{
	bs_error_clear(err);
	*out = NULL;
	if (r->held) {
		r->held = false;
		*out = &r->document;
		return BRAD_OK;
	}
	if (r->input == BRAD_INPUT_JSONL) return bs_jsonl_next(r, out, err);
	return r->ended ? BRAD_OK : bs_text_next(r, out, err);
}

void brad_reader_free(brad_reader *r)
{
	if (!r) return;
	if (r->file > STDIN_FILENO) close(r->file);
	json_decref(r->json);
	bs_buffer_free(&r->raw);
	bs_buffer_free(&r->decoded);
	bs_buffer_free(&r->id);
	free(r->path);
	free(r);
}
