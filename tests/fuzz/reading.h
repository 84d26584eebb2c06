/* reading.h - what must hold of a reader of any bytes?  Checked for both formats. */
#ifndef BS_FUZZ_READING_H
#define BS_FUZZ_READING_H

#include <bradsearch.h>
#include <stddef.h>
#include <stdint.h>

/* Reads the bytes twice: the same sound documents and problems both times. */
void fuzz_reading(const uint8_t *bytes, size_t length, brad_input input);

#endif
