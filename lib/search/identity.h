/* identity.h - what is a sentence called, so that it is found again?  By its words, within its article. */
#ifndef BS_IDENTITY_H
#define BS_IDENTITY_H

#include "base/arena.h"
#include "index/index.h"

/* "ARTICLE#" and 8 hexadecimal digits of a hash of the sentence's folded words;
 * ".2" after it for the second in the article that has the same, and so on. */
const char *bs_sentence_id(struct bs_arena *arena, const struct bs_segment *segment,
			   uint32_t document);

/* The same, in two steps. */
uint32_t bs_sentence_hash(const struct bs_segment *segment, uint32_t document);
const char *bs_sentence_name(struct bs_arena *arena, const struct bs_segment *segment,
			     uint32_t document, uint32_t hash);

/* Finds the sentence that bs_sentence_id() calls so; its article may also be
 * given as to brad_index_article().  BRAD_EINVAL for what is no such id, or if
 * several articles match; BRAD_ENOTFOUND. */
brad_status bs_sentence_find(struct brad_index *index, const char *id, struct bs_segment **segment,
			     uint32_t *document, brad_error *err);

#endif
