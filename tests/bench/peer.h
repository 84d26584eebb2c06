/* peer.h - what is every engine asked for, so that they can be timed side by side? */
#ifndef BENCH_PEER_H
#define BENCH_PEER_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A sentence as our analysis gives it. */
struct bench_sentence {
	const char *text, *speaker; /* speaker may be "" */
	char day[9];                /* YYYYMMDD, or "" */
};

enum bench_class {
	BENCH_RARE,
	BENCH_COMMON,
	BENCH_AND,
	BENCH_OR,
	BENCH_PHRASE,
	BENCH_STOP, /* words among stop words */
	BENCH_SPEAKER,
	BENCH_DATES,
	BENCH_COUNT,  /* by speaker */
	BENCH_TOTAL,  /* how many there are, exactly */
	BENCH_PREFIX, /* words that begin so */
	BENCH_CLASSES
};

struct bench_query {
	enum bench_class class_of;
	char words[256];       /* parted by blanks */
	const char *speaker;   /* of BENCH_SPEAKER */
	const char *from, *to; /* of BENCH_DATES: YYYYMMDD */
};

/* Each returns 0, or prints why not and returns -1.  build() takes all the
 * sentences; ask() finds the best ten and reads their texts, or counts over all
 * matches by speaker, or all matches, and gives how many hits, rows or matches there were. */
struct bench_peer {
	const char *name;
	const char *path;                       /* of its index, below the directory */
	void (*prepare)(const char *directory); /* before building; NULL: nothing to be done */
	int (*build)(const char *directory, const struct bench_sentence *sentences, size_t count);
	int (*open)(const char *directory);
	int (*ask)(const struct bench_query *query, size_t *found);
	void (*close)(void);
};

extern const struct bench_peer bench_xapian, bench_sqlite;

#ifdef __cplusplus
}
#endif
#endif
