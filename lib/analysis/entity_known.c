#include "analysis/entity.h"

#include <string.h>

/* How far back a name looks among those that share its surname: a cap, so that
 * a text of nothing but Smiths takes linear time. */
enum { LONGEST_CHAIN = 24 };

uint32_t bs_read_words(struct bs_known *known, const struct bs_candidate *c, uint32_t *words)
{
	const struct bs_token *t = known->article->tokens.at;
	uint32_t n = 0;
	for (uint32_t i = c->name_first; i < c->name_last && n < BS_MOST_NAME_WORDS;) {
		uint32_t stop = i + 1;
		if (t[i].kind == BS_MARK) {
			i++;
			continue;
		}
		while (stop + 1 < c->name_last && t[stop].kind == BS_MARK && t[stop].value != '.' &&
		       !(t[stop].flags & BS_SPACE))
			stop += 2;
		words[n++] = bs_tokens_symbol(&known->symbols, i, stop);
		i = stop;
	}
	return n;
}

static bool is_initial(const struct bs_known *known, uint32_t word, uint32_t of)
{
	const struct bs_symbol *a = &known->symbols.at[word], *b = &known->symbols.at[of];
	return (a->length == 1 || b->length == 1) && a->text[0] == b->text[0];
}

static bool genders_agree(uint8_t a, uint8_t b)
{
	return a == BS_GENDER_UNKNOWN || b == BS_GENDER_UNKNOWN || a == b;
}

/* Can a name of these words be that person's?  Each word of the shorter must stand in the longer, in order. */
static bool names_agree(const struct bs_known *known, const struct bs_known_person *p,
			const uint32_t *words, uint32_t n)
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
		       !is_initial(known, less[i], more[at]))
			at++;
		if (at == more_count) return false;
		at++;
	}
	return true;
}

static bool same_words(const struct bs_known_person *p, const uint32_t *words, uint32_t n)
{
	return n == p->word_count && memcmp(words, p->words, n * sizeof *words) == 0;
}

/* Is one of two who share a name named more often so far, or else earlier? */
static bool is_likelier(const struct bs_known_person *p, const struct bs_known_person *other)
{
	if (p->mentions != other->mentions) return p->mentions > other->mentions;
	return p->first_token < other->first_token;
}

uint32_t bs_look_up_name(const struct bs_known *known, const uint32_t *words, uint32_t n,
			 uint8_t gender, bool first_name)
{
	uint32_t best = BS_NOBODY, steps = 0;
	const struct bs_symbol *s = &known->symbols.at[words[n - 1]];
	uint32_t at = first_name ? s->by_first : s->by_last;
	for (; at && steps < LONGEST_CHAIN; steps++) {
		const struct bs_known_person *p = &known->people[at - 1];
		const struct bs_entity *e = &known->article->entities[at - 1];
		bool fits = e->kind == BS_BODY && p->certain ? same_words(p, words, n)
							     : names_agree(known, p, words, n);
		if (first_name && !p->given && !(e->kind == BS_BODY && p->certain)) fits = false;
		if (fits && genders_agree(gender, e->gender) &&
		    (best == BS_NOBODY || is_likelier(p, &known->people[best])))
			best = at - 1;
		at = first_name ? p->next_first : p->next_last;
	}
	return best;
}

uint32_t bs_add_entity(struct bs_known *known, const struct bs_candidate *c)
{
	struct bs_article *a = known->article;
	size_t count = a->entity_count;
	struct bs_known_person *p = BS_PLACE(&a->scratch, known->people, count);
	struct bs_entity *e = BS_PLACE(&a->scratch, a->entities, a->entity_count);
	*p = (struct bs_known_person){0};
	*e = (struct bs_entity){.first_mention = BS_NOBODY,
				.kind = c->kind,
				.gender = c->gender,
				.plural = c->plural};
	p->certain = c->certain;
	p->first_token = c->first;
	return (uint32_t)a->entity_count - 1;
}

void bs_index_name(struct bs_known *known, uint32_t entity, const uint32_t *words, uint32_t n)
{
	struct bs_known_person *p = &known->people[entity];
	struct bs_symbol *last = &known->symbols.at[words[n - 1]],
			 *first = &known->symbols.at[words[0]];
	memcpy(p->words, words, n * sizeof *words);
	p->word_count = n;
	known->article->entities[entity].named = true;
	p->next_last = last->by_last;
	last->by_last = entity + 1;
	if (n > 1) {
		p->next_first = first->by_first;
		first->by_first = entity + 1;
	}
}

/* The first letters of a body's name: "DfE", "GMP"; without its small words too ("DoH" is not tried). */
void bs_index_initials(struct bs_known *known, uint32_t entity, const struct bs_candidate *c)
{
	const struct bs_article *a = known->article;
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
	uint32_t s = bs_text_symbol(&known->symbols, small, n);
	if (!known->symbols.at[s].by_last) known->symbols.at[s].by_phrase = entity + 1;
	s = bs_text_symbol(&known->symbols, all, m);
	if (!known->symbols.at[s].by_last) known->symbols.at[s].by_phrase = entity + 1;
}

void bs_note_head(struct bs_known *known, uint32_t entity, uint32_t token)
{
	uint32_t s = bs_tokens_symbol(&known->symbols, token, token + 1);
	known->symbols.at[s].by_head = entity + 1;
}

void bs_note_phrase(struct bs_known *known, uint32_t entity, uint32_t first, uint32_t last)
{
	uint32_t s = bs_tokens_symbol(&known->symbols, first, last);
	known->symbols.at[s].by_phrase = entity + 1;
}
