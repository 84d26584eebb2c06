#include "search/query_scan.h"

#include "base/error.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MOST_WORDS = 1000, MOST_DISTANCE = 1000, SHORTEST_PREFIX = 2 };

brad_status bs_query_fail(const struct bs_query_scan *s, size_t offset, const char *format, ...)
{
	char message[sizeof s->err->message];
	va_list args;
	va_start(args, format);
	vsnprintf(message, sizeof message, format, args);
	va_end(args);
	bs_fail(s->err, BRAD_EQUERY, "%s", message);
	if (s->err) s->err->offset = offset;
	return BRAD_EQUERY;
}

uint32_t bs_query_character(const struct bs_query_scan *s, size_t at, size_t *n)
{
	*n = 0;
	return at < s->length ? bs_utf8_at(s->text, at, s->length, n) : ' ';
}

/* ---- Tokens ------------------------------------------------------------- */

static bool ends_chunk(const struct bs_query_scan *s, uint32_t c)
{
	if (bs_is_space(c)) return true;
	return !s->manner->plain_words && (c == '(' || c == ')' || bs_query_is_double_mark(c));
}

static bool is_text(const struct bs_query_scan *s, brad_span span, const char *word)
{
	size_t n = strlen(word);
	return span.end - span.start == n && memcmp(s->text + span.start, word, n) == 0;
}

/* A minus is an operator where a word, a phrase or a bracket follows at once. */
static bool is_minus(const struct bs_query_scan *s, size_t at)
{
	size_t n;
	uint32_t after = bs_query_character(s, at + 1, &n);
	return s->text[at] == '-' && after != '-' && after != ')' && !bs_is_space(after);
}

static void read_chunk(const struct bs_query_scan *s, struct bs_query_token *t)
{
	size_t n;
	while (t->span.end < s->length && !ends_chunk(s, bs_query_character(s, t->span.end, &n)))
		t->span.end += n;
	t->kind = s->manner->plain_words       ? BS_QUERY_CHUNK
		  : is_text(s, t->span, "OR")  ? BS_QUERY_OR
		  : is_text(s, t->span, "AND") ? BS_QUERY_AND
		  : is_text(s, t->span, "NOT") ? BS_QUERY_NOT
					       : BS_QUERY_CHUNK;
}

/* The ~ and the number that may follow a phrase. */
static brad_status read_distance(const struct bs_query_scan *s, struct bs_query_token *t)
{
	size_t at = t->span.end, n;
	if (bs_query_character(s, at, &n) != '~') return BRAD_OK;
	for (at++; bs_is_digit(bs_query_character(s, at, &n)); at++)
		if (t->distance <= MOST_DISTANCE)
			t->distance = t->distance * 10 + (uint32_t)(s->text[at] - '0');
	if (t->distance == 0 || t->distance > MOST_DISTANCE ||
	    !ends_chunk(s, bs_query_character(s, at, &n)))
		return bs_query_fail(
			s, t->span.end + 1,
			"expected a number of words from 1 to %d behind ~, as in \"town "
			"bridge\"~5",
			MOST_DISTANCE);
	t->span.end = at;
	return BRAD_OK;
}

/* Reads the token at `at`, where no blank is. */
static brad_status read_token(struct bs_query_scan *s, size_t at, struct bs_query_token *t)
{
	size_t n, end;
	bool found;
	uint32_t c = bs_query_character(s, at, &n);
	*t = (struct bs_query_token){.kind = BS_QUERY_CHUNK, .span = {at, at + n}};
	if (s->manner->plain_words) {
		read_chunk(s, t);
		return BRAD_OK;
	}
	brad_status status = bs_query_marks(s, at, &found, &t->inside, &end);
	if (status == BRAD_OK && found) {
		t->kind = BS_QUERY_PHRASE;
		t->span.end = end;
		return read_distance(s, t);
	}
	if (status == BRAD_OK) status = bs_query_field(s, at, &found, t);
	if (status != BRAD_OK || found) return status;
	if (c == '(')
		t->kind = BS_QUERY_OPEN;
	else if (c == ')')
		t->kind = BS_QUERY_CLOSE;
	else if (is_minus(s, at))
		t->kind = BS_QUERY_MINUS;
	else
		read_chunk(s, t);
	return BRAD_OK;
}

static brad_status read_tokens(struct bs_query_scan *s)
{
	for (size_t at = 0, n;;) {
		while (at < s->length && bs_is_space(bs_query_character(s, at, &n))) at += n;
		struct bs_query_token token = {.kind = BS_QUERY_END, .span = {at, at}};
		brad_status status = at < s->length ? read_token(s, at, &token) : BRAD_OK;
		if (status != BRAD_OK) return status;
		*BS_PUSH(s->arena, s->tokens, s->token_count) = token;
		if (token.kind == BS_QUERY_END) return BRAD_OK;
		at = token.span.end;
	}
}

/* ---- Words -------------------------------------------------------------- */

static bool has_character(const struct bs_query_scan *s, brad_span span, bool (*is)(uint32_t))
{
	for (size_t at = span.start, n; at < span.end; at += n)
		if (is(bs_query_character(s, at, &n))) return true;
	return false;
}

/* Does a field hold the byte at `at`?  *next is the first token that may. */
static bool is_of_field(const struct bs_query_scan *s, size_t at, size_t *next)
{
	while (s->tokens[*next].kind != BS_QUERY_END && s->tokens[*next].span.end <= at) ++*next;
	const struct bs_query_token *t = &s->tokens[*next];
	return (t->kind == BS_QUERY_FIELD || t->kind == BS_QUERY_WITHIN) && t->span.start <= at;
}

