#include "index/lists.h"

#include "base/bits.h"

#include <string.h>

enum { SPARE = 8 }; /* a number is read as the eight bytes in which it is */

/* ---- Reading ------------------------------------------------------------ */

bool bs_list_open(const struct bs_lists *lists, size_t list, uint32_t last,
		  struct bs_list_reader *r)
{
	const struct bs_list *l = &lists->lists[list];
	uint32_t blocks = l->documents / BS_LIST_BLOCK + (l->documents % BS_LIST_BLOCK != 0);
	memset(r, 0, offsetof(struct bs_list_reader, documents_of));
	if (l->blocks > lists->block_count || blocks > lists->block_count - l->blocks ||
	    l->repeats > lists->repeats_length)
		return false;
	r->lists = lists;
	r->blocks = lists->blocks + l->blocks;
	r->block_count = blocks;
	r->documents = l->documents;
	r->has_forms = l->has_forms;
	r->repeats = (struct bs_input){lists->repeats + l->repeats,
				       lists->repeats + lists->repeats_length, false};
	r->repeats_left = l->repeated;
	r->repeat = r->repeat_count = 0;
	if (blocks == 0) return true;
	uint32_t bad = r->blocks[0].last == 0;
	for (uint32_t i = 1; i < blocks; i++) bad |= r->blocks[i].last <= r->blocks[i - 1].last;
	return !bad && r->blocks[blocks - 1].last <= last;
}

/* Reads the next block that was not read. */
static bool read_block(struct bs_list_reader *r)
{
	const struct bs_list_block *b = &r->blocks[r->read];
	uint64_t document = r->read ? b[-1].last : 0;
	uint32_t left = r->documents - r->read * BS_LIST_BLOCK;
	uint32_t count = left < BS_LIST_BLOCK ? left : BS_LIST_BLOCK;
	size_t length = r->lists->length;
	r->read++;
	r->next = r->count = 0;
	if (b->at >= length) return false;
	const unsigned char *bytes = r->lists->bytes + b->at;
	unsigned width = *bytes++;
	if (width > 32 || (count * width + 7) / 8 + SPARE >= length - b->at) return false;
	uint64_t mask = ((uint64_t)1 << width) - 1;
	for (uint32_t i = 0, bit = 0; i < count; i++, bit += width) {
		uint64_t number;
		memcpy(&number, bytes + bit / 8, sizeof number);
		document += (number >> bit % 8 & mask) + 1;
		r->documents_of[i] = (uint32_t)document;
	}
	if (document != b->last) return false;
	r->count = count;
	if (r->has_forms) r->forms = bytes + (count * width + 7) / 8;
	return true;
}

/* The forms of the block that was read last. */
static bool read_forms(const struct bs_list_reader *r, unsigned char *forms)
{
	size_t left = r->lists->length - (size_t)(r->forms - r->lists->bytes);
	unsigned width = *r->forms, mask = (1U << width % 8) - 1;
	if (width > BS_LIST_FORM_BITS || (r->count * width + 7) / 8 + SPARE >= left) return false;
	for (uint32_t i = 0, bit = 0; i < r->count; i++, bit += width) {
		uint16_t number;
		memcpy(&number, r->forms + 1 + bit / 8, sizeof number);
		forms[i] = (unsigned char)(number >> bit % 8 & mask);
	}
	return true;
}

/* Skips to the first block, from `read` on, that ends at `from` or after it. */
static void leap(struct bs_list_reader *r, uint32_t from)
{
	uint32_t low = r->read, step = 1;
	while (low + step < r->block_count && r->blocks[low + step - 1].last < from) {
		low += step;
		step *= 2;
	}
	uint32_t high = low + step < r->block_count ? low + step : r->block_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (r->blocks[middle].last < from)
			low = middle + 1;
		else
			high = middle;
	}
	r->read = low;
}

bool bs_list_seek(struct bs_list_reader *r, uint32_t from)
{
	if (r->count == 0 || r->blocks[r->read - 1].last < from) {
		r->next = r->count = 0;
		leap(r, from);
		if (r->read == r->block_count) return true;
		if (!read_block(r)) return false;
	}
	while (r->documents_of[r->next] < from) r->next++;
	return true;
}

bool bs_list_fill(struct bs_list_reader *r, uint32_t first, uint32_t end, uint64_t *bits)
{
	if (!bs_list_seek(r, first)) return false;
	while (r->next < r->count) {
		uint32_t i = r->next, count = r->count;
		/* These are not copied to local variables: the compiler cannot know that `bits`
		 * does not overlap them. */
		for (uint32_t o; i < count && (o = r->documents_of[i] - first) < end - first; i++)
			bits[o / 64] |= (uint64_t)1 << o % 64;
		r->next = i;
		if (i < count || r->read == r->block_count) break;
		if (r->blocks[r->read - 1].last >= end - 1) break;
		if (!read_block(r)) return false;
	}
	return true;
}

