/* Whatever the query, it becomes a sound tree, or an error that names one of its bytes. */
#include "base/utf8.h"
#include "common.h"
#include "search/query.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void check_leaf(const struct bs_query *query, const struct bs_node *node, size_t length)
{
	MUST(node->leaf < query->leaf_count && query->leaves[node->leaf] == node);
	MUST(node->word_count > 0);
	MUST(node->kind == BS_NODE_PHRASE || node->word_count == 1);
	for (size_t i = 0; i < node->word_count; i++) {
		const struct bs_query_word *w = &node->words[i];
		MUST(w->span.start >= node->span.start && w->span.end <= node->span.end);
		MUST(w->span.start < w->span.end && w->span.end <= length);
		MUST(w->form_length > 0 && strlen(w->form) == w->form_length);
		MUST(bs_utf8_check(w->form, w->form_length) == w->form_length);
		MUST(strlen(w->stem) == w->stem_length);
	}
}

/* Returns how many leaves are at or below a node. */
static size_t check_node(const struct bs_query *query, const struct bs_node *node, size_t length,
			 bool wanted)
{
	size_t leaves = 0, unwanted = 0;
	MUST(node->span.start < node->span.end && node->span.end <= length);
	if (node->child_count == 0) {
		MUST(node->kind == BS_NODE_WORD || node->kind == BS_NODE_PHRASE);
		MUST(node->wanted == wanted);
		check_leaf(query, node, length);
		return 1;
	}
	MUST(node->kind == BS_NODE_NOT ? node->child_count == 1 : node->child_count > 1);
	for (size_t i = 0; i < node->child_count; i++) {
		const struct bs_node *child = node->children[i];
		MUST(child->kind != BS_NODE_NOT || node->kind == BS_NODE_AND);
		unwanted += child->kind == BS_NODE_NOT;
		leaves += check_node(query, child, length, wanted && child->kind != BS_NODE_NOT);
	}
	MUST(unwanted < node->child_count);
	return leaves;
}

/* The first byte says how the rest is read. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct bs_arena arena = {0};
	struct bs_query_scratch scratch = {0};
	struct xc_stemmer *stemmer;
	struct bs_query query;
	brad_error err;
	if (length == 0) return 0;
	char *text = malloc(length);
	if (!text || xc_stemmer_new(&stemmer, NULL) != BRAD_OK) abort();
	memcpy(text, bytes + 1, length - 1);
	text[length - 1] = '\0';
	length = strlen(text);
	brad_status status = bs_query_parse(&arena, &scratch, stemmer, text, bytes[0] & 1,
					    bytes[0] & 2, &query, &err);
	MUST(status == BRAD_OK || status == BRAD_EQUERY);
	MUST(status == BRAD_OK ? query.root != NULL || query.leaf_count == 0
			       : err.offset <= length && err.message[0]);
	if (status == BRAD_OK && query.root)
		MUST(check_node(&query, query.root, length, true) == query.leaf_count);
	xc_stemmer_free(stemmer);
	bs_query_scratch_free(&scratch);
	bs_arena_free(&arena);
	free(text);
	return 0;
}
