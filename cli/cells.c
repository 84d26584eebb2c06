#include "cells.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool is_utf8(const char *locale)
{
	const char *dot = strchr(locale, '.');
	return dot && (strncasecmp(dot, ".UTF-8", 6) == 0 || strncasecmp(dot, ".UTF8", 5) == 0);
}

/* The program's own locale is always UTF-8; what counts is what the user set. */
bool marks_are_plain(void)
{
	static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
	if (terminal_is_dumb()) return true;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *locale = getenv(names[i]);
		if (locale && *locale) return !is_utf8(locale);
	}
	return true;
}

unsigned text_width(const char *text)
{
	unsigned width = 0;
	size_t n, left = strlen(text);
	for (; left > 0; text += n, left -= n)
		width += char_width(clean_next(text, left, &n, false));
	return width;
}

void cell_part(FILE *stream, const char *text, unsigned columns)
{
	size_t n;
	for (size_t left = strlen(text); left > 0; text += n, left -= n) {
		unsigned width = char_width(clean_next(text, left, &n, false));
		if (width > columns) return;
		columns -= width;
		clean_write(stream, text, n, false);
	}
}

void cell_write(FILE *stream, const char *text, unsigned columns)
{
	unsigned width = text_width(text);
	size_t n;
	if (width <= columns) {
		cell_part(stream, text, columns);
		fprintf(stream, "%*s", (int)(columns - width), "");
	} else if (*text == '/') {
		for (; width >= columns; text += n)
			width -= char_width(clean_next(text, strlen(text), &n, false));
		fputs("…", stream);
		cell_part(stream, text, columns - 1);
	} else {
		cell_part(stream, text, columns - 1);
		fputs("…", stream);
	}
}

void cell_bar(const struct terminal *t, double share, unsigned columns)
{
	static const char *const parts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
	char bar[1024] = "";
	size_t used = 0;
	bool plain = marks_are_plain();
	unsigned eighths = (unsigned)(share * columns * 8);
	if (share > 0 && eighths == 0) eighths = 1;
	if (plain && share > 0) eighths = eighths < 8 ? 8 : eighths / 8 * 8;
	for (; eighths >= 8 && used + 8 < sizeof bar; eighths -= 8)
		used += (size_t)snprintf(bar + used, sizeof bar - used, plain ? "#" : "█");
	snprintf(bar + used, sizeof bar - used, "%s", parts[eighths % 8]);
	style_write(t, bar, STYLE_BAR);
}