/* Is a word an operator?  `t` is the first token that ends behind its beginning. */
static bool is_operator(const struct bs_query_token *t, size_t at)
{
	return (t->kind == BS_QUERY_OR || t->kind == BS_QUERY_AND || t->kind == BS_QUERY_NOT) &&
	       t->span.start <= at;
}

static brad_status add_word(struct bs_query_scan *s, struct xc_stemmer *stemmer,
			    const struct bs_text_word *word, bool operates)
{
	struct bs_buffer *stem = &s->scratch->stem;
	brad_status status = xc_stem(stemmer, word->form, word->length, stem, s->err);
	if (status != BRAD_OK) return status;
	struct bs_query_word *w = BS_PUSH(s->arena, s->words, s->word_count);
	w->span = word->span;
	w->is_operator = operates;
	w->form = bs_arena_copy(s->arena, word->form, word->length);
	w->form_length = word->length;
	w->stem = bs_arena_copy(s->arena, stem->bytes, stem->length);
	w->stem_length = stem->length;
	w->prefix = !s->manner->plain_words && word->span.end < s->length &&
		    s->text[word->span.end] == '*';
	if (w->prefix) w->expansions = bs_arena_alloc(s->arena, sizeof(struct bs_expansion *));
	return BRAD_OK;
}

static brad_status read_words(struct bs_query_scan *s, struct xc_stemmer *stemmer)
{
	struct bs_words_scan *scan = &s->scratch->scan;
	struct bs_text_word word;
	size_t token = 0, count = 0;
	bs_words_begin(scan, s->text);
	while (bs_words_next(scan, &word)) {
		if (is_of_field(s, word.span.start, &token)) continue;
		bool operates = is_operator(&s->tokens[token], word.span.start);
		if (!operates && count++ == MOST_WORDS)
			return bs_query_fail(s, word.span.start, "the query has more than %d words",
					     MOST_WORDS);
		brad_status status = add_word(s, stemmer, &word, operates);
		if (status != BRAD_OK) return status;
	}
	return scan->form.failed ? bs_no_memory(s->err) : BRAD_OK;
}

static size_t count_characters(const char *text)
{
	size_t count = 0;
	for (; *text; text++) count += ((unsigned char)*text & 0xC0) != 0x80;
	return count;
}

/* Each star must end a word of some letters. */
static brad_status check_stars(struct bs_query_scan *s)
{
	size_t word = 0, token = 0, n;
	if (s->manner->plain_words) return BRAD_OK;
	for (const char *star = s->text; (star = strchr(star, '*')); star++) {
		size_t at = (size_t)(star - s->text);
		if (is_of_field(s, at, &token)) continue;
		while (word < s->word_count && s->words[word].span.end < at) word++;
		uint32_t after = bs_query_character(s, at + 1, &n);
		bool ends = word < s->word_count && s->words[word].span.end == at;
		if (!ends || after == '*' || bs_is_letter(after) || bs_is_number(after))
			return bs_query_fail(s, at,
					     "a star stands only at the end of a word, for any "
					     "ending: child*");
		if (count_characters(s->words[word].form) < SHORTEST_PREFIX)
			return bs_query_fail(s, at, "expected %d letters or more before the star",
					     SHORTEST_PREFIX);
	}
	return BRAD_OK;
}

/* Stop words have postings only where they have a capital within a sentence.  So "Will" and
 * "WHO" ask for those, except where the capital means nothing: at the start of the query
 * (unless all letters are capitals), in a query whose words are all in capitals, and in "I". */
static void decide_stop_words(struct bs_query_scan *s)
{
	bool lower = false;
	size_t words = 0, others = 0; /* others: those that might have been in lower case */
	for (size_t i = 0; i < s->word_count; i++) {
		const struct bs_query_word *w = &s->words[i];
		if (w->is_operator) continue;
		words++;
		others += !bs_is_stop_word(w->form, w->form_length) &&
			  has_character(s, w->span, bs_is_upper);
		lower = lower || has_character(s, w->span, bs_is_lower);
	}
	bool tells = lower || words == 1 || others == 0;
	for (size_t i = 0; i < s->word_count; i++) {
		struct bs_query_word *w = &s->words[i];
		bool stop = bs_is_stop_word(w->form, w->form_length);
		bool capital = tells && w->form_length > 1 &&
			       has_character(s, w->span, bs_is_upper) &&
			       (i > 0 || !has_character(s, w->span, bs_is_lower));
		w->posted = (!stop || capital) && !w->prefix && w->stem_length <= XC_LONGEST_TERM;
	}
}

const struct bs_query_word *bs_query_take_words(struct bs_query_scan *s, brad_span span,
						size_t *count)
{
	while (s->next_word < s->word_count && s->words[s->next_word].span.start < span.start)
		s->next_word++;
	size_t first = s->next_word;
	while (s->next_word < s->word_count && s->words[s->next_word].span.start < span.end)
		s->next_word++;
	*count = s->next_word - first;
	return s->words + first;
}

brad_status bs_query_scan(struct bs_query_scan *s, struct xc_stemmer *stemmer)
{
	size_t bad = bs_utf8_check(s->text, s->length);
	if (bad < s->length) return bs_query_fail(s, bad, "the query is not valid UTF-8 here");
	brad_status status = read_tokens(s);
	if (status == BRAD_OK) status = read_words(s, stemmer);
	if (status == BRAD_OK) status = check_stars(s);
	if (status == BRAD_OK) decide_stop_words(s);
	return status;
}
