/* query_scan.h - which words and operators does a query hold, and where?  The words are found as those of a text are. */
#ifndef BS_QUERY_SCAN_H
#define BS_QUERY_SCAN_H

#include "search/query.h"

enum bs_query_token {
	BS_QUERY_END,
	BS_QUERY_OPEN,
	BS_QUERY_CLOSE,
	BS_QUERY_MARK, /* a double quotation mark */
	BS_QUERY_MINUS,
	BS_QUERY_OR,
	BS_QUERY_AND,
	BS_QUERY_NOT,
	BS_QUERY_CHUNK /* what stands between blanks and the others: words, or marks */
};

struct bs_query_scan {
	const char *text;
	size_t length;
	bool plain; /* all is chunks */
	brad_error *err;

	struct bs_query_word *words; /* operators among them */
	size_t word_count, next_word;

	enum bs_query_token token; /* the one that stands at span */
	brad_span span;
};

/* Finds the words, and the first token. */
brad_status bs_query_scan_begin(struct bs_query_scan *s, struct bs_arena *arena,
				struct bs_query_scratch *scratch, struct xc_stemmer *stemmer);

/* Goes on to the next token. */
void bs_query_advance(struct bs_query_scan *s);

/* Where the next double quotation mark is, and its length in *n; s->length if there is none. */
size_t bs_query_find_mark(const struct bs_query_scan *s, size_t from, size_t *n);

/* Takes the words that begin within a span, which is behind the one taken before. */
const struct bs_query_word *bs_query_take_words(struct bs_query_scan *s, brad_span span,
						size_t *count);

/* BRAD_EQUERY, of a byte of the query. */
brad_status bs_query_fail(const struct bs_query_scan *s, size_t offset, const char *message);

#endif
