#include "analysis/name.h"

#include <string.h>

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
	if (pronoun->kind != BS_PRONOUN && !e->named) return false;
	return e->kind == BS_PERSON && !e->plural &&
	       (e->gender == BS_GENDER_UNKNOWN || pronoun->gender == BS_GENDER_UNKNOWN ||
		e->gender == pronoun->gender);
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

static bool is_the(const struct bs_article *a, const struct bs_mention *m)
{
	return bs_token_text(&a->tokens.at[m->first], a->document.text, "the");
}

bool bs_is_epithet(const struct bs_article *a, const struct bs_mention *m)
{
	if (m->kind != BS_PERSON || m->plural || m->entity == BS_NOBODY || !is_the(a, m) ||
	    !bs_token_is(&a->tokens.at[m->last - 1], BS_LIST_EPITHET))
		return false;
	const struct bs_entity *e = &a->entities[m->entity];
	return !e->named && is_the(a, &a->mentions[e->first_mention]);
}

/* What m, behind `mention` mentions, stands for. */
static uint32_t find_antecedent(const struct bs_article *article, const struct bs_mention *m,
				uint32_t mention, uint32_t last_speaker)
{
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

uint32_t bs_resolve_pronoun(const struct bs_article *article, uint32_t mention,
			    uint32_t last_speaker)
{
	const struct bs_mention *m = &article->mentions[mention];
	if (m->kind != BS_PRONOUN) {
		if (!bs_is_epithet(article, m)) return m->entity;
		uint32_t named = find_antecedent(article, m, mention, last_speaker);
		return named != BS_NOBODY ? named : m->entity;
	}
	int letter = pronoun_letter(article, m);
	if (letter == 'w') return resolve_who(article, mention);
	if (letter == 'i' || letter == 'u') return BS_NOBODY;
	return find_antecedent(article, m, mention, last_speaker);
}

/* Are the tokens "the 34-year-old"?  Or "the mother-of-two", whose gender is told? */
static bool is_compound(const struct bs_article *a, uint32_t first, uint32_t last, uint8_t *gender)
{
	static const char *const parents[] = {"mother", "mum", "mom", "father", "dad"};
	const struct bs_token *t = &a->tokens.at[first];
	const char *text = a->document.text;
	size_t n = t[last - first - 1].end - t->start;
	if (last < first + 2 || !bs_token_text(t, text, "the")) return false;
	*gender = BS_GENDER_UNKNOWN;
	if (n > 9 && memcmp(text + t->start + n - 9, "-year-old", 9) == 0) return true;
	if (last < first + 6 || !bs_token_text(&t[3], text, "of")) return false;
	for (size_t i = 0; i < sizeof parents / sizeof *parents; i++) {
		*gender = i < 3 ? BS_FEMALE : BS_MALE;
		if (bs_token_text(&t[1], text, parents[i])) return true;
	}
	return false;
}

uint32_t bs_resolve_compound(const struct bs_article *article, uint32_t first, uint32_t last,
			     uint32_t last_speaker)
{
	struct bs_mention m = {.first = first, .last = last, .kind = BS_PERSON};
	uint32_t before = 0;
	if (!is_compound(article, first, last, &m.gender)) return BS_NOBODY;
	for (uint32_t low = 0, high = (uint32_t)article->mention_count; low < high;) {
		uint32_t middle = low + (high - low) / 2;
		if (article->mentions[middle].first < first)
			low = before = middle + 1;
		else
			high = middle;
	}
	if (before) m.sentence = article->mentions[before - 1].sentence;
	return find_antecedent(article, &m, before, last_speaker);
}
