#include "analysis/timex_kind.h"

enum {
	FAR = 12, /* how many tokens away a verb may stand and still tell the tense */
	NEAR = 4  /* and one that goes on after "until Monday" */
};

static bool ends_clause(const struct bs_token *t)
{
	return bs_token_mark(t, ';') || bs_token_mark(t, 0x201C) || bs_token_mark(t, 0x201D) ||
	       bs_token_mark(t, '"');
}

/* P, F or f, as in words/tense.txt; 0 if it tells nothing. */
static int word_tense(const struct bs_timex_scan *s, const struct bs_token *t)
{
	if (t->kind != BS_WORD || (t->flags & BS_CAPITAL && bs_token_is(t, BS_LIST_MONTH)))
		return 0;
	if (t->end - t->start > 3 && memcmp(s->text + t->end - 2, "ll", 2) == 0 &&
	    (s->text[t->end - 3] == '\'' || (unsigned char)s->text[t->end - 3] == 0x99))
		return 'F';
	int listed = bs_word_value(t->word, BS_LIST_TENSE);
	if (listed) return listed == 'd' ? 'P' : listed;
	bool ed = !(t->flags & BS_CAPITAL) && t->end - t->start > 4 &&
		  memcmp(s->text + t->end - 2, "ed", 2) == 0;
	return ed ? 'P' : 0;
}

/* "had been due": does "had been" stand before the word n tokens before another? */
static bool is_over(const struct bs_timex_scan *s, uint32_t first, uint32_t at, uint32_t n)
{
	return bs_token_text(bs_token_before(s, first, at, n + 1), s->text, "been") &&
	       bs_token_text(bs_token_before(s, first, at, n + 2), s->text, "had");
}

/* "is planned", "will be closed", "would still be held", "to be held": the verb before it decides. */
static enum bs_tense participle_tense(const struct bs_timex_scan *s, uint32_t first, uint32_t verb)
{
	uint32_t n = 1;
	if (bs_token_text(bs_token_before(s, first, verb, 1), s->text, "be")) {
		const struct bs_token *p = bs_token_before(s, first, verb, 2);
		if (bs_token_text(p, s->text, "to"))
			return is_over(s, first, verb, 3) ||
					       word_tense(s, bs_token_before(s, first, verb, 3)) ==
						       'P'
				       ? BS_TENSE_PAST
				       : BS_TENSE_FUTURE;
		n = p->kind == BS_WORD && !word_tense(s, p) ? 3 : 2;
		if (bs_token_text(bs_token_before(s, first, verb, n), s->text, "would"))
			return BS_TENSE_FUTURE;
	}
	return word_tense(s, bs_token_before(s, first, verb, n)) == 'F' ? BS_TENSE_FUTURE
									: BS_TENSE_PAST;
}

/* "Monday's", "the Monday": this says which Monday it is, not when the verb happens. */
static bool is_attribute(const struct bs_timex_scan *s, uint32_t first,
			 const struct bs_timex_match *m)
{
	return s->tokens[m->last - 1].flags & BS_POSSESSIVE ||
	       bs_is_article(bs_token_before(s, first, m->first, 1));
}

/* "moved to Monday", "set for Monday" */
static bool is_put_off(const struct bs_timex_scan *s, uint32_t first,
		       const struct bs_timex_match *m)
{
	const struct bs_token *p = bs_token_before(s, first, m->first, 1);
	return (bs_token_text(p, s->text, "to") || bs_token_text(p, s->text, "for")) &&
	       word_tense(s, bs_token_before(s, first, m->first, 2)) == 'P' &&
	       !bs_token_text(bs_token_before(s, first, m->first, 2), s->text, "compared") &&
	       !is_attribute(s, first, m);
}

/* "is to", "are due to", "is set to" */
static bool leads_ahead(const struct bs_timex_scan *s, uint32_t first, uint32_t to)
{
	int tense = word_tense(s, bs_token_before(s, first, to, 1));
	if (tense != 'f' && tense != 'F') return false;
	return word_tense(s, bs_token_before(s, first, to, 2)) != 'P' || tense == 'F';
}

static bool is_perfect(const struct bs_timex_scan *s, const struct bs_token *t)
{
	static const char *const forms[] = {"had", "has", "have", "having"};
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (bs_token_text(t, s->text, forms[i])) return true;
	return false;
}

