/* spelling.h - how is a sentence's text made again from its words?
 *
 * The words of a sentence are kept as folded forms.  Each word also has a joint, which
 * keeps the rest: the bytes before the word, and how the word is written where folding
 * changed it.  One more joint holds what follows the last word.  Most joints say "a
 * blank, then the word as its form". */
#ifndef BS_SPELLING_H
#define BS_SPELLING_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The joint of most words. */
#define BS_PLAIN_JOINT "l "

/* Replaces out with the joint of a word that is written as `word`, has this form, and
 * follows the bytes `before`.  If word is NULL, makes the joint that ends a text. */
void bs_joint_make(const char *before, size_t before_length, const char *word, size_t word_length,
		   const char *form, size_t form_length, struct bs_buffer *out);

/* A text that is being made again, in memory of `room` bytes. */
struct bs_spelling {
	char *text;
	size_t length, room;
	size_t word; /* where the last word begins */
};

/* Adds what a joint stands for, given the form of its word.  False if there is no room, or
 * the bytes are not a joint. */
bool bs_joint_apply(struct bs_spelling *s, const char *joint, size_t length, const char *form,
		    size_t form_length);

/* Does this joint end a text? */
static inline bool bs_joint_is_last(const char *joint)
{
	return *joint == '.';
}

#endif
