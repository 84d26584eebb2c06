#include "analysis/antecedent.h"

#include <limits.h>
#include <string.h>

/* How far back an antecedent is looked for, and among how many. */
enum { MOST_MENTIONS = 64, MOST_SENTENCES = 6, MOST_ANTECEDENTS = 16 };

enum { LEAST_LEAD = 120 };

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

static bool is_the(const struct bs_article *a, const struct bs_mention *m)
{
	return bs_token_text(&a->tokens.at[m->first], a->document.text, "the");
}

/* Is the mention a description that stands for somebody named before, as a pronoun does: "the
 * singer", where no singer was spoken of as "a singer"? */
static bool is_epithet(const struct bs_article *a, const struct bs_mention *m)
{
	if (m->kind != BS_PERSON || m->plural || m->entity == BS_NOBODY || !is_the(a, m) ||
	    !bs_token_is(&a->tokens.at[m->last - 1], BS_LIST_EPITHET))
		return false;
	const struct bs_entity *e = &a->entities[m->entity];
	return !e->named && is_the(a, &a->mentions[e->first_mention]);
}

/* Those whom a pronoun may mean, each once. */
struct antecedents {
	struct bs_antecedent at[MOST_ANTECEDENTS];
	size_t count;
};

static void add_antecedent(struct antecedents *list, const struct bs_antecedent *found)
{
	size_t i = 0;
	while (i < list->count && list->at[i].entity != found->entity) i++;
	if (i == list->count && i < MOST_ANTECEDENTS) list->at[list->count++] = *found;
	/* the narrator's words tell more than those that he quotes */
	if (i < list->count && list->at[i].quoted && !found->quoted) list->at[i] = *found;
}

/* Whom can m mean, which stands behind `mention` mentions?  The captions of pictures, which stand
 * between the paragraphs, are asked only if nobody else can be meant. */
static void gather(const struct bs_article *a, const struct bs_mention *m, uint32_t mention,
		   bool captions, const struct bs_heard *heard, struct antecedents *list)
{
	uint32_t sentence = m->sentence, back = 0;
	for (uint32_t i = mention; i > 0 && mention - i < MOST_MENTIONS; i--) {
		const struct bs_mention *before = &a->mentions[i - 1];
		bool aside = before->quoted && !m->quoted;
		if (!captions && before->sentence != m->sentence &&
		    bs_is_caption(a, before->sentence))
			continue;
		if (before->sentence != sentence && !aside) {
			sentence = before->sentence;
			if (++back > MOST_SENTENCES) break;
		}
		if (before->entity == BS_NOBODY || !agrees(m, &a->entities[before->entity]))
			continue;
		add_antecedent(list, &(struct bs_antecedent){.entity = before->entity,
							     .mention = i - 1,
							     .back = back,
							     .between = mention - i,
							     .quoted = aside});
	}
	if (heard->entity != BS_NOBODY && may_speak_on(m, &a->entities[heard->entity]))
		add_antecedent(list, &(struct bs_antecedent){.entity = heard->entity,
							     .mention = BS_NOBODY,
							     .quoted = true});
}

/* How much more than for the next must speak for who is meant?  "The Italian" is used where several could
 * be, and tells which by what the text does not say of him; a pronoun means somebody in any case. */
static int least_lead(const struct bs_article *a, const struct bs_mention *m)
{
	bool native = m->kind == BS_PERSON &&
		      bs_token_is(&a->tokens.at[m->last - 1], BS_LIST_PROPER_NOUN);
	return native ? LEAST_LEAD : 0;
}

static uint32_t find_antecedent(const struct bs_article *article, const struct bs_mention *m,
				uint32_t mention, const struct bs_heard *heard)
{
	struct antecedents list;
	uint8_t seen[BS_ANTECEDENT_FEATURES];
	uint32_t best = BS_NOBODY;
	int most = 0, lead = INT_MAX;
	list.count = 0;
	gather(article, m, mention, bs_is_caption(article, m->sentence), heard, &list);
	if (!list.count) gather(article, m, mention, true, heard, &list);
	for (size_t i = 0; i < list.count; i++) {
		bs_see_antecedent(article, m, mention, &list.at[i], heard, seen);
		int weight = bs_weigh_antecedent(seen);
		if (best != BS_NOBODY) {
			int ahead = weight - most;
			lead = ahead > 0 ? ahead : -ahead < lead ? -ahead : lead;
			if (ahead <= 0) continue;
		}
		most = weight;
		best = list.at[i].entity;
	}
	return lead >= least_lead(article, m) ? best : BS_NOBODY;
}

