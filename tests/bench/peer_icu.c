#include "peer_icu.h"

#include <stdio.h>
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

static void check(UErrorCode status)
{
	if (U_SUCCESS(status)) return;
	fprintf(stderr, "stages: ICU: %s\n", u_errorName(status));
	exit(2);
}

static UBreakIterator *open_iterator(enum icu_way way)
{
	static UBreakIterator *iterators[ICU_ABBREVIATIONS + 1];
	UErrorCode status = U_ZERO_ERROR;
	if (!iterators[way])
		iterators[way] = ubrk_open(UBRK_SENTENCE,
					   way == ICU_ABBREVIATIONS ? "en_GB@ss=standard" : "en_GB",
					   NULL, 0, &status);
	check(status);
	return iterators[way];
}

/* The boundaries are put here, so that none of the work can be left out. */
static volatile size_t boundary;

static size_t through_view(UBreakIterator *iterator, const char *text, size_t length)
{
	UErrorCode status = U_ZERO_ERROR;
	UText view = UTEXT_INITIALIZER;
	size_t count = 0;
	utext_openUTF8(&view, text, (int64_t)length, &status);
	check(status);
	ubrk_setUText(iterator, &view, &status);
	check(status);
	for (int32_t at; (at = ubrk_next(iterator)) != UBRK_DONE; count++) boundary = (size_t)at;
	utext_close(&view);
	return count;
}

static size_t through_utf16(UBreakIterator *iterator, const char *text, size_t length)
{
	static UChar *wide;
	static size_t room;
	UErrorCode status = U_ZERO_ERROR;
	int32_t wide_length, from = 0;
	size_t count = 0, byte = 0;
	if (room < length + 1) {
		room = 2 * length + 1;
		wide = realloc(wide, room * sizeof *wide);
		if (!wide) exit(2);
	}
	u_strFromUTF8(wide, (int32_t)room, &wide_length, text, (int32_t)length, &status);
	check(status);
	ubrk_setText(iterator, wide, wide_length, &status);
	check(status);
	for (int32_t at; (at = ubrk_next(iterator)) != UBRK_DONE; count++) {
		while (from < at) {
			UChar32 c;
			U16_NEXT(wide, from, wide_length, c);
			byte += (size_t)U8_LENGTH(c);
		}
		boundary = byte;
	}
	return count;
}

size_t icu_sentences(enum icu_way way, const char *text, size_t length)
{
	UBreakIterator *iterator = open_iterator(way);
	return way == ICU_VIEW ? through_view(iterator, text, length)
			       : through_utf16(iterator, text, length);
}
