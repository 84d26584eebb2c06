#include "search/match.h"

#include "base/error.h"
#include "index/touch.h"
#include "search/expand.h"

#include <string.h>

enum { FEWEST = 16, MOST = 256 }; /* postings read at once: few after a leap, then more */

bool bs_word_has_postings(const struct bs_query_word *word)
{
	return !word->prefix && !bs_is_stop_word(word->form, word->form_length) &&
	       word->stem_length <= XC_LONGEST_TERM;
}

/* ---- Opening ------------------------------------------------------------ */

static struct bs_cursor *new_cursor(const struct bs_match *m, enum bs_cursor_kind kind)
{
	struct bs_cursor *c = bs_arena_alloc(m->arena, sizeof *c);
	c->kind = kind;
	c->segment = m->segment;
	c->most = m->segment->documents;
	return c;
}

/* Opens a list of our own, if there is one. */
static brad_status open_packed(const struct bs_match *m, const char *term, size_t length,
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
	brad_status packed = open_packed(m, term, length, out, err);
	if (packed != BRAD_OK || *out) return packed;
	struct bs_cursor *c = *out = new_cursor(m, BS_CURSOR_POSTINGS);
	brad_status status = xc_reader_frequency(m->segment->database, term, length, &c->most, err);
	if (status != BRAD_OK || c->most == 0) {
		c->ended = true;
		return status;
	}
	c->list = c->block = bs_arena_alloc(m->arena, MOST * sizeof *c->block);
	status = xc_postings_open(m->segment->database, term, length, &c->postings, err);
	if (status != BRAD_OK) return status;
	c->opened_before = *m->opened;
	*m->opened = c;
	return BRAD_OK;
}

static brad_status open_postings(const struct bs_match *m, const struct bs_query_word *word,
				 struct bs_cursor **out, brad_error *err)
{
	return bs_cursor_open_term(m, word->stem, word->stem_length, out, err);
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
	if (bs_word_has_postings(word)) return open_postings(m, word, out, err);
	if (word->prefix) {
		*out = NULL;
		brad_status status = bs_expand(m, word, &expansion, err);
		if (status == BRAD_OK && !expansion->has_stop) *out = new_set(m, expansion);
		return status;
	}
	bs_buffer_clear(m->stem);
	bs_buffer_string(m->stem, BS_STOP_LIST);
	bs_buffer_add(m->stem, word->form, word->form_length);
	if (m->stem->failed) return bs_no_memory(err);
	return open_packed(m, m->stem->bytes, m->stem->length, out, err);
}

