#include "base/bits.h"

void bs_bits_set(uint64_t *bits, size_t first, size_t count)
{
	if (count == 0) return;
	size_t last = first + count - 1, i = first / 64, end = last / 64;
	uint64_t head = ~(uint64_t)0 << first % 64, tail = ~(uint64_t)0 >> (63 - last % 64);
	if (i == end) {
		bits[i] |= head & tail;
		return;
	}
	bits[i++] |= head;
	while (i < end) bits[i++] = ~(uint64_t)0;
	bits[end] |= tail;
}

/* Counts bits within bytes, in a way that compilers turn into vector instructions.  Bytes can
 * hold the counts of BLOCK words. */
enum { BLOCK = 16 };

size_t bs_bits_count(const uint64_t *bits, size_t words)
{
	const uint64_t ones = 0x5555555555555555, twos = 0x3333333333333333,
		       fours = 0x0F0F0F0F0F0F0F0F, eights = 0x00FF00FF00FF00FF;
	size_t count = 0, i = 0;
	for (; i + BLOCK <= words; i += BLOCK) {
		uint64_t sum = 0;
		for (size_t k = 0; k < BLOCK; k++) {
			uint64_t w = bits[i + k];
			w -= w >> 1 & ones;
			w = (w & twos) + (w >> 2 & twos);
			sum += (w + (w >> 4)) & fours;
		}
		sum = (sum & eights) + (sum >> 8 & eights);
		count += (size_t)(sum * 0x0001000100010001 >> 48);
	}
	for (; i < words; i++) count += bs_bit_count(bits[i]);
	return count;
}
