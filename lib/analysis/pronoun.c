#include "analysis/name.h"

/* How far back an antecedent is looked for. */
enum { MOST_MENTIONS = 48, MOST_SENTENCES = 8 };

/* Points for and against a mention as what a pronoun means. */
enum {
	FOR_SUBJECT = 30,
	FOR_SPEAKER = 45,
	FOR_NAME = 12,       /* a person, not a description */
	FOR_GENDER = 10,     /* known to be that of the pronoun */
	FOR_MENTION = 2,     /* each mention of it in the article, up to 8 */
	AGAINST_QUOTED = 45, /* the pronoun is not within quotation marks, it is */
	AGAINST_SENTENCE = 22,
	AGAINST_EARLIER = 3, /* each mention between */
	LEAST = 0
};

/* Can this entity be meant at all? */
static bool agrees(const struct bs_mention *pronoun, const struct bs_entity *e)
{
	if (pronoun->plural) return e->plural || e->kind == BS_BODY;
	if (pronoun->gender == BS_NEUTER) return e->kind == BS_BODY && !e->plural;
	return e->kind == BS_PERSON && !e->plural &&
	       (e->gender == BS_GENDER_UNKNOWN || e->gender == pronoun->gender);
}

/* "Who" means what it follows, a comma between them or not. */
static uint32_t resolve_who(const struct bs_article *a, uint32_t mention)
{
	const struct bs_mention *m = &a->mentions[mention];
	if (mention == 0) return BS_NOBODY;
	const struct bs_mention *before = m - 1;
	if (before->sentence != m->sentence || m->first > before->last + 1) return BS_NOBODY;
	return before->entity;
}

static bool is_pronoun_of(const struct bs_article *a, const struct bs_mention *m, const char *word)
{
	return bs_token_text(&a->tokens.at[m->first], a->document.text, word);
}

static int rate(const struct bs_article *a, const struct bs_mention *pronoun,
		const struct bs_mention *m, uint32_t between, uint32_t last_speaker)
{
	const struct bs_entity *e = &a->entities[m->entity];
	int points = 60 + (int)(e->mentions < 8 ? e->mentions : 8) * FOR_MENTION;
	points -= (int)(pronoun->sentence - m->sentence) * AGAINST_SENTENCE;
	points -= (int)between * AGAINST_EARLIER;
	if (m->subject) points += FOR_SUBJECT;
	if (m->entity == last_speaker) points += FOR_SPEAKER;
	if (m->quoted && !pronoun->quoted) points -= AGAINST_QUOTED;
	if (e->gender == pronoun->gender && e->gender != BS_GENDER_UNKNOWN) points += FOR_GENDER;
	if (e->name && e->kind == BS_PERSON && (a->tokens.at[m->first].flags & BS_CAPITAL))
		points += FOR_NAME;
	if (pronoun->plural && e->plural) points += FOR_NAME;
	return points;
}

uint32_t bs_resolve_pronoun(const struct bs_article *article, uint32_t mention,
			    uint32_t last_speaker)
{
	const struct bs_mention *m = &article->mentions[mention];
	if (m->kind != BS_PRONOUN) return m->entity;
	if (is_pronoun_of(article, m, "who")) return resolve_who(article, mention);
	if (!m->gender && !m->plural) return BS_NOBODY; /* I */
	if (is_pronoun_of(article, m, "we")) return BS_NOBODY;
	uint32_t best = BS_NOBODY;
	int most = LEAST;
	if (last_speaker != BS_NOBODY && agrees(m, &article->entities[last_speaker])) {
		best = last_speaker;
		most = LEAST + 20;
	}
	for (uint32_t i = mention, between = 0; i > 0 && between < MOST_MENTIONS; i--, between++) {
		const struct bs_mention *before = &article->mentions[i - 1];
		if (m->sentence - before->sentence > MOST_SENTENCES) break;
		if (before->entity == BS_NOBODY || !agrees(m, &article->entities[before->entity]))
			continue;
		int points = rate(article, m, before, between, last_speaker);
		if (points > most) most = points, best = before->entity;
	}
	return best;
}
