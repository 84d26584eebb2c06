#include "search/align.h"

#include <string.h>

/* ---- In a row ----------------------------------------------------------- */

size_t bs_find_in_row(const struct bs_stream *quoted, size_t first, size_t end,
		      const struct bs_stream *stream, size_t from)
{
	size_t length = end - first;
	for (size_t at = from; at + length <= stream->count; at++) {
		const struct bs_stream_word *words = stream->words + at;
		size_t i = 0;
		while (i < length && words[i].key == quoted->words[first + i].key &&
		       words[i].run == words[0].run)
			i++;
		if (i == length) return at;
	}
	return stream->count;
}

static size_t piece_end(const struct bs_stream *quoted, size_t first)
{
	while (first < quoted->count && !quoted->words[first].cut) first++;
	return first < quoted->count ? first + 1 : first;
}

/* Returns where the last piece ends if the first begins at `at`; 0 if a piece is missing. */
static size_t follow_pieces(const struct bs_stream *quoted, const struct bs_stream *stream,
			    size_t at)
{
	size_t end = 0;
	uint32_t run = stream->words[at].run;
	for (size_t first = 0; first < quoted->count; first = end) {
		size_t length = (end = piece_end(quoted, first)) - first;
		at = bs_find_in_row(quoted, first, end, stream, at);
		if (at == stream->count || stream->words[at].run != run) return 0;
		at += length;
	}
	return at;
}

static void add_step(struct bs_arena *arena, struct bs_alignment *out, size_t quoted,
		     size_t printed, bool ellipsis)
{
	struct bs_step *step = BS_PUSH(arena, out->steps, out->count);
	*step = (struct bs_step){(uint32_t)quoted, (uint32_t)printed, ellipsis};
}

bool bs_find_pieces(struct bs_arena *arena, const struct bs_stream *quoted,
		    const struct bs_stream *stream, struct bs_alignment *out)
{
	size_t best = 0, best_end = 0, first_end = piece_end(quoted, 0);
	for (size_t at = 0; at < stream->count; at++) {
		at = bs_find_in_row(quoted, 0, first_end, stream, at);
		if (at == stream->count) break;
		size_t end = follow_pieces(quoted, stream, at);
		if (end && (!best_end || end - at < best_end - best)) {
			best = at;
			best_end = end;
		}
	}
	*out = (struct bs_alignment){.likeness = best_end != 0};
	for (size_t first = 0, at = best, end; best_end && first < quoted->count; first = end) {
		end = piece_end(quoted, first);
		size_t found = bs_find_in_row(quoted, first, end, stream, at);
		for (; at < found; at++) add_step(arena, out, BS_NO_WORD, at, true);
		for (size_t i = first; i < end; i++) add_step(arena, out, i, at++, false);
	}
	return best_end != 0;
}

/* ---- Alike -------------------------------------------------------------- */

/* The words of one run. */
struct stretch {
	const struct bs_stream_word *words;
	size_t first, count;
};

static float replacing(const struct bs_stream_word *a, const struct bs_stream_word *b)
{
	if (a->key == b->key) return 0;
	return a->weight > b->weight ? a->weight : b->weight;
}

enum move { BOTH, ONLY_QUOTED, ONLY_PRINTED };

/* The cost of a cell: what it takes to turn one text into the other up to here. */
static float best_move(float both, float quoted, float printed, unsigned char *move)
{
	float best = both;
	*move = BOTH;
	if (quoted < best) best = quoted, *move = ONLY_QUOTED;
	if (printed < best) best = printed, *move = ONLY_PRINTED;
	return best;
}

/* If the first or last word of a quotation is nowhere near, it is better to go on over a few
 * more words: otherwise "we will close it" would drop "we will", which costs little, and hide
 * that "we will not close it" was said. */
static const float edge_cost = 1;

/* Fills in the table row by row and returns the least cost, with *end behind
 * the last word used.  moves, unless NULL, has room for every cell. */
