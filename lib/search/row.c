#include "search/row.h"

#include "index/units.h"

#include <string.h>

/* The bytes that the forms are in the words of a sentence; false if the segment
 * lacks one of them. */
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

bool bs_row_begin(struct bs_row *row, const struct bs_node *leaf)
{
	row->node = leaf;
	row->by_stem = leaf->kind == BS_NODE_PHRASE && !leaf->exact;
	return row->by_stem || encode(row);
}

/* ---- By forms ----------------------------------------------------------- */

/* Finds the bytes of a row between two places; NULL if they are not there.  A
 * number ends with a byte below 0x80, so a row begins behind such a byte. */
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
uint32_t bs_row_scan(const struct bs_row *row, uint32_t from)
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

/* ---- By stems ----------------------------------------------------------- */

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

static size_t read_sentence(struct bs_row *row, uint32_t document)
{
	const struct bs_segment *s = row->segment;
	struct bs_input in = bs_unit_words(s, document);
	size_t longest = (size_t)(in.end - in.at), count = 0;
	if (longest > row->room) {
		row->room = longest * 2;
		row->words = bs_arena_alloc(row->arena, row->room * sizeof *row->words);
	}
	while (in.at < in.end) row->words[count++] = bs_form_of_code(s, bs_input_number(&in));
	return count;
}

static brad_status has_stems(struct bs_row *row, uint32_t document, bool *found, brad_error *err)
{
	size_t count = read_sentence(row, document), asked = row->node->word_count;
	*found = false;
	for (size_t i = 0; i + asked <= count && !*found; i++) {
		*found = true;
		for (size_t k = 0; k < asked && *found; k++) {
			brad_status status =
				has_stem(row, &row->node->words[k], row->words[i + k], found, err);
			if (status != BRAD_OK) return status;
		}
	}
	return BRAD_OK;
}

brad_status bs_row_has(struct bs_row *row, uint32_t document, bool *found, brad_error *err)
{
	const struct bs_segment *s = row->segment;
	if (row->by_stem) return has_stems(row, document, found, err);
	*found = find_bytes(row, s->words + s->words_at[document],
			    s->words + s->words_at[document + 1]) != NULL;
	return BRAD_OK;
}
