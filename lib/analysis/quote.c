#include "analysis/quote.h"

#include <stdlib.h>
#include <string.h>

struct bs_found *bs_add_found(struct bs_quoting *q, const struct bs_source *source)
{
	struct bs_found *f = BS_PLACE(&q->article->scratch, q->found, q->found_count);
	*f = (struct bs_found){
		.source = *source, .cue = BS_NONE, .cue_first = BS_NONE, .carried_from = BS_NONE};
	return f;
}

static bool is_edge(const struct bs_token *t)
{
	if (t->kind != BS_MARK) return false;
	switch (t->value) {
	case '"':
	case '\'':
	case '`':
	case ',':
	case ':':
	case ';':
	case 0x2018:
	case 0x2019:
	case 0x201C:
	case 0x201D:
	case 0x201E:
	case 0xAB:
	case 0xBB:
	case '-':
	case 0x2013:
	case 0x2014: return true;
	default: return false;
	}
}

void bs_add_piece(struct bs_quoting *q, struct bs_found *f, uint32_t first, uint32_t last)
{
	const struct bs_token *t = q->tokens;
	while (first < last && is_edge(&t[first])) first++;
	while (last > first && is_edge(&t[last - 1]) &&
	       !(t[last - 1].value == ',' && q->stretch_at[last - 1] != BS_NONE))
		last--;
	if (last > first && bs_token_mark(&t[last - 1], ')') &&
	    bs_token_mark(&t[q->frame.first], '('))
		last--; /* the whole frame is in brackets */
	/* A full stop outside the marks is not part of what they hold. */
	if (last > first && bs_token_mark(&t[last - 1], '.') &&
	    q->stretch_at[last - 1] == BS_NONE) {
		last--;
		while (last > first && is_edge(&t[last - 1])) last--;
	}
	if (first >= last) return;
	/* Odd marks may lead here twice; pieces never overlap. */
	if (f->piece_count && first < f->pieces[f->piece_count - 1].end) return;
	*BS_PLACE(&q->article->scratch, f->pieces, f->piece_count) = (brad_span){first, last};
}

/* ---- Frames that are nothing but marks -------------------------------- */

static bool is_sentence(const struct bs_quoting *q, const struct bs_marked *s)
{
	if (!s->closed) return true;
	const struct bs_token *t = &q->tokens[s->last - 1];
	const struct bs_token *after = &q->tokens[s->after];
	bool ends = t->kind == BS_MARK && (t->value == '.' || t->value == '!' || t->value == '?' ||
					   t->value == 0x2026 || t->value == ',');
	return ends || bs_token_mark(after, '.');
}

/* The stretch that the frame consists of, but for marks; NULL if there is more to it. */
static struct bs_marked *only_stretch(struct bs_quoting *q)
{
	struct bs_marked *only = NULL;
	for (uint32_t i = 0; i < q->unit_count; i++) {
		const struct bs_unit *u = &q->units[i];
		if (u->stretch == BS_NONE) {
			if (q->tokens[u->token].kind != BS_MARK) return NULL;
		} else if (only) {
			return NULL;
		} else {
			only = &q->stretches[u->stretch];
		}
	}
	return only;
}

static uint32_t add_direct(struct bs_quoting *q, struct bs_marked *s,
			   const struct bs_source *source)
{
	uint32_t number = (uint32_t)q->found_count;
	struct bs_found *f = bs_add_found(q, source);
	bs_add_piece(q, f, s->first, s->last);
	if (!f->piece_count) {
		q->found_count--;
		return BS_NONE;
	}
	s->found = number;
	return number;
}

static const struct bs_source nobody = {0};

static void add_carried(struct bs_quoting *q, struct bs_marked *s, uint32_t from)
{
	struct bs_source source = q->found[from].source;
	uint32_t number = add_direct(q, s, &source);
	if (number != BS_NONE) q->found[number].carried_from = from;
}