/* The sentences that may have a row of words: those with all the postings of its words. */
static brad_status open_candidates(const struct bs_match *m, const struct bs_node *node,
				   struct bs_cursor **out, brad_error *err)
{
	struct bs_cursor *c = new_cursor(m, BS_CURSOR_AND);
	for (size_t i = 0; i < node->word_count; i++) {
		struct bs_cursor *child = NULL;
		brad_status status = open_any_form(m, &node->words[i], &child, err);
		if (status != BRAD_OK) return status;
		if (child) *BS_PUSH(m->arena, c->children, c->child_count) = child;
	}
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
	brad_status status = open_candidates(m, node, &c->children[0], err);
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

/* A stop word alone has just the documents of its list, if there is one. */
static brad_status open_stop(const struct bs_match *m, const struct bs_node *node,
			     struct bs_cursor **out, brad_error *err)
{
	const struct bs_query_word *word = &node->words[0];
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
		status = open_postings(m, &node->words[0], out, err);
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

struct bs_cursor *bs_cursor_join(const struct bs_match *m, struct bs_cursor **children,
				 size_t count)
{
	struct bs_cursor *c = new_cursor(m, BS_CURSOR_OR);
	c->children = children;
	c->child_count = count;
	sum_children(c);
	return c;
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

/* ---- Seeking ------------------------------------------------------------ */

static brad_status seek_postings(struct bs_cursor *c, uint32_t from, brad_error *err)
{
	for (;;) {
		while (c->next < c->filled && c->list[c->next].document < from) c->next++;
		if (c->next < c->filled) {
			c->at = c->list[c->next].document;
			return BRAD_OK;
		}
		if (c->ended) {
			c->at = BS_END;
			return BRAD_OK;
		}
		bool leap = c->filled == 0 || from > c->list[c->filled - 1].document + MOST;
		c->room = leap ? FEWEST : c->room * 2 < MOST ? c->room * 2 : MOST;
		c->next = 0;
		brad_status status =
			xc_postings_read(c->postings, from, c->block, c->room, &c->filled, err);
		if (status != BRAD_OK) return status;
		c->ended = c->filled == 0;
	}
}

static brad_status seek_packed(struct bs_cursor *c, uint32_t from, brad_error *err)
{
	if (!bs_list_seek(c->packed, from)) return bs_segment_damaged(c->segment, err);
	bool found = c->packed->next < c->packed->count;
	c->at = found ? c->packed->documents_of[c->packed->next] : BS_END;
	return BRAD_OK;
}

/* A list is whole, so that it can be halved instead of walked. */
static void seek_list(struct bs_cursor *c, uint32_t from)
{
	size_t low = c->next, step = 1;
	while (low + step < c->filled && c->list[low + step].document < from) {
		low += step;
		step *= 2;
	}
	size_t high = low + step < c->filled ? low + step : c->filled;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (c->list[middle].document < from)
			low = middle + 1;
		else
			high = middle;
	}
	c->next = low;
	c->at = low < c->filled ? c->list[low].document : BS_END;
}

static brad_status seek_and(const struct bs_match *m, struct bs_cursor *c, uint32_t from,
			    brad_error *err)
{
	for (;;) {
		size_t agreed = 0;
		for (; agreed < c->child_count; agreed++) {
			struct bs_cursor *child = c->order[agreed];
			brad_status status = bs_cursor_seek(m, child, from, err);
			if (status != BRAD_OK) return status;
			if (child->at != from && (agreed > 0 || child->at == BS_END)) break;
			from = child->at;
		}
		if (agreed < c->child_count) {
			from = c->order[agreed]->at;
			if (from != BS_END) continue;
			c->at = BS_END;
			return BRAD_OK;
		}
		bool unwanted = false;
		for (size_t i = 0; i < c->unwanted_count && !unwanted; i++) {
			brad_status status = bs_cursor_seek(m, c->unwanted[i], from, err);
			if (status != BRAD_OK) return status;
			unwanted = c->unwanted[i]->at == from;
		}
		c->at = from++;
		if (!unwanted) return BRAD_OK;
	}
}

static brad_status seek_or(const struct bs_match *m, struct bs_cursor *c, uint32_t from,
			   brad_error *err)
{
	c->at = BS_END;
	for (size_t i = 0; i < c->child_count; i++) {
		struct bs_cursor *child = c->children[i];
		brad_status status = BRAD_OK;
		if (child->at < from) status = bs_cursor_seek(m, child, from, err);
		if (status != BRAD_OK) return status;
		if (child->at < c->at) c->at = child->at;
	}
	return BRAD_OK;
}

static brad_status seek_row(const struct bs_match *m, struct bs_cursor *c, uint32_t from,
			    brad_error *err)
{
	if (!c->ended && c->row.bytes && c->children[0]->kind == BS_CURSOR_ALL) {
		c->at = bs_row_scan(&c->row, from == 0 ? 1 : from);
		c->ended = c->at > c->segment->documents;
		if (c->ended) c->at = BS_END;
		return BRAD_OK;
	}
	for (bool found = false; !found && !c->ended; from = c->at + 1) {
		brad_status status = bs_cursor_seek(m, c->children[0], from, err);
		c->at = c->children[0]->at;
		if (status == BRAD_OK && c->at != BS_END) {
			bs_touch_words(c->segment, c->at, c->at + 1);
			status = bs_row_has(&c->row, c->at, &found, err);
		}
		if (status != BRAD_OK) return status;
		c->ended = c->at == BS_END;
	}
	if (c->ended) c->at = BS_END;
	return BRAD_OK;
}

static brad_status seek_gather(const struct bs_match *m, struct bs_cursor *c, uint32_t from,
			       brad_error *err)
{
	const struct bs_segment *s = c->segment;
	struct bs_cursor *child = c->children[0];
	c->at = BS_END;
	if (from > s->articles) return BRAD_OK;
	brad_status status = bs_cursor_seek(m, child, from == 0 ? 1 : s->rows[from - 1].first, err);
	if (status == BRAD_OK && child->at != BS_END) c->at = s->article[child->at] + 1;
	return status;
}

static brad_status seek_within(const struct bs_match *m, struct bs_cursor *c, uint32_t from,
			       brad_error *err)
{
	const struct bs_segment *s = c->segment;
	struct bs_cursor *child = c->children[0];
	c->at = BS_END;
	if (from == 0) from = 1;
	if (from > s->documents) return BRAD_OK;
	uint32_t article = s->article[from] + 1;
	brad_status status = bs_cursor_seek(m, child, article, err);
	if (status != BRAD_OK || child->at == BS_END) return status;
	c->at = child->at == article ? from : s->rows[child->at - 1].first;
	return BRAD_OK;
}

brad_status bs_cursor_seek(const struct bs_match *m, struct bs_cursor *c, uint32_t from,
			   brad_error *err)
{
	if (c->at >= from && c->at != 0) return BRAD_OK;
	switch (c->kind) {
	case BS_CURSOR_ALL:
		c->at = from == 0 ? 1 : from;
		if (c->at > c->segment->documents) c->at = BS_END;
		return BRAD_OK;
	case BS_CURSOR_POSTINGS: return seek_postings(c, from, err);
	case BS_CURSOR_PACKED: return seek_packed(c, from, err);
	case BS_CURSOR_LIST: seek_list(c, from); return BRAD_OK;
	case BS_CURSOR_ROW: return seek_row(m, c, from, err);
	case BS_CURSOR_SET: c->at = bs_expansion_next(c->expansion, from); return BRAD_OK;
	case BS_CURSOR_GATHER: return seek_gather(m, c, from, err);
	case BS_CURSOR_WITHIN: return seek_within(m, c, from, err);
	case BS_CURSOR_AND: return seek_and(m, c, from, err);
	case BS_CURSOR_OR: return seek_or(m, c, from, err);
	}
	return bs_fail(err, BRAD_EINTERNAL, "no such cursor");
}

/* ---- Scores and the end ------------------------------------------------- */

uint32_t bs_cursor_count(const struct bs_cursor *c)
{
	if (c->kind == BS_CURSOR_PACKED)
		return bs_list_repeat(c->packed, c->at) == c->at ? c->packed->repeat_count : 1;
	bool counted = c->kind == BS_CURSOR_POSTINGS || c->kind == BS_CURSOR_LIST;
	return counted ? c->list[c->next].count : 1;
}

double bs_cursor_score(const struct bs_cursor *c, double k1, double saturation)
{
	if (c->kind == BS_CURSOR_AND || c->kind == BS_CURSOR_OR) {
		double sum = 0;
		for (size_t i = 0; i < c->child_count; i++)
			if (c->children[i]->at == c->at)
				sum += bs_cursor_score(c->children[i], k1, saturation);
		return sum;
	}
	double count = bs_cursor_count(c);
	/* Most are this, and a division costs as much as all the rest. */
	if (count == 1 && k1 == 1 && saturation == 1) return c->weight;
	return c->weight * count * (k1 + 1) / (count + saturation);
}

void bs_match_close_since(struct bs_cursor **opened, const struct bs_cursor *since)
{
	for (; *opened != since; *opened = (*opened)->opened_before) {
		xc_postings_free((*opened)->postings);
		(*opened)->postings = NULL;
	}
}

void bs_match_close(struct bs_cursor **opened)
{
	bs_match_close_since(opened, NULL);
}
