/* manifest.h - which files make up an index?  The manifest names them; it is the only file that is ever replaced.
 *
 * It is JSON.  A new manifest is written beside the old one, after every file that it
 * names has been synced; then it is synced and renamed over the old one. */
#ifndef BS_MANIFEST_H
#define BS_MANIFEST_H

#include "index/files.h"
#include "index/segment.h"

#include <bradsearch.h>
#include <stddef.h>
#include <stdint.h>

/* The format of all files of an index, and what of libxapian it depends on.  Any other is refused. */
enum { BS_FORMAT = 5 };
#define BS_STEMMER "english"
#define BS_BACKEND "glass"

struct bs_manifest_segment {
	char name[BS_NAME_ROOM];
	char dead[BS_NAME_ROOM]; /* the file of its dead articles; "" for none */
	struct bs_segment_info info;
};

struct bs_manifest {
	char uuid[40];
	uint64_t revision;          /* counts the commits */
	uint32_t analysis;          /* BS_ANALYSIS_VERSION when it was written */
	char sources[BS_NAME_ROOM]; /* "" for none */
	struct bs_manifest_segment *segments;
	size_t count;
};

/* Reads the manifest of a directory.  BRAD_ENOTFOUND if there is no index; BRAD_ECORRUPT if
 * the manifest is damaged or of another format. */
brad_status bs_manifest_read(const char *directory, struct bs_manifest *out, brad_error *err);

/* Reads a damaged manifest as it was before one bit of it was turned: its checksum proves which
 * that was.  Writes nothing.  BRAD_ECORRUPT if more than a bit is wrong, or the manifest is too
 * large to try every bit. */
brad_status bs_manifest_mend(const char *directory, struct bs_manifest *out, brad_error *err);

/* Replaces the manifest of a directory. */
brad_status bs_manifest_write(const char *directory, const struct bs_manifest *manifest,
			      brad_error *err);

/* Appends an empty segment and returns it; NULL if memory runs out. */
struct bs_manifest_segment *bs_manifest_add(struct bs_manifest *manifest);

/* Makes the manifest of an empty index, with a new uuid. */
brad_status bs_manifest_new(struct bs_manifest *out, brad_error *err);
void bs_manifest_free(struct bs_manifest *manifest);

/* Writes out the checksum of what a manifest says, however it is laid out; false if memory
 * runs out.  Of the manifest without "checksum". */
struct json_t;
bool bs_manifest_sum(const struct json_t *json, char out[24]);

#endif
