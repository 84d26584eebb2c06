/* alike.h - do two sentences make one statement, in almost the same words?
 *
 * They do if they differ as when a newspaper edits what it takes from another or from
 * an agency: a word added or left out, such as "Mr", "on Tuesday" or the place and
 * agency at the head, another spelling, the end cut.  They are two statements if the
 * difference may change the meaning: a negation, a number or a name (differ.h), a
 * condition, a hedge, or a word that replaces another. */
#ifndef BS_ALIKE_H
#define BS_ALIKE_H

#include "search/differ.h"

enum { BS_ALIKE_WORDS = 250 }; /* longer sentences are never alike */

/* Both passages are whole sentences; their weights and cuts are not used.  The caller frees
 * scan->form. */
bool bs_is_alike(struct bs_arena *arena, struct bs_words_scan *scan, const struct bs_passage *a,
		 const struct bs_passage *b);

#endif
