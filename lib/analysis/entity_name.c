#include "analysis/entity.h"

#include <string.h>

/* How many words of the name are more than an initial? */
static uint32_t count_full(const struct bs_known *known, const uint32_t *words, uint32_t n)
{
	uint32_t full = 0;
	for (uint32_t i = 0; i < n; i++) full += known->symbols.at[words[i]].length > 1;
	return full;
}

/* Is it the same name with fewer initials or with more: "Joan Bell" and "Joan B. Bell"?  One name
 * is shown for both, and it is the one that other articles use too. */
static bool differs_by_initials(const struct bs_known *known, const struct bs_known_person *p,
				const uint32_t *words, uint32_t n)
{
	uint32_t full = count_full(known, words, n);
	return full > 1 && n != p->word_count && full == count_full(known, p->words, p->word_count);
}

/* "II", "XVI": which of several is it? */
static bool is_regnal(const struct bs_article *a, uint32_t token)
{
	const struct bs_token *t = &a->tokens.at[token];
	const char *text = a->document.text + t->start;
	return (t->flags & BS_CAPITALS) && strspn(text, "IVX") >= t->end - t->start;
}

/* "[Prince] Harry", "[Lord] Sugar", "[Queen] Elizabeth II": nobody calls him by the one word behind it
 * alone.  Those of two names are shown without their titles, which come and go. */
static bool has_style(const struct bs_known *known, const struct bs_candidate *c)
{
	static const char *const styles[] = {"baron", "baroness", "count",    "countess",
					     "dame",  "earl",     "king",     "lady",
					     "lord",  "pope",     "prince",   "princess",
					     "queen", "sir",      "viscount", "viscountess"};
	const struct bs_article *a = known->article;
	const struct bs_token *t = &a->tokens.at[c->name_first];
	if (c->first == c->name_first || !(t[-1].flags & BS_CAPITAL) ||
	    !bs_token_is(t - 1, BS_LIST_HONORIFIC))
		return false;
	if (c->name_last > c->name_first + 1 &&
	    (c->name_last > c->name_first + 2 || !is_regnal(a, c->name_first + 1)))
		return false;
	if (c->name_first > c->first + 1 && bs_token_text(t - 2, a->document.text, "first"))
		return false; /* "First Lady Joan" */
	for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
		if (bs_token_text(t - 1, a->document.text, styles[i])) return true;
	return false;
}

void bs_take_name(struct bs_known *known, uint32_t entity, const struct bs_candidate *c,
		  const uint32_t *words, uint32_t n)
{
	struct bs_entity *e = &known->article->entities[entity];
	struct bs_known_person *p = &known->people[entity];
	const struct bs_token *lead = &known->article->tokens.at[c->name_first];
	bool capitals = (lead->flags & BS_CAPITALS) && n > 1;
	bool shorter = e->name && differs_by_initials(known, p, words, n);
	bool style = has_style(known, c);
	if (shorter && (n > p->word_count || (capitals && !p->capitals))) return;
	if (e->name && n <= p->word_count && !shorter &&
	    !(p->capitals && !capitals && n == p->word_count) &&
	    !(style && !p->style && n == p->word_count))
		return;
	e->name = bs_copy_tokens(&known->symbols, c->name_first - style, c->name_last);
	p->capitals = capitals;
	p->style = style;
	if (n > p->word_count) {
		memcpy(p->words, words, n * sizeof *words);
		p->word_count = n;
	}
}
