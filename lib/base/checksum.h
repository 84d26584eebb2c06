/* checksum.h - are these the bytes that were written?  XXH3 of 64 bits, by the widest instructions there are. */
#ifndef BS_CHECKSUM_H
#define BS_CHECKSUM_H

#include <stddef.h>
#include <stdint.h>

uint64_t bs_checksum(const void *bytes, size_t length);

/* The same, each by one kind of instructions: those that any processor has that the
 * library is built for, and AVX2, which the processor must have. */
uint64_t bs_checksum_plain(const void *bytes, size_t length);
uint64_t bs_checksum_wide(const void *bytes, size_t length);

/* Has the processor AVX2? */
static inline int bs_has_wide(void)
{
#ifdef __x86_64__
	return __builtin_cpu_supports("avx2");
#else
	return 0;
#endif
}

#endif
