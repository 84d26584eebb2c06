/* "24 and 25 April", "April 24-25": the first of several days that share a month's name. */
#include "analysis/timex_kind.h"

enum { MOST_DAYS = 8 }; /* of one month in a row */

/* and, to, a dash: returns 1 for one, 2 for a comma, which only goes before another of them. */
static int take_joint(const struct bs_timex_scan *s, uint32_t at)
{
	static const char *const words[] = {"and", "to", "or", "until", "till", "through"};
	static const uint32_t marks[] = {'-', 0x2013, 0x2010, 0x2011, '/', '&'};
	const struct bs_token *t = bs_token_at(s, at);
	for (size_t i = 0; t->kind == BS_WORD && i < sizeof words / sizeof *words; i++)
		if (bs_token_text(t, s->text, words[i])) return 1;
	for (size_t i = 0; t->kind == BS_MARK && i < sizeof marks / sizeof *marks; i++)
		if (bs_token_mark(t, marks[i])) return 1;
	return bs_token_mark(t, ',') ? 2 : 0;
}

/* "24", "the 24th", "Monday 24": returns how many tokens, 0 for no day. */
static uint32_t take_day_alone(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m)
{
	uint32_t i = at;
	i += bs_timex_kind(s, 'W', i, m);
	if (i > at) i += bs_mark_at(s, i, ',');
	i += bs_value_at(s, i, BS_LIST_TIME_WORD) == 't';
	uint32_t n = bs_timex_kind(s, 'D', i, m);
	return n && !m->plural ? i + n - at : 0;
}

/* Can there be a day here that is joined to another?  For most tokens the answer is a quick no. */
static bool may_be_joined(const struct bs_timex_scan *s, uint32_t at)
{
	if (bs_timex_may_be(s, at, 'K')) return true;
	if (at + 1 == s->last) return false;
	bool day = bs_timex_may_be(s, at + 1, 'D');
	if (bs_timex_may_be(s, at, 't')) return day;
	return bs_timex_may_be(s, at, 'W') &&
	       (day || bs_timex_may_be(s, at + 1, 't') || bs_token_mark(&s->tokens[at + 1], ','));
}

bool bs_timex_shares_month(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *out)
{
	if (!may_be_joined(s, at)) return false;
	struct bs_timex_match first = {.first = at};
	uint32_t n = take_day_alone(s, at, &first), next = at + n;
	bool joined = false;
	for (int i = 0; n && i < MOST_DAYS; i++) {
		struct bs_timex_match day = {0}, whole;
		int joint = take_joint(s, next);
		if (!joint) return false;
		joined |= joint == 1;
		uint32_t other = take_day_alone(s, ++next, &day);
		if (!other || day.when.day <= first.when.day) return false;
		if (joined && bs_timex_match_at(s, next, &whole) && whole.when.month &&
		    whole.row->sort == BS_SORT_DAY && whole.when.day == day.when.day) {
			first.last = at + n;
			first.row = whole.row;
			first.when.month = whole.when.month;
			first.when.year = whole.when.year;
			*out = first;
			return !bs_timex_deceives(s, out);
		}
		next += other;
	}
	return false;
}

/* May the sentence continue here after a day, so that the day's number does not count
 * something? */
static bool goes_on(const struct bs_timex_scan *s, uint32_t at)
{
	const struct bs_token *t = bs_token_at(s, at);
	if (t->kind == BS_NUMBER || bs_token_is(t, BS_LIST_MONTH)) return false;
	return t->kind == BS_MARK || bs_token_is(t, BS_LIST_TIME_LEAD) ||
	       bs_token_is(t, BS_LIST_TENSE);
}

bool bs_timex_next_of_month(const struct bs_timex_scan *s, struct bs_timex_match *before,
			    struct bs_timex_match *out)
{
	const struct bs_token *t = &s->tokens[before->last - 1];
	if (before->row->sort != BS_SORT_DAY || before->when.year || before->part ||
	    t->kind != BS_NUMBER || t->value != before->when.day)
		return false;
	uint32_t at = before->last + 1;
	struct bs_timex_match other = {.first = at, .row = before->row}, year = {0};
	if (take_joint(s, before->last) != 1 || bs_token_at(s, at)->kind != BS_NUMBER) return false;
	other.last = at + bs_timex_kind(s, 'D', at, &other);
	if (other.last == at || other.when.day <= before->when.day) return false;
	bool dash = bs_token_at(s, before->last)->kind == BS_MARK && bs_glued(s, at);
	uint32_t comma = bs_mark_at(s, other.last, ',');
	uint32_t n = bs_timex_kind(s, 'Y', other.last + comma, &year);
	if (!n && !goes_on(s, other.last) && !(dash && bs_token_at(s, other.last)->kind == BS_WORD))
		return false;
	other.when.month = before->when.month;
	if (!n && bs_timex_deceives(s, &other)) return false;
	if (n) {
		other.last += comma + n;
		before->when.year = other.when.year = year.when.year;
	}
	*out = other;
	return true;
}
