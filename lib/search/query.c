/* Reads a query in two steps: its words, found as those of a text are, and
 * then its operators, by recursive descent. */
#include "search/query.h"

#include "base/error.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

enum { MOST_WORDS = 1000, DEEPEST = 100 };

enum token { END, OPEN, CLOSE, QUOTE, MINUS, OR, AND, NOT, CHUNK };

struct parser {
	struct bs_arena *arena;
	struct bs_query *out;
	brad_error *err;
	const char *text;
	size_t length;
	bool any, plain;

	struct bs_query_word *words;
	size_t word_count, next_word;

	enum token token; /* the one that stands at span */
	brad_span span;
	unsigned depth;
};

/* The children of a join while they are gathered. */
struct parts {
	struct bs_node **wanted, **unwanted;
	size_t wanted_count, unwanted_count;
};

static brad_status fail_at(struct parser *p, size_t offset, const char *message)
{
	bs_fail(p->err, BRAD_EQUERY, "%s", message);
	if (p->err) p->err->offset = offset;
	return BRAD_EQUERY;
}

/* ---- Tokens ------------------------------------------------------------- */

static bool is_double_mark(uint32_t c)
{
	return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E;
}

static uint32_t character_at(const struct parser *p, size_t at, size_t *n)
{
	*n = 0;
	return at < p->length ? bs_utf8_at(p->text, at, p->length, n) : ' ';
}

static bool ends_chunk(const struct parser *p, uint32_t c)
{
	return bs_is_space(c) || (!p->plain && (c == '(' || c == ')' || is_double_mark(c)));
}

static bool is_text(const struct parser *p, const char *word)
{
	size_t n = strlen(word);
	return p->span.end - p->span.start == n && memcmp(p->text + p->span.start, word, n) == 0;
}

/* A minus is an operator where a word, a phrase or a bracket follows at once. */
static bool is_minus(const struct parser *p, size_t at)
{
	size_t n;
	uint32_t after = character_at(p, at + 1, &n);
	return p->text[at] == '-' && after != '-' && after != ')' && !bs_is_space(after);
}

/* Goes on to the next token. */
static void advance(struct parser *p)
{
	size_t n, at = p->span.end;
	while (at < p->length && bs_is_space(character_at(p, at, &n))) at += n;
	p->span = (brad_span){at, at};
	if (at == p->length) {
		p->token = END;
		return;
	}
	uint32_t c = character_at(p, at, &n);
	p->span.end = at + n;
	if (!p->plain && c == '(')
		p->token = OPEN;
	else if (!p->plain && c == ')')
		p->token = CLOSE;
	else if (!p->plain && is_double_mark(c))
		p->token = QUOTE;
	else if (!p->plain && is_minus(p, at))
		p->token = MINUS;
	else {
		while (p->span.end < p->length && !ends_chunk(p, character_at(p, p->span.end, &n)))
			p->span.end += n;
		p->token = p->plain            ? CHUNK
			   : is_text(p, "OR")  ? OR
			   : is_text(p, "AND") ? AND
			   : is_text(p, "NOT") ? NOT
					       : CHUNK;
	}
}

/* ---- Words -------------------------------------------------------------- */

static bool has_character(const struct parser *p, brad_span span, bool (*is)(uint32_t))
{
	for (size_t at = span.start, n; at < span.end; at += n)
		if (is(character_at(p, at, &n))) return true;
	return false;
}

static brad_status read_words(struct parser *p, struct bs_query_scratch *scratch,
			      struct xc_stemmer *stemmer)
{
	struct bs_text_word word;
	bs_buffer_clear(&scratch->scan.form);
	scratch->scan = (struct bs_words_scan){p->text, 0, p->length, false, scratch->scan.form};
	while (bs_words_next(&scratch->scan, &word)) {
		if (p->word_count == MOST_WORDS)
			return fail_at(p, word.span.start, "the query has more than 1000 words");
		brad_status status =
			xc_stem(stemmer, word.form, word.length, &scratch->stem, p->err);
		if (status != BRAD_OK) return status;
		struct bs_query_word *w = BS_PUSH(p->arena, p->words, p->word_count);
		w->span = word.span;
		w->form = bs_arena_copy(p->arena, word.form, word.length);
		w->form_length = word.length;
		w->stem = bs_arena_copy(p->arena, scratch->stem.bytes, scratch->stem.length);
		w->stem_length = scratch->stem.length;
	}
	return scratch->scan.form.failed ? bs_no_memory(p->err) : BRAD_OK;
}

