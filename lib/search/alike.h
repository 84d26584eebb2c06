/* alike.h - are two sentences one statement, in almost the same words?
 *
 * So a newspaper changes what it takes from another or from an agency: a word put
 * in or left out, "Mr", "on Tuesday" or the place and agency at the head, another
 * spelling, the end cut.  What may turn the meaning makes it another statement: a
 * difference of a negation, a number or a name (differ.h), a condition, a hedge,
 * and any other word in the place of one. */
#ifndef BS_ALIKE_H
#define BS_ALIKE_H

#include "search/differ.h"

enum { BS_ALIKE_WORDS = 250 }; /* longer sentences have no copies but those to the letter */

/* All words of either; weights and cuts are not asked for.  Free scan->form. */
bool bs_is_alike(struct bs_arena *arena, struct bs_words_scan *scan, const struct bs_passage *a,
		 const struct bs_passage *b);

#endif
