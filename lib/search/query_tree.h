/* query_tree.h - how do words and operators become the nodes of a tree?  For the parser of queries only. */
#ifndef BS_QUERY_TREE_H
#define BS_QUERY_TREE_H

#include "search/query_scan.h"

struct bs_query_parser {
	struct bs_query_scan scan;
	const struct bs_query_token *at;
	struct bs_arena *arena;
	struct bs_query *out;
	bool any, filtered;
	unsigned depth;
	unsigned within; /* how many "article:(" are open */
};

/* The children of an AND or OR, while they are gathered. */
struct bs_query_parts {
	struct bs_node **wanted, **unwanted;
	size_t wanted_count, unwanted_count;
	const struct bs_query_token *field; /* the first field among them; NULL: none */
};

struct bs_node *bs_query_node(struct bs_query_parser *p, enum bs_node_kind kind, brad_span span);

/* Makes a leaf of the words that begin within a span; NULL if there are none. */
struct bs_node *bs_query_leaf(struct bs_query_parser *p, brad_span span, bool exact);

/* Returns the child if there is one, or a new node over several. */
struct bs_node *bs_query_join(struct bs_query_parser *p, enum bs_node_kind kind,
			      struct bs_node **children, size_t count);

/* Makes one node of the wanted and the unwanted parts of a sequence.  If `from_all`, there
 * may be unwanted parts alone, which are subtracted from all that passes the filter. */
brad_status bs_query_finish(struct bs_query_parser *p, struct bs_query_parts *parts,
			    enum bs_node_kind kind, bool from_all, struct bs_node **out);

/* Lists and numbers the leaves at and below a node, in the order of the query. */
void bs_query_number(struct bs_query_parser *p, struct bs_node *node, bool wanted);

#endif
