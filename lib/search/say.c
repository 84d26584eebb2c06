#include "search/say.h"

#include <stdio.h>
#include <string.h>

static void put(struct bs_buffer *out, const char *string)
{
	bs_buffer_string(out, string);
}

static void quote(struct bs_buffer *out, const char *string)
{
	put(out, "'");
	put(out, string);
	put(out, "'");
}

/* ---- What it has --------------------------------------------------------- */

static void put_row(struct bs_buffer *out, const struct bs_node *node)
{
	for (size_t i = 0; i < node->word_count; i++) {
		if (i > 0) put(out, " ");
		put(out, node->words[i].form);
		if (node->words[i].prefix) put(out, "*");
	}
}

static void put_leaf(struct bs_buffer *out, const struct bs_node *node)
{
	const struct bs_query_word *word = node->words;
	char number[64];
	if (node->kind == BS_NODE_WORD) {
		put(out, word->prefix   ? "a word that begins with "
			 : word->posted ? "a form of "
					: "the word ");
		quote(out, word->form);
		return;
	}
	put(out, node->kind == BS_NODE_NEAR ? "the words \""
		 : node->exact              ? "the phrase \""
					    : "forms of the words \"");
	put_row(out, node);
	put(out, "\"");
	snprintf(number, sizeof number, " at most %u word%s apart", node->distance,
		 node->distance == 1 ? "" : "s");
	put(out, node->kind == BS_NODE_NEAR ? number : node->exact ? "" : " in a row");
}

static void put_node(struct bs_buffer *out, const struct bs_node *node, bool brackets);

/* A and B, but not C and not D */
static void put_join(struct bs_buffer *out, const struct bs_node *node)
{
	size_t said = 0, unwanted = 0;
	for (size_t i = 0; i < node->child_count; i++) {
		const struct bs_node *child = node->children[i];
		if (child->kind == BS_NODE_ALL) continue;
		if (child->kind == BS_NODE_NOT) {
			put(out, unwanted++ ? " and not " : said ? ", but not " : "not ");
			put_node(out, child->children[0], true);
			continue;
		}
		if (said++) put(out, node->kind == BS_NODE_OR ? " or " : " and ");
		put_node(out, child, true);
	}
}

static void put_node(struct bs_buffer *out, const struct bs_node *node, bool brackets)
{
	if (node->kind == BS_NODE_ARTICLE) {
		put(out, "somewhere in the article ");
		put_node(out, node->children[0], true);
	} else if (bs_is_leaf(node)) {
		put_leaf(out, node);
	} else {
		if (brackets) put(out, "(");
		put_join(out, node);
		if (brackets) put(out, ")");
	}
}

/* ---- The filters --------------------------------------------------------- */

static void put_days(struct bs_buffer *out, brad_date first, brad_date last, const char *at,
		     const char *in)
{
	char from[16], to[16];
	brad_date_write(first, from);
	brad_date_write(last, to);
	if (strcmp(from, to) == 0) {
		put(out, first.day ? at : in);
		put(out, from);
		return;
	}
	if (first.year == 1 && !*to && *at) { /* all that have a date */
		put(out, "on a day that is known");
		return;
	}
	if (*from) {
		put(out, "from ");
		put(out, from);
		put(out, *to ? " " : " on");
	}
	if (*to) {
		put(out, *from ? "to " : "up to ");
		put(out, to);
	}
}

static void put_value(struct bs_buffer *out, enum bs_field field, const struct bs_field_value *v)
{
	switch (field) {
	case BS_FIELD_SPEAKER:
		put(out, v->office ? "whoever was " : "somebody called ");
		quote(out, v->text);
		return;
	case BS_FIELD_SAID:
		put(out, v->said >> BRAD_SAID_DIRECT & 1  ? "direct"
			 : v->said >> BRAD_SAID_MIXED & 1 ? "mixed"
							  : "indirect");
		return;
	case BS_FIELD_DATE:
		if (v->unknown)
			put(out, "on a day that is not known");
		else
			put_days(out, v->first, v->last, "on ", "in ");
		return;
	case BS_FIELD_MENTIONS: put_days(out, v->first, v->last, "", ""); return;
	case BS_FIELD_ROLE:
	case BS_FIELD_SOURCE:
	case BS_FIELD_TITLE:
	case BS_FIELD_ARTICLE:
	case BS_FIELDS: break;
	}
	quote(out, v->text);
}

static void put_values(struct bs_buffer *out, enum bs_field field, bool excluded,
		       const struct bs_field_values *values)
{
	static const char *const before[BS_FIELDS] = {"said by ",
						      "said by somebody with the role ",
						      "said in speech that is ",
						      "published ",
						      "speaking of ",
						      "from the source ",
						      "with the title words ",
						      "of the article "};
	if (values->count == 0) return;
	put(out, excluded ? ", not " : ", ");
	put(out, before[field]);
	for (size_t i = 0; i < values->count; i++) {
		if (i > 0) put(out, " or ");
		put_value(out, field, &values->items[i]);
	}
}

static void put_options(struct bs_buffer *out, const struct bs_search *s)
{
	static const char *const kinds[] = {"nobody's", "direct", "mixed", "indirect"};
	const brad_search_options *o = &s->options;
	char number[64];
	if (o->speaker) {
		put(out,
		    s->filter.office ? ", said by whoever was " : ", said by somebody called ");
		quote(out, o->speaker);
	}
	for (unsigned i = 0, said = 0; i <= BRAD_SAID_INDIRECT; i++)
		if (o->said >> i & 1) {
			put(out, said++ ? " or " : ", said in speech that is ");
			put(out, kinds[i]);
		}
	if (o->min_confidence > 0) {
		snprintf(number, sizeof number, ", with a speaker who is %.0f %% sure or more",
			 o->min_confidence * 100);
		put(out, number);
	}
	if (o->from.year || o->to.year) {
		put(out, ", published ");
		put_days(out, o->from, o->to, "on ", "in ");
	}
	if (o->mentions_from.year || o->mentions_to.year) {
		put(out, ", speaking of ");
		put_days(out, o->mentions_from, o->mentions_to, "", "");
	}
}

void bs_say_words(const struct bs_search *s, struct bs_buffer *out)
{
	bool articles = s->options.scope == BRAD_SCOPE_ARTICLE;
	const struct bs_node *root = s->query.root;
	put(out, articles ? "articles" : "sentences");
	if (root) {
		bool without = root->kind == BS_NODE_AND && root->children[0]->kind == BS_NODE_ALL;
		put(out, without ? ", but " : " with ");
		put_node(out, root, false);
	}
	put_options(out, s);
	for (unsigned i = 0; i < BS_FIELDS; i++) {
		put_values(out, (enum bs_field)i, false, &s->filter.fields.with[i]);
		put_values(out, (enum bs_field)i, true, &s->filter.fields.without[i]);
	}
}
