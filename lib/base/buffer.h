/* buffer.h - how are bytes gathered, and read back?  A growing string, and numbers of variable length. */
#ifndef BS_BUFFER_H
#define BS_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A growing string.  All zero is an empty one; once anything was added, a NUL follows
 * the bytes.  After a failed allocation `failed` is set and further bytes are dropped,
 * so that one check at the end is enough. */
struct bs_buffer {
	char *bytes;
	size_t length, room;
	bool failed;
};

void bs_buffer_add_more(struct bs_buffer *b, const void *bytes, size_t n); /* makes room first */

/* Appends n bytes.  Inline, since there mostly is room, and n is often a constant. */
static inline void bs_buffer_add(struct bs_buffer *b, const void *bytes, size_t n)
{
	if (b->room - b->length <= n || b->failed) {
		bs_buffer_add_more(b, bytes, n);
		return;
	}
	if (n) memcpy(b->bytes + b->length, bytes, n);
	b->length += n;
	b->bytes[b->length] = '\0';
}

void bs_buffer_string(struct bs_buffer *b, const char *string); /* without its NUL */
void bs_buffer_number(struct bs_buffer *b, uint64_t number); /* LEB128: 7 bits a byte, low first */
void bs_buffer_text(struct bs_buffer *b,
		    const char *string);   /* a number, its length + 1 (0: NULL), then the bytes */
void bs_buffer_clear(struct bs_buffer *b); /* makes it empty, and keeps its memory */
void bs_buffer_free(struct bs_buffer *b);

/* Reads what the functions above wrote.  After the end, or at bytes that are no such
 * number, `bad` is set and zeros are returned, so that one check at the end is enough. */
struct bs_input {
	const unsigned char *at, *end;
	bool bad;
};

uint64_t bs_input_long_number(struct bs_input *in);

/* Reads a number; most have one byte. */
static inline uint64_t bs_input_number(struct bs_input *in)
{
	return in->at < in->end && *in->at < 0x80 ? *in->at++ : bs_input_long_number(in);
}

const char *bs_input_text(struct bs_input *in, size_t *length); /* without a NUL; NULL for NULL */

#endif
