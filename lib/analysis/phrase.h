/* phrase.h - which words of a sentence belong to one name or description?
 *
 *   phrase_word    what a single word or mark is here
 *   phrase_end     where a phrase ends
 *   phrase_name    a phrase's name, its kind, and the candidate made of it
 *   phrase_office  titles and offices before and after a name
 *   phrase         a sentence, phrase by phrase */
#ifndef BS_PHRASE_H
#define BS_PHRASE_H

#include "analysis/candidate.h"

#include <string.h>

/* The reading of one sentence after another. */
struct bs_scan {
	struct bs_article *article;
	const struct bs_token *t; /* the article's tokens */
	struct bs_candidates *out;
	uint32_t sentence, first, last; /* the sentence and its tokens */
	const uint32_t *mark;           /* the first that was not looked at for quotation */
	bool quoted;                    /* are we inside one there? */
	bool headline; /* its words begin with capitals, so that these tell little */
	uint32_t apposed_from, apposed_last; /* an office that follows a name, */
	uint32_t apposed_to;                 /* and the candidate whose it is */
};

/* The letter that grammar_word.txt gives a token; 0 for none. */
static inline int bs_grammar(const struct bs_token *t)
{
	return bs_word_value(t->word, BS_LIST_GRAMMAR_WORD);
}

static inline bool bs_is_capital(const struct bs_token *t)
{
	return t->flags & BS_CAPITAL;
}

/* Is a class of speaker_noun.txt one of people? */
static inline bool bs_is_person_noun(int class)
{
	return class == 'p' || class == 'm' || class == 'f' || class == 'g';
}

/* Does the token end so, in ASCII letters of that case? */
static inline bool bs_ends_in(const struct bs_scan *s, const struct bs_token *t, const char *ending)
{
	size_t n = strlen(ending);
	return t->end - t->start > n + 1 &&
	       memcmp(s->article->document.text + t->end - n, ending, n) == 0;
}

/* Is token i this word, given in lower case? */
static inline bool bs_is_text(const struct bs_scan *s, uint32_t i, const char *word)
{
	return i < s->last && bs_token_text(&s->t[i], s->article->document.text, word);
}

/* "of" or "for": what joins a noun with the rest of its name. */
static inline bool bs_is_of(const struct bs_scan *s, uint32_t i)
{
	return bs_is_text(s, i, "of") || bs_is_text(s, i, "for");
}

bool bs_is_verb(const struct bs_scan *s, uint32_t i);
bool bs_is_first_word(const struct bs_scan *s, uint32_t i);
bool bs_joins(const struct bs_scan *s, uint32_t i);
/* "B [and] Q", "Hartley [and] Sons": does token i join what is the name of one firm? */
bool bs_names_firm(const struct bs_scan *s, uint32_t i);
/* "the Mail [on] Sunday": does token i join the name of a newspaper? */
bool bs_is_on_sunday(const struct bs_scan *s, uint32_t i);
/* Is this verb of saying one here, though it may be a noun elsewhere: "The Bakery Trust [estimates]
 * that"? */
bool bs_is_said_here(const struct bs_scan *s, uint32_t i);

static inline bool bs_is_verb_of_saying(const struct bs_scan *s, uint32_t i)
{
	return bs_word_value(s->t[i].word, BS_LIST_CUE_SAY) && bs_is_said_here(s, i);
}

static inline uint32_t bs_skip_determiner(const struct bs_scan *s, uint32_t i)
{
	while (i < s->last && bs_grammar(&s->t[i]) == 'd') i++;
	return i;
}

/* Is it a later part of a compound, such as "moon" in Ban Ki-moon? */
static inline bool bs_is_compound_part(const struct bs_scan *s, uint32_t i)
{
	return i > s->first + 1 && s->t[i - 1].kind == BS_MARK && s->t[i - 1].value != '.' &&
	       !(s->t[i].flags & BS_SPACE) && bs_joins(s, i - 1);
}

/* Where the phrase ends that begins at `from`, which is behind its determiner if it has one. */
uint32_t bs_phrase_end(const struct bs_scan *s, uint32_t from, bool determined);

/* Does token i tell whose the person behind it is: "The University of Selby['s] Professor Ann Bell", not
 * "Head of Children['s] Services"? */
bool bs_is_owner(const struct bs_scan *s, uint32_t i);

/* Where the name begins in [from, end), behind titles and offices. */
uint32_t bs_name_start(const struct bs_scan *s, uint32_t from, uint32_t end);

/* Makes a candidate of a name in [from, end), with its titles from `first` on, or of a noun phrase
 * in [first, end) with its head; each returns where reading goes on. */
uint32_t bs_emit_name(struct bs_scan *s, uint32_t first, uint32_t from, uint32_t end);
uint32_t bs_emit_noun(struct bs_scan *s, uint32_t first, uint32_t from, uint32_t head,
		      uint32_t end);
struct bs_candidate *bs_push_candidate(struct bs_scan *s, uint32_t first, uint32_t last);
uint8_t bs_gender_of(int letter); /* of the letters of the word lists */

/* Offices beside the name of candidate `index`. */
void bs_read_titles(struct bs_scan *s, struct bs_candidate *c, uint32_t from, uint32_t start);
uint32_t bs_read_after_name(struct bs_scan *s, uint32_t index, uint32_t at);
void bs_join_noun_before(struct bs_scan *s, uint32_t index);
void bs_share_role(struct bs_scan *s, uint32_t index);
void bs_take_office_before(struct bs_scan *s, uint32_t index);

#endif
