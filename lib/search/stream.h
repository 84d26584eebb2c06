/* stream.h - which words does a text have, in order, and which words of an article were spoken?
 *
 * An article has two streams: all words of its prose, and of these the words in
 * quotation marks, without what the narrator puts between them. */
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
	uint32_t place; /* 0: in the given title; i + 1: in sentence i */
	uint32_t quote; /* 0: in none; i + 1: in quotation i of the article */
	uint32_t order; /* its number in the stream of all words of its article */
	uint32_t run;   /* only words of the same run may be parts of one statement */
	float weight;   /* how much it matters if it differs */
	bool first;     /* of its sentence, so that a capital means nothing */
	bool cut;       /* dots follow it, for words left out */
};

struct bs_stream {
	struct bs_stream_word *words;
	size_t count;
};

/* Returns the words of a quotation.  The caller frees scan->form. */
struct bs_stream bs_stream_of_text(struct bs_arena *arena, struct bs_words_scan *scan,
				   const char *text, size_t length);

/* Returns the words of a unit, without weights and cuts, and stores its text in *text; NULL
 * if it is damaged. */
struct bs_stream bs_stream_of_unit(struct bs_arena *arena, const struct bs_segment *segment,
				   const struct bs_unit *unit, const char **text);

/* Makes both streams of an article.  In the spoken one, a run is what one speaker says.  The
 * caller frees scan->form. */
void bs_streams_of_article(struct bs_arena *arena, struct bs_words_scan *scan,
			   const brad_article *article, struct bs_stream *all,
			   struct bs_stream *spoken);

/* Returns the text in which a word's span is. */
const char *bs_stream_text(const brad_article *article, const struct bs_stream_word *word);

#endif
