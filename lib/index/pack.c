#include "index/pack.h"

#include "base/checksum.h"
#include "base/error.h"
#include "index/files.h"
#include "index/pack_inside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "packs are little-endian and read as they lie"
#endif

static const char magic[8] = "BRADPAK2";

static uint64_t head_checksum(const struct bs_pack_head *head)
{
	return bs_checksum(head, offsetof(struct bs_pack_head, checksum));
}

static brad_status write_all(int fd, const char *path, const void *bytes, size_t length,
			     brad_error *err)
{
	const char *at = bytes;
	while (length > 0) {
		ssize_t n = write(fd, at, length < 1 << 30 ? length : 1 << 30);
		if (n < 0 && errno == EINTR) continue;
		if (n < 0) return bs_fail_errno(err, "write", path);
		at += n;
		length -= (size_t)n;
	}
	return BRAD_OK;
}

static size_t padding(uint64_t length)
{
	return (size_t)(-length & 7);
}

static size_t count_blocks(uint64_t length)
{
	return (size_t)((length + BS_PACK_BLOCK - 1) >> BS_PACK_BLOCK_BITS);
}

uint64_t *bs_pack_make_table(const struct bs_section *sections, size_t count, size_t *blocks)
{
	size_t n = 0;
	for (size_t i = 0; i < count; i++) n += count_blocks(sections[i].length);
	uint64_t *table = malloc((n + 1) * sizeof *table);
	*blocks = n;
	n = 0;
	for (size_t i = 0; i < count && table; i++) {
		const char *at = sections[i].bytes;
		for (size_t left = sections[i].length, length; left > 0; left -= length) {
			length = left < BS_PACK_BLOCK ? left : BS_PACK_BLOCK;
			table[n++] = bs_checksum(at, length);
			at += length;
		}
	}
	return table;
}

static void make_head(const struct bs_section *sections, size_t count, const uint64_t *table,
		      size_t blocks, struct bs_pack_head *head, uint64_t *size)
{
	memset(head, 0, sizeof *head);
	memcpy(head->magic, magic, sizeof magic);
	head->count = count;
	uint64_t offset = sizeof *head + blocks * sizeof *table;
	for (size_t i = 0; i < count; i++) {
		head->entries[i] = (struct bs_pack_entry){offset, sections[i].length};
		offset += sections[i].length + padding(sections[i].length);
	}
	head->table = bs_checksum(table, blocks * sizeof *table);
	head->checksum = head_checksum(head);
	*size = offset;
}

static brad_status write_pack(int fd, const char *path, const struct bs_pack_head *head,
			      const uint64_t *table, size_t blocks,
			      const struct bs_section *sections, brad_error *err)
{
	static const char zeros[8];
	brad_status status = write_all(fd, path, head, sizeof *head, err);
	if (status == BRAD_OK) status = write_all(fd, path, table, blocks * sizeof *table, err);
	for (size_t i = 0; i < head->count && status == BRAD_OK; i++) {
		status = write_all(fd, path, sections[i].bytes, sections[i].length, err);
		if (status == BRAD_OK)
			status = write_all(fd, path, zeros, padding(sections[i].length), err);
	}
	if (status == BRAD_OK && fsync(fd) != 0) status = bs_fail_errno(err, "sync", path);
	return status;
}

brad_status bs_pack_write(const char *path, const struct bs_section *sections, size_t count,
			  uint64_t *checksum, uint64_t *size, brad_error *err)
{
	struct bs_pack_head head;
	size_t blocks;
	if (count > BS_PACK_SECTIONS)
		return bs_fail(err, BRAD_EINTERNAL, "too many sections in '%s'", path);
	uint64_t *table = bs_pack_make_table(sections, count, &blocks);
	if (!table) return bs_no_memory(err);
	make_head(sections, count, table, blocks, &head, size);
	*checksum = head.checksum;
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	brad_status status = fd < 0 ? bs_fail_errno(err, "create", path)
				    : write_pack(fd, path, &head, table, blocks, sections, err);
	free(table);
	if (fd < 0) return status;
	if (close(fd) != 0 && status == BRAD_OK) status = bs_fail_errno(err, "write", path);
	if (status != BRAD_OK) unlink(path);
	return status;
}

