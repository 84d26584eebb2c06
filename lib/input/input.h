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
	bool began, ended; /* found a line that is not blank; reached the end of the file */
	size_t line;       /* lines read so far */
	uint64_t bytes;    /* bytes read so far */

	char block[BS_BLOCK];
	size_t at, end; /* the part of block that is not used yet */

	struct bs_buffer raw;     /* the file or line as read */
	struct bs_buffer decoded; /* the same in UTF-8, if it was not */
	struct bs_buffer id;
	struct json_t *json;
	brad_document document;
	bool held; /* a problem with the document was reported; the next call lends it */

	/* A line of JSON is recognised by a hash of its bytes and the path, and of its
	 * number if the article has no id.  Lines for which is_known(), unless that is
	 * NULL, returns true are skipped. */
	uint64_t hash; /* of the document's line; 0 for a text file */
	bool (*is_known)(void *context, uint64_t hash, size_t line);
	void *context;
};

/* brad_reader_next() for each of the two formats, if the reader has not ended. */
brad_status bs_text_next(brad_reader *r, const brad_document **out, brad_error *err);
brad_status bs_jsonl_next(brad_reader *r, const brad_document **out, brad_error *err);

/* Refills the block.  At the end of the file r->end is 0 and r->ended is set. */
brad_status bs_reader_fill(brad_reader *r, brad_error *err);

/* Reports that the current document exceeds the limit; `what` follows the path in the message. */
brad_status bs_reader_too_large(const brad_reader *r, const char *what, brad_error *err);

/* Are these bytes not text?  They are not if they hold a NUL, or are control characters
 * for more than a third. */
bool bs_is_binary(const char *bytes, size_t length);

/* Does a path have the ending of a file of JSON Lines? */
bool bs_is_jsonl_name(const char *path);

/* Appends bytes to out as valid UTF-8: bytes that are not are read as Windows-1252. */
void bs_decode(const char *bytes, size_t length, struct bs_buffer *out);

/* Returns a path made absolute, with symbolic links resolved as far as it exists, in
 * UTF-8.  The caller frees it; NULL if memory runs out. */
char *bs_absolute_path(const char *path);

/* The files found below a directory. */
struct bs_files {
	struct bs_arena arena;
	const char **paths; /* as they can be opened */
	size_t count;
	uint64_t bytes;  /* of all these files */
	uint64_t others; /* files with other endings, or not regular */
};

/* Lists the regular files below a directory that end in .txt, .text, .jsonl, .ndjson or
 * .json, in order of their names.  Hidden files and symbolic links are skipped.  For
 * what cannot be read, on_problem is called. */
brad_status bs_find_files(const char *directory, struct bs_files *out,
			  void (*on_problem)(void *context, const brad_error *problem),
			  void *context, brad_error *err);
void bs_files_free(struct bs_files *files);

#endif
