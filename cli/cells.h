/* cells.h - how is a table drawn on a terminal?  In cells of so many columns, and in bars. */
#ifndef CLI_CELLS_H
#define CLI_CELLS_H

#include "flow.h"

/* Must only ASCII be printed, because of the locale or because the terminal is dumb? */
bool marks_are_plain(void);

/* Returns how many columns a text takes. */
unsigned text_width(const char *text);

/* Writes as much of a text as fits in so many columns. */
void cell_part(FILE *stream, const char *text, unsigned columns);

/* Writes a text in a cell of so many columns.  If it does not fit, its end is cut off; if it
 * is the name of a file, its beginning. */
void cell_write(FILE *stream, const char *text, unsigned columns);

/* Writes a bar for a share, from 0 to 1, of so many columns.  It is empty only for 0. */
void cell_bar(const struct terminal *terminal, double share, unsigned columns);

#endif
