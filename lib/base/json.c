#include "base/json.h"

#include <stdlib.h>

enum { NEEDED = 64 << 10 };

bool bs_json_no_memory(const json_error_t *why)
{
	return !why->text[0] || json_error_code(why) == json_error_out_of_memory;
}

/* Where a value could not be allocated, libjansson 2.14 finds a syntax error:
 * so what it refuses is read a second time, once there is memory for it. */
brad_status bs_json_read(const char *bytes, size_t length, json_t **out, json_error_t *why)
{
	*out = json_loadb(bytes, length, 0, why);
	if (*out) return BRAD_OK;
	void *room = malloc(length + NEEDED);
	if (!room) return BRAD_ENOMEM;
	free(room);
	*out = json_loadb(bytes, length, 0, why);
	if (*out) return BRAD_OK;
	return bs_json_no_memory(why) ? BRAD_ENOMEM : BRAD_EINPUT;
}
