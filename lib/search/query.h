/* query.h - what does a query ask for?  A tree of words, phrases and operators, each with its place in the query; and fields.
 *
 *     or       = sequence { "OR" sequence }
 *     sequence = both { both }              joined by AND, or by OR if any word will do
 *     both     = one { "AND" one }
 *     one      = { "NOT" | "-" } ( "(" or ")" | "article:(" or ")" | phrase | word | field )
 *     phrase   = marks words marks [ "~" number ]
 *     word     = letters [ "*" ]
 *     field    = name ":" value { "," value }
 *
 * Operators are written in capitals.  A phrase stands in double quotation marks,
 * straight or curly, or in single ones, and asks for its word forms in a row; with a
 * number after it, for its forms at most so many words apart, in any order.  A word
 * with marks inside (co-operate) that counts as several words asks for their stems in a
 * row.  A word with a star asks for every form that begins with it.
 *
 * Fields are not part of the tree: they apply to all of it. */
#ifndef BS_QUERY_H
#define BS_QUERY_H

#include "base/arena.h"
#include "index/terms.h"
#include "search/fields.h"
#include "xapian_c/xapian_c.h"

#include <bradsearch.h>

struct bs_query_word {
	brad_span span;   /* in the query */
	const char *form; /* as terms.h has it */
	const char *stem; /* its term */
	size_t form_length, stem_length;
	bool is_operator;                 /* OR, AND or NOT, alone and not in a phrase */
	bool posted;                      /* a word written so in a sentence has postings */
	bool prefix;                      /* it has a star: any form that begins with it matches */
	struct bs_expansion **expansions; /* of a prefix; see expand.h */
};

enum bs_node_kind {
	BS_NODE_WORD,
	BS_NODE_PHRASE,
	BS_NODE_NEAR,    /* words at most `distance` apart */
	BS_NODE_ALL,     /* every document; a NOT that stands alone is subtracted from it */
	BS_NODE_ARTICLE, /* its child must match anywhere in the article */
	BS_NODE_AND,
	BS_NODE_OR,
	BS_NODE_NOT
};

struct bs_node {
	enum bs_node_kind kind;
	brad_span span;
	/* For a word (which is one), a phrase, or words near each other: */
	const struct bs_query_word *words;
	size_t word_count;
	bool exact;        /* the phrase asks for forms, not for stems */
	uint32_t distance; /* for BS_NODE_NEAR: from the first to the last */
	uint32_t leaf;     /* its number among the query's leaves */
	bool wanted;       /* it is not below a NOT */
	/* For an operator.  NOT has one child, and is itself a child of an AND that has at
	 * least one child that is not a NOT.  BS_NODE_ARTICLE has one child too, but counts
	 * as a leaf. */
	struct bs_node **children;
	size_t child_count;
};

struct bs_query {
	struct bs_node *root;    /* NULL: no words are asked for */
	struct bs_node **leaves; /* words, phrases and articles, in the order of the query */
	size_t leaf_count;
	struct bs_node **inner; /* the words and phrases below BS_NODE_ARTICLE */
	size_t inner_count;
	struct bs_fields fields;
	const struct bs_query_word **passed_over; /* stop words that were dropped */
	size_t passed_over_count;
};

/* How to read a query. */
struct bs_query_manner {
	bool any;         /* words side by side are joined by OR, not AND */
	bool plain_words; /* there are no operators */
	bool filtered;    /* there are filters too, so that NOT may stand alone */
	brad_date today;
};

/* Memory for reading queries that is not on the arena.  Start with all zero; the caller
 * frees it, even if the arena jumps to its way out. */
struct bs_query_scratch {
	struct bs_words_scan scan;
	struct bs_buffer stem;
};

void bs_query_scratch_free(struct bs_query_scratch *scratch);

/* Reads a query.  The tree is on the arena, which must have a way out.  With BRAD_EQUERY,
 * err->offset is the byte of the query at fault. */
brad_status bs_query_parse(struct bs_arena *arena, struct bs_query_scratch *scratch,
			   struct xc_stemmer *stemmer, const char *text,
			   const struct bs_query_manner *manner, struct bs_query *out,
			   brad_error *err);

static inline bool bs_is_leaf(const struct bs_node *node)
{
	return node->kind < BS_NODE_AND;
}

#endif
