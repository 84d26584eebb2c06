/* cells.h - how is a table drawn on a terminal?  In cells of so many columns, and in bars. */
#ifndef CLI_CELLS_H
#define CLI_CELLS_H

#include "flow.h"

/* Is the terminal one that may have no other marks than those of ASCII?  By
 * the locale of the environment, or because it is dumb. */
bool marks_are_plain(void);

/* How many columns a text takes. */
unsigned text_width(const char *text);

/* Writes so much of a text as fits in columns. */
void cell_part(FILE *stream, const char *text, unsigned columns);

/* Writes text in a column.  Where there is more of it than fits, its end is cut
 * off; of the name of a file, its beginning. */
void cell_write(FILE *stream, const char *text, unsigned columns);

/* Writes a bar for a share, from 0 to 1, of so many columns; of a share that
 * is not 0, something. */
void cell_bar(const struct terminal *terminal, double share, unsigned columns);

#endif
