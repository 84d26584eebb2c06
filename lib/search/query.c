/* Reads the operators of a query by recursive descent. */
#include "search/query_scan.h"

#include "base/error.h"

#include <stdio.h>
#include <string.h>

enum { DEEPEST = 100 };

struct parser {
	struct bs_query_scan scan;
	const struct bs_query_token *at;
	struct bs_arena *arena;
	struct bs_query *out;
	bool any, filtered;
	unsigned depth;
	unsigned within; /* how many article:( are open */
};

/* The children of a join while they are gathered. */
struct parts {
	struct bs_node **wanted, **unwanted;
	size_t wanted_count, unwanted_count;
	const struct bs_query_token *field; /* the first of the fields that stood there */
};

/* ---- Nodes -------------------------------------------------------------- */

static struct bs_node *new_node(struct parser *p, enum bs_node_kind kind, brad_span span)
{
	struct bs_node *node = bs_arena_alloc(p->arena, sizeof *node);
	node->kind = kind;
	node->span = span;
	return node;
}

/* A leaf of the words that begin within a span; NULL if there are none. */
static struct bs_node *new_leaf(struct parser *p, brad_span span, bool exact)
{
	size_t count;
	const struct bs_query_word *words = bs_query_take_words(&p->scan, span, &count);
	if (count == 0) return NULL;
	struct bs_node *node = new_node(p, BS_NODE_PHRASE, span);
	node->words = words;
	node->word_count = count;
	node->exact = exact;
	if (node->word_count == 1 && (!exact || words->prefix)) {
		node->kind = BS_NODE_WORD;
		node->exact = false;
	}
	return node;
}

