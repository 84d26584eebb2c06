/* match.h - which documents of a segment does a query match?  Cursors that find the next one, each over its children.
 *
 * A cursor stands at a document that matches, before the first (0) or behind
 * the last (BS_END), and only goes forward.  Its documents are sentences, or
 * in an article scope articles: see articles.h. */
#ifndef BS_MATCH_H
#define BS_MATCH_H

#include "base/arena.h"
#include "index/segment.h"
#include "search/query.h"
#include "search/row.h"

#define BS_END UINT32_MAX

/* Postings that a cursor reads at once: few after a leap, then more. */
enum { BS_POSTINGS_FEWEST = 16, BS_POSTINGS_MOST = 256 };

enum bs_cursor_kind {
	BS_CURSOR_ALL,      /* every document */
	BS_CURSOR_POSTINGS, /* those of a term */
	BS_CURSOR_PACKED,   /* the same, from a list of our own */
	BS_CURSOR_LIST,     /* those of a list made before */
	BS_CURSOR_ROW,      /* those of the child that have some words in a row */
	BS_CURSOR_SET,      /* those of an expansion */
	BS_CURSOR_GATHER,   /* articles, counted from 1, with a document of the child */
	BS_CURSOR_WITHIN,   /* documents of the articles of the child */
	BS_CURSOR_AND,      /* those of all children, and of none that is unwanted */
	BS_CURSOR_OR
};

struct bs_cursor {
	enum bs_cursor_kind kind;
	uint32_t at;
	uint32_t most; /* it has no more documents than this */
	double weight; /* of a leaf: its part in the score */
	struct bs_segment *segment;

	struct bs_cursor **children; /* in the order of the query */
	struct bs_cursor **order;    /* of AND: the rarest first */
	struct bs_cursor **unwanted; /* of AND */
	size_t child_count, unwanted_count;

	struct xc_postings *postings;
	struct xc_posting *block;      /* what was read of them */
	const struct xc_posting *list; /* that, or all of a list */
	size_t next, filled, room;
	bool ended; /* nothing comes after the list */

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
	bool by_article; /* leaves are gathered: cursors are over articles, counted from 1 */
};

struct bs_posting_list {
	const struct xc_posting *items;
	size_t count;
};

/* Makes a cursor over what a node matches; of no node, over all documents. */
brad_status bs_cursor_open(const struct bs_match *match, const struct bs_node *node,
			   struct bs_cursor **out, brad_error *err);

/* Makes a cursor over the documents that any of the wanted leaves matches. */
brad_status bs_cursor_open_any(const struct bs_match *match, const struct bs_query *query,
			       struct bs_cursor **out, brad_error *err);

/* Makes a cursor over the documents that have a term. */
brad_status bs_cursor_open_term(const struct bs_match *match, const char *term, size_t length,
				struct bs_cursor **out, brad_error *err);

/* The same from a list of our own; *out is NULL if there is none. */
brad_status bs_cursor_open_list(const struct bs_match *match, const char *term, size_t length,
				struct bs_cursor **out, brad_error *err);

/* That of a stop word, or of it and the one behind it in a phrase, which may be NULL. */
brad_status bs_cursor_open_stop(const struct bs_match *match, const char *form, const char *behind,
				struct bs_cursor **out, brad_error *err);

/* Goes on to the first match that is not before `from`. */
brad_status bs_cursor_seek(const struct bs_match *match, struct bs_cursor *c, uint32_t from,
			   brad_error *err);

/* How often a leaf occurs in the document at which it stands. */
uint32_t bs_cursor_count(const struct bs_cursor *c);

/* The BM25 score of the document at which a cursor stands; saturation is k1
 * times what the length of the document makes of it. */
double bs_cursor_score(const struct bs_cursor *c, double k1, double saturation);

/* Gives up the postings of a chain of cursors; or of those opened since one was
 * its first, which may be NULL. */
void bs_match_close(struct bs_cursor **opened);
void bs_match_close_since(struct bs_cursor **opened, const struct bs_cursor *since);

/* Does every sentence that has this word, however it is written, have postings for it? */
bool bs_word_has_postings(const struct bs_query_word *word);

#endif
