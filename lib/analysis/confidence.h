/* confidence.h - how often is an attribution like this one right? */
#ifndef BS_CONFIDENCE_H
#define BS_CONFIDENCE_H

#include <bradsearch.h>

/* The chance that a quotation of a text was said by the speakers that it has, in
 * hundredths; 0 if it has none.  `before` is the quotation before it in the text, NULL for none;
 * `others` is how many more the article has of its first speaker. */
double bs_confidence(const char *text, const brad_quote *quote, const brad_quote *before,
		     size_t others);

/* The same, whoever its speaker is: the chance that somebody said it at all. */
double bs_speech_chance(const char *text, const brad_quote *quote, size_t others);

/* Reported speech without marks that is less likely than this to have been said,
 * or said by the speaker named, is left alone: "nobody" beats a guess.  Whom a
 * pronoun means does not matter here.  Weights are learnt from a build with 0. */
#ifndef BS_LEAST_CONFIDENCE
#define BS_LEAST_CONFIDENCE 0.53
#endif
#define BS_LEAST_SPEECH (0.8 * BS_LEAST_CONFIDENCE)

#endif
