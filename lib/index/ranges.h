/* ranges.h - are all numbers of a column what they may be?  Asked at each opening, so quickly: no loop stops early. */
#ifndef BS_RANGES_H
#define BS_RANGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Is each below a limit? */
bool bs_are_below(const uint32_t *numbers, size_t count, uint32_t limit);
bool bs_bytes_are_below(const uint8_t *bytes, size_t count, uint8_t limit);

/* Is none less than the one before it?  And is each more than that? */
bool bs_ascend(const uint32_t *numbers, size_t count);
bool bs_ascend_strictly(const uint32_t *numbers, size_t count);

/* Are all the same number? */
bool bs_are_all(const uint32_t *numbers, size_t count, uint32_t number);

#endif
