#include "analysis/name.h"

enum { LOOK_BACK = 60 };

static bool may_be(const struct bs_mention *pronoun, const struct bs_article *a, uint32_t entity)
{
	const struct bs_entity *e = &a->entities[entity];
	if (pronoun->plural) return e->plural || e->kind == BS_BODY;
	if (pronoun->gender == BS_NEUTER) return e->kind == BS_BODY && !e->plural;
	return e->kind == BS_PERSON && !e->plural &&
	       (e->gender == BS_GENDER_UNKNOWN || e->gender == pronoun->gender);
}

uint32_t bs_resolve_pronoun(const struct bs_article *article, uint32_t mention,
			    uint32_t last_speaker)
{
	const struct bs_mention *m = &article->mentions[mention];
	if (m->entity != BS_NOBODY) return m->entity;
	if (last_speaker != BS_NOBODY && may_be(m, article, last_speaker)) return last_speaker;
	for (uint32_t i = mention, steps = 0; i > 0 && steps < LOOK_BACK; i--, steps++) {
		uint32_t e = article->mentions[i - 1].entity;
		if (e != BS_NOBODY && may_be(m, article, e)) return e;
	}
	return BS_NOBODY;
}
