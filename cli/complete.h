/* complete.h - how can a word that somebody has begun to type be completed?  The scripts for the shells ask. */
#ifndef CLI_COMPLETE_H
#define CLI_COMPLETE_H

#include "options.h"

/* The words of the options are those of a command line after "bradsearch"; the last one is
 * to be completed.  Prints what it can be, "words", "names", "files" or "dirs", and then a
 * line for each word or name: itself, a tab, and what it means. */
void complete_print(const struct options *options);

/* Returns the script for a shell; NULL if the shell is unknown. */
const char *complete_script(const char *shell);

/* The shells; the last is NULL. */
extern const char *const shells[];

#endif
