#include "search/identity.h"

#include <stdio.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

const char *bs_sentence_text(const brad_article *article, uint32_t place, size_t *length)
{
	const brad_document *document = brad_article_document(article);
	const brad_sentence *sentences;
	size_t count = brad_article_sentences(article, &sentences);
	*length = 0;
	if (place == 0) {
		*length = document->title ? strlen(document->title) : 0;
		return document->title;
	}
	if (place > count || sentences[place - 1].role == BRAD_ROLE_FURNITURE) return NULL;
	brad_span span = sentences[place - 1].span;
	*length = span.end - span.start;
	return document->text + span.start;
}

/* Each word is hashed with the hash of those before it. */
static uint32_t hash_words(struct bs_words_scan *scan, const char *text, size_t length)
{
	struct bs_text_word word;
	uint64_t hash = 0;
	bs_buffer_clear(&scan->form);
	*scan = (struct bs_words_scan){text, 0, length, false, scan->form};
	while (bs_words_next(scan, &word))
		hash = XXH3_64bits_withSeed(word.form, word.length, hash);
	return (uint32_t)(hash >> 32 ^ hash);
}

const char *bs_sentence_id(struct bs_arena *arena, struct bs_words_scan *scan,
			   const brad_article *article, uint32_t place)
{
	size_t length, same = 1;
	const char *text = bs_sentence_text(article, place, &length);
	uint32_t hash = hash_words(scan, text ? text : "", length);
	for (uint32_t before = 0; before < place; before++) {
		text = bs_sentence_text(article, before, &length);
		same += text && hash_words(scan, text, length) == hash;
	}
	const char *article_id = brad_article_document(article)->id;
	size_t room = strlen(article_id ? article_id : "") + 32;
	char *id = bs_arena_alloc(arena, room);
	int n = snprintf(id, room, "%s#%08x", article_id ? article_id : "", (unsigned)hash);
	if (same > 1) snprintf(id + n, room - (size_t)n, ".%zu", same);
	return id;
}
