/* Bounds the day of publication of an article that does not give it, by what
 * the text tells of the past.
 *
 * Not before: the latest time that is written out with its year and that a verb
 * in the past tense reports ("the visit took place on 28 April 2021").
 *
 * Both: "rated inadequate three years ago" beside "the inadequate rating of
 * 2018", if the two share a word of their own.  Three years ago may be rounded
 * either way, and a year has twelve months: from July 2020 to the end of 2022.
 *
 * Whatever may point ahead, or is of doubtful kind, tells nothing. */
#include "analysis/article.h"
#include "analysis/timex.h"
#include "base/date.h"

#include <string.h>

enum {
	NEAR = 8,         /* tokens between a verb and its time */
	BESIDE = 3,       /* tokens around a time in which words tell what it is the time of */
	OWN_WORD = 6,     /* letters that a word has at least to tell that */
	LONGEST_AGO = 10, /* years: those further back are rounded, or of another story */
	FEW_YEARS = 16    /* so many years ago, at most, are paired with years */
};

/* A number of years ago, or a year, and where it stands. */
struct place {
	uint32_t first, last; /* tokens [first, last) */
	uint32_t sentence;
	int years;
};

struct inference {
	struct bs_article *article;
	struct bs_timex_scan scan;
	brad_date not_before, not_after;
	struct place ago[FEW_YEARS], year[FEW_YEARS];
	size_t ago_count, year_count;
	int latest; /* year that is named at all */
};

/* The letter that words/past_evidence.txt gives the word; 0 for none. */
static int evidence(const struct inference *in, uint32_t i)
{
	return bs_word_value(in->scan.tokens[i].word, BS_LIST_PAST_EVIDENCE);
}

/* ---- What a verb in the past tense reports ------------------------------- */

/* Is this token a border that related words do not cross? */
static bool ends_clause(const struct bs_token *t)
{
	if (t->kind != BS_MARK) return false;
	switch (t->value) {
	case ';':
	case ':':
	case '(':
	case ')':
	case '"':
	case 0x201C:
	case 0x201D: return true;
	default: return false;
	}
}

/* A verb about the past: "came", "was closed", "who closed". */
static bool is_past(const struct inference *in, uint32_t i)
{
	const struct bs_token *t = &in->scan.tokens[i];
	if (evidence(in, i) == 'N') return true;
	if (t->kind != BS_WORD || t->flags & BS_CAPITAL) return false;
	if (evidence(in, i) == 'P') return true;
	bool ed = t->end - t->start > 4 && memcmp(in->scan.text + t->end - 2, "ed", 2) == 0;
	int before = ed && i > 0 ? evidence(in, i - 1) : 0;
	return before == 'P' || before == 'S';
}

/* Is the time at tokens [first, last) reported in the past tense?  "in" or the
 * like leads to it, a past verb stands before that, and nothing looks ahead. */
static bool is_reported(const struct inference *in, uint32_t start, uint32_t first)
{
	uint32_t at = first;
	while (at > start && at + 3 > first &&
	       (bs_token_is(&in->scan.tokens[at - 1], BS_LIST_WEEKDAY) ||
		evidence(in, at - 1) == 'B'))
		at--;
	int lead = at > start ? evidence(in, at - 1) : 0;
	bool past = lead == 'N';
	if (lead != 'L' && lead != 'N') return false;
	for (uint32_t n = 2; n <= 2 * NEAR && at >= start + n; n++) {
		if (ends_clause(&in->scan.tokens[at - n])) break;
		if (evidence(in, at - n) == 'A') return false;
		past = past || (n <= NEAR && is_past(in, at - n));
	}
	for (uint32_t i = first; i < in->scan.last && i < first + NEAR; i++)
		if (ends_clause(&in->scan.tokens[i]))
			break;
		else if (bs_word_value(in->scan.tokens[i].word, BS_LIST_TENSE) == 'F')
			return false;
	return past;
}

/* The day, month or year of a value, if its year is written in the text itself. */
static brad_date written_date(const struct inference *in, const brad_timex *t)
{
	brad_date date, none = {0, 0, 0};
	size_t length = t->span.end - t->span.start;
	const char *text = in->scan.text + t->span.start;
	if (t->type != BRAD_TIMEX_DATE || brad_date_read(t->value, &date, NULL) != BRAD_OK)
		return none;
	for (size_t i = 0; i + 4 <= length; i++)
		if (memcmp(text + i, t->value, 4) == 0) return date;
	return none;
}

/* ---- Years ago beside a year --------------------------------------------- */

/* A word that is specific enough to show which event a time belongs to. */
static bool is_own_word(const struct inference *in, uint32_t i)
{
	const struct bs_token *t = &in->scan.tokens[i];
	return t->kind == BS_WORD && !(t->flags & BS_CAPITAL) && t->end - t->start >= OWN_WORD &&
	       !bs_token_is(t, BS_LIST_GRAMMAR_WORD) && !bs_token_is(t, BS_LIST_TIME_UNIT) &&
	       !bs_token_is(t, BS_LIST_PREPOSITION);
}

