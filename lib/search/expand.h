/* expand.h - which sentences have a word that begins so (word*)?  Those of the stems of all such forms, as a bitmap.
 *
 * A stem may be that of other forms too: "commission" is that of commissioner.
 * Where it may, the sentence's own words decide.  Stop words are left out, as
 * they have no postings. */
#ifndef BS_EXPAND_H
#define BS_EXPAND_H

#include "search/match.h"

struct bs_expansion {
	const struct bs_segment *segment;
	uint32_t low, high;             /* the forms */
	bool has_stop;                  /* stop words are among them */
	const struct bs_expansion *all; /* the same with their documents; NULL: not made */
	uint64_t *bits;                 /* by document */
	uint32_t count;                 /* of documents */
	struct bs_expansion *next;
};

/* Makes the expansion of a word with a star in the segment of a match, once. */
brad_status bs_expand(const struct bs_match *match, const struct bs_query_word *word,
		      const struct bs_expansion **out, brad_error *err);

/* The same with the documents of stop words that begin so; *out is NULL if they are not known. */
brad_status bs_expand_all(const struct bs_match *match, const struct bs_query_word *word,
			  const struct bs_expansion **out, brad_error *err);

/* The first document from `from` on that is in it; BS_END if there is none. */
uint32_t bs_expansion_next(const struct bs_expansion *e, uint32_t from);

/* How many of its documents are of articles that live? */
uint32_t bs_expansion_living(const struct bs_expansion *e);

/* How many living sentences of the index have a word with a star? */
struct bs_search;
brad_status bs_expand_frequency(struct bs_search *s, const struct bs_query_word *word,
				uint64_t *out, brad_error *err);

#endif
