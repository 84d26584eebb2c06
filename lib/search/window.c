#include "search/window.h"

#include "index/touch.h"
#include "search/expand.h"

#include <string.h>

/* If more than this part of a window is looked at, all its words are scanned, or at least
 * touched at once. */
enum { SCANNED_PART = 8, TOUCHED_PART = 1024 };

/* How many documents ahead the words of a document are fetched into the cache. */
enum { AHEAD = 8 };

/* ---- Where the next is --------------------------------------------------- */

/* A document that is not behind the next match from `from` on. */
static brad_status look_ahead(const struct bs_match *m, struct bs_cursor *c, uint32_t from,
			      uint32_t *out, brad_error *err)
{
	brad_status status = BRAD_OK;
	*out = from;
	switch (c->kind) {
	case BS_CURSOR_POSTINGS:
	case BS_CURSOR_PACKED:
	case BS_CURSOR_SET:
		status = bs_cursor_seek(m, c, from, err);
		*out = c->at;
		return status;
	case BS_CURSOR_AND: return look_ahead(m, c->order[0], from, out, err);
	case BS_CURSOR_ROW:
		if (c->ended)
			*out = BS_END;
		else if (c->child_count)
			status = look_ahead(m, c->children[0], from, out, err);
		return status;
	case BS_CURSOR_OR: {
		uint32_t next = BS_END, one;
		for (size_t i = 0; i < c->child_count && status == BRAD_OK; i++) {
			status = look_ahead(m, c->children[i], from, &one, err);
			if (one < next) next = one;
		}
		*out = next;
		return status;
	}
	default: return BRAD_OK;
	}
}

brad_status bs_window_next(const struct bs_match *m, struct bs_cursor *c, uint32_t first,
			   uint32_t *out, brad_error *err)
{
	*out = BS_END;
	if (first > m->segment->documents) return BRAD_OK;
	brad_status status = look_ahead(m, c, first ? first : 1, &first, err);
	if (status == BRAD_OK && first <= m->segment->documents)
		*out = first / BS_WINDOW * BS_WINDOW;
	return status;
}

/* ---- Filling ------------------------------------------------------------- */

static void keep_within(uint64_t *bits, const uint64_t *within)
{
	if (within)
		for (size_t i = 0; i < BS_WINDOW_WORDS; i++) bits[i] &= within[i];
}

static bool is_empty(const uint64_t *bits)
{
	uint64_t any = 0;
	for (size_t i = 0; i < BS_WINDOW_WORDS; i++) any |= bits[i];
	return any == 0;
}

static void add_repeat(const struct bs_match *m, struct bs_window *w, uint32_t i, uint32_t count)
{
	if (!w->counts) w->counts = bs_arena_take(m->arena, BS_WINDOW * sizeof *w->counts);
	bs_bit_set(w->repeats, i);
	w->counts[i] = count;
	w->repeated = true;
}

static void fill_all(const struct bs_match *m, struct bs_cursor *c, uint32_t first)
{
	uint32_t skip = first == 0, left = m->segment->documents - first + 1;
	bs_bits_set(c->window->bits, skip, (left < BS_WINDOW ? left : BS_WINDOW) - skip);
}

/* The bitmap of an expansion ends with the word of its last document. */
static void fill_set(struct bs_cursor *c, uint32_t first)
{
	size_t words = c->segment->documents / 64 + 1 - first / 64;
	if (words > BS_WINDOW_WORDS) words = BS_WINDOW_WORDS;
	memcpy(c->window->bits, c->expansion->bits + first / 64, words * sizeof(uint64_t));
}

static brad_status fill_packed(const struct bs_match *m, struct bs_cursor *c, uint32_t first,
			       brad_error *err)
{
	struct bs_window *w = c->window;
	if (!bs_list_fill(c->packed, first, first + BS_WINDOW, w->bits))
		return bs_segment_damaged(c->segment, err);
	uint32_t at = c->weight > 0 ? bs_list_repeat(c->packed, first) : BS_END;
	for (; at != BS_END && at - first < BS_WINDOW; at = bs_list_repeat(c->packed, at + 1))
		add_repeat(m, w, at - first, c->packed->repeat_count);
	c->at = 0;
	return BRAD_OK;
}

/* A cursor of any kind that finds one document after the other. */
static brad_status fill_by_seeking(const struct bs_match *m, struct bs_cursor *c, uint32_t first,
				   brad_error *err)
{
	struct bs_window *w = c->window;
	brad_status status = bs_cursor_seek(m, c, first ? first : 1, err);
	while (status == BRAD_OK && c->at != BS_END && c->at - first < BS_WINDOW) {
		uint32_t count = c->weight > 0 ? bs_cursor_count(c) : 1;
		bs_bit_set(w->bits, c->at - first);
		if (count > 1) add_repeat(m, w, c->at - first, count);
		status = bs_cursor_seek(m, c, c->at + 1, err);
	}
	return status;
}

/* Where a window ends, or its segment. */
static uint32_t end_of(const struct bs_cursor *c, uint32_t first)
{
	uint32_t after = c->segment->documents + 1;
	return after - first < BS_WINDOW ? after : first + BS_WINDOW;
}

static void scan_row(struct bs_cursor *c, uint32_t first)
{
	uint64_t bits[BS_WINDOW_WORDS] = {0};
	uint32_t end = end_of(c, first);
	uint32_t skip = first == 0; /* there is no document 0 */
	bs_row_fill(&c->row, first + skip, end, bits);
	for (size_t i = 0; i < BS_WINDOW_WORDS; i++) {
		uint64_t carried = skip && i ? bits[i - 1] >> 63 : 0;
		c->window->bits[i] &= bits[i] << skip | carried;
	}
}

