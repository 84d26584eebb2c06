/* input.h - how do the bytes of a file become documents?
 *
 *   walk    which files does a directory hold?
 *   decode  is it text, and how is it made valid UTF-8?
 *   text    a whole file is a document
 *   jsonl   a line is a document
 *   reader  picks one of the two and does the reading */
#ifndef BS_INPUT_H
#define BS_INPUT_H

#include "base/arena.h"
#include "base/buffer.h"

#include <bradsearch.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

struct json_t;

enum { BS_BLOCK = 64 << 10 }; /* bytes read at a time */

struct brad_reader {
	int file;
	char *path; /* absolute, in UTF-8; "-" for standard input */
	brad_input input;
	size_t limit;      /* bytes of a text file, or of a line of JSON */
	bool began, ended; /* a line with something in it was found; the file is at its end */
	size_t line;       /* lines read so far */
	uint64_t bytes;    /* bytes read so far */

	char block[BS_BLOCK];
	size_t at, end; /* of block: what is not used yet */

	struct bs_buffer raw;     /* the file or line as it is there */
	struct bs_buffer decoded; /* it in UTF-8, if it was not */
	struct bs_buffer id;
	struct json_t *json;
	brad_document document;
	bool held; /* document comes with the next call, after a remark on it */

	/* A line of JSON is known by a hash of its bytes, of the path, and of its number
	 * where its article has no id of its own.  What is_known() says is known,
	 * which may be NULL, is passed over. */
	uint64_t hash; /* of the line of document; 0 if it must be read each time */
	bool (*is_known)(void *context, uint64_t hash, size_t line);
	void *context;
};

/* The two formats: brad_reader_next() for a reader that has not ended. */
brad_status bs_text_next(brad_reader *r, const brad_document **out, brad_error *err);
brad_status bs_jsonl_next(brad_reader *r, const brad_document **out, brad_error *err);

/* Fills the block again.  At the end of the file r->end is 0 and r->ended true. */
brad_status bs_reader_fill(brad_reader *r, brad_error *err);

/* Says that the document at hand is larger than the limit, by "what". */
brad_status bs_reader_too_large(const brad_reader *r, const char *what, brad_error *err);

/* Are these bytes no text: a NUL among them, or control characters more than a third? */
bool bs_is_binary(const char *bytes, size_t length);

/* Is it the name of a file of JSON Lines? */
bool bs_is_jsonl_name(const char *path);

/* Appends bytes to out as valid UTF-8: a byte that is none is read as Windows-1252. */
void bs_decode(const char *bytes, size_t length, struct bs_buffer *out);

/* A path made absolute, symbolic links followed as far as it exists, in UTF-8.
 * The caller frees it; NULL if memory ends. */
char *bs_absolute_path(const char *path);

/* The files found, as they can be opened, on an arena. */
struct bs_files {
	struct bs_arena arena;
	const char **paths;
	size_t count;
	uint64_t bytes;  /* of all together */
	uint64_t others; /* that are called otherwise, or are no regular files */
};

/* Lists the files below a directory in order of their names: those called
 * .txt, .text, .jsonl, .ndjson or .json, hidden ones, symbolic links and what
 * is no regular file passed over.  What cannot be read goes to on_problem. */
brad_status bs_find_files(const char *directory, struct bs_files *out,
			  void (*on_problem)(void *context, const brad_error *problem),
			  void *context, brad_error *err);
void bs_files_free(struct bs_files *files);

#endif
