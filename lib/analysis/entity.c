#include "analysis/candidate.h"
#include "analysis/symbol.h"

#include <string.h>

/* How far back a name looks among those that share its surname: a cap, so that
 * a text of nothing but Smiths takes linear time. */
enum { LONGEST_CHAIN = 24, MOST_WORDS = 8 };

/* What entity.c knows of article->entities[i] beside it. */
struct person {
	uint32_t words[MOST_WORDS], word_count;
	uint32_t next_last, next_first; /* older ones that share a word, + 1 */
	uint32_t mentions;
	bool certain, weak_role, capitals;
	bool given; /* begins with a given name */
	bool human; /* a role, a title, a surname alone: not a thing that is written in capitals */
};

struct table {
	struct bs_article *article;
	struct bs_symbols symbols;
	struct person *people; /* beside article->entities */
};

/* The words of a name; a compound such as Smith-Jones is one. */
static uint32_t read_words(struct table *table, const struct bs_candidate *c, uint32_t *words)
{
	const struct bs_token *t = table->article->tokens.at;
	uint32_t n = 0;
	for (uint32_t i = c->name_first; i < c->name_last && n < MOST_WORDS;) {
		uint32_t stop = i + 1;
		if (t[i].kind == BS_MARK) {
			i++;
			continue;
		}
		while (stop + 1 < c->name_last && t[stop].kind == BS_MARK && t[stop].value != '.' &&
		       !(t[stop].flags & BS_SPACE))
			stop += 2;
		words[n++] = bs_tokens_symbol(&table->symbols, i, stop);
		i = stop;
	}
	return n;
}

static bool is_initial(const struct table *table, uint32_t word, uint32_t of)
{
	const struct bs_symbol *a = &table->symbols.at[word], *b = &table->symbols.at[of];
	return (a->length == 1 || b->length == 1) && a->text[0] == b->text[0];
}

static bool genders_agree(uint8_t a, uint8_t b)
{
	return a == BS_GENDER_UNKNOWN || b == BS_GENDER_UNKNOWN || a == b;
}

/* Can a name of these words be that person's?  Each word of the shorter must stand in the longer, in order. */
static bool names_agree(const struct table *table, const struct person *p, const uint32_t *words,
			uint32_t n)
{
	const uint32_t *less = words, *more = p->words;
	uint32_t less_count = n, more_count = p->word_count;
	if (n > p->word_count) {
		less = p->words, less_count = p->word_count;
		more = words, more_count = n;
	}
	uint32_t at = 0;
	for (uint32_t i = 0; i < less_count; i++) {
		while (at < more_count && less[i] != more[at] &&
		       !is_initial(table, less[i], more[at]))
			at++;
		if (at == more_count) return false;
		at++;
	}
	return true;
}

static bool same_words(const struct person *p, const uint32_t *words, uint32_t n)
{
	return n == p->word_count && memcmp(words, p->words, n * sizeof *words) == 0;
}

/* Whom does a name mean?  Of those who share its last (or only) word, the one
 * who agrees in gender and is mentioned most. */
static uint32_t look_up(const struct table *table, const uint32_t *words, uint32_t n,
			uint8_t gender, bool first_name)
{
	uint32_t best = BS_NOBODY, steps = 0;
	const struct bs_symbol *s = &table->symbols.at[words[n - 1]];
	uint32_t at = first_name ? s->by_first : s->by_last;
	for (; at && steps < LONGEST_CHAIN; steps++) {
		const struct person *p = &table->people[at - 1];
		const struct bs_entity *e = &table->article->entities[at - 1];
		bool fits = e->kind == BS_BODY && p->certain ? same_words(p, words, n)
							     : names_agree(table, p, words, n);
		if (first_name && !p->given && !(e->kind == BS_BODY && p->certain)) fits = false;
		if (fits && genders_agree(gender, e->gender) &&
		    (best == BS_NOBODY || p->mentions > table->people[best].mentions))
			best = at - 1;
		at = first_name ? p->next_first : p->next_last;
	}
	return best;
}

static uint32_t add_entity(struct table *table, const struct bs_candidate *c)
{
	struct bs_article *a = table->article;
	size_t count = a->entity_count;
	struct person *p = BS_PUSH(&a->arena, table->people, count);
	struct bs_entity *e = BS_PUSH(&a->arena, a->entities, a->entity_count);
	*p = (struct person){0};
	*e = (struct bs_entity){.first_mention = BS_NOBODY,
				.kind = c->kind,
				.gender = c->gender,
				.plural = c->plural};
	p->certain = c->certain;
	return (uint32_t)a->entity_count - 1;
}

