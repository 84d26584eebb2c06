#include "analysis/timex_kind.h"

/* What makes a history of a text: see is_narrative(). */
enum {
	TOLD = 12,         /* dates long past for each time that points to the day of publication */
	PRESENT = 6,       /* and for each of its year */
	STORY = 50,        /* the weight of a history */
	DATED_WEIGHT = 11, /* and that of an old day or month with its year */
};

enum {
	BRACKET = 16, /* tokens of a remark in brackets that are looked back on */
	REACH = 6,    /* tokens between a clock time and the day that it is of */
	TIMES = 4     /* of one day in a row */
};

struct found {
	struct bs_timex_match *at;
	uint32_t *sentences;
	size_t count;
};

/* Drops tokens that a pattern looked at but that are not part of the expression. */
static void trim(const struct bs_timex_scan *s, struct bs_timex_match *m)
{
	if (m->row->sort == BS_SORT_AHEAD) m->first++; /* "in" */
	while (m->last > m->first + 1 && bs_token_mark(&s->tokens[m->last - 1], ',')) m->last--;
	/* The stop of "Sun." or "Dec." belongs to the sentence if that ends there. */
	if (m->last == s->last && m->last > m->first + 1 &&
	    bs_token_mark(&s->tokens[m->last - 1], '.') &&
	    s->tokens[m->last - 2].end - s->tokens[m->last - 2].start > 2)
		m->last--;
}

static void add(struct bs_article *a, struct found *found, uint32_t sentence,
		const struct bs_timex_match *m)
{
	size_t count = found->count;
	*BS_PLACE(&a->scratch, found->sentences, count) = sentence;
	*BS_PLACE(&a->scratch, found->at, found->count) = *m;
}

/* The expression of time at a token, which is trimmed to itself. */
static bool find_at(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m,
		    bool *shared)
{
	*shared = bs_timex_shares_month(s, at, m) ||
		  (bs_timex_may_be(s, at, 'K') && bs_timex_shares_era(s, at, m));
	if (!*shared && !bs_timex_match_at(s, at, m)) return false;
	trim(s, m);
	return true;
}

/* Returns how many of the tokens that may begin an expression have been dealt with. */
static size_t scan_sentence(struct bs_article *a, struct bs_timex_scan *s, uint32_t sentence,
			    size_t k, struct found *found)
{
	const struct bs_sentence_tokens *st = &a->sentence_tokens[sentence];
	s->first = st->first;
	s->last = st->last;
	uint32_t done = st->first;
	for (; k < s->begin_count && s->begins[k] < st->last; k++) {
		struct bs_timex_match m, next;
		bool shared;
		if (s->begins[k] < done || !find_at(s, s->begins[k], &m, &shared)) continue;
		while (!shared && (bs_timex_next_of_month(s, &m, &next) ||
				   bs_timex_next_of_century(s, &m, &next))) {
			add(a, found, sentence, &m);
			m = next;
		}
		add(a, found, sentence, &m);
		done = m.last;
	}
	return k;
}

/* Is it relative to the day of publication, as times in news are? */
static bool is_pointing(const struct bs_timex_match *m)
{
	bool counted = m->row->sort == BS_SORT_UNIT_REL || m->row->constant == 'r';
	return m->day_word || (m->when.weekday && !m->when.month) ||
	       (counted && (m->relation == 'L' || m->relation == 'T'));
}

/* How strongly does it suggest a history: an old day or month with its year most, then a day
 * without a year, which a history continues with, then any old year. */
static size_t story_weight(const struct bs_timex_match *m, bool old)
{
	bool dated = m->row->sort == BS_SORT_DAY || m->row->sort == BS_SORT_MONTH;
	return old ? dated ? DATED_WEIGHT : 1 : dated && !m->when.year;
}

/* A history is about years long past and hardly ever mentions yesterday, Monday or this year.
 * In it, a date without a year continues from the one before. */
static bool is_narrative(const struct bs_article *a, const struct found *found)
{
	size_t old = 0, near = 0, present = 0, weight = 0;
	int16_t year = a->date.year;
	for (size_t i = 0; i < found->count; i++) {
		const struct bs_timex_match *m = &found->at[i];
		bool past = m->when.year && (!year || m->when.year < year - 1 || m->when.bc);
		old += past;
		present += year && m->when.year == year;
		near += is_pointing(m);
		weight += story_weight(m, past);
	}
	return old > TOLD * near && old > PRESENT * present && weight >= STORY;
}

