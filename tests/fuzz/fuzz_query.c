/* Whatever the query, it becomes a sound tree, or an error that names one of its
 * bytes; said in its canonical form, it is read to the same tree. */
#include "base/utf8.h"
#include "common.h"
#include "search/query.h"
#include "search/say.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* ---- Soundness ----------------------------------------------------------- */

static void check_leaf(const struct bs_query *query, const struct bs_node *node, size_t length)
{
	MUST(node->leaf < query->leaf_count && query->leaves[node->leaf] == node);
	MUST(node->word_count > 0);
	MUST((node->kind == BS_NODE_WORD) == (node->word_count == 1 && !node->exact));
	MUST(node->kind != BS_NODE_NEAR || node->distance >= node->word_count - 1);
	for (size_t i = 0; i < node->word_count; i++) {
		const struct bs_query_word *w = &node->words[i];
		MUST(w->span.start >= node->span.start && w->span.end <= node->span.end);
		MUST(w->span.start < w->span.end && w->span.end <= length);
		MUST(w->form_length > 0 && strlen(w->form) == w->form_length);
		MUST(bs_utf8_check(w->form, w->form_length) == w->form_length);
		MUST(strlen(w->stem) == w->stem_length);
		MUST(!w->prefix || (w->expansions && !w->posted));
	}
}

static size_t check_node(const struct bs_query *query, const struct bs_node *node, size_t length,
			 bool wanted);

/* What is asked for in articles is in a list of its own. */
static void check_within(const struct bs_query *query, const struct bs_node *node, size_t length)
{
	struct bs_query inner = {.leaves = query->inner, .leaf_count = query->inner_count};
	MUST(node->child_count == 1 && node->kind != BS_NODE_NOT);
	for (uint32_t i = 0; i < inner.leaf_count; i++) inner.leaves[i]->leaf = i;
	check_node(&inner, node->children[0], length, node->wanted);
}

static void check_fields(const struct bs_query *query, size_t length)
{
	for (size_t f = 0; f < 2 * BS_FIELDS; f++) {
		const struct bs_field_values *values =
			f < BS_FIELDS ? &query->fields.with[f]
				      : &query->fields.without[f - BS_FIELDS];
		for (size_t i = 0; i < values->count; i++) {
			const struct bs_field_value *v = &values->items[i];
			MUST(*v->text && strlen(v->text) <= length);
		}
	}
}

/* Returns how many leaves are at or below a node. */
static size_t check_node(const struct bs_query *query, const struct bs_node *node, size_t length,
			 bool wanted)
{
	size_t leaves = 0, unwanted = 0;
	MUST(node->span.start < node->span.end && node->span.end <= length);
	if (bs_is_leaf(node)) {
		MUST(node->wanted == wanted);
		if (node->kind == BS_NODE_ARTICLE)
			check_within(query, node, length);
		else if (node->kind != BS_NODE_ALL)
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

/* ---- The canonical form -------------------------------------------------- */

static void check_same_words(const struct bs_node *a, const struct bs_node *b)
{
	MUST(a->word_count == b->word_count);
	for (size_t i = 0; i < a->word_count; i++) {
		MUST(strcmp(a->words[i].form, b->words[i].form) == 0);
		MUST(strcmp(a->words[i].stem, b->words[i].stem) == 0);
		MUST(a->words[i].posted == b->words[i].posted);
		MUST(a->words[i].prefix == b->words[i].prefix);
	}
}

static void check_same_node(const struct bs_node *a, const struct bs_node *b)
{
	MUST(a->kind == b->kind && a->child_count == b->child_count);
	MUST(a->wanted == b->wanted && a->exact == b->exact && a->distance == b->distance);
	check_same_words(a, b);
	for (size_t i = 0; i < a->child_count; i++) check_same_node(a->children[i], b->children[i]);
}

static bool is_same_date(brad_date a, brad_date b)
{
	return a.year == b.year && a.month == b.month && a.day == b.day;
}

static void check_same_values(enum bs_field field, const struct bs_field_values *a,
			      const struct bs_field_values *b)
{
	bool days = field == BS_FIELD_DATE || field == BS_FIELD_MENTIONS;
	MUST(a->count == b->count);
	for (size_t i = 0; i < a->count; i++) {
		const struct bs_field_value *v = &a->items[i], *w = &b->items[i];
		MUST(days || strcmp(v->text, w->text) == 0);
		MUST(v->said == w->said && v->unknown == w->unknown && v->office == w->office);
		MUST(is_same_date(v->first, w->first) && is_same_date(v->last, w->last));
	}
}

/* In a search for any word the canonical form can take a bracket more. */
static bool is_too_deep(const char *text)
{
	size_t depth = 0, deepest = 0;
	for (; *text; text++) {
		depth += *text == '(';
		depth -= *text == ')' && depth > 0;
		if (depth > deepest) deepest = depth;
	}
	return deepest > 100;
}

static void check_canonical(struct bs_arena *arena, struct xc_stemmer *stemmer,
			    const struct bs_query *query, const char *text,
			    struct bs_query_manner manner)
{
	struct bs_query_scratch scratch = {0};
	struct bs_buffer said = {0};
	struct bs_query again;
	bs_buffer_string(&said, "");
	bs_say_canonical(query, text, &scratch.scan, &said);
	manner.any = manner.plain_words = false;
	brad_status status =
		bs_query_parse(arena, &scratch, stemmer, said.bytes, &manner, &again, NULL);
	MUST(status == BRAD_OK || is_too_deep(said.bytes));
	if (status == BRAD_OK) {
		MUST(!query->root == !again.root && query->leaf_count == again.leaf_count);
		if (query->root) check_same_node(query->root, again.root);
		for (unsigned f = 0; f < BS_FIELDS; f++) {
			enum bs_field field = (enum bs_field)f;
			check_same_values(field, &query->fields.with[f], &again.fields.with[f]);
			check_same_values(field, &query->fields.without[f],
					  &again.fields.without[f]);
		}
	}
	bs_buffer_free(&said);
	bs_query_scratch_free(&scratch);
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
	struct bs_query_manner manner = {.any = bytes[0] & 1,
					 .plain_words = bytes[0] & 2,
					 .filtered = bytes[0] & 4,
					 .today = {2022, 1, 13}};
	brad_status status = bs_query_parse(&arena, &scratch, stemmer, text, &manner, &query, &err);
	MUST(status == BRAD_OK || status == BRAD_EQUERY);
	MUST(status == BRAD_OK ? query.root != NULL || query.leaf_count == 0
			       : err.offset <= length && err.message[0]);
	if (status == BRAD_OK) check_fields(&query, length);
	if (status == BRAD_OK && query.root)
		MUST(check_node(&query, query.root, length, true) == query.leaf_count);
	if (status == BRAD_OK) check_canonical(&arena, stemmer, &query, text, manner);
	xc_stemmer_free(stemmer);
	bs_query_scratch_free(&scratch);
	bs_arena_free(&arena);
	free(text);
	return 0;
}
