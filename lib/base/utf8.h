/* utf8.h - what is a character?  This is the only way to utf8proc, and a short cut for ASCII. */
#ifndef BS_UTF8_H
#define BS_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* bs_utf8_at() for a character beyond ASCII. */
uint32_t bs_utf8_beyond(const char *text, size_t at, size_t end, size_t *length);

/* Returns the character at text[at], and stores its length in bytes in *length.  A byte
 * that begins no valid character is U+FFFD, one byte long.  `at` must be below `end`. */
static inline uint32_t bs_utf8_at(const char *text, size_t at, size_t end, size_t *length)
{
	unsigned char first = (unsigned char)text[at];
	if (first >= 0x80) return bs_utf8_beyond(text, at, end, length);
	*length = 1;
	return first;
}

/* Returns where the character before `at` begins; `at` must not be 0. */
size_t bs_utf8_before(const char *text, size_t at);

/* Returns the position of the first byte that is not valid UTF-8; `length` if all are. */
size_t bs_utf8_check(const char *text, size_t length);

/* Writes a character and returns its length, at most 4 bytes. */
size_t bs_utf8_put(uint32_t character, char *out);

/* Returns the character that a byte stands for in Windows-1252. */
uint32_t bs_windows_1252(unsigned char byte);

/* The answers of utf8proc, for characters beyond ASCII. */
bool bs_is_space_beyond(uint32_t c);
bool bs_is_letter_beyond(uint32_t c);
bool bs_is_upper_beyond(uint32_t c);
bool bs_is_lower_beyond(uint32_t c);

/* White space, and U+FEFF, the byte order mark. */
static inline bool bs_is_space(uint32_t c)
{
	return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : bs_is_space_beyond(c);
}

/* Letters, and the marks that combine with them. */
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

/* Returns the lower case of a character; itself if it has none. */
uint32_t bs_to_lower(uint32_t c);

bool bs_is_number(uint32_t c); /* a digit or numeral of any script */

/* Writes the folded form of a text to out, which must have room for 4 * length + 4
 * bytes, and returns its length.  Folding makes lower case, removes accents, turns the
 * apostrophes ’ ‘ ʼ into ', and compatibility forms (ligatures, wide letters) into
 * plain ones. */
size_t bs_fold(const char *text, size_t length, char *out);

#endif
