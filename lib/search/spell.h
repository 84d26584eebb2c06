/* spell.h - which word or name of the index is spelt almost like one that is not in it? */
#ifndef BS_SPELL_H
#define BS_SPELL_H

#include "search/search.h"

/* Stores the nearest word in living sentences, the most frequent of several equally near,
 * and in *count how many sentences have it; NULL if none is near. */
brad_status bs_nearest_word(struct bs_search *s, const char *form, const char **out,
			    uint64_t *count, brad_error *err);

/* The same for the names of speakers; `name` may be only some words of one. */
brad_status bs_nearest_name(struct bs_search *s, const struct bs_name *name, const char **out,
			    uint64_t *count, brad_error *err);

/* The same for the sources of articles, or some words of one. */
brad_status bs_nearest_source(struct bs_search *s, const struct bs_name *name, const char **out,
			      brad_error *err);

#endif
