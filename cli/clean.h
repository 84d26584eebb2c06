/* clean.h - which characters may be printed?  All but those that a terminal might obey.
 *
 * What comes from articles, file names and the command line may hold control
 * characters and escape sequences; it is printed by these functions only. */
#ifndef CLI_CLEAN_H
#define CLI_CLEAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* Returns the first character of a text, and stores its length in *length.  U+FFFD stands for
 * bytes that are not valid UTF-8, and for characters that a terminal might obey: controls,
 * changes of direction.  White space other than U+00A0 becomes ' ', except newlines and tabs
 * if `lines`. */
uint32_t clean_next(const char *text, size_t left, size_t *length, bool lines);

/* Writes text with each character as clean_next() reads it. */
void clean_write(FILE *stream, const char *text, size_t length, bool lines);

/* Returns how many columns a character takes. */
unsigned char_width(uint32_t character);

#endif
