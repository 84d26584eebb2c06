#include "base/json.h"

#include <stdlib.h>

enum { NEEDED = 64 << 10 };

bool bs_json_no_memory(const json_error_t *why)
{
	return !why->text[0] || json_error_code(why) == json_error_out_of_memory;
}

/* libjansson 2.14 reports a syntax error if it cannot allocate a value.  So a text that it
 * refuses is read a second time, when there may be memory for it. */
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

/* libjansson 2.14 goes on, and reports success, after it failed to add the end of a key; the
 * buffer remembers the failure. */
bool bs_json_write(const json_t *json, size_t flags, struct bs_buffer *out)
{
	return json_dump_callback(json, add, out, flags) == 0 && !out->failed;
}
