#include "analysis/quote.h"

/* “C.” in a paragraph of its own, and below it "- Ann Bell, the mayor.": who said it signs for it. */

enum { LONGEST_SIGNATURE = 20 }; /* tokens */

static bool is_dash(const struct bs_token *t)
{
	return t->kind == BS_MARK &&
	       (t->value == '-' || t->value == '~' || (t->value >= 0x2013 && t->value <= 0x2015));
}

/* The mention that signs in a paragraph, which is the whole of it but for what describes the person;
 * BS_NONE if the paragraph is no signature. */
static uint32_t find_signature(const struct bs_quoting *q, const struct bs_paragraph *p)
{
	const struct bs_token *t = q->tokens;
	if (p->last < p->first + 2 || p->last - p->first > LONGEST_SIGNATURE ||
	    !is_dash(&t[p->first]))
		return BS_NONE;
	uint32_t mention = q->mention_at[p->first + 1];
	if (mention == BS_NONE) return BS_NONE;
	const struct bs_mention *m = &q->article->mentions[mention];
	bool ends = m->last >= p->last || t[m->last].kind == BS_MARK;
	return m->kind == BS_PERSON && q->article->entities[m->entity].named && ends ? mention
										     : BS_NONE;
}

/* What was said in a paragraph that is nothing but marks of quotation; NULL if it is not. */
static struct bs_found *find_said(const struct bs_quoting *q, const struct bs_paragraph *p)
{
	uint32_t stretch = q->stretch_at[p->first];
	if (stretch == BS_NONE || q->stretch_at[p->last - 1] != stretch) return NULL;
	uint32_t found = q->stretches[stretch].found;
	return found == BS_NONE ? NULL : &q->found[found];
}

void bs_take_signatures(struct bs_quoting *q)
{
	const struct bs_paragraph *p = q->article->paragraphs;
	for (size_t i = 1; i < q->article->paragraph_count; i++) {
		uint32_t mention = find_signature(q, &p[i]);
		struct bs_found *f = mention == BS_NONE ? NULL : find_said(q, &p[i - 1]);
		if (!f || (f->source.first < f->source.last && f->carried_from == BS_NONE))
			continue;
		const struct bs_mention *m = &q->article->mentions[mention];
		f->source = (struct bs_source){m->first, m->last, {mention}, 1};
		f->carried_from = BS_NONE;
		f->cue = f->cue_first = p[i].first;
	}
}
