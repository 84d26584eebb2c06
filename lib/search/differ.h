/* differ.h - in what does a quotation differ from what is printed, and does that turn its meaning? */
#ifndef BS_DIFFER_H
#define BS_DIFFER_H

#include "search/align.h"

/* The quotation's text and words, and those of the article. */
struct bs_compared {
	const char *text;
	const struct bs_stream *quoted, *printed;
	const brad_article *article;
	const char *printed_text; /* what is printed, if that is no article */
};

/* Words in a row of a text. */
struct bs_passage {
	const char *text;
	const struct bs_stream_word *words;
	size_t count;
};

/* What may turn the meaning where some words stand for others: BRAD_WARN_ bits.
 * Free scan->form. */
unsigned bs_warnings(struct bs_arena *arena, struct bs_words_scan *scan,
		     const struct bs_passage *quoted, const struct bs_passage *printed);

/* Makes differences of an alignment, on the arena; *warnings is told of all of
 * them.  Free scan->form. */
const brad_difference *bs_differences(struct bs_arena *arena, struct bs_words_scan *scan,
				      const struct bs_compared *compared,
				      const struct bs_alignment *alignment, size_t *count,
				      unsigned *warnings);

#endif
