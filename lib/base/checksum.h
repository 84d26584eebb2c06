/* checksum.h - are these the bytes that were written?  64-bit XXH3, by the widest instructions of the processor. */
#ifndef BS_CHECKSUM_H
#define BS_CHECKSUM_H

#include <stddef.h>
#include <stdint.h>

uint64_t bs_checksum(const void *bytes, size_t length);

/* The same by one kind of instructions: those that the library is compiled for, and
 * AVX2, which the processor must have. */
uint64_t bs_checksum_plain(const void *bytes, size_t length);
uint64_t bs_checksum_wide(const void *bytes, size_t length);

/* Does the processor have AVX2? */
static inline int bs_has_wide(void)
{
#ifdef __x86_64__
	return __builtin_cpu_supports("avx2");
#else
	return 0;
#endif
}

#endif