static bool is_operator(const struct parser *p, const struct bs_query_word *w)
{
	size_t n = w->span.end - w->span.start;
	const char *text = p->text + w->span.start;
	return !p->plain &&
	       ((n == 2 && memcmp(text, "OR", 2) == 0) || (n == 3 && memcmp(text, "AND", 3) == 0) ||
		(n == 3 && memcmp(text, "NOT", 3) == 0));
}

/* Stop words have postings only where they have a capital within a sentence.
 * So "Will" and "WHO" ask for those, but not where the capital tells nothing:
 * at the start of the query (unless all of the word is capitals), in a query
 * that is all in capitals, and in "I". */
static void decide_stop_words(struct parser *p)
{
	bool lower = has_character(p, (brad_span){0, p->length}, bs_is_lower);
	size_t words = 0, others = 0;
	for (size_t i = 0; i < p->word_count; i++) {
		const struct bs_query_word *w = &p->words[i];
		if (is_operator(p, w)) continue;
		words++;
		others += !bs_is_stop_word(w->form, w->form_length);
	}
	bool tells = lower || words == 1 || others == 0;
	for (size_t i = 0; i < p->word_count; i++) {
		struct bs_query_word *w = &p->words[i];
		bool stop = bs_is_stop_word(w->form, w->form_length);
		bool capital = tells && w->form_length > 1 &&
			       has_character(p, w->span, bs_is_upper) &&
			       (i > 0 || !has_character(p, w->span, bs_is_lower));
		w->posted = (!stop || capital) && w->stem_length <= XC_LONGEST_TERM;
	}
}

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
	while (p->next_word < p->word_count && p->words[p->next_word].span.start < span.start)
		p->next_word++;
	size_t first = p->next_word;
	while (p->next_word < p->word_count && p->words[p->next_word].span.start < span.end)
		p->next_word++;
	if (p->next_word == first) return NULL;
	struct bs_node *node = new_node(p, BS_NODE_PHRASE, span);
	node->words = p->words + first;
	node->word_count = p->next_word - first;
	node->exact = exact;
	if (!exact && node->word_count == 1) node->kind = BS_NODE_WORD;
	return node;
}