static struct bs_node *join(struct parser *p, enum bs_node_kind kind, struct bs_node **children,
			    size_t count)
{
	if (count == 1) return children[0];
	struct bs_node *node = new_node(p, kind, children[0]->span);
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
static void pass_over_stop_words(struct parser *p, struct parts *parts)
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

/* Makes one node of what a sequence wants and does not want.  Where there is a
 * filter, what is not wanted may be taken from all that passes it. */
static brad_status finish_parts(struct parser *p, struct parts *parts, enum bs_node_kind kind,
				bool from_all, struct bs_node **out)
{
	*out = NULL;
	if (parts->wanted_count == 0 && parts->unwanted_count == 0) return BRAD_OK;
	if (parts->wanted_count == 0 && from_all)
		*BS_PUSH(p->arena, parts->wanted, parts->wanted_count) =
			new_node(p, BS_NODE_ALL, parts->unwanted[0]->span);
	if (parts->wanted_count == 0)
		return bs_query_fail(&p->scan, parts->unwanted[0]->span.start,
				     "NOT alone asks for nothing: add a word to be found");
	pass_over_stop_words(p, parts);
	struct bs_node *wanted = join(p, kind, parts->wanted, parts->wanted_count);
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
	*out = join(p, BS_NODE_AND, children, count);
	return BRAD_OK;
}

/* ---- Operators ---------------------------------------------------------- */

static brad_status parse_or(struct parser *p, struct bs_node **out);

/* Reads up to the bracket that closes the one which ends the token at hand. */
static brad_status parse_brackets(struct parser *p, struct bs_node **out)
{
	size_t open = p->at->span.end - 1;
	/* What is asked for any of the words may need one more when it is written so that
	 * all words must be there (say_canonical.c). */
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
static brad_status parse_within(struct parser *p, struct bs_node **out)
{
	size_t start = p->at->span.start;
	p->within++;
	brad_status status = parse_brackets(p, out);
	p->within--;
	if (status != BRAD_OK || p->within) return status;
	struct bs_node *node = new_node(p, BS_NODE_ARTICLE, (brad_span){start, p->at[-1].span.end});
	node->children = bs_arena_alloc(p->arena, sizeof(struct bs_node *));
	node->children[0] = *out;
	node->child_count = 1;
	*out = node;
	return BRAD_OK;
}

static brad_status parse_phrase(struct parser *p, struct bs_node **out)
{
	const struct bs_query_token *t = p->at++;
	struct bs_node *node = *out = new_leaf(p, t->inside, true);
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
static void parse_chunk(struct parser *p, bool split, struct parts *parts)
{
	struct bs_node *leaf = new_leaf(p, p->at++->span, false);
	if (!leaf) return;
	if (!split || leaf->kind == BS_NODE_WORD) {
		*BS_PUSH(p->arena, parts->wanted, parts->wanted_count) = leaf;
		return;
	}
	for (size_t i = 0; i < leaf->word_count; i++) {
		struct bs_node *word = new_node(p, BS_NODE_WORD, leaf->words[i].span);
		word->words = leaf->words + i;
		word->word_count = 1;
		*BS_PUSH(p->arena, parts->wanted, parts->wanted_count) = word;
	}
}

/* A field holds for the whole query, so it stands outside of every bracket. */
static brad_status parse_field(struct parser *p, bool unwanted, struct parts *parts)
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
static void add_parts(struct parser *p, const struct parts *found, bool unwanted, size_t start,
		      struct parts *parts)
{
	for (size_t i = 0; i < found->wanted_count; i++) {
		struct bs_node *child = found->wanted[i];
		if (!unwanted) {
			*BS_PUSH(p->arena, parts->wanted, parts->wanted_count) = child;
			continue;
		}
		struct bs_node *negation =
			new_node(p, BS_NODE_NOT, (brad_span){start, child->span.end});
		negation->children = bs_arena_alloc(p->arena, sizeof(struct bs_node *));
		negation->children[0] = child;
		negation->child_count = 1;
		*BS_PUSH(p->arena, parts->unwanted, parts->unwanted_count) = negation;
	}
}

static bool is_none(const struct parts *parts)
{
	return parts->wanted_count + parts->unwanted_count == 0 && !parts->field;
}

/* Adds what stands at the token to the parts: nothing, for marks that mean
 * nothing, unless something must stand there. */
static brad_status parse_one(struct parser *p, struct parts *parts, const char *after)
{
	size_t start = p->at->span.start, negations = 0;
	struct parts own = {0};
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
static brad_status parse_both(struct parser *p, struct parts *sequence)
{
	struct parts own = {0};
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
		status = finish_parts(p, &own, BS_NODE_AND, false, &node);
		if (node) *BS_PUSH(p->arena, sequence->wanted, sequence->wanted_count) = node;
		return status;
	}
	for (size_t i = 0; i < own.wanted_count; i++)
		*BS_PUSH(p->arena, sequence->wanted, sequence->wanted_count) = own.wanted[i];
	for (size_t i = 0; i < own.unwanted_count; i++)
		*BS_PUSH(p->arena, sequence->unwanted, sequence->unwanted_count) = own.unwanted[i];
	return BRAD_OK;
}

static brad_status parse_sequence(struct parser *p, bool first, struct bs_node **out,
				  const struct bs_query_token **field)
{
	struct parts parts = {0};
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
	return finish_parts(p, &parts, p->any ? BS_NODE_OR : BS_NODE_AND, whole && p->filtered,
			    out);
}

/* What stands beside an OR is missing, or is only a field. */
static brad_status fail_or(struct parser *p, const struct bs_query_token *field, size_t at,
			   const char *where)
{
	if (!field) return bs_query_fail(&p->scan, at, "expected a word %s OR", where);
	const char *name = bs_field_name(field->field);
	return bs_query_fail(&p->scan, field->span.start,
			     "%s: holds for the whole query and cannot be one side of OR; write "
			     "%s:one,two for either of two",
			     name, name);
}

static brad_status parse_or(struct parser *p, struct bs_node **out)
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
	*out = status == BRAD_OK && count ? join(p, BS_NODE_OR, children, count) : NULL;
	return status;
}

/* ---- The whole ---------------------------------------------------------- */

/* Lists what is asked for in articles; it has no number, as it counts for no score. */
static void list_inner(struct parser *p, struct bs_node *node, bool wanted)
{
	wanted = wanted && node->kind != BS_NODE_NOT;
	node->wanted = wanted;
	if (bs_is_leaf(node)) *BS_PUSH(p->arena, p->out->inner, p->out->inner_count) = node;
	for (size_t i = 0; i < node->child_count; i++) list_inner(p, node->children[i], wanted);
}

static void number_leaves(struct parser *p, struct bs_node *node, bool wanted)
{
	wanted = wanted && node->kind != BS_NODE_NOT;
	if (!bs_is_leaf(node)) {
		for (size_t i = 0; i < node->child_count; i++)
			number_leaves(p, node->children[i], wanted);
		return;
	}
	if (node->kind == BS_NODE_ARTICLE) list_inner(p, node->children[0], wanted);
	node->wanted = wanted;
	node->leaf = (uint32_t)p->out->leaf_count;
	*BS_PUSH(p->arena, p->out->leaves, p->out->leaf_count) = node;
}

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
	struct parser p = {.scan = {.text = text,
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
	if (status == BRAD_OK && out->root) number_leaves(&p, out->root, true);
	return status;
}

void bs_query_scratch_free(struct bs_query_scratch *scratch)
{
	bs_buffer_free(&scratch->scan.form);
	bs_buffer_free(&scratch->stem);
}
