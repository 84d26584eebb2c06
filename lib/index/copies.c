#include "index/copies.h"

#include "analysis/words.h"
#include "base/utf8.h"
#include "index/segment_writer.h"
#include "index/units.h"

#include <stdlib.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

/* ---- Keys ---------------------------------------------------------------- */

enum { HASH_BITS = 26, LONGEST_WORD = 63 };

/* Numbers get no length, as they may be spelt in several ways, and days get none, as one copy
 * may not have them. */
uint32_t bs_copy_word(const char *form, size_t length)
{
	uint32_t hash = (uint32_t)XXH3_64bits(form, length) >> (32 - HASH_BITS);
	uint16_t word = bs_word_find(form, length);
	if (bs_is_digit((unsigned char)form[0]) || bs_word_is(word, BS_LIST_WEEKDAY) ||
	    bs_word_is(word, BS_LIST_MONTH) || bs_word_is(word, BS_LIST_DAY_WORD))
		length = 0;
	return (uint32_t)(length < LONGEST_WORD ? length : LONGEST_WORD) << HASH_BITS | hash;
}

void bs_copy_key_add(struct bs_copy_key *key, uint32_t word)
{
	key->words++;
	key->all = (key->all ^ word) * 0x9E3779B97F4A7C15u;
	key->all ^= key->all >> 29;
	for (int i = 0; i < BS_COPY_LONGEST; i++) {
		if (word == key->longest[i]) return;
		if (word < key->longest[i]) continue;
		uint32_t shorter = key->longest[i];
		key->longest[i] = word;
		word = shorter;
	}
}

void bs_copy_key_end(struct bs_copy_key *key)
{
	key->mark = (uint32_t)XXH3_64bits(key->longest, sizeof key->longest);
	key->seal = (uint32_t)(key->all >> 32);
}

uint32_t bs_copy_word_of(const struct bs_segment *s, uint64_t code)
{
	return code < s->forms.count ? s->copy_words[code] : 0;
}

struct bs_copy_key bs_copy_key_of(const struct bs_segment *s, uint32_t document)
{
	struct bs_input in = bs_unit_words(s, document);
	struct bs_copy_key key = {0};
	while (in.at < in.end) bs_copy_key_add(&key, bs_copy_word_of(s, bs_input_number(&in)));
	bs_copy_key_end(&key);
	return key;
}

/* ---- The table ----------------------------------------------------------- */

enum { BUCKET_DOCUMENTS = 8 }; /* at most, on average */

struct layout {
	uint32_t bucket_bits, document_bits, mark_bits, seal_bits;
};

static uint32_t bits_of(uint32_t number)
{
	uint32_t bits = 0;
	for (; number; number >>= 1) bits++;
	return bits;
}

static struct layout layout_of(uint32_t documents)
{
	struct layout l = {.bucket_bits = bits_of(documents / BUCKET_DOCUMENTS),
			   .document_bits = bits_of(documents)};
	l.mark_bits = (32 - l.document_bits) / 2;
	l.seal_bits = 32 - l.document_bits - l.mark_bits;
	return l;
}

static uint32_t first_bits(uint32_t number, uint32_t bits)
{
	return (uint32_t)((uint64_t)number >> (32 - bits));
}

static uint32_t bucket_of(const struct layout *l, const struct bs_copy_key *key)
{
	return first_bits(key->mark, l->bucket_bits);
}

static uint32_t mark_part(const struct layout *l, const struct bs_copy_key *key)
{
	return first_bits(key->mark << l->bucket_bits, l->mark_bits);
}

static uint32_t seal_part(const struct layout *l, const struct bs_copy_key *key)
{
	return first_bits(key->seal, l->seal_bits);
}

/* ---- Writing ------------------------------------------------------------- */

static int compare_numbers(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
	return (x > y) - (x < y);
}

