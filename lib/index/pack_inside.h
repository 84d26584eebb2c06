/* pack_inside.h - what does a pack begin with?  Shared by pack, which reads it, and pack_mend. */
#ifndef BS_PACK_INSIDE_H
#define BS_PACK_INSIDE_H

#include "index/pack.h"

struct bs_pack_entry {
	uint64_t offset, length;
};

/* The table of the blocks' checksums lies behind it, then the sections. */
struct bs_pack_head {
	char magic[8];
	uint64_t count;
	struct bs_pack_entry entries[BS_PACK_SECTIONS];
	uint64_t table;    /* its checksum */
	uint64_t checksum; /* of all before it */
};

/* The checksums of all blocks of some sections, and how many there are.  The caller frees
 * them; NULL if memory runs out. */
uint64_t *bs_pack_make_table(const struct bs_section *sections, size_t count, size_t *blocks);

/* Finds the bit of a head that was turned, and turns it back, if it was one. */
void bs_pack_mend_head(struct bs_pack_head *head);

/* Makes the table anew if the sections are those that it was made for: *good.  False if memory
 * ends. */
bool bs_pack_mend_table(const struct bs_pack *pack, uint64_t *table, uint64_t checksum, bool *good);

#endif
