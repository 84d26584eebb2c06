/* While a segment is written, forms and joints are numbered as they come.  Here
 * the most frequent get the smallest numbers, so that most take one byte. */
#include "index/segment_writer.h"

#include "index/copies.h"
#include "index/spelling.h"
#include "index/units.h"

#include <stdlib.h>
#include <string.h>

/* ---- Which code has a number? ------------------------------------------- */

struct codes {
	uint32_t *of;    /* by number */
	uint32_t *order; /* by code: the number */
};

static int compare_keys(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
	return (x > y) - (x < y);
}

/* Uses are counted in codes->of before; codes->order has room. */
static bool rank_by_use(struct codes *codes, uint32_t count)
{
	uint64_t *keys = malloc((count + (size_t)1) * sizeof *keys);
	if (!keys) return false;
	for (uint32_t i = 0; i < count; i++)
		keys[i] = (uint64_t)(UINT32_MAX - codes->of[i]) << 32 | i;
	qsort(keys, count, sizeof *keys, compare_keys);
	for (uint32_t code = 0; code < count; code++) {
		codes->order[code] = (uint32_t)keys[code];
		codes->of[codes->order[code]] = code;
	}
	free(keys);
	return true;
}

static bool codes_begin(struct codes *codes, uint32_t count)
{
	codes->of = calloc(count + (size_t)1, sizeof *codes->of);
	codes->order = calloc(count + (size_t)1, sizeof *codes->order);
	return codes->of && codes->order;
}

static void codes_free(struct codes *codes)
{
	free(codes->of);
	free(codes->order);
}

/* ---- Words -------------------------------------------------------------- */

static struct bs_input whole(const struct bs_buffer *b)
{
	return (struct bs_input){(const unsigned char *)b->bytes,
				 (const unsigned char *)b->bytes + b->length, false};
}

static void replace(struct bs_buffer *column, struct bs_buffer *with)
{
	bs_buffer_free(column);
	*column = *with;
}

/* Readers want the start of each document: words_at[d] for d from 1, with slot 0
 * unused and one more at the end. */
static void recode_words(struct bs_segment_writer *w, const uint32_t *codes)
{
	struct bs_buffer words = {0};
	struct bs_buffer *column = &w->columns[BS_SECTION_WORDS];
	bs_add_words_at(w);
	if (w->columns[BS_SECTION_WORDS_AT].failed) return;
	uint32_t *at = (uint32_t *)(void *)w->columns[BS_SECTION_WORDS_AT].bytes;
	struct bs_input in = whole(column);
	const unsigned char *begin = in.at;
	uint32_t start = 0;
	for (uint32_t d = 1; d <= w->info.documents; d++) {
		in.end = begin + at[d];
		at[d] = start;
		while (in.at < in.end) bs_buffer_number(&words, codes[bs_input_number(&in)]);
		start = (uint32_t)words.length;
	}
	at[w->info.documents + 1] = start;
	replace(column, &words);
}

bool bs_recode_words(struct bs_segment_writer *w, const uint32_t *forms)
{
	struct codes codes;
	bool done = codes_begin(&codes, w->forms.count);
	if (done) {
		struct bs_input in = whole(&w->columns[BS_SECTION_WORDS]);
		while (in.at < in.end) codes.of[bs_input_number(&in)]++;
		done = rank_by_use(&codes, w->forms.count);
	}
	if (done) {
		recode_words(w, codes.of);
		for (uint32_t i = 0; i < w->forms.count; i++) {
			const struct bs_interned *form = &w->forms.items[codes.order[i]];
			bs_add_column(w, BS_SECTION_CODE_FORMS, forms[codes.order[i]]);
			bs_add_column(w, BS_SECTION_COPY_WORDS,
				      bs_copy_word(form->bytes, form->length));
		}
		for (uint32_t i = 0; i < w->forms.count; i++) codes.order[forms[i]] = codes.of[i];
		bs_buffer_add(&w->columns[BS_SECTION_FORM_CODES], codes.order,
			      w->forms.count * sizeof *codes.order);
	}
	codes_free(&codes);
	return done;
}

/* ---- Stems -------------------------------------------------------------- */

