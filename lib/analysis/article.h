/* article.h - what is an article while it is analysed, and in which order do the passes run?
 *
 * article.c calls each pass once, in the order below.  A pass reads what those
 * before it wrote and adds its own part.  What stays lies on the article's arena,
 * what only the pass needs on its scratch.  Passes are pure functions of the text:
 * no input or output, no memory but the arena (which jumps out when it ends), no
 * global state, and time linear in the text.
 *
 *   token      text -> tokens
 *   paragraph  tokens -> paragraphs with their roles (title, body, furniture)
 *   sentence   paragraphs -> sentences
 *   published  header lines, furniture -> the day of publication
 *   timex      sentences, the day -> expressions of time
 *   inferred   expressions of time -> bounds of the day, if that is not given
 *   name       sentences -> mentions of people and bodies, and who is who
 *   quote      sentences, mentions -> quotations with their cues and mentions
 *   speaker    quotations -> their speakers, by the fullest name
 *   article    quotations -> the speakers of each sentence
 *   quote_join quotations that go on in the next paragraph -> one of several pieces */
#ifndef BS_ARTICLE_H
#define BS_ARTICLE_H

#include "analysis/token.h"
#include "base/arena.h"

#include <bradsearch.h>

/* Changes whenever the analysis gives other answers, so that an index tells. */
enum { BS_ANALYSIS_VERSION = 8 };

/* A paragraph: a line, or several that belong together.  Tokens [first, last). */
struct bs_paragraph {
	uint32_t first, last;
	uint32_t first_mark; /* where its own begin in tokens.marks */
	brad_role role;
	bool interrupts; /* a heading, pull quote or link between two paragraphs of a quotation */
	bool marked;     /* holds a mark that may be one of quotation */
};

/* The tokens of sentence i of article->sentences. */
struct bs_sentence_tokens {
	uint32_t first, last; /* [first, last) */
	uint32_t paragraph;
	bool headline; /* most of its words begin with capitals */
};

enum bs_mention_kind {
	BS_PERSON, /* "Susan Hinchcliffe", "Mr Davies", "Cllr Green" */
	BS_BODY,   /* an organisation, document or group: "Ofsted", "the report", "inspectors",
	              * "a Council spokesman" */
	BS_PRONOUN /* he, she, they, it, who ... */
};

enum bs_gender { BS_GENDER_UNKNOWN, BS_MALE, BS_FEMALE, BS_NEUTER };

/* A stretch of tokens that names somebody, titles before the name included. */
struct bs_mention {
	uint32_t first, last; /* tokens [first, last) */
	uint32_t sentence;
	uint32_t entity; /* who that is: an index of entities; BS_NOBODY for a pronoun */
	uint8_t kind;    /* enum bs_mention_kind */
	uint8_t gender;  /* enum bs_gender */
	bool plural;
	bool quoted;  /* inside quotation marks, as far as the marks tell */
	bool subject; /* stands where a subject stands: no preposition or verb right before it */
};

/* Somebody or something that the article speaks of. */
struct bs_entity {
	const char *name; /* the fullest form, without titles: "Susan Hinchcliffe" */
	const char *role; /* as the article gives it: "Leader of Bradford Council"; NULL for none */
	uint32_t first_mention, mentions;
	uint32_t speaks; /* quotations that name it as their speaker */
	uint8_t kind, gender;
	bool plural;
	bool named; /* by a name; else by a description: "Council spokesman" */
};

#define BS_NOBODY UINT32_MAX

/* A quotation before its speaker is known.  Its public half is in
 * article->quotes at the same place, until the speakers are found. */
struct bs_attribution {
	uint32_t first, last; /* tokens of the whole, [first, last) */
	uint32_t cue;         /* the token that is the cue's head; BS_NOBODY for none */
	uint32_t mentions[4]; /* of the speakers, indexes of mentions */
	uint32_t mention_count;
	/* The quotation it goes on from, in an earlier paragraph; BS_NOBODY. */
	uint32_t carried_from;
	bool guess;   /* too unlikely to have been said */
	bool unnamed; /* whoever said it is called by words that are no name */
};

struct bs_article {
	struct bs_arena arena;
	struct bs_arena scratch; /* what a pass needs for itself: cleared after it */

	brad_document document; /* its strings on the arena; text ends with a NUL */
	const char *title;
	brad_date date;
	brad_date_from date_from;
	brad_date not_before, not_after; /* bounds of a date that is inferred; year 0: open */

	struct bs_tokens tokens;

	struct bs_paragraph *paragraphs;
	size_t paragraph_count;

	brad_sentence *sentences;
	struct bs_sentence_tokens *sentence_tokens;
	size_t sentence_count;

	brad_timex *timexes; /* in order; the sentences point into it */
	size_t timex_count;

	struct bs_mention *mentions; /* in order of the text */
	size_t mention_count;
	struct bs_entity *entities;
	size_t entity_count;

	brad_quote *quotes;                  /* in order of their starts */
	struct bs_attribution *attributions; /* NULL once the quotations are joined */
	size_t quote_count;
};

/* The public type is this one. */
struct brad_article {
	struct bs_article a;
};

void bs_find_paragraphs(struct bs_article *article);
void bs_find_sentences(struct bs_article *article);
void bs_find_published(struct bs_article *article);
void bs_find_timexes(struct bs_article *article);
void bs_infer_date(struct bs_article *article);
void bs_find_mentions(struct bs_article *article);
void bs_find_quotes(struct bs_article *article);
void bs_find_speakers(struct bs_article *article);
void bs_join_quotes(struct bs_article *article);

/* Gives each sentence the timexes that begin in it. */
void bs_share_out_timexes(struct bs_article *article);

/* Can a document be analysed?  Its strings are UTF-8, its text has no NUL, its date exists. */
brad_status bs_document_check(const brad_document *document, brad_error *err);

/* An empty article with an arena, for what is read back from an index; NULL if memory runs out. */
struct brad_article *bs_article_new(void);

#endif