/* The tense that a word n tokens before implies: 0 if none. */
static enum bs_tense tense_before(const struct bs_timex_scan *s, uint32_t first,
				  const struct bs_timex_match *m, uint32_t n)
{
	const struct bs_token *t = &s->tokens[m->first - n];
	int found = word_tense(s, t);
	if (bs_word_value(t->word, BS_LIST_TENSE) == 'd' && n > 2 &&
	    bs_token_text(t + 1, s->text, "to"))
		return BS_TENSE_MAYBE_FUTURE; /* "agreed to open it in March" */
	if (found == 'P') return participle_tense(s, first, m->first - n);
	if (found == 'F') {
		return is_over(s, first, m->first, n) ? BS_TENSE_PAST : BS_TENSE_FUTURE;
	}
	if (!found) return BS_TENSE_UNKNOWN;
	if (n > 1 && bs_token_text(t + 1, s->text, "to")) return BS_TENSE_FUTURE; /* "is to" */
	const struct bs_token *p = bs_token_before(s, first, m->first, n + 1);
	if (bs_token_text(t, s->text, "open") && word_tense(s, p) == 'P')
		return BS_TENSE_PAST; /* "were open" */
	bool whole = !bs_token_text(t, s->text, "until") && !bs_token_text(t, s->text, "till") &&
		     !bs_token_text(t, s->text, "set");
	if (whole && is_perfect(s, p)) return BS_TENSE_PAST; /* "has come" */
	if (bs_token_text(p, s->text, "to") && leads_ahead(s, first, m->first - n - 1))
		return BS_TENSE_FUTURE;         /* "due to resume" */
	if (bs_token_text(t, s->text, "would")) /* of one who said so */
		return is_attribute(s, first, m) ? BS_TENSE_MAYBE_FUTURE : BS_TENSE_FUTURE;
	return n <= 2 ? BS_TENSE_FUTURE : BS_TENSE_MAYBE_FUTURE;
}

/* "until Monday they had" */
static bool is_perfect_after(const struct bs_timex_scan *s, const struct bs_timex_match *m)
{
	for (uint32_t i = m->last; i < s->last && i < m->last + NEAR; i++)
		if (bs_token_text(&s->tokens[i], s->text, "had")) return true;
	return false;
}

/* Does a reading depend on the verbs? */
static bool depends(const struct bs_timex_match *m)
{
	switch (m->row->sort) {
	case BS_SORT_DAY:
	case BS_SORT_MONTH: return !m->when.year;
	case BS_SORT_SEASON:
	case BS_SORT_WEEKDAY:
	case BS_SORT_HOLIDAY:
	case BS_SORT_AHEAD: return true;
	case BS_SORT_UNIT_REL: return m->unit == 'N'; /* the weekend */
	default: return false;
	}
}

enum bs_tense bs_timex_tense(const struct bs_timex_scan *s, uint32_t first,
			     const struct bs_timex_match *m)
{
	const struct bs_token *p = bs_token_before(s, first, m->first, 1);
	if (!depends(m)) return BS_TENSE_UNKNOWN;
	if (is_put_off(s, first, m)) return BS_TENSE_FUTURE;
	if ((bs_token_text(p, s->text, "until") || bs_token_text(p, s->text, "till")) &&
	    is_perfect_after(s, m))
		return BS_TENSE_PAST;
	for (uint32_t n = 1; n <= FAR && m->first >= first + n; n++) {
		if (ends_clause(&s->tokens[m->first - n])) break;
		enum bs_tense found = tense_before(s, first, m, n);
		if (found != BS_TENSE_UNKNOWN) return found;
	}
	for (uint32_t i = m->last; i < s->last && i < m->last + FAR; i++) {
		if (ends_clause(&s->tokens[i])) break;
		int found = word_tense(s, &s->tokens[i]);
		if (found == 'F') return BS_TENSE_FUTURE;
		if (found) return found == 'P' ? BS_TENSE_PAST : BS_TENSE_MAYBE_FUTURE;
	}
	bool ahead = bs_token_text(p, s->text, "from") || bs_token_text(p, s->text, "by") ||
		     bs_token_text(p, s->text, "before");
	return ahead ? BS_TENSE_MAYBE_FUTURE : BS_TENSE_UNKNOWN;
}
