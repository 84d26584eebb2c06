/* entity.h - who is known in the article so far, and by which words? */
#ifndef BS_ENTITY_H
#define BS_ENTITY_H

#include "analysis/candidate.h"
#include "analysis/symbol.h"

enum { BS_MOST_NAME_WORDS = 8 };

/* What is known of article->entities[i] beside it. */
struct bs_known_person {
	uint32_t words[BS_MOST_NAME_WORDS], word_count;
	uint32_t next_last, next_first; /* older ones that share a word, + 1 */
	uint32_t mentions;
	uint32_t first_token; /* of the first mention of the name */
	bool certain, weak_role, capitals;
	bool style; /* the name shown has a title: "Prince Harry" */
	bool given; /* begins with a given name */
	bool human; /* a role, a title, a surname alone: not a thing that is written in capitals */
};

struct bs_known {
	struct bs_article *article;
	struct bs_symbols symbols;
	struct bs_known_person *people; /* beside article->entities */
};

/* The words of a candidate's name, as symbols; a compound such as Smith-Jones is one.  Returns how
 * many; there is room for BS_MOST_NAME_WORDS. */
uint32_t bs_read_words(struct bs_known *known, const struct bs_candidate *c, uint32_t *words);

/* Whom does a name mean?  Of those who share its last (or, if `first_name`, its first) word, the
 * one who agrees in gender and is mentioned most so far, or else first; BS_NOBODY if there is none. */
uint32_t bs_look_up_name(const struct bs_known *known, const uint32_t *words, uint32_t n,
			 uint8_t gender, bool first_name);

/* Makes a new entity of a candidate; returns its number. */
uint32_t bs_add_entity(struct bs_known *known, const struct bs_candidate *c);

/* From here on an entity is found by its name of n words; by the initials of a body's name;
 * by the noun at a token ("the leader"); by the words of tokens [first, last) ("the Labour leader"). */
void bs_index_name(struct bs_known *known, uint32_t entity, const uint32_t *words, uint32_t n);
void bs_index_initials(struct bs_known *known, uint32_t entity, const struct bs_candidate *c);
void bs_note_head(struct bs_known *known, uint32_t entity, uint32_t token);
void bs_note_phrase(struct bs_known *known, uint32_t entity, uint32_t first, uint32_t last);

/* Shows the entity by the candidate's name, which has these n words, if that is a better one: longer,
 * or with a title that is part of it (entity_name.c). */
void bs_take_name(struct bs_known *known, uint32_t entity, const struct bs_candidate *c,
		  const uint32_t *words, uint32_t n);

/* ---- Words that lead a name (entity_lead.c) ------------------------------------ */

/* May the token have its capital only from its place, at the start of a sentence or behind a mark? */
bool bs_opens_sentence(const struct bs_article *article, uint32_t token);

/* "Clairvoyant Joan Bell said", "playing at the Open Joan Bell said", "Thankfully Joan left", where the
 * article has Joan Bell, or Joan, elsewhere: is the first word no part of the name? */
bool bs_is_led_by_noun(struct bs_known *known, const struct bs_candidate *c);

/* ---- By half a name (entity_half.c) ------------------------------------------- */

/* Is the first word of a candidate's name in the list of given names? */
static inline bool bs_is_given(const struct bs_known *known, const struct bs_candidate *c)
{
	return bs_token_is(&known->article->tokens.at[c->name_first], BS_LIST_GIVEN);
}

/* Each returns the person of two names or more whom one of them means; BS_NOBODY if there is none. */

/* "Brionna Tolley opened it. Brionna said": the first half of a name of two words that stands
 * before, though no list has it among given names. */
uint32_t bs_find_first_name(const struct bs_known *known, const struct bs_candidate *c,
			    uint32_t word);
/* "Katy Perry sang. Perry said": a surname that is a given name too, and a man's. */
uint32_t bs_find_given_surname(const struct bs_known *known, const struct bs_candidate *c,
			       const uint32_t *words);
/* "Joan Baker spoke. Baker said", "Guy Marsh spoke. Guy said": a name that is a noun too. */
uint32_t bs_find_half(struct bs_known *known, const struct bs_candidate *c);

/* "A holiday in Bora Bora Joan remembers", where Joan Bell is known: of two whom "Joan" may mean, the one
 * whose name begins so, rather than `last`, which only ends in it; else `last`. */
uint32_t bs_prefer_given(const struct bs_known *known, const struct bs_candidate *c,
			 const uint32_t *words, uint32_t last);

#endif
