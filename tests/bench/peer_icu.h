/* peer_icu.h - how fast does somebody else find sentences?  ICU's sentence iterator, on the same text. */
#ifndef BENCH_PEER_ICU_H
#define BENCH_PEER_ICU_H

#include <stddef.h>

/* Walks over all sentence boundaries of a text in UTF-8, by English rules, and returns how many there are. */
size_t icu_sentences(const char *text, size_t length);

#endif
