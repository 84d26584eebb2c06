/* named.h - does a name, or an office, match the one asked for?  Their words are compared, folded as in terms.h. */
#ifndef BS_NAMED_H
#define BS_NAMED_H

#include "base/arena.h"
#include "index/terms.h"

#include <bradsearch.h>
#include <stdbool.h>

/* The folded words of a name or an office that is asked for. */
struct bs_name {
	const char **words;
	size_t count;
};

/* Splits a name into its words.  The caller frees scan->form. */
brad_status bs_name_read(struct bs_arena *arena, struct bs_words_scan *scan, const char *text,
			 struct bs_name *out, brad_error *err);

/* Does a person's name have the words asked for, in their order? */
bool bs_name_matches(const struct bs_name *name, const char *person, struct bs_words_scan *scan);

/* Does a role have all the words asked for, in any order, without regard to stop words? */
bool bs_office_matches(const struct bs_name *office, const char *role, struct bs_words_scan *scan);

#endif
