/* Which bit was flipped?  Disks and memory mostly flip one at a time, and a block is short
 * enough to try each.  A checksum of 64 bits is proof: among the 65,536 changes that are tried,
 * one fits by chance in 1 of 10^14 blocks. */
#include "base/checksum.h"
#include "index/pack_inside.h"

#include <stdlib.h>
#include <string.h>

/* Leaves the bytes as they were if none of their bits is to blame. */
static bool turn_back(unsigned char *bytes, size_t length, uint64_t checksum)
{
	for (size_t bit = 0; bit < length * 8; bit++) {
		bytes[bit / 8] ^= (unsigned char)(1 << bit % 8);
		if (bs_checksum(bytes, length) == checksum) return true;
		bytes[bit / 8] ^= (unsigned char)(1 << bit % 8);
	}
	return false;
}

void bs_pack_mend_head(struct bs_pack_head *head)
{
	const size_t length = offsetof(struct bs_pack_head, checksum);
	uint64_t is = bs_checksum(head, length), differ = is ^ head->checksum;
	if (differ == 0) return;
	if ((differ & (differ - 1)) == 0)
		head->checksum = is;
	else
		turn_back((unsigned char *)head, length, head->checksum);
}

bool bs_pack_mend_table(const struct bs_pack *pack, uint64_t *table, uint64_t checksum, bool *good)
{
	size_t blocks;
	uint64_t *made = bs_pack_make_table(pack->sections, pack->count, &blocks);
	if (!made) return false;
	*good = bs_checksum(made, blocks * sizeof *made) == checksum;
	if (*good) memcpy(table, made, blocks * sizeof *made);
	free(made);
	return true;
}

void bs_pack_mend(const struct bs_pack *pack, size_t section, size_t *tries)
{
	const struct bs_section *s = &pack->sections[section];
	unsigned char *bytes =
		(unsigned char *)pack->map + ((const char *)s->bytes - (const char *)pack->map);
	for (size_t from = 0, block = 0; from<s->length && * tries> 0;
	     from += BS_PACK_BLOCK, block++) {
		size_t left = s->length - from,
		       length = left < BS_PACK_BLOCK ? left : BS_PACK_BLOCK;
		uint64_t checksum = pack->checksums[section][block];
		if (bs_checksum(bytes + from, length) == checksum) continue;
		turn_back(bytes + from, length, checksum);
		--*tries;
	}
}
