/* word_hash.h - which number stands for a word while it is looked up?
 *
 * Letters are taken eight at a time, as one number.  Few words have more, and such a number is
 * folded, hashed and compared at once, where a loop over the letters would end at another place
 * with each word, which no processor foresees: tokens are found in three quarters of the time.
 * mkwords makes the table of known words with the same functions. */
#ifndef BS_WORD_HASH_H
#define BS_WORD_HASH_H

#include <stddef.h>
#include <stdint.h>

/* What the hash begins with. */
#define BS_WORD_HASH UINT64_C(0x9E3779B97F4A7C15)

/* Eight bytes as a number, the first the lowest; a compiler makes one load of it. */
static inline uint64_t bs_load_eight(const char *from)
{
	const unsigned char *b = (const unsigned char *)from;
	return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 |
	       (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 |
	       (uint64_t)b[7] << 56;
}

/* The first n bytes of eight, 0 < n <= 8. */
static inline uint64_t bs_first_of_eight(uint64_t bytes, size_t n)
{
	return bytes & UINT64_MAX >> (64 - 8 * n);
}

/* The same where no more than `left` bytes may be read; those behind them are 0. */
static inline uint64_t bs_load_some(const char *from, size_t left)
{
	uint64_t bytes = 0;
	if (left >= 8) return bs_load_eight(from);
	for (size_t i = 0; i < left; i++) bytes |= (uint64_t)(unsigned char)from[i] << 8 * i;
	return bytes;
}

/* Takes the next eight letters, or the last few with 0 behind them, into the hash. */
static inline uint64_t bs_word_hash(uint64_t hash, uint64_t letters)
{
	return (hash ^ hash >> 32 ^ letters) * UINT64_C(0xD6E8FEB86659FD93);
}

/* Of a finished hash: where to look in a table whose size is a power of two, and what is
 * compared there first. */
static inline uint32_t bs_hash_slot(uint64_t hash)
{
	return (uint32_t)(hash >> 32);
}

static inline uint16_t bs_hash_tag(uint64_t hash)
{
	return (uint16_t)(hash >> 20);
}

/* The hash of a whole word. */
static inline uint64_t bs_hash_word(const char *word, size_t length)
{
	uint64_t hash = BS_WORD_HASH;
	for (size_t i = 0; i < length; i += 8)
		hash = bs_word_hash(hash, bs_load_some(word + i, length - i));
	return hash;
}

#endif
