/* expand.h - which sentences have a word that begins with some letters (word*)?  A bitmap of them.
 *
 * It joins the postings of the stems of all forms that begin so.  Other forms may have
 * such a stem too: for "commissione*", the stem "commission" of commissioner also stands
 * for "commissions".  Then the words of the sentence decide.  Stop words are left out,
 * because they have no postings. */
#ifndef BS_EXPAND_H
#define BS_EXPAND_H

#include "search/match.h"

struct bs_expansion {
	const struct bs_segment *segment;
	uint32_t low, high;             /* forms from low up to, but not including, high */
	bool has_stop;                  /* some of them are stop words */
	const struct bs_expansion *all; /* with the documents of those; NULL: not made */
	uint64_t *bits;                 /* by document */
	uint32_t count;                 /* of documents */
	struct bs_expansion *next;
};

/* Makes the expansion of a word with a star in the segment of a match, once. */
brad_status bs_expand(const struct bs_match *match, const struct bs_query_word *word,
		      const struct bs_expansion **out, brad_error *err);

/* The same with the documents of stop words that begin so; *out is NULL if these are unknown. */
brad_status bs_expand_all(const struct bs_match *match, const struct bs_query_word *word,
			  const struct bs_expansion **out, brad_error *err);

/* Returns the first document at or after `from` that is in it; BS_END if there is none. */
uint32_t bs_expansion_next(const struct bs_expansion *e, uint32_t from);

/* Stores how many living sentences of the index match a word with a star. */
struct bs_search;
brad_status bs_expand_frequency(struct bs_search *s, const struct bs_query_word *word,
				uint64_t *out, brad_error *err);

#endif
