#include "index/commit.h"

#include "analysis/article.h"
#include "base/error.h"
#include "index/check.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

/* The segments that a merge writes, each of at most so many documents. */
struct merge {
	const char *directory;
	uint64_t revision;
	uint32_t most;
	struct bs_segment_writer *writer;
	struct bs_draft *made; /* room for as many as were merged, and for one more */
	size_t count;
};

static brad_status finish_segment(struct merge *m, brad_error *err)
{
	if (!m->writer) return BRAD_OK;
	brad_status status = bs_segment_finish(m->writer, &m->made[m->count - 1].segment.info, err);
	bs_segment_free(m->writer);
	m->writer = NULL;
	return status;
}

static brad_status add_article(struct merge *m, const brad_article *article,
			       const struct bs_article_row *row, brad_error *err)
{
	brad_status status = BRAD_OK;
	if (m->writer && bs_segment_is_full(m->writer, m->most)) status = finish_segment(m, err);
	if (status == BRAD_OK && !m->writer) {
		struct bs_manifest_segment *s = &m->made[m->count].segment;
		snprintf(s->name, sizeof s->name, "seg-%" PRIu64 "-merged%zu", m->revision,
			 m->count);
		status = bs_segment_begin(m->directory, s->name, &m->writer, err);
		if (status == BRAD_OK) m->count++;
	}
	return status == BRAD_OK ? bs_segment_add(m->writer, article, row->hash, row->added, err)
				 : status;
}

/* Adds the living articles of a segment, as they were analysed. */
static brad_status add_segment(struct merge *m, const struct bs_draft *d, brad_error *err)
{
	struct bs_segment from;
	brad_status status = bs_segment_open(m->directory, d->segment.name, &from, err);
	if (status != BRAD_OK) return status;
	status = bs_segment_verify(m->directory, &from, &d->segment.info, err);
	for (uint32_t i = 0; i < from.articles && status == BRAD_OK; i++) {
		if (d->dead && d->dead[i / 8] >> i % 8 & 1) continue;
		brad_article *article;
		status = bs_segment_article(&from, i, &article, err);
		if (status != BRAD_OK) break;
		if (d->lines) article->a.document.line = d->lines[i];
		status = add_article(m, article, &from.rows[i], err);
		brad_article_free(article);
	}
	bs_segment_close(&from);
	return status;
}

/* Replaces drafts [first, *count) by what was made of them. */
static brad_status merge_from(const char *directory, uint64_t revision, struct bs_draft *drafts,
			      size_t first, uint32_t most, size_t *count, brad_error *err)
{
	struct merge m = {directory, revision, most, NULL, NULL, 0};
	brad_status status = BRAD_OK;
	uint64_t documents = 0;
	for (size_t i = first; i < *count; i++) documents += drafts[i].segment.info.documents;
	m.made = calloc(documents / BS_SEGMENT_DOCUMENTS + 1 + *count - first, sizeof *m.made);
	if (!m.made) return bs_no_memory(err);
	for (size_t i = first; i < *count && status == BRAD_OK; i++)
		status = add_segment(&m, &drafts[i], err);
	if (status == BRAD_OK) status = finish_segment(&m, err);
	bs_segment_free(m.writer);
	if (status == BRAD_OK && m.count <= *count - first) {
		for (size_t i = first; i < *count; i++) bs_draft_free(&drafts[i]);
		memcpy(drafts + first, m.made, m.count * sizeof *drafts);
		*count = first + m.count;
	} else if (status == BRAD_OK) {
		status = bs_fail(err, BRAD_EINTERNAL, "a merge made more segments than there were");
	}
	free(m.made);
	return status;
}

static bool is_large(const struct bs_draft *d)
{
	return d->segment.info.documents >= BS_SEGMENT_DOCUMENTS / 2 &&
	       d->dead_count <= d->segment.info.articles / 4;
}

brad_status bs_merge_drafts(const char *directory, uint64_t revision, struct bs_draft *drafts,
			    size_t *count, bool all, brad_error *err)
{
	size_t large = 0;
	qsort(drafts, *count, sizeof *drafts, largest_first);
	if (all) {
		bool done = *count <= 1 && (*count == 0 || drafts[0].dead_count == 0);
		return done ? BRAD_OK
			    : merge_from(directory, revision, drafts, 0, UINT32_MAX, count, err);
	}
	while (large < *count && is_large(&drafts[large])) large++;
	if (*count - large <= MOST_SEGMENTS) return BRAD_OK;
	return merge_from(directory, revision, drafts, large + FEW_SEGMENTS - 1,
			  BS_SEGMENT_DOCUMENTS, count, err);
}
