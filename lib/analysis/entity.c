#include "analysis/entity.h"

#include <string.h>

/* The noun of an office: the last before "of", of two MPs "MP". */
static uint32_t role_head(const struct bs_known *known, const struct bs_candidate *c)
{
	const struct bs_token *t = known->article->tokens.at;
	uint32_t head = BS_NOBODY;
	for (uint32_t i = c->role_first; i < c->role_last; i++) {
		if (t[i].kind == BS_WORD && bs_token_is(&t[i], BS_LIST_GRAMMAR_WORD) &&
		    head != BS_NOBODY)
			break;
		if (bs_noun_class(&t[i])) head = i;
	}
	return head;
}

static void take_role(struct bs_known *known, uint32_t entity, const struct bs_candidate *c)
{
	struct bs_entity *e = &known->article->entities[entity];
	struct bs_known_person *p = &known->people[entity];
	if (c->role_first == c->role_last) return;
	uint32_t head = role_head(known, c);
	if (head != BS_NOBODY) bs_note_head(known, entity, head);
	bs_note_phrase(known, entity, c->role_first, c->role_last);
	p->human = true;
	if (e->role && (!p->weak_role || c->weak_role)) return;
	char *role = bs_copy_tokens(&known->symbols, c->role_first, c->role_last);
	size_t n = strlen(role);
	if (n > 3 && head == c->role_last - 1 && strcmp(role + n - 3, "MPs") == 0)
		role[n - 1] = '\0';
	e->role = role;
	p->weak_role = c->weak_role;
}

static void agree(struct bs_known *known, uint32_t entity, const struct bs_candidate *c)
{
	struct bs_entity *e = &known->article->entities[entity];
	struct bs_known_person *p = &known->people[entity];
	if (c->certain && !p->certain) {
		e->kind = c->kind;
		p->certain = true;
	}
	if (e->kind == BS_PERSON && !e->gender) e->gender = c->gender;
	if (e->kind == BS_PERSON && e->gender == BS_NEUTER)
		e->gender = c->gender == BS_NEUTER ? BS_GENDER_UNKNOWN : c->gender;
}

/* "Wickham Rovers", who are called "Rovers" too: is it a body of two words of which the last is no noun
 * for such, nor a place? */
static bool is_club(const struct bs_known *known, const struct bs_candidate *c)
{
	const struct bs_token *last = &known->article->tokens.at[c->name_last - 1];
	return c->kind == BS_BODY && c->certain && c->name_last == c->name_first + 2 &&
	       !bs_noun_class(last) && !bs_token_is(last, BS_LIST_PLACE);
}

/* Names of several words: who is there at all? */
static uint32_t place_full_name(struct bs_known *known, struct bs_candidate *c)
{
	if (c->name_last == c->name_first + 1) return BS_NOBODY;
	if (bs_is_led_by_noun(known, c)) {
		if (c->first == c->name_first) c->first++;
		c->name_first++;
	}
	uint32_t words[BS_MOST_NAME_WORDS], n = bs_read_words(known, c, words);
	if (n < 2) return BS_NOBODY;
	uint32_t entity = bs_look_up_name(known, words, n, c->gender, false);
	if (entity == BS_NOBODY) {
		entity = bs_add_entity(known, c);
		known->people[entity].given =
			bs_token_is(&known->article->tokens.at[c->name_first], BS_LIST_GIVEN);
		bs_index_name(known, entity, words, n);
		if (c->kind == BS_BODY) bs_index_initials(known, entity, c);
		if (is_club(known, c))
			bs_note_phrase(known, entity, c->name_last - 1, c->name_last);
	}
	bs_take_name(known, entity, c, words, n);
	agree(known, entity, c);
	take_role(known, entity, c);
	return entity;
}

/* No club, which is one in the plural, and no place that something is in: "Wickham Rovers". */
static bool may_be_human(const struct bs_known *known, const struct bs_candidate *c,
			 uint32_t entity)
{
	static const char *const places[] = {"in", "at", "near", "across"};
	const struct bs_article *a = known->article;
	const char *name = a->entities[entity].name;
	if (name[strlen(name) - 1] == 's') return false;
	for (size_t i = 0; c->first > 0 && i < sizeof places / sizeof *places; i++)
		if (bs_token_text(&a->tokens.at[c->first - 1], a->document.text, places[i]))
			return false;
	return true;
}

