/* pick.h - who said it first, or last?
 *
 * The first day is that of the earliest sentence that matches and has a date and a known
 * speaker.  Hours are unknown, so everybody who said it on that day was first; each is
 * shown by one sentence. */
#ifndef CLI_PICK_H
#define CLI_PICK_H

#include "options.h"

enum pick { PICK_NONE, PICK_FIRST, PICK_LAST, PICK_FIRST_PER_SPEAKER };

enum pick pick_of(const struct options *options);

/* Returns its name in JSON; NULL for PICK_NONE. */
const char *pick_name(enum pick pick);

/* Can the options be combined?  If not, returns false after a message. */
bool pick_check(const struct options *options);

/* Searches.  Stores in *day the first or the last day, if that is asked for, and in *reasons
 * why nothing was found, NULL if something was. */
brad_status pick_search(brad_index *index, enum pick pick, const brad_search_options *options,
			brad_date *day, brad_results **out, brad_reasons **reasons,
			brad_error *error);

#endif
