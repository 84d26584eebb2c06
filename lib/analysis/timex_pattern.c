#include "analysis/timex_kind.h"
#include "base/date.h"

#include <string.h>

/* A pattern is a letter for each word:
 *
 *   A amount         B year BC         C clock time     D day of a month  E each, every
 *   H holiday        I 28/04/2021      J 2021/22        M month           N decade
 *   O ordinal        P part of a day   R this, last ... S season          U unit of time
 *   V vague time     W weekday         X yesterday ...  Y year            Z daily, weekly ...
 *
 * A small letter is a word of words/time_word.txt with that value; a mark is
 * itself, - any dash.  A letter or mark with ? after it may be missing.  The
 * longest pattern wins; of two as long, the first. */
static const struct bs_timex_row rows[] = {
	/* Days */
	{"I", BS_SORT_DAY, 0},
	{"W?,?t?Do?M,?Y", BS_SORT_DAY, 0},
	{"D.M,?Y", BS_SORT_DAY, 0},
	{"W?,?t?Do?M", BS_SORT_DAY, 0},
	{"W?,?M-?D,?Y", BS_SORT_DAY, 0},
	{"W?,?MDoY", BS_SORT_DAY, 0},
	{"W?,?M-?D", BS_SORT_DAY, 0},
	{"W?,?Mt?D", BS_SORT_DAY, 0},
	{"RMD", BS_SORT_DAY, 0},
	{"W?,?t?Do?MRU", BS_SORT_DAY, 'r'},
	{"W?,?M-?D,?RU", BS_SORT_DAY, 'r'},
	{"t?DoRU", BS_SORT_DAY, 'm'},
	{"W", BS_SORT_WEEKDAY, 0},
	{"t?RW", BS_SORT_WEEKDAY, 0},
	{"RRW", BS_SORT_WEEKDAY, 'R'},
	{"R?WU", BS_SORT_WEEKDAY, 'u'},
	{"Wo?RU", BS_SORT_WEEKDAY, 'r'},
	{"X", BS_SORT_DAY_WORD, 0},
	{"RH", BS_SORT_HOLIDAY, 0},
	{"H", BS_SORT_HOLIDAY, 0},
	{"H,?Y", BS_SORT_HOLIDAY, 0},
	{"HU", BS_SORT_HOLIDAY, 0},
	{"HU,?Y", BS_SORT_HOLIDAY, 0},
	{"HRU", BS_SORT_HOLIDAY, 'r'},
	/* Months and years */
	{"M,?Y", BS_SORT_MONTH, 0},
	{"MoY", BS_SORT_MONTH, 0},
	{"Mo?B", BS_SORT_MONTH, 0},
	{"M", BS_SORT_MONTH, 0},
	{"t?RM", BS_SORT_MONTH_REL, 0},
	{"Mo?t?RU", BS_SORT_MONTH_REL, 'r'},
	{"J", BS_SORT_YEARS, 0},
	{"B", BS_SORT_YEAR, 0},
	{"Y", BS_SORT_YEAR, 0},
	{"t?UY", BS_SORT_YEAR, 'u'},
	{"t?fU?Y", BS_SORT_YEAR, 'f'},
	{"t?fU?J", BS_SORT_YEARS, 0},
	{"t?N", BS_SORT_DECADE, 0},
	{"t?O-?U", BS_SORT_PERIOD, 0},
	{"t?O-?Uo?Y", BS_SORT_PERIOD, 0},
	{"t?O-?Ux", BS_SORT_PERIOD, 'b'},
	{"t?OUoRU", BS_SORT_PERIOD, 'r'},
	{"t?YOU", BS_SORT_PERIOD, 0},
	{"t?RUoY", BS_SORT_PERIOD, 'l'},
	{"RUOU", BS_SORT_PERIOD, 'r'},
	{"t?Oho?Y", BS_SORT_PERIOD, 'h'},
	{"t?OhoRU", BS_SORT_PERIOD, 'h'},
	{"tRhoY", BS_SORT_PERIOD, 's'},
	{"tvhoY", BS_SORT_PERIOD, 's'},
	{"t?So?Y", BS_SORT_SEASON, 0},
	{"t?So?B", BS_SORT_SEASON, 0},
	{"t?So?RU", BS_SORT_SEASON, 'r'},
	{"YS", BS_SORT_SEASON, 0},
	{"t?RS", BS_SORT_SEASON, 0},
	{"tS", BS_SORT_SEASON, 0},
	{"S", BS_SORT_SEASON, 0},
	/* From another time */
	{"tRU", BS_SORT_UNIT_REL, 'n'},
	{"RU", BS_SORT_UNIT_REL, 0},
	{"t?RRU", BS_SORT_UNIT_REL, 'R'},
	{"tU", BS_SORT_UNIT_REL, 't'},
	{"RP", BS_SORT_UNIT_REL, 'p'},
	{"tRP", BS_SORT_UNIT_REL, 'q'},
	{"kitU", BS_SORT_UNIT_REL, 'i'},
	{"litU", BS_SORT_UNIT_REL, 'i'},
	{"eitU", BS_SORT_UNIT_REL, 'i'},
	{"t?RfU", BS_SORT_UNIT_REL, 0},
	{"AUa", BS_SORT_AGO, 0},
	{"A-?Uk", BS_SORT_EARLIER, 0},
	{"AUl", BS_SORT_LATER, 0},
	{"tU-k", BS_SORT_EARLIER, 0},
	{"tU-a", BS_SORT_EARLIER, 0},
	{"t?U-kU", BS_SORT_EARLIER, 'p'},
	{"t?U-aU", BS_SORT_EARLIER, 'p'},
	{"YU", BS_SORT_PERIOD, 'q'},
	{"tYU", BS_SORT_PERIOD, 'q'},
	{"U-k", BS_SORT_EARLIER, 0},
	{"U-a", BS_SORT_EARLIER, 0},
	{"iAU", BS_SORT_AHEAD, 0},
	{"C", BS_SORT_CLOCK, 0},
	/* Stretches and sets */
	{"A-?U", BS_SORT_DURATION, 0},
	{"AzU", BS_SORT_DURATION, 0},
	{"t?RAU", BS_SORT_DURATION, 0},
	{"t?OAU", BS_SORT_DURATION, 0},
	{"tAU", BS_SORT_DURATION, 0},
	{"EU", BS_SORT_SET, 0},
	{"EW", BS_SORT_SET, 0},
	{"EP", BS_SORT_SET, 0},
	{"EWP", BS_SORT_SET, 0},
	{"EAU", BS_SORT_SET, 0},
	{"Z", BS_SORT_SET, 0},
	/* Vague ones */
	{"V", BS_SORT_VAGUE, 0},
	{"tV", BS_SORT_VAGUE, 't'},
	{"tgV", BS_SORT_VAGUE, 'g'},
	{"VU", BS_SORT_VAGUE, 'u'},
	{"tR", BS_SORT_VAGUE, 'p'},
};

