/* brad_index_search(), and what its results tell. */
#include "search/results.h"

#include "search/fold.h"
#include "search/group.h"

static brad_status make(struct bs_search *s, void *request, brad_error *err)
{
	struct brad_results *results = (void *)s->answer;
	(void)request;
	struct bs_ranking ranking;
	struct bs_copies *copies = NULL;
	struct bs_grouping grouping = {0, 0};
	brad_status status;
	if (s->options.group != BRAD_GROUP_NONE)
		status = bs_rank_groups(s, &ranking, &grouping, err);
	else if (s->options.scope == BRAD_SCOPE_ARTICLE)
		status = bs_rank_articles(s, &ranking, err);
	else if (s->options.fold)
		status = bs_rank_statements(s, &ranking, &copies, &results->statements, err);
	else
		status = bs_rank_sentences(s, &ranking, err);
	if (status != BRAD_OK) return status;
	results->total = ranking.total;
	results->undated = ranking.undated;
	results->groups = grouping.groups;
	results->ungrouped = grouping.ungrouped;
	bs_note_passed_over(s);
	status = bs_make_hits(s, &ranking, results, err);
	if (status == BRAD_OK) bs_note_namesakes(s, results);
	for (size_t i = 0; i < results->count && copies && status == BRAD_OK; i++) {
		size_t place = s->options.offset + i;
		bs_take_copies(s, &ranking.items[place], &copies[place], &results->hits[i]);
	}
	return status;
}

brad_status brad_index_search(brad_index *index, const brad_search_options *options,
			      brad_results **out, brad_error *err)
{
	return bs_answer_new(index, options, sizeof **out, make, NULL, out, err);
}

uint64_t brad_results_total(const brad_results *results)
{
	return results->total;
}

uint64_t brad_results_statements(const brad_results *results)
{
	return results->statements;
}

uint64_t brad_results_undated(const brad_results *results)
{
	return results->undated;
}

uint64_t brad_results_groups(const brad_results *results)
{
	return results->groups;
}

uint64_t brad_results_ungrouped(const brad_results *results)
{
	return results->ungrouped;
}

size_t brad_results_count(const brad_results *results)
{
	return results->count;
}

const brad_hit *brad_results_hit(const brad_results *results, size_t i)
{
	return i < results->count ? &results->hits[i] : NULL;
}

const char *brad_results_note(const brad_results *results, size_t i)
{
	return i < results->answer.notes.count ? results->answer.notes.at[i] : NULL;
}

const char *brad_results_understood(const brad_results *results, const char **query)
{
	if (query) *query = results->answer.notes.canonical;
	return results->answer.notes.understood;
}

void brad_results_free(brad_results *results)
{
	bs_answer_free(results);
}
