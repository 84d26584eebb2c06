#include "analysis/name.h"

#include <string.h>

/* A noun phrase that names nobody known is a speaker by its own words: "a
 * neighbour", without the article, up to the first comma. */
static const char *own_words(struct bs_article *a, brad_span mention)
{
	static const char *const articles[] = {"a ",   "an ",  "the ", "A ",  "An ",
					       "The ", "THE ", "One ", "one "};
	const char *text = a->document.text + mention.start;
	size_t length = mention.end - mention.start;
	for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
		size_t n = strlen(articles[i]);
		if (length > n && memcmp(text, articles[i], n) == 0) {
			text += n, length -= n;
			break;
		}
	}
	const char *comma = memchr(text, ',', length);
	if (comma) length = (size_t)(comma - text);
	return length ? bs_arena_copy(&a->arena, text, length) : NULL;
}

/* A word that names nobody when it stands alone. */
static bool is_pronoun(const struct bs_article *a, brad_span mention, uint32_t token)
{
	static const char *const others[] = {"him", "her", "them",    "us",
					     "me",  "it",  "himself", "herself"};
	const struct bs_token *t = &a->tokens.at[token];
	if (t->end != mention.end) return false;
	if (bs_token_is(t, BS_LIST_SPEAKER_PRONOUN)) return true;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (bs_token_text(t, a->document.text, others[i])) return true;
	return t->kind != BS_WORD || bs_token_is(t, BS_LIST_DETERMINER);
}

static uint32_t token_at(const struct bs_article *a, size_t byte)
{
	size_t low = 0, high = a->tokens.count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (a->tokens.at[middle].start < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return (uint32_t)low;
}

static void name_speakers(struct bs_article *a, brad_quote *quote, const struct bs_attribution *at,
			  uint32_t *last)
{
	brad_speaker *list = bs_arena_alloc(&a->arena, 4 * sizeof *list);
	size_t n = 0;
	uint32_t said_by = BS_NOBODY;
	for (uint32_t i = 0; i < at->mention_count; i++) {
		const struct bs_mention *m = &a->mentions[at->mentions[i]];
		uint32_t entity = m->kind == BS_PRONOUN
					  ? bs_resolve_pronoun(a, at->mentions[i], *last)
					  : m->entity;
		if (entity == BS_NOBODY) continue;
		list[n++] = (brad_speaker){a->entities[entity].name, a->entities[entity].role};
		said_by = entity;
	}
	if (!at->mention_count && quote->mention.end > quote->mention.start &&
	    !is_pronoun(a, quote->mention, token_at(a, quote->mention.start))) {
		const char *name = own_words(a, quote->mention);
		if (name) list[n++] = (brad_speaker){name, NULL};
	}
	if (said_by != BS_NOBODY) *last = said_by;
	quote->speakers = list;
	quote->speaker_count = n;
}

void bs_find_speakers(struct bs_article *article)
{
	uint32_t last = BS_NOBODY;
	for (size_t i = 0; i < article->quote_count; i++)
		name_speakers(article, &article->quotes[i], &article->attributions[i], &last);
}
