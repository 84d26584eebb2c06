/* pack.h - how do arrays lie in a file?  As numbered sections, each with its size and checksum, read through mmap.
 *
 * All numbers are little-endian; sections begin at multiples of 8.  The file
 * is written once, synced, and never changed. */
#ifndef BS_PACK_H
#define BS_PACK_H

#include <bradsearch.h>
#include <stddef.h>
#include <stdint.h>

enum { BS_PACK_SECTIONS = 64 };

struct bs_section {
	const void *bytes;
	size_t length;
};

/* Writes the sections, in the order of their numbers, to a new file, and syncs
 * it.  *checksum tells what bs_pack_open() is to find; *size the bytes. */
brad_status bs_pack_write(const char *path, const struct bs_section *sections, size_t count,
			  uint64_t *checksum, uint64_t *size, brad_error *err);

struct bs_pack {
	void *map;
	size_t size;
	uint64_t checksum; /* of the head, which has those of the sections */
	struct bs_section sections[BS_PACK_SECTIONS];
	uint64_t checksums[BS_PACK_SECTIONS];
	size_t count;
};

/* Maps a pack, checks its head and that its sections lie inside it. */
brad_status bs_pack_open(const char *path, struct bs_pack *out, brad_error *err);

/* Compares a section with its checksum: BRAD_ECORRUPT if it differs. */
brad_status bs_pack_verify(const struct bs_pack *pack, size_t section, const char *path,
			   brad_error *err);

/* The checksum of the first bytes of a file, BS_HEAD_BYTES at the most. */
enum { BS_HEAD_BYTES = 8192 };
brad_status bs_file_head_checksum(const char *path, uint64_t *out, brad_error *err);

/* The checksum of bytes (XXH3, 64 bits), and of all of a file. */
uint64_t bs_checksum(const void *bytes, size_t length);
brad_status bs_file_checksum(int fd, const char *path, uint64_t *out, brad_error *err);
void bs_pack_close(struct bs_pack *pack);

#endif
