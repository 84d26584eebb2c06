/* figures.h - what did each engine reach, and how is that kept and printed? */
#ifndef BENCH_FIGURES_H
#define BENCH_FIGURES_H

#include "peer.h"

#include <stdbool.h>

enum { BENCH_PEERS = 3, BENCH_QUERIES = 100 };

extern const char *const bench_class_names[BENCH_CLASSES];
extern const struct bench_peer *const bench_peers[BENCH_PEERS]; /* we are the first */

/* Milliseconds; 0 if it was not measured. */
struct bench_times {
	double p50, p99; /* asked once before, just so */
	double in_turn;  /* p50, when the others were asked since it was asked before */
};

struct bench_figures {
	double wall, cpu; /* of building, seconds; 0 if it was not built now */
	uint64_t size;
	struct bench_times times[BENCH_CLASSES];
	size_t found[BENCH_CLASSES];
};

extern struct bench_figures bench_figures[BENCH_PEERS];
extern double bench_cold;      /* see bench_start_cold() */
extern int bench_asked;        /* how many of the peers are asked now */
extern bool bench_peers_known; /* what the others reach was measured before */

/* Takes what the peers reached with the same sentences before, or keeps it, in a directory. */
void bench_read_figures(const char *directory);
void bench_write_figures(const char *directory);

void bench_print_table(void);
void bench_print_json(bool answers_alone);

/* The queries that took us longest, the worst first. */
struct bench_slow {
	double ms;
	struct bench_query query;
};
void bench_print_slowest(const struct bench_slow *list, size_t count);

#endif
