/* bits.h - how are sets of small numbers kept as bits, 64 a word? */
#ifndef BS_BITS_H
#define BS_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

static inline bool bs_bit(const uint64_t *bits, size_t i)
{
	return bits[i / 64] >> i % 64 & 1;
}

static inline void bs_bit_set(uint64_t *bits, size_t i)
{
	bits[i / 64] |= (uint64_t)1 << i % 64;
}

static inline void bs_bit_clear(uint64_t *bits, size_t i)
{
	bits[i / 64] &= ~((uint64_t)1 << i % 64);
}

/* The lowest bit of a word that is not 0. */
static inline unsigned bs_bit_lowest(uint64_t word)
{
	return (unsigned)__builtin_ctzll(word);
}

/* Sets `count` bits from `first` on. */
void bs_bits_set(uint64_t *bits, size_t first, size_t count);

/* How many bits are set? */
size_t bs_bits_count(const uint64_t *bits, size_t words);

#endif
