/* differ.h - how does a quotation differ from what is printed, and may that change its meaning? */
#ifndef BS_DIFFER_H
#define BS_DIFFER_H

#include "search/align.h"

/* A quotation, and the article or other text that it is compared with. */
struct bs_compared {
	const char *text; /* of the quotation */
	const struct bs_stream *quoted, *printed;
	const brad_article *article;
	const char *printed_text; /* if there is no article */
};

/* Some words in a row of a text. */
struct bs_passage {
	const char *text;
	const struct bs_stream_word *words;
	size_t count;
};

/* Returns, as BRAD_WARN_ bits, what may change the meaning if one passage replaces the
 * other.  The caller frees scan->form. */
unsigned bs_warnings(struct bs_arena *arena, struct bs_words_scan *scan,
		     const struct bs_passage *quoted, const struct bs_passage *printed);

/* Makes the differences of an alignment, on the arena, and stores all their warnings in
 * *warnings.  The caller frees scan->form. */
const brad_difference *bs_differences(struct bs_arena *arena, struct bs_words_scan *scan,
				      const struct bs_compared *compared,
				      const struct bs_alignment *alignment, size_t *count,
				      unsigned *warnings);

#endif
