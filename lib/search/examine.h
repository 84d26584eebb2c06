/* examine.h - which words of which article are a quotation's, or most like them? */
#ifndef BS_EXAMINE_H
#define BS_EXAMINE_H

#include "search/align.h"
#include "search/shortlist.h"

/* How good an answer is, the best last; among equals, likeness decides. */
enum bs_tier {
	BS_NEAREST,      /* not alike enough to be an answer */
	BS_ALIKE,        /* almost the same words, said or not */
	BS_ROW_NARRATED, /* the same words in a row, but not in quotation marks */
	BS_PIECES_OTHER, /* the pieces between its dots, said by somebody else than asked for */
	BS_PIECES,       /* said by the speaker asked for, if one was */
	BS_ROW_OTHER,    /* the same words in a row, said by somebody else */
	BS_ROW
};

struct bs_likest {
	enum bs_tier tier;
	double score;
	uint32_t day;
	bool spoken, by_speaker;
	struct bs_stream stream;
	struct bs_alignment alignment; /* without steps if nothing is like the quotation */
};

struct bs_examination {
	struct bs_search *search;
	const char *text;
	struct bs_stream quoted;
	struct bs_likest best;
	brad_article *article; /* the current one, and its day */
	uint32_t day;
	brad_article *best_article; /* the one with the best words, and where it is */
	struct bs_candidate where;
	struct bs_arena arenas[2];
	struct bs_arena *arena; /* the one for the current article; the other holds the best */
};

/* Looks for the words of a text in the articles of both short lists, until one has them in a
 * row.  The caller calls bs_examination_free() afterwards, even after an error. */
brad_status bs_examine(struct bs_examination *e, struct bs_search *search, const char *text,
		       brad_error *err);
void bs_examination_free(struct bs_examination *e);

/* Returns who a speaker is on a day by the people file, if there is one. */
brad_speaker bs_examined_speaker(struct bs_examination *e, brad_speaker speaker, uint32_t day);

/* Stores the speakers of the article's quotation in which the words of an alignment begin,
 * and returns how many they are.  The article lends them. */
size_t bs_likest_speakers(const brad_article *article, const struct bs_likest *m,
			  const brad_speaker **speakers);

#endif
