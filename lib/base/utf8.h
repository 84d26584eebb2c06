/* utf8.h - what is a character?  utf8proc knows; this is its short face, quick for ASCII. */
#ifndef BS_UTF8_H
#define BS_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The same beyond ASCII. */
uint32_t bs_utf8_beyond(const char *text, size_t at, size_t end, size_t *length);

/* The character at text[at], and its length in bytes in *length.  A byte that
 * begins no valid character is U+FFFD, one byte long.  at < end. */
static inline uint32_t bs_utf8_at(const char *text, size_t at, size_t end, size_t *length)
{
	unsigned char first = (unsigned char)text[at];
	if (first >= 0x80) return bs_utf8_beyond(text, at, end, length);
	*length = 1;
	return first;
}

/* The start of the character that ends at `at` (> 0). */
size_t bs_utf8_before(const char *text, size_t at);

/* The first byte that begins no valid character, or `length` if there is none. */
size_t bs_utf8_check(const char *text, size_t length);

/* Writes a character and returns its length, at most 4 bytes. */
size_t bs_utf8_put(uint32_t character, char *out);

/* A character as Windows-1252 means the byte. */
uint32_t bs_windows_1252(unsigned char byte);

/* What utf8proc says of characters beyond ASCII. */
bool bs_is_space_beyond(uint32_t c);
bool bs_is_letter_beyond(uint32_t c);
bool bs_is_upper_beyond(uint32_t c);
bool bs_is_lower_beyond(uint32_t c);

/* White space, and U+FEFF, the byte order mark. */
static inline bool bs_is_space(uint32_t c)
{
	return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : bs_is_space_beyond(c);
}

/* Letters and the marks that go with them. */
static inline bool bs_is_letter(uint32_t c)
{
	return c < 0x80 ? (c | 32) >= 'a' && (c | 32) <= 'z' : bs_is_letter_beyond(c);
}

/* 0-9 only. */
static inline bool bs_is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

/* Upper or title case. */
static inline bool bs_is_upper(uint32_t c)
{
	return c < 0x80 ? c >= 'A' && c <= 'Z' : bs_is_upper_beyond(c);
}

static inline bool bs_is_lower(uint32_t c)
{
	return c < 0x80 ? c >= 'a' && c <= 'z' : bs_is_lower_beyond(c);
}

/* The small letter of a capital; any other character is its own. */
uint32_t bs_to_lower(uint32_t c);

bool bs_is_number(uint32_t c); /* any digit or number sign of any script */

/* Appends the folded form of a piece of text to out, which has room for
 * 4 * length + 4 bytes, and returns its length: lower case, without accents, the
 * apostrophes ’ ‘ ʼ as ', compatibility forms (ligatures, wide letters) as plain ones. */
size_t bs_fold(const char *text, size_t length, char *out);

#endif
