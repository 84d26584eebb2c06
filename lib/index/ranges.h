/* ranges.h - are all numbers of a column in range?  Asked whenever a segment is opened: no loop stops early, which is faster. */
#ifndef BS_RANGES_H
#define BS_RANGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Is each below a limit? */
bool bs_are_below(const uint32_t *numbers, size_t count, uint32_t limit);
bool bs_bytes_are_below(const uint8_t *bytes, size_t count, uint8_t limit);

/* Is each number at least the one before it?  Is each greater than it? */
bool bs_ascend(const uint32_t *numbers, size_t count);
bool bs_ascend_strictly(const uint32_t *numbers, size_t count);

/* Are all equal to `number`? */
bool bs_are_all(const uint32_t *numbers, size_t count, uint32_t number);

#endif