/* Sorts as bits, to say what goes with what. */
#define BIT(sort) (1u << (sort))
enum {
	DAYS = BIT(BS_SORT_DAY) | BIT(BS_SORT_WEEKDAY) | BIT(BS_SORT_DAY_WORD) |
	       BIT(BS_SORT_HOLIDAY),
	LONGER = BIT(BS_SORT_MONTH) | BIT(BS_SORT_MONTH_REL) | BIT(BS_SORT_YEAR) |
		 BIT(BS_SORT_YEARS) | BIT(BS_SORT_DECADE) | BIT(BS_SORT_PERIOD) |
		 BIT(BS_SORT_SEASON) | BIT(BS_SORT_UNIT_REL)
};

/* What may stand before an expression of these sorts and be part of it. */
static const struct prefix {
	const char *pattern;
	uint32_t sorts;
	char part; /* of the day that it means; < the day before, > after it, o a part of it */
} prefixes[] = {
	{"t?bo", DAYS | LONGER, 0},             /* the end of */
	{"t?e-?", DAYS | LONGER, 0},            /* early, mid- */
	{"t?ei", DAYS | LONGER, 0},             /* early in */
	{"k", DAYS | BIT(BS_SORT_UNIT_REL), 0}, /* earlier */
	{"l", DAYS | BIT(BS_SORT_UNIT_REL), 0}, /* later */
	{"t?e?Po", DAYS, 0},                    /* the evening of */
	{"Pn?", DAYS, 0},                       /* evening on */
	{"t?ero", DAYS, 'M'},                   /* the early hours of */
	{"t?eroPo", DAYS, 0},                   /* the early hours of the morning of */
	{"t?ePro", DAYS, 0},                    /* the early morning hours of */
	{"C,?n?", DAYS, 0},                     /* 10 p.m. on */
	{"t?Uo", BIT(BS_SORT_DAY), 0},          /* the week of */
	{"t?RA?Uo", LONGER, 'o'},               /* the last week of, the last two weeks of */
	{"t?OA?Uo", LONGER, 'o'},               /* the second week of */
	{"c.?", BIT(BS_SORT_YEAR), 0},          /* c. */
	{"t?Uj", DAYS, '<'},                    /* the day before */
	{"t?Uq", DAYS, '>'},                    /* the day after */
};

