#include "input/input.h"

#include "base/error.h"
#include "base/utf8.h"

#include <string.h>

/* Reads the whole file, or just more than the limit. */
static brad_status read_all(brad_reader *r, brad_error *err)
{
	while (!r->ended && r->raw.length <= r->limit) {
		brad_status status = bs_reader_fill(r, err);
		if (status != BRAD_OK) return status;
		bs_buffer_add(&r->raw, r->block, r->end);
	}
	r->ended = true;
	return r->raw.failed ? bs_no_memory(err) : BRAD_OK;
}

/* Does the text begin with these small letters, or the same capitals? */
static bool begins_with(const char *text, size_t length, const char *begin)
{
	size_t i = 0;
	for (; i < length && begin[i]; i++)
		if (bs_to_lower((unsigned char)text[i]) != (unsigned char)begin[i]) return false;
	return !begin[i];
}

/* Returns where the text begins, behind a byte order mark and white space. */
static size_t find_begin(const char *text, size_t length)
{
	size_t i = length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	while (i < length && strchr(" \t\r\n", text[i])) i++;
	return i;
}

/* Is this a page that was saved from the web as it is? */
static bool looks_like_html(const char *text, size_t length)
{
	return begins_with(text, length, "<!doctype html") ||
	       (begins_with(text, length, "<html") && length > 5 && strchr("> \t\r\n", text[5]));
}

brad_status bs_text_next(brad_reader *r, const brad_document **out, brad_error *err)
{
	brad_status status = read_all(r, err);
	if (status != BRAD_OK) return status;
	if (r->raw.length > r->limit) return bs_reader_too_large(r, ":", err);
	if (bs_is_binary(r->raw.bytes, r->raw.length))
		return bs_fail(err, BRAD_EINPUT, "%s: a binary file, not text", r->path);
	size_t begin = find_begin(r->raw.bytes, r->raw.length);
	if (begin == r->raw.length)
		return bs_fail(err, BRAD_EINPUT, "%s: empty: there is no text in it", r->path);
	const struct bs_buffer *text = &r->raw;
	if (bs_utf8_check(r->raw.bytes, r->raw.length) < r->raw.length) {
		bs_decode(r->raw.bytes, r->raw.length, &r->decoded);
		if (r->decoded.failed) return bs_no_memory(err);
		text = &r->decoded;
	}
	r->document = (brad_document)BRAD_DOCUMENT_INIT;
	r->document.id = r->document.path = r->path;
	r->document.line = 1;
	r->document.text = text->bytes;
	r->document.text_length = text->length;
	r->held = looks_like_html(text->bytes + begin, text->length - begin);
	if (r->held)
		return bs_fail(err, BRAD_EINPUT,
			       "%s: HTML, read with its tags as if it were text; make plain text "
			       "of it first, as 'pandoc -t plain' does",
			       r->path);
	*out = &r->document;
	return BRAD_OK;
}
