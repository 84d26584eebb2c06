/* The database of a segment: postings wait for a chunk to be full, chunks to be joined. */
#include "index/segment_writer.h"

#include "base/error.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK_DOCUMENTS = 8000 };

/* ---- Files -------------------------------------------------------------- */

static void chunk_path(const struct bs_segment_writer *w, uint32_t chunk, char *out)
{
	char ending[32];
	snprintf(ending, sizeof ending, ".%u.tmp", chunk);
	bs_segment_path(w, ending, out);
}

/* Removes a directory of plain files. */
static void remove_directory(const char *path)
{
	DIR *directory = opendir(path);
	if (!directory) return;
	for (const struct dirent *e; (e = readdir(directory));)
		if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
			unlinkat(dirfd(directory), e->d_name, 0);
	closedir(directory);
	rmdir(path);
}

void bs_segment_remove_chunks(struct bs_segment_writer *w)
{
	char path[BS_PATH_ROOM];
	for (uint32_t i = 0; i < w->chunks; i++) {
		chunk_path(w, i, path);
		remove_directory(path);
	}
	w->chunks = 0;
}

static brad_status sync_file(const char *path, uint64_t *size, uint64_t *checksum, brad_error *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0) return bs_fail_errno(err, "open", path);
	off_t end = lseek(fd, 0, SEEK_END);
	brad_status status = BRAD_OK;
	if (end < 0 || fchmod(fd, 0600) != 0 || fsync(fd) != 0)
		status = bs_fail_errno(err, "sync", path);
	if (status == BRAD_OK) status = bs_file_checksum(fd, path, checksum, err);
	close(fd);
	*size = end > 0 ? (uint64_t)end : 0;
	return status;
}

/* ---- Chunks ------------------------------------------------------------- */

/* Writes the documents that wait, if any do. */
static brad_status write_chunk(struct bs_segment_writer *w, brad_error *err)
{
	char path[BS_PATH_ROOM];
	size_t count = w->waiting_ends.length / sizeof(uint32_t);
	if (count == 0) return BRAD_OK;
	chunk_path(w, w->chunks++, path);
	/* If Xapian made it, the umask would decide who may read it. */
	if (mkdir(path, 0700) != 0) return bs_fail_errno(err, "make the directory", path);
	brad_status status = xc_write(path, (const struct xc_term *)(void *)w->waiting_terms.bytes,
				      (const uint32_t *)(void *)w->waiting_ends.bytes, count, err);
	bs_buffer_clear(&w->waiting_terms);
	bs_buffer_clear(&w->waiting_ends);
	return status;
}

brad_status bs_segment_end_document(struct bs_segment_writer *w, brad_error *err)
{
	uint32_t end = (uint32_t)(w->waiting_terms.length / sizeof(struct xc_term));
	bs_buffer_add(&w->waiting_ends, &end, sizeof end);
	if (w->waiting_ends.failed) return bs_no_memory(err);
	bool full = w->waiting_ends.length / sizeof end == CHUNK_DOCUMENTS;
	return full ? write_chunk(w, err) : BRAD_OK;
}

static brad_status join_chunks(struct bs_segment_writer *w, const char *target, brad_error *err)
{
	char(*paths)[BS_PATH_ROOM] = calloc(w->chunks, sizeof *paths);
	const char **sources = calloc(w->chunks, sizeof *sources);
	brad_status status = paths && sources ? BRAD_OK : bs_no_memory(err);
	for (uint32_t i = 0; i < w->chunks && status == BRAD_OK; i++) {
		chunk_path(w, i, paths[i]);
		sources[i] = paths[i];
	}
	if (status == BRAD_OK) status = xc_compact(sources, w->chunks, target, err);
	free(paths);
	free(sources);
	return status;
}

brad_status bs_segment_write_database(struct bs_segment_writer *w, brad_error *err)
{
	char temporary[BS_PATH_ROOM], path[BS_PATH_ROOM];
	brad_status status = write_chunk(w, err);
	bs_segment_path(w, ".glass.tmp", temporary);
	bs_segment_path(w, ".glass", path);
	if (status == BRAD_OK) status = join_chunks(w, temporary, err);
	if (status == BRAD_OK)
		status = sync_file(temporary, &w->info.glass_size, &w->info.glass_checksum, err);
	uint64_t head = 0;
	if (status == BRAD_OK) status = bs_file_head_checksum(temporary, &head, err);
	bs_buffer_add(&w->columns[BS_SECTION_GLASS_HEAD], &head, sizeof head);
	if (status == BRAD_OK && rename(temporary, path) != 0)
		status = bs_fail_errno(err, "rename", temporary);
	bs_segment_remove_chunks(w);
	return status;
}