/* Lists the documents of a window that have their bits. */
static uint32_t list_bits(const uint64_t *bits, uint32_t first, uint32_t *out)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < BS_WINDOW_WORDS; i++)
		for (uint64_t left = bits[i]; left; left &= left - 1)
			out[count++] = first + i * 64 + bs_bit_lowest(left);
	return count;
}

static brad_status fill_row(const struct bs_match *m, struct bs_cursor *c, uint32_t first,
			    const uint64_t *within, brad_error *err)
{
	uint64_t *bits = c->window->bits;
	if (c->ended) return BRAD_OK;
	if (c->row.bytes && c->children[0]->kind == BS_CURSOR_ALL)
		return fill_by_seeking(m, c, first, err);
	brad_status status = bs_window_fill(m, c->children[0], first, within, err);
	if (status != BRAD_OK) return status;
	memcpy(bits, c->children[0]->window->bits, sizeof c->window->bits);
	bool forms = c->row.bytes && c->row.length > 1;
	size_t count = forms ? bs_bits_count(bits, BS_WINDOW_WORDS) : 0;
	if (count > BS_WINDOW / SCANNED_PART) {
		scan_row(c, first);
		return BRAD_OK;
	}
	bool together = count > BS_WINDOW / TOUCHED_PART;
	if (together) bs_touch_words(c->segment, first ? first : 1, end_of(c, first));
	uint32_t documents[BS_WINDOW + AHEAD], found = list_bits(bits, first, documents);
	for (uint32_t i = 0; i < AHEAD; i++) documents[found + i] = 0;
	for (uint32_t i = 0; i < found; i++) {
		uint32_t d = documents[i];
		bool has;
		bs_row_expect(&c->row, documents[i + AHEAD]);
		if (!together) bs_touch_words(c->segment, d, d + 1);
		status = bs_row_has(&c->row, d, &has, err);
		if (status != BRAD_OK) return status;
		if (!has) bs_bit_clear(bits, d - first);
	}
	return BRAD_OK;
}

static brad_status fill_and(const struct bs_match *m, struct bs_cursor *c, uint32_t first,
			    const uint64_t *within, brad_error *err)
{
	uint64_t *bits = c->window->bits;
	for (int rows = 0; rows < 2; rows++)
		for (size_t i = 0; i < c->child_count; i++) {
			struct bs_cursor *child = c->order[i];
			if ((child->kind == BS_CURSOR_ROW) != rows) continue;
			brad_status status = bs_window_fill(m, child, first, within, err);
			if (status != BRAD_OK) return status;
			memcpy(bits, child->window->bits, sizeof c->window->bits);
			if (is_empty(bits)) return BRAD_OK;
			within = bits;
		}
	for (size_t i = 0; i < c->unwanted_count; i++) {
		brad_status status = bs_window_fill(m, c->unwanted[i], first, bits, err);
		if (status != BRAD_OK) return status;
		for (size_t k = 0; k < BS_WINDOW_WORDS; k++)
			bits[k] &= ~c->unwanted[i]->window->bits[k];
	}
	return BRAD_OK;
}

static void add_bits(struct bs_window *to, const struct bs_window *from)
{
	for (size_t i = 0; i < BS_WINDOW_WORDS; i++) to->bits[i] |= from->bits[i];
}

static brad_status fill_or(const struct bs_match *m, struct bs_cursor *c, uint32_t first,
			   const uint64_t *within, brad_error *err)
{
	for (size_t i = 0; i < c->child_count; i++) {
		brad_status status = bs_window_fill(m, c->children[i], first, within, err);
		if (status != BRAD_OK) return status;
		if (c->children[i]->window->filled) add_bits(c->window, c->children[i]->window);
	}
	return BRAD_OK;
}

static void empty_window(const struct bs_match *m, struct bs_cursor *c)
{
	if (!c->window) c->window = bs_arena_alloc(m->arena, sizeof *c->window);
	struct bs_window *w = c->window;
	if (w->filled) memset(w->bits, 0, sizeof w->bits);
	if (w->repeated) memset(w->repeats, 0, sizeof w->repeats);
	w->filled = w->repeated = false;
}

brad_status bs_window_fill(const struct bs_match *m, struct bs_cursor *c, uint32_t first,
			   const uint64_t *within, brad_error *err)
{
	brad_status status = BRAD_OK;
	empty_window(m, c);
	if (c->kind == BS_CURSOR_POSTINGS && c->at >= first && c->at - first >= BS_WINDOW)
		return BRAD_OK; /* of many names, most are not in a window */
	c->window->filled = true;
	switch (c->kind) {
	case BS_CURSOR_ALL: fill_all(m, c, first); break;
	case BS_CURSOR_SET: fill_set(c, first); break;
	case BS_CURSOR_PACKED: status = fill_packed(m, c, first, err); break;
	case BS_CURSOR_ROW: status = fill_row(m, c, first, within, err); break;
	case BS_CURSOR_AND: return fill_and(m, c, first, within, err);
	case BS_CURSOR_OR: return fill_or(m, c, first, within, err);
	default: status = fill_by_seeking(m, c, first, err);
	}
	keep_within(c->window->bits, within);
	return status;
}

/* ---- Scores -------------------------------------------------------------- */

double bs_window_score(const struct bs_cursor *c, uint32_t i, double k1)
{
	if (c->kind == BS_CURSOR_AND || c->kind == BS_CURSOR_OR) {
		double sum = 0;
		for (size_t k = 0; k < c->child_count; k++)
			if (bs_bit(c->children[k]->window->bits, i))
				sum += bs_window_score(c->children[k], i, k1);
		return sum;
	}
	if (!c->window->repeated || !bs_bit(c->window->repeats, i)) return c->weight;
	double count = c->window->counts[i];
	return c->weight * count * (k1 + 1) / (count + k1);
}