static void index_name(struct table *table, uint32_t entity, const uint32_t *words, uint32_t n)
{
	struct person *p = &table->people[entity];
	struct bs_symbol *last = &table->symbols.at[words[n - 1]],
			 *first = &table->symbols.at[words[0]];
	memcpy(p->words, words, n * sizeof *words);
	p->word_count = n;
	table->article->entities[entity].named = true;
	p->next_last = last->by_last;
	last->by_last = entity + 1;
	if (n > 1) {
		p->next_first = first->by_first;
		first->by_first = entity + 1;
	}
}

/* The first letters of a body's name: "DfE", "GMP"; without its small words too ("DoH" is not tried). */
static void index_initials(struct table *table, uint32_t entity, const struct bs_candidate *c)
{
	const struct bs_article *a = table->article;
	char small[16], all[16];
	size_t n = 0, m = 0;
	for (uint32_t i = c->name_first; i < c->name_last && m < sizeof all; i++) {
		const struct bs_token *t = &a->tokens.at[i];
		if (t->kind != BS_WORD) continue;
		char letter = a->document.text[t->start];
		if (t->flags & BS_CAPITAL) small[n++] = (char)(letter | 32);
		all[m++] = (char)(letter | 32);
	}
	if (n < 2) return;
	uint32_t s = bs_text_symbol(&table->symbols, small, n);
	if (!table->symbols.at[s].by_last) table->symbols.at[s].by_phrase = entity + 1;
	s = bs_text_symbol(&table->symbols, all, m);
	if (!table->symbols.at[s].by_last) table->symbols.at[s].by_phrase = entity + 1;
}

static void note_head(struct table *table, uint32_t entity, uint32_t token)
{
	uint32_t s = bs_tokens_symbol(&table->symbols, token, token + 1);
	table->symbols.at[s].by_head = entity + 1;
}

/* From here on these words mean it: "the Labour leader". */
static void note_phrase(struct table *table, uint32_t entity, uint32_t first, uint32_t last)
{
	uint32_t s = bs_tokens_symbol(&table->symbols, first, last);
	table->symbols.at[s].by_phrase = entity + 1;
}

/* The noun of an office: the last before "of", of two MPs "MP". */
static uint32_t role_head(const struct table *table, const struct bs_candidate *c)
{
	const struct bs_token *t = table->article->tokens.at;
	uint32_t head = BS_NOBODY;
	for (uint32_t i = c->role_first; i < c->role_last; i++) {
		if (t[i].kind == BS_WORD && bs_token_is(&t[i], BS_LIST_GRAMMAR_WORD) &&
		    head != BS_NOBODY)
			break;
		if (bs_noun_class(&t[i])) head = i;
	}
	return head;
}

static void take_role(struct table *table, uint32_t entity, const struct bs_candidate *c)
{
	struct bs_entity *e = &table->article->entities[entity];
	struct person *p = &table->people[entity];
	if (c->role_first == c->role_last) return;
	uint32_t head = role_head(table, c);
	if (head != BS_NOBODY) note_head(table, entity, head);
	note_phrase(table, entity, c->role_first, c->role_last);
	p->human = true;
	if (e->role && (!p->weak_role || c->weak_role)) return;
	char *role = bs_copy_tokens(&table->symbols, c->role_first, c->role_last);
	size_t n = strlen(role);
	if (n > 3 && head == c->role_last - 1 && strcmp(role + n - 3, "MPs") == 0)
		role[n - 1] = '\0';
	e->role = role;
	p->weak_role = c->weak_role;
}

/* A longer form of the name becomes the name shown. */
static void take_name(struct table *table, uint32_t entity, const struct bs_candidate *c,
		      const uint32_t *words, uint32_t n)
{
	struct bs_entity *e = &table->article->entities[entity];
	struct person *p = &table->people[entity];
	const struct bs_token *lead = &table->article->tokens.at[c->name_first];
	bool capitals = (lead->flags & BS_CAPITALS) && n > 1;
	if (e->name && n <= p->word_count && !(p->capitals && !capitals && n == p->word_count))
		return;
	e->name = bs_copy_tokens(&table->symbols, c->name_first, c->name_last);
	p->capitals = capitals;
	if (n > p->word_count) {
		memcpy(p->words, words, n * sizeof *words);
		p->word_count = n;
	}
}

