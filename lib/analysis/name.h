/* name.h - whom does a pronoun mean? */
#ifndef BS_NAME_H
#define BS_NAME_H

#include "analysis/article.h"

/* Who a pronoun stands for: an index of article->entities, or BS_NOBODY where
 * the text does not tell.  last_speaker is the entity that was quoted last
 * before it, BS_NOBODY for none.  "I" and "we" stand for nobody: only the
 * quotation that they are in knows. */
uint32_t bs_resolve_pronoun(const struct bs_article *article, uint32_t mention,
			    uint32_t last_speaker);

#endif
