/* Reads the operators of a query by recursive descent. */
#include "search/query_tree.h"

#include <string.h>

enum { DEEPEST = 100 };

/* ---- Operators ---------------------------------------------------------- */

static brad_status parse_or(struct bs_query_parser *p, struct bs_node **out);

/* Reads up to the bracket that closes the current one. */
static brad_status parse_brackets(struct bs_query_parser *p, struct bs_node **out)
{
	size_t open = p->at->span.end - 1;
	/* A query for any of the words may need one more level of brackets when it is written
	 * as a query for all (say_canonical.c). */
	unsigned deepest = p->any ? DEEPEST : DEEPEST + 1;
	if (++p->depth > deepest)
		return bs_query_fail(&p->scan, open, "brackets are nested more than %u deep here",
				     deepest);
	p->at++;
	brad_status status = parse_or(p, out);
	if (status != BRAD_OK) return status;
	if (p->at->kind != BS_QUERY_CLOSE)
		return bs_query_fail(&p->scan, open,
				     "the bracket that opens here is not closed: expected )");
	if (!*out) return bs_query_fail(&p->scan, open, "expected words between the brackets");
	p->depth--;
	p->at++;
	return BRAD_OK;
}

/* article:( ... ): one within another means the same article. */
static brad_status parse_within(struct bs_query_parser *p, struct bs_node **out)
{
	size_t start = p->at->span.start;
	p->within++;
	brad_status status = parse_brackets(p, out);
	p->within--;
	if (status != BRAD_OK || p->within) return status;
	struct bs_node *node =
		bs_query_node(p, BS_NODE_ARTICLE, (brad_span){start, p->at[-1].span.end});
	node->children = bs_arena_alloc(p->arena, sizeof(struct bs_node *));
	node->children[0] = *out;
	node->child_count = 1;
	*out = node;
	return BRAD_OK;
}

static brad_status parse_phrase(struct bs_query_parser *p, struct bs_node **out)
{
	const struct bs_query_token *t = p->at++;
	struct bs_node *node = *out = bs_query_leaf(p, t->inside, true);
	if (!node)
		return bs_query_fail(&p->scan, t->span.start,
				     "expected words between the quotation marks");
	node->span = t->span;
	if (t->distance == 0) return BRAD_OK;
	if (node->word_count < 2)
		return bs_query_fail(
			&p->scan, t->inside.end,
			"expected several words in the quotation marks before ~%u: one "
			"has no distance",
			t->distance);
	if (t->distance < node->word_count - 1)
		return bs_query_fail(&p->scan, t->inside.end,
				     "~%u is too near: %zu words take %zu at least", t->distance,
				     node->word_count, node->word_count - 1);
	node->kind = BS_NODE_NEAR;
	node->distance = t->distance;
	return BRAD_OK;
}

/* A word; one that counts as several is a row of them, or each on its own. */
static void parse_chunk(struct bs_query_parser *p, bool split, struct bs_query_parts *parts)
{
	struct bs_node *leaf = bs_query_leaf(p, p->at++->span, false);
	if (!leaf) return;
	if (!split || leaf->kind == BS_NODE_WORD) {
		*BS_PUSH(p->arena, parts->wanted, parts->wanted_count) = leaf;
		return;
	}
	for (size_t i = 0; i < leaf->word_count; i++) {
		struct bs_node *word = bs_query_node(p, BS_NODE_WORD, leaf->words[i].span);
		word->words = leaf->words + i;
		word->word_count = 1;
		*BS_PUSH(p->arena, parts->wanted, parts->wanted_count) = word;
	}
}

/* A field holds for the whole query, so it stands outside of every bracket. */
static brad_status parse_field(struct bs_query_parser *p, bool unwanted,
			       struct bs_query_parts *parts)
{
	const struct bs_query_token *t = p->at++;
	const char *name = bs_field_name(t->field);
	if (p->depth)
		return bs_query_fail(&p->scan, t->span.start,
				     "%s: holds for the whole query: write it outside of the "
				     "brackets, and %s:one,two for either of two",
				     name, name);
	struct bs_field_values *values =
		unwanted ? &p->out->fields.without[t->field] : &p->out->fields.with[t->field];
	for (size_t i = 0; i < t->values.count; i++)
		*BS_PUSH(p->arena, values->items, values->count) = t->values.items[i];
	if (!parts->field) parts->field = t;
	return BRAD_OK;
}

