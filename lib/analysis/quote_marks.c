#include "analysis/quote.h"

/* Quotation marks of all kinds are read by where they stand (white space
 * before, none after: it opens), then by their shape, so that wrong shapes do
 * no harm.  Double and single marks are paired apart; of two pairs, one in the
 * other, the outer one counts. */

enum mark { NO_MARK, DOUBLE_OPEN, DOUBLE_CLOSE, DOUBLE_STRAIGHT, SINGLE_OPEN, SINGLE_CLOSE };

struct pairing {
	struct bs_quoting *q;
	uint32_t first, last;
	struct bs_marked open; /* being read; `open.open` is BS_NONE if there is none */
	struct bs_marked *list;
	size_t count;
	const uint32_t *marks; /* the tokens that may be marks of quotation, in order, */
};                             /* and `last` behind them */

/* What is the mark t, and how many tokens wide? */
static enum mark look(const struct bs_token *t, uint32_t *width)
{
	*width = 1;
	switch (t->value) {
	case 0x201C:
	case 0x201E:
	case 0xAB: return DOUBLE_OPEN;
	case 0x201D:
	case 0xBB: return DOUBLE_CLOSE;
	case '"': return DOUBLE_STRAIGHT;
	case '\'':
	case '`':
	case 0x2019:
		if (t[1].kind == BS_MARK && t[1].value == t->value && t[1].start == t->end) {
			*width = 2;
			return DOUBLE_STRAIGHT;
		}
		return SINGLE_CLOSE;
	case 0x2018: return SINGLE_OPEN;
	default: return NO_MARK;
	}
}

/* Can it be any of those that look() knows? */
static bool may_be_mark(const struct bs_token *t)
{
	uint32_t v = t->value;
	return (t->kind == BS_MARK) & ((v == '"') | (v == '\'') | (v == '`') |
				       ((v | 0x10) == 0xBB) | (v - 0x2018 <= 0x201E - 0x2018));
}

/* Lists them without a branch: most marks are none. */
static void list_marks(const struct bs_quoting *q, const struct bs_paragraph *p, uint32_t *out)
{
	uint32_t count = 0;
	for (const uint32_t *m = q->article->tokens.marks + p->first_mark; *m < p->last; m++) {
		out[count] = *m;
		count += may_be_mark(&q->tokens[*m]);
	}
	out[count] = p->last;
}

/* The first of them from token i on; p->last if there is none. */
static uint32_t next_mark(struct pairing *p, uint32_t i)
{
	while (*p->marks < i && *p->marks < p->last) p->marks++;
	return *p->marks;
}

static bool space_before(const struct pairing *p, uint32_t i)
{
	return i == p->first || p->q->tokens[i].flags & BS_SPACE;
}

/* Is there nothing, or white space, before the token i?  i ends a mark. */
static bool space_after(const struct pairing *p, uint32_t i)
{
	return i >= p->last || p->q->tokens[i].flags & BS_SPACE;
}

/* Brackets and dashes let a mark open that has no white space before it. */
static bool opens_after(const struct bs_token *t)
{
	return t->kind == BS_MARK &&
	       (t->value == '(' || t->value == '[' || t->value == '-' || t->value == 0x2013 ||
		t->value == 0x2014 || t->value == ':' || t->value == '/' || t->value == '*');
}

static void keep(struct pairing *p, uint32_t last, uint32_t after, bool closed)
{
	p->open.last = last;
	p->open.after = after;
	p->open.closed = closed;
	if (last > p->open.first) *BS_PLACE(&p->q->article->scratch, p->list, p->count) = p->open;
	p->open.open = BS_NONE;
}

static void begin(struct pairing *p, uint32_t at, uint32_t width)
{
	p->open = (struct bs_marked){
		.open = at, .first = at + width, .continues = BS_NONE, .found = BS_NONE};
}