static brad_status damaged(const char *path, const char *what, brad_error *err)
{
	return bs_fail(err, BRAD_ECORRUPT, "'%s' is damaged (%s); run 'bradsearch check'", path,
		       what);
}

/* Where the sections are; false if they lie outside.  *blocks is how many they have. */
static bool take_sections(const struct bs_pack_head *head, struct bs_pack *pack, size_t *blocks)
{
	const uint64_t *table = (const void *)((const char *)pack->map + sizeof *head);
	size_t most = (pack->size - sizeof *head) / sizeof *table;
	*blocks = 0;
	for (size_t i = 0; i < head->count; i++) {
		const struct bs_pack_entry *e = &head->entries[i];
		if (e->offset % 8 != 0 || e->offset > pack->size ||
		    e->length > pack->size - e->offset)
			return false;
		pack->sections[i] =
			(struct bs_section){(char *)pack->map + e->offset, (size_t)e->length};
		pack->checksums[i] = table + *blocks;
		*blocks += count_blocks(e->length);
		if (*blocks > most) return false;
	}
	return true;
}

/* Nothing was compared yet. */
static bool make_seen(const char *path, struct bs_pack *pack, size_t blocks)
{
	pack->seen = calloc(1, sizeof *pack->seen + blocks);
	if (!pack->seen) return false;
	for (size_t i = 0; i < pack->count; i++) {
		pack->good[i] = pack->seen->good + (pack->checksums[i] - pack->checksums[0]);
		pack->seen->left[i] = count_blocks(pack->sections[i].length);
	}
	pack->seen->path = strdup(path);
	return pack->seen->path != NULL;
}

static brad_status read_head(const char *path, struct bs_pack *pack, bool mend, brad_error *err)
{
	struct bs_pack_head head;
	size_t blocks;
	if (pack->size < sizeof head) return damaged(path, "too short", err);
	if (mend) bs_pack_mend_head(pack->map);
	memcpy(&head, pack->map, sizeof head);
	if (memcmp(head.magic, magic, sizeof magic) != 0)
		return damaged(path, "not of this format", err);
	if (head.checksum != head_checksum(&head) || head.count > BS_PACK_SECTIONS)
		return damaged(path, "its head", err);
	if (!take_sections(&head, pack, &blocks)) return damaged(path, "cut short", err);
	pack->count = (size_t)head.count;
	uint64_t *table = (void *)((char *)pack->map + sizeof head);
	bool good = bs_checksum(table, blocks * sizeof *table) == head.table;
	if (!good && mend && !bs_pack_mend_table(pack, table, head.table, &good))
		return bs_no_memory(err);
	if (!good) return damaged(path, "its table of checksums", err);
	pack->checksum = head.checksum;
	return make_seen(path, pack, blocks) ? BRAD_OK : bs_no_memory(err);
}

/* Mending changes private pages only, not the file. */
static brad_status open_pack(const char *path, bool mend, struct bs_pack *out, brad_error *err)
{
	*out = (struct bs_pack){0};
	uint64_t size;
	int fd;
	brad_status status = bs_open_file(path, &fd, &size, err);
	if (status != BRAD_OK) return status;
	if (size < sizeof(struct bs_pack_head)) {
		status = damaged(path, "too short", err);
	} else {
		out->size = (size_t)size;
		out->map = mmap(NULL, out->size, mend ? PROT_READ | PROT_WRITE : PROT_READ,
				mend ? MAP_PRIVATE : MAP_SHARED, fd, 0);
		if (out->map == MAP_FAILED) {
			out->map = NULL;
			status = bs_fail_errno(err, "map", path);
		}
	}
	close(fd);
	if (status == BRAD_OK) status = read_head(path, out, mend, err);
	if (status != BRAD_OK) bs_pack_close(out);
	return status;
}

