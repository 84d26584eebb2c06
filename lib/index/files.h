/* files.h - which files does an index directory hold, and how do they get to the disk for good?
 *
 *   manifest       what there is; see manifest.h
 *   lock           held by the writer; see lock.h
 *   seg-R-N.*      segment N of revision R (segment.h); seg-R-N.dead.R2 says which
 *                  of its articles were replaced or removed, as of revision R2
 *   sources.R      the files that were read; see sources.h
 *
 * What the manifest does not name is left over from a writer that died, or from
 * an earlier revision, and is swept by the next writer. */
#ifndef BS_FILES_H
#define BS_FILES_H

#include <bradsearch.h>
#include <stdbool.h>
#include <stdint.h>

struct bs_manifest;

enum { BS_NAME_ROOM = 64 };

/* "DIRECTORY/NAME" in memory of its own; NULL if memory ends. */
char *bs_join_path(const char *directory, const char *name);

/* Which directory a path means now, whatever its symbolic links are turned to while it is in
 * use: the path itself if it has none.  The caller frees it; NULL if memory ends. */
char *bs_settle_path(const char *path);

/* Opens a file of an index for reading, and tells its size.  A file that is gone is damage,
 * BRAD_ECORRUPT, as is a pipe, a device or a directory in its place, for which nothing waits;
 * BRAD_EIO is what may pass: no leave to read it, or too many open files. */
brad_status bs_open_file(const char *path, int *out, uint64_t *size, brad_error *err);

/* Is it a name that this library gives to a file of an index, but for the
 * manifest and the lock?  *revision is told the first number in it. */
bool bs_is_index_file(const char *name, uint64_t *revision);

/* Does the manifest name it? */
bool bs_is_named(const struct bs_manifest *manifest, const char *name);

/* Makes a directory, private to the user, and those above it.  It must then be
 * empty, hold an index or the remains of one, and lie on a local disk. */
brad_status bs_prepare_directory(const char *directory, brad_error *err);

/* The greatest revision that the names of the files tell of; 0 for none. */
uint64_t bs_greatest_revision(const char *directory);

/* Removes what the manifest does not name.  It may fail: the next one tries again. */
void bs_sweep(const char *directory, const struct bs_manifest *manifest);

/* Brings the names in a directory to the disk. */
brad_status bs_sync_directory(const char *directory, brad_error *err);

#endif
