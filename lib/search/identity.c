#include "search/identity.h"

#include "index/units.h"

#include <stdio.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

/* Each word is hashed with the hash of those before it. */
static uint32_t hash_words(const struct bs_segment *s, uint32_t document)
{
	struct bs_input in = bs_unit_words(s, document);
	uint64_t hash = 0;
	while (in.at < in.end) {
		const char *form = bs_string(&s->forms, bs_form_of_code(s, bs_input_number(&in)));
		hash = XXH3_64bits_withSeed(form, strlen(form), hash);
	}
	return (uint32_t)(hash >> 32 ^ hash);
}

static bool has_same_words(const struct bs_segment *s, uint32_t a, uint32_t b)
{
	size_t length = s->words_at[a + 1] - s->words_at[a];
	return s->words_at[b + 1] - s->words_at[b] == length &&
	       memcmp(s->words + s->words_at[a], s->words + s->words_at[b], length) == 0;
}

const char *bs_sentence_id(struct bs_arena *arena, const struct bs_segment *s, uint32_t document)
{
	const struct bs_article_row *row = &s->rows[s->article[document]];
	const char *article = bs_string(&s->texts, row->id);
	size_t room = strlen(article) + 32, same = 1;
	for (uint32_t d = row->first; d < document; d++) same += has_same_words(s, d, document);
	char *id = bs_arena_alloc(arena, room);
	int n = snprintf(id, room, "%s#%08x", article, (unsigned)hash_words(s, document));
	if (same > 1) snprintf(id + n, room - (size_t)n, ".%zu", same);
	return id;
}
