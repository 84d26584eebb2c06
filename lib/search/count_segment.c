/* Counts the matches of each segment by the values of one field or two. */
#include "search/count.h"

#include "index/ranks.h"
#include "search/window.h"

static void add(struct bs_counting *c, uint32_t value, uint32_t and_value, uint64_t count)
{
	if (c->options->every && value & BS_COARSE) value = BS_NO_VALUE;
	if (!c->all) {
		bs_tally_take(&c->tally, value, and_value)->count += count;
		return;
	}
	struct bs_tallied *item = bs_tally_find(&c->tally, value, and_value);
	if (item) item->of += count;
}

/* Matches are counted by set first, then by string of the segment, then by value: each step has
 * fewer to look up. */
static void add_set(struct bs_values *field, uint64_t *strings, uint32_t set, uint32_t day,
		    uint64_t count)
{
	const uint32_t *list;
	size_t n = bs_values_strings_of_set(field, set, day, &list);
	for (size_t i = 0; i < n; i++)
		strings[list[i] == BS_NO_STRING ? field->string_count : list[i]] += count;
}

/* The documents of a window are listed first, so that none waits for the column of another;
 * there is room for one more. */
static size_t list_found(const struct bs_walk *walk, uint32_t *out)
{
	const uint64_t top = (uint64_t)1 << 63;
	size_t n = 0;
	for (uint32_t i = 0; i < BS_WINDOW_WORDS; i++) {
		uint64_t left = walk->found[i];
		/* Without a branch, because whether a word of bits has none, one or two set
		 * cannot be predicted. */
		for (int k = 0; k < 2; k++, left &= left - 1) {
			out[n] = walk->first + i * 64 + bs_bit_lowest(left | top);
			n += left != 0;
		}
		for (; left; left &= left - 1)
			out[n++] = walk->first + i * 64 + bs_bit_lowest(left);
	}
	return n;
}

/* The same for spoken documents, by their numbers among these. */
static size_t list_spoken(const struct bs_walk *walk, uint32_t *out)
{
	const struct bs_segment *in = walk->segment;
	const uint64_t top = (uint64_t)1 << 63;
	uint32_t first = walk->first / 64, words = in->documents / 64 + 1 - first;
	size_t n = 0;
	if (words > BS_WINDOW_WORDS) words = BS_WINDOW_WORDS;
	for (uint32_t i = 0; i < words; i++) {
		uint64_t spoken = in->spoken[first + i], left = walk->found[i] & spoken;
		uint32_t before = in->spoken_before[first + i];
		/* No branch here either, for the same reason. */
		out[n] = before + bs_bit_count(spoken & bs_bits_below(left | top));
		n += left != 0;
		for (left &= left - 1; left; left &= left - 1)
			out[n++] = before + bs_bit_count(spoken & bs_bits_below(left));
	}
	return n;
}

static brad_status count_by_set(struct bs_counting *c, struct bs_walk *walk, brad_error *err)
{
	const struct bs_segment *in = walk->segment;
	struct bs_values *field = &c->fields[0];
	struct bs_arena *arena = &c->search->arena;
	uint32_t *sets = bs_arena_alloc(arena, ((size_t)in->set_count + 1) * sizeof *sets);
	uint64_t *strings =
		bs_arena_alloc(arena, ((size_t)field->string_count + 1) * sizeof *strings);
	uint32_t found[BS_WINDOW + 1];
	bool by_day = field->who.touched != NULL; /* who said it may depend on that */
	brad_status status;
	while ((status = bs_walk_window(walk, err)) == BRAD_OK && walk->first != BS_END) {
		size_t all = bs_bits_count(walk->found, BS_WINDOW_WORDS);
		size_t n = by_day ? list_found(walk, found) : list_spoken(walk, found);
		c->total += all;
		sets[0] += (uint32_t)(all - n);
		for (size_t i = 0; i < n && !by_day; i++) sets[in->spoken_sets[found[i]]]++;
		for (size_t i = 0; i < n && by_day; i++) {
			uint32_t set = bs_segment_set(in, found[i]);
			if (bs_who_touches(&field->who, set))
				add_set(field, strings, set, bs_segment_day(in, found[i]), 1);
			else
				sets[set]++;
		}
	}
	for (uint32_t i = 0; i <= in->set_count; i++)
		if (sets[i]) add_set(field, strings, i, 0, sets[i]);
	for (uint32_t i = 0; i < field->string_count; i++) {
		if (!strings[i]) continue;
		add(c, bs_values_number(field, i), 0, strings[i]);
		if (field->field == BRAD_FIELD_SPEAKER) c->search->index->names_counted++;
	}
	uint64_t nobody = strings[field->string_count];
	if (nobody) add(c, BS_NO_VALUE, 0, nobody);
	return status;
}

/* The same if names have ranks: a set leads directly to its ranks. */
static brad_status count_by_rank(struct bs_counting *c, struct bs_walk *walk, brad_error *err)
{
	const struct bs_segment *in = walk->segment;
	struct bs_ranks *ranks = c->fields[0].ranks;
	const struct bs_segment_ranks *of = &ranks->segments[walk->number];
	uint32_t found[BS_WINDOW + 1];
	brad_status status;
	while ((status = bs_walk_window(walk, err)) == BRAD_OK && walk->first != BS_END) {
		size_t all = bs_bits_count(walk->found, BS_WINDOW_WORDS);
		size_t n = list_spoken(walk, found);
		c->total += all;
		c->nobody += all - n;
		for (size_t i = 0; i < n; i++) {
			uint32_t rank = of->of_spoken[found[i]];
			if (rank == BS_SEVERAL)
				bs_ranks_count_members(ranks, of, in, in->spoken_sets[found[i]]);
			else
				bs_ranks_count(ranks, rank);
		}
	}
	return status;
}

