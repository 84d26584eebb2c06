/* match.h - which documents of a segment does a query match?  A tree of cursors, each of which finds its next match.
 *
 * A cursor stands at a document that matches, before the first (0) or after the last
 * (BS_END), and only moves forward.  Its documents are sentences, or articles if whole
 * articles are asked for: see articles.c. */
#ifndef BS_MATCH_H
#define BS_MATCH_H

#include "base/arena.h"
#include "index/segment.h"
#include "search/query.h"
#include "search/row.h"

#define BS_END UINT32_MAX

/* How many postings a cursor reads at once: few after a leap, then more. */
enum { BS_POSTINGS_FEWEST = 16, BS_POSTINGS_MOST = 256 };

enum bs_cursor_kind {
	BS_CURSOR_ALL,      /* every document */
	BS_CURSOR_POSTINGS, /* documents with a term, from Xapian */
	BS_CURSOR_PACKED,   /* documents with a term, from a list of our own (lists.h) */
	BS_CURSOR_LIST,     /* documents of a list made before */
	BS_CURSOR_ROW,      /* documents of the child that have some words in a row */
	BS_CURSOR_SET,      /* documents of an expansion (expand.h) */
	BS_CURSOR_GATHER,   /* articles, counted from 1, that have a document of the child */
	BS_CURSOR_WITHIN,   /* documents in the articles of the child */
	BS_CURSOR_AND,      /* documents of all children, but of none of the unwanted ones */
	BS_CURSOR_OR        /* documents of any child */
};

struct bs_cursor {
	enum bs_cursor_kind kind;
	uint32_t at;
	uint32_t most; /* an upper bound of how many documents it has */
	double weight; /* of a leaf, in the score */
	struct bs_segment *segment;

	struct bs_cursor **children; /* in the order of the query */
	struct bs_cursor **order;    /* of AND: the rarest first */
	struct bs_cursor **unwanted; /* of AND */
	size_t child_count, unwanted_count;

	struct xc_postings *postings;
	struct xc_posting *block;      /* those that were read last */
	const struct xc_posting *list; /* block, or the whole of a list */
	size_t next, filled, room;
	bool ended; /* there are no more after the list */

	struct bs_list_reader *packed;

	struct bs_row row;
	const struct bs_expansion *expansion;
	struct bs_window *window;        /* see window.h */
	struct bs_cursor *opened_before; /* the chain that bs_match_close() follows */
};

/* What cursors of one segment are made with. */
struct bs_match {
	struct bs_arena *arena; /* with a way out */
	struct bs_segment *segment;
	struct xc_stemmer *stemmer;
	struct bs_buffer *stem;              /* to stem in */
	const double *weights;               /* of the query's leaves; NULL: all 0 */
	struct bs_cursor **opened;           /* the chain of cursors that hold postings */
	const struct bs_posting_list *lists; /* of the query's leaves; NULL: from the segment */
	bool by_article;                     /* make cursors over articles, counted from 1 */
};

struct bs_posting_list {
	const struct xc_posting *items;
	size_t count;
};

/* Makes a cursor over the documents that a node matches; over all if node is NULL. */
brad_status bs_cursor_open(const struct bs_match *match, const struct bs_node *node,
			   struct bs_cursor **out, brad_error *err);

/* Makes a cursor over the documents that any of the wanted leaves matches. */
brad_status bs_cursor_open_any(const struct bs_match *match, const struct bs_query *query,
			       struct bs_cursor **out, brad_error *err);

/* Makes a cursor over the documents that have a term. */
brad_status bs_cursor_open_term(const struct bs_match *match, const char *term, size_t length,
				struct bs_cursor **out, brad_error *err);

/* The same, only from a list of our own; *out is NULL if there is none. */
brad_status bs_cursor_open_list(const struct bs_match *match, const char *term, size_t length,
				struct bs_cursor **out, brad_error *err);

/* The same for a stop word; or for it and the stop word that follows it in a phrase, unless
 * `behind` is NULL. */
brad_status bs_cursor_open_stop(const struct bs_match *match, const char *form, const char *behind,
				struct bs_cursor **out, brad_error *err);

/* Moves to the first match at or after `from`. */
brad_status bs_cursor_seek(const struct bs_match *match, struct bs_cursor *c, uint32_t from,
			   brad_error *err);

/* Returns how often a leaf occurs in the document at which it stands. */
uint32_t bs_cursor_count(const struct bs_cursor *c);

/* Returns the BM25 score of the document at which a cursor stands.  saturation is k1 times
 * the factor for the length of the document. */
double bs_cursor_score(const struct bs_cursor *c, double k1, double saturation);

/* Frees the postings of a chain of cursors; or only of those opened since the cursor `since`,
 * which may be NULL, was the first of it. */
void bs_match_close(struct bs_cursor **opened);
void bs_match_close_since(struct bs_cursor **opened, const struct bs_cursor *since);

/* Does every sentence with this word have postings for it, however it is written there? */
bool bs_word_has_postings(const struct bs_query_word *word);

#endif
