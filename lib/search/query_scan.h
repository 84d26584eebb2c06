/* query_scan.h - which words, operators and fields are in a query, and where?  Words are found as in a text. */
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
	BS_QUERY_PHRASE, /* with its quotation marks, and with ~ and a number if they follow */
	BS_QUERY_FIELD,  /* with its values */
	BS_QUERY_WITHIN, /* article:( */
	BS_QUERY_CHUNK   /* anything else between blanks: words, or marks */
};

struct bs_query_token {
	enum bs_query_token_kind kind;
	brad_span span;
	brad_span inside;  /* for a phrase: between its quotation marks */
	uint32_t distance; /* for a phrase: the number; 0: none */
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
	struct bs_query_word *words; /* with operators, but without those in fields */
	size_t word_count, next_word;
	size_t value_count; /* of fields */
};

/* Finds the tokens and the words. */
brad_status bs_query_scan(struct bs_query_scan *s, struct xc_stemmer *stemmer);

/* Takes the words that begin within a span.  Spans must go forward from call to call. */
const struct bs_query_word *bs_query_take_words(struct bs_query_scan *s, brad_span span,
						size_t *count);

/* Reports BRAD_EQUERY at a byte of the query, with a message of a printf format. */
brad_status bs_query_fail(const struct bs_query_scan *s, size_t offset, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* ---- For the files that make it ------------------------------------------ */

/* Returns the character at a byte, or a blank at the end; *n is its length. */
uint32_t bs_query_character(const struct bs_query_scan *s, size_t at, size_t *n);

bool bs_query_is_double_mark(uint32_t c);

/* Is there a quotation mark at `at` that another one closes?  Then stores the span between
 * them, and where the second ends.  A double mark that is never closed is an error; a
 * single one is an apostrophe. */
brad_status bs_query_marks(const struct bs_query_scan *s, size_t at, bool *found, brad_span *inside,
			   size_t *end);

/* Reads the field at `at`, if there is one, into a token; "article:(" counts as one. */
brad_status bs_query_field(struct bs_query_scan *s, size_t at, bool *found,
			   struct bs_query_token *out);

#endif
