/* word_hash.h - which number stands for a word while it is looked up?
 *
 * Letters are taken eight at a time, as one number.  Few words have more, and such a number is
 * folded, hashed and compared at once, where a loop over the letters would end at another place
 * with each word, which no processor predicts: tokens are found in three quarters of the time.
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

static inline void bs_store_eight(char *to, uint64_t bytes)
{
	unsigned char *b = (unsigned char *)to;
	b[0] = (unsigned char)bytes, b[1] = (unsigned char)(bytes >> 8);
	b[2] = (unsigned char)(bytes >> 16), b[3] = (unsigned char)(bytes >> 24);
	b[4] = (unsigned char)(bytes >> 32), b[5] = (unsigned char)(bytes >> 40);
	b[6] = (unsigned char)(bytes >> 48), b[7] = (unsigned char)(bytes >> 56);
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

/* Of a finished hash: where to look in a table whose size is a power of two. */
static inline uint32_t bs_hash_slot(uint64_t hash)
{
	return (uint32_t)(hash >> 32);
}

/* Of its lower half, what is compared in a slot. */
static inline uint32_t bs_hash_tag(uint64_t hash)
{
	return (uint32_t)hash;
}

/* In which of so many buckets is it, a power of two from 2 to 65536?  Other bits tell this than those
 * that tell a slot of a small table. */
static inline uint32_t bs_hash_bucket(uint64_t hash, uint32_t buckets)
{
	return (uint32_t)(hash >> 48) & (buckets - 1);
}

/* The hash of a whole word. */
static inline uint64_t bs_hash_word(const char *word, size_t length)
{
	uint64_t hash = BS_WORD_HASH;
	for (size_t i = 0; i < length; i += 8)
		hash = bs_word_hash(hash, bs_load_some(word + i, length - i));
	return hash;
}

/* The same byte in all eight. */
#define BS_EACH(byte) ((byte)*UINT64_C(0x0101010101010101))

enum { BS_MOST_LETTERS = 16 };

/* A word of 1 to BS_MOST_LETTERS ASCII letters, made small. */
struct bs_letters {
	uint64_t eights[BS_MOST_LETTERS / 8];
	uint64_t hash;
};

/* BS_MOST_LETTERS bytes may be read from the start of the word on. */
static inline void bs_read_letters(const char *from, size_t length, struct bs_letters *out)
{
	uint64_t first = bs_load_eight(from) | BS_EACH(0x20);
	out->eights[0] = bs_first_of_eight(first, length < 8 ? length : 8);
	out->hash = bs_word_hash(BS_WORD_HASH, out->eights[0]);
	if (length <= 8) return;
	uint64_t second = bs_load_eight(from + 8) | BS_EACH(0x20);
	out->eights[1] = bs_first_of_eight(second, length - 8);
	out->hash = bs_word_hash(out->hash, out->eights[1]);
}

#endif