uint32_t bs_resolve_pronoun(const struct bs_article *article, uint32_t mention,
			    const struct bs_heard *heard)
{
	const struct bs_mention *m = &article->mentions[mention];
	if (m->kind != BS_PRONOUN) {
		if (!is_epithet(article, m)) return m->entity;
		uint32_t named = find_antecedent(article, m, mention, heard);
		return named != BS_NOBODY ? named : m->entity;
	}
	int letter = pronoun_letter(article, m);
	if (letter == 'w') return resolve_who(article, mention);
	if (letter == 'i' || letter == 'u') return BS_NOBODY;
	return find_antecedent(article, m, mention, heard);
}

/* Are the tokens "the 34-year-old"?  Or "the mother-of-two", whose gender is told? */
static bool is_compound(const struct bs_article *a, uint32_t first, uint32_t last, uint8_t *gender)
{
	static const char *const parents[] = {"mother", "grandmother", "mum",        "mom",
					      "father", "dad",         "grandfather"};
	const struct bs_token *t = &a->tokens.at[first];
	const char *text = a->document.text;
	size_t n = t[last - first - 1].end - t->start;
	if (last < first + 2 || !bs_token_text(t, text, "the")) return false;
	*gender = BS_GENDER_UNKNOWN;
	if (n > 9 && memcmp(text + t->start + n - 9, "-year-old", 9) == 0) return true;
	if (last < first + 6 || !bs_token_text(&t[3], text, "of")) return false;
	for (size_t i = 0; i < sizeof parents / sizeof *parents; i++) {
		*gender = i < 4 ? BS_FEMALE : BS_MALE;
		if (bs_token_text(&t[1], text, parents[i])) return true;
	}
	return false;
}

/* Are they "his", "her", "their" or "its", the owner of what was said? */
static bool is_owner(const struct bs_article *a, uint32_t first, uint32_t last,
		     struct bs_mention *m)
{
	static const struct {
		const char *word;
		uint8_t gender;
		bool plural;
	} owners[] = {{"his", BS_MALE, false},
		      {"her", BS_FEMALE, false},
		      {"its", BS_NEUTER, false},
		      {"their", BS_GENDER_UNKNOWN, true}};
	if (last != first + 1) return false;
	for (size_t i = 0; i < sizeof owners / sizeof *owners; i++) {
		if (!bs_token_text(&a->tokens.at[first], a->document.text, owners[i].word))
			continue;
		m->kind = BS_PRONOUN;
		m->gender = owners[i].gender;
		m->plural = owners[i].plural;
		return true;
	}
	return false;
}

/* How many mentions begin before a token? */
static uint32_t count_mentions(const struct bs_article *a, uint32_t token)
{
	uint32_t low = 0, high = (uint32_t)a->mention_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (a->mentions[middle].first < token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Of "Ann Bell repeated her claim", the nearest in its sentence that agrees and has a name, if it is
 * a person; BS_NOBODY if none does.  A pronoun there means the same one. */
static uint32_t find_owner(const struct bs_article *a, const struct bs_mention *owner,
			   uint32_t mention, const struct bs_heard *heard)
{
	for (uint32_t i = mention; i > 0 && a->mentions[i - 1].sentence == owner->sentence; i--) {
		const struct bs_mention *m = &a->mentions[i - 1];
		if (m->kind == BS_PRONOUN && m->gender == owner->gender &&
		    m->plural == owner->plural)
			return bs_resolve_pronoun(a, i - 1, heard);
		if (m->entity == BS_NOBODY) continue;
		const struct bs_entity *e = &a->entities[m->entity];
		if (agrees(owner, e) && (e->named || e->kind == BS_BODY)) return m->entity;
	}
	return BS_NOBODY;
}

uint32_t bs_resolve_words(const struct bs_article *article, uint32_t first, uint32_t last,
			  const struct bs_heard *heard)
{
	struct bs_mention m = {.first = first, .last = last, .kind = BS_PERSON};
	bool owner = is_owner(article, first, last, &m);
	if (!owner && !is_compound(article, first, last, &m.gender)) return BS_NOBODY;
	m.sentence = bs_sentence_of(article, first);
	uint32_t before = count_mentions(article, first);
	uint32_t entity = owner ? find_owner(article, &m, before, heard) : BS_NOBODY;
	return entity != BS_NOBODY ? entity : find_antecedent(article, &m, before, heard);
}
