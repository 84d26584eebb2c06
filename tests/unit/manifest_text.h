/* manifest_text.h - how does a test write a manifest of its own, whose checksum is right? */
#ifndef TESTS_MANIFEST_TEXT_H
#define TESTS_MANIFEST_TEXT_H

#include "suite.h"

#include "base/json.h"
#include "index/manifest.h"

/* Writes a file below the test's directory.  If it is an object of JSON without a member
 * "checksum", that is added. */
static inline void put_manifest(const char *name, const char *text)
{
	char sum[24];
	struct bs_buffer whole = {0};
	json_t *json = json_loads(text, 0, NULL);
	if (json_is_object(json) && !json_object_get(json, "checksum")) {
		ck_assert(bs_manifest_sum(json, sum));
		json_object_set_new(json, "checksum", json_string(sum));
		ck_assert(bs_json_write(json, JSON_INDENT(1), &whole));
		text = whole.bytes;
	}
	put_file(name, text);
	json_decref(json);
	bs_buffer_free(&whole);
}

#endif
