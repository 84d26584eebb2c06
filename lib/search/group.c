#include "search/group.h"

#include "search/values.h"

struct grouper {
	struct bs_search *search;
	struct bs_ranking *ranking;
	struct bs_values values;
	struct bs_group *groups; /* by value */
	size_t count;
	uint64_t total, ungrouped;
};

/* The day is only looked up for sentences that may be the best of their group. */
static void add_match(struct grouper *g, const struct bs_walk *w, uint32_t value, double score)
{
	while (value >= g->count)
		*BS_PUSH(&g->search->arena, g->groups, g->count) = (struct bs_group){0};
	struct bs_group *group = &g->groups[value];
	bool first = group->count++ == 0;
	if (!first && g->search->options.sort == BRAD_SORT_RELEVANCE && score < group->best.score)
		return;
	struct bs_found found = {score, w->number, w->at, bs_segment_day(w->segment, w->at), NULL};
	if (first || bs_is_before(g->ranking, &found, &group->best)) group->best = found;
}

static brad_status group_segment(struct grouper *g, uint32_t segment, brad_error *err)
{
	struct bs_search *s = g->search;
	struct bs_walk walk;
	struct bs_cursor *cursor;
	brad_status status = bs_values_enter(&g->values, &s->index->segments[segment], err);
	if (status == BRAD_OK) status = bs_walk_begin(s, segment, &s->filter, &walk, err);
	if (status != BRAD_OK) return status;
	walk.match.weights = s->weights;
	status = bs_cursor_open(&walk.match, s->query.root, &cursor, err);
	if (status != BRAD_OK) return status;
	bs_walk_over(&walk, cursor);
	while ((status = bs_walk_next(&walk, err)) == BRAD_OK && walk.at != BS_END) {
		const uint32_t *list;
		size_t n = bs_values_of(&g->values, walk.at, &list);
		double score = bs_sentence_score(&walk);
		g->total++;
		if (list[0] == BS_NO_VALUE)
			g->ungrouped++;
		else
			for (size_t i = 0; i < n; i++) add_match(g, &walk, list[i], score);
	}
	g->ranking->undated += walk.undated;
	bs_walk_end(&walk);
	return status;
}

brad_status bs_rank_groups(struct bs_search *s, struct bs_ranking *out,
			   struct bs_grouping *grouping, brad_error *err)
{
	struct grouper g = {.search = s, .ranking = out};
	bool by_article = s->options.group == BRAD_GROUP_ARTICLE;
	bs_values_begin(s, by_article ? BRAD_FIELD_ARTICLE : BRAD_FIELD_SPEAKER, &g.values);
	bs_ranking_begin(s, out);
	brad_status status = bs_weigh_leaves(s, err);
	for (uint32_t i = 0; i < s->index->segment_count && status == BRAD_OK; i++)
		status = group_segment(&g, i, err);
	if (status != BRAD_OK) return status;
	for (size_t i = 0; i < g.count; i++) {
		struct bs_found best = g.groups[i].best;
		g.groups[i].name = bs_values_name(&g.values, (uint32_t)i, &s->arena);
		best.group = &g.groups[i];
		bs_ranking_offer(out, best);
	}
	bs_ranking_end(out);
	*grouping = (struct bs_grouping){out->total, g.ungrouped};
	out->total = g.total;
	return BRAD_OK;
}
