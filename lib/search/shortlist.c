#include "search/shortlist.h"

#include "base/error.h"
#include "search/rank.h"

#include <stdlib.h>
#include <string.h>

enum { ROW_SENTENCES = 200, RARE_SENTENCES = 400, RARE_WORDS = 12, RARE_ARTICLES = 24 };

static brad_status rank(struct bs_search *s, uint32_t sentences, struct bs_candidates *out,
			brad_error *err)
{
	struct bs_ranking ranking;
	*out = (struct bs_candidates){0};
	s->options.limit = sentences;
	s->options.sort = BRAD_SORT_RELEVANCE;
	brad_status status = bs_rank_sentences(s, &ranking, err);
	for (size_t i = 0; i < ranking.count && status == BRAD_OK; i++) {
		const struct bs_found *found = &ranking.items[i];
		uint32_t article = s->index->segments[found->segment].article[found->document];
		size_t k = 0;
		while (k < out->count && (out->items[k].segment != found->segment ||
					  out->items[k].article != article))
			k++;
		if (k == out->count)
			*BS_PUSH(&s->arena, out->items, out->count) =
				(struct bs_candidate){found->segment, article, 0};
		out->items[k].score += found->score;
	}
	return status;
}

static brad_status parse(struct bs_search *s, const char *text, bool any, brad_error *err)
{
	struct bs_query_manner manner = {.any = any, .plain_words = any};
	return bs_query_parse(&s->arena, &s->scratch, s->index->stemmer, text, &manner, &s->query,
			      err);
}

brad_status bs_shortlist_row(struct bs_search *s, const char *text, struct bs_candidates *out,
			     brad_error *err)
{
	struct bs_words_scan *scan = &s->scratch.scan;
	struct bs_text_word word;
	bs_buffer_clear(&scan->form);
	*scan = (struct bs_words_scan){text, 0, strlen(text), false, scan->form};
	char *row = bs_arena_alloc(&s->arena, 4 * strlen(text) + 16), *end = row;
	*end++ = '"';
	while (bs_words_next(scan, &word)) {
		memcpy(end, word.form, word.length);
		end += word.length;
		*end++ = ' ';
	}
	end[-1] = '"';
	brad_status status = scan->form.failed ? bs_no_memory(err) : parse(s, row, false, err);
	return status == BRAD_OK ? rank(s, ROW_SENTENCES, out, err) : status;
}

/* ---- Rare words ---------------------------------------------------------- */

struct rare {
	struct bs_node *leaf;
	uint64_t sentences;
};

static int by_rarity(const void *a, const void *b)
{
	const struct rare *x = a, *y = b;
	if (x->sentences != y->sentences) return x->sentences < y->sentences ? -1 : 1;
	return strcmp(x->leaf->words[0].form, y->leaf->words[0].form);
}

/* The words of the query that have postings, each stem once, the rarest first. */
static brad_status find_rare(struct bs_search *s, struct rare **out, size_t *count, brad_error *err)
{
	*out = NULL;
	*count = 0;
	for (size_t i = 0; i < s->query.leaf_count; i++) {
		struct bs_node *leaf = s->query.leaves[i];
		const struct bs_query_word *word = &leaf->words[0];
		uint64_t sentences;
		size_t k = 0;
		if (leaf->kind != BS_NODE_WORD || !bs_word_has_postings(word)) continue;
		while (k < *count && strcmp((*out)[k].leaf->words[0].stem, word->stem) != 0) k++;
		if (k < *count) continue;
		brad_status status = bs_word_frequency(s, word, &sentences, err);
		if (status != BRAD_OK) return status;
		if (sentences) *BS_PUSH(&s->arena, *out, *count) = (struct rare){leaf, sentences};
	}
	if (*count) qsort(*out, *count, sizeof **out, by_rarity);
	return BRAD_OK;
}

static int by_score(const void *a, const void *b)
{
	const struct bs_candidate *x = a, *y = b;
	if (x->score != y->score) return x->score > y->score ? -1 : 1;
	if (x->segment != y->segment) return x->segment < y->segment ? -1 : 1;
	return (x->article > y->article) - (x->article < y->article);
}

brad_status bs_query_rare(struct bs_search *s, const char *text, brad_error *err)
{
	struct rare *rare = NULL;
	size_t count = 0;
	brad_status status = parse(s, text, true, err);
	if (status == BRAD_OK) status = find_rare(s, &rare, &count, err);
	if (status != BRAD_OK) return status;
	if (count > RARE_WORDS) count = RARE_WORDS;
	struct bs_node *any = bs_arena_alloc(&s->arena, sizeof *any);
	any->kind = BS_NODE_OR;
	any->children = bs_arena_alloc(&s->arena, (count + 1) * sizeof(struct bs_node *));
	any->child_count = count;
	for (size_t i = 0; i < count; i++) {
		any->children[i] = rare[i].leaf;
		rare[i].leaf->leaf = (uint32_t)i;
	}
	s->query = (struct bs_query){.root = any, .leaves = any->children, .leaf_count = count};
	return BRAD_OK;
}

/* The scores of an article's sentences are added up, as a quotation may run over several. */
brad_status bs_shortlist_rare(struct bs_search *s, const char *text, struct bs_candidates *out,
			      brad_error *err)
{
	*out = (struct bs_candidates){0};
	brad_status status = bs_query_rare(s, text, err);
	if (status != BRAD_OK || s->query.leaf_count == 0) return status;
	status = rank(s, RARE_SENTENCES, out, err);
	if (out->count) qsort(out->items, out->count, sizeof *out->items, by_score);
	if (out->count > RARE_ARTICLES) out->count = RARE_ARTICLES;
	return status;
}
