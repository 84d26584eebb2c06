/* token_plain.h - how are runs of plain words read, which are most of a text?
 *
 * A plain word is of ASCII letters, at most BS_MOST_LETTERS.  A bit for each byte of the text ahead
 * tells at one look how long it is, with no branch for each letter. */
#ifndef BS_TOKEN_PLAIN_H
#define BS_TOKEN_PLAIN_H

#include "analysis/token.h"

/* What a byte may begin or go on with, for ASCII told by a look at a table. */
enum { BS_LETTER = 1, BS_DIGIT = 2, BS_WHITE = 4, BS_APOSTROPHE = 8, BS_BEYOND = 16 };
extern const unsigned char bs_byte_classes[256];

static inline unsigned bs_byte_class(char byte)
{
	return bs_byte_classes[(unsigned char)byte];
}

enum { BS_AHEAD = 4096 };

/* A stretch of the text ahead, with a bit for each byte: is it an ASCII letter? */
struct bs_ahead {
	const char *text;
	size_t end;        /* of the text */
	size_t from, stop; /* a plain word that begins in [from, stop) ends among the bits */
	uint16_t letters[BS_AHEAD / 16 + 4];
};

/* Makes tokens of the word at `at`, which has these flags, and of those behind it with one blank
 * before each, while they are plain; at most `most`.  Returns how many. */
size_t bs_plain_words(struct bs_ahead *ahead, size_t at, uint8_t flags, struct bs_token *tokens,
		      size_t most);

#endif
