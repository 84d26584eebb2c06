#include "base/buffer.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_NUMBER = 10 };

void bs_buffer_add_more(struct bs_buffer *b, const void *bytes, size_t n)
{
	if (b->failed) return;
	if (b->room - b->length <= n) {
		if (n >= SIZE_MAX / 4 || b->length >= SIZE_MAX / 4) {
			b->failed = true;
			return;
		}
		size_t room = b->room ? b->room * 2 : 64;
		while (room - b->length <= n) room *= 2;
		char *larger = realloc(b->bytes, room);
		if (!larger) {
			b->failed = true;
			return;
		}
		b->bytes = larger;
		b->room = room;
	}
	if (n) memcpy(b->bytes + b->length, bytes, n);
	b->length += n;
	b->bytes[b->length] = '\0';
}

void bs_buffer_string(struct bs_buffer *b, const char *string)
{
	bs_buffer_add(b, string, strlen(string));
}

void bs_buffer_number(struct bs_buffer *b, uint64_t number)
{
	char bytes[LONGEST_NUMBER];
	bool fits = b->room - b->length > LONGEST_NUMBER && !b->failed;
	char *out = fits ? b->bytes + b->length : bytes;
	size_t n = 0;
	while (number >= 0x80) {
		out[n++] = (char)(number | 0x80);
		number >>= 7;
	}
	out[n++] = (char)number;
	if (fits) {
		out[n] = '\0';
		b->length += n;
	} else {
		bs_buffer_add_more(b, bytes, n);
	}
}

void bs_buffer_text(struct bs_buffer *b, const char *string)
{
	size_t n = string ? strlen(string) : 0;
	bs_buffer_number(b, string ? (uint64_t)n + 1 : 0);
	if (n) bs_buffer_add(b, string, n);
}

void bs_buffer_clear(struct bs_buffer *b)
{
	b->length = 0;
	if (b->bytes) b->bytes[0] = '\0';
}

void bs_buffer_free(struct bs_buffer *b)
{
	free(b->bytes);
	*b = (struct bs_buffer){0};
}

uint64_t bs_input_long_number(struct bs_input *in)
{
	uint64_t number = 0;
	for (unsigned shift = 0; shift < 64 && in->at < in->end; shift += 7) {
		unsigned char byte = *in->at++;
		number |= (uint64_t)(byte & 0x7F) << shift;
		if (byte < 0x80) return number;
	}
	in->bad = true;
	in->at = in->end;
	return 0;
}

const char *bs_input_text(struct bs_input *in, size_t *length)
{
	uint64_t n = bs_input_number(in);
	*length = 0;
	if (n == 0) return NULL;
	if (n - 1 > (uint64_t)(in->end - in->at)) {
		in->bad = true;
		in->at = in->end;
		return NULL;
	}
	const char *text = (const char *)in->at;
	in->at += n - 1;
	*length = (size_t)(n - 1);
	return text;
}