brad_status bs_pack_open(const char *path, struct bs_pack *out, brad_error *err)
{
	return open_pack(path, false, out, err);
}

brad_status bs_pack_open_mending(const char *path, struct bs_pack *out, brad_error *err)
{
	return open_pack(path, true, out, err);
}

void bs_pack_compare(const struct bs_pack *pack, size_t section, size_t block)
{
	struct bs_pack_seen *seen = pack->seen;
	const struct bs_section *s = &pack->sections[section];
	size_t from = block << BS_PACK_BLOCK_BITS;
	unsigned char *good = &seen->good[pack->good[section] - seen->good + (ptrdiff_t)block];
	if (from >= s->length || *good) return;
	size_t length = s->length - from < BS_PACK_BLOCK ? s->length - from : BS_PACK_BLOCK;
	if (bs_checksum((const char *)s->bytes + from, length) == pack->checksums[section][block]) {
		*good = 1;
		seen->left[section]--;
		return;
	}
	seen->damaged = true;
	seen->section = section;
	seen->block = block;
}

void bs_pack_touch_all(const struct bs_pack *pack, size_t section)
{
	bs_pack_touch(pack, section, 0, pack->sections[section].length);
}

brad_status bs_pack_sound(const struct bs_pack *pack, const char *const *names, brad_error *err)
{
	const struct bs_pack_seen *seen = pack->seen;
	if (!seen->damaged) return BRAD_OK;
	const char *name = names ? names[seen->section] : NULL;
	return bs_fail(err, BRAD_ECORRUPT,
		       "'%s' is damaged (block %zu of section %zu%s%s); run 'bradsearch check'",
		       seen->path, seen->block, seen->section, name ? ": " : "", name ? name : "");
}

void bs_pack_forget(const struct bs_pack *pack)
{
	pack->seen->damaged = false;
}

brad_status bs_pack_verify(const struct bs_pack *pack, size_t section, const char *const *names,
			   brad_error *err)
{
	bs_pack_forget(pack);
	if (section >= pack->count) return damaged(pack->seen->path, "too few sections", err);
	bs_pack_touch_all(pack, section);
	return bs_pack_sound(pack, names, err);
}

brad_status bs_file_head_checksum(const char *path, uint64_t *out, brad_error *err)
{
	char head[BS_HEAD_BYTES];
	uint64_t size;
	int fd;
	brad_status status = bs_open_file(path, &fd, &size, err);
	if (status != BRAD_OK) return status;
	ssize_t n = pread(fd, head, sizeof head, 0);
	status = n < 0 ? bs_fail_errno(err, "read", path) : BRAD_OK;
	close(fd);
	if (status == BRAD_OK) *out = bs_checksum(head, (size_t)n);
	return status;
}

brad_status bs_file_checksum(int fd, const char *path, uint64_t *out, brad_error *err)
{
	enum { BLOCK = 256 << 10 };
	char *block = malloc(BLOCK);
	if (!block) return bs_no_memory(err);
	XXH3_state_t state;
	XXH3_64bits_reset(&state);
	ssize_t n;
	off_t at = 0;
	while ((n = pread(fd, block, BLOCK, at)) > 0 || (n < 0 && errno == EINTR)) {
		if (n < 0) continue;
		XXH3_64bits_update(&state, block, (size_t)n);
		at += n;
	}
	free(block);
	*out = XXH3_64bits_digest(&state);
	return n == 0 ? BRAD_OK : bs_fail_errno(err, "read", path);
}

void bs_pack_close(struct bs_pack *pack)
{
	if (pack->map) munmap(pack->map, pack->size);
	if (pack->seen) free(pack->seen->path);
	free(pack->seen);
	*pack = (struct bs_pack){0};
}
