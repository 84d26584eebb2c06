/* Why did a search find nothing?  This is a call of its own, since it takes several more
 * searches. */
#include "base/error.h"
#include "search/rank.h"

#include <stdlib.h>

struct brad_reasons {
	struct bs_arena arena;
	struct bs_notes notes;
};

static brad_status count_found(struct bs_search *s, uint64_t *total, brad_error *err)
{
	struct bs_ranking articles;
	if (s->options.scope != BRAD_SCOPE_ARTICLE)
		return bs_count_sentences(s, s->query.root, &s->filter, total, NULL, err);
	brad_search_options asked = s->options;
	s->options.limit = 0;
	brad_status status = bs_rank_articles(s, &articles, err);
	s->options = asked;
	if (status == BRAD_OK) *total = articles.total;
	return status;
}

static brad_status answer(struct bs_search *s, void *out, brad_error *err)
{
	uint64_t total = 0;
	(void)out;
	s->notes->count = 0; /* the search itself remarks on how it was understood */
	brad_status status = count_found(s, &total, err);
	return status == BRAD_OK && total == 0 ? bs_suggest(s, err) : status;
}

brad_status brad_index_reasons(brad_index *index, const brad_search_options *options,
			       brad_reasons **out, brad_error *err)
{
	bs_error_clear(err);
	*out = NULL;
	struct brad_reasons *reasons = calloc(1, sizeof *reasons);
	if (!reasons) return bs_no_memory(err);
	brad_status status =
		bs_search_run(index, options, &reasons->arena, &reasons->notes, answer, NULL, err);
	if (status == BRAD_OK)
		*out = reasons;
	else
		brad_reasons_free(reasons);
	return status;
}

const char *brad_reasons_note(const brad_reasons *reasons, size_t i)
{
	return i < reasons->notes.count ? reasons->notes.at[i] : NULL;
}

void brad_reasons_free(brad_reasons *reasons)
{
	if (!reasons) return;
	bs_arena_free(&reasons->arena);
	free(reasons);
}
