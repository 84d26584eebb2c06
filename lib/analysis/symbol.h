/* symbol.h - is this the same word or phrase as before?  Each folded text of an article gets a number. */
#ifndef BS_SYMBOL_H
#define BS_SYMBOL_H

#include "analysis/article.h"

/* A folded word or phrase, and who was last called by it: an entity + 1, 0 for nobody. */
struct bs_symbol {
	const char *text; /* with 0 behind it up to a whole eight of bytes */
	uint64_t hash;
	uint32_t length, next; /* next of the same slot */
	uint32_t by_last;      /* the newest whose name ends in it */
	uint32_t by_first;     /* ... begins with it */
	uint32_t by_head;      /* ... whose noun or office it is, by the last mention */
	uint32_t by_phrase;    /* ... that has just this description, alias or acronym */
	bool seen_inside;      /* in capitals where no sentence begins */
	bool begins_name;      /* the first word of a person's name of several words */
};

/* All zero but for the article is empty. */
struct bs_symbols {
	struct bs_article *article;
	struct bs_symbol *at; /* at[0] is none */
	size_t count;
	uint32_t *slots, slot_count; /* a power of two */
	uint32_t *of_token;          /* the numbers of single tokens, once they were asked for */
	char *fold;                  /* room to fold a phrase in */
	size_t fold_room;
};

/* The number of a folded text. */
uint32_t bs_text_symbol(struct bs_symbols *symbols, const char *text, size_t length);

/* The number of tokens [first, last), folded, without 's at their end. */
uint32_t bs_tokens_symbol(struct bs_symbols *symbols, uint32_t first, uint32_t last);

/* Their text as it stands, white space as single blanks, without 's at its end. */
char *bs_copy_tokens(const struct bs_symbols *symbols, uint32_t first, uint32_t last);

#endif
