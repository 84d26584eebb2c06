#include "search/row.h"

#include "base/bits.h"
#include "index/units.h"

#include <string.h>

enum { STRIDE = 64 }; /* bytes that are looked at together */

/* The bytes of the forms as the words of a sentence have them; false if the segment lacks one
 * of them. */
static bool encode(struct bs_row *row)
{
	const struct bs_strings *forms = &row->segment->forms;
	unsigned char *bytes = bs_arena_alloc(row->arena, 5 * row->node->word_count);
	row->bytes = bytes;
	for (size_t i = 0; i < row->node->word_count; i++) {
		const struct bs_query_word *w = &row->node->words[i];
		uint32_t number = bs_strings_find(forms, w->form, w->form_length);
		if (strcmp(bs_string(forms, number), w->form) != 0) return false;
		number = row->segment->form_codes[number];
		for (; number >= 0x80; number >>= 7)
			bytes[row->length++] = (unsigned char)(number | 0x80);
		bytes[row->length++] = (unsigned char)number;
	}
	return true;
}

void bs_forms_with_prefix(struct bs_arena *arena, const struct bs_strings *forms, const char *text,
			  size_t length, uint32_t *low, uint32_t *high)
{
	char *after = bs_arena_copy(arena, text, length);
	after[length - 1]++; /* no byte of UTF-8 is the last there is */
	*low = bs_strings_find(forms, text, length);
	*high = bs_strings_find(forms, after, length);
}

/* The codes of the forms that begin with a word; NULL if there are none. */
static const unsigned char *find_codes(struct bs_row *row, const struct bs_query_word *w)
{
	const struct bs_segment *s = row->segment;
	uint32_t low, high;
	bs_forms_with_prefix(row->arena, &s->forms, w->form, w->form_length, &low, &high);
	if (low == high) return NULL;
	unsigned char *codes = bs_arena_alloc(row->arena, s->forms.count / 8 + 1);
	for (uint32_t i = low; i < high; i++)
		codes[s->form_codes[i] / 8] |= (unsigned char)(1 << s->form_codes[i] % 8);
	return codes;
}

/* Is the code among those that a word may be? */
static bool is_code(const struct bs_row_word *asked, uint32_t code)
{
	return asked->codes ? asked->codes[code / 8] >> code % 8 & 1 : code == asked->code;
}

/* Makes the table of which codes the first words may be. */
static void make_places(struct bs_row *row)
{
	uint32_t count = row->segment->forms.count;
	unsigned char *places = bs_arena_alloc(row->arena, count);
	for (size_t k = 0; k < row->node->word_count && k < BS_ROW_PLACES; k++) {
		const struct bs_row_word *asked = &row->asked[k];
		if (!asked->codes) places[asked->code] |= (unsigned char)(1 << k);
		for (uint32_t code = 0; code < count && asked->codes; code++)
			places[code] |= (unsigned char)(is_code(asked, code) << k);
	}
	row->places = places;
}

/* What the words may be, one by one; false if there is no form for one of them. */
static bool take_words(struct bs_row *row)
{
	const struct bs_strings *forms = &row->segment->forms;
	bool by_stem = false;
	row->asked = bs_arena_alloc(row->arena, row->node->word_count * sizeof *row->asked);
	for (size_t i = 0; i < row->node->word_count; i++) {
		const struct bs_query_word *w = &row->node->words[i];
		struct bs_row_word *asked = &row->asked[i];
		if (w->prefix) {
			asked->codes = find_codes(row, w);
			if (!asked->codes) return false;
		} else if (row->node->exact) {
			uint32_t form = bs_strings_find(forms, w->form, w->form_length);
			if (strcmp(bs_string(forms, form), w->form) != 0) return false;
			asked->code = row->segment->form_codes[form];
		} else {
			by_stem = asked->by_stem = true;
		}
	}
	if (!by_stem && row->node->kind != BS_NODE_NEAR) make_places(row);
	return true;
}

bool bs_row_begin(struct bs_row *row, const struct bs_node *leaf)
{
	row->node = leaf;
	bool forms = leaf->kind == BS_NODE_WORD || (leaf->kind == BS_NODE_PHRASE && leaf->exact);
	for (size_t i = 0; i < leaf->word_count; i++) forms = forms && !leaf->words[i].prefix;
	return forms ? encode(row) : take_words(row);
}

