/* token.h - which words, numbers and marks is the text made of?  One pass, one token each, shared by all that follow. */
#ifndef BS_TOKEN_H
#define BS_TOKEN_H

#include "analysis/words.h"
#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum bs_token_kind {
	BS_WORD,   /* letters, with apostrophes inside: children’s, don't, O'Neill */
	BS_NUMBER, /* begins with a digit and goes on with digits and letters: 2018, 31st, 11pm */
	BS_MARK    /* any other single character */
};

enum bs_token_flag {
	BS_SPACE = 1 << 0,      /* white space, or the start of the text, before it */
	BS_LINE = 1 << 1,       /* a line's first token */
	BS_PARAGRAPH = 1 << 2,  /* a line's first token after an empty line, or the text's first */
	BS_CAPITAL = 1 << 3,    /* begins with a capital letter */
	BS_CAPITALS = 1 << 4,   /* two or more letters, all capitals */
	BS_POSSESSIVE = 1 << 5, /* ends in 's, which `word` leaves aside */
	BS_LETTERS = 1 << 6,    /* of a number: letters follow the digits (31st) */
	BS_PLAIN = 1 << 7       /* a word of ASCII letters; most such have it; see token_plain.h */
};

struct bs_token {
	uint32_t start, end; /* bytes of the text */
	/* Of a mark: the character; of a number: its leading digits, if at most 9, else
	 * UINT32_MAX; of a word: its first four letters, see bs_four_letters(). */
	uint32_t value;
	uint16_t word; /* its entry in the word lists, 0 for none; see words.h */
	uint8_t kind, flags;
};

struct bs_tokens {
	struct bs_token *at; /* in order of the text; at[count] is an empty mark at its end */
	size_t count;
	/* Which of them are marks or begin a line, one in seven, and `count` behind the last: where
	 * only these matter, the words between them are skipped. */
	uint32_t *marks;
	size_t mark_count;
};

/* Takes a valid UTF-8 text apart, which has a NUL behind it.  The list lives on the arena. */
void bs_tokenize(struct bs_arena *arena, const char *text, size_t length, struct bs_tokens *out);

/* Is the token a word of this list?  See words.h for the lists. */
static inline bool bs_token_is(const struct bs_token *token, enum bs_word_list list)
{
	return bs_word_is(token->word, list);
}

/* Is it this character? */
static inline bool bs_token_mark(const struct bs_token *token, uint32_t character)
{
	return token->kind == BS_MARK && token->value == character;
}

/* The first four bytes of a folded word, the first the lowest; of a shorter one, 0 behind it. */
static inline uint32_t bs_four_letters(const char *word)
{
	const unsigned char *w = (const unsigned char *)word;
	uint32_t four = w[0];
	if (w[0] && w[1]) {
		four |= (uint32_t)w[1] << 8;
		if (w[2]) four |= (uint32_t)w[2] << 16 | (uint32_t)w[3] << 24;
	}
	return four;
}

/* Is it this word, of which the first four letters were compared? */
bool bs_token_text_whole(const struct bs_token *token, const char *text, const char *word);

/* Is it this word, given in lower case?  Most differ in the first letter. */
static inline bool bs_token_text(const struct bs_token *token, const char *text, const char *word)
{
	if ((unsigned char)token->value != (unsigned char)*word) return false;
	uint32_t four = bs_four_letters(word);
	if (token->value != four || token->kind != BS_WORD) return false;
	return four < 1u << 24 || bs_token_text_whole(token, text, word);
}

#endif
