#include "analysis/entity.h"

#include <string.h>

uint32_t bs_find_first_name(const struct bs_known *known, const struct bs_candidate *c,
			    uint32_t word)
{
	const struct bs_token *t = &known->article->tokens.at[c->name_first];
	uint32_t by = known->symbols.at[word].by_first;
	if (!by || t->flags & BS_CAPITALS || bs_token_is(t, BS_LIST_PLACE) || bs_noun_class(t) ||
	    bs_token_is(t, BS_LIST_NOUN_MODIFIER))
		return BS_NOBODY;
	const struct bs_known_person *p = &known->people[by - 1];
	bool person = known->article->entities[by - 1].kind == BS_PERSON;
	return person && !p->next_first && p->word_count == 2 && p->first_token < c->first
		       ? by - 1
		       : BS_NOBODY;
}

/* Does a title or a noun before the name tell a man from a woman: "Mrs", "her son"? */
static bool tells_gender(const struct bs_known *known, const struct bs_candidate *c)
{
	for (uint32_t i = c->first; i < c->name_first; i++) {
		const struct bs_token *t = &known->article->tokens.at[i];
		int title = bs_word_value(t->word, BS_LIST_HONORIFIC);
		int class = bs_noun_class(t);
		if (title == 'm' || title == 'f' || class == 'm' || class == 'f') return true;
	}
	return false;
}

uint32_t bs_find_given_surname(const struct bs_known *known, const struct bs_candidate *c,
			       const uint32_t *words)
{
	if (c->kind != BS_PERSON || !bs_is_given(known, c) || tells_gender(known, c))
		return BS_NOBODY;
	uint32_t entity = bs_look_up_name(known, words, 1, BS_GENDER_UNKNOWN, false);
	if (entity == BS_NOBODY || known->people[entity].word_count < 2) return BS_NOBODY;
	const struct bs_entity *e = &known->article->entities[entity];
	return e->kind == BS_PERSON && !strchr(e->name, '&') ? entity : BS_NOBODY;
}

uint32_t bs_prefer_given(const struct bs_known *known, const struct bs_candidate *c,
			 const uint32_t *words, uint32_t last)
{
	const struct bs_known_person *p = &known->people[last];
	if (!bs_is_given(known, c) || c->first < c->name_first || p->word_count < 2 || p->given ||
	    known->article->entities[last].kind != BS_PERSON)
		return last;
	uint32_t first = bs_look_up_name(known, words, 1, BS_GENDER_UNKNOWN, true);
	if (first == BS_NOBODY) return last;
	const struct bs_entity *e = &known->article->entities[first];
	return e->kind == BS_PERSON && !strchr(e->name, '&') ? first : last;
}

uint32_t bs_find_half(struct bs_known *known, const struct bs_candidate *c)
{
	const struct bs_token *t = &known->article->tokens.at[c->first];
	if (c->last != c->first + 1 || !(t->flags & BS_CAPITAL)) return BS_NOBODY;
	uint32_t word = bs_tokens_symbol(&known->symbols, c->first, c->last);
	uint8_t gender = c->gender == BS_NEUTER ? BS_GENDER_UNKNOWN : c->gender;
	uint32_t entity = bs_look_up_name(known, &word, 1, gender, false);
	if (entity == BS_NOBODY && bs_token_is(t, BS_LIST_GIVEN))
		entity = bs_look_up_name(known, &word, 1, gender, true);
	if (entity == BS_NOBODY || known->article->entities[entity].kind != BS_PERSON ||
	    (c->kind != BS_PERSON && !known->people[entity].certain)) /* "Town" of Selby Town */
		return BS_NOBODY;
	known->people[entity].human = true;
	return entity;
}
