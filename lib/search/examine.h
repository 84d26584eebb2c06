/* examine.h - which words of which article are a quotation's, or the likest to them? */
#ifndef BS_EXAMINE_H
#define BS_EXAMINE_H

#include "search/align.h"
#include "search/shortlist.h"

/* How good an answer is; the rest is decided by likeness. */
enum bs_tier {
	BS_NEAREST,
	BS_ALIKE,
	BS_ROW_NARRATED, /* the words, in no quotation marks */
	BS_PIECES_OTHER,
	BS_PIECES,
	BS_ROW_OTHER,
	BS_ROW
};

struct bs_likest {
	enum bs_tier tier;
	double score;
	uint32_t day;
	bool spoken, by_speaker;
	struct bs_stream stream;
	struct bs_alignment alignment; /* without steps where nothing is like the quotation */
};

struct bs_examination {
	struct bs_search *search;
	const char *text;
	struct bs_stream quoted;
	struct bs_likest best;
	brad_article *article; /* the one at hand, and its day */
	uint32_t day;
	brad_article *best_article; /* that of the best, and where it is */
	struct bs_candidate where;
	struct bs_arena arenas[2];
	struct bs_arena *arena; /* of the article at hand; the other holds the best */
};

/* Asks the articles of both short lists for the words of text, as long as none has them in a
 * row.  Whatever it returns, bs_examination_free() is called afterwards. */
brad_status bs_examine(struct bs_examination *e, struct bs_search *search, const char *text,
		       brad_error *err);
void bs_examination_free(struct bs_examination *e);

/* As the people file has a speaker of that day, if there is one. */
brad_speaker bs_examined_speaker(struct bs_examination *e, brad_speaker speaker, uint32_t day);

/* Who said the words of an alignment, as the quotation has it that they begin in?  Returns how
 * many; the article lends them. */
size_t bs_likest_speakers(const brad_article *article, const struct bs_likest *m,
			  const brad_speaker **speakers);

#endif
