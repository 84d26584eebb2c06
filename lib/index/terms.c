#include "index/terms.h"

#include "base/utf8.h"
#include "xapian_c/xapian_c.h"

#include <stdio.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

/* Words that are frequent in English prose and say nothing about a text; sorted. */
static const char *const stop_words[] = {
	"a",     "about", "after", "also",  "an",   "and", "are",  "as",   "at",   "be",
	"been",  "but",   "by",    "for",   "from", "had", "has",  "have", "he",   "her",
	"his",   "i",     "if",    "in",    "into", "is",  "it",   "its",  "more", "of",
	"on",    "or",    "out",   "over",  "said", "she", "than", "that", "the",  "their",
	"there", "they",  "this",  "to",    "up",   "was", "we",   "were", "when", "which",
	"who",   "will",  "with",  "would", "you"};

enum { STOP_WORDS = sizeof stop_words / sizeof *stop_words, LONGEST_STOP_WORD = 5 };

bool bs_is_stop_word(const char *form, size_t length)
{
	size_t low = 0, high = STOP_WORDS;
	if (length > LONGEST_STOP_WORD) return false;
	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = strncmp(form, stop_words[middle], length);
		if (order == 0 && stop_words[middle][length] == '\0') return true;
		if (order > 0)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

static uint32_t character(const struct bs_words_scan *s, size_t at, size_t *n)
{
	*n = 0;
	return at < s->length ? bs_utf8_at(s->text, at, s->length, n) : 0;
}

/* A modifier apostrophe is a letter for Unicode. */
static bool is_word(uint32_t c)
{
	return (bs_is_letter(c) && c != 0x02BC) || bs_is_number(c) ||
	       c == 0xAD; /* a soft hyphen is inside its word */
}

static bool is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019 || c == 0x02BC;
}

/* Does the character at `at` join what is before it to what follows? */
static bool joins(const struct bs_words_scan *s, size_t at, uint32_t before, size_t *n)
{
	size_t m;
	uint32_t c = character(s, at, n);
	if (is_apostrophe(c))
		return bs_is_letter(before) && bs_is_letter(character(s, at + *n, &m));
	if (c == '.' || c == ',')
		return bs_is_digit(before) && bs_is_digit(character(s, at + *n, &m));
	return false;
}

/* Finds capitals with a point after each (U.S.) and returns the end of the last letter; 0 if
 * there are none. */
static size_t abbreviation_end(const struct bs_words_scan *s, size_t at)
{
	size_t n, m, k, letters = 0, end = 0;
	while (bs_is_upper(character(s, at, &n)) && character(s, at + n, &m) == '.') {
		letters++;
		end = at + n;
		at = end + m;
	}
	if (letters && bs_is_upper(character(s, at, &n)) && !is_word(character(s, at + n, &k))) {
		letters++;
		end = at + n;
	}
	return letters > 1 ? end : 0;
}

/* Its points stand behind letters; those of numbers, behind digits. */
static bool is_abbreviation(const char *word, size_t length)
{
	const char *point = memchr(word, '.', length);
	return point && !bs_is_digit((unsigned char)point[-1]);
}

static void fold_into(struct bs_buffer *form, const char *text, size_t length)
{
	char small[260];
	if (length <= 64) {
		bs_buffer_add(form, small, bs_fold(text, length, small));
		return;
	}
	for (size_t at = 0; at < length;) {
		size_t end = at + 60 < length ? at + 60 : length;
		while (end < length && ((unsigned char)text[end] & 0xC0) == 0x80) end++;
		bs_buffer_add(form, small, bs_fold(text + at, end - at, small));
		at = end;
	}
}

/* An abbreviation without its points, soft hyphens left out. */
void bs_words_fold(struct bs_words_scan *s, brad_span span)
{
	bool abbreviation = is_abbreviation(s->text + span.start, span.end - span.start);
	bs_buffer_clear(&s->form);
	if (!abbreviation && !memchr(s->text + span.start, 0xC2, span.end - span.start)) {
		fold_into(&s->form, s->text + span.start, span.end - span.start);
		return;
	}
	for (size_t at = span.start, n; at < span.end; at += n) {
		uint32_t c = character(s, at, &n);
		if (c != 0xAD && !(abbreviation && c == '.')) fold_into(&s->form, s->text + at, n);
	}
}

/* Stop words count as such in lower case; with a capital where a sentence
 * begins too, unless all of the word is capitals. */
bool bs_is_stop_there(const char *word, size_t word_length, const char *form, size_t length,
		      bool first)
{
	size_t capitals = 0;
	if (!bs_is_stop_word(form, length)) return false;
	for (size_t at = 0, n; at < word_length; at += n)
		capitals += bs_is_upper(bs_utf8_at(word, at, word_length, &n));
	return first ? capitals < 2 || capitals < length : capitals == 0;
}

/* Finds the next run of word characters. */
bool bs_words_find(struct bs_words_scan *s, brad_span *span)
{
	size_t n = 0;
	uint32_t c, before = 0;
	while (s->at < s->length && (!is_word(c = character(s, s->at, &n)) || c == 0xAD))
		s->at += n;
	if (s->at >= s->length) return false;
	size_t end = abbreviation_end(s, s->at);
	if (end == 0)
		for (end = s->at; end < s->length; end += n, before = c)
			if (!is_word(c = character(s, end, &n)) && !joins(s, end, before, &n))
				break;
	*span = (brad_span){s->at, end};
	s->at = end;
	return true;
}

void bs_words_begin(struct bs_words_scan *scan, const char *text)
{
	bs_buffer_clear(&scan->form);
	*scan = (struct bs_words_scan){text, 0, strlen(text), false, scan->form};
}

bool bs_words_next(struct bs_words_scan *s, struct bs_text_word *out)
{
	brad_span span;
	do { /* marks alone fold to nothing */
		if (!bs_words_find(s, &span)) return false;
		bs_words_fold(s, span);
		if (s->form.failed) return false;
	} while (s->form.length == 0);
	*out = (struct bs_text_word){span, s->form.bytes, s->form.length,
				     bs_is_stop_there(s->text + span.start, span.end - span.start,
						      s->form.bytes, s->form.length, !s->began)};
	s->began = true;
	return true;
}

void bs_boolean_term(const char *prefix, const char *value, struct bs_buffer *out)
{
	size_t length = strlen(value), room = XC_LONGEST_TERM - strlen(prefix);
	bs_buffer_clear(out);
	bs_buffer_string(out, prefix);
	if (length <= room) {
		bs_buffer_add(out, value, length);
		return;
	}
	char hash[17];
	snprintf(hash, sizeof hash, "%016llx", (unsigned long long)XXH3_64bits(value, length));
	size_t kept = room - 16;
	while (kept > 0 && ((unsigned char)value[kept] & 0xC0) == 0x80) kept--;
	bs_buffer_add(out, value, kept);
	bs_buffer_add(out, hash, 16);
}

void bs_speaker_term(const char *name, struct bs_buffer *out)
{
	struct bs_buffer folded = {0};
	fold_into(&folded, name, strlen(name));
	bs_boolean_term("A", folded.bytes ? folded.bytes : "", out);
	if (folded.failed) out->failed = true;
	bs_buffer_free(&folded);
}
