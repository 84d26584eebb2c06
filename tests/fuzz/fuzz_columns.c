/* Whatever numbers the columns of a segment hold, it is refused, or answers
 * without a crash, a hang or a read out of bounds.
 *
 * The input is a list of changes to the columns of a small index, which then
 * get checksums that fit: a byte for the section, two for the place in it, one
 * for how many bytes follow to be put there (its last bit: the section ends
 * behind them). */
#include "../fault/use.h"
#include "common.h"
#include "index/manifest.h"
#include "index/segment_columns.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct bs_manifest manifest;
static struct bs_buffer original[BS_SECTIONS];

static void prepare(void)
{
	struct bs_pack pack;
	char name[BS_NAME_ROOM + 8];
	if (manifest.count) return;
	fuzz_make_index();
	MUST(bs_manifest_read(fuzz_directory(), &manifest, NULL) == BRAD_OK);
	MUST(manifest.count == 1);
	strcat(strcpy(name, manifest.segments[0].name), ".cols");
	MUST(bs_pack_open(fuzz_path(name), &pack, NULL) == BRAD_OK);
	for (int i = 0; i < BS_SECTIONS; i++)
		bs_buffer_add(&original[i], pack.sections[i].bytes, pack.sections[i].length);
	bs_pack_close(&pack);
}

static void change(struct bs_buffer *sections, const uint8_t *bytes, size_t length)
{
	while (length > 4) {
		struct bs_buffer *s = &sections[bytes[0] % BS_SECTIONS];
		size_t at = (size_t)(bytes[1] << 8 | bytes[2]), n = bytes[3] >> 1;
		bool ends = bytes[3] & 1;
		bytes += 4;
		length -= 4;
		if (n > length) n = length;
		if (at > s->length) at = s->length ? at % s->length : 0;
		if (at + n > s->length) bs_buffer_add(s, bytes, at + n - s->length);
		if (n) memcpy(s->bytes + at, bytes, n);
		if (ends) s->length = at + n;
		bytes += n;
		length -= n;
	}
}

static void write_columns(const uint8_t *bytes, size_t length)
{
	struct bs_section sections[BS_SECTIONS];
	struct bs_buffer changed[BS_SECTIONS] = {{0}};
	struct bs_segment_info *info = &manifest.segments[0].info;
	char name[BS_NAME_ROOM + 8];
	for (int i = 0; i < BS_SECTIONS; i++)
		bs_buffer_add(&changed[i], original[i].bytes, original[i].length);
	change(changed, bytes, length);
	for (int i = 0; i < BS_SECTIONS; i++)
		sections[i] = (struct bs_section){changed[i].bytes, changed[i].length};
	strcat(strcpy(name, manifest.segments[0].name), ".cols");
	unlink(fuzz_path(name));
	MUST(bs_pack_write(fuzz_path(name), sections, BS_SECTIONS, &info->cols_checksum,
			   &info->cols_size, NULL) == BRAD_OK);
	MUST(bs_manifest_write(fuzz_directory(), &manifest, NULL) == BRAD_OK);
	for (int i = 0; i < BS_SECTIONS; i++) bs_buffer_free(&changed[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	brad_index *index;
	brad_error err;
	struct bs_buffer answer = {0};
	prepare();
	write_columns(bytes, length);
	brad_status status = brad_index_open(fuzz_directory(), &index, &err);
	MUST(status == BRAD_OK || (status == BRAD_ECORRUPT && *err.message));
	for (int call = 0; call < USE_CALLS && index; call++) {
		bs_buffer_clear(&answer);
		status = use_call(index, call, &answer, &err);
		MUST(status == BRAD_OK || *err.message);
	}
	bs_buffer_free(&answer);
	brad_index_free(index);
	return 0;
}