/* A name of one word: a surname, a given name, an acronym, or somebody new. */
static uint32_t place_short_name(struct bs_known *known, const struct bs_candidate *c)
{
	uint32_t words[BS_MOST_NAME_WORDS], n = bs_read_words(known, c, words);
	if (n == 0) return BS_NOBODY;
	uint32_t entity = bs_look_up_name(
		known, words, n, c->kind == BS_PERSON ? c->gender : BS_GENDER_UNKNOWN, false);
	if (entity == BS_NOBODY && (c->role_first == c->role_last || bs_is_given(known, c)))
		entity = bs_look_up_name(known, words, 1, BS_GENDER_UNKNOWN, true);
	if (entity != BS_NOBODY) entity = bs_prefer_given(known, c, words, entity);
	uint32_t half = entity == BS_NOBODY ? bs_find_first_name(known, c, words[0]) : BS_NOBODY;
	if (half != BS_NOBODY) entity = half;
	if (entity == BS_NOBODY) entity = bs_find_given_surname(known, c, words);
	if (entity == BS_NOBODY && known->symbols.at[words[0]].by_phrase)
		entity = known->symbols.at[words[0]].by_phrase - 1;
	if (entity == BS_NOBODY && c->doubtful && !known->symbols.at[words[0]].seen_inside)
		return BS_NOBODY;
	if (entity == BS_NOBODY) {
		entity = bs_add_entity(known, c);
		bs_index_name(known, entity, words, n);
	}
	if (known->people[entity].word_count > 1 &&
	    (half == BS_NOBODY || may_be_human(known, c, half)))
		known->people[entity].human = true;
	bs_take_name(known, entity, c, words, n);
	agree(known, entity, c);
	take_role(known, entity, c);
	return entity;
}

/* Has the word its capital only from its place, at the start of a sentence? */
static bool has_capital_by_place(const struct bs_article *a, uint32_t token)
{
	const struct bs_token *t = &a->tokens.at[token];
	int class = bs_noun_class(t);
	bool common = class == 'p' || class == 'm' || class == 'f' || class == 'g' ||
		      bs_token_is(t, BS_LIST_NOUN_MODIFIER);
	return bs_opens_sentence(a, token) && common && t->flags & BS_CAPITAL &&
	       !(t->flags & BS_CAPITALS) && !bs_token_is(t, BS_LIST_PROPER_NOUN) &&
	       !bs_token_is(t, BS_LIST_PLACE);
}

/* "Experts" at the start of a sentence are experts; the Prime Minister stays one. */
static const char *copy_description(struct bs_known *known, const struct bs_candidate *c)
{
	const struct bs_token *t = known->article->tokens.at;
	char *name = bs_copy_tokens(&known->symbols, c->name_first, c->name_last);
	bool capitals = c->name_first + 1 < c->name_last && t[c->name_first + 1].flags & BS_CAPITAL;
	if (!capitals && has_capital_by_place(known->article, c->name_first) && *name >= 'A' &&
	    *name <= 'Z')
		*name = (char)(*name + 'a' - 'A');
	return name;
}

/* A description: "the council", "a Council spokesman", "inspectors". */
static uint32_t place_noun(struct bs_known *known, const struct bs_candidate *c)
{
	uint32_t phrase = bs_tokens_symbol(&known->symbols, c->name_first, c->name_last);
	bool alone = c->name_first == c->head && c->name_last == c->head + 1;
	uint32_t head = alone ? phrase : bs_tokens_symbol(&known->symbols, c->head, c->head + 1);
	const struct bs_token *t = known->article->tokens.at;
	uint32_t entity = BS_NOBODY, same_head = known->symbols.at[head].by_head;
	if (same_head && known->article->entities[same_head - 1].plural != c->plural) same_head = 0;
	if (known->symbols.at[phrase].by_phrase) entity = known->symbols.at[phrase].by_phrase - 1;
	/* "a councillor" is not the one who was named */
	if (entity != BS_NOBODY && !c->definite && known->article->entities[entity].named &&
	    known->article->entities[entity].kind == BS_PERSON)
		entity = BS_NOBODY;
	bool bare = alone && (c->definite || (t[c->head].flags & BS_CAPITAL));
	/* "the council" is the council named last, if one was */
	if (bare && same_head &&
	    (entity == BS_NOBODY || known->article->entities[same_head - 1].named))
		entity = same_head - 1;
	if (entity == BS_NOBODY) {
		entity = bs_add_entity(known, c);
		known->article->entities[entity].name = copy_description(known, c);
		known->symbols.at[phrase].by_phrase = entity + 1;
	}
	/* "a council" in passing does not take the place of the one that is named */
	if (c->definite || !same_head || !known->article->entities[same_head - 1].named)
		known->symbols.at[head].by_head = entity + 1;
	return entity;
}

static uint32_t place(struct bs_known *known, const struct bs_candidate *c, uint32_t entity)
{
	if (c->form == BS_FORM_PRONOUN) return BS_NOBODY;
	if (c->form == BS_FORM_NOUN) {
		uint32_t person = bs_find_half(known, c);
		return person != BS_NOBODY ? person : place_noun(known, c);
	}
	if (entity == BS_NOBODY) entity = place_short_name(known, c);
	if (entity != BS_NOBODY && known->article->entities[entity].kind == BS_BODY)
		bs_note_head(known, entity, c->head);
	return entity;
}

