#include "analysis/timex_kind.h"

/* Which letters of the patterns may a token be?  More than it is at times, never fewer. */

#define LIST(name) ((uint64_t)1 << BS_LIST_##name)

/* The lists whose words can begin an expression or stand in the middle of one. */
static const uint64_t lists_of_time = LIST(MONTH) | LIST(WEEKDAY) | LIST(TIME_UNIT) | LIST(SEASON) |
				      LIST(DAY_PART) | LIST(DAY_WORD) | LIST(CARDINAL) |
				      LIST(ORDINAL) | LIST(VAGUE_TIME) | LIST(HOLIDAY) |
				      LIST(CLOCK_WORD) | LIST(DECADE) | LIST(TIME_WORD);

/* The kinds that words/time_word.txt makes a word. */
static uint64_t kinds_of_time_word(uint16_t word)
{
	int code = bs_word_value(word, BS_LIST_TIME_WORD);
	if (code < 'a') return bs_kind_bit(code == 'E' ? 'E' : 'R');
	uint64_t found = bs_kind_bit((char)code);
	if (code == 'u' || code == 'h') found |= bs_kind_bit('A'); /* a, half a */
	if (code == 'd' || code == 'w' || code == 'm') found |= bs_kind_bit('Z');
	return found;
}

/* The kinds that a word's lists of time make it. */
static uint64_t kinds_of_word(uint16_t word, uint64_t lists)
{
	static const struct {
		uint64_t list;
		const char *kinds;
	} kinds[] = {
		{LIST(MONTH), "M"},      {LIST(WEEKDAY), "W"},    {LIST(TIME_UNIT), "U"},
		{LIST(SEASON), "S"},     {LIST(DAY_PART), "P"},   {LIST(DAY_WORD), "X"},
		{LIST(CARDINAL), "ACY"}, {LIST(ORDINAL), "OD"},   {LIST(VAGUE_TIME), "V"},
		{LIST(HOLIDAY), "H"},    {LIST(CLOCK_WORD), "C"}, {LIST(DECADE), "N"},
	};
	uint64_t found = lists & LIST(TIME_WORD) ? kinds_of_time_word(word) : 0;
	if (!(lists & ~LIST(TIME_WORD))) return found;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (lists & kinds[i].list)
			for (const char *k = kinds[i].kinds; *k; k++) found |= bs_kind_bit(*k);
	return found;
}

static bool is_apostrophe(const struct bs_token *t)
{
	return bs_token_mark(t, 0x27) || bs_token_mark(t, 0x2019) || bs_token_mark(t, 0x2018);
}

/* May it be any letter?  A number, a word of time or an apostrophe. */
static bool may_tell(const struct bs_token *t)
{
	bool apostrophe = (t->value == 0x27) | ((t->value & ~1u) == 0x2018);
	return (t->kind == BS_NUMBER) | ((t->kind == BS_MARK) & apostrophe) |
	       ((bs_word_lists(t->word) & lists_of_time) != 0);
}

/* The letters that a token may be, a bit for each; none for most. */
static uint64_t may_be(const struct bs_token *t)
{
	static const char of_number[] = "ABCDIJNOY";
	uint64_t found = 0;
	if (t->kind == BS_WORD) {
		uint64_t lists = bs_word_lists(t->word) & lists_of_time;
		if (lists == LIST(HOLIDAY) && !(t->flags & BS_CAPITAL)) return 0;
		return lists ? kinds_of_word(t->word, lists) : 0;
	}
	if (t->kind == BS_NUMBER)
		for (const char *k = of_number; *k; k++) found |= bs_kind_bit(*k);
	else if (is_apostrophe(t) && t[1].kind == BS_NUMBER)
		found = bs_kind_bit('Y') | bs_kind_bit('N');
	return found;
}

/* "the", "of", "this" ... need a word of time after them. */
bool bs_timex_leads_nowhere(const struct bs_token *t)
{
	const struct bs_token *next = t + 1;
	if (t->kind != BS_WORD || next->kind != BS_WORD ||
	    (bs_word_lists(t->word) & lists_of_time) != LIST(TIME_WORD) ||
	    bs_word_lists(next->word) & lists_of_time)
		return false;
	int code = bs_word_value(t->word, BS_LIST_TIME_WORD);
	return !strchr("dwm", code) && code != 'P';
}

/* Lists the patterns that need nothing but the letters `all`, in their order. */
static void list_patterns(struct bs_timex_scan *s, uint64_t all)
{
	uint64_t capitals = all & (((uint64_t)1 << BS_TIMEX_NO_CAPITAL) - 1);
	s->row_count = s->pattern_count = 0;
	if (!capitals) return; /* "the" and "of" alone are no expression */
	capitals |= (uint64_t)1 << BS_TIMEX_NO_CAPITAL;
	for (size_t half = 0; half < BS_TIMEX_MOST_PATTERNS / 64; half++) {
		uint64_t patterns = 0;
		for (uint64_t left = capitals; left; left &= left - 1)
			patterns |= s->by_capital[__builtin_ctzll(left)][half];
		for (; patterns; patterns &= patterns - 1) {
			size_t i = 64 * half + (size_t)__builtin_ctzll(patterns);
			if (s->needs[i] & ~all) continue;
			s->patterns[s->pattern_count++] = (uint8_t)i;
			if (i < s->all_rows) s->row_count = s->pattern_count;
		}
	}
}

void bs_timex_look(struct bs_timex_scan *s, struct bs_arena *arena, uint32_t first, uint32_t last)
{
	uint64_t all = 0;
	uint32_t count = 0;
	if (last - first > s->room) {
		s->room = 2 * (last - first);
		s->kinds = bs_arena_take(arena, s->room * sizeof *s->kinds);
		s->telling = bs_arena_take(arena, s->room * sizeof *s->telling);
	}
	if (last > first) memset(s->kinds, 0, (last - first) * sizeof *s->kinds);
	for (uint32_t i = first; i < last;
	     i++) { /* without a branch, which could not be foreseen */
		s->telling[count] = i;
		count += may_tell(&s->tokens[i]);
	}
	for (uint32_t k = 0; k < count; k++) {
		uint32_t i = s->telling[k];
		all |= s->kinds[i - first] = may_be(&s->tokens[i]);
	}
	s->telling_count = count;
	s->first = first;
	s->last = last;
	list_patterns(s, all);
}
