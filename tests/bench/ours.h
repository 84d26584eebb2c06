/* ours.h - how are we asked as a peer of the others, by the library and as a program? */
#ifndef BENCH_OURS_H
#define BENCH_OURS_H

#include "peer.h"

extern const struct bench_peer bench_ours;

/* Finds the program that was built beside the benchmark; comes first. */
void bench_find_program(const char *benchmark);

/* Starts the program that is to build the index below a directory, and has it wait:
 * before the corpus is read, or the benchmark's memory would be taken for ours. */
void bench_prepare_program(const char *directory);

/* What the program took to build an index, all its threads: seconds, and MB at the most. */
extern double bench_build_cpu, bench_build_memory;

/* Milliseconds from the start of the program to ten hits of a common word, the median. */
double bench_start_cold(const char *directory);

#endif
