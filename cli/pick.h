/* pick.h - who said it first, or last?  A search made of the options of one.
 *
 * The first day is that of the earliest dated sentence that matches and that
 * somebody is known to have said.  What an article prints at which hour is not
 * known, so all who said it on that day are first, each shown by one sentence. */
#ifndef CLI_PICK_H
#define CLI_PICK_H

#include "options.h"

enum pick { PICK_NONE, PICK_FIRST, PICK_LAST, PICK_FIRST_PER_SPEAKER };

enum pick pick_of(const struct options *options);

/* As JSON has it; NULL for none. */
const char *pick_name(enum pick pick);

/* Do the options for it go together?  Else false after a message. */
bool pick_check(const struct options *options);

/* Searches, with *day told the first or the last day if that is asked for, and
 * *reasons why nothing was found, NULL if something was. */
brad_status pick_search(brad_index *index, enum pick pick, const brad_search_options *options,
			brad_date *day, brad_results **out, brad_reasons **reasons,
			brad_error *error);

#endif
