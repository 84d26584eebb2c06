#include "base/checksum.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

uint64_t bs_checksum_plain(const void *bytes, size_t length)
{
	return XXH3_64bits(bytes, length);
}

uint64_t bs_checksum(const void *bytes, size_t length)
{
	return bs_has_wide() ? bs_checksum_wide(bytes, length) : XXH3_64bits(bytes, length);
}
