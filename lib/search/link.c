/* The address of a sentence: that of its article, and a text fragment that has a browser go to it.
 *
 * The fragment is of the WICG's draft "URL Fragment Text Directives": the words
 * themselves, or of many words the first and the last, each percent-encoded so
 * that no "-", "," or "&" is taken for one of the draft's own. */
#include "base/utf8.h"
#include "search/cite.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { EDGE = 6 }; /* so many words begin and end a long sentence */

/* ---- Writing ------------------------------------------------------------ */

void bs_out_string(struct bs_out *out, const char *text)
{
	while (*text) bs_out_byte(out, *text++);
}

/* Appends short text that does not come from an article. */
void bs_out_format(struct bs_out *out, const char *format, ...)
{
	char text[64];
	va_list args;
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	bs_out_string(out, text);
}

size_t bs_out_end(struct bs_out *out)
{
	if (out->size > 0) out->buffer[out->length < out->size ? out->length : out->size - 1] = 0;
	return out->length;
}

static void put_percent(struct bs_out *out, char byte)
{
	bs_out_format(out, "%%%02X", (unsigned)(unsigned char)byte);
}

/* ---- The fragment ------------------------------------------------------- */

static bool is_word_character(const char *text, size_t at, size_t end, size_t *n)
{
	uint32_t c = bs_utf8_at(text, at, end, n);
	return bs_is_letter(c) || bs_is_number(c);
}

/* Without the marks at both ends, which a page may print otherwise. */
static brad_span trim(const char *text, brad_span span)
{
	size_t n, last = span.start;
	while (span.start < span.end && !is_word_character(text, span.start, span.end, &n))
		span.start += n;
	for (size_t at = span.start; at < span.end; at += n)
		if (is_word_character(text, at, span.end, &n)) last = at + n;
	span.end = last > span.start ? last : span.start;
	return span;
}

static void put_words(struct bs_out *out, const char *text, brad_span span)
{
	bool space = false;
	size_t n;
	for (size_t at = span.start; at < span.end; at += n) {
		uint32_t c = bs_utf8_at(text, at, span.end, &n);
		if (bs_is_space(c)) {
			space = true;
			continue;
		}
		if (space) bs_out_string(out, "%20");
		space = false;
		for (size_t i = at; i < at + n; i++)
			if (c < 0x80 &&
			    (bs_is_letter(c) || bs_is_digit(c) || strchr("._~", text[i])))
				bs_out_byte(out, text[i]);
			else
				put_percent(out, text[i]);
	}
}

/* The first and the last words of a sentence; the last begin before the first end if it is short. */
static void find_edges(const char *text, brad_span whole, brad_span *first, brad_span *last)
{
	size_t starts[EDGE] = {0}, count = 0, n;
	bool in_word = false;
	*first = *last = whole;
	for (size_t at = whole.start; at < whole.end; at += n) {
		bool space = bs_is_space(bs_utf8_at(text, at, whole.end, &n));
		if (space && in_word && count == EDGE) first->end = at;
		if (!space && !in_word) starts[count++ % EDGE] = at;
		in_word = !space;
	}
	if (count > EDGE) last->start = starts[count % EDGE];
}

static void put_fragment(struct bs_out *out, const char *text)
{
	brad_span whole = trim(text, (brad_span){0, strlen(text)}), first, last;
	find_edges(text, whole, &first, &last);
	if (last.start < first.end) {
		put_words(out, text, whole);
		return;
	}
	put_words(out, text, trim(text, first));
	bs_out_byte(out, ',');
	put_words(out, text, trim(text, last));
}

/* ---- The address -------------------------------------------------------- */

static bool begins_with(const char *text, const char *head)
{
	for (; *head; text++, head++)
		if ((*text >= 'A' && *text <= 'Z' ? *text | 32 : *text) != *head) return false;
	return true;
}

bool bs_put_link(struct bs_out *out, const brad_hit *hit)
{
	const char *url = hit->url;
	if (!url || !(begins_with(url, "http://") || begins_with(url, "https://"))) return false;
	for (const char *c = url; *c; c++)
		if (*c > ' ' && *c < 0x7F && !strchr("\"<>\\^`{|}", *c))
			bs_out_byte(out, *c);
		else
			put_percent(out, *c);
	brad_span words = trim(hit->text, (brad_span){0, strlen(hit->text)});
	if (words.start == words.end) return true;
	bs_out_string(out, strstr(url, ":~:") ? "&text="
			   : strchr(url, '#') ? ":~:text="
					      : "#:~:text=");
	put_fragment(out, hit->text);
	return true;
}

size_t brad_hit_link(const brad_hit *hit, char *buffer, size_t size)
{
	struct bs_out out;
	bs_out_begin(&out, buffer, size);
	bs_put_link(&out, hit);
	return bs_out_end(&out);
}
