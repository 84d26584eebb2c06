#include "analysis/timex_class.h"
#include "analysis/timex_kind.h"

/* What follows a number, in the order of the classes of numbers. */
enum follows { MORE_OF_IT, AN_AMOUNT, AN_ERA, A_SHORT_WORD, A_JOINT, ANOTHER };

/* A unit of time, or "more", as in "two more years". */
static bool follows_amount(const struct bs_token *t)
{
	return bs_timex_classes[bs_timex_word_classes[t->word]].letters & bs_timex_after_amount;
}

/* To be asked of a mark of the text only: nothing comes after the empty mark at its end. */
static bool number_is_glued(const struct bs_token *mark)
{
	return mark[1].kind == BS_NUMBER && !((mark[0].flags | mark[1].flags) & BS_SPACE);
}

/* "2.5 years", "1,500-year": an amount of as many tokens? */
static bool is_long_amount(const struct bs_token *mark, size_t digits)
{
	return bs_token_length(mark + 1) == digits &&
	       (follows_amount(mark + 2) || bs_is_dash(mark + 2));
}

/* "10.30pm", "10.30 p.m.", "28.4.2021" */
static bool is_clock_or_day(const struct bs_token *point)
{
	const struct bs_token *next = point + 2;
	char first = (char)next->value;
	if (point[1].flags & BS_LETTERS || bs_token_mark(next, '.')) return true;
	return next->kind == BS_WORD && (first == 'a' || first == 'p') &&
	       bs_token_length(next) <= 2;
}

/* "10:30", "1,500", "2021-04-28", "2021/22", "24–25"; "six-year"; "24, 25 and 26 May", "3 & 4" */
static enum follows what_mark_follows(const struct bs_token *mark)
{
	switch (mark->value) {
	case '.':
		if (!number_is_glued(mark)) return ANOTHER;
		return is_long_amount(mark, 1) || is_clock_or_day(mark) ? MORE_OF_IT : ANOTHER;
	case ',':
		if (!number_is_glued(mark) || bs_token_length(mark + 1) != 3) return A_JOINT;
		return is_long_amount(mark, 3) ? MORE_OF_IT : ANOTHER;
	case ':': return number_is_glued(mark) ? MORE_OF_IT : ANOTHER;
	case '/': return number_is_glued(mark) ? MORE_OF_IT : A_JOINT;
	case '-':
	case 0x2010:
	case 0x2011:
	case 0x2013:
	case 0x2014:
		if (follows_amount(mark + 1)) return AN_AMOUNT;
		return number_is_glued(mark) ? MORE_OF_IT : A_JOINT;
	case '&': return A_JOINT;
	default: return ANOTHER;
	}
}

static enum follows what_follows(const struct bs_token *next)
{
	if (next->kind == BS_MARK) return what_mark_follows(next);
	if (next->kind == BS_NUMBER || follows_amount(next)) return AN_AMOUNT;
	if (bs_word_value(next->word, BS_LIST_TIME_WORD) == 'x') return AN_ERA;
	/* am, pm, p.m., b.c., in, at, to, or, o'clock */
	char first = (char)next->value;
	if (next->end - next->start <= 2 || first == 'o') return A_SHORT_WORD;
	bool joins = first == 'a' || first == 't' || first == 'u';
	return joins ? A_JOINT : ANOTHER; /* and, till, through, until */
}

/* 28th, 1990s, 11pm: by the last letter */
static uint8_t class_of_tail(const char *text, const struct bs_token *t)
{
	switch (text[t->end - 1] | 0x20) {
	case 'h':
	case 't':
	case 'd': return BS_CLASS_ORDINAL;
	case 's': return BS_CLASS_DECADE;
	case 'm': return BS_CLASS_HOUR;
	default: return BS_CLASS_NUMBER;
	}
}

static uint8_t class_of_number(const char *text, const struct bs_token *t)
{
	if (t->flags & BS_LETTERS) return class_of_tail(text, t);
	size_t length = t->end - t->start;
	bool year = length == 4 && t->value >= 1000 && t->value < 2200;
	bool day = length <= 2 && t->value >= 1 && t->value <= 31;
	int class = year ? BS_CLASS_YEAR : day ? BS_CLASS_DAY : BS_CLASS_COUNT;
	return (uint8_t)(class + what_follows(t + 1));
}

