/* complete.h - what could the word be that somebody has begun to type?  The shells ask, and complete it. */
#ifndef CLI_COMPLETE_H
#define CLI_COMPLETE_H

#include "options.h"

/* Prints for the words of a command line behind "bradsearch", of which the last is
 * begun, first what can stand there, "words", "names", "files" or "dirs"; then a
 * line for each word or name: itself, a tab, and what it means. */
void complete_print(const struct options *options);

/* The script that has a shell do so; NULL for one that is not known. */
const char *complete_script(const char *shell);

/* The shells, the last NULL. */
extern const char *const shells[];

#endif
