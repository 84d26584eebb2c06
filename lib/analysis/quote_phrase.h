/* quote_phrase.h - whom does a noun phrase name? */
#ifndef BS_QUOTE_PHRASE_H
#define BS_QUOTE_PHRASE_H

#include "analysis/quote_clause.h"

/* The mention that the unit is part of; NULL for none. */
const struct bs_mention *bs_mention_of(const struct bs_quoting *q, uint32_t unit);
bool bs_is_person(const struct bs_quoting *q, uint32_t unit);
/* Somebody's name, not an office such as "the Chief Executive". */
bool bs_is_name(const struct bs_quoting *q, uint32_t unit);
bool bs_is_comma(const struct bs_quoting *q, uint32_t unit); /* or a dash */
bool bs_is_conjunction(const struct bs_quoting *q, uint32_t unit);
bool bs_is_finite(const struct bs_quoting *q, uint32_t unit);
/* "About 30", "at least six": no place or time, but how many. */
bool bs_is_count(const struct bs_quoting *q, uint32_t unit);
bool bs_is_relative(const struct bs_quoting *q, uint32_t unit);

/* The last unit of the mention that the unit is part of. */
uint32_t bs_mention_end(const struct bs_quoting *q, uint32_t unit, uint32_t limit);

/* The head of a noun phrase ends where a preposition or a clause begins. */
uint32_t bs_head_end(const struct bs_quoting *q, uint32_t from, uint32_t to);

struct bs_source bs_from_mention(const struct bs_quoting *q, uint32_t unit);

/* Reads the noun phrase [from, to), which holds no apposition. */
struct bs_source bs_read_phrase(const struct bs_quoting *q, uint32_t from, uint32_t to);

#endif
