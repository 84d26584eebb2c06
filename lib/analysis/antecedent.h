/* antecedent.h - how much speaks for it that a pronoun means this one? */
#ifndef BS_ANTECEDENT_H
#define BS_ANTECEDENT_H

#include "analysis/pronoun.h"

/* Somebody whom a pronoun may mean, by the nearest mention before it; one outside quotation marks
 * comes before those inside, unless the pronoun is inside too. */
struct bs_antecedent {
	uint32_t entity;
	uint32_t mention; /* BS_NOBODY for the last speaker, if no mention of his is near */
	uint32_t back;    /* how many of the narrator's sentences lie between the two */
	uint32_t between; /* how many mentions */
	bool quoted;
};

/* What can be seen of it.  tests/quality/antecedents.py learns what each is worth. */
enum bs_antecedent_feature {
	BS_SAME_SENTENCE,
	BS_SENTENCE_BEFORE,
	BS_SENTENCES_BEFORE, /* three or more */
	BS_BETWEEN,          /* mentions between, in doublings */
	BS_SUBJECT,
	BS_QUOTED,         /* the mention is within quotation marks, the pronoun is not */
	BS_SPEAKER,        /* who spoke last */
	BS_SPEAKER_HERE,   /* ... in the pronoun's paragraph */
	BS_SPEAKER_NEAR,   /* ... in the sentence before it, or in its own */
	BS_SPEAKER_FAR,    /* ... more than four sentences before */
	BS_SPEAKER_GENDER, /* ... and whether a man or a woman is not known */
	BS_GENDER,         /* known to be that of the pronoun */
	BS_NAME,           /* of a person */
	BS_DESCRIPTION,    /* of a person, and no name */
	BS_MENTIONS,       /* in the article, in doublings */
	BS_SPEAKS,         /* quotations that name it as their speaker, in doublings */
	BS_OPENS_PARAGRAPH,
	BS_FIRST, /* of the mentions of its sentence */
	BS_SAME_PARAGRAPH,
	BS_PARAGRAPH_BEFORE,
	BS_IN_TITLE,
	BS_UNSEEN,      /* no mention is near */
	BS_DISTANCE,    /* sentences between, in doublings */
	BS_PRONOUNS,    /* such pronouns between, in doublings */
	BS_TOLD,        /* named within quotation marks in the pronoun's paragraph, before it */
	BS_NAMED_AFTER, /* named behind the pronoun in its sentence */
	BS_ANTECEDENT_FEATURES
};

/* Tells what can be seen of it, and what that is worth together: the greatest is meant. */
void bs_see_antecedent(const struct bs_article *article, const struct bs_mention *pronoun,
		       uint32_t mention, const struct bs_antecedent *antecedent,
		       const struct bs_heard *last, uint8_t seen[BS_ANTECEDENT_FEATURES]);
/* Is the sentence in a paragraph that ends without a full stop, or with a bracket: the caption of a
 * picture, or a headline? */
bool bs_is_caption(const struct bs_article *article, uint32_t sentence);

/* The sentence that a token is in. */
uint32_t bs_sentence_of(const struct bs_article *article, uint32_t token);

int bs_weigh_antecedent(const uint8_t seen[BS_ANTECEDENT_FEATURES]);

#endif
