/* identity.h - what is a sentence called, so that it is found again?  By its words, within its article. */
#ifndef BS_IDENTITY_H
#define BS_IDENTITY_H

#include "base/arena.h"
#include "index/terms.h"

#include <bradsearch.h>

/* The text of a sentence by its place in an article: 0 is the title given, i + 1
 * is sentence i.  NULL if there is none, or if it is furniture. */
const char *bs_sentence_text(const brad_article *article, uint32_t place, size_t *length);

/* "ARTICLE#" and 8 hexadecimal digits of a hash of the sentence's folded words;
 * ".2" after it for the second in the article that has the same, and so on.
 * Free scan->form. */
const char *bs_sentence_id(struct bs_arena *arena, struct bs_words_scan *scan,
			   const brad_article *article, uint32_t place);

#endif
