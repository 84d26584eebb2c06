#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

uint32_t bs_utf8_beyond(const char *text, size_t at, size_t end, size_t *length)
{
	*length = 1;
	utf8proc_int32_t c;
	utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text + at,
					      (utf8proc_ssize_t)(end - at), &c);
	if (n <= 0) return 0xFFFD;
	*length = (size_t)n;
	return (uint32_t)c;
}

size_t bs_utf8_before(const char *text, size_t at)
{
	size_t start = at - 1;
	while (start > 0 && at - start < 4 && ((unsigned char)text[start] & 0xC0) == 0x80) start--;
	return start;
}

#define EACH(byte) ((byte)*UINT64_C(0x0101010101010101)) /* the same byte in all eight */

/* Are the eight bytes at text all ASCII? */
static bool is_plain(const char *text)
{
	uint64_t bytes;
	memcpy(&bytes, text, sizeof bytes);
	return (bytes & EACH(0x80)) == 0;
}

/* Eight bytes of ASCII in lower case: a capital is one that reaches 0x80 with 'A' taken for it, but
 * not with 'Z' + 1. */
static void fold_eight(const char *text, char *out)
{
	uint64_t bytes;
	memcpy(&bytes, text, sizeof bytes);
	uint64_t from_a = bytes + EACH(0x80 - 'A'), past_z = bytes + EACH(0x80 - ('Z' + 1));
	bytes |= (from_a & ~past_z & EACH(0x80)) >> 2;
	memcpy(out, &bytes, sizeof bytes);
}

size_t bs_utf8_check(const char *text, size_t length)
{
	size_t at = 0;
	while (at < length) {
		while (length - at >= 8 && is_plain(text + at)) at += 8; /* nearly all of it */
		if (at == length) break;
		size_t n;
		uint32_t c = bs_utf8_at(text, at, length, &n);
		if (c == 0xFFFD && n == 1) return at;
		at += n;
	}
	return length;
}

size_t bs_utf8_put(uint32_t character, char *out)
{
	return (size_t)utf8proc_encode_char((utf8proc_int32_t)character, (utf8proc_uint8_t *)out);
}

uint32_t bs_windows_1252(unsigned char byte)
{
	static const uint16_t high[32] = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020,
					  0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
					  0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D,
					  0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
					  0x0153, 0xFFFD, 0x017E, 0x0178};
	return byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80] : byte;
}

bool bs_is_number(uint32_t c)
{
	if (c < 0x80) return bs_is_digit(c);
	utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
	return k >= UTF8PROC_CATEGORY_ND && k <= UTF8PROC_CATEGORY_NO;
}

bool bs_is_space_beyond(uint32_t c)
{
	if (c == 0x85 || c == 0xFEFF || c == 0x200B) return true;
	utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
	return k == UTF8PROC_CATEGORY_ZS || k == UTF8PROC_CATEGORY_ZL || k == UTF8PROC_CATEGORY_ZP;
}

bool bs_is_letter_beyond(uint32_t c)
{
	utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
	return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_ME;
}

bool bs_is_upper_beyond(uint32_t c)
{
	utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
	return k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LT;
}

bool bs_is_lower_beyond(uint32_t c)
{
	return utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LL;
}

uint32_t bs_to_lower(uint32_t c)
{
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

/* Folds a character beyond ASCII: decomposes it, removes its marks, and makes it lower case. */
static size_t fold_character(uint32_t c, char *out)
{
	if (c == 0x2019 || c == 0x2018 || c == 0x02BC) {
		*out = '\'';
		return 1;
	}
	utf8proc_int32_t parts[32];
	int boundary = 0;
	utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c, parts, 32,
						     UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
							     UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK,
						     &boundary);
	if (n < 0 || n > 32) return bs_utf8_put(c, out);
	size_t length = 0;
	char piece[4];
	for (utf8proc_ssize_t i = 0; i < n && length + 4 <= 12; i++) {
		size_t k = bs_utf8_put((uint32_t)parts[i], piece);
		memcpy(out + length, piece, k);
		length += k;
	}
	return length;
}

size_t bs_fold(const char *text, size_t length, char *out)
{
	size_t n = 0;
	for (size_t at = 0;;) {
		unsigned char b = 0;
		for (; length - at >= 8 && is_plain(text + at); at += 8, n += 8)
			fold_eight(text + at, out + n);
		for (; at < length && (b = (unsigned char)text[at]) < 0x80; at++)
			out[n++] = (char)(b + ((b >= 'A' && b <= 'Z') << 5));
		if (at == length) break;
		size_t k;
		uint32_t c = bs_utf8_at(text, at, length, &k);
		char folded[12];
		size_t m = fold_character(c, folded);
		if (m > 4 * k) m = 0; /* cannot be: a character at most gets 4 times as long */
		memcpy(out + n, folded, m);
		n += m;
		at += k;
	}
	return n;
}