/* Is the frame at hand the whole of its paragraph? */
static bool is_paragraph(const struct bs_quoting *q)
{
	const struct bs_paragraph *p = &q->article->paragraphs[q->frame.paragraph];
	return q->frame.first == p->first && q->frame.last == p->last;
}

/* A frame of marks alone takes its speaker from what is before it. */
static void place_alone(struct bs_quoting *q, struct bs_marked *s)
{
	uint32_t from = s->continues != BS_NONE ? q->stretches[s->continues].found : BS_NONE;
	if (from != BS_NONE) {
		add_carried(q, s, from);
	} else if (q->waits || (q->agrees && q->last_direct == BS_NONE)) {
		uint32_t number = add_direct(q, s, &q->waiting);
		if (number != BS_NONE)
			q->found[number].cue = q->found[number].cue_first = q->waiting_cue;
	} else if (q->last_direct != BS_NONE) {
		bs_add_piece(q, &q->found[q->last_direct], s->first, s->last);
		s->found = q->last_direct;
	} else if (q->last_found != BS_NONE) {
		bs_add_piece(q, &q->found[q->last_found], s->first, s->last);
		s->found = q->last_found;
	} else if (q->before_alone != BS_NONE && is_paragraph(q) && is_sentence(q, s)) {
		add_carried(q, s, q->before_alone);
	} else if (is_sentence(q, s)) {
		add_direct(q, s, &nobody);
	}
	if (s->found != BS_NONE) q->last_direct = s->found;
}

/* What goes on from an earlier paragraph and has no cue of its own. */
static void place_carried(struct bs_quoting *q)
{
	for (uint32_t i = 0; i < q->unit_count && q->marked; i++) {
		if (q->units[i].stretch == BS_NONE) continue;
		struct bs_marked *s = &q->stretches[q->units[i].stretch];
		if (s->found == BS_NONE && s->continues != BS_NONE) place_alone(q, s);
	}
}

enum { LEAST_SPOKEN = 4 }; /* words in marks that are no mere term */
enum { LEAST_BEGUN = 6 };  /* words in marks that are no title */

/* “C1,” S said.  But then, “C2.”  A frame without a cue goes on with sentences in marks. */
static bool place_spoken(struct bs_quoting *q)
{
	bool placed = false;
	if (q->last_direct == BS_NONE) return false;
	for (uint32_t i = 0; i < q->unit_count; i++) {
		if (q->units[i].stretch == BS_NONE) continue;
		struct bs_marked *s = &q->stretches[q->units[i].stretch];
		if (s->found != BS_NONE || s->last - s->first < LEAST_SPOKEN || !is_sentence(q, s))
			continue;
		place_alone(q, s);
		placed = true;
	}
	return placed;
}

/* “C1,” S said.  “C2, and more” of it.  A frame without a cue that begins in the midst of marks. */
static bool place_begun(struct bs_quoting *q)
{
	if (q->last_direct == BS_NONE || q->units[0].stretch == BS_NONE) return false;
	struct bs_marked *s = &q->stretches[q->units[0].stretch];
	if (s->found != BS_NONE || s->last - s->first < LEAST_BEGUN ||
	    !(q->tokens[s->first].flags & BS_CAPITAL))
		return false;
	bs_add_piece(q, &q->found[q->last_direct], q->frame.first, q->frame.last);
	s->found = q->last_direct;
	return true;
}

/* S said C1.  The quotation that the paragraph before ended with; BS_NONE if it ended otherwise. */
static uint32_t last_words(const struct bs_quoting *q)
{
	/* What a caption tells, which has no full stop, goes on nowhere. */
	if (q->last_found == BS_NONE || q->tokens[q->before.last - 1].kind != BS_MARK)
		return BS_NONE;
	/* Marks that close round a sentence tell that its speaker has ended. */
	uint32_t stretch = q->stretch_at[q->before.last - 1];
	if (stretch != BS_NONE && q->tokens[q->stretches[stretch].first].flags & BS_CAPITAL &&
	    is_sentence(q, &q->stretches[stretch]))
		return BS_NONE;
	const struct bs_found *f = &q->found[q->last_found];
	size_t end = f->pieces[f->piece_count - 1].end;
	/* “C?”  Another answers. */
	if (bs_token_mark(&q->tokens[end - 1], '?')) return BS_NONE;
	return end + 2 >= q->before.last ? q->last_found : BS_NONE; /* but for marks */
}