/* ---- By forms ----------------------------------------------------------- */

/* Finds the bytes of a row between two places; NULL if they are not there.  A number ends with
 * a byte below 0x80, so a row begins after such a byte. */
static const unsigned char *find_bytes(const struct bs_row *row, const unsigned char *from,
				       const unsigned char *end)
{
	const unsigned char *start = from;
	while ((size_t)(end - from) >= row->length) {
		from = memchr(from, row->bytes[0], (size_t)(end - from) - row->length + 1);
		if (!from) return NULL;
		if ((from == start || from[-1] < 0x80) &&
		    memcmp(from, row->bytes, row->length) == 0)
			return from;
		from++;
	}
	return NULL;
}

/* Looks through the words of all sentences at once; a row must not run over an end. */
static uint32_t scan(const struct bs_row *row, uint32_t from)
{
	const struct bs_segment *s = row->segment;
	const unsigned char *end = s->words + s->words_at[s->documents + 1];
	uint32_t d = from;
	while (d <= s->documents) {
		const unsigned char *at = find_bytes(row, s->words + s->words_at[d], end);
		if (!at) return s->documents + 1;
		uint64_t offset = (uint64_t)(at - s->words);
		while (s->words_at[d + 1] <= offset) d++;
		if (offset + row->length <= s->words_at[d + 1]) return d;
		d++;
	}
	return d;
}

uint32_t bs_row_scan(const struct bs_row *row, uint32_t from)
{
	const struct bs_segment *s = row->segment;
	uint32_t d = scan(row, from);
	if (from <= s->documents) bs_touch_words(s, from, d <= s->documents ? d + 1 : d);
	return d;
}

/* Where eight bytes have a pair of bytes: the highest bit of each place at which
 * it begins.  All bits of a byte are 0 only there. */
static uint64_t find_pairs(const unsigned char *at, uint64_t first, uint64_t second)
{
	const uint64_t low = 0x7F7F7F7F7F7F7F7F;
	uint64_t a, b;
	memcpy(&a, at, sizeof a);
	memcpy(&b, at + 1, sizeof b);
	uint64_t differs = (a ^ first) | (b ^ second);
	return ~(((differs & low) + low) | differs | low);
}

/* Is the row at a place, and does it not run over the end of the document?  *d is
 * that of a place before, and then of this one. */
static bool is_at(const struct bs_row *row, const unsigned char *at, uint32_t *d)
{
	const struct bs_segment *s = row->segment;
	uint64_t offset = (uint64_t)(at - s->words);
	if (offset + row->length > s->words_at[s->documents + 1]) return false;
	if (memcmp(at, row->bytes, row->length) != 0) return false;
	while (s->words_at[*d + 1] <= offset) ++*d;
	return (offset == s->words_at[*d] || at[-1] < 0x80) &&
	       offset + row->length <= s->words_at[*d + 1];
}

/* Has any of 64 places the pair?  The compiler looks at many at once. */
static bool has_pair(const unsigned char *at, unsigned char first, unsigned char second)
{
	unsigned char any = 0;
	for (size_t i = 0; i < STRIDE; i++) any |= (at[i] == first) & (at[i + 1] == second);
	return any;
}

void bs_row_fill(const struct bs_row *row, uint32_t first, uint32_t end, uint64_t *bits)
{
	const struct bs_segment *s = row->segment;
	bs_touch_words(s, first, end);
	const unsigned char *at = s->words + s->words_at[first];
	const unsigned char *stop = s->words + s->words_at[end];
	const unsigned char a = row->bytes[0], b = row->bytes[1];
	const uint64_t all = 0x0101010101010101;
	uint32_t d = first;
	for (; stop - at > STRIDE; at += STRIDE) {
		if (!has_pair(at, a, b)) continue;
		for (size_t i = 0; i < STRIDE; i += sizeof(uint64_t)) {
			uint64_t pairs = find_pairs(at + i, all * a, all * b);
			for (; pairs; pairs &= pairs - 1)
				if (is_at(row, at + i + bs_bit_lowest(pairs) / 8, &d))
					bs_bit_set(bits, d - first);
		}
	}
	for (; at < stop; at++)
		if (is_at(row, at, &d)) bs_bit_set(bits, d - first);
}

