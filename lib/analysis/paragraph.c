#include "analysis/article.h"

void bs_find_paragraphs(struct bs_article *article)
{
	const struct bs_tokens *tokens = &article->tokens;
	for (uint32_t i = 0; i < tokens->count; i++) {
		if (tokens->at[i].flags & BS_LINE) {
			struct bs_paragraph *p = BS_PUSH(&article->arena, article->paragraphs,
							 article->paragraph_count);
			p->first = i;
			p->role = BRAD_ROLE_BODY;
		}
		article->paragraphs[article->paragraph_count - 1].last = i + 1;
	}
}
