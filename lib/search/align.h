/* align.h - where in a stream of words is a quotation, or the words most like it? */
#ifndef BS_ALIGN_H
#define BS_ALIGN_H

#include "search/stream.h"

/* A step of an alignment: a word of the quotation, a word of the stream, or both; then they
 * are the same word, or one replaces the other. */
struct bs_step {
	uint32_t quoted, printed; /* BS_NO_WORD for none */
	bool ellipsis;            /* printed only: the quotation has dots for it */
};

#define BS_NO_WORD UINT32_MAX

struct bs_alignment {
	struct bs_step *steps;
	size_t count;
	double likeness; /* from 1, the same words, to 0, nothing in common */
};

/* Finds words [first, end) of the quotation in a row, within one run, from word `from` of
 * the stream on.  Returns where they begin; stream->count if they are not there. */
size_t bs_find_in_row(const struct bs_stream *quoted, size_t first, size_t end,
		      const struct bs_stream *stream, size_t from);

/* Finds the pieces between a quotation's dots, in order and within one run, where they lie
 * closest together.  Without dots, finds the whole in a row. */
bool bs_find_pieces(struct bs_arena *arena, const struct bs_stream *quoted,
		    const struct bs_stream *stream, struct bs_alignment *out);

/* Finds what is most like the quotation, within one run.  Makes the steps only if the
 * likeness is more than `least`. */
void bs_find_likest(struct bs_arena *arena, const struct bs_stream *quoted,
		    const struct bs_stream *stream, double least, struct bs_alignment *out);

#endif
