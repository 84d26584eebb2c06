#include "analysis/article.h"
#include "analysis/confidence.h"

#include <string.h>

/* “C1,” S said. [paragraph] “C2.”  Once each sentence has its speakers, with what tells of them, a
 * quotation that goes on in the next paragraph is one of several pieces. */

/* The first of n quotations, with the pieces of them all. */
static brad_quote join(struct bs_arena *arena, const brad_quote *quotes, size_t n)
{
	brad_quote joined = quotes[0];
	size_t count = 0;
	for (size_t i = 0; i < n; i++) count += quotes[i].piece_count;
	brad_span *pieces = bs_arena_alloc(arena, count * sizeof *pieces);
	joined.pieces = pieces;
	joined.piece_count = count;
	for (size_t i = 0; i < n; i++) {
		memcpy(pieces, quotes[i].pieces, quotes[i].piece_count * sizeof *pieces);
		pieces += quotes[i].piece_count;
		joined.span.end = quotes[i].span.end;
		if (quotes[i].said != joined.said) joined.said = BRAD_SAID_MIXED;
	}
	return joined;
}

void bs_join_quotes(struct bs_article *a)
{
	size_t count = 0;
	/* Who learns how sure each is looks at each by itself. */
	if (BS_LEAST_CONFIDENCE <= 0) return;
	for (size_t i = 0, n; i < a->quote_count; i += n) {
		for (n = 1; i + n < a->quote_count; n++)
			if (a->attributions[i + n].carried_from != i + n - 1) break;
		a->quotes[count++] = n > 1 ? join(&a->arena, &a->quotes[i], n) : a->quotes[i];
	}
	a->quote_count = count;
	a->attributions = NULL; /* which name quotations by their place */
}
