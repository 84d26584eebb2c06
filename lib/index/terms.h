/* terms.h - which words of a text are indexed, and as what?  The one answer for writer and query alike.
 *
 * A word is a run of letters and digits, with apostrophes inside (children’s)
 * and points and commas inside numbers (1,365); capitals with points between
 * (U.S.) are one word without them.  Its form is the word folded: lower case,
 * no accents, ’ as '.  Its term is the stem of the form (terms hold stems
 * as they are, without a prefix: lower case never collides with prefixes).
 *
 * Stop words - a few dozen of the most frequent - have forms but no postings
 * where they are in lower case, or begin a sentence with a capital: "Will"
 * elsewhere, and "IT", "US" and "WHO" anywhere, do have them.  "may", "no" and
 * "not" are none.
 *
 * Boolean terms carry Omega's prefixes, so that its tools and ours agree:
 * A a speaker, folded; D a day, YYYYMMDD; Q an article's id, on its first document. */
#ifndef BS_TERMS_H
#define BS_TERMS_H

#include "base/buffer.h"

#include <bradsearch.h>

struct bs_words_scan {
	const char *text;
	size_t at, length;
	bool began; /* a word was found already */
	struct bs_buffer form;
};

/* A word of a text; form is lent until the next call. */
struct bs_text_word {
	brad_span span;
	const char *form;
	size_t length;
	bool stop; /* has no postings here */
};

/* Begins a scan of another text; scan->form is all zero, or of the scan before. */
void bs_words_begin(struct bs_words_scan *scan, const char *text);

/* Begins with scan = {text, 0, length, false, {0}}.  Returns false after the
 * last word, or when memory ends (scan->form.failed).  Free scan->form. */
bool bs_words_next(struct bs_words_scan *scan, struct bs_text_word *out);

/* The same in two steps, for who knows many words by how they are written: first
 * where the next word is, then its form into scan->form.  An empty form means
 * that there is no word after all.  Both depend on the bytes of the word alone. */
bool bs_words_find(struct bs_words_scan *scan, brad_span *span);
void bs_words_fold(struct bs_words_scan *scan, brad_span span);

/* Has a word no postings where it stands?  form is its form; first: it begins its text. */
bool bs_is_stop_there(const char *word, size_t word_length, const char *form, size_t length,
		      bool first);

/* Is a form a stop word where its capitals do not tell? */
bool bs_is_stop_word(const char *form, size_t length);

/* The boolean term of a prefix and a value: the value cut and hashed if too long for Xapian. */
void bs_boolean_term(const char *prefix, const char *value, struct bs_buffer *out);

/* That of a speaker; check out->failed. */
void bs_speaker_term(const char *name, struct bs_buffer *out);

#endif
