/* Which article has this id or path, and what is it? */
#include "base/error.h"
#include "index/index.h"
#include "index/people.h"

#include <string.h>

enum match { BY_ID, BY_PATH, BY_END };

/* Is it the end of a name, from the start of a component on? */
static bool ends_with(const char *name, const char *end)
{
	size_t n = strlen(name), k = strlen(end);
	return n > k && strcmp(name + n - k, end) == 0 && (name[n - k - 1] == '/' || *end == '/');
}

static bool matches(const struct bs_segment *s, uint32_t article, const char *wanted, enum match by)
{
	const struct bs_article_row *row = &s->rows[article];
	const char *id = bs_segment_text(s, row->id);
	const char *path = row->path == BS_NO_STRING ? "" : bs_segment_text(s, row->path);
	if (bs_segment_is_dead(s, article)) return false;
	switch (by) {
	case BY_ID: return strcmp(id, wanted) == 0;
	case BY_PATH: return strcmp(path, wanted) == 0;
	case BY_END: break;
	}
	return ends_with(id, wanted) || ends_with(path, wanted);
}

/* Finds the only article that matches; *segment stays NULL if there is none. */
static brad_status find(brad_index *index, const char *wanted, enum match by,
			struct bs_segment **segment, uint32_t *article, brad_error *err)
{
	for (size_t i = 0; i < index->segment_count; i++) {
		struct bs_segment *s = &index->segments[i];
		for (uint32_t a = 0; a < s->articles; a++) {
			if (!matches(s, a, wanted, by)) continue;
			if (*segment)
				return bs_fail(
					err, BRAD_EINVAL,
					"several articles match '%.100s', among them '%.120s' and "
					"'%.120s'; name one",
					wanted,
					bs_segment_text(*segment, (*segment)->rows[*article].id),
					bs_segment_text(s, s->rows[a].id));
			*segment = s;
			*article = a;
		}
	}
	return BRAD_OK;
}

brad_status bs_index_find(brad_index *index, const char *id, struct bs_segment **segment,
			  uint32_t *article, brad_error *err)
{
	const char *wanted = id;
	*segment = NULL;
	for (enum match by = BY_ID; by <= BY_END && !*segment; by++) {
		if (by == BY_END && strncmp(wanted, "./", 2) == 0) wanted += 2;
		brad_status status = find(index, wanted, by, segment, article, err);
		if (status != BRAD_OK) return status;
	}
	if (*segment) return BRAD_OK;
	return bs_fail(err, BRAD_ENOTFOUND, "no article '%s' in index '%s'", id, index->directory);
}

brad_status brad_index_article(brad_index *index, const char *id, brad_article **out,
			       brad_error *err)
{
	bs_error_clear(err);
	*out = NULL;
	if (!id || !*id) return bs_fail(err, BRAD_EINVAL, "an article is found by its id or path");
	struct bs_segment *segment;
	uint32_t article = 0;
	bs_index_forget(index);
	brad_status status = bs_index_find(index, id, &segment, &article, err);
	if (status == BRAD_OK) status = bs_segment_article(segment, article, out, err);
	if (status == BRAD_OK && index->people)
		status = bs_people_article(index->people, *out, err);
	status = bs_index_sound(index, status, err);
	if (status == BRAD_OK) return BRAD_OK;
	brad_article_free(*out);
	*out = NULL;
	return status;
}
