#define _XOPEN_SOURCE 700 /* for wcwidth */

#include "clean.h"

#include <wchar.h>

#define REPLACEMENT 0xFFFDu

/* Strict UTF-8: no surrogates, nothing longer than need be. */
static uint32_t decode(const unsigned char *s, size_t left, size_t *length)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	unsigned char c = s[0];
	*length = 1;
	if (c < 0x80) return c;
	size_t n = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
	if (c < 0xC2 || c > 0xF4 || n > left) return REPLACEMENT;
	uint32_t character = c & (0x7Fu >> n);
	for (size_t i = 1; i < n; i++) {
		if ((s[i] & 0xC0) != 0x80) return REPLACEMENT;
		character = character << 6 | (s[i] & 0x3F);
	}
	if (character < least[n] || character > 0x10FFFF || character >> 11 == 0x1B)
		return REPLACEMENT;
	*length = n;
	return character;
}

uint32_t clean_next(const char *text, size_t left, size_t *length, bool lines)
{
	uint32_t c = decode((const unsigned char *)text, left, length);
	if (c == '\n' || c == '\t') return lines ? c : ' ';
	if (c == ' ' || c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 ||
	    c == 0x2029)
		return ' ';
	bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
	bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
	return control || direction ? REPLACEMENT : c;
}

void clean_write(FILE *stream, const char *text, size_t length, bool lines)
{
	size_t n;
	for (size_t i = 0; i < length; i += n) {
		uint32_t c = clean_next(text + i, length - i, &n, lines);
		if (c == REPLACEMENT)
			fputs("\xEF\xBF\xBD", stream);
		else if (c < 0x80)
			putc((int)c, stream);
		else
			fwrite(text + i, 1, n, stream);
	}
}

unsigned char_width(uint32_t character)
{
	int width = character < 0x7F ? 1 : wcwidth((wchar_t)character);
	return width < 0 ? 1 : (unsigned)width;
}