/* Does a double mark, width tokens wide, open?  What its place leaves undecided, its shape decides. */
static bool is_opening(const struct pairing *p, uint32_t i, uint32_t width, enum mark mark)
{
	bool before = space_before(p, i), after = space_after(p, i + width);
	if (before && !after) return true;
	if (after && !before) return false;
	if (mark != DOUBLE_STRAIGHT) return mark == DOUBLE_OPEN;
	if (p->open.open != BS_NONE) return false;
	return before || opens_after(&p->q->tokens[i - 1]);
}

static void pair_double(struct pairing *p, bool after_unclosed)
{
	p->open.open = BS_NONE;
	bool any = false;
	uint32_t width = 0;
	for (uint32_t i = p->first; (i = next_mark(p, i + width)) < p->last;) {
		enum mark mark = look(&p->q->tokens[i], &width);
		if (mark < DOUBLE_OPEN || mark > DOUBLE_STRAIGHT) continue;
		if (is_opening(p, i, width, mark)) {
			if (p->open.open != BS_NONE) keep(p, i, i, false);
			begin(p, i, width);
		} else if (p->open.open != BS_NONE) {
			keep(p, i, i + width, true);
		} else if (after_unclosed && !any) {
			/* The speech of the paragraph before, which nothing opened anew. */
			begin(p, p->first, 0);
			keep(p, i, i + width, true);
		}
		any = true;
	}
	if (p->open.open != BS_NONE) keep(p, p->last, p->last, false);
}

static bool is_elision(const struct pairing *p, uint32_t i)
{
	static const char *const words[] = {"em",   "til", "cause", "tis",
					    "twas", "n",   "bout",  "cos"};
	const struct bs_token *t = &p->q->tokens[i];
	if (t->kind == BS_NUMBER) return t->flags & BS_LETTERS; /* '90s */
	if (t->kind != BS_WORD) return false;
	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (bs_token_text(t, p->q->article->document.text, words[k])) return true;
	return false;
}

static bool ends_in_s(const struct pairing *p, uint32_t i)
{
	const struct bs_token *t = &p->q->tokens[i];
	char c = p->q->article->document.text[t->end - 1];
	return t->kind == BS_WORD && (c == 's' || c == 'S' || c == 'n');
}

/* May the single mark at i open what a colon, a cue or the paragraph's head
 * announces, so that a closing mark need not follow? */
static bool is_announced(const struct pairing *p, uint32_t i)
{
	if (i == p->first) return true;
	const struct bs_token *t = &p->q->tokens[i - 1];
	return t->kind == BS_MARK && (t->value == ':' || t->value == ',');
}

/* 'C1,' she said. 'C2, up to the paragraph's end: may the mark that is open begin C2? */
static bool goes_on(const struct pairing *p)
{
	const struct bs_token *t = &p->q->tokens[p->open.open];
	return p->count && p->list[0].open == p->first && bs_token_mark(&t[-1], '.') &&
	       t[1].flags & BS_CAPITAL;
}

static void pair_single(struct pairing *p)
{
	uint32_t perhaps = BS_NONE; /* a mark that closes, or belongs to a plural: workers' */
	uint32_t width = 0;
	p->open.open = BS_NONE;
	for (uint32_t i = p->first; (i = next_mark(p, i + width)) < p->last;) {
		enum mark mark = look(&p->q->tokens[i], &width);
		if (width == 2 && p->open.open != BS_NONE && i > p->open.first &&
		    !space_before(p, i)) {
			keep(p, i, i + 2, true); /* both marks of 'the so-called 'cure'' */
			perhaps = BS_NONE;
			continue;
		}
		if (mark != SINGLE_OPEN && mark != SINGLE_CLOSE) continue;
		bool curly_close = p->q->tokens[i].value == 0x2019;
		if ((space_before(p, i) || opens_after(&p->q->tokens[i - 1])) &&
		    !space_after(p, i + 1)) {
			if (curly_close || is_elision(p, i + 1)) continue;
			if (p->open.open != BS_NONE && perhaps != BS_NONE)
				keep(p, perhaps, perhaps + 1, true);
			else if (p->open.open != BS_NONE && is_announced(p, p->open.open))
				continue; /* one inside another */
			begin(p, i, 1);
			perhaps = BS_NONE;
		} else if (p->open.open != BS_NONE && i > p->open.first && !space_before(p, i)) {
			if (ends_in_s(p, i - 1) && i + 1 < p->last &&
			    p->q->tokens[i + 1].kind == BS_WORD) {
				if (perhaps == BS_NONE) perhaps = i;
				continue;
			}
			keep(p, i, i + 1, true);
			perhaps = BS_NONE;
		}
	}
	if (p->open.open == BS_NONE) return;
	if (perhaps != BS_NONE)
		keep(p, perhaps, perhaps + 1, true);
	else if (p->open.open == p->first || bs_token_mark(&p->q->tokens[p->open.open - 1], ':') ||
		 goes_on(p))
		keep(p, p->last, p->last, false);
}

