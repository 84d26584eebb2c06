/* search.h - what does a search hold while it is made, and how does it walk through an index?
 *
 *   query     the words of the question -> a tree, and fields
 *   say       the tree -> words for people, and a form to ask again
 *   filter    its speakers, days, sources -> which sentences may be found at all
 *   match     the tree -> cursors over the documents of a segment
 *   search    all of these together
 *   walk      what matches and passes the filter, one by one or in windows
 *   rank      what matches -> the best, in order; articles, for whole articles
 *   group, fold   the best -> one of each article, speaker or statement
 *   results   the best -> hits, with their texts and ids
 *   reasons, suggest   nothing -> why, and what would have matched
 *   count, heard, speakers   what matches -> tables
 *   like      a sentence -> what is about the same matter
 *   versions  a sentence -> the same in other words, and which those are
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
	const char *canonical;  /* the query, as it can be asked again */
};

struct bs_search {
	struct brad_index *index;
	brad_search_options options;
	struct bs_arena arena; /* for the time of the search */
	struct bs_arena *kept; /* lives on with the answer */
	struct bs_query query;
	struct bs_query_scratch scratch;
	struct bs_name speaker;
	struct bs_filter filter;
	double *weights;          /* of the query's leaves, for sentences */
	struct bs_cursor *opened; /* cursors that hold postings */
	struct bs_notes *notes;
};

/* Makes a search of its options, has it answered, and frees all that it held.
 * `kept` and the search's arena have a way out while it is answered. */
typedef brad_status bs_answer(struct bs_search *s, void *out, brad_error *err);
brad_status bs_search_run(brad_index *index, const brad_search_options *options,
			  struct bs_arena *kept, struct bs_notes *notes, bs_answer *answer,
			  void *out, brad_error *err);

/* Adds a remark for the user. */
void bs_note(struct bs_search *s, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* How many living sentences have a word? */
brad_status bs_word_frequency(struct bs_search *s, const struct bs_query_word *word, uint64_t *out,
			      brad_error *err);

/* ---- Walking through the matches of one segment -------------------------- */

struct bs_walk {
	struct bs_search *search;
	uint32_t number; /* of the segment in the index */
	struct bs_segment *segment;
	struct bs_match match;
	struct bs_segment_filter filter;
	bool any_day;         /* days are looked at elsewhere */
	bool by_article;      /* some articles may be left out */
	uint32_t article_end; /* behind the article that was looked at last */
	struct bs_cursor *cursor;
	uint32_t at;      /* the document found; BS_END after the last */
	uint64_t undated; /* articles left out for having no date */

	/* Of bs_walk_window(): */
	uint32_t first; /* of the window found; BS_END after the last */
	uint32_t next_window;
	const uint64_t *found; /* a bit for each document from `first` on */
	uint64_t *in_time; /* a bit for each document of an article that may be found; NULL: all */
	uint64_t *without_time;   /* and of one that might, had it a date; NULL: none */
	uint32_t undated_article; /* that was counted last, + 1 */
};

/* Prepares a walk; a cursor is opened with walk->match and put into walk->cursor. */
brad_status bs_walk_begin(struct bs_search *s, uint32_t segment, const struct bs_filter *filter,
			  struct bs_walk *out, brad_error *err);

/* Begins to walk over another cursor. */
void bs_walk_over(struct bs_walk *w, struct bs_cursor *cursor);

/* Goes on to the next document that matches and passes the filter. */
brad_status bs_walk_next(struct bs_walk *w, brad_error *err);

/* Goes on to the next window (see window.h) in which documents match and pass the
 * filter.  A walk is gone through either so or by bs_walk_next(). */
brad_status bs_walk_window(struct bs_walk *w, brad_error *err);

/* Is there so little to be found that it is quicker to go on one by one? */
bool bs_walk_is_sparse(const struct bs_walk *w);

/* Gives up the postings of the walk's cursors. */
void bs_walk_end(struct bs_walk *w);

/* Counts the sentences that match; *undated, unless NULL, is told of articles. */
brad_status bs_count_sentences(struct bs_search *s, const struct bs_node *node,
			       const struct bs_filter *filter, uint64_t *total, uint64_t *undated,
			       brad_error *err);

/* How many sentences, and articles, live in the index? */
uint64_t bs_living_documents(const struct brad_index *index);
uint64_t bs_living_articles(const struct brad_index *index);

/* Remarks on what the query asked for, and if nothing matched, on why. */
void bs_note_passed_over(struct bs_search *s);
brad_status bs_suggest(struct bs_search *s, brad_error *err);

/* The same of a speaker whom nobody is called. */
brad_status bs_suggest_name(struct bs_search *s, brad_error *err);

#endif