static void agree(struct table *table, uint32_t entity, const struct bs_candidate *c)
{
	struct bs_entity *e = &table->article->entities[entity];
	struct person *p = &table->people[entity];
	if (c->certain && !p->certain) {
		e->kind = c->kind;
		p->certain = true;
	}
	if (e->kind == BS_PERSON && !e->gender) e->gender = c->gender;
	if (e->kind == BS_PERSON && e->gender == BS_NEUTER)
		e->gender = c->gender == BS_NEUTER ? BS_GENDER_UNKNOWN : c->gender;
}

/* Names of several words: who is there at all? */
static uint32_t place_full_name(struct table *table, const struct bs_candidate *c)
{
	if (c->name_last == c->name_first + 1) return BS_NOBODY;
	uint32_t words[MOST_WORDS], n = read_words(table, c, words);
	if (n < 2) return BS_NOBODY;
	uint32_t entity = look_up(table, words, n, c->gender, false);
	if (entity == BS_NOBODY) {
		entity = add_entity(table, c);
		table->people[entity].given =
			bs_token_is(&table->article->tokens.at[c->name_first], BS_LIST_GIVEN);
		index_name(table, entity, words, n);
		if (c->kind == BS_BODY) index_initials(table, entity, c);
	}
	take_name(table, entity, c, words, n);
	agree(table, entity, c);
	take_role(table, entity, c);
	return entity;
}

/* A name of one word: a surname, a given name, an acronym, or somebody new. */
static uint32_t place_short_name(struct table *table, const struct bs_candidate *c)
{
	uint32_t words[MOST_WORDS], n = read_words(table, c, words);
	if (n == 0) return BS_NOBODY;
	uint32_t entity = look_up(table, words, n,
				  c->kind == BS_PERSON ? c->gender : BS_GENDER_UNKNOWN, false);
	if (entity == BS_NOBODY && c->role_first == c->role_last)
		entity = look_up(table, words, 1, BS_GENDER_UNKNOWN, true);
	if (entity == BS_NOBODY && table->symbols.at[words[0]].by_phrase)
		entity = table->symbols.at[words[0]].by_phrase - 1;
	if (entity == BS_NOBODY && c->doubtful && !table->symbols.at[words[0]].seen_inside)
		return BS_NOBODY;
	if (entity == BS_NOBODY) {
		entity = add_entity(table, c);
		index_name(table, entity, words, n);
	}
	if (table->people[entity].word_count > 1) table->people[entity].human = true;
	take_name(table, entity, c, words, n);
	agree(table, entity, c);
	take_role(table, entity, c);
	return entity;
}

/* Has the word its capital only from its place, at the start of a sentence? */
static bool has_capital_by_place(const struct bs_article *a, uint32_t token)
{
	const struct bs_token *t = &a->tokens.at[token];
	bool opens = token == 0 || t->flags & BS_LINE || t[-1].kind == BS_MARK;
	int class = bs_noun_class(t);
	bool common = class == 'p' || class == 'm' || class == 'f' || class == 'g' ||
		      bs_token_is(t, BS_LIST_NOUN_MODIFIER);
	return opens && common && t->flags & BS_CAPITAL && !(t->flags & BS_CAPITALS) &&
	       !bs_token_is(t, BS_LIST_PROPER_NOUN) && !bs_token_is(t, BS_LIST_PLACE);
}

/* "Experts" at the start of a sentence are experts; the Prime Minister stays one. */
static const char *copy_description(struct table *table, const struct bs_candidate *c)
{
	const struct bs_token *t = table->article->tokens.at;
	char *name = bs_copy_tokens(&table->symbols, c->name_first, c->name_last);
	bool capitals = c->name_first + 1 < c->name_last && t[c->name_first + 1].flags & BS_CAPITAL;
	if (!capitals && has_capital_by_place(table->article, c->name_first) && *name >= 'A' &&
	    *name <= 'Z')
		*name = (char)(*name + 'a' - 'A');
	return name;
}

