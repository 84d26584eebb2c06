#include "index/files.h"

#include "base/error.h"
#include "index/manifest.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

char *bs_join_path(const char *directory, const char *name)
{
	size_t room = strlen(directory) + strlen(name) + 2;
	char *path = malloc(room);
	if (path) snprintf(path, room, "%s/%s", directory, name);
	return path;
}

/* Is the path, or a directory on the way, a symbolic link?  The path is changed while it looks,
 * and then put back. */
static bool has_link(char *path)
{
	bool is_link = false;
	for (char *at = path + 1; *path && !is_link; at++) {
		struct stat st;
		char here = *at;
		if (here != '/' && here != '\0') continue;
		*at = '\0';
		is_link = lstat(path, &st) == 0 && S_ISLNK(st.st_mode);
		*at = here;
		if (here == '\0') break;
	}
	return is_link;
}

char *bs_settle_path(const char *path)
{
	char *as_given = strdup(path);
	if (!as_given || !has_link(as_given)) return as_given;
	char *settled = realpath(path, NULL);
	if (!settled && errno != ENOMEM) return as_given;
	free(as_given);
	return settled;
}

brad_status bs_open_file(const char *path, int *out, uint64_t *size, brad_error *err)
{
	struct stat st;
	brad_status status = BRAD_OK;
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (fd < 0 && (errno == ENOENT || errno == ENOTDIR || errno == ELOOP))
		status = bs_fail(err, BRAD_ECORRUPT, "'%s' is gone; run 'bradsearch check'", path);
	else if (fd < 0 || fstat(fd, &st) != 0)
		status = bs_fail_errno(err, "open", path);
	else if (!S_ISREG(st.st_mode))
		status = bs_fail(err, BRAD_ECORRUPT, "'%s' is no file; run 'bradsearch check'",
				 path);
	else
		*size = (uint64_t)st.st_size;
	if (status != BRAD_OK && fd >= 0) close(fd);
	*out = status == BRAD_OK ? fd : -1;
	return status;
}

bool bs_is_index_file(const char *name, uint64_t *revision)
{
	static const char *const beginnings[] = {"seg-", "sources."};
	*revision = 0;
	if (strcmp(name, "manifest.tmp") == 0) return true;
	for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
		size_t n = strlen(beginnings[i]);
		if (strncmp(name, beginnings[i], n) != 0) continue;
		if (strspn(name + n, "0123456789") == 0) continue;
		*revision = strtoull(name + n, NULL, 10);
		return true;
	}
	return false;
}

/* ---- The directory ------------------------------------------------------ */

static brad_status make_directories(const char *directory, brad_error *err)
{
	char *path = strdup(directory);
	if (!path) return bs_no_memory(err);
	brad_status status = BRAD_OK;
	for (char *at = path + 1; status == BRAD_OK && *path; at++) {
		char here = *at;
		if (here != '/' && here != '\0') continue;
		*at = '\0';
		if (mkdir(path, 0700) != 0 && errno != EEXIST)
			status = bs_fail_errno(err, "make the directory", path);
		*at = here;
		if (here == '\0') break;
	}
	free(path);
	return status;
}

/* flock and mmap cannot be relied on over a network. */
static brad_status check_local(const char *directory, brad_error *err)
{
	static const uint32_t networks[] = {0x6969 /* NFS */, 0x517B /* SMB */,
					    0xFF534D42 /* CIFS */, 0xFE534D42 /* SMB2 */};
	struct statfs fs;
	if (statfs(directory, &fs) != 0) return bs_fail_errno(err, "open", directory);
	for (size_t i = 0; i < sizeof networks / sizeof *networks; i++)
		if ((uint32_t)fs.f_type == networks[i])
			return bs_fail(err, BRAD_EINVAL,
				       "cannot write an index at '%s': it is on a network file "
				       "system; put it on a local one",
				       directory);
	return BRAD_OK;
}

/* A directory with other things in it is not ours to write to, unless it already holds an
 * index. */
static brad_status check_ours(const char *directory, brad_error *err)
{
	DIR *entries = opendir(directory);
	if (!entries) return bs_fail_errno(err, "open", directory);
	bool ours = true, index = false;
	uint64_t revision;
	for (const struct dirent *e; (e = readdir(entries));) {
		const char *name = e->d_name;
		if (strcmp(name, "manifest") == 0) index = true;
		if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0 &&
		    strcmp(name, "lock") != 0 && !bs_is_index_file(name, &revision))
			ours = false;
	}
	closedir(entries);
	if (index || ours) return BRAD_OK;
	return bs_fail(err, BRAD_ECORRUPT,
		       "'%s' holds other files and no index; name a new or empty directory",
		       directory);
}

brad_status bs_prepare_directory(const char *directory, brad_error *err)
{
	brad_status status = make_directories(directory, err);
	if (status == BRAD_OK) status = check_local(directory, err);
	if (status == BRAD_OK) status = check_ours(directory, err);
	return status;
}

uint64_t bs_greatest_revision(const char *directory)
{
	uint64_t greatest = 0, revision;
	DIR *entries = opendir(directory);
	if (!entries) return 0;
	for (const struct dirent *e; (e = readdir(entries));)
		if (bs_is_index_file(e->d_name, &revision) && revision > greatest)
			greatest = revision;
	closedir(entries);
	return greatest;
}

/* ---- Sweeping ----------------------------------------------------------- */

bool bs_is_named(const struct bs_manifest *m, const char *name)
{
	if (strcmp(name, m->sources) == 0) return true;
	for (size_t i = 0; i < m->count; i++) {
		const struct bs_manifest_segment *s = &m->segments[i];
		size_t n = strlen(s->name);
		if (strcmp(name, s->dead) == 0) return true;
		if (strncmp(name, s->name, n) == 0 &&
		    (strcmp(name + n, ".glass") == 0 || strcmp(name + n, ".cols") == 0))
			return true;
	}
	return false;
}

/* Removes a file, or a directory of plain files. */
static void remove_entry(int at, const char *name)
{
	if (unlinkat(at, name, 0) == 0) return;
	int fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	DIR *entries = fd < 0 ? NULL : fdopendir(fd);
	if (!entries) {
		if (fd >= 0) close(fd);
		return;
	}
	for (const struct dirent *e; (e = readdir(entries));)
		if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
			unlinkat(fd, e->d_name, 0);
	closedir(entries);
	unlinkat(at, name, AT_REMOVEDIR);
}

void bs_sweep(const char *directory, const struct bs_manifest *manifest)
{
	uint64_t revision;
	DIR *entries = opendir(directory);
	if (!entries) return;
	for (const struct dirent *e; (e = readdir(entries));)
		if (bs_is_index_file(e->d_name, &revision) && !bs_is_named(manifest, e->d_name))
			remove_entry(dirfd(entries), e->d_name);
	closedir(entries);
}

brad_status bs_sync_directory(const char *directory, brad_error *err)
{
	int fd = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0) return bs_fail_errno(err, "open", directory);
	brad_status status = fsync(fd) == 0 ? BRAD_OK : bs_fail_errno(err, "sync", directory);
	close(fd);
	return status;
}
