/* Makes the cursors that match.h tells of: which lists does each node of a query need? */
#include "search/match.h"

#include "base/error.h"
#include "index/touch.h"
#include "search/expand.h"

/* So many documents of a list can be read in the time that looking for the forms in one
 * document takes. */
enum { READ_MEANWHILE = 64 };

bool bs_word_has_postings(const struct bs_query_word *word)
{
	return !word->prefix && !bs_is_stop_word(word->form, word->form_length) &&
	       word->stem_length <= XC_LONGEST_TERM;
}

static struct bs_cursor *new_cursor(const struct bs_match *m, enum bs_cursor_kind kind)
{
	struct bs_cursor *c = bs_arena_alloc(m->arena, sizeof *c);
	c->kind = kind;
	c->segment = m->segment;
	c->most = m->segment->documents;
	return c;
}

brad_status bs_cursor_open_list(const struct bs_match *m, const char *term, size_t length,
				struct bs_cursor **out, brad_error *err)
{
	size_t list;
	*out = NULL;
	if (!bs_segment_list(m->segment, term, length, &list)) return BRAD_OK;
	struct bs_cursor *c = *out = new_cursor(m, BS_CURSOR_PACKED);
	bs_touch_list(m->segment, list);
	c->packed = bs_arena_alloc(m->arena, sizeof *c->packed);
	if (!bs_list_open(&m->segment->lists, list, m->segment->documents, c->packed))
		return bs_segment_damaged(m->segment, err);
	c->most = c->packed->documents;
	return BRAD_OK;
}

brad_status bs_cursor_open_term(const struct bs_match *m, const char *term, size_t length,
				struct bs_cursor **out, brad_error *err)
{
	brad_status packed = bs_cursor_open_list(m, term, length, out, err);
	if (packed != BRAD_OK || *out) return packed;
	struct bs_cursor *c = *out = new_cursor(m, BS_CURSOR_POSTINGS);
	brad_status status = xc_reader_frequency(m->segment->database, term, length, &c->most, err);
	if (status != BRAD_OK || c->most == 0) {
		c->ended = true;
		return status;
	}
	c->list = c->block = bs_arena_alloc(m->arena, BS_POSTINGS_MOST * sizeof *c->block);
	status = xc_postings_open(m->segment->database, term, length, &c->postings, err);
	if (status != BRAD_OK) return status;
	c->opened_before = *m->opened;
	*m->opened = c;
	return BRAD_OK;
}

brad_status bs_cursor_open_stop(const struct bs_match *m, const char *form, const char *behind,
				struct bs_cursor **out, brad_error *err)
{
	struct bs_buffer *name = m->stem;
	bs_buffer_clear(name);
	bs_buffer_string(name, BS_STOP_LIST);
	bs_buffer_string(name, form);
	if (behind) {
		bs_buffer_string(name, " ");
		bs_buffer_string(name, behind);
	}
	if (name->failed) return bs_no_memory(err);
	return bs_cursor_open_list(m, name->bytes, name->length, out, err);
}

/* Puts the children of an AND into the order in which they are asked. */
static void order_children(const struct bs_match *m, struct bs_cursor *c)
{
	c->order = bs_arena_alloc(m->arena, c->child_count * sizeof(struct bs_cursor *));
	for (size_t i = 0; i < c->child_count; i++) {
		size_t k = i;
		for (; k > 0 && c->order[k - 1]->most > c->children[i]->most; k--)
			c->order[k] = c->order[k - 1];
		c->order[k] = c->children[i];
	}
	c->most = c->order[0]->most;
}

static struct bs_cursor *new_list(const struct bs_match *m, const struct bs_posting_list *list)
{
	struct bs_cursor *c = new_cursor(m, BS_CURSOR_LIST);
	c->list = list->items;
	c->filled = list->count;
	c->most = (uint32_t)list->count;
	c->ended = true;
	return c;
}

static struct bs_cursor *new_set(const struct bs_match *m, const struct bs_expansion *expansion)
{
	struct bs_cursor *c = new_cursor(m, BS_CURSOR_SET);
	c->expansion = expansion;
	c->most = expansion->count;
	return c;
}

/* The documents with a word, however it is written, or with a word that begins
 * so; *out is NULL if nothing tells them. */