/* C1, “and more,” S said.  Does the quotation begin the paragraph before, though not in marks? */
static bool begins_paragraph(const struct bs_quoting *q, uint32_t found)
{
	if (found == BS_NONE) return false;
	size_t first = q->article->paragraphs[q->paragraph].first;
	return q->found[found].pieces[0].start <= first + 1;
}

/* “C1,” S said.  And then, in the next paragraph, nothing but “C2.”  The paragraph before, or its last
 * sentence, begins with marks, or the paragraph with what S said. */
static uint32_t find_before_alone(const struct bs_quoting *q)
{
	bool opens = q->opens || (q->last_direct != BS_NONE && q->before.first < q->before.last &&
				  q->stretch_at[q->before.first + 1] != BS_NONE);
	uint32_t from = opens && q->last_direct != BS_NONE ? q->last_direct : last_words(q);
	if (from == BS_NONE && begins_paragraph(q, q->last_direct)) from = q->last_direct;
	if (from == BS_NONE) return BS_NONE;
	for (uint32_t i = q->paragraph + 1; i < q->frame.paragraph; i++) {
		const struct bs_paragraph *p = &q->article->paragraphs[i];
		if (p->role != BRAD_ROLE_FURNITURE && !p->interrupts) return BS_NONE;
	}
	const struct bs_source *source = &q->found[from].source;
	return source->first < source->last ? from : BS_NONE;
}

static void begin_paragraph(struct bs_quoting *q)
{
	/* A caption between two paragraphs of one speaker leaves it as it was. */
	bool caption = q->paragraph != BS_NONE && q->article->paragraphs[q->paragraph].interrupts;
	if (!caption) q->before_alone = find_before_alone(q);
	q->paragraph = q->frame.paragraph;
	q->opens = q->units[0].stretch != BS_NONE;
	q->last_direct = q->last_found = BS_NONE;
	q->agrees = false;
}

static void visit_frame(struct bs_quoting *q)
{
	if (!q->unit_count) return;
	if (q->frame.paragraph != q->paragraph) begin_paragraph(q);
	if (bs_take_turn(q)) return;
	struct bs_marked *s = only_stretch(q);
	if (s) {
		place_alone(q, s);
		q->waits = q->agrees = false;
		return;
	}
	bool waited = q->waits;
	uint32_t before = (uint32_t)q->found_count;
	q->waits = q->agrees = false;
	if (waited && q->units[0].stretch != BS_NONE) {
		q->waits = true;
		place_alone(q, &q->stretches[q->units[0].stretch]);
		q->waits = false;
	}
	bs_find_cues(q);
	place_carried(q);
	if (q->found_count == before && !place_spoken(q) && !place_begun(q))
		q->last_direct = q->last_found = BS_NONE;
}

/* ---- The public half --------------------------------------------------- */

static brad_said kind_of(const struct bs_quoting *q, const struct bs_found *f)
{
	size_t inside = 0, all = 0;
	for (size_t p = 0; p < f->piece_count; p++)
		for (size_t i = f->pieces[p].start; i < f->pieces[p].end; i++) {
			const struct bs_token *t = &q->tokens[i];
			size_t length = (t->kind != BS_MARK) * (t->end - t->start);
			all += length;
			inside += (q->stretch_at[i] != BS_NONE) * length;
		}
	if (f->verbatim) return BRAD_SAID_DIRECT;
	if (!inside) return BRAD_SAID_INDIRECT;
	return inside == all ? BRAD_SAID_DIRECT : BRAD_SAID_MIXED;
}

