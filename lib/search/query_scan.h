/* query_scan.h - which words, operators and fields does a query hold, and where?  The words are found as those of a text are. */
#ifndef BS_QUERY_SCAN_H
#define BS_QUERY_SCAN_H

#include "search/query.h"

enum bs_query_token_kind {
	BS_QUERY_END,
	BS_QUERY_OPEN,
	BS_QUERY_CLOSE,
	BS_QUERY_MINUS,
	BS_QUERY_OR,
	BS_QUERY_AND,
	BS_QUERY_NOT,
	BS_QUERY_PHRASE, /* in its marks, with ~ and a number if they follow */
	BS_QUERY_FIELD,  /* with its values */
	BS_QUERY_WITHIN, /* article:( */
	BS_QUERY_CHUNK   /* what stands between blanks and the others: words, or marks */
};

struct bs_query_token {
	enum bs_query_token_kind kind;
	brad_span span;
	brad_span inside;  /* of a phrase: what stands between its marks */
	uint32_t distance; /* of a phrase: the number; 0 for none */
	enum bs_field field;
	struct bs_field_values values;
};

struct bs_query_scan {
	const char *text;
	size_t length;
	const struct bs_query_manner *manner;
	struct bs_arena *arena;
	struct bs_query_scratch *scratch;
	brad_error *err;

	struct bs_query_token *tokens; /* the last is BS_QUERY_END */
	size_t token_count;
	struct bs_query_word *words; /* operators among them, but none of fields */
	size_t word_count, next_word;
	size_t value_count; /* of fields */
};

/* Finds the tokens and the words. */
brad_status bs_query_scan(struct bs_query_scan *s, struct xc_stemmer *stemmer);

/* Takes the words that begin within a span, which goes forward through the query. */
const struct bs_query_word *bs_query_take_words(struct bs_query_scan *s, brad_span span,
						size_t *count);

brad_status bs_query_fail(const struct bs_query_scan *s, size_t offset, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* ---- For the files that make it ------------------------------------------ */

/* The character at a byte, a blank behind the end; *n is its length. */
uint32_t bs_query_character(const struct bs_query_scan *s, size_t at, size_t *n);

bool bs_query_is_double_mark(uint32_t c);

/* Is there a quotation mark at `at` with another that closes it?  *inside is
 * told what stands between, *end where the other ends.  A double mark without
 * its other half is an error; single ones are apostrophes then. */
brad_status bs_query_marks(const struct bs_query_scan *s, size_t at, bool *found, brad_span *inside,
			   size_t *end);

/* Reads a field at `at`, if one is there: its token, or that of "article:(". */
brad_status bs_query_field(struct bs_query_scan *s, size_t at, bool *found,
			   struct bs_query_token *out);

#endif
