#include "analysis/timex_class.h"
#include "analysis/timex_kind.h"
#include "analysis/timex_rows.h"
#include "base/date.h"

#include <string.h>

static uint32_t take_one(const struct bs_timex_scan *s, char kind, uint32_t at,
			 struct bs_timex_match *m)
{
	if (at >= s->last) return 0;
	const struct bs_token *t = &s->tokens[at];
	if (kind >= 'A' && kind <= 'Z') return bs_timex_kind(s, kind, at, m);
	if (kind == '-') return bs_is_dash(t);
	if (kind >= 'a') return bs_word_value(t->word, BS_LIST_TIME_WORD) == kind;
	return bs_token_mark(t, (uint32_t)kind);
}

/* Tries a pattern at a token.  Returns the token after it, or 0 if it does not fit; then what
 * was noted in the match is void. */
static uint32_t fit(const struct bs_timex_scan *s, const char *pattern, uint32_t at,
		    struct bs_timex_match *m)
{
	for (; *pattern; pattern++) {
		bool may_miss = pattern[1] == '?';
		bool may_fit = at < s->last && (*pattern < 'A' || bs_timex_may_be(s, at, *pattern));
		if (!may_fit && !may_miss) return 0;
		if (may_fit && may_miss) { /* with it, if the rest fits then */
			struct bs_timex_match tried = *m;
			uint32_t n = take_one(s, *pattern, at, &tried);
			uint32_t end = n ? fit(s, pattern + 2, at + n, &tried) : 0;
			if (end) *m = tried;
			if (end) return end;
		} else if (may_fit) {
			uint32_t n = take_one(s, *pattern, at, m);
			if (!n) return 0;
			at += n;
		}
		pattern += may_miss;
	}
	return at;
}

enum { STARTS = BS_MOST_STARTS / 64 };

/* The starts of patterns that are worth trying at a token, 64 to a word of bits: those that the
 * next two tokens may go on with, or all where they may still be of the same letter.  False if
 * there are none. */
static bool find_starts(const struct bs_timex_scan *s, uint32_t at, uint64_t starts[STARTS])
{
	const uint8_t *class = &s->classes[at];
	const struct bs_timex_letters *first = &bs_timex_classes[class[0]],
				      *second = &bs_timex_classes[class[1]],
				      *third = &bs_timex_classes[class[2]];
	uint64_t all = 0 - bs_timex_may_stretch(class[0], class[1]), any = 0;
	uint64_t all_thirds = 0 - bs_timex_may_stretch(class[1], class[2]);
	for (size_t i = 0; i < STARTS; i++) {
		uint64_t rest = second->follows[i] & (third->thirds[i] | all_thirds);
		any |= starts[i] = first->begins[i] & (rest | all);
	}
	return any != 0;
}

/* The longest row with one of the starts that is of one of the sorts. */
static bool fit_rows(const struct bs_timex_scan *s, uint32_t at, const uint64_t starts[STARTS],
		     uint32_t sorts, const struct bs_timex_match *given,
		     struct bs_timex_match *best)
{
	bool found = false;
	for (size_t word = 0; word < STARTS; word++)
		for (uint64_t left = starts[word]; left; left &= left - 1) {
			size_t i = bs_timex_starts[64 * word + (size_t)__builtin_ctzll(left)];
			if (i >= BS_TIMEX_ROWS) return found;
			const struct bs_timex_row *row = &bs_timex_rows[i];
			if (!(sorts & BS_SORT_BIT(row->sort))) continue;
			struct bs_timex_match m = *given;
			m.last = fit(s, row->pattern, at, &m);
			m.row = row;
			if (!m.last || (found && m.last <= best->last)) continue;
			if (bs_timex_deceives(s, &m)) continue;
			*best = m;
			found = true;
		}
	return found;
}

/* "morning" after a day. */
static void fit_part_after(const struct bs_timex_scan *s, struct bs_timex_match *m)
{
	if (!(BS_DAYS & BS_SORT_BIT(m->row->sort)) || m->part || m->hour || m->unit) return;
	struct bs_timex_match tried = *m;
	uint32_t end = fit(s, "e?P", m->last, &tried);
	if (!end || s->tokens[m->last].flags & BS_LINE) return;
	*m = tried;
	m->last = end;
}

/* The day of "the third day of"; 0 if the amount is no possible day. */
static uint8_t nth_day(const struct bs_timex_match *given)
{
	bool day = given->unit == 'D' && !given->plural && !given->amount;
	return day && given->ordinal <= 28 ? given->ordinal : 0;
}

/* What stands before an expression, with the longest one after it. */
static bool fit_prefixed(const struct bs_timex_scan *s, const struct bs_timex_prefix *prefix,
			 uint32_t at, struct bs_timex_match *out)
{
	struct bs_timex_match given = {.first = at};
	uint32_t core = fit(s, prefix->pattern, at, &given);
	given.prefixed = true;
	char part = prefix->part;
	if (!core) return false;
	if (part == 'o' && !strchr("DWMN", given.unit)) return false;
	const uint8_t day = part == 'o' ? nth_day(&given) : 0;
	if (part == 'o') given = (struct bs_timex_match){.first = at, .prefixed = true};
	if (part == '<' || part == '>') {
		if (given.unit != 'D' || given.plural) return false;
		given.away = part == '<' ? -1 : 1;
		given.unit = 0;
	}
	uint64_t starts[STARTS];
	if (core >= s->last || !find_starts(s, core, starts) ||
	    !fit_rows(s, core, starts, prefix->sorts, &given, out))
		return false;
	if (part && !given.away && part != 'o') out->part = (uint8_t)part;
	if (day && out->row->sort == BS_SORT_MONTH) {
		out->row = &bs_timex_rows[0];
		out->when.day = day;
	}
	return true;
}

bool bs_timex_match_at(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *match)
{
	const struct bs_timex_match nothing = {.first = at};
	uint64_t starts[STARTS];
	if (at >= s->last || !find_starts(s, at, starts)) return false;
	bool found = fit_rows(s, at, starts, UINT32_MAX, &nothing, match);
	for (size_t word = BS_TIMEX_ROWS / 64; word < STARTS; word++)
		for (uint64_t left = starts[word]; left; left &= left - 1) {
			size_t i = bs_timex_starts[64 * word + (size_t)__builtin_ctzll(left)];
			struct bs_timex_match whole;
			if (i < BS_TIMEX_ROWS ||
			    !fit_prefixed(s, &bs_timex_prefixes[i - BS_TIMEX_ROWS], at, &whole))
				continue;
			if (found && whole.last <= match->last) continue;
			*match = whole;
			found = true;
		}
	if (found) fit_part_after(s, match);
	return found;
}

uint32_t bs_timex_day(const struct bs_timex_scan *s, uint32_t at, brad_date *date)
{
	const struct bs_timex_match nothing = {.first = at};
	struct bs_timex_match m;
	uint64_t starts[STARTS];
	if (at >= s->last || !find_starts(s, at, starts) ||
	    !fit_rows(s, at, starts, BS_SORT_BIT(BS_SORT_DAY), &nothing, &m))
		return 0;
	*date = (brad_date){m.when.year, m.when.month, m.when.day};
	brad_date checked = {date->year ? date->year : 2000, date->month, date->day};
	return bs_date_exists(checked) && date->day ? m.last - at : 0;
}
