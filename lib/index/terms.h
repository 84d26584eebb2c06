/* terms.h - which words of a text are indexed, and as which terms?  Writer and query both ask here.
 *
 * A word is a run of letters and digits, with apostrophes inside (children’s)
 * and points and commas inside numbers (1,365); capitals with points between
 * (U.S.) are one word without them.  Its form is the word folded: lower case,
 * no accents, ’ as '.  Its term is the stem of the form (terms hold stems
 * as they are, without a prefix: lower case never collides with prefixes).
 *
 * Stop words, a few dozen of the most frequent words, have forms.  They have no postings
 * where they are in lower case, or have a capital only because they begin a sentence.
 * So "Will" elsewhere has postings, as do "IT", "US" and "WHO" anywhere.  "may", "no" and
 * "not" are not stop words.
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

/* Begins a scan of a text.  scan->form must be all zero, or left from the scan before. */
void bs_words_begin(struct bs_words_scan *scan, const char *text);

/* Stores the next word.  Returns false after the last one, or if memory runs out, which
 * sets scan->form.failed.  Start with bs_words_begin(), or scan = {text, 0, length,
 * false, {0}}.  The caller frees scan->form. */
bool bs_words_next(struct bs_words_scan *scan, struct bs_text_word *out);

/* The same in two steps, for callers that know many words already as they are written:
 * the first finds where the next word is, the second stores its form in scan->form.  An
 * empty form means that it is not a word after all.  The form depends on nothing but the
 * bytes of the word. */
bool bs_words_find(struct bs_words_scan *scan, brad_span *span);
void bs_words_fold(struct bs_words_scan *scan, brad_span span);

/* Does a word have no postings where it stands?  `first` if it begins its text. */
bool bs_is_stop_there(const char *word, size_t word_length, const char *form, size_t length,
		      bool first);

/* Is a form that of a stop word, whatever its capitals? */
bool bs_is_stop_word(const char *form, size_t length);

/* Replaces out with the boolean term of a prefix and a value.  A value that is too long for
 * Xapian is cut, and a hash of it appended. */
void bs_boolean_term(const char *prefix, const char *value, struct bs_buffer *out);

/* The same for a speaker; check out->failed. */
void bs_speaker_term(const char *name, struct bs_buffer *out);

#endif
