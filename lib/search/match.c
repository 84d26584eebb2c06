#include "search/match.h"

#include "base/error.h"
#include "index/touch.h"
#include "search/expand.h"

/* ---- Seeking ------------------------------------------------------------ */

static brad_status seek_postings(struct bs_cursor *c, uint32_t from, brad_error *err)
{
	for (;;) {
		while (c->next < c->filled && c->list[c->next].document < from) c->next++;
		if (c->next < c->filled) {
			c->at = c->list[c->next].document;
			return BRAD_OK;
		}
		if (c->ended) {
			c->at = BS_END;
			return BRAD_OK;
		}
		bool leap =
			c->filled == 0 || from > c->list[c->filled - 1].document + BS_POSTINGS_MOST;
		c->room = leap                             ? BS_POSTINGS_FEWEST
			  : c->room * 2 < BS_POSTINGS_MOST ? c->room * 2
							   : BS_POSTINGS_MOST;
		c->next = 0;
		brad_status status =
			xc_postings_read(c->postings, from, c->block, c->room, &c->filled, err);
		if (status != BRAD_OK) return status;
		c->ended = c->filled == 0;
	}
}

static brad_status seek_packed(struct bs_cursor *c, uint32_t from, brad_error *err)
{
	if (!bs_list_seek(c->packed, from)) return bs_segment_damaged(c->segment, err);
	bool found = c->packed->next < c->packed->count;
	c->at = found ? c->packed->documents_of[c->packed->next] : BS_END;
	return BRAD_OK;
}

/* A list is whole, so that it can be halved instead of walked. */
static void seek_list(struct bs_cursor *c, uint32_t from)
{
	size_t low = c->next, step = 1;
	while (low + step < c->filled && c->list[low + step].document < from) {
		low += step;
		step *= 2;
	}
	size_t high = low + step < c->filled ? low + step : c->filled;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (c->list[middle].document < from)
			low = middle + 1;
		else
			high = middle;
	}
	c->next = low;
	c->at = low < c->filled ? c->list[low].document : BS_END;
}

static brad_status seek_and(const struct bs_match *m, struct bs_cursor *c, uint32_t from,
			    brad_error *err)
{
	for (;;) {
		size_t agreed = 0;
		for (; agreed < c->child_count; agreed++) {
			struct bs_cursor *child = c->order[agreed];
			brad_status status = bs_cursor_seek(m, child, from, err);
			if (status != BRAD_OK) return status;
			if (child->at != from && (agreed > 0 || child->at == BS_END)) break;
			from = child->at;
		}
		if (agreed < c->child_count) {
			from = c->order[agreed]->at;
			if (from != BS_END) continue;
			c->at = BS_END;
			return BRAD_OK;
		}
		bool unwanted = false;
		for (size_t i = 0; i < c->unwanted_count && !unwanted; i++) {
			brad_status status = bs_cursor_seek(m, c->unwanted[i], from, err);
			if (status != BRAD_OK) return status;
			unwanted = c->unwanted[i]->at == from;
		}
		c->at = from++;
		if (!unwanted) return BRAD_OK;
	}
}

static brad_status seek_or(const struct bs_match *m, struct bs_cursor *c, uint32_t from,
			   brad_error *err)
{
	c->at = BS_END;
	for (size_t i = 0; i < c->child_count; i++) {
		struct bs_cursor *child = c->children[i];
		brad_status status = BRAD_OK;
		if (child->at < from) status = bs_cursor_seek(m, child, from, err);
		if (status != BRAD_OK) return status;
		if (child->at < c->at) c->at = child->at;
	}
	return BRAD_OK;
}

static brad_status seek_row(const struct bs_match *m, struct bs_cursor *c, uint32_t from,
			    brad_error *err)
{
	if (!c->ended && c->row.bytes && c->children[0]->kind == BS_CURSOR_ALL) {
		c->at = bs_row_scan(&c->row, from == 0 ? 1 : from);
		c->ended = c->at > c->segment->documents;
		if (c->ended) c->at = BS_END;
		return BRAD_OK;
	}
	for (bool found = false; !found && !c->ended; from = c->at + 1) {
		brad_status status = bs_cursor_seek(m, c->children[0], from, err);
		c->at = c->children[0]->at;
		if (status == BRAD_OK && c->at != BS_END) {
			bs_touch_words(c->segment, c->at, c->at + 1);
			status = bs_row_has(&c->row, c->at, &found, err);
		}
		if (status != BRAD_OK) return status;
		c->ended = c->at == BS_END;
	}
	if (c->ended) c->at = BS_END;
	return BRAD_OK;
}