static float fill_table(const struct bs_stream *quoted, const struct stretch *s, float *costs,
			unsigned char *moves, size_t *end)
{
	size_t n = s->count, best = 0;
	memset(costs, 0, (n + 1) * sizeof *costs);
	for (size_t i = 0; i < quoted->count; i++) {
		const struct bs_stream_word *q = &quoted->words[i];
		bool edge = i == 0 || i + 1 == quoted->count;
		float diagonal = costs[0], alone = q->weight + (edge ? edge_cost : 0);
		unsigned char move;
		costs[0] += alone;
		for (size_t j = 0; j < n; j++) {
			float above = costs[j + 1];
			costs[j + 1] =
				best_move(diagonal + replacing(q, &s->words[j]), above + alone,
					  costs[j] + s->words[j].weight, &move);
			diagonal = above;
			if (moves) moves[i * n + j] = move;
		}
	}
	for (size_t j = 1; j <= n; j++)
		if (costs[j] < costs[best]) best = j;
	*end = best;
	return costs[best];
}

static void trace(struct bs_arena *arena, const struct bs_stream *quoted, const struct stretch *s,
		  float *costs, struct bs_alignment *out)
{
	size_t i = quoted->count, j, n = s->count;
	unsigned char *moves = bs_arena_alloc(arena, i * n + 1);
	fill_table(quoted, s, costs, moves, &j);
	while (i > 0) {
		unsigned move = j == 0 ? ONLY_QUOTED : moves[(i - 1) * n + j - 1];
		i -= move != ONLY_PRINTED;
		j -= move != ONLY_QUOTED;
		add_step(arena, out, move == ONLY_PRINTED ? BS_NO_WORD : i,
			 move == ONLY_QUOTED ? BS_NO_WORD : s->first + j, false);
	}
	for (size_t a = 0, b = out->count; a + 1 < b; a++) {
		struct bs_step step = out->steps[a];
		out->steps[a] = out->steps[--b];
		out->steps[b] = step;
	}
}

/* Which part of the quotation stands in print, after deducting what was left out. */
static double likeness_of(const struct bs_stream *quoted, const struct bs_stream *stream,
			  const struct bs_alignment *alignment, double whole)
{
	double cost = 0;
	for (size_t i = 0; i < alignment->count; i++) {
		const struct bs_step *step = &alignment->steps[i];
		bool q = step->quoted != BS_NO_WORD, p = step->printed != BS_NO_WORD;
		if (q && p)
			cost += (double)replacing(&quoted->words[step->quoted],
						  &stream->words[step->printed]);
		else
			cost += (double)(q ? quoted->words[step->quoted].weight
					   : stream->words[step->printed].weight);
	}
	return cost < whole ? 1 - cost / whole : 0;
}

void bs_find_likest(struct bs_arena *arena, const struct bs_stream *quoted,
		    const struct bs_stream *stream, double least, struct bs_alignment *out)
{
	float *costs = bs_arena_alloc(arena, (stream->count + 1) * sizeof *costs);
	struct stretch best = {0};
	double whole = 0;
	*out = (struct bs_alignment){0};
	for (size_t i = 0; i < quoted->count; i++) whole += (double)quoted->words[i].weight;
	for (size_t first = 0, next; first < stream->count; first = next) {
		size_t end;
		for (next = first; next < stream->count; next++)
			if (stream->words[next].run != stream->words[first].run) break;
		struct stretch s = {stream->words + first, first, next - first};
		double likeness = 1 - (double)fill_table(quoted, &s, costs, NULL, &end) / whole;
		if (likeness <= least || likeness <= out->likeness) continue;
		out->likeness = likeness;
		/* A likeness cannot reach back further than the cost of all its words allows. */
		size_t reach = 5 * quoted->count;
		size_t start = end > reach ? end - reach : 0;
		best = (struct stretch){stream->words + first + start, first + start, end - start};
	}
	if (best.count == 0) return;
	trace(arena, quoted, &best, costs, out);
	out->likeness = likeness_of(quoted, stream, out, whole);
}
