/* Whatever a manifest holds, it is refused with a reason, or read, written and read again the same. */
#include "base/json.h"
#include "common.h"
#include "index/manifest.h"

#include <string.h>

static void check_names(const struct bs_manifest *m)
{
	MUST(!strchr(m->sources, '/'));
	for (size_t i = 0; i < m->count; i++) {
		const struct bs_manifest_segment *s = &m->segments[i];
		MUST(!strchr(s->name, '/') && !strchr(s->dead, '/'));
		MUST(s->info.articles > 0 && s->info.articles <= s->info.documents);
	}
}

static void check_same(const struct bs_manifest *a, const struct bs_manifest *b)
{
	MUST(a->count == b->count && a->revision == b->revision && a->analysis == b->analysis);
	MUST(strcmp(a->uuid, b->uuid) == 0 && strcmp(a->sources, b->sources) == 0);
	for (size_t i = 0; i < a->count; i++) {
		const struct bs_manifest_segment *x = &a->segments[i], *y = &b->segments[i];
		MUST(strcmp(x->name, y->name) == 0 && strcmp(x->dead, y->dead) == 0);
		MUST(memcmp(&x->info, &y->info, sizeof x->info) == 0);
	}
}

/* Writes the manifest, with its checksum unless it has one: nobody would hit upon that. */
static void write_manifest(const uint8_t *bytes, size_t length)
{
	char sum[24];
	struct bs_buffer whole = {0};
	json_error_t why;
	json_t *json = NULL;
	brad_status status = bs_json_read((const char *)bytes, length, &json, &why);
	if (status == BRAD_OK && json_is_object(json) && !json_object_get(json, "checksum")) {
		MUST(bs_manifest_sum(json, sum));
		MUST(json_object_set_new(json, "checksum", json_string(sum)) == 0);
		MUST(bs_json_write(json, 0, &whole));
	}
	if (whole.length)
		fuzz_write("manifest", whole.bytes, whole.length);
	else
		fuzz_write("manifest", bytes, length);
	json_decref(json);
	bs_buffer_free(&whole);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	struct bs_manifest manifest, again;
	brad_error err;
	brad_index *index;
	write_manifest(bytes, length);
	brad_status status = bs_manifest_read(fuzz_directory(), &manifest, &err);
	if (status != BRAD_OK) {
		MUST(status == BRAD_ECORRUPT && *err.message);
		return 0;
	}
	check_names(&manifest);
	/* Nothing that it names is there. */
	status = brad_index_open(fuzz_directory(), &index, &err);
	MUST(manifest.count == 0 ? status == BRAD_OK : status == BRAD_ECORRUPT && *err.message);
	brad_index_free(index);
	MUST(bs_manifest_write(fuzz_directory(), &manifest, &err) == BRAD_OK);
	MUST(bs_manifest_read(fuzz_directory(), &again, &err) == BRAD_OK);
	check_same(&manifest, &again);
	bs_manifest_free(&manifest);
	bs_manifest_free(&again);
	return 0;
}
