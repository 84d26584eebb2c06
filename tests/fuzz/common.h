/* common.h - what do fuzz targets share?  A way to say what is broken, a directory, and a small index. */
#ifndef BS_FUZZ_COMMON_H
#define BS_FUZZ_COMMON_H

#include <bradsearch.h>
#include <stddef.h>
#include <stdint.h>

#define MUST(condition)                                                                            \
	do {                                                                                       \
		if (!(condition)) fuzz_broken(__FILE__, __LINE__, #condition);                     \
	} while (0)

/* Says so and aborts. */
_Noreturn void fuzz_broken(const char *file, int line, const char *what);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

/* A directory below $TMPDIR, made at the first call and removed when the program ends. */
const char *fuzz_directory(void);

/* The path of a file in it, in one of two buffers that take turns. */
const char *fuzz_path(const char *name);

/* Writes a file of it anew. */
void fuzz_write(const char *name, const void *bytes, size_t length);

/* Makes an index of the articles of ../fault/model.h in it. */
void fuzz_make_index(void);

#endif
