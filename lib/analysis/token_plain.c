#include "analysis/token_plain.h"

#include "analysis/word_find.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define L8 BS_LETTER, BS_LETTER, BS_LETTER, BS_LETTER, BS_LETTER, BS_LETTER, BS_LETTER, BS_LETTER
#define B8 BS_BEYOND, BS_BEYOND, BS_BEYOND, BS_BEYOND, BS_BEYOND, BS_BEYOND, BS_BEYOND, BS_BEYOND
#define D5 BS_DIGIT, BS_DIGIT, BS_DIGIT, BS_DIGIT, BS_DIGIT

/* clang-format off */
const unsigned char bs_byte_classes[256] = {
	[9] = BS_WHITE, BS_WHITE, BS_WHITE, BS_WHITE, BS_WHITE, [' '] = BS_WHITE,
	['\''] = BS_APOSTROPHE,
	['0'] = D5, D5,
	['A'] = L8, L8, L8, BS_LETTER, BS_LETTER,
	['a'] = L8, L8, L8, BS_LETTER, BS_LETTER,
	[0x80] = B8, B8, B8, B8, B8, B8, B8, B8, B8, B8, B8, B8, B8, B8, B8, B8,
};
/* clang-format on */

/* A bit for each of sixteen bytes, the first the lowest: is it an ASCII letter? */
static unsigned mark_sixteen(const char *from)
{
#ifdef __SSE2__
	__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)from);
	__m128i small = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
	__m128i high = _mm_add_epi8(small, _mm_set1_epi8(127 - 'z')); /* so that only a to z are */
	return (unsigned)_mm_movemask_epi8(_mm_cmpgt_epi8(high, _mm_set1_epi8(126 - 'z' + 'a')));
#else
	unsigned marks = 0;
	for (unsigned i = 0; i < 16; i++)
		marks |= (unsigned)(bs_byte_class(from[i]) == BS_LETTER) << i;
	return marks;
#endif
}

enum { REACH = 8 + BS_MOST_LETTERS }; /* less than this is looked at, from where a word begins */

/* Marks the letters of the text from `at` on. */
static void mark_letters(struct bs_ahead *ahead, size_t at)
{
	size_t n = 0, left = ahead->end - at < BS_AHEAD ? ahead->end - at : BS_AHEAD;
	for (; n + 16 <= left; n += 16)
		ahead->letters[n / 16] = (uint16_t)mark_sixteen(ahead->text + at + n);
	memset(ahead->letters + n / 16, 0, 4 * sizeof *ahead->letters);
	ahead->from = at;
	ahead->stop = n > REACH ? at + n - REACH : at;
}

/* How many letters begin at a place among the bits?  More than BS_MOST_LETTERS may be too few. */
static size_t count_letters(const struct bs_ahead *ahead, size_t at)
{
	const uint16_t *marks = &ahead->letters[(at - ahead->from) / 16];
	uint32_t two = marks[0] | (uint32_t)marks[1] << 16;
	return (size_t)__builtin_ctzll(~((uint64_t)two >> (at - ahead->from) % 16));
}

/* BS_CAPITALS if there are only such, and two of them at least. */
static uint8_t tell_capitals(const char *word, size_t length)
{
	size_t i = 1;
	while (i < length && !(word[i] & 0x20)) i++;
	return i == length && length > 1 ? BS_CAPITALS : 0;
}

size_t bs_plain_words(struct bs_ahead *ahead, size_t at, uint8_t flags, struct bs_token *tokens,
		      size_t most)
{
	const char *text = ahead->text;
	size_t n = 0;
	if (at >= ahead->stop) mark_letters(ahead, at);
	while (n < most && at < ahead->stop) {
		struct bs_letters letters;
		size_t length = count_letters(ahead, at), end = at + length;
		if (length == 0 || length > BS_MOST_LETTERS ||
		    bs_byte_class(text[end]) & (BS_DIGIT | BS_APOSTROPHE | BS_BEYOND))
			break;
		bs_read_letters(text + at, length, &letters);
		if (!(text[at] & 0x20)) flags |= BS_CAPITAL | tell_capitals(text + at, length);
		tokens[n++] = (struct bs_token){
			.start = (uint32_t)at,
			.end = (uint32_t)end,
			.value = (uint32_t)letters.eights[0],
			.word = bs_word_find_hashed(letters.eights, length, letters.hash),
			.kind = BS_WORD,
			.flags = flags | BS_PLAIN};
		if (text[end] != ' ') break;
		at = end + 1;
		flags = BS_SPACE;
	}
	return n;
}
