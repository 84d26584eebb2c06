/* spell.h - which word or name of the index is spelt almost like one that is not in it? */
#ifndef BS_SPELL_H
#define BS_SPELL_H

#include "search/search.h"

/* The nearest word that living sentences have, the most frequent of several
 * equally near; NULL if none is near.  *count is told in how many sentences. */
brad_status bs_nearest_word(struct bs_search *s, const char *form, const char **out,
			    uint64_t *count, brad_error *err);

/* The same for a speaker's name, of which `name` may have only some words. */
brad_status bs_nearest_name(struct bs_search *s, const struct bs_name *name, const char **out,
			    uint64_t *count, brad_error *err);

/* The source of some article that is spelt most like it, or has words so; NULL if none is near. */
brad_status bs_nearest_source(struct bs_search *s, const struct bs_name *name, const char **out,
			      brad_error *err);

#endif
