/* Walks over the documents of a segment that match and pass the filter, one by one.  Columns
 * that the filter does not need are not read, as each costs a cache miss for every match. */
#include "search/search.h"

/* One document in SPARSE is so few that windows do not pay.  The others are the same limit where
 * windows would have to ask all articles first, and where a list of spoken documents is given. */
enum { FEW_TO_LOOK_UP = 8, SPARSE = 8192, SPARSE_BY_ARTICLE = 512, SPARSE_SPOKEN = 128 };

brad_status bs_walk_begin(struct bs_search *s, uint32_t segment, const struct bs_filter *filter,
			  struct bs_walk *out, brad_error *err)
{
	*out = (struct bs_walk){.search = s,
				.number = segment,
				.segment = &s->index->segments[segment],
				.match = {.arena = &s->arena,
					  .segment = &s->index->segments[segment],
					  .stemmer = s->index->stemmer,
					  .stem = &s->scratch.stem,
					  .opened = &s->opened}};
	brad_status status = bs_filter_begin(&s->arena, &s->scratch.scan, s->index->people, filter,
					     out->segment, &out->filter, err);
	out->by_article = out->segment->dead_articles > 0 || bs_filter_by_article(&out->filter);
	return status;
}

/* ---- Where it goes ------------------------------------------------------- */

/* Does each document that a cursor finds have words? */
static bool finds_words(const struct bs_cursor *c)
{
	bool all = true, any = false;
	if (c->kind != BS_CURSOR_AND && c->kind != BS_CURSOR_OR)
		return c->kind == BS_CURSOR_POSTINGS || c->kind == BS_CURSOR_PACKED ||
		       c->kind == BS_CURSOR_SET || c->kind == BS_CURSOR_ROW;
	for (size_t i = 0; i < c->child_count; i++) {
		bool one = finds_words(c->children[i]);
		all = all && one;
		any = any || one;
	}
	return c->kind == BS_CURSOR_AND ? any : all;
}

void bs_walk_over(struct bs_walk *w, struct bs_cursor *cursor)
{
	if (w->segment->placeholders > 0 && !finds_words(cursor)) w->by_article = true;
	w->cursor = cursor;
	w->at = 0;
	w->article_end = 0;
}

/* ---- Going on ------------------------------------------------------------ */

/* Where to go on from a document that matches but is not to be found; 0 if it is. */
static uint32_t pass_over(struct bs_walk *w, uint32_t document)
{
	const struct bs_segment *s = w->segment;
	if (!w->by_article || document < w->article_end) return 0;
	uint32_t article = s->article[document];
	const struct bs_article_row *row = &s->rows[article];
	bool dead = bs_segment_is_dead(s, article) || s->role[row->first] == BRAD_ROLE_FURNITURE;
	w->article_end = row->first + row->count;
	if (dead || !bs_filter_has_article(&w->filter, article)) return w->article_end;
	if (w->any_day || bs_filter_has_day(w->filter.filter, row)) return 0;
	if (row->day == 0 && bs_filter_is_dated(w->filter.filter)) w->undated++;
	return w->article_end;
}

/* Returns the first document from `from` on that passes the filter, not counting its article.
 * If few match, it may instead return `from`, or one after it, from which to look for the next
 * match. */
static uint32_t next_passing(const struct bs_walk *w, uint32_t from)
{
	const struct bs_segment_filter *f = &w->filter;
	bool few = w->cursor->most < w->segment->documents / FEW_TO_LOOK_UP;
	if (f->everything) return from;
	if (f->has_documents || !few) return bs_filter_next(f, from);
	return from + !bs_filter_has(f, from);
}

brad_status bs_walk_next(struct bs_walk *w, brad_error *err)
{
	uint32_t from = w->at + 1;
	if (w->at == BS_END) return BRAD_OK;
	if (w->filter.has_documents) from = bs_filter_next(&w->filter, from);
	while (from <= w->segment->documents && !w->filter.nothing) {
		brad_status status = bs_cursor_seek(&w->match, w->cursor, from, err);
		if (status != BRAD_OK) return status;
		uint32_t document = w->cursor->at;
		if (document == BS_END) break;
		from = next_passing(w, document);
		if (from != document) continue;
		from = pass_over(w, document);
		if (from != 0) continue;
		w->at = document;
		return BRAD_OK;
	}
	w->at = BS_END;
	return BRAD_OK;
}

bool bs_walk_is_sparse(const struct bs_walk *w)
{
	uint32_t most = w->cursor->most;
	bool few = w->filter.has_documents &&
		   w->filter.documents.count < w->segment->documents / SPARSE_SPOKEN;
	if (few) return true;
	return most < w->segment->documents / (w->by_article ? SPARSE_BY_ARTICLE : SPARSE);
}

void bs_walk_end(struct bs_walk *w)
{
	bs_match_close(&w->search->opened);
	w->cursor = NULL;
}
