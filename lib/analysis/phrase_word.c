#include "analysis/phrase.h"

static bool is_capital_letter(const struct bs_token *t)
{
	return bs_is_capital(t) && t->end - t->start == 1;
}

/* "U.S[.] officials": the last full stop of letters that stand for words, where no sentence ends. */
static bool ends_letters(const struct bs_scan *s, uint32_t i)
{
	const struct bs_token *t = &s->t[i];
	return i >= s->first + 3 && t[1].kind == BS_WORD && !(t->flags & BS_SPACE) &&
	       is_capital_letter(t - 1) && bs_token_mark(t - 2, '.') && is_capital_letter(t - 3);
}

/* Is token i a mark that belongs to the word before it: of an initial, an
 * abbreviated title or a compound? */
bool bs_joins(const struct bs_scan *s, uint32_t i)
{
	const struct bs_token *t = s->t;
	if (i == s->first || i + 1 >= s->last || t[i - 1].kind == BS_MARK) return false;
	if (bs_token_mark(&t[i], '.')) {
		if (ends_letters(s, i)) return true;
		if (!bs_is_capital(&t[i - 1]) || !bs_is_capital(&t[i + 1]) ||
		    (t[i].flags & BS_SPACE))
			return false;
		return is_capital_letter(&t[i - 1]) || bs_token_is(&t[i - 1], BS_LIST_HONORIFIC) ||
		       bs_token_is(&t[i - 1], BS_LIST_NAME_PARTICLE);
	}
	if (bs_token_mark(&t[i], '\'') || bs_token_mark(&t[i], 0x2019)) /* Childrens' Services */
		return bs_ends_in(s, &t[i - 1], "s") && !(t[i].flags & BS_SPACE) &&
		       (t[i + 1].flags & BS_SPACE) &&
		       (bs_noun_class(&t[i + 1]) || bs_token_is(&t[i + 1], BS_LIST_NOUN_MODIFIER));
	if (bs_token_mark(&t[i], '&')) return bs_is_capital(&t[i - 1]) && bs_is_capital(&t[i + 1]);
	if (!bs_token_mark(&t[i], '-') && !bs_token_mark(&t[i], 0x2010) &&
	    !bs_token_mark(&t[i], 0x2011))
		return false;
	return !(t[i].flags & BS_SPACE) && !(t[i + 1].flags & BS_SPACE) && t[i + 1].kind != BS_MARK;
}

/* May the capital of word i be due to its place: after the start, a mark of quotation, a colon? */
bool bs_is_first_word(const struct bs_scan *s, uint32_t i)
{
	if (i == s->first) return true;
	const struct bs_token *before = &s->t[i - 1];
	return before->kind == BS_MARK && !bs_joins(s, i - 1) && !bs_token_mark(before, ',') &&
	       !bs_token_mark(before, '(');
}

/* Is there a verb at i, or behind an adverb there? */
bool bs_is_verb(const struct bs_scan *s, uint32_t i)
{
	if (i < s->last && s->t[i].kind == BS_WORD && !bs_is_capital(&s->t[i]) &&
	    (bs_ends_in(s, &s->t[i], "ly") || bs_is_text(s, i, "also") ||
	     bs_is_text(s, i, "later")))
		i++;
	return i < s->last && bs_token_is(&s->t[i], BS_LIST_VERB_FORM);
}

/* "The Bakery Trust [estimates] that", “C,” Ann Bell [notes]. */
bool bs_is_said_here(const struct bs_scan *s, uint32_t i)
{
	const struct bs_token *t = s->t;
	if (i <= s->first || i + 1 >= s->last || (t[i - 1].flags & BS_POSSESSIVE)) return false;
	int form = bs_word_value(t[i].word, BS_LIST_CUE_SAY);
	if (form == 'b' && bs_noun_class(&t[i - 1]) == 'g')
		return bs_is_text(s, i + 1, "that") || bs_grammar(&t[i + 1]) == 'd';
	if (form != 's' || !bs_is_capital(&t[i - 1])) return false;
	if (bs_is_text(s, i + 1, "that") || bs_grammar(&t[i + 1]) == 'd') return true;
	uint32_t from = i - 1;
	while (from > s->first && t[from - 1].kind == BS_WORD && bs_is_capital(&t[from - 1]))
		from--;
	if (from > s->first && bs_is_text(s, from - 1, "the")) from--;
	if (from == s->first || t[i + 1].kind != BS_MARK) return false;
	const struct bs_token *before = &t[from - 1];
	/* "C, the Gazette reports." */
	if (bs_token_mark(before, ',')) return bs_token_mark(&t[i + 1], '.');
	return before->kind == BS_MARK && (before->value == '"' || before->value == 0x201D ||
					   before->value == '\'' || before->value == 0x2019);
}

bool bs_names_firm(const struct bs_scan *s, uint32_t i)
{
	static const char *const others[] = {"co", "company", "sons", "partners", "associates"};
	const struct bs_token *t = &s->t[i];
	if (i == s->first || i + 1 >= s->last || !bs_is_text(s, i, "and") ||
	    !bs_is_capital(t - 1) || !bs_is_capital(t + 1))
		return false;
	for (size_t k = 0; k < sizeof others / sizeof *others; k++)
		if (bs_is_text(s, i + 1, others[k])) return true;
	return is_capital_letter(t - 1) && is_capital_letter(t + 1) &&
	       !(i + 2 < s->last && bs_joins(s, i + 2)); /* "A and B. C. Smith" */
}

bool bs_is_on_sunday(const struct bs_scan *s, uint32_t i)
{
	static const char *const papers[] = {"herald",   "independent", "mail",
					     "scotland", "sun",         "wales"};
	if (i == s->first || !bs_is_capital(&s->t[i - 1]) || !bs_is_text(s, i, "on") ||
	    !bs_is_text(s, i + 1, "sunday"))
		return false;
	for (size_t k = 0; k < sizeof papers / sizeof *papers; k++)
		if (bs_is_text(s, i - 1, papers[k])) return true;
	return false;
}
