/* answers.h - how long does each answer take that only we have?
 *
 * Each is asked through the library, in one process, on one thread, of words, speakers
 * and sentences that are drawn by the seed.  No answer may take more than 200 ms of the
 * processor in the median, but what is like a sentence and a batch of quotations; where
 * there are more than a million sentences, more by as much as there are. */
#ifndef BENCH_ANSWERS_H
#define BENCH_ANSWERS_H

#include <stdbool.h>

/* Times all answers of an index at a path.  Articles are added to it at the end. */
void bench_answers(const char *path);

/* Prints them; tells whether none is slower than it may be. */
bool bench_answers_print(void);
void bench_answers_print_json(void);

#endif
