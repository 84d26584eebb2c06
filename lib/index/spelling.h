/* spelling.h - how is a sentence's text made again from its words?
 *
 * The words of a sentence are kept as folded forms.  What folding lost and what
 * stands between the words is kept as a joint for each word: the bytes before
 * it, and how it is written.  One more joint holds what follows the last word.
 * Most joints are "a blank, and the word as its form has it". */
#ifndef BS_SPELLING_H
#define BS_SPELLING_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The joint of most words. */
#define BS_PLAIN_JOINT "l "

/* Replaces out with the joint of a word that is written as `word` and has a
 * form, behind some bytes; of no word (NULL), with the joint that ends a text. */
void bs_joint_make(const char *before, size_t before_length, const char *word, size_t word_length,
		   const char *form, size_t form_length, struct bs_buffer *out);

/* A text that is being made again, into memory that holds `room` bytes. */
struct bs_spelling {
	char *text;
	size_t length, room;
	size_t word; /* where the last word begins */
};

/* Adds what a joint tells, with the form of its word; false if it does not fit,
 * or is none. */
bool bs_joint_apply(struct bs_spelling *s, const char *joint, size_t length, const char *form,
		    size_t form_length);

/* Is it a joint that ends a text? */
static inline bool bs_joint_is_last(const char *joint)
{
	return *joint == '.';
}

#endif