/* Do the tokens between a clock time and a day only add to the time: "(0900 GMT) on"? */
static bool only_adds(const struct bs_timex_scan *s, uint32_t from, uint32_t to)
{
	if (to - from > REACH) return false;
	for (uint32_t i = from; i < to; i++) {
		const struct bs_token *t = &s->tokens[i];
		bool word = t->flags & BS_CAPITAL || bs_token_is(t, BS_LIST_TIME_LEAD) ||
			    bs_token_is(t, BS_LIST_TIME_WORD) || bs_token_text(t, s->text, "time");
		if (t->kind == BS_MARK ? bs_token_mark(t, ';') : t->kind == BS_WORD && !word)
			return false;
	}
	return true;
}

/* Returns the day that is named after a clock time; NULL if there is none. */
static const struct bs_timex_match *day_of_clock(const struct bs_timex_scan *s,
						 const struct found *found, size_t at)
{
	if (found->at[at].row->sort != BS_SORT_CLOCK) return NULL;
	for (size_t i = at + 1; i < found->count && i <= at + TIMES; i++) {
		const struct bs_timex_match *m = &found->at[i];
		if (found->sentences[i] != found->sentences[at] ||
		    !only_adds(s, found->at[i - 1].last, m->first))
			return NULL;
		int sort = m->row->sort;
		if (sort == BS_SORT_DAY || sort == BS_SORT_WEEKDAY || sort == BS_SORT_DAY_WORD ||
		    sort == BS_SORT_HOLIDAY)
			return m->plural ? NULL : m;
		if (sort != BS_SORT_CLOCK) return NULL;
	}
	return NULL;
}

/* Continues from the day of a clock time, if the day is named only after it. */
static void look_ahead(struct bs_timex_context *c, const struct bs_timex_scan *s, uint32_t first,
		       const struct found *found, size_t at)
{
	const struct bs_timex_match *day = day_of_clock(s, found, at);
	brad_timex unused;
	if (!day || (c->since.grain && c->since_token >= first)) return;
	bs_timex_read(c, day, bs_timex_tense(s, first, day), &unused);
	c->since_token = found->at[at].first;
}

/* Does it stand in brackets? */
static bool in_brackets(const struct bs_timex_scan *s, uint32_t first, uint32_t at)
{
	for (uint32_t n = 1; n <= BRACKET && at >= first + n; n++) {
		if (bs_token_mark(&s->tokens[at - n], '(')) return true;
		if (bs_token_mark(&s->tokens[at - n], ')')) return false;
	}
	return false;
}

/* Does a history digress for a moment, and then continue from where it was? */
static bool is_aside(const struct bs_timex_scan *s, uint32_t first, const struct bs_timex_match *m)
{
	int sort = m->row->sort;
	return sort == BS_SORT_AGO || sort == BS_SORT_EARLIER || m->relation == 'L' ||
	       m->relation == 'P' || m->relation == 'V' || in_brackets(s, first, m->first);
}

void bs_find_timexes(struct bs_article *article)
{
	enum bs_day_order order = BS_ORDER_UNKNOWN;
	struct bs_timex_scan s = bs_timex_open(article, &order);
	struct found found = {0};
	size_t k = 0;
	bs_timex_look(&s, &article->scratch, &article->tokens, article->document.text);
	for (size_t i = 0; i < article->sentence_count && k < s.begin_count; i++)
		k = scan_sentence(article, &s, (uint32_t)i, k, &found);
	article->timexes = bs_arena_alloc(&article->arena, found.count * sizeof *article->timexes);
	struct bs_timex_context c = {.arena = &article->arena, .today = article->date};
	c.narrative = is_narrative(article, &found);
	s.last = (uint32_t)article->tokens.count;
	bs_timex_share_years(&s, found.at, found.sentences, found.count);
	for (size_t i = 0; i < found.count; i++) {
		struct bs_timex_match *m = &found.at[i];
		const struct bs_sentence_tokens *st = &article->sentence_tokens[found.sentences[i]];
		brad_timex *t = &article->timexes[article->timex_count++];
		s.last = st->last;
		t->span = (brad_span){s.tokens[m->first].start, s.tokens[m->last - 1].end};
		look_ahead(&c, &s, st->first, &found, i);
		if (i && !c.narrative && found.sentences[i - 1] == found.sentences[i] &&
		    c.since_token == found.at[i - 1].first)
			bs_timex_share_year(&s, &found.at[i - 1], &c.since, m);
		const struct bs_timex_context before = c;
		bs_timex_read(&c, m, bs_timex_tense(&s, st->first, m), t);
		if (c.narrative && is_aside(&s, st->first, m))
			c.since = before.since, c.since_token = before.since_token;
	}
}
