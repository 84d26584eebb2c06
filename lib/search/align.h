/* align.h - where in a stream of words is a quotation, or what is most like it? */
#ifndef BS_ALIGN_H
#define BS_ALIGN_H

#include "search/stream.h"

/* A step of a reading of both side by side: a word of the quotation, one of the
 * stream, or both, which are the same word or one in place of the other. */
struct bs_step {
	uint32_t quoted, printed; /* BS_NO_WORD for none */
	bool ellipsis;            /* left out where the quotation has dots */
};

#define BS_NO_WORD UINT32_MAX

struct bs_alignment {
	struct bs_step *steps;
	size_t count;
	double likeness; /* 1 the same words, 0 nothing alike */
};

/* Finds the words of a quotation in a row, in one run, from word `from` on: the
 * first, or stream->count. */
size_t bs_find_in_row(const struct bs_stream *quoted, size_t first, size_t end,
		      const struct bs_stream *stream, size_t from);

/* Finds the pieces that dots leave of a quotation, in order and in one run:
 * where they lie closest together.  Without dots, the whole in a row. */
bool bs_find_pieces(struct bs_arena *arena, const struct bs_stream *quoted,
		    const struct bs_stream *stream, struct bs_alignment *out);

/* Finds what is most like the quotation within one run; steps are made only if
 * that is more alike than `least`. */
void bs_find_likest(struct bs_arena *arena, const struct bs_stream *quoted,
		    const struct bs_stream *stream, double least, struct bs_alignment *out);

#endif
