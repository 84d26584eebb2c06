/* buffer.h - how are bytes gathered, and read back?  A growing string, and numbers in a varying length. */
#ifndef BS_BUFFER_H
#define BS_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Bytes with a NUL after them once anything was added.  All zero is empty.
 * After a failed allocation `failed` is set and further bytes are dropped:
 * check once, at the end. */
struct bs_buffer {
	char *bytes;
	size_t length, room;
	bool failed;
};

void bs_buffer_add_more(struct bs_buffer *b, const void *bytes, size_t n); /* of any size */

/* Mostly there is room, and n is known where this is called. */
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
void bs_buffer_clear(struct bs_buffer *b); /* empty, the room kept */
void bs_buffer_free(struct bs_buffer *b);

/* Reads what was written above.  Past the end, or on a number that is none,
 * `bad` is set and zeros are returned: check once, at the end. */
struct bs_input {
	const unsigned char *at, *end;
	bool bad;
};

uint64_t bs_input_long_number(struct bs_input *in);

/* Most numbers are of one byte. */
static inline uint64_t bs_input_number(struct bs_input *in)
{
	return in->at < in->end && *in->at < 0x80 ? *in->at++ : bs_input_long_number(in);
}

const char *bs_input_text(struct bs_input *in, size_t *length); /* no NUL after it; NULL of NULL */

#endif
