#include "search/query_tree.h"

struct bs_node *bs_query_node(struct bs_query_parser *p, enum bs_node_kind kind, brad_span span)
{
	struct bs_node *node = bs_arena_alloc(p->arena, sizeof *node);
	node->kind = kind;
	node->span = span;
	return node;
}

struct bs_node *bs_query_leaf(struct bs_query_parser *p, brad_span span, bool exact)
{
	size_t count;
	const struct bs_query_word *words = bs_query_take_words(&p->scan, span, &count);
	if (count == 0) return NULL;
	struct bs_node *node = bs_query_node(p, BS_NODE_PHRASE, span);
	node->words = words;
	node->word_count = count;
	node->exact = exact;
	if (node->word_count == 1 && (!exact || words->prefix)) {
		node->kind = BS_NODE_WORD;
		node->exact = false;
	}
	return node;
}

struct bs_node *bs_query_join(struct bs_query_parser *p, enum bs_node_kind kind,
			      struct bs_node **children, size_t count)
{
	if (count == 1) return children[0];
	struct bs_node *node = bs_query_node(p, kind, children[0]->span);
	for (size_t i = 1; i < count; i++) {
		brad_span span = children[i]->span;
		if (span.start < node->span.start) node->span.start = span.start;
		if (span.end > node->span.end) node->span.end = span.end;
	}
	node->children = children;
	node->child_count = count;
	return node;
}

static bool is_stop(const struct bs_node *node)
{
	return node->kind == BS_NODE_WORD && !node->words[0].posted && !node->words[0].prefix &&
	       bs_is_stop_word(node->words[0].form, node->words[0].form_length);
}

/* Leaves stop words out where something else is asked for beside them. */
static void pass_over_stop_words(struct bs_query_parser *p, struct bs_query_parts *parts)
{
	size_t kept = 0;
	for (size_t i = 0; i < parts->wanted_count; i++) kept += !is_stop(parts->wanted[i]);
	if (kept == 0 || kept == parts->wanted_count) return;
	kept = 0;
	for (size_t i = 0; i < parts->wanted_count; i++) {
		if (is_stop(parts->wanted[i]))
			*BS_PUSH(p->arena, p->out->passed_over, p->out->passed_over_count) =
				parts->wanted[i]->words;
		else
			parts->wanted[kept++] = parts->wanted[i];
	}
	parts->wanted_count = kept;
}

brad_status bs_query_finish(struct bs_query_parser *p, struct bs_query_parts *parts,
			    enum bs_node_kind kind, bool from_all, struct bs_node **out)
{
	*out = NULL;
	if (parts->wanted_count == 0 && parts->unwanted_count == 0) return BRAD_OK;
	if (parts->wanted_count == 0 && from_all)
		*BS_PUSH(p->arena, parts->wanted, parts->wanted_count) =
			bs_query_node(p, BS_NODE_ALL, parts->unwanted[0]->span);
	if (parts->wanted_count == 0)
		return bs_query_fail(&p->scan, parts->unwanted[0]->span.start,
				     "NOT alone asks for nothing: add a word to be found");
	pass_over_stop_words(p, parts);
	struct bs_node *wanted = bs_query_join(p, kind, parts->wanted, parts->wanted_count);
	if (parts->unwanted_count == 0) {
		*out = wanted;
		return BRAD_OK;
	}
	struct bs_node **children = NULL;
	size_t count = 0;
	if (kind == BS_NODE_AND && parts->wanted_count > 1) {
		for (size_t i = 0; i < parts->wanted_count; i++)
			*BS_PUSH(p->arena, children, count) = parts->wanted[i];
	} else {
		*BS_PUSH(p->arena, children, count) = wanted;
	}
	for (size_t i = 0; i < parts->unwanted_count; i++)
		*BS_PUSH(p->arena, children, count) = parts->unwanted[i];
	*out = bs_query_join(p, BS_NODE_AND, children, count);
	return BRAD_OK;
}

/* ---- Numbers ------------------------------------------------------------ */

/* Lists what is asked for in articles; it has no number, as it counts for no score. */
static void list_inner(struct bs_query_parser *p, struct bs_node *node, bool wanted)
{
	wanted = wanted && node->kind != BS_NODE_NOT;
	node->wanted = wanted;
	if (bs_is_leaf(node)) *BS_PUSH(p->arena, p->out->inner, p->out->inner_count) = node;
	for (size_t i = 0; i < node->child_count; i++) list_inner(p, node->children[i], wanted);
}

void bs_query_number(struct bs_query_parser *p, struct bs_node *node, bool wanted)
{
	wanted = wanted && node->kind != BS_NODE_NOT;
	if (!bs_is_leaf(node)) {
		for (size_t i = 0; i < node->child_count; i++)
			bs_query_number(p, node->children[i], wanted);
		return;
	}
	if (node->kind == BS_NODE_ARTICLE) list_inner(p, node->children[0], wanted);
	node->wanted = wanted;
	node->leaf = (uint32_t)p->out->leaf_count;
	*BS_PUSH(p->arena, p->out->leaves, p->out->leaf_count) = node;
}
