/* query_tree.h - how do words and operators become the nodes of a tree?  Known to the parser of queries alone. */
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
	unsigned within; /* how many article:( are open */
};

/* The children of a join while they are gathered. */
struct bs_query_parts {
	struct bs_node **wanted, **unwanted;
	size_t wanted_count, unwanted_count;
	const struct bs_query_token *field; /* the first of the fields that stood there */
};

struct bs_node *bs_query_node(struct bs_query_parser *p, enum bs_node_kind kind, brad_span span);

/* A leaf of the words that begin within a span; NULL if there are none. */
struct bs_node *bs_query_leaf(struct bs_query_parser *p, brad_span span, bool exact);

/* The one child, or a node over several. */
struct bs_node *bs_query_join(struct bs_query_parser *p, enum bs_node_kind kind,
			      struct bs_node **children, size_t count);

/* Makes one node of what a sequence wants and does not want.  Where there is a
 * filter, what is not wanted may be taken from all that passes it. */
brad_status bs_query_finish(struct bs_query_parser *p, struct bs_query_parts *parts,
			    enum bs_node_kind kind, bool from_all, struct bs_node **out);

/* Lists the leaves at and below a node in their order, and numbers them. */
void bs_query_number(struct bs_query_parser *p, struct bs_node *node, bool wanted);

#endif
