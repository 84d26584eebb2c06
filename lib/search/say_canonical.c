#include "search/say.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

struct writer {
	const char *text; /* of the query */
	struct bs_words_scan *scan;
	struct bs_buffer *out;
};

static void put(struct writer *w, const char *string)
{
	bs_buffer_string(w->out, string);
}

/* Is a form a word of just that form, if it stands in a query? */
static bool is_plain(struct writer *w, const struct bs_query_word *word)
{
	struct bs_text_word found;
	bs_words_begin(w->scan, word->form);
	return bs_words_next(w->scan, &found) && found.span.end == word->form_length &&
	       found.length == word->form_length &&
	       memcmp(found.form, word->form, found.length) == 0;
}

/* The points of an abbreviation do not matter to a search, but keep a word in capitals from
 * being read as an operator. */
static void put_capitals(struct writer *w, const char *form)
{
	bool points = strcmp(form, "or") == 0 || strcmp(form, "and") == 0;
	for (; *form; form++) {
		char capital = (char)(*form - 'a' + 'A');
		bs_buffer_add(w->out, &capital, 1);
		if (points) put(w, ".");
	}
}

/* As it was written, but in lower case: in a query that is all capitals, capitals say nothing
 * about stop words. */
static void put_lower(struct writer *w, brad_span span)
{
	char character[4];
	for (size_t at = span.start, length; at < span.end; at += length) {
		uint32_t c = bs_to_lower(bs_utf8_at(w->text, at, span.end, &length));
		bs_buffer_add(w->out, character, bs_utf8_put(c, character));
	}
}

/* A stop word that is looked for by its capital keeps it; other words can be in lower case. */
static void put_word(struct writer *w, const struct bs_query_word *word)
{
	if (word->posted && bs_is_stop_word(word->form, word->form_length)) {
		put_capitals(w, word->form);
	} else if (is_plain(w, word)) {
		put(w, word->form);
	} else {
		put_lower(w, word->span);
	}
	if (word->prefix) put(w, "*");
}

static void put_words(struct writer *w, const struct bs_node *node, const char *between)
{
	for (size_t i = 0; i < node->word_count; i++) {
		if (i > 0) put(w, between);
		put_word(w, &node->words[i]);
	}
}

static void put_node(struct writer *w, const struct bs_node *node, bool brackets);

static void put_children(struct writer *w, const struct bs_node *node, const char *between)
{
	bool first = true;
	for (size_t i = 0; i < node->child_count; i++) {
		const struct bs_node *child = node->children[i];
		if (child->kind == BS_NODE_ALL) continue;
		if (!first) put(w, between);
		first = false;
		/* Words side by side bind more tightly than OR. */
		put_node(w, child, node->kind == BS_NODE_AND || child->kind == BS_NODE_OR);
	}
}

static void put_leaf(struct writer *w, const struct bs_node *node)
{
	char number[16];
	if (node->kind == BS_NODE_WORD || !node->exact) {
		put_words(w, node, "-");
		return;
	}
	put(w, "\"");
	put_words(w, node, " ");
	put(w, "\"");
	if (node->kind != BS_NODE_NEAR) return;
	snprintf(number, sizeof number, "~%u", node->distance);
	put(w, number);
}

static void put_node(struct writer *w, const struct bs_node *node, bool brackets)
{
	switch (node->kind) {
	case BS_NODE_NOT:
		put(w, "-");
		put_node(w, node->children[0], true);
		return;
	case BS_NODE_ARTICLE:
		put(w, "article:(");
		put_node(w, node->children[0], false);
		put(w, ")");
		return;
	case BS_NODE_AND:
	case BS_NODE_OR:
		if (brackets) put(w, "(");
		put_children(w, node, node->kind == BS_NODE_OR ? " OR " : " ");
		if (brackets) put(w, ")");
		return;
	case BS_NODE_ALL: return;
	case BS_NODE_WORD:
	case BS_NODE_PHRASE:
	case BS_NODE_NEAR: put_leaf(w, node); return;
	}
}

static void put_value(struct writer *w, enum bs_field field, const struct bs_field_value *v)
{
	char first[16], last[16];
	bool days = field == BS_FIELD_DATE || field == BS_FIELD_MENTIONS;
	if (!days || v->unknown) {
		put(w, "\"");
		put(w, v->text);
		put(w, "\"");
		return;
	}
	put(w, brad_date_write(v->first, first));
	put(w, "..");
	put(w, brad_date_write(v->last, last));
}

static void put_values(struct writer *w, const char *sign, enum bs_field field,
		       const struct bs_field_values *values)
{
	for (size_t i = 0; i < values->count; i++) {
		if (i > 0) put(w, ",");
		if (i == 0) {
			if (w->out->length) put(w, " ");
			put(w, sign);
			put(w, bs_field_name(field));
			put(w, ":");
		}
		put_value(w, field, &values->items[i]);
	}
}

void bs_say_canonical(const struct bs_query *query, const char *text, struct bs_words_scan *scan,
		      struct bs_buffer *out)
{
	struct writer w = {text, scan, out};
	if (query->root) put_node(&w, query->root, false);
	for (unsigned i = 0; i < BS_FIELDS; i++) {
		put_values(&w, "", (enum bs_field)i, &query->fields.with[i]);
		put_values(&w, "-", (enum bs_field)i, &query->fields.without[i]);
	}
}