static bool is_dash(const struct bs_token *t)
{
	return bs_token_mark(t, '-') || bs_token_mark(t, 0x2010) || bs_token_mark(t, 0x2011) ||
	       bs_token_mark(t, 0x2013);
}

static uint32_t take_one(const struct bs_timex_scan *s, char kind, uint32_t at,
			 struct bs_timex_match *m)
{
	if (at >= s->last) return 0;
	const struct bs_token *t = &s->tokens[at];
	if (kind >= 'A' && kind <= 'Z') return bs_timex_kind(s, kind, at, m);
	if (kind == '-') return is_dash(t);
	if (kind >= 'a') return bs_word_value(t->word, BS_LIST_TIME_WORD) == kind;
	return bs_token_mark(t, (uint32_t)kind);
}

/* Fits a pattern at a token; returns the token after it, 0 if it does not fit,
 * and then what is noted in the match counts for nothing. */
static uint32_t fit(const struct bs_timex_scan *s, const char *pattern, uint32_t at,
		    struct bs_timex_match *m)
{
	for (; *pattern; pattern++) {
		bool may_miss = pattern[1] == '?';
		bool may_fit = at < s->last &&
			       (*pattern < 'A' || s->kinds[at - s->first] & bs_kind_bit(*pattern));
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

enum { ROWS = sizeof rows / sizeof *rows, PREFIXES = sizeof prefixes / sizeof *prefixes };
_Static_assert((int)ROWS + (int)PREFIXES <= (int)BS_TIMEX_MOST_PATTERNS, "room for all");

static const char *pattern_of(size_t i)
{
	return i < ROWS ? rows[i].pattern : prefixes[i - ROWS].pattern;
}

/* Of the capital letters that a pattern needs, one that few sentences have: the last in the
 * alphabet will do, but for R, which nearly all have. */
static size_t rarest_capital(uint64_t needs)
{
	uint64_t capitals = needs & (((uint64_t)1 << BS_TIMEX_NO_CAPITAL) - 1);
	uint64_t rare = capitals & ~bs_kind_bit('R');
	if (!capitals) return BS_TIMEX_NO_CAPITAL;
	return 63 - (size_t)__builtin_clzll(rare ? rare : capitals);
}

void bs_timex_open(struct bs_timex_scan *s, const struct bs_article *article,
		   const struct bs_tokens *tokens, const char *text, enum bs_day_order *order)
{
	*s = (struct bs_timex_scan){.article = article,
				    .tokens = tokens->at,
				    .text = text,
				    .writing = tokens,
				    .all_rows = ROWS};
	s->order = order;
	for (size_t i = 0; i < ROWS + PREFIXES; i++) {
		bool first = true;
		for (const char *p = pattern_of(i); *p; p++) {
			uint64_t bit = *p < 'A' ? 0 : bs_kind_bit(*p);
			bool may_miss = p[1] == '?';
			if (first) s->begins[i] |= bit;
			if (!may_miss) s->needs[i] |= bit, first = false;
			p += may_miss;
		}
		s->by_capital[rarest_capital(s->needs[i])][i / 64] |= (uint64_t)1 << i % 64;
	}
}

/* The longest row at a token that is of one of the sorts. */
static bool fit_rows(const struct bs_timex_scan *s, uint32_t at, uint32_t sorts,
		     const struct bs_timex_match *given, struct bs_timex_match *best)
{
	bool found = false;
	if (at >= s->last || bs_timex_leads_nowhere(&s->tokens[at])) return false;
	uint64_t kinds = s->kinds[at - s->first];
	for (size_t k = 0; k < s->row_count; k++) {
		size_t i = s->patterns[k];
		if (!(kinds & s->begins[i]) || !(sorts & BIT(rows[i].sort))) continue;
		struct bs_timex_match m = *given;
		m.last = fit(s, rows[i].pattern, at, &m);
		m.row = &rows[i];
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
	if (!(DAYS & BIT(m->row->sort)) || m->part || m->hour || m->unit) return;
	struct bs_timex_match tried = *m;
	uint32_t end = fit(s, "e?P", m->last, &tried);
	if (!end || s->tokens[m->last].flags & BS_LINE) return;
	*m = tried;
	m->last = end;
}

/* The day of "the third day of": 0 if what was given is no day. */
static uint8_t nth_day(const struct bs_timex_match *given)
{
	bool day = given->unit == 'D' && !given->plural && !given->amount;
	return day && given->ordinal <= 28 ? given->ordinal : 0;
}

bool bs_timex_match_at(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *match)
{
	const struct bs_timex_match nothing = {.first = at};
	uint64_t kinds = s->kinds[at - s->first];
	if (!kinds || bs_timex_leads_nowhere(&s->tokens[at])) return false;
	bool found = fit_rows(s, at, UINT32_MAX, &nothing, match);
	for (size_t k = s->row_count; k < s->pattern_count; k++) {
		if (!(kinds & s->begins[s->patterns[k]])) continue;
		const struct prefix *prefix = &prefixes[s->patterns[k] - ROWS];
		struct bs_timex_match given = nothing, whole;
		uint32_t core = fit(s, prefix->pattern, at, &given);
		given.prefixed = true;
		char part = prefix->part;
		if (!core) continue;
		if (part == 'o' && !strchr("DWMN", given.unit)) continue;
		const uint8_t day = part == 'o' ? nth_day(&given) : 0;
		if (part == 'o') given = (struct bs_timex_match){.first = at, .prefixed = true};
		if (part == '<' || part == '>') {
			if (given.unit != 'D' || given.plural) continue;
			given.away = part == '<' ? -1 : 1;
			given.unit = 0;
		}
		if (!fit_rows(s, core, prefix->sorts, &given, &whole)) continue;
		if (found && whole.last <= match->last) continue;
		if (part && !given.away && part != 'o') whole.part = (uint8_t)part;
		if (day && whole.row->sort == BS_SORT_MONTH) {
			whole.row = &rows[0];
			whole.when.day = day;
		}
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
	if (!fit_rows(s, at, BIT(BS_SORT_DAY), &nothing, &m)) return 0;
	*date = (brad_date){m.when.year, m.when.month, m.when.day};
	brad_date checked = {date->year ? date->year : 2000, date->month, date->day};
	return bs_date_exists(checked) && date->day ? m.last - at : 0;
}
