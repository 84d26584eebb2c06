/* query.h - what does a query ask for?  A tree of words, phrases and operators, each with its bytes in the query.
 *
 *     or       = sequence { "OR" sequence }
 *     sequence = both { both }              joined by AND, or by OR if any word will do
 *     both     = one { "AND" one }
 *     one      = { "NOT" | "-" } ( "(" or ")" | phrase | word )
 *
 * The operators are capitals.  A phrase stands in double marks, straight or
 * curly, and asks for those word forms in a row.  A word with marks inside
 * (co-operate) that counts as several asks for their stems in a row. */
#ifndef BS_QUERY_H
#define BS_QUERY_H

#include "base/arena.h"
#include "index/terms.h"
#include "xapian_c/xapian_c.h"

#include <bradsearch.h>

struct bs_query_word {
	brad_span span;   /* in the query */
	const char *form; /* as terms.h has it */
	const char *stem; /* its term */
	size_t form_length, stem_length;
	bool posted; /* sentences that have it as it is written here have postings for it */
};

enum bs_node_kind { BS_NODE_WORD, BS_NODE_PHRASE, BS_NODE_AND, BS_NODE_OR, BS_NODE_NOT };

struct bs_node {
	enum bs_node_kind kind;
	brad_span span;
	/* Of a word (one) or a phrase: */
	const struct bs_query_word *words;
	size_t word_count;
	bool exact;    /* the phrase asks for forms, not for stems */
	uint32_t leaf; /* its number in the query's leaves */
	bool wanted;   /* no NOT stands above it */
	/* Of an operator; NOT has one child and is itself a child of AND, which
	 * has at least one child that is not a NOT: */
	struct bs_node **children;
	size_t child_count;
};

struct bs_query {
	struct bs_node *root;    /* NULL: no words are asked for */
	struct bs_node **leaves; /* words and phrases, in the order of the query */
	size_t leaf_count;
	const struct bs_query_word **passed_over; /* stop words that were dropped */
	size_t passed_over_count;
};

/* What reading a query needs besides an arena; all zero at first.  The caller
 * frees it also when the arena jumps out. */
struct bs_query_scratch {
	struct bs_words_scan scan;
	struct bs_buffer stem;
};

void bs_query_scratch_free(struct bs_query_scratch *scratch);

/* Reads a query.  The tree lies on the arena, which must have a way out.
 * BRAD_EQUERY: err->offset is the byte of the query at fault. */
brad_status bs_query_parse(struct bs_arena *arena, struct bs_query_scratch *scratch,
			   struct xc_stemmer *stemmer, const char *text, bool any, bool plain_words,
			   struct bs_query *out, brad_error *err);

#endif
