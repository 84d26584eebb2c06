/* candidate.h - what does a phrase tell about whom it names, before it is known who that is?
 *
 * phrase.c takes the sentences apart into candidates, entity.c finds out which
 * of them are one and the same, and drops those that turn out to name nobody. */
#ifndef BS_CANDIDATE_H
#define BS_CANDIDATE_H

#include "analysis/article.h"

enum bs_form {
	BS_FORM_NAME, /* "Susan Hinchcliffe", "Ofsted", "Department for Education" */
	BS_FORM_NOUN, /* "a Council spokesman", "inspectors" */
	BS_FORM_PRONOUN
};

struct bs_candidate {
	uint32_t first, last;           /* the tokens of the whole */
	uint32_t name_first, name_last; /* without titles, or without its determiner */
	uint32_t role_first, role_last; /* an office named beside it; empty for none */
	uint32_t head;                  /* the token of the noun that says what it is */
	uint32_t sentence;
	uint32_t same_as; /* the candidate that it stands in apposition to, or BS_NOBODY */
	uint8_t form, kind, gender;
	bool plural;
	bool quoted, subject; /* see struct bs_mention */
	bool definite;        /* "the council", "his lawyer" */
	bool certain;         /* a title, a given name or its last word tell the kind */
	bool doubtful;  /* a lone word whose capital the start of the sentence may account for */
	bool weak_role; /* letters after the name, or a constituency: any other role is better */
};

struct bs_candidates {
	struct bs_candidate *at;
	size_t count;
};

void bs_find_candidates(struct bs_article *article, struct bs_candidates *out);
void bs_find_entities(struct bs_article *article, struct bs_candidates *candidates);

/* The class that speaker_noun.txt gives a token; 0 for none. */
static inline int bs_noun_class(const struct bs_token *token)
{
	return bs_word_value(token->word, BS_LIST_SPEAKER_NOUN);
}

#endif