static brad_span bytes_of(const struct bs_quoting *q, size_t first, size_t last)
{
	return (brad_span){q->tokens[first].start, q->tokens[last - 1].end};
}

static void publish(struct bs_quoting *q, const struct bs_found *f, brad_quote *quote,
		    struct bs_attribution *at)
{
	brad_span *pieces = bs_arena_alloc(&q->article->arena, f->piece_count * sizeof *pieces);
	size_t n = 0;
	for (size_t i = 0; i < f->piece_count; i++)
		pieces[n++] = bytes_of(q, f->pieces[i].start, f->pieces[i].end);
	*quote = (brad_quote){.span = {pieces[0].start, pieces[n - 1].end},
			      .pieces = pieces,
			      .piece_count = n,
			      .said = kind_of(q, f)};
	if (f->source.last > f->source.first)
		quote->mention = bytes_of(q, f->source.first, f->source.last);
	if (f->cue != BS_NONE) quote->cue = bytes_of(q, f->cue_first, f->cue + 1);
	*at = (struct bs_attribution){.first = (uint32_t)f->pieces[0].start,
				      .last = (uint32_t)f->pieces[f->piece_count - 1].end,
				      .cue = f->cue,
				      .mention_count = f->source.mention_count,
				      .carried_from = f->carried_from};
	memcpy(at->mentions, f->source.mentions, sizeof at->mentions);
}

struct order {
	size_t start;
	uint32_t number;
};

static int compare(const void *a, const void *b)
{
	const struct order *x = a, *y = b;
	if (x->start != y->start) return x->start < y->start ? -1 : 1;
	return x->number < y->number ? -1 : x->number > y->number;
}

/* In order of their starts; carried_from names places in that order. */
static void publish_all(struct bs_quoting *q)
{
	struct bs_article *a = q->article;
	size_t n = q->found_count;
	if (!n) return;
	struct order *order = bs_arena_take(&a->scratch, n * sizeof *order);
	uint32_t *place = bs_arena_take(&a->scratch, n * sizeof *place);
	for (size_t i = 0; i < n; i++)
		order[i] = (struct order){q->found[i].pieces[0].start, (uint32_t)i};
	qsort(order, n, sizeof *order, compare);
	for (size_t i = 0; i < n; i++) place[order[i].number] = (uint32_t)i;
	a->quotes = bs_arena_alloc(&a->arena, n * sizeof *a->quotes);
	a->attributions = bs_arena_alloc(&a->arena, n * sizeof *a->attributions);
	a->quote_count = n;
	for (size_t i = 0; i < n; i++) {
		publish(q, &q->found[order[i].number], &a->quotes[i], &a->attributions[i]);
		uint32_t from = a->attributions[i].carried_from;
		if (from != BS_NONE) a->attributions[i].carried_from = place[from];
	}
}

void bs_find_quotes(struct bs_article *article)
{
	struct bs_quoting q = {.article = article,
			       .tokens = article->tokens.at,
			       .paragraph = BS_NONE,
			       .last_direct = BS_NONE,
			       .last_found = BS_NONE};
	size_t count = article->tokens.count + 1;
	q.stretch_at = bs_arena_take(&article->scratch, count * sizeof *q.stretch_at);
	q.mention_at = bs_arena_take(&article->scratch, count * sizeof *q.mention_at);
	memset(q.stretch_at, 0xFF, count * sizeof *q.stretch_at);
	memset(q.mention_at, 0xFF, count * sizeof *q.mention_at);
	for (uint32_t m = 0; m < article->mention_count; m++)
		for (uint32_t i = article->mentions[m].first; i < article->mentions[m].last; i++)
			q.mention_at[i] = m;
	bs_pair_marks(&q);
	bs_find_turns(&q);
	bs_visit_frames(&q, visit_frame);
	bs_take_signatures(&q);
	publish_all(&q);
}
