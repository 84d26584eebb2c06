/* say.h - how was a query understood?  In plain words, and as a canonical query that can be asked again. */
#ifndef BS_SAY_H
#define BS_SAY_H

#include "search/search.h"

/* Appends the query in canonical form: every operator is written, and days are dates.  When
 * it is read without options.any, and with filters if this one had any, it gives the same
 * tree. */
void bs_say_canonical(const struct bs_query *query, const char *text, struct bs_words_scan *scan,
		      struct bs_buffer *out);

/* Appends what a search looks for, with its filters, in plain words. */
void bs_say_words(const struct bs_search *s, struct bs_buffer *out);

#endif
