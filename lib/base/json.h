/* json.h - did libjansson fail because a text is not JSON, or because memory ran out?  It does not always say. */
#ifndef BS_JSON_H
#define BS_JSON_H

#include "base/buffer.h"

#include <bradsearch.h>
#include <jansson.h>
#include <stdbool.h>

/* Parses a text: BRAD_OK, BRAD_EINPUT with the reason in *why, or BRAD_ENOMEM. */
brad_status bs_json_read(const char *bytes, size_t length, json_t **out, json_error_t *why);

/* Appends a value as text; false if memory runs out. */
bool bs_json_write(const json_t *json, size_t flags, struct bs_buffer *out);

/* Did a call of libjansson fail because memory ran out? */
bool bs_json_no_memory(const json_error_t *why);

#endif
