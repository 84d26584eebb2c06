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

static int add(const char *bytes, size_t length, void *out)
{
	bs_buffer_add(out, bytes, length);
	return ((struct bs_buffer *)out)->failed ? -1 : 0;
}

/* libjansson 2.14 writes on where the end of a key could not be added, and says
 * that all is well; the buffer does not forget. */
bool bs_json_write(const json_t *json, size_t flags, struct bs_buffer *out)
{
	return json_dump_callback(json, add, out, flags) == 0 && !out->failed;
}
