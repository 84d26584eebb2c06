#include "search/query_scan.h"

#include "base/error.h"
#include "base/utf8.h"

#include <string.h>

enum { MOST_WORDS = 1000 };

brad_status bs_query_fail(const struct bs_query_scan *s, size_t offset, const char *message)
{
	bs_fail(s->err, BRAD_EQUERY, "%s", message);
	if (s->err) s->err->offset = offset;
	return BRAD_EQUERY;
}

/* ---- Tokens ------------------------------------------------------------- */

static bool is_double_mark(uint32_t c)
{
	return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E;
}

static uint32_t character_at(const struct bs_query_scan *s, size_t at, size_t *n)
{
	*n = 0;
	return at < s->length ? bs_utf8_at(s->text, at, s->length, n) : ' ';
}

static bool ends_chunk(const struct bs_query_scan *s, uint32_t c)
{
	return bs_is_space(c) || (!s->plain && (c == '(' || c == ')' || is_double_mark(c)));
}

static bool is_text(const struct bs_query_scan *s, const char *word)
{
	size_t n = strlen(word);
	return s->span.end - s->span.start == n && memcmp(s->text + s->span.start, word, n) == 0;
}

/* A minus is an operator where a word, a phrase or a bracket follows at once. */
static bool is_minus(const struct bs_query_scan *s, size_t at)
{
	size_t n;
	uint32_t after = character_at(s, at + 1, &n);
	return s->text[at] == '-' && after != '-' && after != ')' && !bs_is_space(after);
}

void bs_query_advance(struct bs_query_scan *s)
{
	size_t n, at = s->span.end;
	while (at < s->length && bs_is_space(character_at(s, at, &n))) at += n;
	s->span = (brad_span){at, at};
	if (at == s->length) {
		s->token = BS_QUERY_END;
		return;
	}
	uint32_t c = character_at(s, at, &n);
	s->span.end = at + n;
	if (!s->plain && c == '(')
		s->token = BS_QUERY_OPEN;
	else if (!s->plain && c == ')')
		s->token = BS_QUERY_CLOSE;
	else if (!s->plain && is_double_mark(c))
		s->token = BS_QUERY_MARK;
	else if (!s->plain && is_minus(s, at))
		s->token = BS_QUERY_MINUS;
	else {
		while (s->span.end < s->length && !ends_chunk(s, character_at(s, s->span.end, &n)))
			s->span.end += n;
		s->token = s->plain            ? BS_QUERY_CHUNK
			   : is_text(s, "OR")  ? BS_QUERY_OR
			   : is_text(s, "AND") ? BS_QUERY_AND
			   : is_text(s, "NOT") ? BS_QUERY_NOT
					       : BS_QUERY_CHUNK;
	}
}

/* ---- Words -------------------------------------------------------------- */

static bool has_character(const struct bs_query_scan *s, brad_span span, bool (*is)(uint32_t))
{
	for (size_t at = span.start, n; at < span.end; at += n)
		if (is(character_at(s, at, &n))) return true;
	return false;
}

static brad_status read_words(struct bs_query_scan *s, struct bs_arena *arena,
			      struct bs_query_scratch *scratch, struct xc_stemmer *stemmer)
{
	struct bs_text_word word;
	bs_buffer_clear(&scratch->scan.form);
	scratch->scan = (struct bs_words_scan){s->text, 0, s->length, false, scratch->scan.form};
	while (bs_words_next(&scratch->scan, &word)) {
		if (s->word_count == MOST_WORDS)
			return bs_query_fail(s, word.span.start,
					     "the query has more than 1000 words");
		brad_status status =
			xc_stem(stemmer, word.form, word.length, &scratch->stem, s->err);
		if (status != BRAD_OK) return status;
		struct bs_query_word *w = BS_PUSH(arena, s->words, s->word_count);
		w->span = word.span;
		w->form = bs_arena_copy(arena, word.form, word.length);
		w->form_length = word.length;
		w->stem = bs_arena_copy(arena, scratch->stem.bytes, scratch->stem.length);
		w->stem_length = scratch->stem.length;
	}
	return scratch->scan.form.failed ? bs_no_memory(s->err) : BRAD_OK;
}

static bool is_operator(const struct bs_query_scan *s, const struct bs_query_word *w)
{
	size_t n = w->span.end - w->span.start;
	const char *text = s->text + w->span.start;
	return !s->plain &&
	       ((n == 2 && memcmp(text, "OR", 2) == 0) || (n == 3 && memcmp(text, "AND", 3) == 0) ||
		(n == 3 && memcmp(text, "NOT", 3) == 0));
}

/* Stop words have postings only where they have a capital within a sentence.
 * So "Will" and "WHO" ask for those, but not where the capital tells nothing:
 * at the start of the query (unless all of the word is capitals), in a query
 * that is all in capitals, and in "I". */
static void decide_stop_words(struct bs_query_scan *s)
{
	bool lower = has_character(s, (brad_span){0, s->length}, bs_is_lower);
	size_t words = 0, others = 0;
	for (size_t i = 0; i < s->word_count; i++) {
		const struct bs_query_word *w = &s->words[i];
		if (is_operator(s, w)) continue;
		words++;
		others += !bs_is_stop_word(w->form, w->form_length);
	}
	bool tells = lower || words == 1 || others == 0;
	for (size_t i = 0; i < s->word_count; i++) {
		struct bs_query_word *w = &s->words[i];
		bool stop = bs_is_stop_word(w->form, w->form_length);
		bool capital = tells && w->form_length > 1 &&
			       has_character(s, w->span, bs_is_upper) &&
			       (i > 0 || !has_character(s, w->span, bs_is_lower));
		w->posted = (!stop || capital) && w->stem_length <= XC_LONGEST_TERM;
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

size_t bs_query_find_mark(const struct bs_query_scan *s, size_t from, size_t *n)
{
	while (from < s->length && !is_double_mark(character_at(s, from, n))) from += *n;
	return from;
}

brad_status bs_query_scan_begin(struct bs_query_scan *s, struct bs_arena *arena,
				struct bs_query_scratch *scratch, struct xc_stemmer *stemmer)
{
	size_t bad = bs_utf8_check(s->text, s->length);
	if (bad < s->length) return bs_query_fail(s, bad, "the query is not valid UTF-8 here");
	brad_status status = read_words(s, arena, scratch, stemmer);
	if (status != BRAD_OK) return status;
	decide_stop_words(s);
	bs_query_advance(s);
	return BRAD_OK;
}
