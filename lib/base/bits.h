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

/* All bits below that one. */
static inline uint64_t bs_bits_below(uint64_t word)
{
	return ~word & (word - 1);
}

/* How many bits of a word are set: most processors have it as one instruction, but not all. */
static inline unsigned bs_bit_count(uint64_t word)
{
	const uint64_t ones = 0x5555555555555555, twos = 0x3333333333333333,
		       fours = 0x0F0F0F0F0F0F0F0F;
	word -= word >> 1 & ones;
	word = (word & twos) + (word >> 2 & twos);
	word = (word + (word >> 4)) & fours;
	return (unsigned)(word * 0x0101010101010101 >> 56);
}

/* Sets `count` bits from `first` on. */
void bs_bits_set(uint64_t *bits, size_t first, size_t count);

/* How many bits are set? */
size_t bs_bits_count(const uint64_t *bits, size_t words);

#endif
