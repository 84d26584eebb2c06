#include "peer_icu.h"

#include <stdio.h>
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

static void check(UErrorCode status)
{
	if (U_SUCCESS(status)) return;
	fprintf(stderr, "stages: ICU: %s\n", u_errorName(status));
	exit(2);
}

/* The text stays UTF-8, as ours does, so that the boundaries are bytes of it. */
size_t icu_sentences(const char *text, size_t length)
{
	static UBreakIterator *iterator;
	UErrorCode status = U_ZERO_ERROR;
	UText view = UTEXT_INITIALIZER;
	size_t count = 0;
	if (!iterator) iterator = ubrk_open(UBRK_SENTENCE, "en_GB", NULL, 0, &status);
	utext_openUTF8(&view, text, (int64_t)length, &status);
	check(status);
	ubrk_setUText(iterator, &view, &status);
	check(status);
	while (ubrk_next(iterator) != UBRK_DONE) count++;
	utext_close(&view);
	return count;
}
