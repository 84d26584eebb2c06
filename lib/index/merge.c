#include "index/commit.h"

#include "base/error.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST_SEGMENTS = 16, FEW_SEGMENTS = 8 };

static uint32_t living(const struct bs_draft *d)
{
	return d->segment.info.articles - d->dead_count;
}

static int largest_first(const void *a, const void *b)
{
	uint32_t x = living(a), y = living(b);
	return (x < y) - (x > y);
}

/* Adds what lives in a segment to another, as it was analysed. */
static brad_status add_segment(const char *directory, const struct bs_draft *d,
			       struct bs_segment_writer *to, brad_error *err)
{
	struct bs_segment from;
	brad_status status = bs_segment_open(directory, d->segment.name, &from, err);
	if (status != BRAD_OK) return status;
	for (uint32_t i = 0; i < from.articles && status == BRAD_OK; i++) {
		if (d->dead && d->dead[i / 8] >> i % 8 & 1) continue;
		brad_article *article;
		status = bs_segment_article(&from, i, &article, err);
		if (status != BRAD_OK) break;
		status = bs_segment_add(to, article, from.rows[i].hash, err);
		brad_article_free(article);
	}
	bs_segment_close(&from);
	return status;
}

brad_status bs_merge_drafts(const char *directory, uint64_t revision, struct bs_draft *drafts,
			    size_t *count, brad_error *err)
{
	struct bs_segment_writer *writer;
	struct bs_draft merged = {0};
	if (*count <= MOST_SEGMENTS) return BRAD_OK;
	qsort(drafts, *count, sizeof *drafts, largest_first);
	snprintf(merged.segment.name, sizeof merged.segment.name, "seg-%" PRIu64 "-merged",
		 revision);
	brad_status status = bs_segment_begin(directory, merged.segment.name, &writer, err);
	for (size_t i = FEW_SEGMENTS - 1; i < *count && status == BRAD_OK; i++)
		status = add_segment(directory, &drafts[i], writer, err);
	if (status == BRAD_OK) status = bs_segment_finish(writer, &merged.segment.info, err);
	bs_segment_free(writer);
	if (status != BRAD_OK) return status;
	for (size_t i = FEW_SEGMENTS - 1; i < *count; i++) free(drafts[i].dead);
	drafts[FEW_SEGMENTS - 1] = merged;
	*count = FEW_SEGMENTS;
	return BRAD_OK;
}