/* Takes what was counted by rank, in that order. */
static void add_ranks(struct bs_counting *c, struct bs_ranks *ranks)
{
	size_t words = ranks->count / 64 + (size_t)1;
	for (uint32_t i = 0; i < words; i++) {
		for (uint64_t left = ranks->counted[i]; left; left &= left - 1) {
			uint32_t rank = i * 64 + bs_bit_lowest(left);
			if (c->all)
				add(c, rank, 0, ranks->counts[rank]);
			else
				bs_tally_append(&c->tally, rank)->count = ranks->counts[rank];
			ranks->counts[rank] = 0;
		}
		ranks->counted[i] = 0;
	}
	if (c->nobody && c->all)
		add(c, BS_NO_VALUE, 0, c->nobody);
	else if (c->nobody)
		bs_tally_append(&c->tally, BS_NO_VALUE)->count = c->nobody;
	ranks->in_use = false;
}

static brad_status count_by_article(struct bs_counting *c, struct bs_walk *walk, brad_error *err)
{
	const struct bs_segment *in = walk->segment;
	uint32_t *counts =
		bs_arena_alloc(&c->search->arena, ((size_t)in->articles + 1) * sizeof *counts);
	uint32_t found[BS_WINDOW + 1];
	brad_status status;
	while ((status = bs_walk_window(walk, err)) == BRAD_OK && walk->first != BS_END) {
		size_t n = list_found(walk, found);
		c->total += n;
		for (size_t i = 0; i < n; i++) counts[in->article[found[i]]]++;
	}
	for (uint32_t i = 0; i < in->articles; i++)
		if (counts[i]) add(c, bs_values_of_article(&c->fields[0], i), 0, counts[i]);
	return status;
}

static brad_status count_each(struct bs_counting *c, struct bs_walk *walk, brad_error *err)
{
	static const uint32_t none[] = {0};
	const uint32_t *first, *second = none;
	size_t second_count = 1;
	brad_status status;
	while ((status = bs_walk_next(walk, err)) == BRAD_OK && walk->at != BS_END) {
		size_t first_count = bs_values_of(&c->fields[0], walk->at, &first);
		if (c->field_count > 1)
			second_count = bs_values_of(&c->fields[1], walk->at, &second);
		c->total++;
		for (size_t i = 0; i < first_count; i++)
			for (size_t k = 0; k < second_count; k++) add(c, first[i], second[k], 1);
	}
	for (size_t i = 0; i < c->field_count; i++)
		if (status == BRAD_OK && c->fields[i].scan.in.bad)
			status = bs_segment_damaged(walk->segment, err);
	return status;
}

static brad_status count_segment(struct bs_counting *c, uint32_t segment, brad_error *err)
{
	struct bs_search *s = c->search;
	struct bs_walk walk;
	struct bs_cursor *cursor;
	brad_status status = BRAD_OK;
	for (size_t i = 0; i < c->field_count && status == BRAD_OK && !c->fields[0].ranks; i++)
		status = bs_values_enter(&c->fields[i], &s->index->segments[segment], err);
	if (status == BRAD_OK) status = bs_walk_begin(s, segment, &s->filter, &walk, err);
	if (status == BRAD_OK)
		status = bs_cursor_open(&walk.match, c->all ? NULL : s->query.root, &cursor, err);
	if (status != BRAD_OK) return status;
	bs_walk_over(&walk, cursor);
	if (c->field_count > 1 || c->fields[0].field == BRAD_FIELD_MENTIONED_YEAR)
		status = count_each(c, &walk, err);
	else if (c->fields[0].ranks)
		status = count_by_rank(c, &walk, err);
	else if (bs_values_are_by_set(&c->fields[0]))
		status = count_by_set(c, &walk, err);
	else
		status = count_by_article(c, &walk, err);
	c->undated += walk.undated;
	bs_walk_end(&walk);
	return status;
}

brad_status bs_count_segments(struct bs_counting *c, brad_error *err)
{
	struct bs_ranks *ranks = c->fields[0].ranks;
	brad_status status = BRAD_OK;
	c->total = c->nobody = c->undated = 0;
	if (ranks) bs_ranks_begin(ranks);
	for (uint32_t i = 0; i < c->search->index->segment_count && status == BRAD_OK; i++)
		status = count_segment(c, i, err);
	if (status == BRAD_OK && ranks) add_ranks(c, ranks);
	return status;
}

void bs_counting_begin(struct bs_counting *c, struct bs_search *s, const brad_count_options *o,
		       brad_field by)
{
	*c = (struct bs_counting){.search = s, .options = o, .tally = {.arena = &s->arena}};
	c->field_count = o->and_by ? 2 : 1;
	bs_values_begin(s, by, &c->fields[0]);
	if (!o->and_by) bs_values_use_ranks(&c->fields[0]);
	if (o->and_by) bs_values_begin(s, o->and_by, &c->fields[1]);
}
