#include "analysis/entity.h"

#include <string.h>

bool bs_opens_sentence(const struct bs_article *a, uint32_t token)
{
	const struct bs_token *t = &a->tokens.at[token];
	return token == 0 || t->flags & BS_LINE || t[-1].kind == BS_MARK;
}

/* "Thankfully", "Confronting", "Pregnant", "RIP": is it a word that describes, rather than a name? */
static bool may_lead(const struct bs_article *a, uint32_t token)
{
	const struct bs_token *t = &a->tokens.at[token];
	size_t n = t->end - t->start;
	const char *end = a->document.text + t->end;
	if (bs_token_is(t + 1, BS_LIST_PLACE) && !bs_token_is(t + 1, BS_LIST_GIVEN)) return false;
	if (t->flags & BS_CAPITALS)
		return n > 2 && !(t[1].flags & BS_CAPITALS) && bs_token_is(t + 1, BS_LIST_GIVEN);
	if (bs_token_is(t, BS_LIST_NOUN_MODIFIER) || bs_token_is(t, BS_LIST_ADVERB)) return true;
	return n > 4 && (memcmp(end - 2, "ly", 2) == 0 || memcmp(end - 3, "ing", 3) == 0);
}

/* Is the rest of the name seen elsewhere, inside a sentence? */
static bool is_rest_seen(struct bs_known *known, const struct bs_candidate *c)
{
	uint32_t rest = bs_tokens_symbol(&known->symbols, c->name_first + 1, c->name_last);
	return known->symbols.at[rest].seen_inside;
}

/* "Upset Joan said", where the article has Joan Bell, and Upset nowhere else? */
static bool is_led_by_any(struct bs_known *known, const struct bs_candidate *c)
{
	uint32_t first = c->name_first;
	if (c->name_last != first + 2 ||
	    !bs_token_is(&known->article->tokens.at[first + 1], BS_LIST_GIVEN))
		return false;
	uint32_t given = bs_tokens_symbol(&known->symbols, first + 1, first + 2);
	if (!known->symbols.at[given].begins_name) return false;
	uint32_t lead = bs_tokens_symbol(&known->symbols, first, first + 1);
	return !known->symbols.at[lead].seen_inside;
}

bool bs_is_led_by_noun(struct bs_known *known, const struct bs_candidate *c)
{
	const struct bs_article *a = known->article;
	const struct bs_token *t = &a->tokens.at[c->name_first];
	if (c->kind != BS_PERSON || bs_token_is(t, BS_LIST_GIVEN) || t[1].kind != BS_WORD)
		return false;
	if (c->name_last > c->name_first + 2 && bs_token_is(t + 1, BS_LIST_GIVEN))
		return is_rest_seen(known, c);
	if (!bs_opens_sentence(a, c->name_first)) return false;
	if (!(may_lead(a, c->name_first) && is_rest_seen(known, c)) && !is_led_by_any(known, c))
		return false;
	uint32_t all = bs_tokens_symbol(&known->symbols, c->name_first, c->name_last);
	return !known->symbols.at[all].seen_inside;
}
