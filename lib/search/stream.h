/* stream.h - which words does a text hold in a row, and which of an article's were spoken?
 *
 * An article has two streams: all its words of prose, and of these the words
 * that stand in quotation marks, without what the narrator puts between them. */
#ifndef BS_STREAM_H
#define BS_STREAM_H

#include "base/arena.h"
#include "index/terms.h"
#include "index/units.h"

#include <bradsearch.h>

/* A word; two words are the same if their keys are. */
struct bs_stream_word {
	uint64_t key;   /* a hash of the folded word */
	brad_span span; /* in its text: see bs_stream_text() */
	uint32_t place; /* of its sentence: 0 the title given, i + 1 sentence i */
	uint32_t quote; /* 0 of none, i + 1 of the article's quotation i */
	uint32_t order; /* its number in the stream of all words of its article */
	uint32_t run;   /* only words of one run may be read as one statement */
	float weight;   /* how much is changed where it is */
	bool first;     /* in its sentence: a capital tells nothing */
	bool cut;       /* dots for words left out follow it */
};

struct bs_stream {
	struct bs_stream_word *words;
	size_t count;
};

/* The words of a quotation as somebody gives it.  Free scan->form. */
struct bs_stream bs_stream_of_text(struct bs_arena *arena, struct bs_words_scan *scan,
				   const char *text, size_t length);

/* The words of a sentence of an index, and its text; without weights and cuts.
 * *text is NULL if it is damaged. */
struct bs_stream bs_stream_of_unit(struct bs_arena *arena, const struct bs_segment *segment,
				   const struct bs_unit *unit, const char **text);

/* Both streams of an article; in that of what was spoken, a run is what one
 * speaker says.  Free scan->form. */
void bs_streams_of_article(struct bs_arena *arena, struct bs_words_scan *scan,
			   const brad_article *article, struct bs_stream *all,
			   struct bs_stream *spoken);

/* The text in which a word's span lies. */
const char *bs_stream_text(const brad_article *article, const struct bs_stream_word *word);

#endif
