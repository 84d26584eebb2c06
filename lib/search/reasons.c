/* Why did a search find nothing?  This is a call of its own, since it takes several more
 * searches. */
#include "search/rank.h"

struct brad_reasons {
	struct bs_answer answer;
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

static brad_status make(struct bs_search *s, void *request, brad_error *err)
{
	uint64_t total = 0;
	(void)request;
	s->notes->count = 0; /* the search itself remarks on how it was understood */
	brad_status status = count_found(s, &total, err);
	return status == BRAD_OK && total == 0 ? bs_suggest(s, err) : status;
}

brad_status brad_index_reasons(brad_index *index, const brad_search_options *options,
			       brad_reasons **out, brad_error *err)
{
	return bs_answer_new(index, options, sizeof **out, make, NULL, out, err);
}

const char *brad_reasons_note(const brad_reasons *reasons, size_t i)
{
	return i < reasons->answer.notes.count ? reasons->answer.notes.at[i] : NULL;
}

void brad_reasons_free(brad_reasons *reasons)
{
	bs_answer_free(reasons);
}
