/* quote_clause.h - where does the clause that holds what was said begin and end? */
#ifndef BS_QUOTE_CLAUSE_H
#define BS_QUOTE_CLAUSE_H

#include "analysis/quote.h"

enum { BS_LONGEST_ADJUNCT = 20 }; /* units of "in a column for the paper" */

/* A verb of saying in the frame; all are units. */
struct bs_cue {
	uint32_t head;  /* the verb itself */
	uint32_t end;   /* the unit behind the verb and its particle: [pointed out] */
	uint32_t first; /* where its group begins: [has not] said */
	uint32_t start; /* where its subject begins */
	int form;       /* BS_BASE ... BS_ING */
	bool be, helped, infinitive;
	bool borrowed;  /* the subject is another verb's */
	bool object;    /* what was said is an object or an infinitive, not a clause; set by
	                * bs_content_start */
	uint32_t limit; /* a unit that ends what was said, or BS_NONE */
	struct bs_source source;
};

static inline bool bs_nobody(const struct bs_source *source)
{
	return source->first == source->last;
}

static inline bool bs_finite(const struct bs_cue *cue)
{
	return !cue->infinitive && (cue->form != BS_ING || cue->be);
}

/* The lists of verbs of saying, a bit for each. */
extern const uint64_t bs_cue_lists;

/* ---- quote_verb.c ---- */

/* Reads the verb group and the subject of the word of a list of cues; false if
 * it is no active verb here. */
bool bs_read_cue(struct bs_quoting *q, uint32_t unit, struct bs_cue *cue);

bool bs_is_adverb(const struct bs_quoting *q, uint32_t unit);

/* The form of a word of the lists of cues; 0 for another. */
int bs_cue_form(const struct bs_quoting *q, uint32_t unit);

/* ---- quote_before.c ---- */

/* C, S said.   C, said S.   C1, S said, C2. */
bool bs_try_before(struct bs_quoting *q, struct bs_cue *cue);

/* Does the clause stop here, at a full stop, a comma or a day? */
bool bs_is_stop(const struct bs_quoting *q, uint32_t unit);

/* Do the units [begin, end) open a clause that they do not hold?  "Now,", "Although it was late," */
bool bs_is_open(const struct bs_quoting *q, uint32_t begin, uint32_t end);

/* “C1,” S said during a meeting in Leeds, “C2”: the unit of C2, or BS_NONE. */
uint32_t bs_find_marks_on(const struct bs_quoting *q, uint32_t from);

/* ---- quote_after.c ---- */

/* S said (that) C.   S vowed to C.   S criticised C. */
bool bs_try_after(struct bs_quoting *q, struct bs_cue *cue);

/* ---- quote_as.c ---- */

/* As S said, C.   C, as S said. */
bool bs_try_as(struct bs_quoting *q, struct bs_cue *cue);

/* ---- quote_colon.c ---- */

/* S: “C”, and S: C in a headline.  The unit is that of the colon. */
void bs_try_colon(struct bs_quoting *q, uint32_t unit);

/* "S explained why C:" was told of, and leaves its speaker to what follows too. */
void bs_leave_told(struct bs_quoting *q);

/* ---- quote_tag.c ---- */

/* “C,” S snarled: where nothing else was made of the marks that the frame begins with. */
void bs_try_tag(struct bs_quoting *q);

/* ---- quote_outer.c ---- */

/* "S1 said C, [S2 added]": does that follow the comma? */
bool bs_is_outer(const struct bs_quoting *q, uint32_t comma);

/* ---- quote_according.c ---- */

/* According to S, C: the unit is that of "according", or of "as reported by S". */
void bs_try_according(struct bs_quoting *q, uint32_t unit);

/* ---- quote_verdict.c ---- */

/* The view of S is that C: the unit is that of "is". */
bool bs_try_view(struct bs_quoting *q, uint32_t unit);

/* “C” - that is from S: the unit is that of the dash. */
bool bs_try_verdict(struct bs_quoting *q, uint32_t dash);

/* “C” - S, and no more: the unit is that of the dash. */
bool bs_try_signed(struct bs_quoting *q, uint32_t dash);

/* Does this frame say whose words the one before was? */
void bs_try_verdict_before(struct bs_quoting *q);

/* ---- quote_appeal.c ---- */

/* Does the cue only tell readers whom to ring, and with which number? */
bool bs_is_appeal(const struct bs_quoting *q, const struct bs_cue *cue);

/* ---- quote_noun.c ---- */

/* S's claim that C: the unit is that of the noun. */
bool bs_try_noun(struct bs_quoting *q, uint32_t unit);

/* ---- quote_passive.c ---- */

/* S1 was asked (by S2) whether C: a passive verb, or "asked" alone. */
bool bs_try_passive(struct bs_quoting *q, struct bs_cue *cue);

/* Asked whether C, [she said], after S said C, [she left]: the comma that the narrator goes on behind,
 * or BS_NONE. */
uint32_t bs_find_main_clause(const struct bs_quoting *q, uint32_t from);

