/* Each loop runs over blocks of a length that the compiler knows, so that it
 * takes several numbers at once. */
#include "index/ranges.h"

enum { BLOCK = 64, SHORT_BLOCK = 16 };

bool bs_are_below(const uint32_t *numbers, size_t count, uint32_t limit)
{
	uint32_t bad = 0;
	size_t i = 0;
	for (; i + BLOCK <= count; i += BLOCK)
		for (size_t k = 0; k < BLOCK; k++) bad |= numbers[i + k] >= limit;
	for (; i < count; i++) bad |= numbers[i] >= limit;
	return !bad;
}

bool bs_bytes_are_below(const uint8_t *bytes, size_t count, uint8_t limit)
{
	uint8_t bad = 0;
	size_t i = 0;
	for (; i + BLOCK <= count; i += BLOCK)
		for (size_t k = 0; k < BLOCK; k++) bad |= bytes[i + k] >= limit;
	for (; i < count; i++) bad |= bytes[i] >= limit;
	return !bad;
}

bool bs_ascend(const uint32_t *numbers, size_t count)
{
	uint32_t bad = 0;
	size_t i = 1;
	for (; i + BLOCK <= count; i += BLOCK)
		for (size_t k = 0; k < BLOCK; k++) bad |= numbers[i + k] < numbers[i + k - 1];
	for (; i < count; i++) bad |= numbers[i] < numbers[i - 1];
	return !bad;
}

bool bs_ascend_strictly(const uint32_t *numbers, size_t count)
{
	uint32_t bad = 0;
	size_t i = 1;
	for (; i + BLOCK <= count; i += BLOCK)
		for (size_t k = 0; k < BLOCK; k++) bad |= numbers[i + k] <= numbers[i + k - 1];
	for (; i < count; i++) bad |= numbers[i] <= numbers[i - 1];
	return !bad;
}

bool bs_are_all(const uint32_t *numbers, size_t count, uint32_t number)
{
	uint32_t different = 0;
	size_t i = 0;
	for (; i + SHORT_BLOCK <= count; i += SHORT_BLOCK)
		for (size_t k = 0; k < SHORT_BLOCK; k++) different |= numbers[i + k] ^ number;
	for (; i < count; i++) different |= numbers[i] ^ number;
	return !different;
}
