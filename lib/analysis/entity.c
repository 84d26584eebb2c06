#include "analysis/candidate.h"

#include "base/utf8.h"

#include <string.h>

/* How far back a name looks among those that share its surname: a cap, so that
 * a text of nothing but Smiths takes linear time. */
enum { LONGEST_CHAIN = 24, MOST_WORDS = 8 };

/* A folded word or phrase, and who was last called by it. */
struct symbol {
	const char *text;
	uint32_t length, hash, next; /* next of the same hash */
	uint32_t by_last;            /* the newest entity whose name ends in it, + 1 */
	uint32_t by_first;           /* ... begins with it */
	uint32_t by_head;   /* ... whose noun, office or kind it is, newest mention first */
	uint32_t by_phrase; /* ... that has just this description */
	bool seen_inside;   /* in capitals where no sentence begins */
};

/* What entity.c knows of article->entities[i] beside it. */
struct person {
	uint32_t words[MOST_WORDS], word_count;
	uint32_t next_last, next_first; /* older ones that share a word, + 1 */
	uint32_t mentions;
	uint32_t initials; /* the symbol of its acronym */
	bool certain, weak_role, capitals;
	bool given; /* begins with a given name */
	bool human; /* a role, a title, a surname alone: not a thing that is written in capitals */
};

struct table {
	struct bs_article *article;
	struct symbol *symbols;
	size_t symbol_count;
	uint32_t *slots, slot_count; /* a power of two */
	struct person *people;       /* beside article->entities */
	char *fold;                  /* room to fold a phrase in */
	size_t fold_room;
};

static uint32_t hash(const char *text, size_t length)
{
	uint32_t h = 2166136261u;
	for (size_t i = 0; i < length; i++) h = (h ^ (unsigned char)text[i]) * 16777619u;
	return h;
}

static void grow_slots(struct table *table)
{
	struct bs_arena *arena = &table->article->arena;
	table->slot_count = table->slot_count ? table->slot_count * 4 : 256;
	table->slots = bs_arena_alloc(arena, table->slot_count * sizeof *table->slots);
	for (uint32_t i = 1; i < table->symbol_count; i++) {
		uint32_t *slot = &table->slots[table->symbols[i].hash & (table->slot_count - 1)];
		table->symbols[i].next = *slot;
		*slot = i;
	}
}

/* The number of a folded text; symbol 0 is none. */
static uint32_t intern(struct table *table, const char *text, size_t length)
{
	struct bs_arena *arena = &table->article->arena;
	if (table->symbol_count == 0) (void)BS_PUSH(arena, table->symbols, table->symbol_count);
	if (table->symbol_count >= table->slot_count) grow_slots(table);
	uint32_t h = hash(text, length), *slot = &table->slots[h & (table->slot_count - 1)];
	for (uint32_t i = *slot; i; i = table->symbols[i].next) {
		const struct symbol *s = &table->symbols[i];
		if (s->hash == h && s->length == length && memcmp(s->text, text, length) == 0)
			return i;
	}
	struct symbol *s = BS_PUSH(arena, table->symbols, table->symbol_count);
	s->text = bs_arena_copy(arena, text, length);
	s->length = (uint32_t)length;
	s->hash = h;
	s->next = *slot;
	return *slot = (uint32_t)table->symbol_count - 1;
}

/* The byte where a token ends without 's; with a bare ' after s the tokeniser has left it aside. */
static uint32_t end_without_possessive(const struct table *table, const struct bs_token *t)
{
	const char *text = table->article->document.text;
	if (t->kind != BS_WORD || t->end - t->start < 3 ||
	    (text[t->end - 1] != 's' && text[t->end - 1] != 'S'))
		return t->end;
	if (text[t->end - 2] == '\'') return t->end - 2;
	if (t->end - t->start > 4 && memcmp(text + t->end - 4, "\xE2\x80\x99", 3) == 0)
		return t->end - 4;
	return t->end;
}

static char *fold_room(struct table *table, size_t bytes)
{
	if (table->fold_room < 4 * bytes + 4) {
		table->fold_room = 8 * bytes + 64;
		table->fold = bs_arena_alloc(&table->article->arena, table->fold_room);
	}
	return table->fold;
}

