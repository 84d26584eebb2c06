/* identity.h - by which id is a sentence found again?  A hash of its words, within its article. */
#ifndef BS_IDENTITY_H
#define BS_IDENTITY_H

#include "base/arena.h"
#include "index/index.h"

/* Returns the id: "ARTICLE#" and 8 hexadecimal digits of a hash of the sentence's folded
 * words, followed by ".2" for the second sentence of the article with this hash, and so on. */
const char *bs_sentence_id(struct bs_arena *arena, const struct bs_segment *segment,
			   uint32_t document);

/* The same, in two steps. */
uint32_t bs_sentence_hash(const struct bs_segment *segment, uint32_t document);
const char *bs_sentence_name(struct bs_arena *arena, const struct bs_segment *segment,
			     uint32_t document, uint32_t hash);

/* Finds the sentence with an id.  The article's part may be shortened as for
 * brad_index_article().  BRAD_EINVAL if it is not an id, or several articles match;
 * BRAD_ENOTFOUND if there is no such sentence. */
brad_status bs_sentence_find(struct brad_index *index, const char *id, struct bs_segment **segment,
			     uint32_t *document, brad_error *err);

#endif
