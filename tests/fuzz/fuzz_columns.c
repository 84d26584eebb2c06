/* Whatever numbers the columns of a segment hold, it is refused, or answers
 * without a crash, a hang or a read out of bounds.
 *
 * The first byte of the input says what is asked of the index, or what first: a
 * replay goes on with some more, the fuzzer, which tries so much more, does not.  Then come
 * changes to the columns of a small index, which get checksums that fit: a byte for
 * what is done, one for the section, two for the place in it, and what that takes.
 * Most are small, so that what becomes of the columns is nearly right. */
#include "../fault/use.h"
#include "common.h"
#include "index/index.h"
#include "index/segment_columns.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char name[BS_NAME_ROOM], dead[BS_NAME_ROOM], file[BS_NAME_ROOM + 8];
static struct bs_buffer original[BS_SECTIONS];
static int calls = 6; /* of each input */

int LLVMFuzzerInitialize(int *count, char ***arguments);

static void prepare(void)
{
	struct bs_manifest manifest;
	struct bs_pack pack;
	if (*name) return;
	fuzz_make_index();
	MUST(bs_manifest_read(fuzz_directory(), &manifest, NULL) == BRAD_OK);
	MUST(manifest.count == 1);
	strcpy(name, manifest.segments[0].name);
	strcpy(dead, manifest.segments[0].dead);
	strcat(strcpy(file, name), ".cols");
	bs_manifest_free(&manifest);
	MUST(bs_pack_open(fuzz_path(file), &pack, NULL) == BRAD_OK);
	for (int i = 0; i < BS_SECTIONS; i++)
		bs_buffer_add(&original[i], pack.sections[i].bytes, pack.sections[i].length);
	bs_pack_close(&pack);
}

/* ---- Changes ------------------------------------------------------------ */

/* Bytes, as many as the first tells: put over those that are there, and behind them. */
static void put(struct bs_buffer *s, size_t at, struct bs_input *in)
{
	size_t n = in->at < in->end ? *in->at++ : 0, left = (size_t)(in->end - in->at);
	if (n > left) n = left;
	if (at + n > s->length) bs_buffer_add(s, in->at, at + n - s->length);
	if (n) memcpy(s->bytes + at, in->at, n);
	in->at += n;
}

/* The number of 32 bits at a place, changed by little, or to what numbers break at. */
static void change_number(struct bs_buffer *s, size_t at, unsigned how)
{
	uint32_t number;
	at -= at % sizeof number;
	if (at + sizeof number > s->length) return;
	memcpy(&number, s->bytes + at, sizeof number);
	if (how < 32)
		number = (uint32_t)1 << how;
	else if (how < 64)
		number += how - 31;
	else if (how < 96)
		number -= how - 63;
	else if (how < 128)
		number = UINT32_MAX - (how - 96);
	else
		number = how - 128;
	memcpy(s->bytes + at, &number, sizeof number);
}

/* Eight bytes, which are two numbers or more, change places with the next. */
static void swap(struct bs_buffer *s, size_t at)
{
	char first[8];
	at -= at % sizeof first;
	if (at + 2 * sizeof first > s->length) return;
	memcpy(first, s->bytes + at, sizeof first);
	memmove(s->bytes + at, s->bytes + at + sizeof first, sizeof first);
	memcpy(s->bytes + at + sizeof first, first, sizeof first);
}

static void change(struct bs_buffer *sections, struct bs_input *in)
{
	enum { PUT, TURN, NUMBER, SWAP, CUT, DROP, WAYS };
	while (in->end - in->at >= 5) {
		unsigned way = in->at[0] % WAYS;
		struct bs_buffer *s = &sections[in->at[1] % BS_SECTIONS];
		size_t at = (size_t)(in->at[2] << 8 | in->at[3]);
		at = s->length ? at % s->length : 0;
		in->at += 4;
		if (way == PUT) {
			put(s, at, in);
			continue;
		}
		unsigned operand = *in->at++;
		if (way == TURN && s->length) s->bytes[at] ^= (char)operand;
		if (way == NUMBER) change_number(s, at, operand);
		if (way == SWAP) swap(s, at);
		if (way == CUT) s->length -= operand < s->length ? operand : s->length;
		if (way == DROP && s->length) {
			size_t n = operand < s->length - at ? operand : s->length - at;
			memmove(s->bytes + at, s->bytes + at + n, s->length - at - n);
			s->length -= n;
		}
	}
}

static void write_columns(struct bs_input *in)
{
	static struct bs_buffer changed[BS_SECTIONS];
	struct bs_section sections[BS_SECTIONS];
	uint64_t checksum, size;
	for (int i = 0; i < BS_SECTIONS; i++) {
		bs_buffer_clear(&changed[i]);
		bs_buffer_add(&changed[i], original[i].bytes, original[i].length);
	}
	change(changed, in);
	for (int i = 0; i < BS_SECTIONS; i++)
		sections[i] = (struct bs_section){changed[i].bytes, changed[i].length};
	unlink(fuzz_path(file));
	MUST(bs_pack_write(fuzz_path(file), sections, BS_SECTIONS, &checksum, &size, NULL) ==
	     BRAD_OK);
}

/* ---- Answers ------------------------------------------------------------ */

/* An index of the segment alone, as a manifest that names it would make one. */
static brad_index *open_index(void)
{
	brad_error err;
	brad_index *index = calloc(1, sizeof *index);
	MUST(index);
	index->segments = calloc(1, sizeof *index->segments);
	index->directory = strdup(fuzz_directory());
	MUST(index->segments && index->directory);
	MUST(xc_stemmer_new(&index->stemmer, NULL) == BRAD_OK);
	brad_status status = bs_segment_open(fuzz_directory(), name, index->segments, &err);
	MUST(status == BRAD_OK || (status == BRAD_ECORRUPT && *err.message));
	index->segment_count = status == BRAD_OK;
	index->info.segments = 1;
	index->info.articles = index->segments->articles;
	index->info.sentences = index->segments->documents;
	if (status == BRAD_OK && *dead) {
		status = bs_segment_open_dead(fuzz_directory(), dead, false, index->segments, &err);
		MUST(status == BRAD_OK || (status == BRAD_ECORRUPT && *err.message));
	}
	if (status == BRAD_OK) return index;
	brad_index_free(index);
	return NULL;
}

/* Called by the fuzzer alone. */
int LLVMFuzzerInitialize(int *count, char ***arguments)
{
	(void)count, (void)arguments;
	calls = 1;
	return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct bs_buffer answer = {0};
	struct bs_input in = {bytes, bytes + length, false};
	int first = length ? *in.at++ : 0;
	brad_error err;
	prepare();
	write_columns(&in);
	brad_index *index = open_index();
	for (int call = first; call < first + calls && index; call++) {
		bs_buffer_clear(&answer);
		brad_status status = use_call(index, call % USE_CALLS, &answer, &err);
		MUST(status == BRAD_OK || *err.message);
	}
	bs_buffer_free(&answer);
	brad_index_free(index);
	return 0;
}
