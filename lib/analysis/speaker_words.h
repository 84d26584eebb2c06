/* speaker_words.h - by which of the article's words is somebody called whom it does not name?
 *
 * "A neighbour", "the casino": a phrase that is no mention of anybody known.  It becomes a name
 * among those who speak, so it must read like one: what is no noun for who speaks and did not speak
 * in so many words ("51 per cent of those", "the screenshot he") stays a mention without a name. */
#ifndef BS_SPEAKER_WORDS_H
#define BS_SPEAKER_WORDS_H

#include "analysis/article.h"

/* The words of tokens [first, end), on the article's arena, without the article before them.
 * *fit tells whether they are a name; `spoke`, whether something was said, rather than shown,
 * found or believed. */
const char *bs_name_by_words(struct bs_article *article, uint32_t first, uint32_t end, bool spoke,
			     bool *fit);

#endif