/* ---- Word by word -------------------------------------------------------- */

/* Has a form of the segment the stem of a word? */
static brad_status has_stem(const struct bs_row *row, const struct bs_query_word *word,
			    uint32_t form, bool *same, brad_error *err)
{
	const char *text = bs_string(&row->segment->forms, form);
	*same = strcmp(text, word->form) == 0;
	if (*same || text[0] != word->form[0]) return BRAD_OK; /* stems keep the first letter */
	brad_status status = xc_stem(row->stemmer, text, strlen(text), row->stem, err);
	*same = status == BRAD_OK && row->stem->length == word->stem_length &&
		memcmp(row->stem->bytes, word->stem, word->stem_length) == 0;
	return status;
}

static brad_status fits(const struct bs_row *row, size_t k, uint32_t code, bool *found,
			brad_error *err)
{
	const struct bs_row_word *asked = &row->asked[k];
	if (asked->by_stem)
		return has_stem(row, &row->node->words[k], bs_form_of_code(row->segment, code),
				found, err);
	*found = is_code(asked, code);
	return BRAD_OK;
}

static size_t read_sentence(struct bs_row *row, uint32_t document)
{
	const struct bs_segment *s = row->segment;
	struct bs_input in = bs_unit_words(s, document);
	size_t longest = (size_t)(in.end - in.at), count = 0;
	if (longest > row->room) {
		row->room = longest * 2;
		row->words = bs_arena_alloc(row->arena, row->room * sizeof *row->words);
		if (row->node->kind == BS_NODE_NEAR)
			bs_near_begin(row->arena, row->node->word_count, row->room, &row->near);
	}
	while (in.at < in.end) {
		uint32_t code = bs_word_code(&in.at, in.end);
		row->words[count++] = code < s->forms.count ? code : 0;
	}
	return count;
}

/* Has a document the first words of the row, in a row? */
static bool has_first(const struct bs_row *row, uint32_t document)
{
	const struct bs_segment *s = row->segment;
	size_t count =
		row->node->word_count < BS_ROW_PLACES ? row->node->word_count : BS_ROW_PLACES;
	const unsigned char *at = s->words + s->words_at[document];
	const unsigned char *end = s->words + s->words_at[document + 1];
	unsigned began = 0, last = 1U << (count - 1);
	while (at < end && !(began & last)) {
		uint32_t code = bs_word_code(&at, end);
		unsigned places = row->places[code < s->forms.count ? code : 0];
		began = (began << 1 | 1) & places; /* bit k: the words up to k stand here */
	}
	return began & last;
}

static brad_status has_near(struct bs_row *row, size_t count, bool *found, brad_error *err)
{
	size_t asked = row->node->word_count, from = 0;
	for (size_t k = 0; k < asked; k++) {
		bool any = false;
		for (size_t i = 0; i < count; i++) {
			bool *fit = &row->near.fits[k * count + i];
			brad_status status = fits(row, k, row->words[i], fit, err);
			if (status != BRAD_OK) return status;
			any = any || *fit;
		}
		if (!any) return BRAD_OK;
	}
	*found = bs_near_find(&row->near, asked, count, row->node->distance, &from);
	return BRAD_OK;
}

static brad_status has_words(struct bs_row *row, uint32_t document, bool *found, brad_error *err)
{
	size_t asked = row->node->word_count;
	*found = row->places && has_first(row, document);
	if (row->places && (!*found || asked <= BS_ROW_PLACES)) return BRAD_OK;
	size_t count = read_sentence(row, document);
	*found = false;
	if (row->node->kind == BS_NODE_NEAR) return has_near(row, count, found, err);
	for (size_t i = 0; i + asked <= count && !*found; i++) {
		*found = true;
		for (size_t k = 0; k < asked && *found; k++) {
			brad_status status = fits(row, k, row->words[i + k], found, err);
			if (status != BRAD_OK) return status;
		}
	}
	return BRAD_OK;
}

brad_status bs_row_has(struct bs_row *row, uint32_t document, bool *found, brad_error *err)
{
	const struct bs_segment *s = row->segment;
	if (!row->bytes) return has_words(row, document, found, err);
	*found = find_bytes(row, s->words + s->words_at[document],
			    s->words + s->words_at[document + 1]) != NULL;
	return BRAD_OK;
}
