/* say.h - how was a query understood?  In plain words for people, and in a form of its own that is read to the same again. */
#ifndef BS_SAY_H
#define BS_SAY_H

#include "search/search.h"

/* Appends a query in the query language: every join shown, days as dates.  Read
 * for all words, and beside filters if this one was, it gives the same tree. */
void bs_say_canonical(const struct bs_query *query, const char *text, struct bs_words_scan *scan,
		      struct bs_buffer *out);

/* Appends in plain words what a search looks for, its filters included. */
void bs_say_words(const struct bs_search *s, struct bs_buffer *out);

#endif