static bool is_mention(const struct bs_candidate *c, uint32_t entity)
{
	return entity != BS_NOBODY || c->form == BS_FORM_PRONOUN;
}

static void add_mention(struct bs_known *known, const struct bs_candidate *c, uint32_t entity)
{
	struct bs_article *a = known->article;
	struct bs_mention *m = &a->mentions[a->mention_count++];
	*m = (struct bs_mention){.first = c->first,
				 .last = c->last,
				 .sentence = c->sentence,
				 .entity = entity,
				 .kind = c->kind,
				 .gender = c->gender,
				 .plural = c->plural,
				 .quoted = c->quoted,
				 .subject = c->subject};
	if (entity == BS_NOBODY) return;
	struct bs_entity *e = &a->entities[entity];
	if (e->first_mention == BS_NOBODY) e->first_mention = (uint32_t)a->mention_count - 1;
	e->mentions++;
	m->kind = e->kind;
	m->plural = e->plural || c->plural;
	if (!m->gender || e->kind == BS_PERSON) m->gender = e->gender;
}

/* Marks the lone words, and the names, that stand in capitals within a sentence too. */
static void note_capitals(struct bs_known *known, const struct bs_candidates *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct bs_candidate *c = &list->at[i];
		bool alone = c->name_last == c->name_first + 1;
		if (c->form != BS_FORM_NAME || c->doubtful) continue;
		if (!alone && !bs_is_given(known, c) &&
		    (c->kind != BS_PERSON || bs_opens_sentence(known->article, c->name_first)))
			continue;
		uint32_t word = bs_tokens_symbol(&known->symbols, c->name_first, c->name_last);
		known->symbols.at[word].seen_inside = true;
		if (alone || c->kind != BS_PERSON || !bs_is_given(known, c)) continue;
		word = bs_tokens_symbol(&known->symbols, c->name_first, c->name_first + 1);
		known->symbols.at[word].begins_name = true;
	}
}

/* "Department for Education (DfE)": from here on DfE is its name too. */
static void note_alias(struct bs_known *known, const struct bs_candidate *c, uint32_t entity)
{
	bs_note_phrase(known, entity, c->name_first, c->name_last);
}

/* Words in capitals that nothing tells to be a person are a thing ("Statutory Direction"). */
static void settle_kinds(const struct bs_known *known)
{
	struct bs_article *a = known->article;
	for (size_t i = 0; i < a->entity_count; i++) {
		const struct bs_known_person *p = &known->people[i];
		struct bs_entity *e = &a->entities[i];
		if (!e->named || p->certain || p->human || e->kind != BS_PERSON) continue;
		if (e->gender == BS_MALE || e->gender == BS_FEMALE) continue;
		e->kind = BS_BODY;
		e->gender = BS_NEUTER;
	}
}

static void place_candidate(struct bs_known *known, const struct bs_candidates *list, size_t i,
			    uint32_t *entity)
{
	const struct bs_candidate *c = &list->at[i];
	uint32_t other = c->same_as;
	if (other != BS_NOBODY && other > i && entity[other] == BS_NOBODY)
		entity[other] = place(known, &list->at[other], BS_NOBODY);
	if (other == BS_NOBODY || entity[other] == BS_NOBODY) {
		entity[i] = place(known, c, entity[i]);
	} else {
		entity[i] = entity[other];
		if (c->form == BS_FORM_NAME) note_alias(known, c, entity[i]);
	}
	if (entity[i] != BS_NOBODY) known->people[entity[i]].mentions++;
}

void bs_find_entities(struct bs_article *article, struct bs_candidates *list)
{
	struct bs_known known = {.article = article, .symbols.article = article};
	uint32_t *entity = bs_arena_take(&article->scratch, (list->count + 1) * sizeof *entity);
	note_capitals(&known, list);
	for (size_t i = 0; i < list->count; i++)
		entity[i] = list->at[i].form == BS_FORM_NAME ? place_full_name(&known, &list->at[i])
							     : BS_NOBODY;
	for (size_t i = 0; i < list->count; i++) place_candidate(&known, list, i, entity);
	settle_kinds(&known);
	size_t room = list->count * sizeof *article->mentions;
	article->mentions = bs_arena_take(&article->arena, room);
	for (size_t i = 0; i < list->count; i++)
		if (is_mention(&list->at[i], entity[i]))
			add_mention(&known, &list->at[i], entity[i]);
	bs_arena_shorten(&article->arena, article->mentions, room,
			 article->mention_count * sizeof *article->mentions);
	article->entities = bs_arena_keep(&article->arena, article->entities,
					  article->entity_count * sizeof *article->entities);
}
