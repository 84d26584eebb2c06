/* peer_icu.h - how does a program ask ICU for the sentences of a text? */
#ifndef BENCH_PEER_ICU_H
#define BENCH_PEER_ICU_H

#include <stddef.h>

enum icu_way {
	ICU_VIEW,  /* through a UText over the UTF-8: boundaries are bytes of it */
	ICU_UTF16, /* converted to UTF-16, and the boundaries turned into bytes of the UTF-8 */
	ICU_ABBREVIATIONS /* the same, with the abbreviations of the locale (ss=standard) */
};

/* How many sentences are in a text, each boundary fetched as a byte of it.  The
 * iterator of each way is kept: opening one with abbreviations takes as long as
 * going through 40 kB of text. */
size_t icu_sentences(enum icu_way way, const char *text, size_t length);

#endif
