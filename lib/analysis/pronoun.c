#include "analysis/name.h"

/* How far back an antecedent is looked for. */
enum { MOST_MENTIONS = 64, MOST_SENTENCES = 6 };

/* Points for and against a mention as what a pronoun means. */
enum {
	FOR_SUBJECT = 50,
	FOR_SPEAKER = 30,
	FOR_NAME = 39,       /* a person's, not a description */
	FOR_NUMBER = 12,     /* a group, of a pronoun in the plural */
	FOR_GENDER = 22,     /* known to be that of the pronoun */
	FOR_MENTION = 1,     /* each mention in the article, up to 8 */
	AGAINST_QUOTED = 68, /* the mention is within quotation marks, the pronoun is not */
	AGAINST_SENTENCE = 22,
	AGAINST_EARLIER = 2, /* each mention between */
	OF_SPEAKER = -40,    /* the last speaker, wherever mentioned */
	LEAST = -60          /* less than that is nobody */
};

/* Can this entity be meant at all? */
static bool agrees(const struct bs_mention *pronoun, const struct bs_entity *e)
{
	if (pronoun->plural) return e->plural || e->kind == BS_BODY;
	if (pronoun->gender == BS_NEUTER) return e->kind == BS_BODY && !e->plural;
	return e->kind == BS_PERSON && !e->plural &&
	       (e->gender == BS_GENDER_UNKNOWN || e->gender == pronoun->gender);
}

/* Can it be who spoke last?  "They" also hides whether a spokesman is a man or a woman. */
static bool may_speak_on(const struct bs_mention *pronoun, const struct bs_entity *e)
{
	return agrees(pronoun, e) || (pronoun->plural && e->kind == BS_PERSON && !e->named);
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

/* The letter that pronoun.txt gives it. */
static int pronoun_letter(const struct bs_article *a, const struct bs_mention *m)
{
	return bs_word_value(a->tokens.at[m->first].word, BS_LIST_PRONOUN);
}

/* `back` counts the sentences of the narrator's between the two. */
static int rate(const struct bs_article *a, const struct bs_mention *pronoun,
		const struct bs_mention *m, int back, int between)
{
	const struct bs_entity *e = &a->entities[m->entity];
	int points = (int)(e->mentions < 8 ? e->mentions : 8) * FOR_MENTION;
	points -= back * AGAINST_SENTENCE + between * AGAINST_EARLIER;
	if (m->subject) points += FOR_SUBJECT;
	if (m->quoted && !pronoun->quoted) points -= AGAINST_QUOTED;
	if (e->gender == pronoun->gender && e->gender != BS_GENDER_UNKNOWN) points += FOR_GENDER;
	if (e->named && e->kind == BS_PERSON) points += FOR_NAME;
	if (pronoun->plural && e->plural) points += FOR_NUMBER;
	return points;
}

uint32_t bs_resolve_pronoun(const struct bs_article *article, uint32_t mention,
			    uint32_t last_speaker)
{
	const struct bs_mention *m = &article->mentions[mention];
	if (m->kind != BS_PRONOUN) return m->entity;
	int letter = pronoun_letter(article, m);
	if (letter == 'w') return resolve_who(article, mention);
	if (letter == 'i' || letter == 'u') return BS_NOBODY;
	uint32_t best = BS_NOBODY, sentence = m->sentence;
	int most = LEAST, back = 0;
	if (last_speaker != BS_NOBODY && may_speak_on(m, &article->entities[last_speaker])) {
		best = last_speaker;
		most = OF_SPEAKER;
	}
	for (uint32_t i = mention; i > 0 && mention - i < MOST_MENTIONS; i--) {
		const struct bs_mention *before = &article->mentions[i - 1];
		if (before->sentence != sentence && !(before->quoted && !m->quoted)) {
			sentence = before->sentence;
			if (++back > MOST_SENTENCES) break;
		}
		if (before->entity == BS_NOBODY || !agrees(m, &article->entities[before->entity]))
			continue;
		int points = rate(article, m, before, back, (int)(mention - i));
		if (before->entity == last_speaker) points += FOR_SPEAKER;
		if (points > most) most = points, best = before->entity;
	}
	return best;
}
