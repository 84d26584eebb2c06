/* asking.h - how do the tests of queries have one read? */
#ifndef TESTS_ASKING_H
#define TESTS_ASKING_H

#include "suite.h"

#include "search/query.h"

static struct bs_arena arena;
static struct bs_query_scratch scratch;
static struct xc_stemmer *stemmer;

static inline void set_up(void)
{
	OK(xc_stemmer_new(&stemmer, &error));
}

static inline void tear_down(void)
{
	xc_stemmer_free(stemmer);
	bs_query_scratch_free(&scratch);
	bs_arena_free(&arena);
}

/* Today is a Thursday. */
static inline brad_status parse(const char *text, bool any, bool plain, struct bs_query *query)
{
	struct bs_query_manner manner = {.any = any, .plain_words = plain, .today = {2022, 1, 13}};
	return bs_query_parse(&arena, &scratch, stemmer, text, &manner, query, &error);
}

#endif
