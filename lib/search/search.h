/* search.h - what does a search keep while it is answered, and how does it walk through an index?
 *
 *   query     a query -> a tree, and fields
 *   say       the tree -> plain words, and a canonical query
 *   filter    speakers, days, sources -> which sentences may be found
 *   match     the tree -> cursors over the documents of a segment
 *   search    puts these together
 *   walk      finds what matches and passes the filter, one by one or in windows
 *   rank      matches -> the best of them, in order; articles, if they are asked for
 *   group, fold   the best -> one of each article, speaker or statement
 *   results   the best -> hits, with their texts and ids
 *   reasons, suggest   why nothing was found, and what would have been
 *   count, heard, speakers   matches -> tables
 *   like      a sentence -> others about the same matter
 *   versions  a sentence -> the same statement with some words changed
 *   verify    a quotation -> what was said
 *   cite      a hit -> a citation */
#ifndef BS_SEARCH_H
#define BS_SEARCH_H

#include "index/index.h"
#include "search/filter.h"
#include "search/match.h"
#include "search/query.h"

struct bs_notes {
	const char **at;
	size_t count;
	const char *understood; /* what was looked for, in plain words */
	const char *canonical;  /* the query in canonical form; see say.h */
};

/* What each answer begins with: the memory of all that it lends, and the remarks. */
struct bs_answer {
	struct bs_arena arena;
	struct bs_rank_names *names; /* it lends these too; NULL: none */
	struct bs_notes notes;
};

struct bs_search {
	struct brad_index *index;
	brad_search_options options;
	struct bs_arena arena;    /* freed after the search */
	struct bs_answer *answer; /* to be made */
	struct bs_arena *kept;    /* its arena */
	struct bs_notes *notes;   /* its remarks */
	struct bs_query query;
	struct bs_query_scratch scratch;
	struct bs_name speaker;
	struct bs_filter filter;
	double *weights;          /* of the query's leaves, for sentences */
	struct bs_cursor *opened; /* cursors that hold postings */
};

/* Prepares a search from its options, calls `make` with it, and frees all that it holds.
 * During that call the arenas of the answer and of the search have a way out. */
typedef brad_status bs_make(struct bs_search *s, void *request, brad_error *err);
brad_status bs_search_run(brad_index *index, const brad_search_options *options,
			  struct bs_answer *answer, bs_make *make, void *request, brad_error *err);

/* The same for a new answer of `size` bytes, which begins with struct bs_answer.  Stores it in
 * *out, a pointer to whatever it is. */
brad_status bs_answer_new(brad_index *index, const brad_search_options *options, size_t size,
			  bs_make *make, void *request, void *out, brad_error *err);
void bs_answer_free(void *answer); /* or NULL */

/* Are these options, of this version of the library?  Their members may be read then. */
brad_status bs_options_check(const brad_search_options *options, brad_error *err);

/* Adds a remark for the user. */
void bs_note(struct bs_search *s, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Stores how many living sentences have a word. */
brad_status bs_word_frequency(struct bs_search *s, const struct bs_query_word *word, uint64_t *out,
			      brad_error *err);

/* ---- Walking through the matches of one segment -------------------------- */

struct bs_walk {
	struct bs_search *search;
	uint32_t number; /* of the segment in the index */
	struct bs_segment *segment;
	struct bs_match match;
	struct bs_segment_filter filter;
	bool any_day;         /* do not look at days; the caller does */
	bool by_article;      /* whether a document may be found depends on its article */
	uint32_t article_end; /* the end of the article that was looked at last */
	struct bs_cursor *cursor;
	uint32_t at;      /* the document found; BS_END after the last */
	uint64_t undated; /* articles left out for having no date */

	/* For bs_walk_window(): */
	uint32_t first; /* the first document of the window found; BS_END after the last */
	uint32_t next_window;
	const uint64_t *found;  /* a bit for each document from `first` on */
	uint64_t *in_time;      /* a bit for each document whose article may be found; NULL: all */
	uint64_t *without_time; /* and whose article might, if it had a date; NULL: none */
	uint32_t undated_article; /* the last one that was counted, + 1 */
};

/* Prepares a walk.  The caller then opens a cursor with walk->match, and calls
 * bs_walk_over() with it. */
brad_status bs_walk_begin(struct bs_search *s, uint32_t segment, const struct bs_filter *filter,
			  struct bs_walk *out, brad_error *err);

/* Starts the walk again, over a cursor. */
void bs_walk_over(struct bs_walk *w, struct bs_cursor *cursor);

/* Moves to the next document that matches and passes the filter. */
brad_status bs_walk_next(struct bs_walk *w, brad_error *err);

/* Moves to the next window (see window.h) in which any document matches and passes the
 * filter.  For one walk, call either this or bs_walk_next(). */
brad_status bs_walk_window(struct bs_walk *w, brad_error *err);

/* Is so little to be found that bs_walk_next() is faster? */
bool bs_walk_is_sparse(const struct bs_walk *w);

/* Frees the postings of the walk's cursors. */
void bs_walk_end(struct bs_walk *w);

/* Counts the sentences that match; stores in *undated, unless that is NULL, how many
 * articles are left out for want of a date. */
brad_status bs_count_sentences(struct bs_search *s, const struct bs_node *node,
			       const struct bs_filter *filter, uint64_t *total, uint64_t *undated,
			       brad_error *err);

/* Return how many living sentences, and articles, the index has. */
uint64_t bs_living_documents(const struct brad_index *index);
uint64_t bs_living_articles(const struct brad_index *index);

/* Adds a remark about the words that were ignored as too common. */
void bs_note_passed_over(struct bs_search *s);

/* Adds remarks on why nothing matched, and on what is spelt almost like what was asked for. */
brad_status bs_suggest(struct bs_search *s, brad_error *err);

/* The same for a speaker's name that nobody has. */
brad_status bs_suggest_name(struct bs_search *s, brad_error *err);

#endif