static brad_status open_any_form(const struct bs_match *m, const struct bs_query_word *word,
				 struct bs_cursor **out, brad_error *err)
{
	const struct bs_expansion *expansion;
	if (bs_word_has_postings(word))
		return bs_cursor_open_term(m, word->stem, word->stem_length, out, err);
	if (word->prefix) {
		brad_status status = bs_expand_all(m, word, &expansion, err);
		*out = status == BRAD_OK && expansion ? new_set(m, expansion) : NULL;
		return status;
	}
	return bs_cursor_open_stop(m, word->form, NULL, out, err);
}

/* The documents in which a stop word of a phrase is followed by the next; *out is NULL if
 * there is no such list, as there is for the most frequent only. */
static brad_status open_pair(const struct bs_match *m, const struct bs_node *node, size_t i,
			     struct bs_cursor **out, brad_error *err)
{
	const struct bs_query_word *a = &node->words[i], *b = a + 1;
	*out = NULL;
	if (node->kind != BS_NODE_PHRASE || !node->exact || i + 1 >= node->word_count ||
	    a->prefix || b->prefix || !bs_is_stop_word(a->form, a->form_length) ||
	    !bs_is_stop_word(b->form, b->form_length))
		return BRAD_OK;
	return bs_cursor_open_stop(m, a->form, b->form, out, err);
}

/* Leaves out lists that are much longer than the shortest: looking for the forms in all
 * documents of the shortest takes less time than reading them. */
static void drop_long_lists(struct bs_cursor *c)
{
	size_t kept = 0;
	uint64_t most = UINT32_MAX;
	for (size_t i = 0; i < c->child_count; i++)
		if (c->children[i]->most < most) most = c->children[i]->most;
	for (size_t i = 0; i < c->child_count; i++)
		if (c->children[i]->most <= most * READ_MEANWHILE)
			c->children[kept++] = c->children[i];
	c->child_count = kept;
}

/* The sentences that may have a row of words: those with all the postings of its words. */
static brad_status open_candidates(const struct bs_match *m, const struct bs_row *row,
				   struct bs_cursor **out, brad_error *err)
{
	const struct bs_node *node = row->node;
	struct bs_cursor *c = new_cursor(m, BS_CURSOR_AND);
	for (size_t i = 0, told = 0; i < node->word_count; i++) {
		struct bs_cursor *child;
		brad_status status = open_pair(m, node, i, &child, err);
		bool is_pair = child != NULL;
		if (status == BRAD_OK && !is_pair && !told)
			status = open_any_form(m, &node->words[i], &child, err);
		told = is_pair; /* the next word is, with this one */
		if (status != BRAD_OK) return status;
		if (child) *BS_PUSH(m->arena, c->children, c->child_count) = child;
	}
	if (row->bytes) drop_long_lists(c);
	*out = c->child_count == 0   ? new_cursor(m, BS_CURSOR_ALL)
	       : c->child_count == 1 ? c->children[0]
				     : c;
	if (*out == c) order_children(m, c);
	return BRAD_OK;
}

static brad_status open_row(const struct bs_match *m, const struct bs_node *node,
			    struct bs_cursor **out, brad_error *err)
{
	struct bs_cursor *c = *out = new_cursor(m, BS_CURSOR_ROW);
	c->row.arena = m->arena;
	c->row.segment = m->segment;
	c->row.stemmer = m->stemmer;
	c->row.stem = m->stem;
	if (!bs_row_begin(&c->row, node)) {
		c->most = 0;
		c->ended = true;
		return BRAD_OK;
	}
	c->children = bs_arena_alloc(m->arena, sizeof(struct bs_cursor *));
	c->child_count = 1;
	brad_status status = open_candidates(m, &c->row, &c->children[0], err);
	if (status == BRAD_OK) c->most = c->children[0]->most;
	return status;
}

static brad_status open_prefix(const struct bs_match *m, const struct bs_query_word *word,
			       struct bs_cursor **out, brad_error *err)
{
	const struct bs_expansion *expansion;
	brad_status status = bs_expand(m, word, &expansion, err);
	if (status == BRAD_OK) *out = new_set(m, expansion);
	return status;
}

/* The articles that have a leaf, or of whose article a leaf speaks. */
static struct bs_cursor *new_adaptor(const struct bs_match *m, enum bs_cursor_kind kind,
				     struct bs_cursor *child)
{
	struct bs_cursor *c = new_cursor(m, kind);
	c->children = bs_arena_alloc(m->arena, sizeof(struct bs_cursor *));
	c->children[0] = child;
	c->child_count = 1;
	if (kind == BS_CURSOR_GATHER)
		c->most = child->most < m->segment->articles ? child->most : m->segment->articles;
	return c;
}

