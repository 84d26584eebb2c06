/* sources.h - which files did the articles come from, and have they changed since?
 *
 * A file is taken for unchanged if its size and time are the same.  A file that was
 * changed just before it was read might change again without getting another time, and
 * one that had problems should be tried again: these are not settled, and are read
 * again by the next run. */
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
	uint8_t input;     /* brad_input: the format it was read in */
	bool read;         /* false if the path is only known from an article */
	bool settled;      /* its size and time can be trusted */
	uint32_t articles; /* the entry + 1 of the newest from it; see catalogue.h */
};

/* Paths, numbered as they come.  All zero is empty. */
struct bs_sources {
	struct bs_intern paths;
	struct bs_source *list; /* by number */
	uint32_t room;
	bool changed; /* there is something to write */
};

#define BS_NO_SOURCE UINT32_MAX

/* Returns the number of a path, which is added if it is new; BS_NO_SOURCE if memory runs
 * out. */
uint32_t bs_source_number(struct bs_sources *sources, const char *path);

/* Was the file read in this format before, and is it unchanged since? */
bool bs_source_is_same(const struct bs_source *source, const struct stat *st, brad_input input);

/* Notes the size and time of a file that was read at the time `now`; `clean` if there were
 * no problems. */
void bs_source_keep(struct bs_sources *sources, uint32_t number, const struct stat *st,
		    brad_input input, bool clean, int64_t now);

/* Makes the next run read a file again. */
void bs_source_forget(struct bs_sources *sources, uint32_t number);

/* Read and write the file of an index directory that keeps the sources. */
brad_status bs_sources_read(const char *path, struct bs_sources *out, brad_error *err);
brad_status bs_sources_write(const char *path, const struct bs_sources *sources, brad_error *err);
void bs_sources_free(struct bs_sources *sources);

#endif