static void add_stretch(struct bs_quoting *q, struct bs_marked s, bool single)
{
	s.single = single;
	uint32_t number = (uint32_t)q->stretch_count;
	*BS_PLACE(&q->article->scratch, q->stretches, q->stretch_count) = s;
	for (uint32_t i = s.open; i < s.after; i++) q->stretch_at[i] = number;
}

/* Both lists in the order of the text, without those inside another. */
static void merge(struct bs_quoting *q, const struct pairing *d, const struct pairing *s)
{
	size_t i = 0, k = 0;
	uint32_t end = 0;
	while (i < d->count || k < s->count) {
		bool single = i == d->count || (k < s->count && s->list[k].open < d->list[i].open);
		const struct bs_marked *next = single ? &s->list[k++] : &d->list[i++];
		if (next->open < end) continue;
		/* A single mark that crosses a double one was an apostrophe; one that is never
		 * closed is of a paragraph that it begins. */
		if (single && i < d->count && d->list[i].open < next->after &&
		    (d->list[i].after > next->after || (!next->closed && next->open != d->first)))
			continue;
		add_stretch(q, *next, single);
		end = next->after;
	}
}

/* “C1 [paragraph] S said: “C2 [paragraph]: the first was never closed, but another has begun. */
static bool begins_anew(const struct bs_quoting *q, const struct bs_marked *s,
			const struct bs_paragraph *para)
{
	return !s->closed && s->after == para->last && s->open > para->first &&
	       bs_token_mark(&q->tokens[s->open - 1], ':');
}

void bs_pair_marks(struct bs_quoting *q)
{
	struct bs_article *a = q->article;
	uint32_t *marks = bs_arena_take(&a->scratch, (a->tokens.mark_count + 1) * sizeof *marks);
	uint32_t unclosed = BS_NONE, since = 0; /* body paragraphs since the unclosed one */
	for (uint32_t n = 0; n < a->paragraph_count; n++) {
		const struct bs_paragraph *para = &a->paragraphs[n];
		if (para->role == BRAD_ROLE_FURNITURE) continue;
		struct pairing d = {
			.q = q, .first = para->first, .last = para->last, .marks = marks};
		struct pairing s = d;
		size_t before = q->stretch_count;
		bool body = para->role == BRAD_ROLE_BODY && !para->interrupts;
		if (para->marked) {
			list_marks(q, para, marks);
			pair_double(&d, body && unclosed != BS_NONE && since == 0);
			pair_single(&s);
			merge(q, &d, &s);
		}
		if (!body) continue;
		bool opens = q->stretch_count > before && q->stretches[before].open == para->first;
		if (opens && unclosed != BS_NONE && since <= 1 &&
		    q->stretches[before].single == q->stretches[unclosed].single)
			q->stretches[before].continues = unclosed;
		const struct bs_marked *last =
			q->stretch_count > before ? &q->stretches[q->stretch_count - 1] : NULL;
		if (last &&
		    (opens || since > 0 || unclosed == BS_NONE || begins_anew(q, last, para))) {
			bool open = !last->closed && last->after == para->last;
			if (open)
				unclosed = (uint32_t)q->stretch_count - 1;
			else if (opens)
				unclosed = BS_NONE;
			since = open ? 0 : since + 1;
		} else {
			since++;
		}
		if (since > 1) unclosed = BS_NONE;
	}
}
