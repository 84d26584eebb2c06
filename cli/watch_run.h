/* watch_run.h - what has come since a watch was last run? */
#ifndef CLI_WATCH_RUN_H
#define CLI_WATCH_RUN_H

#include "command.h"
#include "watches.h"

/* Counts what is in the index already as reported, or if `tell_old` only tests whether the watch
 * can be asked; false after a message. */
bool watch_tell_all(brad_index *index, json_t *watch, bool tell_old);

/* Makes the watch one that has seen all of the index as it is. */
void watch_set_revision(json_t *watch, const brad_index *index);

/* Runs the watches that the options name, or all; the exit status. */
int watch_run(const struct options *options, brad_index *index, struct watches *watches);

#endif
