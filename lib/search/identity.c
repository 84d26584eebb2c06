#include "search/identity.h"

#include "base/error.h"
#include "base/utf8.h"
#include "index/units.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

/* Each word is hashed with the hash of those before it. */
uint32_t bs_sentence_hash(const struct bs_segment *s, uint32_t document)
{
	struct bs_input in = bs_unit_words(s, document);
	uint64_t hash = 0;
	while (in.at < in.end) {
		const char *form = bs_string(&s->forms, bs_form_of_code(s, bs_input_number(&in)));
		hash = XXH3_64bits_withSeed(form, strlen(form), hash);
	}
	return (uint32_t)(hash >> 32 ^ hash);
}

/* How many documents of its article up to a document have the same words as it? */
static size_t count_same(const struct bs_segment *s, uint32_t first, uint32_t document)
{
	const uint32_t *at = s->words_at;
	uint32_t length = at[document + 1] - at[document], start = at[first];
	size_t same = 1;
	for (uint32_t d = first; d < document; d++) {
		uint32_t end = at[d + 1];
		if (end - start == length &&
		    memcmp(s->words + start, s->words + at[document], length) == 0)
			same++;
		start = end;
	}
	return same;
}

const char *bs_sentence_id(struct bs_arena *arena, const struct bs_segment *s, uint32_t document)
{
	return bs_sentence_name(arena, s, document, bs_sentence_hash(s, document));
}

const char *bs_sentence_name(struct bs_arena *arena, const struct bs_segment *s, uint32_t document,
			     uint32_t hash)
{
	const struct bs_article_row *row = &s->rows[s->article[document]];
	const char *article = bs_segment_text(s, row->id);
	size_t length = strlen(article), room = length + 32;
	bs_touch_words(s, row->first, document + 1);
	size_t same = count_same(s, row->first, document);
	char *id = bs_arena_take(arena, room);
	memcpy(id, article, length);
	id[length++] = '#';
	for (int shift = 28; shift >= 0; shift -= 4)
		id[length++] = "0123456789abcdef"[hash >> shift & 15];
	id[length] = '\0';
	if (same > 1) snprintf(id + length, room - length, ".%zu", same);
	return id;
}

/* Reads what follows "#": 8 hexadecimal digits, and possibly "." and a number from 2 on. */
static bool read_name(const char *name, uint32_t *hash, unsigned long *which)
{
	char *end;
	*hash = 0;
	*which = 1;
	for (int i = 0; i < 8; i++) {
		const char *digits = "0123456789abcdef";
		const char *digit = name[i] ? strchr(digits, name[i]) : NULL;
		if (!digit) return false;
		*hash = *hash << 4 | (uint32_t)(digit - digits);
	}
	if (name[8] == '\0') return true;
	if (name[8] != '.' || !bs_is_digit((unsigned char)name[9])) return false;
	*which = strtoul(name + 9, &end, 10);
	return *end == '\0' && *which > 1;
}

/* Returns the document of an article that has these words for the n-th time; 0 if there is
 * none. */
static uint32_t find_document(const struct bs_segment *s, uint32_t article, uint32_t hash,
			      unsigned long which)
{
	const struct bs_article_row *row = &s->rows[article];
	for (uint32_t d = row->first; d < row->first + row->count; d++)
		if (s->role[d] != BRAD_ROLE_FURNITURE && bs_sentence_hash(s, d) == hash &&
		    --which == 0)
			return d;
	return 0;
}

brad_status bs_sentence_find(struct brad_index *index, const char *id, struct bs_segment **segment,
			     uint32_t *document, brad_error *err)
{
	uint32_t hash, article = 0;
	unsigned long which;
	if (!id) return bs_fail(err, BRAD_EINVAL, "a sentence is found by its id");
	const char *name = strrchr(id, '#');
	if (!name || name == id || !read_name(name + 1, &hash, &which))
		return bs_fail(err, BRAD_EINVAL,
			       "'%s' is no sentence's id: expected an article's, '#' and 8 digits "
			       "of 0-9 and a-f, as in --format json",
			       id);
	char *wanted = strndup(id, (size_t)(name - id));
	if (!wanted) return bs_no_memory(err);
	brad_status status = bs_index_find(index, wanted, segment, &article, err);
	free(wanted);
	if (status != BRAD_OK) return status;
	*document = find_document(*segment, article, hash, which);
	if (*document) return BRAD_OK;
	return bs_fail(err, BRAD_ENOTFOUND,
		       "no sentence '%s': the article has no such words any more", id);
}