/* Gathers the entries, each below the number of its bucket, and sorts them. */
static size_t gather(const struct bs_segment_writer *w, const struct layout *l,
		     const uint32_t *words, uint64_t *entries)
{
	const struct bs_buffer *column = &w->columns[BS_SECTION_WORDS];
	const uint32_t *at = (const uint32_t *)(const void *)w->columns[BS_SECTION_WORDS_AT].bytes;
	const unsigned char *begin = (const unsigned char *)column->bytes;
	struct bs_input in = {begin, begin, false};
	size_t count = 0;
	for (uint32_t d = 1; d <= w->info.documents; d++) {
		struct bs_copy_key key = {0};
		in.end = begin + at[d];
		while (in.at < in.end) bs_copy_key_add(&key, words[bs_input_number(&in)]);
		if (key.words < BS_COPY_WORDS) continue;
		bs_copy_key_end(&key);
		uint64_t entry = bucket_of(l, &key);
		entry = entry << l->mark_bits | mark_part(l, &key);
		entry = entry << l->seal_bits | seal_part(l, &key);
		entries[count++] = entry << l->document_bits | d;
	}
	qsort(entries, count, sizeof *entries, compare_numbers);
	return count;
}

bool bs_write_copies(struct bs_segment_writer *w)
{
	struct layout l = layout_of(w->info.documents);
	uint32_t *words = malloc((w->forms.count + (size_t)1) * sizeof *words);
	uint64_t *entries = malloc((w->info.documents + (size_t)1) * sizeof *entries);
	bool done = words && entries && !w->columns[BS_SECTION_WORDS_AT].failed;
	for (uint32_t i = 0; i < w->forms.count && done; i++)
		words[i] = bs_copy_word(w->forms.items[i].bytes, w->forms.items[i].length);
	size_t count = done ? gather(w, &l, words, entries) : 0, next = 0;
	for (uint32_t bucket = 0; bucket < bs_copy_buckets(w->info.documents) && done; bucket++) {
		bs_add_column(w, BS_SECTION_COPIES_AT, (uint32_t)next);
		for (; next < count && entries[next] >> 32 == bucket; next++)
			bs_add_column(w, BS_SECTION_COPIES, (uint32_t)entries[next]);
	}
	bs_add_column(w, BS_SECTION_COPIES_AT, (uint32_t)next);
	free(words);
	free(entries);
	return done;
}

/* ---- Reading ------------------------------------------------------------- */

/* Numbers are checked here instead of when the segment is opened, as only few are read. */
void bs_copies_begin(const struct bs_segment *s, const struct bs_copy_key *key,
		     struct bs_copy_scan *out)
{
	struct layout l = layout_of(s->documents);
	uint32_t bucket = bucket_of(&l, key);
	bs_touch_copy_bucket(s, bucket);
	uint32_t from = s->copies_at[bucket], to = s->copies_at[bucket + 1];
	*out = (struct bs_copy_scan){.segment = s,
				     .mark = mark_part(&l, key),
				     .seal = seal_part(&l, key),
				     .document_bits = l.document_bits,
				     .seal_bits = l.seal_bits};
	if (key->words < BS_COPY_WORDS || from > to || to > s->copy_count) return;
	bs_touch_copies(s, from, to);
	out->at = s->copies + from;
	out->end = s->copies + to;
}

uint32_t bs_copies_next(struct bs_copy_scan *scan, bool *same)
{
	while (scan->at < scan->end) {
		uint64_t entry = *scan->at++;
		uint64_t above = entry >> scan->document_bits;
		uint32_t document = (uint32_t)(entry - (above << scan->document_bits));
		if (above >> scan->seal_bits != scan->mark) continue;
		if (document == 0 || document > scan->segment->documents) continue;
		*same = (above & ((UINT64_C(1) << scan->seal_bits) - 1)) == scan->seal;
		return document;
	}
	return 0;
}

uint32_t bs_copy_buckets(uint32_t documents)
{
	return UINT32_C(1) << layout_of(documents).bucket_bits;
}
