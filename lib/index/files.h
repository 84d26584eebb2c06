/* files.h - which files does an index directory hold, and how do they get safely to the disk?
 *
 *   manifest       names the files that make up the index; see manifest.h
 *   lock           held by the writer; see lock.h
 *   seg-R-N.*      segment N of revision R (segment.h); seg-R-N.dead.R2 says which
 *                  of its articles were replaced or removed up to revision R2
 *   sources.R      the files that were read; see sources.h
 *
 * Files that the manifest does not name are left over from a writer that died, or from
 * an earlier revision.  The next writer removes them. */
#ifndef BS_FILES_H
#define BS_FILES_H

#include <bradsearch.h>
#include <stdbool.h>
#include <stdint.h>

struct bs_manifest;

enum { BS_NAME_ROOM = 64 };

/* Returns "DIRECTORY/NAME", which the caller frees; NULL if memory runs out. */
char *bs_join_path(const char *directory, const char *name);

/* Resolves the symbolic links of a path, so that it names the same directory even if they
 * are changed meanwhile.  The caller frees it; NULL if memory runs out. */
char *bs_settle_path(const char *path);

/* Opens a file of an index for reading, and stores its size.  BRAD_ECORRUPT if the file is
 * missing, or is a pipe, a device or a directory (this never waits for one).  BRAD_EIO for
 * failures that may pass: no permission, or too many open files. */
brad_status bs_open_file(const char *path, int *out, uint64_t *size, brad_error *err);

/* Is this a name that the library gives to a file of an index, other than the manifest
 * and the lock?  *revision is set to the first number in it. */
bool bs_is_index_file(const char *name, uint64_t *revision);

/* Does the manifest name this file? */
bool bs_is_named(const struct bs_manifest *manifest, const char *name);

/* Makes a directory that only the user can read, and those above it, if they do not exist.
 * Fails unless it is on a local disk and is empty, or holds an index or the remains of one. */
brad_status bs_prepare_directory(const char *directory, brad_error *err);

/* Returns the greatest revision in the names of the files; 0 if there is none. */
uint64_t bs_greatest_revision(const char *directory);

/* Removes the files of an index that the manifest does not name.  Failures do not matter:
 * the next writer tries again. */
void bs_sweep(const char *directory, const struct bs_manifest *manifest);

/* Syncs the names in a directory to the disk. */
brad_status bs_sync_directory(const char *directory, brad_error *err);

#endif
