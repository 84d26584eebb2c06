/* corpus.h - which articles is the benchmark of, and which words are asked for?
 *
 * All is drawn by one seed, so that every run asks the same.  What fails ends the
 * program. */
#ifndef BENCH_CORPUS_H
#define BENCH_CORPUS_H

#include "peer.h"

#include <bradsearch.h>

/* Says what is wrong and ends the program. */
void bench_die(const char *what);
void *bench_must(void *memory);
void bench_must_do(brad_status status, const brad_error *err);

uint64_t bench_random(void);
double bench_wall(void);                         /* seconds */
double bench_cpu(void);                          /* seconds of this process */
int bench_compare(const void *a, const void *b); /* of two doubles, for qsort() */

extern brad_document *bench_documents;
extern struct bench_sentence *bench_sentences;
extern size_t bench_document_count, bench_sentence_count, bench_text_bytes;
extern double bench_analysis_seconds;

/* Takes articles until there are so many sentences: those of a file, or made-up
 * ones; then the same again, with a word in ten changed. */
void bench_read_corpus(const char *path, size_t limit);
void bench_make_corpus(size_t limit);
void bench_enlarge(size_t limit);

/* Of the words of the sentences; bench_count_words() comes first. */
void bench_count_words(void);
const char *bench_common_word(void); /* none of the most frequent */
const char *bench_long_word(void);   /* of six letters or more */
const char *bench_rare_word(void);
void bench_words_in_a_row(size_t count, char *out); /* 32 bytes for each */

/* Somebody who is quoted; "" if nobody is. */
const char *bench_speaker(void);

#endif
