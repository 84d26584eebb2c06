/* quote.h - what do the parts of the search for quotations share?
 *
 * quote_marks.c   pairs the quotation marks: the stretches between them
 * quote_frame.c   the narrator's sentences, a stretch in marks being one unit
 * quote_phrase.c  whom a noun phrase names
 * quote_source.c  who is the subject of a verb
 * quote_verb.c    is this word here a verb of saying, and whose?
 * quote_before.c  what was said before its verb: “...,” she said
 * quote_tag.c     the same, whatever follows it: “...,” she snarled
 * quote_outer.c   what somebody said, told by another
 * quote_start.c   where what was said begins behind its verb
 * quote_end.c     where it ends
 * quote_object.c  where an object ends: criticised the plan
 * quote_narrator.c  behind a comma, does the narrator go on?
 * quote_according.c  what was said told by a phrase: according to S
 * quote_verdict.c what was said told by a noun: the view of S is that
 * quote_noun.c    the same, of a noun with an owner: S's claim that
 * quote_passive.c  what somebody was asked or told, and what was criticised by S
 * quote_hearsay.c  what nobody is known to have said: it is understood that
 * quote_which.c   a clause about what stands before: which S said was
 * quote_turn.c    whose turn it is in a printed interview
 * quote_cue.c     tries these for each cue of a frame
 * quote.c         puts the quotations together from all of these */
#ifndef BS_QUOTE_H
#define BS_QUOTE_H

#include "analysis/article.h"

#include <string.h>

#define BS_NONE UINT32_MAX

/* What stands between two quotation marks, or from one to its paragraph's end. */
struct bs_marked {
	uint32_t open;        /* its opening mark */
	uint32_t first, last; /* the tokens between the marks */
	uint32_t after;       /* the token after the closing mark */
	uint32_t continues;   /* the unclosed one before that it goes on from, or BS_NONE */
	bool closed, single;
	uint32_t found; /* the quotation that it is part of, or BS_NONE */
};

/* A part of a frame: a token, or a whole stretch in marks. */
struct bs_unit {
	uint64_t lists;     /* of the word: a bit for each list it stands in */
	uint32_t character; /* value of a mark's or word's token; 0 of a number and a stretch:
	                     * what a mark is, or how a word begins */
	uint32_t token;     /* the first */
	uint32_t stretch;   /* BS_NONE if it is a token */
	uint32_t mention;   /* that the token is part of, or BS_NONE */
};

/* A sentence of the narrator: what is between marks does not end it.  Round
 * brackets within it are left out of its units. */
struct bs_frame {
	uint32_t first, last; /* tokens */
	uint32_t paragraph;
	bool headline; /* most of its words begin with capitals */
};

/* Who said it: tokens, and those of them that are known to be mentions. */
struct bs_source {
	uint32_t first, last; /* equal: nobody */
	uint32_t mentions[4];
	uint32_t mention_count;
};

/* A quotation while it is put together. */
struct bs_found {
	struct bs_source source;
	brad_span *pieces; /* of tokens */
	size_t piece_count;
	uint32_t cue;          /* token of its head, or BS_NONE */
	uint32_t cue_first;    /* token where the cue begins */
	uint32_t carried_from; /* an earlier one in the list, or BS_NONE */
	bool verbatim;         /* the very words, though without marks */
};

struct bs_quoting {
	struct bs_article *article;
	const struct bs_token *tokens;
	struct bs_marked *stretches;
	size_t stretch_count;
	uint32_t *stretch_at; /* for each token: the stretch it is part of, its marks included */
	uint32_t *mention_at; /* for each token: the mention it is part of */
	uint32_t *turns;      /* for each paragraph of an interview: its colon; else NULL */
	struct bs_found *found;
	size_t found_count;

	/* The frame at hand. */
	struct bs_frame frame;
	struct bs_unit *units;
	uint16_t *cues; /* room for the numbers of those that may be cues */
	uint32_t unit_count, unit_room;
	bool marked;    /* some of them are stretches in marks */
	uint32_t taken; /* units before this belong to quotations found */
	uint32_t solid; /* units before this belong to clauses or marks, not to mere objects */
	uint32_t solid_found;     /* and so do the quotations before this */
	uint32_t frame_found;     /* the first quotation of the frame */
	struct bs_source subject; /* of the last finite verb of saying in this frame */
	bool subject_known;

	/* What frames before it leave behind. */
	uint32_t paragraph;
	uint32_t last_direct;     /* found: the last one of this paragraph that holds marks */
	uint32_t last_found;      /* found: the last one of this paragraph */
	struct bs_source waiting; /* the source of a frame that ended in a colon */
	uint32_t waiting_cue;
	bool waits;
	bool agrees;            /* it ended in no more than "S agreed." */
	bool opens;             /* this paragraph begins in marks */
	uint32_t before_alone;  /* found: what a paragraph of marks alone may go on from */
	struct bs_frame before; /* the frame before, */
	uint32_t before_found;  /* and how many quotations were found before it */
};

/* The forms of a verb, as the lists of cues give them. */
enum { BS_BASE = 'b', BS_THIRD = 's', BS_PAST = 'd', BS_PARTICIPLE = 'n', BS_ING = 'g' };

void bs_pair_marks(struct bs_quoting *q);

