/* row.h - has a sentence some words in a row?  Its own words tell, which the segment keeps as numbers of forms. */
#ifndef BS_ROW_H
#define BS_ROW_H

#include "base/arena.h"
#include "index/segment.h"
#include "search/query.h"

/* Forms are looked for as the bytes that they are in the words of a sentence;
 * stems, by stemming the forms of the sentence. */
struct bs_row {
	struct bs_arena *arena; /* with a way out */
	const struct bs_segment *segment;
	struct xc_stemmer *stemmer;
	struct bs_buffer *stem; /* to stem in */
	const struct bs_node *node;
	bool by_stem;
	const unsigned char *bytes; /* of the forms */
	size_t length;
	uint32_t *words; /* of the sentence that is looked at, by stem */
	size_t room;
};

/* Takes the words of a leaf; the four first members are set.  Returns false if
 * no sentence of the segment can have them. */
bool bs_row_begin(struct bs_row *row, const struct bs_node *leaf);

/* Has a document the row? */
brad_status bs_row_has(struct bs_row *row, uint32_t document, bool *found, brad_error *err);

/* The first document from `from` on that has a row of forms, or one beyond the
 * last: quicker than asking each, if each would have to be asked. */
uint32_t bs_row_scan(const struct bs_row *row, uint32_t from);

#endif
