/* Reads the operators of a query by recursive descent. */
#include "search/query_scan.h"

#include "base/error.h"

#include <stdio.h>
#include <string.h>

enum { DEEPEST = 100 };

struct parser {
	struct bs_query_scan scan;
	struct bs_arena *arena;
	struct bs_query *out;
	bool any;
	unsigned depth;
};

/* The children of a join while they are gathered. */
struct parts {
	struct bs_node **wanted, **unwanted;
	size_t wanted_count, unwanted_count;
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
	if (!exact && node->word_count == 1) node->kind = BS_NODE_WORD;
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
	return node->kind == BS_NODE_WORD && !node->words[0].posted &&
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

/* Makes one node of what a sequence wants and does not want. */
static brad_status finish_parts(struct parser *p, struct parts *parts, enum bs_node_kind kind,
				struct bs_node **out)
{
	*out = NULL;
	if (parts->wanted_count == 0 && parts->unwanted_count == 0) return BRAD_OK;
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

static brad_status parse_brackets(struct parser *p, struct bs_node **out)
{
	size_t start = p->scan.span.start;
	if (++p->depth > DEEPEST)
		return bs_query_fail(&p->scan, start,
				     "brackets are nested more than 100 deep here");
	bs_query_advance(&p->scan);
	brad_status status = parse_or(p, out);
	if (status != BRAD_OK) return status;
	if (p->scan.token != BS_QUERY_CLOSE)
		return bs_query_fail(&p->scan, start,
				     "the bracket that opens here is not closed: expected )");
	if (!*out) return bs_query_fail(&p->scan, start, "expected words between the brackets");
	p->depth--;
	bs_query_advance(&p->scan);
	return BRAD_OK;
}

static brad_status parse_phrase(struct parser *p, struct bs_node **out)
{
	size_t start = p->scan.span.start, n;
	size_t end = bs_query_find_mark(&p->scan, p->scan.span.end, &n);
	if (end == p->scan.length)
		return bs_query_fail(
			&p->scan, start,
			"the quotation mark that opens here is not closed: expected \"");
	*out = new_leaf(p, (brad_span){p->scan.span.end, end}, true);
	if (!*out)
		return bs_query_fail(&p->scan, start, "expected words between the quotation marks");
	p->scan.span = (brad_span){start, end + n};
	(*out)->span = p->scan.span;
	bs_query_advance(&p->scan);
	return BRAD_OK;
}

/* A word; one that counts as several is a row of them, or each on its own. */
static void parse_chunk(struct parser *p, bool split, struct parts *parts)
{
	brad_span span = p->scan.span;
	struct bs_node *leaf = new_leaf(p, span, false);
	bs_query_advance(&p->scan);
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

/* Adds what stands at the token to the parts: nothing, for marks that mean
 * nothing, unless something must stand there. */
static brad_status parse_one(struct parser *p, struct parts *parts, const char *after)
{
	size_t start = p->scan.span.start, negations = 0;
	struct parts own = {0};
	while (p->scan.token == BS_QUERY_NOT || p->scan.token == BS_QUERY_MINUS) {
		after = p->scan.token == BS_QUERY_NOT ? "NOT" : "-";
		negations++;
		bs_query_advance(&p->scan);
	}
	struct bs_node *node = NULL;
	brad_status status = BRAD_OK;
	size_t expected = p->scan.span.start;
	if (p->scan.token == BS_QUERY_OPEN)
		status = parse_brackets(p, &node);
	else if (p->scan.token == BS_QUERY_MARK)
		status = parse_phrase(p, &node);
	else if (p->scan.token == BS_QUERY_CHUNK)
		parse_chunk(p, p->any && negations % 2 == 0, &own);
	if (status != BRAD_OK) return status;
	if (node) *BS_PUSH(p->arena, own.wanted, own.wanted_count) = node;
	if (own.wanted_count == 0 && after) {
		char message[64];
		snprintf(message, sizeof message, "expected a word, a phrase or a bracket after %s",
			 after);
		return bs_query_fail(&p->scan, expected, message);
	}
	add_parts(p, &own, negations % 2 != 0, start, parts);
	return BRAD_OK;
}

/* one AND one AND ...: in a search for all words its parts are the sequence's
 * own; in one for any word it is one of them. */
static brad_status parse_both(struct parser *p, struct parts *sequence)
{
	struct parts own = {0};
	bool several = false;
	brad_status status = parse_one(p, &own, NULL);
	while (status == BRAD_OK && p->scan.token == BS_QUERY_AND) {
		if (own.wanted_count + own.unwanted_count == 0)
			return bs_query_fail(&p->scan, p->scan.span.start,
					     "expected a word before AND");
		several = true;
		bs_query_advance(&p->scan);
		status = parse_one(p, &own, "AND");
	}
	if (status != BRAD_OK) return status;
	if (p->any && several) {
		struct bs_node *node;
		status = finish_parts(p, &own, BS_NODE_AND, &node);
		if (status == BRAD_OK)
			*BS_PUSH(p->arena, sequence->wanted, sequence->wanted_count) = node;
		return status;
	}
	for (size_t i = 0; i < own.wanted_count; i++)
		*BS_PUSH(p->arena, sequence->wanted, sequence->wanted_count) = own.wanted[i];
	for (size_t i = 0; i < own.unwanted_count; i++)
		*BS_PUSH(p->arena, sequence->unwanted, sequence->unwanted_count) = own.unwanted[i];
	return BRAD_OK;
}

static brad_status parse_sequence(struct parser *p, struct bs_node **out)
{
	struct parts parts = {0};
	*out = NULL;
	while (p->scan.token != BS_QUERY_END && p->scan.token != BS_QUERY_CLOSE &&
	       p->scan.token != BS_QUERY_OR) {
		if (p->scan.token == BS_QUERY_AND && parts.wanted_count + parts.unwanted_count == 0)
			return bs_query_fail(&p->scan, p->scan.span.start,
					     "expected a word before AND");
		brad_status status = parse_both(p, &parts);
		if (status != BRAD_OK) return status;
	}
	return finish_parts(p, &parts, p->any ? BS_NODE_OR : BS_NODE_AND, out);
}

static brad_status parse_or(struct parser *p, struct bs_node **out)
{
	struct bs_node **children = NULL, *node;
	size_t count = 0;
	brad_status status = parse_sequence(p, &node);
	if (status == BRAD_OK && !node && p->scan.token == BS_QUERY_OR)
		return bs_query_fail(&p->scan, p->scan.span.start, "expected a word before OR");
	if (node) *BS_PUSH(p->arena, children, count) = node;
	while (status == BRAD_OK && p->scan.token == BS_QUERY_OR) {
		size_t end = p->scan.span.end;
		bs_query_advance(&p->scan);
		status = parse_sequence(p, &node);
		if (status == BRAD_OK && !node)
			return bs_query_fail(&p->scan, end, "expected a word after OR");
		if (node) *BS_PUSH(p->arena, children, count) = node;
	}
	*out = status == BRAD_OK && count ? join(p, BS_NODE_OR, children, count) : NULL;
	return status;
}

/* ---- The whole ---------------------------------------------------------- */

static void number_leaves(struct parser *p, struct bs_node *node, bool wanted)
{
	wanted = wanted && node->kind != BS_NODE_NOT;
	for (size_t i = 0; i < node->child_count; i++) number_leaves(p, node->children[i], wanted);
	if (node->child_count) return;
	node->wanted = wanted;
	node->leaf = (uint32_t)p->out->leaf_count;
	*BS_PUSH(p->arena, p->out->leaves, p->out->leaf_count) = node;
}

brad_status bs_query_parse(struct bs_arena *arena, struct bs_query_scratch *scratch,
			   struct xc_stemmer *stemmer, const char *text, bool any, bool plain_words,
			   struct bs_query *out, brad_error *err)
{
	*out = (struct bs_query){0};
	struct parser p = {
		.scan = {.text = text, .length = strlen(text), .plain = plain_words, .err = err},
		.arena = arena,
		.out = out,
		.any = any};
	brad_status status = bs_query_scan_begin(&p.scan, arena, scratch, stemmer);
	if (status != BRAD_OK || p.scan.token == BS_QUERY_END) return status;
	size_t start = p.scan.span.start;
	status = parse_or(&p, &out->root);
	if (status == BRAD_OK && p.scan.token == BS_QUERY_CLOSE)
		return bs_query_fail(&p.scan, p.scan.span.start,
				     "no bracket is open that this one could close");
	if (status == BRAD_OK && !out->root)
		return bs_query_fail(&p.scan, start,
				     "expected a word: there is none in this query");
	if (status == BRAD_OK) number_leaves(&p, out->root, true);
	return status;
}

void bs_query_scratch_free(struct bs_query_scratch *scratch)
{
	bs_buffer_free(&scratch->scan.form);
	bs_buffer_free(&scratch->stem);
}