static struct bs_node *join(struct parser *p, enum bs_node_kind kind, struct bs_node **children,
			    size_t count)
{
	if (count == 1) return children[0];
	struct bs_node *node = new_node(
		p, kind, (brad_span){children[0]->span.start, children[count - 1]->span.end});
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
		return fail_at(p, parts->unwanted[0]->span.start,
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
	size_t start = p->span.start;
	if (++p->depth > DEEPEST)
		return fail_at(p, start, "brackets are nested more than 100 deep here");
	advance(p);
	brad_status status = parse_or(p, out);
	if (status != BRAD_OK) return status;
	if (p->token != CLOSE)
		return fail_at(p, start, "the bracket that opens here is not closed: expected )");
	if (!*out) return fail_at(p, start, "expected words between the brackets");
	p->depth--;
	advance(p);
	return BRAD_OK;
}

static brad_status parse_phrase(struct parser *p, struct bs_node **out)
{
	size_t start = p->span.start, end = p->span.end, n;
	while (end < p->length && !is_double_mark(character_at(p, end, &n))) end += n;
	if (end == p->length)
		return fail_at(p, start,
			       "the quotation mark that opens here is not closed: expected \"");
	*out = new_leaf(p, (brad_span){p->span.end, end}, true);
	if (!*out) return fail_at(p, start, "expected words between the quotation marks");
	character_at(p, end, &n);
	p->span = (brad_span){start, end + n};
	(*out)->span = p->span;
	advance(p);
	return BRAD_OK;
}

/* A word; one that counts as several is a row of them, or each on its own. */
static void parse_chunk(struct parser *p, bool split, struct parts *parts)
{
	brad_span span = p->span;
	struct bs_node *leaf = new_leaf(p, span, false);
	advance(p);
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

/* Adds what stands at the token to the parts: nothing, for marks that mean
 * nothing, unless something must stand there. */
static brad_status parse_one(struct parser *p, struct parts *parts, const char *after)
{
	size_t start = p->span.start, negations = 0;
	struct parts own = {0};
	while (p->token == NOT || p->token == MINUS) {
		after = p->token == NOT ? "NOT" : "-";
		negations++;
		advance(p);
	}
	struct bs_node *node = NULL;
	brad_status status = BRAD_OK;
	size_t expected = p->span.start;
	if (p->token == OPEN)
		status = parse_brackets(p, &node);
	else if (p->token == QUOTE)
		status = parse_phrase(p, &node);
	else if (p->token == CHUNK)
		parse_chunk(p, p->any && negations % 2 == 0, &own);
	if (status != BRAD_OK) return status;
	if (node) *BS_PUSH(p->arena, own.wanted, own.wanted_count) = node;
	if (own.wanted_count == 0 && after) {
		char message[64];
		snprintf(message, sizeof message, "expected a word, a phrase or a bracket after %s",
			 after);
		return fail_at(p, expected, message);
	}
	for (size_t i = 0; i < own.wanted_count; i++) {
		struct bs_node *child = own.wanted[i];
		if (negations % 2 == 0) {
			*BS_PUSH(p->arena, parts->wanted, parts->wanted_count) = child;
			continue;
		}
		struct bs_node *node_not =
			new_node(p, BS_NODE_NOT, (brad_span){start, child->span.end});
		node_not->children = bs_arena_alloc(p->arena, sizeof(struct bs_node *));
		node_not->children[0] = child;
		node_not->child_count = 1;
		*BS_PUSH(p->arena, parts->unwanted, parts->unwanted_count) = node_not;
	}
	return BRAD_OK;
}

/* one AND one AND ...: in a search for all words its parts are the sequence's
 * own; in one for any word it is one of them. */
static brad_status parse_both(struct parser *p, struct parts *sequence)
{
	struct parts own = {0};
	bool several = false;
	brad_status status = parse_one(p, &own, NULL);
	while (status == BRAD_OK && p->token == AND) {
		if (own.wanted_count + own.unwanted_count == 0)
			return fail_at(p, p->span.start, "expected a word before AND");
		several = true;
		advance(p);
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
	while (p->token != END && p->token != CLOSE && p->token != OR) {
		if (p->token == AND && parts.wanted_count + parts.unwanted_count == 0)
			return fail_at(p, p->span.start, "expected a word before AND");
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
	if (status == BRAD_OK && !node && p->token == OR)
		return fail_at(p, p->span.start, "expected a word before OR");
	if (node) *BS_PUSH(p->arena, children, count) = node;
	while (status == BRAD_OK && p->token == OR) {
		size_t end = p->span.end;
		advance(p);
		status = parse_sequence(p, &node);
		if (status == BRAD_OK && !node) return fail_at(p, end, "expected a word after OR");
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
	struct parser p = {.arena = arena,
			   .out = out,
			   .err = err,
			   .text = text,
			   .length = strlen(text),
			   .any = any,
			   .plain = plain_words};
	size_t bad = bs_utf8_check(text, p.length);
	if (bad < p.length) return fail_at(&p, bad, "the query is not valid UTF-8 here");
	brad_status status = read_words(&p, scratch, stemmer);
	if (status != BRAD_OK) return status;
	decide_stop_words(&p);
	advance(&p);
	if (p.token == END) return BRAD_OK;
	size_t start = p.span.start;
	status = parse_or(&p, &out->root);
	if (status == BRAD_OK && p.token == CLOSE)
		return fail_at(&p, p.span.start, "no bracket is open that this one could close");
	if (status == BRAD_OK && !out->root)
		return fail_at(&p, start, "expected a word: there is none in this query");
	if (status == BRAD_OK) number_leaves(&p, out->root, true);
	return status;
}

void bs_query_scratch_free(struct bs_query_scratch *scratch)
{
	bs_buffer_free(&scratch->scan.form);
	bs_buffer_free(&scratch->stem);
}