/* "two" is an amount before a unit, a mark or more of a number ("two hundred and six"), and an
 * hour or a part of a year before one of them or "at" or "in": before most words it is none. */
static bool counts_nothing(uint8_t class, const struct bs_token *next)
{
	return class == BS_CLASS_CARDINAL && next->kind == BS_WORD && (char)next->value != 'a' &&
	       !bs_timex_word_classes[next->word];
}

/* "May", "New", "Good" and other first words of holidays begin one now and then. */
static bool begins_holiday(const struct bs_timex_scan *s, uint32_t at)
{
	uint8_t holiday;
	return bs_holiday_find(s, at, &holiday) != 0;
}

/* The class of a token that may tell a time. */
static uint8_t class_of(const struct bs_timex_scan *s, uint32_t at, uint8_t class)
{
	const struct bs_token *t = &s->tokens[at];
	if (t->kind == BS_NUMBER) return class_of_number(s->text, t);
	if (counts_nothing(class, t + 1)) return BS_CLASS_NONE;
	const struct bs_timex_letters *found = &bs_timex_classes[class];
	if (!(t->flags & BS_CAPITAL)) return found->in_small;
	bool holiday = found->letters & bs_kind_bit('H');
	return holiday && !begins_holiday(s, at) ? found->no_holiday : class;
}

/* Gives all tokens the classes of their words and kinds, and lists the words and numbers that may
 * tell a time.  Without a branch, which could not be predicted. */
static uint32_t classify(const struct bs_tokens *tokens, uint8_t *classes, uint32_t *telling)
{
	const struct bs_token *t = tokens->at;
	const uint32_t all = (uint32_t)tokens->count;
	uint32_t count = 0;
	for (uint32_t i = 0; i < all; i++, t++) {
		uint8_t class = (uint8_t)(bs_timex_word_classes[t->word] + t->kind);
		classes[i] = class;
		telling[count] = i;
		count += (class & ~BS_CLASS_MARK) != 0;
	}
	return count;
}

_Static_assert((int)BS_CLASS_NONE == (int)BS_WORD && (int)BS_CLASS_NUMBER == (int)BS_NUMBER &&
		       (int)BS_CLASS_MARK == (int)BS_MARK,
	       "a token's kind is its class until more is known");

static bool is_apostrophe(const struct bs_token *t)
{
	return bs_token_mark(t, '\'') || bs_token_mark(t, 0x2018) || bs_token_mark(t, 0x2019);
}

void bs_timex_look(struct bs_timex_scan *s, struct bs_arena *arena, const struct bs_tokens *tokens,
		   const char *text)
{
	const size_t room = tokens->count + 2;
	uint8_t *classes = bs_arena_take(arena, room);
	uint32_t *telling = bs_arena_take(arena, room * sizeof *telling);
	uint32_t *begins = telling + room;
	uint32_t count = classify(tokens, classes, telling);
	s->tokens = tokens->at;
	s->text = text;
	s->first = 0;
	s->last = (uint32_t)tokens->count;
	classes[tokens->count] = classes[tokens->count + 1] = BS_CLASS_MARK;
	/* From the last to the first, as what follows a token decides.  Those that may begin an
	 * expression go to the end of the list. */
	while (count-- > 0) {
		uint32_t i = telling[count];
		classes[i] = class_of(s, i, classes[i]);
		*--begins = i;
		begins += !bs_timex_may_begin(classes[i], classes[i + 1]);
		if (s->tokens[i].kind != BS_NUMBER || i == 0 || !is_apostrophe(s->tokens + i - 1))
			continue;
		classes[i - 1] = BS_CLASS_APOSTROPHE;
		*--begins = i - 1;
		begins += !bs_timex_may_begin(BS_CLASS_APOSTROPHE, classes[i]);
	}
	s->classes = classes;
	s->begin_count = (size_t)(telling + room - begins);
	s->begins = memmove(telling, begins, s->begin_count * sizeof *begins);
	bs_arena_shorten(arena, telling, room * sizeof *telling, s->begin_count * sizeof *telling);
}