/* Adds what was found to what is wanted, or with a NOT before it, to what is not. */
static void add_parts(struct bs_query_parser *p, const struct bs_query_parts *found, bool unwanted,
		      size_t start, struct bs_query_parts *parts)
{
	for (size_t i = 0; i < found->wanted_count; i++) {
		struct bs_node *child = found->wanted[i];
		if (!unwanted) {
			*BS_PUSH(p->arena, parts->wanted, parts->wanted_count) = child;
			continue;
		}
		struct bs_node *negation =
			bs_query_node(p, BS_NODE_NOT, (brad_span){start, child->span.end});
		negation->children = bs_arena_alloc(p->arena, sizeof(struct bs_node *));
		negation->children[0] = child;
		negation->child_count = 1;
		*BS_PUSH(p->arena, parts->unwanted, parts->unwanted_count) = negation;
	}
}

static bool is_none(const struct bs_query_parts *parts)
{
	return parts->wanted_count + parts->unwanted_count == 0 && !parts->field;
}

/* Adds what the token begins to the parts.  Marks without meaning add nothing, unless something
 * is required here. */
static brad_status parse_one(struct bs_query_parser *p, struct bs_query_parts *parts,
			     const char *after)
{
	size_t start = p->at->span.start, negations = 0;
	struct bs_query_parts own = {0};
	for (; p->at->kind == BS_QUERY_NOT || p->at->kind == BS_QUERY_MINUS; p->at++) {
		after = p->at->kind == BS_QUERY_NOT ? "NOT" : "-";
		negations++;
	}
	struct bs_node *node = NULL;
	brad_status status = BRAD_OK;
	size_t expected = p->at->span.start;
	bool unwanted = negations % 2 != 0;
	switch (p->at->kind) {
	case BS_QUERY_OPEN: status = parse_brackets(p, &node); break;
	case BS_QUERY_WITHIN: status = parse_within(p, &node); break;
	case BS_QUERY_PHRASE: status = parse_phrase(p, &node); break;
	case BS_QUERY_FIELD: return parse_field(p, unwanted, parts);
	case BS_QUERY_CHUNK: parse_chunk(p, p->any && !unwanted, &own); break;
	default: break;
	}
	if (status != BRAD_OK) return status;
	if (node) *BS_PUSH(p->arena, own.wanted, own.wanted_count) = node;
	if (own.wanted_count == 0 && after)
		return bs_query_fail(&p->scan, expected,
				     "expected a word, a phrase or a bracket after %s", after);
	add_parts(p, &own, unwanted, start, parts);
	return BRAD_OK;
}

/* one AND one AND ...: in a search for all words its parts are the sequence's
 * own; in one for any word it is one of them. */
static brad_status parse_both(struct bs_query_parser *p, struct bs_query_parts *sequence)
{
	struct bs_query_parts own = {0};
	bool several = false;
	brad_status status = parse_one(p, &own, NULL);
	while (status == BRAD_OK && p->at->kind == BS_QUERY_AND) {
		if (is_none(&own))
			return bs_query_fail(&p->scan, p->at->span.start,
					     "expected a word before AND");
		several = true;
		p->at++;
		status = parse_one(p, &own, "AND");
	}
	if (status != BRAD_OK) return status;
	if (!sequence->field) sequence->field = own.field;
	if (p->any && several) {
		struct bs_node *node;
		status = bs_query_finish(p, &own, BS_NODE_AND, false, &node);
		if (node) *BS_PUSH(p->arena, sequence->wanted, sequence->wanted_count) = node;
		return status;
	}
	for (size_t i = 0; i < own.wanted_count; i++)
		*BS_PUSH(p->arena, sequence->wanted, sequence->wanted_count) = own.wanted[i];
	for (size_t i = 0; i < own.unwanted_count; i++)
		*BS_PUSH(p->arena, sequence->unwanted, sequence->unwanted_count) = own.unwanted[i];
	return BRAD_OK;
}