static brad_status open_within(const struct bs_match *m, const struct bs_node *node,
			       struct bs_cursor **out, brad_error *err)
{
	struct bs_match articles = *m;
	struct bs_cursor *child;
	articles.by_article = true;
	articles.weights = NULL;
	brad_status status = bs_cursor_open(&articles, node->children[0], &child, err);
	if (status == BRAD_OK) *out = new_adaptor(m, BS_CURSOR_WITHIN, child);
	return status;
}

/* A stop word alone, or a pair of them, is in exactly the documents of its list, if it has one. */
static brad_status open_stop(const struct bs_match *m, const struct bs_node *node,
			     struct bs_cursor **out, brad_error *err)
{
	const struct bs_query_word *word = &node->words[0];
	if (node->word_count == 2) return open_pair(m, node, 0, out, err);
	bool alone = node->kind == BS_NODE_WORD ||
		     (node->kind == BS_NODE_PHRASE && node->exact && node->word_count == 1);
	*out = NULL;
	if (!alone || word->prefix || bs_word_has_postings(word)) return BRAD_OK;
	return open_any_form(m, word, out, err);
}

static brad_status open_leaf(const struct bs_match *m, const struct bs_node *node,
			     struct bs_cursor **out, brad_error *err)
{
	brad_status status = BRAD_OK;
	if (m->lists)
		*out = new_list(m, &m->lists[node->leaf]);
	else if (node->kind == BS_NODE_ALL)
		*out = new_cursor(m, BS_CURSOR_ALL);
	else if (node->kind == BS_NODE_ARTICLE)
		return open_within(m, node, out, err);
	else if (node->kind == BS_NODE_WORD && node->words[0].posted)
		status = bs_cursor_open_term(m, node->words[0].stem, node->words[0].stem_length,
					     out, err);
	else if (node->kind == BS_NODE_WORD && node->words[0].prefix)
		status = open_prefix(m, &node->words[0], out, err);
	else {
		status = open_stop(m, node, out, err);
		if (status == BRAD_OK && !*out) status = open_row(m, node, out, err);
	}
	if (status == BRAD_OK && m->weights) (*out)->weight = m->weights[node->leaf];
	if (status == BRAD_OK && m->by_article) *out = new_adaptor(m, BS_CURSOR_GATHER, *out);
	return status;
}

static void sum_children(struct bs_cursor *c)
{
	uint64_t most = 0;
	for (size_t i = 0; i < c->child_count; i++) most += c->children[i]->most;
	c->most = most < c->segment->documents ? (uint32_t)most : c->segment->documents;
}

brad_status bs_cursor_open(const struct bs_match *m, const struct bs_node *node,
			   struct bs_cursor **out, brad_error *err)
{
	if (!node) {
		*out = new_cursor(m, BS_CURSOR_ALL);
		return BRAD_OK;
	}
	if (bs_is_leaf(node)) return open_leaf(m, node, out, err);
	struct bs_cursor *c = *out =
		new_cursor(m, node->kind == BS_NODE_OR ? BS_CURSOR_OR : BS_CURSOR_AND);
	for (size_t i = 0; i < node->child_count; i++) {
		const struct bs_node *child = node->children[i];
		bool unwanted = child->kind == BS_NODE_NOT;
		struct bs_cursor *cursor;
		brad_status status =
			bs_cursor_open(m, unwanted ? child->children[0] : child, &cursor, err);
		if (status != BRAD_OK) return status;
		if (unwanted)
			*BS_PUSH(m->arena, c->unwanted, c->unwanted_count) = cursor;
		else
			*BS_PUSH(m->arena, c->children, c->child_count) = cursor;
	}
	if (c->kind == BS_CURSOR_AND)
		order_children(m, c);
	else
		sum_children(c);
	return BRAD_OK;
}

brad_status bs_cursor_open_any(const struct bs_match *m, const struct bs_query *query,
			       struct bs_cursor **out, brad_error *err)
{
	if (!query->root) return bs_cursor_open(m, NULL, out, err);
	struct bs_cursor *c = *out = new_cursor(m, BS_CURSOR_OR);
	for (size_t i = 0; i < query->leaf_count; i++) {
		if (!query->leaves[i]->wanted) continue;
		struct bs_cursor **child = BS_PUSH(m->arena, c->children, c->child_count);
		brad_status status = open_leaf(m, query->leaves[i], child, err);
		if (status != BRAD_OK) return status;
	}
	sum_children(c);
	return BRAD_OK;
}
