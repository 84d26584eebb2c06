/* sources.h - which files did the articles come from, and have they changed since?
 *
 * A file is known by its size and time.  One that was changed just before it
 * was read might change again within the same tick of the clock, and one with
 * problems is worth another look: such are not settled, and are read again. */
#ifndef BS_SOURCES_H
#define BS_SOURCES_H

#include "base/buffer.h"
#include "index/intern.h"

#include <bradsearch.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

struct bs_source {
	uint64_t size;
	int64_t time;      /* of its last change, in nanoseconds */
	uint8_t input;     /* brad_input: what it was read as */
	bool read;         /* it was; else the path is only known from an article */
	bool settled;      /* its size and time can be trusted */
	uint32_t articles; /* the entry + 1 of the newest from it; see catalogue.h */
};

/* Paths are numbered as they come; all zero is empty. */
struct bs_sources {
	struct bs_intern paths;
	struct bs_source *list; /* by number */
	uint32_t room;
	bool changed; /* there is something to write */
};

#define BS_NO_SOURCE UINT32_MAX

/* The number of a path, new or known; BS_NO_SOURCE if memory ends. */
uint32_t bs_source_number(struct bs_sources *sources, const char *path);

/* Was the file read as this before, and is it as it was? */
bool bs_source_is_same(const struct bs_source *source, const struct stat *st, brad_input input);

/* Keeps how a file was when it was read, at the time `now`. */
void bs_source_keep(struct bs_sources *sources, uint32_t number, const struct stat *st,
		    brad_input input, bool clean, int64_t now);

/* Forgets that a file was read. */
void bs_source_forget(struct bs_sources *sources, uint32_t number);

/* The file of an index directory that keeps them. */
brad_status bs_sources_read(const char *path, struct bs_sources *out, brad_error *err);
brad_status bs_sources_write(const char *path, const struct bs_sources *sources, brad_error *err);
void bs_sources_free(struct bs_sources *sources);

#endif
