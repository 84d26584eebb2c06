#include "input/input.h"

#include "base/utf8.h"

bool bs_is_binary(const char *bytes, size_t length)
{
	size_t controls = 0;
	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)bytes[i];
		if (c == 0) return true;
		if (c == 0x7F || (c < ' ' && (c < '\t' || c > '\r'))) controls++;
	}
	return controls > length / 3;
}

void bs_decode(const char *bytes, size_t length, struct bs_buffer *out)
{
	size_t at = 0;
	while (at < length) {
		size_t good = bs_utf8_check(bytes + at, length - at);
		bs_buffer_add(out, bytes + at, good);
		at += good;
		if (at == length) break;
		char character[4];
		size_t n = bs_utf8_put(bs_windows_1252((unsigned char)bytes[at]), character);
		bs_buffer_add(out, character, n);
		at++;
	}
}
