#include "analysis/confidence.h"
#include "analysis/pronoun.h"
#include "analysis/speaker_words.h"
#include "analysis/word_hash.h"

#include <string.h>

/* A word that names nobody when it stands alone. */
static bool is_pronoun(const struct bs_article *a, brad_span mention, uint32_t token)
{
	static const char *const others[] = {"him",   "her",     "them",     "us",      "me",
					     "it",    "himself", "herself",  "there",   "another",
					     "other", "anyone",  "everyone", "anybody", "one"};
	const struct bs_token *t = &a->tokens.at[token];
	if (t->end != mention.end) return false;
	if (bs_token_is(t, BS_LIST_SPEAKER_PRONOUN)) return true;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (bs_token_text(t, a->document.text, others[i])) return true;
	return t->kind != BS_WORD || bs_token_is(t, BS_LIST_DETERMINER) ||
	       (bs_token_is(t, BS_LIST_ORDINAL) && !(t->flags & BS_CAPITAL));
}

static uint32_t token_at(const struct bs_article *a, size_t byte)
{
	size_t low = 0, high = a->tokens.count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (a->tokens.at[middle].start < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return (uint32_t)low;
}

/* The speaker of the quotation before, as pronouns see him. */
struct last {
	struct bs_heard heard; /* BS_NOBODY for one known by his own words only */
	const brad_quote *quote;
};

/* Can the pronoun go on with the last speaker? */
static bool goes_on(const struct bs_article *a, const struct bs_mention *pronoun,
		    const struct last *last)
{
	if (!last->quote || !last->quote->speaker_count) return false;
	/* Nothing but marks may stand between. */
	if (last->heard.end > pronoun->first || pronoun->first - last->heard.end > 4) return false;
	for (uint32_t i = last->heard.end; i < pronoun->first; i++)
		if (a->tokens.at[i].kind != BS_MARK) return false;
	if (last->heard.entity == BS_NOBODY || last->quote->speaker_count > 1)
		return pronoun->plural == (last->quote->speaker_count > 1) &&
		       pronoun->gender != BS_NEUTER;
	const struct bs_entity *e = &a->entities[last->heard.entity];
	if (pronoun->plural) return e->plural || e->kind == BS_BODY || !e->named;
	if (pronoun->gender == BS_NEUTER) return e->kind == BS_BODY && !e->plural;
	return e->kind == BS_PERSON && !e->plural &&
	       (e->gender == BS_GENDER_UNKNOWN || e->gender == pronoun->gender);
}

enum { NEAR_SENTENCES = 2, NEAR_MENTIONS = 24 };

/* "It said" means a report that was spoken of just before, rather than who made it. */
static uint32_t find_document(const struct bs_article *a, uint32_t mention)
{
	const struct bs_mention *it = &a->mentions[mention];
	for (uint32_t i = mention; i > 0 && mention - i < NEAR_MENTIONS; i--) {
		const struct bs_mention *m = &a->mentions[i - 1];
		if (it->sentence - m->sentence > NEAR_SENTENCES) break;
		if (m->kind == BS_BODY && !m->quoted && !m->plural && m->entity != BS_NOBODY &&
		    bs_token_is(&a->tokens.at[m->last - 1], BS_LIST_DOCUMENT_NOUN))
			return m->entity;
	}
	return BS_NOBODY;
}

static uint32_t resolve(const struct bs_article *a, uint32_t mention, const struct last *last)
{
	const struct bs_mention *m = &a->mentions[mention];
	if (m->kind != BS_PRONOUN) return bs_resolve_pronoun(a, mention, &last->heard);
	uint32_t entity = BS_NOBODY;
	if (m->gender == BS_NEUTER && !m->plural) entity = find_document(a, mention);
	return entity != BS_NOBODY ? entity : bs_resolve_pronoun(a, mention, &last->heard);
}

static brad_evidence evidence_of(const struct bs_article *a, const struct bs_mention *m,
				 uint32_t entity)
{
	if (m->kind == BS_PRONOUN || m->entity != entity) return BRAD_EVIDENCE_PRONOUN;
	return a->entities[entity].kind == BS_BODY ? BRAD_EVIDENCE_BODY : BRAD_EVIDENCE_NAMED;
}

/* "Another": one whom nothing names. */
static bool is_nobody(const struct bs_article *a, const struct bs_mention *m)
{
	brad_span span = {a->tokens.at[m->first].start, a->tokens.at[m->last - 1].end};
	return m->kind != BS_PRONOUN && is_pronoun(a, span, m->first);
}

/* Was it said in so many words, or by a verb that none but people and bodies can have? */
static bool is_spoken(const struct bs_article *a, const brad_quote *quote, uint32_t cue)
{
	static const char *const words[] = {"said",    "say",     "says",   "told",   "tell",
					    "added",   "add",     "warned", "warn",   "insisted",
					    "claimed", "claim",   "asked",  "denied", "announced",
					    "argued",  "admitted"};
	if (quote->said != BRAD_SAID_INDIRECT) return true;
	for (size_t i = 0; cue != BS_NOBODY && i < sizeof words / sizeof *words; i++)
		if (bs_token_text(&a->tokens.at[cue], a->document.text, words[i])) return true;
	return false;
}

/* One whom no mention names: by what he is called, or by who that is. */
static uint32_t name_unknown(struct bs_article *a, brad_quote *quote, struct bs_attribution *at,
			     const struct last *last, brad_speaker *list, size_t *n)
{
	uint32_t first = token_at(a, quote->mention.start);
	const struct bs_token *t = &a->tokens.at[first];
	bool determined = /* "a third" */
		bs_token_is(t, BS_LIST_DETERMINER) && t->end < quote->mention.end;
	uint32_t end = token_at(a, quote->mention.end);
	uint32_t entity = bs_resolve_words(a, first, end, &last->heard);
	if (entity == BS_NOBODY && is_pronoun(a, quote->mention, first + determined))
		return BS_NOBODY;
	if (entity != BS_NOBODY) {
		list[(*n)++] = (brad_speaker){a->entities[entity].name, a->entities[entity].role};
		quote->evidence = BRAD_EVIDENCE_PRONOUN;
		return entity;
	}
	bool fit;
	const char *name = bs_name_by_words(a, first, end, is_spoken(a, quote, at->cue), &fit);
	if (name) {
		list[(*n)++] = (brad_speaker){name, NULL};
		quote->evidence = BRAD_EVIDENCE_NAMED;
		at->unnamed = !fit;
	}
	return entity;
}

static void name_speakers(struct bs_article *a, brad_quote *quote, struct bs_attribution *at,
			  struct last *last)
{
	brad_speaker *list = bs_arena_alloc(&a->arena, 4 * sizeof *list);
	size_t n = 0;
	uint32_t said_by = BS_NOBODY;
	for (uint32_t i = 0; i < at->mention_count; i++) {
		const struct bs_mention *m = &a->mentions[at->mentions[i]];
		if (m->kind == BS_PRONOUN && goes_on(a, m, last)) {
			quote->speakers = last->quote->speakers;
			quote->speaker_count = last->quote->speaker_count;
			quote->evidence = BRAD_EVIDENCE_PRONOUN;
			at->unnamed = a->attributions[last->quote - a->quotes].unnamed;
			*last = (struct last){{last->heard.entity, at->last}, quote};
			return;
		}
		uint32_t entity = resolve(a, at->mentions[i], last);
		if (entity == BS_NOBODY || is_nobody(a, m)) continue;
		list[n++] = (brad_speaker){a->entities[entity].name, a->entities[entity].role};
		said_by = entity;
		if (quote->evidence != BRAD_EVIDENCE_PRONOUN)
			quote->evidence = evidence_of(a, m, entity);
	}
	if (!at->mention_count && quote->mention.end > quote->mention.start)
		said_by = name_unknown(a, quote, at, last, list, &n);
	quote->speakers = list;
	quote->speaker_count = n;
	uint32_t entity = said_by != BS_NOBODY || n ? said_by : last->heard.entity;
	*last = (struct last){{entity, at->last}, quote};
}

struct counted {
	const char *name;
	uint32_t quotes;
};

/* The place of a name in a table whose size is a power of two, larger than what it holds. */
static struct counted *look_up(struct counted *table, size_t size, const char *name)
{
	size_t i = bs_hash_slot(bs_hash_word(name, strlen(name))) & (size - 1);
	while (table[i].name && strcmp(table[i].name, name) != 0) i = (i + 1) & (size - 1);
	table[i].name = name;
	return &table[i];
}

static bool is_guess(const struct bs_article *a, const brad_quote *q, uint32_t others)
{
	if (q->said != BRAD_SAID_INDIRECT) return false;
	bool named = q->speaker_count && q->evidence != BRAD_EVIDENCE_PRONOUN;
	double least = named ? BS_LEAST_CONFIDENCE : BS_LEAST_SPEECH;
	return (named ? q->confidence : bs_speech_chance(a->document.text, q, others)) < least;
}

/* Tells how sure each quotation's speakers are, those whom the article quotes often the more. */
static void rate(struct bs_article *a)
{
	size_t size = 1;
	while (size < a->quote_count * 2) size *= 2;
	struct counted *table = bs_arena_alloc(&a->scratch, size * sizeof *table);
	for (size_t i = 0; i < a->quote_count; i++)
		if (a->quotes[i].speaker_count)
			look_up(table, size, a->quotes[i].speakers[0].name)->quotes++;
	for (size_t i = 0; i < a->quote_count; i++) {
		brad_quote *q = &a->quotes[i];
		uint32_t others = 0;
		if (q->speaker_count)
			others = look_up(table, size, q->speakers[0].name)->quotes - 1;
		q->confidence = bs_confidence(a->document.text, q, i ? q - 1 : NULL, others);
		a->attributions[i].guess = is_guess(a, q, others);
	}
}

/* Whose words are no name has told how sure it is that something was said; now he is nobody. */
static void forget_unnamed(struct bs_article *a)
{
	for (size_t i = 0; i < a->quote_count; i++) {
		brad_quote *q = &a->quotes[i];
		if (!a->attributions[i].unnamed) continue;
		q->speakers = NULL;
		q->speaker_count = 0;
		q->evidence = BRAD_EVIDENCE_NONE;
		q->confidence = 0;
	}
}

/* Takes out the quotations that are mere guesses. */
static void forget_guesses(struct bs_article *a)
{
	uint32_t *place = bs_arena_take(&a->scratch, a->quote_count * sizeof *place), n = 0;
	for (size_t i = 0; i < a->quote_count; i++) {
		struct bs_attribution at = a->attributions[i];
		place[i] = at.guess ? BS_NOBODY : n;
		if (at.guess) continue;
		if (at.carried_from != BS_NOBODY) at.carried_from = place[at.carried_from];
		a->attributions[n] = at;
		a->quotes[n++] = a->quotes[i];
	}
	a->quote_count = n;
}

/* Counts who is named beside what was said: pronouns mean him rather than another. */
static void count_speakers(struct bs_article *a)
{
	for (size_t i = 0; i < a->quote_count; i++) {
		const struct bs_attribution *at = &a->attributions[i];
		for (uint32_t k = 0; k < at->mention_count; k++) {
			uint32_t entity = a->mentions[at->mentions[k]].entity;
			if (entity != BS_NOBODY) a->entities[entity].speaks++;
		}
	}
}

/* What goes on in a later paragraph has the speakers of where it began, though a pronoun there might
 * be taken for another one from here. */
static void carry_speakers(const struct bs_article *a, brad_quote *quote, struct bs_attribution *at)
{
	const brad_quote *from = &a->quotes[at->carried_from];
	quote->speakers = from->speakers;
	quote->speaker_count = from->speaker_count;
	quote->evidence = from->speaker_count ? BRAD_EVIDENCE_CARRIED : BRAD_EVIDENCE_NONE;
	at->unnamed = a->attributions[at->carried_from].unnamed;
}

void bs_find_speakers(struct bs_article *article)
{
	struct last last = {{BS_NOBODY, 0}, NULL};
	count_speakers(article);
	for (size_t i = 0; i < article->quote_count; i++) {
		brad_quote *quote = &article->quotes[i];
		struct bs_attribution *at = &article->attributions[i];
		name_speakers(article, quote, at, &last);
		if (at->carried_from != BS_NOBODY) carry_speakers(article, quote, at);
	}
	rate(article);
	forget_unnamed(article);
	forget_guesses(article);
}
