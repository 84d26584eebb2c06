/* Whatever a file of plain text holds, it becomes a sound document, or a problem that is told. */
#include "common.h"
#include "reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	fuzz_reading(bytes, length, BRAD_INPUT_TEXT);
	return 0;
}