/* "By Ann Bell", "on Monday by a reporter": the unit behind it; who it is goes to the cue. */
uint32_t bs_read_maker(struct bs_quoting *q, struct bs_cue *cue, uint32_t from);

/* "It was reported that [S said] C": is it told whose words the units, which are nobody's, hold? */
bool bs_holds_cue(const struct bs_quoting *q, uint32_t from, uint32_t to);

/* ---- quote_hearsay.c ---- */

/* It is understood that C.   C, it emerged.   The unit is that of "it". */
bool bs_try_hearsay(struct bs_quoting *q, uint32_t unit);

/* ---- quote_which.c ---- */

/* What stands before, which S said C. */
bool bs_try_which(struct bs_quoting *q, struct bs_cue *cue);

/* ---- quote_cue.c ---- */

/* Adds a quotation of the units [from, to) and, if there are any, [from2, to2). */
void bs_take(struct bs_quoting *q, const struct bs_cue *cue, uint32_t from, uint32_t to,
	     uint32_t from2, uint32_t to2);

/* Takes back the quotations that are mere objects: "The plan to honour the vow
 * made in May, she said" is one quotation. */
void bs_drop_objects(struct bs_quoting *q);

/* Units before this belong to quotations for good. */
void bs_settle(struct bs_quoting *q, uint32_t taken);

/* Keeps the subject for a participle or a joined verb that follows. */
void bs_remember(struct bs_quoting *q, const struct bs_cue *cue);

/* A frame that ends "..., said:" leaves its speaker to what follows. */
void bs_leave_waiting(struct bs_quoting *q, const struct bs_cue *cue);

/* ---- quote_adjunct.c ---- */

/* Skips the one spoken to: told [the BBC]. */
uint32_t bs_skip_listener(const struct bs_quoting *q, uint32_t from);

/* Skips "on Monday", "in a statement", "to reporters". */
uint32_t bs_skip_adjuncts(const struct bs_quoting *q, uint32_t from);

/* "As she put it [in a column for the paper],": the unit of the comma. */
uint32_t bs_skip_to_comma(const struct bs_quoting *q, uint32_t from);

/* ---- quote_start.c and quote_end.c ---- */

/* Behind a verb and this comma, the unit where what was said begins after all: "said, without
 * proof, that C"; BS_NONE if an aside does not tell. */
uint32_t bs_behind_aside(const struct bs_quoting *q, uint32_t comma);

/* The first unit of what was said behind the cue, or BS_NONE. */
uint32_t bs_content_start(const struct bs_quoting *q, struct bs_cue *cue);

/* The unit after what was said, which begins at `from`: a stretch in marks that
 * is a sentence of its own ends it, else the clause. */
uint32_t bs_content_end(const struct bs_quoting *q, uint32_t from, const struct bs_cue *cue);

/* Skips adverbs and "has", "had" and "have". */
uint32_t bs_skip_adverbs(const struct bs_quoting *q, uint32_t from);

/* The unit after the clause that begins at `from`. */
uint32_t bs_clause_end(const struct bs_quoting *q, uint32_t from, const struct bs_cue *cue);

bool bs_holds_marks(const struct bs_quoting *q, uint32_t from, uint32_t to);

/* Skips ", leader of the council," behind a name, and the last comma. */
uint32_t bs_skip_apposition(const struct bs_quoting *q, uint32_t from);

/* Does what follows the inserted "he said," go on with what was said? */
bool bs_continues(const struct bs_quoting *q, uint32_t from, bool marks);

/* Do the marks end with a full stop, a comma or the like inside, or not at all? */
bool bs_ends_sentence(const struct bs_quoting *q, uint32_t stretch);

bool bs_is_verbal(const struct bs_quoting *q, uint32_t unit);
bool bs_is_clause_opening(const struct bs_quoting *q, uint32_t unit);
bool bs_is_introduction(const struct bs_quoting *q, uint32_t from, uint32_t to);

/* ---- quote_object.c ---- */

/* Behind a verb, "called [for] a vote": the unit behind the preposition at `from`, or BS_NONE. */
uint32_t bs_about_start(const struct bs_quoting *q, uint32_t verb, uint32_t from);

/* The first unit of an object or infinitive behind the cue, or of what "called for" calls for; BS_NONE
 * if none begins at `from`. */
uint32_t bs_object_start(const struct bs_quoting *q, struct bs_cue *cue, uint32_t from);

/* Does the object or infinitive that begins at `from` end at i? */
bool bs_ends_object(const struct bs_quoting *q, uint32_t from, uint32_t i);

/* ---- quote_narrator.c ---- */

/* Behind a comma, in the clause that begins at `from`: does the narrator go on at k? */
bool bs_is_told(const struct bs_quoting *q, uint32_t from, uint32_t k, const struct bs_cue *c);

/* The same behind marks that end in a comma, where less tells it: “C,” [as S2 said]. */
bool bs_is_told_of_marks(const struct bs_quoting *q, uint32_t k);

/* A subject and its verb of saying, up to the next comma: "Ann Bell said". */
bool bs_is_main_clause(const struct bs_quoting *q, uint32_t from);

#endif
