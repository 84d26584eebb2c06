#include "analysis/article.h"

void bs_find_sentences(struct bs_article *article)
{
	for (size_t i = 0; i < article->paragraph_count; i++) {
		const struct bs_paragraph *p = &article->paragraphs[i];
		size_t count = article->sentence_count;
		struct bs_sentence_tokens *t =
			BS_PUSH(&article->arena, article->sentence_tokens, count);
		*t = (struct bs_sentence_tokens){p->first, p->last, (uint32_t)i};
		brad_sentence *s =
			BS_PUSH(&article->arena, article->sentences, article->sentence_count);
		s->span = (brad_span){article->tokens.at[p->first].start,
				      article->tokens.at[p->last - 1].end};
		s->role = p->role;
	}
}
