/* Runs a fuzz target without a fuzzer: on each file named, and on a hundred
 * variations of it that are the same on every run. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

enum { VARIATIONS = 100 };

/* xorshift64: Marsaglia, "Xorshift RNGs" (2003). */
static uint64_t next(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

/* Changes, cuts out or doubles a few stretches, marks that matter among them. */
static size_t vary(uint8_t *bytes, size_t length, size_t room, uint64_t *state)
{
	static const char *const pieces[] = {"\"",   "“",  "”",   "‘",    "’", "'",   "\n",
					     "\n\n", ".",  "...", "(",    ")", "\\",  "{",
					     "}",    "OR", "-",   "\xFF", " ", "said"};
	for (uint64_t edits = 1 + next(state) % 8; edits > 0 && length > 0; edits--) {
		size_t at = next(state) % length, n = next(state) % 40;
		const char *piece = pieces[next(state) % (sizeof pieces / sizeof *pieces)];
		size_t m = strlen(piece);
		if (n > length - at) n = length - at;
		switch (next(state) % 3) {
		case 0:
			memmove(bytes + at, bytes + at + n, length - at - n);
			length -= n;
			break;
		case 1:
			if (length + m > room) break;
			memmove(bytes + at + m, bytes + at, length - at);
			memcpy(bytes + at, piece, m);
			length += m;
			break;
		default: bytes[at] = (uint8_t)next(state);
		}
	}
	return length;
}

static void replay(const char *path)
{
	FILE *file = fopen(path, "rb");
	if (!file) {
		fprintf(stderr, "cannot open '%s'\n", path);
		exit(1);
	}
	size_t room = 1 << 20;
	uint8_t *given = malloc(room), *varied = malloc(room);
	if (!given || !varied) exit(1);
	size_t length = fread(given, 1, room / 2, file);
	fclose(file);
	LLVMFuzzerTestOneInput(given, length);
	uint64_t state = 88172645463325252u;
	for (int i = 0; i < VARIATIONS; i++) {
		memcpy(varied, given, length);
		LLVMFuzzerTestOneInput(varied, vary(varied, length, room, &state));
	}
	free(given);
	free(varied);
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) replay(argv[i]);
	return argc > 1 ? 0 : 2;
}
