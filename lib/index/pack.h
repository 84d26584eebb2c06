/* pack.h - how do arrays lie in a file?  As numbered sections in blocks that have a checksum each, read through mmap.
 *
 * All numbers are little-endian; sections begin at multiples of 8.  The file
 * is written once, synced, and never changed.
 *
 * A block is 8 KB of a section, or what is left of it.  The head has a checksum
 * of itself and of the table of the blocks' checksums, which are compared when
 * the file is opened; a block is compared the first time that it is touched.  Who
 * reads says so by bs_pack_touch() and reads on, as nothing that lies in a pack is
 * trusted; and asks bs_pack_sound() before what was read is told to anybody. */
#ifndef BS_PACK_H
#define BS_PACK_H

#include <bradsearch.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BS_PACK_SECTIONS = 64, BS_PACK_BLOCK_BITS = 13, BS_PACK_BLOCK = 1 << BS_PACK_BLOCK_BITS };

struct bs_section {
	const void *bytes;
	size_t length;
};

/* Writes the sections, in the order of their numbers, to a new file, and syncs
 * it.  *checksum tells what bs_pack_open() is to find; *size the bytes. */
brad_status bs_pack_write(const char *path, const struct bs_section *sections, size_t count,
			  uint64_t *checksum, uint64_t *size, brad_error *err);

/* What was compared of a pack while it has been open. */
struct bs_pack_seen {
	bool damaged; /* since bs_pack_forget() */
	size_t section, block;
	char *path;
	size_t left[BS_PACK_SECTIONS]; /* how many blocks of each are not good yet */
	unsigned char good[];          /* by block, of all sections: 1 once it was compared */
};

struct bs_pack {
	void *map;
	size_t size;
	uint64_t checksum; /* of the head, which has that of the table of blocks */
	struct bs_section sections[BS_PACK_SECTIONS];
	size_t count;
	const uint64_t *checksums[BS_PACK_SECTIONS]; /* of each section, by block */
	const unsigned char *good[BS_PACK_SECTIONS]; /* of each section, in seen->good */
	struct bs_pack_seen *seen;
};

/* Maps a pack, checks its head and that its sections lie inside it. */
brad_status bs_pack_open(const char *path, struct bs_pack *out, brad_error *err);

/* The same for one that may be damaged: a bit of its head that was turned, and any of the table of
 * checksums, are put right in memory, and bs_pack_mend() may be called. */
brad_status bs_pack_open_mending(const char *path, struct bs_pack *out, brad_error *err);

/* Turns a bit back in each damaged block of a section where that makes it sound, before it is
 * touched.  It tries *tries of them, which takes some 20 ms each, and counts them down: where
 * more than BS_PACK_TRIES are damaged, it was no single bits that went. */
enum { BS_PACK_TRIES = 64 };
void bs_pack_mend(const struct bs_pack *pack, size_t section, size_t *tries);

/* Compares a block of a section; use bs_pack_touch(). */
void bs_pack_compare(const struct bs_pack *pack, size_t section, size_t block);

/* Says that bytes [from, to) of a section are about to be read; they lie in it. */
static inline void bs_pack_touch(const struct bs_pack *pack, size_t section, size_t from, size_t to)
{
	const unsigned char *good = pack->good[section];
	if (pack->seen->left[section] == 0) return;
	for (size_t block = from >> BS_PACK_BLOCK_BITS; block << BS_PACK_BLOCK_BITS < to; block++)
		if (!good[block]) bs_pack_compare(pack, section, block);
}

/* Touches all of a section. */
void bs_pack_touch_all(const struct bs_pack *pack, size_t section);

/* Were all blocks sound that were touched?  BRAD_ECORRUPT if not: *err names the
 * last that was not.  `names` tells what sections are; it, or one of them, may be NULL. */
brad_status bs_pack_sound(const struct bs_pack *pack, const char *const *names, brad_error *err);

/* Forgets that a block was damaged: it is compared anew when it is touched again. */
void bs_pack_forget(const struct bs_pack *pack);

/* Compares all of a section that was not compared yet: BRAD_ECORRUPT if it is damaged. */
brad_status bs_pack_verify(const struct bs_pack *pack, size_t section, const char *const *names,
			   brad_error *err);

/* The checksum of the first bytes of a file, BS_HEAD_BYTES at most. */
enum { BS_HEAD_BYTES = 8192 };
brad_status bs_file_head_checksum(const char *path, uint64_t *out, brad_error *err);

/* The checksum of all of a file. */
brad_status bs_file_checksum(int fd, const char *path, uint64_t *out, brad_error *err);
void bs_pack_close(struct bs_pack *pack);

#endif
