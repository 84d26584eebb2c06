/* timex_kind.h - what do the files that look at tokens share? */
#ifndef BS_TIMEX_KIND_H
#define BS_TIMEX_KIND_H

#include "analysis/timex.h"
#include "analysis/timex_class.h"

#include <string.h>

/* The token there, or an empty mark after the sentence; and its value in a list. */
static inline const struct bs_token *bs_token_at(const struct bs_timex_scan *s, uint32_t at)
{
	static const struct bs_token none = {.kind = BS_MARK};
	return at < s->last ? &s->tokens[at] : &none;
}

static inline int bs_value_at(const struct bs_timex_scan *s, uint32_t at, enum bs_word_list list)
{
	return bs_word_value(bs_token_at(s, at)->word, list);
}

static inline bool bs_glued(const struct bs_timex_scan *s, uint32_t at)
{
	return at < s->last && !(s->tokens[at].flags & BS_SPACE);
}

static inline bool bs_mark_at(const struct bs_timex_scan *s, uint32_t at, uint32_t mark)
{
	return bs_token_mark(bs_token_at(s, at), mark);
}

static inline size_t bs_token_length(const struct bs_token *t)
{
	return t->end - t->start;
}

/* Its digits, without letters after them; -1 if it is no such number. */
static inline int32_t bs_token_digits(const struct bs_token *t, size_t least, size_t most)
{
	if (t->kind != BS_NUMBER || t->flags & BS_LETTERS) return -1;
	if (bs_token_length(t) < least || bs_token_length(t) > most) return -1;
	return (int32_t)t->value;
}

/* The letters after the digits are these, in any case. */
static inline bool bs_has_tail(const struct bs_timex_scan *s, const struct bs_token *t,
			       const char *tail)
{
	size_t n = strlen(tail);
	if (t->kind != BS_NUMBER || !(t->flags & BS_LETTERS) || bs_token_length(t) <= n)
		return false;
	const char *at = s->text + t->end - n;
	for (size_t i = 0; i < n; i++)
		if ((at[i] | 0x20) != tail[i]) return false;
	return at[-1] >= '0' && at[-1] <= '9';
}

/* The token n before another, or an empty mark if that is before the first. */
static inline const struct bs_token *bs_token_before(const struct bs_timex_scan *s, uint32_t first,
						     uint32_t at, uint32_t n)
{
	static const struct bs_token none = {.kind = BS_MARK};
	return at >= first + n ? &s->tokens[at - n] : &none;
}

/* A letter of a pattern as a bit. */
static inline uint64_t bs_kind_bit(char kind)
{
	return (uint64_t)1 << (kind >= 'a' ? kind - 'a' + 26 : kind - 'A');
}

/* May a token be that letter of a pattern? */
static inline bool bs_timex_may_be(const struct bs_timex_scan *s, uint32_t at, char kind)
{
	return bs_timex_classes[s->classes[at]].letters & bs_kind_bit(kind);
}

/* the, a, an */
static inline bool bs_is_article(const struct bs_token *t)
{
	int code = bs_word_value(t->word, BS_LIST_TIME_WORD);
	return code == 't' || code == 'u';
}

static inline bool bs_is_dash(const struct bs_token *t)
{
	return bs_token_mark(t, '-') || bs_token_mark(t, 0x2010) || bs_token_mark(t, 0x2011) ||
	       bs_token_mark(t, 0x2013);
}

/* 2021-04-28, 2021-04-28T08:15:00Z, 09/02/2023, 11.02.2009 */
uint32_t bs_take_numeric(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m);

/* 11.30pm, 11 p.m., 7:15 p.m. EST, 19:00, 05:30hrs, 10 o'clock, noon */
uint32_t bs_take_clock(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m);

/* six, twenty-five, two hundred and thirty, 10, 1,500, 2 1/2, several, a, half a */
uint32_t bs_take_amount(const struct bs_timex_scan *s, uint32_t at, struct bs_timex_match *m);

#endif
