/* named.h - is this the name, or the office, that is meant?  Their words tell, folded as terms.h has it. */
#ifndef BS_NAMED_H
#define BS_NAMED_H

#include "base/arena.h"
#include "index/terms.h"

#include <bradsearch.h>
#include <stdbool.h>

/* The words of a name, or of an office, that is asked for, folded. */
struct bs_name {
	const char **words;
	size_t count;
};

/* Takes a name apart.  Free scan->form. */
brad_status bs_name_read(struct bs_arena *arena, struct bs_words_scan *scan, const char *text,
			 struct bs_name *out, brad_error *err);

/* Does a person's name have the words of a name, in order? */
bool bs_name_matches(const struct bs_name *name, const char *person, struct bs_words_scan *scan);

/* Has a role all the words of an office, in any order and but for stop words? */
bool bs_office_matches(const struct bs_name *office, const char *role, struct bs_words_scan *scan);

#endif