/* A description: "the council", "a Council spokesman", "inspectors". */
static uint32_t place_noun(struct table *table, const struct bs_candidate *c)
{
	uint32_t phrase = bs_tokens_symbol(&table->symbols, c->name_first, c->name_last);
	bool alone = c->name_first == c->head && c->name_last == c->head + 1;
	uint32_t head = alone ? phrase : bs_tokens_symbol(&table->symbols, c->head, c->head + 1);
	const struct bs_token *t = table->article->tokens.at;
	uint32_t entity = BS_NOBODY, same_head = table->symbols.at[head].by_head;
	if (same_head && table->article->entities[same_head - 1].plural != c->plural) same_head = 0;
	if (table->symbols.at[phrase].by_phrase) entity = table->symbols.at[phrase].by_phrase - 1;
	/* "a councillor" is not the one who was named */
	if (entity != BS_NOBODY && !c->definite && table->article->entities[entity].named &&
	    table->article->entities[entity].kind == BS_PERSON)
		entity = BS_NOBODY;
	bool bare = alone && (c->definite || (t[c->head].flags & BS_CAPITAL));
	/* "the council" is the council named last, if one was */
	if (bare && same_head &&
	    (entity == BS_NOBODY || table->article->entities[same_head - 1].named))
		entity = same_head - 1;
	if (entity == BS_NOBODY) {
		entity = add_entity(table, c);
		table->article->entities[entity].name = copy_description(table, c);
		table->symbols.at[phrase].by_phrase = entity + 1;
	}
	/* "a council" in passing does not take the place of the one that is named */
	if (c->definite || !same_head || !table->article->entities[same_head - 1].named)
		table->symbols.at[head].by_head = entity + 1;
	return entity;
}

static uint32_t place(struct table *table, const struct bs_candidate *c, uint32_t known)
{
	if (c->form == BS_FORM_PRONOUN) return BS_NOBODY;
	if (c->form == BS_FORM_NOUN) return place_noun(table, c);
	uint32_t entity = known != BS_NOBODY ? known : place_short_name(table, c);
	if (entity != BS_NOBODY && table->article->entities[entity].kind == BS_BODY)
		note_head(table, entity, c->head);
	return entity;
}

static void add_mention(struct table *table, const struct bs_candidate *c, uint32_t entity)
{
	struct bs_article *a = table->article;
	struct bs_mention *m = BS_PUSH(&a->arena, a->mentions, a->mention_count);
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

/* Marks the lone words that stand in capitals within a sentence too. */
static void note_capitals(struct table *table, const struct bs_candidates *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct bs_candidate *c = &list->at[i];
		if (c->form != BS_FORM_NAME || c->doubtful || c->name_last != c->name_first + 1)
			continue;
		uint32_t word = bs_tokens_symbol(&table->symbols, c->name_first, c->name_last);
		table->symbols.at[word].seen_inside = true;
	}
}

/* "Department for Education (DfE)": from here on DfE is its name too. */
static void note_alias(struct table *table, const struct bs_candidate *c, uint32_t entity)
{
	note_phrase(table, entity, c->name_first, c->name_last);
}

/* Words in capitals that nothing tells to be a person are a thing ("Statutory Direction"). */
static void settle_kinds(const struct table *table)
{
	struct bs_article *a = table->article;
	for (size_t i = 0; i < a->entity_count; i++) {
		const struct person *p = &table->people[i];
		struct bs_entity *e = &a->entities[i];
		if (!e->named || p->certain || p->human || e->kind != BS_PERSON) continue;
		if (e->gender == BS_MALE || e->gender == BS_FEMALE) continue;
		e->kind = BS_BODY;
		e->gender = BS_NEUTER;
	}
}

static void place_candidate(struct table *table, const struct bs_candidates *list, size_t i,
			    uint32_t *entity)
{
	const struct bs_candidate *c = &list->at[i];
	uint32_t other = c->same_as;
	if (other != BS_NOBODY && other > i && entity[other] == BS_NOBODY)
		entity[other] = place(table, &list->at[other], BS_NOBODY);
	if (other == BS_NOBODY || entity[other] == BS_NOBODY) {
		entity[i] = place(table, c, entity[i]);
	} else {
		entity[i] = entity[other];
		if (c->form == BS_FORM_NAME) note_alias(table, c, entity[i]);
	}
	if (entity[i] != BS_NOBODY) table->people[entity[i]].mentions++;
}

void bs_find_entities(struct bs_article *article, struct bs_candidates *list)
{
	struct table table = {.article = article, .symbols.article = article};
	uint32_t *entity = bs_arena_alloc(&article->arena, (list->count + 1) * sizeof *entity);
	note_capitals(&table, list);
	for (size_t i = 0; i < list->count; i++)
		entity[i] = list->at[i].form == BS_FORM_NAME ? place_full_name(&table, &list->at[i])
							     : BS_NOBODY;
	for (size_t i = 0; i < list->count; i++) place_candidate(&table, list, i, entity);
	settle_kinds(&table);
	for (size_t i = 0; i < list->count; i++)
		if (entity[i] != BS_NOBODY || list->at[i].form == BS_FORM_PRONOUN)
			add_mention(&table, &list->at[i], entity[i]);
}