/* A stretch of the text as a symbol, white space as one blank. */
static uint32_t intern_tokens(struct table *table, uint32_t first, uint32_t last)
{
	const struct bs_token *t = table->article->tokens.at;
	const char *text = table->article->document.text;
	char *out = fold_room(table, t[last - 1].end - t[first].start + (last - first));
	size_t n = 0;
	for (uint32_t i = first; i < last; i++) {
		uint32_t end = i + 1 == last ? end_without_possessive(table, &t[i]) : t[i].end;
		if (i > first && (t[i].flags & BS_SPACE)) out[n++] = ' ';
		n += bs_fold(text + t[i].start, end - t[i].start, out + n);
	}
	return intern(table, out, n);
}

static const char *copy_text(const struct table *table, uint32_t first, uint32_t last)
{
	const struct bs_token *t = table->article->tokens.at;
	const char *text = table->article->document.text;
	uint32_t end = end_without_possessive(table, &t[last - 1]);
	char *out = bs_arena_alloc(&table->article->arena, end - t[first].start + 1);
	size_t n = 0;
	for (uint32_t at = t[first].start; at < end; at++) {
		bool space =
			text[at] == '\n' || text[at] == '\r' || text[at] == '\t' || text[at] == ' ';
		if (!space)
			out[n++] = text[at];
		else if (n && out[n - 1] != ' ')
			out[n++] = ' ';
	}
	out[n] = '\0';
	return out;
}

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
		words[n++] = intern_tokens(table, i, stop);
		i = stop;
	}
	return n;
}

static bool is_initial(const struct table *table, uint32_t word, uint32_t of)
{
	const struct symbol *a = &table->symbols[word], *b = &table->symbols[of];
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
	const struct symbol *s = &table->symbols[words[n - 1]];
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
	struct symbol *last = &table->symbols[words[n - 1]], *first = &table->symbols[words[0]];
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
	uint32_t s = intern(table, small, n);
	if (!table->symbols[s].by_last) table->symbols[s].by_phrase = entity + 1;
	s = intern(table, all, m);
	if (!table->symbols[s].by_last) table->symbols[s].by_phrase = entity + 1;
}

static void note_head(struct table *table, uint32_t entity, uint32_t token)
{
	uint32_t s = intern_tokens(table, token, token + 1);
	table->symbols[s].by_head = entity + 1;
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
	p->human = true;
	if (e->role && (!p->weak_role || c->weak_role)) return;
	char *role = (char *)copy_text(table, c->role_first, c->role_last);
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
	e->name = copy_text(table, c->name_first, c->name_last);
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
	if (entity == BS_NOBODY && table->symbols[words[0]].by_phrase)
		entity = table->symbols[words[0]].by_phrase - 1;
	if (entity == BS_NOBODY && c->doubtful && !table->symbols[words[0]].seen_inside)
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

/* A description: "the council", "a Council spokesman", "inspectors". */
static uint32_t place_noun(struct table *table, const struct bs_candidate *c)
{
	uint32_t phrase = intern_tokens(table, c->name_first, c->name_last);
	uint32_t head = intern_tokens(table, c->head, c->head + 1);
	const struct bs_token *t = table->article->tokens.at;
	uint32_t entity = BS_NOBODY, same_head = table->symbols[head].by_head;
	if (same_head && table->article->entities[same_head - 1].plural != c->plural) same_head = 0;
	if (table->symbols[phrase].by_phrase) entity = table->symbols[phrase].by_phrase - 1;
	bool bare = c->name_first == c->head && c->name_last == c->head + 1 &&
		    (c->definite || (t[c->head].flags & BS_CAPITAL));
	/* "the council" is the council named last, if one was */
	if (bare && same_head &&
	    (entity == BS_NOBODY || table->article->entities[same_head - 1].named))
		entity = same_head - 1;
	if (entity == BS_NOBODY) {
		entity = add_entity(table, c);
		table->article->entities[entity].name =
			copy_text(table, c->name_first, c->name_last);
		table->symbols[phrase].by_phrase = entity + 1;
	}
	table->symbols[head].by_head = entity + 1;
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
		uint32_t word = intern_tokens(table, c->name_first, c->name_last);
		table->symbols[word].seen_inside = true;
	}
}

/* "Department for Education (DfE)": from here on DfE is its name too. */
static void note_alias(struct table *table, const struct bs_candidate *c, uint32_t entity)
{
	uint32_t alias = intern_tokens(table, c->name_first, c->name_last);
	table->symbols[alias].by_phrase = entity + 1;
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
	struct table table = {.article = article};
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
