#include "index/touch.h"

/* Touches a section from one number to another, or to its end.  The numbers may be damaged. */
static void touch(const struct bs_segment *s, enum bs_segment_section section, uint64_t from,
		  uint64_t to)
{
	size_t length = s->pack.sections[section].length;
	if (to > length) to = length;
	if (from < to) bs_pack_touch(&s->pack, section, (size_t)from, (size_t)to);
}

void bs_touch_units(const struct bs_segment *s, const struct bs_article_row *row)
{
	bool last = row + 1 == s->rows + s->articles;
	touch(s, BS_SECTION_UNITS, row->units, last ? UINT64_MAX : row[1].units);
}

void bs_touch_record(const struct bs_segment *s, const struct bs_article_row *row)
{
	bool last = row + 1 == s->rows + s->articles;
	touch(s, BS_SECTION_RECORDS, row->record, last ? UINT64_MAX : row[1].record);
}

void bs_touch_named(const struct bs_segment *s, uint32_t article)
{
	bool last = article + 1 == s->articles;
	touch(s, BS_SECTION_NAMED, s->rows[article].named,
	      last ? UINT64_MAX : s->rows[article + 1].named);
}

void bs_touch_list(const struct bs_segment *s, size_t list)
{
	const struct bs_lists *all = &s->lists;
	const struct bs_list *l = &all->lists[list];
	bool last = list + 1 == all->count;
	uint64_t blocks = l->blocks, end = last ? all->block_count : l[1].blocks;
	const size_t size = sizeof *all->blocks;
	touch(s, BS_SECTION_LIST_BLOCKS, blocks * size, end * size);
	touch(s, BS_SECTION_LIST_REPEATS, l->repeats, last ? UINT64_MAX : l[1].repeats);
	if (blocks >= all->block_count) return;
	if (end >= all->block_count) {
		end = UINT64_MAX;
	} else {
		touch(s, BS_SECTION_LIST_BLOCKS, end * size, (end + 1) * size);
		end = all->blocks[end].at;
	}
	touch(s, BS_SECTION_LIST_BYTES, all->blocks[blocks].at, end);
}

void bs_touch_copies(const struct bs_segment *s, uint32_t from, uint32_t to)
{
	const size_t size = sizeof *s->copies;
	touch(s, BS_SECTION_COPIES, from * size, to * size);
}

void bs_touch_copy_bucket(const struct bs_segment *s, uint32_t bucket)
{
	const size_t size = sizeof *s->copies_at;
	touch(s, BS_SECTION_COPIES_AT, bucket * size, (bucket + 2) * size);
}