bool bs_list_fill_forms(struct bs_list_reader *r, uint64_t wanted, uint64_t *bits,
			uint64_t *doubtful)
{
	const uint64_t rare = wanted & UINT64_C(1) << (BS_LIST_FORMS - 1);
	unsigned char forms[BS_LIST_BLOCK];
	wanted -= rare;
	while (r->read < r->block_count) {
		if (!read_block(r) || !read_forms(r, forms)) return false;
		for (uint32_t i = 0; i < r->count; i++) {
			uint32_t d = r->documents_of[i];
			bits[d / 64] |= (wanted >> forms[i] & 1) << d % 64;
			doubtful[d / 64] |= (rare >> forms[i] & 1) << d % 64;
		}
	}
	uint32_t last = r->block_count ? r->blocks[r->block_count - 1].last : 0, d = 0;
	while ((d = bs_list_repeat(r, d + 1)) <= last) bs_bit_set(doubtful, d);
	return true;
}

uint32_t bs_list_repeat(struct bs_list_reader *r, uint32_t from)
{
	while (r->repeat < from) {
		if (r->repeats_left == 0) return r->repeat = UINT32_MAX;
		uint64_t step = bs_input_number(&r->repeats), more = bs_input_number(&r->repeats);
		if (r->repeats.bad || step == 0 || step >= UINT32_MAX - r->repeat ||
		    more > UINT32_MAX - 2)
			return r->repeat = UINT32_MAX;
		r->repeats_left--;
		r->repeat += (uint32_t)step;
		r->repeat_count = (uint32_t)more + 2;
	}
	return r->repeat;
}

/* ---- Writing ------------------------------------------------------------ */

/* Writes a width, and numbers of so many bits each; returns how many bytes these take. */
static size_t pack(const uint32_t *numbers, uint32_t count, unsigned char *out)
{
	uint32_t all = 0;
	unsigned width = 0;
	for (uint32_t i = 0; i < count; i++) all |= numbers[i];
	while (width < 32 && all >> width) width++;
	*out++ = (unsigned char)width;
	memset(out, 0, count * sizeof *numbers + SPARE);
	for (uint32_t i = 0, bit = 0; i < count; i++, bit += width) {
		uint64_t number;
		memcpy(&number, out + bit / 8, sizeof number);
		number |= (uint64_t)numbers[i] << bit % 8;
		memcpy(out + bit / 8, &number, sizeof number);
	}
	return 1 + (count * width + 7) / 8;
}

/* Writes the block that is pending. */
static void write_block(struct bs_list_writer *w)
{
	unsigned char packed[1 + BS_LIST_BLOCK * sizeof *w->pending + SPARE];
	uint32_t count = w->pending_count;
	if (count == 0) return;
	struct bs_list_block block = {w->last, (uint32_t)w->bytes.length};
	bs_buffer_add(&w->blocks, &block, sizeof block);
	bs_buffer_add(&w->bytes, packed, pack(w->pending, count, packed));
	if (w->forms) {
		const unsigned char *forms = w->forms + (w->documents - count);
		for (uint32_t i = 0; i < count; i++) w->pending[i] = forms[i];
		bs_buffer_add(&w->bytes, packed, pack(w->pending, count, packed));
	}
	w->pending_count = 0;
}

void bs_list_add(struct bs_list_writer *w, uint32_t document, uint32_t count)
{
	w->pending[w->pending_count++] = document - w->last - 1;
	w->last = document;
	w->documents++;
	if (count > 1) {
		bs_buffer_number(&w->repeats, document - w->last_repeat);
		bs_buffer_number(&w->repeats, count - 2);
		w->last_repeat = document;
		w->repeated++;
	}
	if (w->pending_count == BS_LIST_BLOCK) write_block(w);
}

bool bs_list_end(struct bs_list_writer *w, struct bs_list_columns *columns)
{
	write_block(w);
	struct bs_list list = {w->documents,
			       (uint32_t)(columns->blocks->length / sizeof(struct bs_list_block)),
			       (uint32_t)columns->repeats->length, w->repeated, w->forms != NULL};
	size_t before = columns->bytes->length;
	struct bs_list_block *blocks = (struct bs_list_block *)(void *)w->blocks.bytes;
	size_t count = w->blocks.length / sizeof *blocks;
	bool failed = w->blocks.failed || w->bytes.failed || w->repeats.failed ||
		      before + w->bytes.length + SPARE > UINT32_MAX ||
		      columns->repeats->length > UINT32_MAX;
	for (size_t i = 0; i < count && !failed; i++) blocks[i].at += (uint32_t)before;
	if (!failed) {
		bs_buffer_add(columns->lists, &list, sizeof list);
		bs_buffer_add(columns->blocks, w->blocks.bytes, w->blocks.length);
		bs_buffer_add(columns->bytes, w->bytes.bytes, w->bytes.length);
		bs_buffer_add(columns->repeats, w->repeats.bytes, w->repeats.length);
	}
	bs_buffer_clear(&w->blocks);
	bs_buffer_clear(&w->bytes);
	bs_buffer_clear(&w->repeats);
	w->documents = w->last = w->repeated = w->last_repeat = 0;
	w->forms = NULL;
	return !failed;
}

void bs_lists_end(struct bs_list_columns *columns)
{
	static const unsigned char spare[SPARE + 1];
	bs_buffer_add(columns->bytes, spare, sizeof spare);
}

void bs_list_writer_free(struct bs_list_writer *w)
{
	bs_buffer_free(&w->blocks);
	bs_buffer_free(&w->bytes);
	bs_buffer_free(&w->repeats);
	memset(w, 0, sizeof *w);
}