/* Calls `visit` for each frame of the text in order, its units made. */
void bs_visit_frames(struct bs_quoting *q, void (*visit)(struct bs_quoting *q));

static inline bool bs_unit_is(const struct bs_unit *unit, enum bs_word_list list)
{
	return unit->lists >> list & 1;
}

/* What a unit is; a unit behind the last is nothing. */
static inline bool bs_unit_in(const struct bs_quoting *q, uint32_t unit, enum bs_word_list list)
{
	return unit < q->unit_count && bs_unit_is(&q->units[unit], list);
}

static inline bool bs_unit_mark(const struct bs_quoting *q, uint32_t unit, uint32_t character)
{
	return unit < q->unit_count && q->units[unit].character == character;
}

/* Is it this word, given in lower case? */
static inline bool bs_unit_text(const struct bs_quoting *q, uint32_t unit, const char *word)
{
	if (unit >= q->unit_count) return false;
	const struct bs_unit *u = &q->units[unit];
	if ((unsigned char)u->character != (unsigned char)*word) return false;
	uint32_t four = bs_four_letters(word);
	if (u->character != four) return false;
	return four < 1u << 24 ||
	       bs_token_text_whole(&q->tokens[u->token], q->article->document.text, word);
}

/* The token behind the number at i, or any other: "10,000" is three. */
uint32_t bs_number_end(const struct bs_token *tokens, uint32_t i);

/* A stretch in marks. */
static inline bool bs_unit_marked(const struct bs_quoting *q, uint32_t unit)
{
	return unit < q->unit_count && q->units[unit].stretch != BS_NONE;
}

/* The token of a unit that is no stretch; NULL for one that is, or is none. */
static inline const struct bs_token *bs_unit_token(const struct bs_quoting *q, uint32_t unit)
{
	if (unit >= q->unit_count || q->units[unit].stretch != BS_NONE) return NULL;
	return &q->tokens[q->units[unit].token];
}

static inline bool bs_unit_word(const struct bs_quoting *q, uint32_t unit)
{
	const struct bs_token *t = bs_unit_token(q, unit);
	return t && t->kind == BS_WORD;
}

static inline bool bs_unit_capital(const struct bs_quoting *q, uint32_t unit)
{
	const struct bs_token *t = bs_unit_token(q, unit);
	return t && t->flags & BS_CAPITAL;
}

/* A word in lower case, part of no mention, with this ending. */
static inline bool bs_unit_ends(const struct bs_quoting *q, uint32_t unit, const char *ending)
{
	const struct bs_token *t = bs_unit_token(q, unit);
	size_t n = strlen(ending);
	return t && t->kind == BS_WORD && !(t->flags & BS_CAPITAL) &&
	       q->units[unit].mention == BS_NONE && t->end - t->start > n + 2 &&
	       memcmp(q->article->document.text + t->end - n, ending, n) == 0;
}

/* Is it one of these words, given in lower case? */
static inline bool bs_unit_any(const struct bs_quoting *q, uint32_t unit, const char *const *words,
			       size_t n)
{
	if (unit >= q->unit_count) return false;
	const struct bs_unit *u = &q->units[unit];
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)u->character == (unsigned char)*words[i] &&
		    bs_token_text(&q->tokens[u->token], q->article->document.text, words[i]))
			return true;
	return false;
}

/* A dash between words, not a hyphen within one. */
static inline bool bs_unit_dash(const struct bs_quoting *q, uint32_t unit)
{
	if (unit >= q->unit_count) return false;
	const struct bs_unit *u = &q->units[unit];
	if (u->character == 0x2014 || u->character == 0x2015) return true;
	if (u->character != '-' && u->character != 0x2013) return false;
	return q->tokens[u->token].flags & BS_SPACE || bs_token_mark(&q->tokens[u->token + 1], '-');
}

/* The subject of the verb group that begins at a unit; nobody if there is none
 * in [low, verb).  *start is set to the unit where the subject begins. */
struct bs_source bs_find_subject(struct bs_quoting *q, uint32_t low, uint32_t verb,
				 uint32_t *start);

/* The noun phrase that begins at a unit: the subject after its verb, the name
 * after "according to".  *end is set to the unit after it.  With `apposition`
 * a name behind a comma is preferred: "the council's leader, Ann Bell". */
struct bs_source bs_find_phrase(struct bs_quoting *q, uint32_t from, bool apposition,
				uint32_t *end);

/* The first noun phrase of units [from, before) that can be a subject. */
struct bs_source bs_find_leading(struct bs_quoting *q, uint32_t from, uint32_t before);

/* Finds the paragraphs that begin with a speaker and a colon, as those of an interview do. */
void bs_find_turns(struct bs_quoting *q);

/* Is the frame at hand of such a paragraph?  Its first one makes a quotation of it all. */
bool bs_take_turn(struct bs_quoting *q);

/* “C.” and in the next paragraph "- Ann Bell": gives what was said in marks alone to who signs below. */
void bs_take_signatures(struct bs_quoting *q);

/* Finds what the cues of the frame at hand govern. */
void bs_find_cues(struct bs_quoting *q);

struct bs_found *bs_add_found(struct bs_quoting *q, const struct bs_source *source);
/* Adds a piece, tokens [first, last), marks and white space at its edges left off. */
void bs_add_piece(struct bs_quoting *q, struct bs_found *found, uint32_t first, uint32_t last);

#endif