static brad_status parse_sequence(struct bs_query_parser *p, bool first, struct bs_node **out,
				  const struct bs_query_token **field)
{
	struct bs_query_parts parts = {0};
	*out = NULL;
	while (p->at->kind != BS_QUERY_END && p->at->kind != BS_QUERY_CLOSE &&
	       p->at->kind != BS_QUERY_OR) {
		if (p->at->kind == BS_QUERY_AND && is_none(&parts))
			return bs_query_fail(&p->scan, p->at->span.start,
					     "expected a word before AND");
		brad_status status = parse_both(p, &parts);
		if (status != BRAD_OK) return status;
	}
	*field = parts.field;
	bool whole = first && p->depth == 0 && p->at->kind == BS_QUERY_END;
	return bs_query_finish(p, &parts, p->any ? BS_NODE_OR : BS_NODE_AND, whole && p->filtered,
			       out);
}

/* One side of an OR is missing, or is only a field. */
static brad_status fail_or(struct bs_query_parser *p, const struct bs_query_token *field, size_t at,
			   const char *where)
{
	if (!field) return bs_query_fail(&p->scan, at, "expected a word %s OR", where);
	const char *name = bs_field_name(field->field);
	return bs_query_fail(&p->scan, field->span.start,
			     "%s: holds for the whole query and cannot be one side of OR; write "
			     "%s:one,two for either of two",
			     name, name);
}

static brad_status parse_or(struct bs_query_parser *p, struct bs_node **out)
{
	struct bs_node **children = NULL, *node = NULL;
	const struct bs_query_token *field = NULL;
	size_t count = 0;
	brad_status status = parse_sequence(p, true, &node, &field);
	if (status == BRAD_OK && !node && p->at->kind == BS_QUERY_OR)
		return fail_or(p, field, p->at->span.start, "before");
	if (status == BRAD_OK && node) *BS_PUSH(p->arena, children, count) = node;
	while (status == BRAD_OK && p->at->kind == BS_QUERY_OR) {
		size_t end = p->at++->span.end;
		status = parse_sequence(p, false, &node, &field);
		if (status == BRAD_OK && !node) return fail_or(p, field, end, "after");
		if (node) *BS_PUSH(p->arena, children, count) = node;
	}
	*out = status == BRAD_OK && count ? bs_query_join(p, BS_NODE_OR, children, count) : NULL;
	return status;
}

/* ---- The whole ---------------------------------------------------------- */

static bool has_field(const struct bs_query_scan *s)
{
	for (size_t i = 0; i < s->token_count; i++)
		if (s->tokens[i].kind == BS_QUERY_FIELD) return true;
	return false;
}

brad_status bs_query_parse(struct bs_arena *arena, struct bs_query_scratch *scratch,
			   struct xc_stemmer *stemmer, const char *text,
			   const struct bs_query_manner *manner, struct bs_query *out,
			   brad_error *err)
{
	*out = (struct bs_query){0};
	struct bs_query_parser p = {.scan = {.text = text,
					     .length = strlen(text),
					     .manner = manner,
					     .arena = arena,
					     .scratch = scratch,
					     .err = err},
				    .arena = arena,
				    .out = out,
				    .any = manner->any};
	brad_status status = bs_query_scan(&p.scan, stemmer);
	if (status != BRAD_OK) return status;
	p.at = p.scan.tokens;
	p.filtered = manner->filtered || has_field(&p.scan);
	if (p.at->kind == BS_QUERY_END) return BRAD_OK;
	size_t start = p.at->span.start;
	status = parse_or(&p, &out->root);
	if (status == BRAD_OK && p.at->kind == BS_QUERY_CLOSE)
		return bs_query_fail(&p.scan, p.at->span.start,
				     "no bracket is open that this one could close");
	if (status == BRAD_OK && !out->root && !has_field(&p.scan))
		return bs_query_fail(&p.scan, start,
				     "expected a word: there is none in this query");
	if (status == BRAD_OK && out->root) bs_query_number(&p, out->root, true);
	return status;
}

void bs_query_scratch_free(struct bs_query_scratch *scratch)
{
	bs_buffer_free(&scratch->scan.form);
	bs_buffer_free(&scratch->stem);
}