static brad_status seek_gather(const struct bs_match *m, struct bs_cursor *c, uint32_t from,
			       brad_error *err)
{
	const struct bs_segment *s = c->segment;
	struct bs_cursor *child = c->children[0];
	c->at = BS_END;
	if (from > s->articles) return BRAD_OK;
	brad_status status = bs_cursor_seek(m, child, from == 0 ? 1 : s->rows[from - 1].first, err);
	if (status == BRAD_OK && child->at != BS_END) c->at = s->article[child->at] + 1;
	return status;
}

static brad_status seek_within(const struct bs_match *m, struct bs_cursor *c, uint32_t from,
			       brad_error *err)
{
	const struct bs_segment *s = c->segment;
	struct bs_cursor *child = c->children[0];
	c->at = BS_END;
	if (from == 0) from = 1;
	if (from > s->documents) return BRAD_OK;
	uint32_t article = s->article[from] + 1;
	brad_status status = bs_cursor_seek(m, child, article, err);
	if (status != BRAD_OK || child->at == BS_END) return status;
	c->at = child->at == article ? from : s->rows[child->at - 1].first;
	return BRAD_OK;
}

brad_status bs_cursor_seek(const struct bs_match *m, struct bs_cursor *c, uint32_t from,
			   brad_error *err)
{
	if (c->at >= from && c->at != 0) return BRAD_OK;
	switch (c->kind) {
	case BS_CURSOR_ALL:
		c->at = from == 0 ? 1 : from;
		if (c->at > c->segment->documents) c->at = BS_END;
		return BRAD_OK;
	case BS_CURSOR_POSTINGS: return seek_postings(c, from, err);
	case BS_CURSOR_PACKED: return seek_packed(c, from, err);
	case BS_CURSOR_LIST: seek_list(c, from); return BRAD_OK;
	case BS_CURSOR_ROW: return seek_row(m, c, from, err);
	case BS_CURSOR_SET: c->at = bs_expansion_next(c->expansion, from); return BRAD_OK;
	case BS_CURSOR_GATHER: return seek_gather(m, c, from, err);
	case BS_CURSOR_WITHIN: return seek_within(m, c, from, err);
	case BS_CURSOR_AND: return seek_and(m, c, from, err);
	case BS_CURSOR_OR: return seek_or(m, c, from, err);
	}
	return bs_fail(err, BRAD_EINTERNAL, "no such cursor");
}

/* ---- Scores and the end ------------------------------------------------- */

uint32_t bs_cursor_count(const struct bs_cursor *c)
{
	if (c->kind == BS_CURSOR_PACKED)
		return bs_list_repeat(c->packed, c->at) == c->at ? c->packed->repeat_count : 1;
	bool counted = c->kind == BS_CURSOR_POSTINGS || c->kind == BS_CURSOR_LIST;
	return counted ? c->list[c->next].count : 1;
}

double bs_cursor_score(const struct bs_cursor *c, double k1, double saturation)
{
	if (c->kind == BS_CURSOR_AND || c->kind == BS_CURSOR_OR) {
		double sum = 0;
		for (size_t i = 0; i < c->child_count; i++)
			if (c->children[i]->at == c->at)
				sum += bs_cursor_score(c->children[i], k1, saturation);
		return sum;
	}
	double count = bs_cursor_count(c);
	/* Most are this, and a division costs as much as all the rest. */
	if (count == 1 && k1 == 1 && saturation == 1) return c->weight;
	return c->weight * count * (k1 + 1) / (count + saturation);
}

void bs_match_close_since(struct bs_cursor **opened, const struct bs_cursor *since)
{
	for (; *opened != since; *opened = (*opened)->opened_before) {
		xc_postings_free((*opened)->postings);
		(*opened)->postings = NULL;
	}
}

void bs_match_close(struct bs_cursor **opened)
{
	bs_match_close_since(opened, NULL);
}