bool bs_write_stems(struct bs_segment_writer *w, const uint32_t *forms)
{
	const uint32_t *terms = (const uint32_t *)(const void *)w->form_terms.bytes;
	uint32_t *first = malloc((w->terms.count + (size_t)1) * sizeof *first);
	uint32_t *stems = malloc((w->forms.count + (size_t)1) * sizeof *stems);
	bool done = first && stems;
	for (uint32_t i = 0; i < w->terms.count && done; i++) first[i] = UINT32_MAX;
	for (uint32_t i = 0; i < w->forms.count && done; i++)
		if (forms[i] < first[terms[i]]) first[terms[i]] = forms[i];
	for (uint32_t i = 0; i < w->forms.count && done; i++) stems[forms[i]] = first[terms[i]];
	if (done)
		bs_buffer_add(&w->columns[BS_SECTION_FORM_STEMS], stems,
			      w->forms.count * sizeof *stems);
	free(first);
	free(stems);
	return done;
}

/* ---- Units -------------------------------------------------------------- */

static void add_joints(struct bs_input *in, uint64_t count, const uint32_t *codes,
		       struct bs_buffer *out)
{
	unsigned char byte;
	for (uint64_t i = 0; i < count;) {
		uint32_t code = codes[bs_input_number(in)], run = 0;
		i++;
		if (code == 0) {
			struct bs_input ahead = *in;
			while (i < count && run + 1 < BS_PLAIN_RUN &&
			       codes[bs_input_number(&ahead)] == 0) {
				*in = ahead;
				run++;
				i++;
			}
		}
		bool is_long = code > BS_SHORT_CODES;
		byte = (unsigned char)(code == 0 ? run
				       : is_long ? BS_LONG_CODE
						 : code + BS_PLAIN_RUN - 1);
		bs_buffer_add(out, &byte, 1);
		if (is_long) bs_buffer_number(out, code - BS_SHORT_CODES - 1);
	}
}

static void add_step(struct bs_input *in, struct bs_buffer *out)
{
	uint64_t places = bs_input_number(in), gap = bs_input_number(in),
		 lines = bs_input_number(in);
	if (places == 1 && gap < BS_UNIT_STEPS / 8 && lines < 8) {
		bs_buffer_number(out, gap * 8 + lines);
		return;
	}
	bs_buffer_number(out, BS_UNIT_STEPS);
	bs_buffer_number(out, places);
	bs_buffer_number(out, gap);
	bs_buffer_number(out, lines);
}

/* Writes the units in the format of units.h, and stores in the rows where they are. */
static bool recode_units(struct bs_segment_writer *w, const uint32_t *codes)
{
	struct bs_buffer units = {0}, joints = {0};
	struct bs_input in = whole(&w->columns[BS_SECTION_UNITS]);
	struct bs_article_row *rows =
		(struct bs_article_row *)(void *)w->columns[BS_SECTION_ROWS].bytes;
	for (uint32_t a = 0; a < w->info.articles; a++) {
		rows[a].units = units.length;
		for (uint32_t i = 0; i < rows[a].count; i++) {
			add_step(&in, &units);
			uint64_t length = bs_input_number(&in), count = bs_input_number(&in);
			bs_buffer_clear(&joints);
			add_joints(&in, count, codes, &joints);
			bs_buffer_number(&units, length);
			bs_buffer_number(&units, joints.length);
			bs_buffer_add(&units, joints.bytes, joints.length);
		}
	}
	bool done = !joints.failed;
	bs_buffer_free(&joints);
	replace(&w->columns[BS_SECTION_UNITS], &units);
	return done;
}

bool bs_recode_units(struct bs_segment_writer *w)
{
	struct codes codes;
	bool done = codes_begin(&codes, w->joints.count);
	if (done) {
		memcpy(codes.of, w->joint_uses.bytes, w->joints.count * sizeof *codes.of);
		codes.of[0] = UINT32_MAX; /* the plain one is code 0 whatever comes */
		done = rank_by_use(&codes, w->joints.count) && recode_units(w, codes.of);
		bs_intern_write(&w->joints, codes.order, &w->columns[BS_SECTION_JOINT_STARTS],
				&w->columns[BS_SECTION_JOINT_BYTES]);
	}
	codes_free(&codes);
	return done;
}