static bool same_word(const struct inference *in, uint32_t i, uint32_t k)
{
	const struct bs_token *a = &in->scan.tokens[i], *b = &in->scan.tokens[k];
	return a->end - a->start == b->end - b->start &&
	       memcmp(in->scan.text + a->start, in->scan.text + b->start, a->end - a->start) == 0;
}

/* The tokens beside a time, within its sentence. */
static void beside(const struct inference *in, const struct place *p, uint32_t *from, uint32_t *to)
{
	const struct bs_sentence_tokens *st = &in->article->sentence_tokens[p->sentence];
	*from = p->first > st->first + BESIDE ? p->first - BESIDE : st->first;
	*to = p->last + BESIDE < st->last ? p->last + BESIDE : st->last;
}

static bool tell_of_the_same(const struct inference *in, const struct place *a,
			     const struct place *b)
{
	uint32_t from_a, to_a, from_b, to_b;
	beside(in, a, &from_a, &to_a);
	beside(in, b, &from_b, &to_b);
	for (uint32_t i = from_a; i < to_a; i++) {
		if (!is_own_word(in, i)) continue;
		for (uint32_t k = from_b; k < to_b; k++)
			if (is_own_word(in, k) && same_word(in, i, k)) return true;
	}
	return false;
}

static void keep(struct place *list, size_t *count, struct place place)
{
	if (*count < FEW_YEARS) list[(*count)++] = place;
}

static bool is_vague(const struct inference *in, uint32_t token)
{
	int before = token ? evidence(in, token - 1) : 0;
	return before == 'V' || before == 'A'; /* "about", "more than" */
}

static void note_years(struct inference *in, const brad_timex *t, uint32_t sentence, uint32_t token)
{
	struct bs_timex_match m;
	if (!bs_timex_match_at(&in->scan, token, &m)) return;
	struct place place = {m.first, m.last, sentence, m.amount / 10};
	brad_date date = written_date(in, t);
	if (m.row->sort == BS_SORT_AGO && m.unit == 'Y' && m.amount > 0 && m.amount % 10 == 0 &&
	    place.years <= LONGEST_AGO && !is_vague(in, token))
		keep(in->ago, &in->ago_count, place);
	if (date.year > in->latest) in->latest = date.year;
	place.years = date.year;
	if (date.year && !date.month) keep(in->year, &in->year_count, place);
}

/* ---- The pass ------------------------------------------------------------ */

static void not_before(struct inference *in, brad_date date)
{
	if (bs_date_pack(date) > bs_date_pack(in->not_before)) in->not_before = date;
}

static void look_at_sentence(struct inference *in, uint32_t sentence)
{
	const brad_sentence *s = &in->article->sentences[sentence];
	const struct bs_sentence_tokens *st = &in->article->sentence_tokens[sentence];
	uint32_t token = st->first;
	in->scan.first = st->first;
	in->scan.last = st->last;
	for (size_t i = 0; i < s->date_count; i++) {
		const brad_timex *t = &s->dates[i];
		while (token < st->last && in->scan.tokens[token].start < t->span.start) token++;
		brad_date date = written_date(in, t);
		if (date.year && is_reported(in, st->first, token)) not_before(in, date);
		note_years(in, t, sentence, token);
	}
}

static void pair_years(struct inference *in)
{
	int found = 0;
	for (size_t i = 0; i < in->ago_count; i++)
		for (size_t k = 0; k < in->year_count; k++) {
			if (!tell_of_the_same(in, &in->ago[i], &in->year[k])) continue;
			int year = in->year[k].years + in->ago[i].years;
			if (found && found != year) return; /* not all of them are the same */
			found = year;
		}
	if (!found || in->latest > found + 1) return;
	not_before(in, (brad_date){(int16_t)(found - 1), 7, 0});
	in->not_after = (brad_date){(int16_t)(found + 1), 0, 0};
}

void bs_infer_date(struct bs_article *article)
{
	if (article->date_from != BRAD_DATE_NONE) return;
	enum bs_day_order order = BS_ORDER_UNKNOWN;
	struct inference in = {.article = article};
	in.scan = bs_timex_open(article, &order);
	bs_timex_look(&in.scan, &article->scratch, &article->tokens, article->document.text);
	for (size_t i = 0; i < article->sentence_count; i++)
		if (article->sentences[i].role == BRAD_ROLE_BODY &&
		    article->sentences[i].date_count)
			look_at_sentence(&in, (uint32_t)i);
	pair_years(&in);
	bool any = in.not_before.year || in.not_after.year;
	if (!any || bs_date_pack(in.not_before) > bs_date_pack_end(in.not_after)) return;
	article->not_before = in.not_before;
	article->not_after = in.not_after;
	article->date_from = BRAD_DATE_INFERRED;
}
