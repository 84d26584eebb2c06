#include "index/pack.h"

#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "packs are little-endian and read as they lie"
#endif

static const char magic[8] = "BRADPAK1";

struct entry {
	uint64_t offset, length, checksum;
};

struct head {
	char magic[8];
	uint64_t count;
	struct entry entries[BS_PACK_SECTIONS];
	uint64_t checksum; /* of all before it */
};

static uint64_t head_checksum(const struct head *head)
{
	return XXH3_64bits(head, offsetof(struct head, checksum));
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

static void make_head(const struct bs_section *sections, size_t count, struct head *head,
		      uint64_t *size)
{
	memset(head, 0, sizeof *head);
	memcpy(head->magic, magic, sizeof magic);
	head->count = count;
	uint64_t offset = sizeof *head;
	for (size_t i = 0; i < count; i++) {
		head->entries[i] =
			(struct entry){offset, sections[i].length,
				       XXH3_64bits(sections[i].bytes, sections[i].length)};
		offset += sections[i].length + padding(sections[i].length);
	}
	head->checksum = head_checksum(head);
	*size = offset;
}

brad_status bs_pack_write(const char *path, const struct bs_section *sections, size_t count,
			  uint64_t *checksum, uint64_t *size, brad_error *err)
{
	static const char zeros[8];
	struct head head;
	if (count > BS_PACK_SECTIONS)
		return bs_fail(err, BRAD_EINTERNAL, "too many sections in '%s'", path);
	make_head(sections, count, &head, size);
	*checksum = head.checksum;
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0) return bs_fail_errno(err, "create", path);
	brad_status status = write_all(fd, path, &head, sizeof head, err);
	for (size_t i = 0; i < count && status == BRAD_OK; i++) {
		status = write_all(fd, path, sections[i].bytes, sections[i].length, err);
		if (status == BRAD_OK)
			status = write_all(fd, path, zeros, padding(sections[i].length), err);
	}
	if (status == BRAD_OK && fsync(fd) != 0) status = bs_fail_errno(err, "sync", path);
	if (close(fd) != 0 && status == BRAD_OK) status = bs_fail_errno(err, "write", path);
	if (status != BRAD_OK) unlink(path);
	return status;
}

static brad_status damaged(const char *path, const char *what, brad_error *err)
{
	return bs_fail(err, BRAD_ECORRUPT, "'%s' is damaged (%s); run 'bradsearch check'", path,
		       what);
}

/* Takes the sections from the head of a mapped file. */
static brad_status read_head(const char *path, struct bs_pack *pack, brad_error *err)
{
	struct head head;
	if (pack->size < sizeof head) return damaged(path, "too short", err);
	memcpy(&head, pack->map, sizeof head);
	if (memcmp(head.magic, magic, sizeof magic) != 0)
		return damaged(path, "not of this format", err);
	if (head.checksum != head_checksum(&head) || head.count > BS_PACK_SECTIONS)
		return damaged(path, "its head", err);
	for (size_t i = 0; i < head.count; i++) {
		const struct entry *e = &head.entries[i];
		if (e->offset % 8 != 0 || e->offset > pack->size ||
		    e->length > pack->size - e->offset)
			return damaged(path, "cut short", err);
		pack->sections[i] =
			(struct bs_section){(char *)pack->map + e->offset, (size_t)e->length};
		pack->checksums[i] = e->checksum;
	}
	pack->count = (size_t)head.count;
	pack->checksum = head.checksum;
	return BRAD_OK;
}

brad_status bs_pack_open(const char *path, struct bs_pack *out, brad_error *err)
{
	*out = (struct bs_pack){0};
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0) return bs_fail_errno(err, "open", path);
	brad_status status = BRAD_OK;
	if (fstat(fd, &st) != 0) {
		status = bs_fail_errno(err, "open", path);
	} else if (st.st_size < (off_t)sizeof(struct head)) {
		status = damaged(path, "too short", err);
	} else {
		out->size = (size_t)st.st_size;
		out->map = mmap(NULL, out->size, PROT_READ, MAP_SHARED, fd, 0);
		if (out->map == MAP_FAILED) {
			out->map = NULL;
			status = bs_fail_errno(err, "map", path);
		}
	}
	close(fd);
	if (status == BRAD_OK) status = read_head(path, out, err);
	if (status != BRAD_OK) bs_pack_close(out);
	return status;
}

brad_status bs_pack_verify(const struct bs_pack *pack, size_t section, const char *path,
			   brad_error *err)
{
	const struct bs_section *s = &pack->sections[section];
	if (section < pack->count && XXH3_64bits(s->bytes, s->length) == pack->checksums[section])
		return BRAD_OK;
	return damaged(path, "a checksum differs", err);
}

uint64_t bs_checksum(const void *bytes, size_t length)
{
	return XXH3_64bits(bytes, length);
}

brad_status bs_file_head_checksum(const char *path, uint64_t *out, brad_error *err)
{
	char head[BS_HEAD_BYTES];
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0) return bs_fail_errno(err, "open", path);
	ssize_t n = pread(fd, head, sizeof head, 0);
	brad_status status = n < 0 ? bs_fail_errno(err, "read", path) : BRAD_OK;
	close(fd);
	if (status == BRAD_OK) *out = XXH3_64bits(head, (size_t)n);
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
	*pack = (struct bs_pack){0};
}
