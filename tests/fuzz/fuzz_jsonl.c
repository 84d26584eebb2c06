/* Whatever a file of JSON Lines holds, each line becomes a sound document, or a problem that is told. */
#include "common.h"
#include "reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	fuzz_reading(bytes, length, BRAD_INPUT_JSONL);
	return 0;
}
