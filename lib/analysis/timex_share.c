/* "between March and May 2020", "from November 2020 to March": a date without a year that is
 * joined to one with a year; "1990-94", "499 to 493 BC": years that share digits or an era. */
#include "analysis/timex_kind.h"

enum {
	BETWEEN = 5, /* tokens between two dates that are joined */
	HALF_YEAR = 5
};

/* How two dates are joined: the first leads to the second, or they stand side by side. */
enum joint { NO_JOINT, LIST, LEADS_TO };

static enum joint joint_of(const struct bs_timex_scan *s, uint32_t at)
{
	static const struct {
		const char *word;
		enum joint joint;
	} words[] = {{"and", LIST},       {"or", LIST},       {"to", LEADS_TO},
		     {"until", LEADS_TO}, {"till", LEADS_TO}, {"through", LEADS_TO}};
	static const uint32_t dashes[] = {'-', 0x2013, 0x2010, 0x2011, 0x2014};
	const struct bs_token *t = bs_token_at(s, at);
	for (size_t i = 0; t->kind == BS_WORD && i < sizeof words / sizeof *words; i++)
		if (bs_token_text(t, s->text, words[i].word)) return words[i].joint;
	for (size_t i = 0; t->kind == BS_MARK && i < sizeof dashes / sizeof *dashes; i++)
		if (bs_token_mark(t, dashes[i])) return LEADS_TO;
	return bs_token_mark(t, '&') || bs_token_mark(t, '/') ? LIST : NO_JOINT;
}

/* "put off in March until July 2021" joins nothing, "from March until July" does. */
static bool joins(const struct bs_timex_scan *s, uint32_t at, const struct bs_timex_match *first)
{
	const struct bs_token *t = bs_token_at(s, at);
	if (!bs_token_text(t, s->text, "until") && !bs_token_text(t, s->text, "till")) return true;
	return first->first > 0 && bs_token_text(bs_token_at(s, first->first - 1), s->text, "from");
}

/* What joins two dates? */
static enum joint joint_between(const struct bs_timex_scan *s, const struct bs_timex_match *first,
				const struct bs_timex_match *second, bool listed)
{
	uint32_t from = first->last, to = second->first;
	if (to <= from || to - from > BETWEEN || !joins(s, from, first)) return NO_JOINT;
	if (listed && to - from == 1 && bs_mark_at(s, from, ',')) return LIST;
	enum joint joint = joint_of(s, from);
	for (uint32_t i = from + 1; joint && i < to; i++) {
		const struct bs_token *t = &s->tokens[i];
		int code = bs_word_value(t->word, BS_LIST_TIME_WORD);
		if (code != 't' && code != 'e' && code != 'i' && code != 'n' &&
		    !(joint == LEADS_TO && bs_token_is(t, BS_LIST_TIME_LEAD)))
			return NO_JOINT;
	}
	return joint;
}

static int month_of(const struct bs_timex_match *m)
{
	if (m->when.month) return m->when.month;
	return m->season == 'P' ? 3 : m->season == 'U' ? 6 : m->season == 'F' ? 9 : 12;
}

/* A day, month or season of some year, not counted from another time. */
static bool is_of_year(const struct bs_timex_match *m)
{
	int sort = m->row->sort;
	return (sort == BS_SORT_DAY || sort == BS_SORT_MONTH || sort == BS_SORT_SEASON) &&
	       !m->relation && !m->unit;
}

/* Does the second come before the first in a year? */
static bool goes_back(const struct bs_timex_match *first, const struct bs_timex_match *second,
		      enum joint joint)
{
	int months = month_of(first) - month_of(second);
	if (joint == LIST) return months >= HALF_YEAR;
	return months > 0 || (months == 0 && first->when.day && second->when.day &&
			      first->when.day > second->when.day);
}

static bool share(const struct bs_timex_scan *s, struct bs_timex_match *first,
		  struct bs_timex_match *second, bool listed)
{
	if (!is_of_year(first) || !is_of_year(second)) return false;
	if (!first->when.year == !second->when.year) return false;
	enum joint joint = joint_between(s, first, second, listed);
	if (!joint) return false;
	struct bs_timex_match *to = first->when.year ? second : first,
			      *from = first->when.year ? first : second;
	int year = goes_back(first, second, joint) ? to == first ? -1 : 1 : 0;
	to->when.bc = from->when.bc;
	to->when.year = (int16_t)(from->when.year + (from->when.bc ? -year : year));
	return true;
}

void bs_timex_share_years(const struct bs_timex_scan *s, struct bs_timex_match *found,
			  const uint32_t *sentences, size_t count)
{
	bool listed = false;
	for (size_t i = count; i-- > 1;)
		listed = sentences[i] == sentences[i - 1] && found[i].when.year &&
			 share(s, &found[i - 1], &found[i], listed);
	for (size_t i = 1; i < count; i++)
		if (sentences[i] == sentences[i - 1] && found[i - 1].when.year)
			share(s, &found[i - 1], &found[i], false);
}

void bs_timex_share_year(const struct bs_timex_scan *s, const struct bs_timex_match *before,
			 const struct bs_when *read, struct bs_timex_match *m)
{
	struct bs_timex_match first = *before;
	if (m->when.year || first.when.year || !read->year) return;
	first.when.year = read->year;
	first.when.bc = read->bc;
	share(s, &first, m, false);
}

bool bs_timex_next_of_century(const struct bs_timex_scan *s, const struct bs_timex_match *before,
			      struct bs_timex_match *out)
{
	uint32_t at = before->last + 1;
	if (before->row->sort != BS_SORT_YEAR || before->when.bc || before->when.year < 1000 ||
	    s->tokens[before->last - 1].kind != BS_NUMBER || !bs_glued(s, at - 1) ||
	    !bs_glued(s, at) || joint_of(s, at - 1) != LEADS_TO)
		return false;
	int32_t digits = bs_token_digits(bs_token_at(s, at), 2, 2);
	if (digits <= before->when.year % 100) return false;
	*out = (struct bs_timex_match){.first = at, .last = at + 1, .row = before->row};
	out->when.year = (int16_t)(before->when.year / 100 * 100 + digits);
	return !bs_glued(s, at + 1) || bs_token_at(s, at + 1)->kind != BS_NUMBER;
}

bool bs_timex_shares_era(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *out)
{
	int32_t year = bs_token_digits(bs_token_at(s, at), 1, 4);
	struct bs_timex_match later;
	if (year <= 0 || !joint_of(s, at + 1) || bs_token_at(s, at + 2)->kind != BS_NUMBER ||
	    !bs_timex_match_at(s, at + 2, &later) || !later.when.bc || later.when.year >= year ||
	    later.row->sort != BS_SORT_YEAR)
		return false;
	*out = (struct bs_timex_match){.first = at, .last = at + 1, .row = later.row};
	out->when.year = (int16_t)year;
	out->when.bc = true;
	return true;
}
