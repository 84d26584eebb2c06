/* Walks through what matches in a segment and passes the filter, a window at a time. */
#include "search/search.h"
#include "search/window.h"

#include <string.h>

/* ---- Which articles ------------------------------------------------------- */

/* Lists the articles of the days asked for, or that may be by their day alone, and returns how
 * many.  It has no branch, as which they are cannot be predicted. */
static uint32_t list_articles(const struct bs_walk *w, uint32_t *out)
{
	const struct bs_filter *f = w->filter.filter;
	const struct bs_segment *s = w->segment;
	bool all = w->any_day || !f->dated;
	uint32_t from = all ? 0 : f->from, span = all ? UINT32_MAX : f->to - from, count = 0;
	for (uint32_t i = 0; i < s->articles; i++) {
		out[count] = i;
		count += (s->days[i] - from <= span) | (s->days[i] == 0);
	}
	return count;
}

/* Must one of them be left out, whatever its day? */
static bool is_left_out(const struct bs_walk *w, uint32_t article)
{
	const struct bs_segment *s = w->segment;
	if (s->placeholders > 0 && s->role[s->firsts[article]] == BRAD_ROLE_FURNITURE) return true;
	return bs_segment_is_dead(s, article) || !bs_filter_has_article(&w->filter, article);
}

/* Sets the bits of those documents that the days and what was removed leave. */
static void find_articles(struct bs_walk *w)
{
	const struct bs_segment *s = w->segment;
	const struct bs_filter *f = w->filter.filter;
	struct bs_arena *arena = &w->search->arena;
	size_t words = (size_t)s->documents / BS_WINDOW * BS_WINDOW_WORDS + BS_WINDOW_WORDS;
	bool asked = f->fields.with[BS_FIELD_DATE].count || f->fields.without[BS_FIELD_DATE].count;
	uint32_t *articles = bs_arena_take(arena, ((size_t)s->articles + 1) * sizeof *articles);
	uint32_t count = list_articles(w, articles);
	w->in_time = bs_arena_alloc(arena, words * sizeof *w->in_time);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t a = articles[i], first = s->firsts[a], length = s->firsts[a + 1] - first;
		bool told = w->any_day || (!asked && s->days[a] != 0);
		if (is_left_out(w, a)) continue;
		if (told || bs_filter_has_day(f, &s->rows[a])) {
			bs_bits_set(w->in_time, first, length);
		} else if (s->days[a] == 0 && bs_filter_is_dated(f)) {
			if (!w->without_time)
				w->without_time = bs_arena_alloc(arena, words * sizeof *w->in_time);
			bs_bits_set(w->without_time, first, length);
		}
	}
}

/* ---- One window ----------------------------------------------------------- */

static bool is_empty(const uint64_t *bits)
{
	uint64_t any = 0;
	for (size_t i = 0; i < BS_WINDOW_WORDS; i++) any |= bits[i];
	return any == 0;
}

/* Which documents are to be looked at, whatever the query asks for? */
static void find_candidates(const struct bs_walk *w, uint32_t first, uint64_t *bits)
{
	bool listed = w->filter.has_documents;
	memset(bits, listed ? 0 : 0xFF, BS_WINDOW / 8);
	if (listed) bs_documents_fill(&w->filter.documents, first, first + BS_WINDOW, bits);
	for (size_t i = 0; i < BS_WINDOW_WORDS && w->in_time; i++) {
		uint64_t without = w->without_time ? w->without_time[first / 64 + i] : 0;
		bits[i] &= w->in_time[first / 64 + i] | without;
	}
}

/* Clears the bits of those that the filter leaves out, whatever their articles. */
static void keep_passing(const struct bs_walk *w, uint32_t first, uint64_t *bits)
{
	for (uint32_t i = 0; i < BS_WINDOW_WORDS; i++)
		for (uint64_t left = bits[i]; left; left &= left - 1) {
			uint32_t k = i * 64 + bs_bit_lowest(left);
			if (!bs_filter_has(&w->filter, first + k)) bs_bit_clear(bits, k);
		}
}

/* Takes out the documents that were found but for their date, and counts their articles. */
static void take_undated(struct bs_walk *w, uint32_t first, uint64_t *bits)
{
	for (uint32_t i = 0; i < BS_WINDOW_WORDS; i++) {
		uint64_t left = bits[i] & w->without_time[first / 64 + i];
		bits[i] &= ~left;
		for (; left; left &= left - 1) {
			uint32_t article =
				w->segment->article[first + i * 64 + bs_bit_lowest(left)];
			if (article + 1 == w->undated_article) continue;
			w->undated_article = article + 1;
			w->undated++;
		}
	}
}

static brad_status fill_window(struct bs_walk *w, uint32_t first, bool *any, brad_error *err)
{
	uint64_t within[BS_WINDOW_WORDS];
	bool all = !w->in_time && !w->filter.has_documents;
	*any = false;
	if (!all) find_candidates(w, first, within);
	if (!all && is_empty(within)) return BRAD_OK;
	brad_status status = bs_window_fill(&w->match, w->cursor, first, all ? NULL : within, err);
	if (status != BRAD_OK) return status;
	uint64_t *bits = w->cursor->window->bits;
	if (!w->filter.everything && !w->filter.only_documents) keep_passing(w, first, bits);
	if (w->without_time) take_undated(w, first, bits);
	*any = !is_empty(bits);
	return status;
}

/* ---- Going on ------------------------------------------------------------- */

/* The next window in which there may be both what the query and who the filter asks for. */
static brad_status find_window(struct bs_walk *w, uint32_t *first, brad_error *err)
{
	const struct bs_segment_filter *f = &w->filter;
	uint32_t from = w->next_window;
	for (;;) {
		if (f->has_documents) from = bs_documents_next(&f->documents, from);
		if (from != BS_END) from = from / BS_WINDOW * BS_WINDOW;
		*first = from;
		if (from == BS_END) return BRAD_OK;
		brad_status status = bs_window_next(&w->match, w->cursor, from, first, err);
		if (status != BRAD_OK || *first == BS_END || *first == from || !f->has_documents)
			return status;
		from = *first;
	}
}

brad_status bs_walk_window(struct bs_walk *w, brad_error *err)
{
	bool any = false;
	uint32_t first = BS_END;
	w->first = BS_END;
	if (w->filter.nothing) return BRAD_OK;
	if (w->by_article && !w->in_time) find_articles(w);
	while (!any) {
		brad_status status = find_window(w, &first, err);
		if (status != BRAD_OK || first == BS_END) return status;
		status = fill_window(w, first, &any, err);
		if (status != BRAD_OK) return status;
		w->next_window = first + BS_WINDOW;
	}
	w->first = first;
	w->found = w->cursor->window->bits;
	return BRAD_OK;
}
