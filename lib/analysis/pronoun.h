/* pronoun.h - whom does a pronoun mean, or "the singer"? */
#ifndef BS_PRONOUN_H
#define BS_PRONOUN_H

#include "analysis/article.h"

/* Who was quoted last: an entity, BS_NOBODY for none, and the token after what he said. */
struct bs_heard {
	uint32_t entity, end;
};

/* Who a pronoun or an epithet stands for: an index of article->entities, or BS_NOBODY where
 * the text does not tell.  heard is who was quoted before it.  "I" and "we" stand for nobody: only the
 * quotation that they are in knows. */
uint32_t bs_resolve_pronoun(const struct bs_article *article, uint32_t mention,
			    const struct bs_heard *heard);

/* The same of the tokens [first, last) that are no mention: "the 34-year-old", "the father-of-two", or
 * "her" of "her claim that".  BS_NOBODY for anything else. */
uint32_t bs_resolve_words(const struct bs_article *article, uint32_t first, uint32_t last,
			  const struct bs_heard *heard);

#endif
