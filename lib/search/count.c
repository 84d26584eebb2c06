#include "base/error.h"
#include "index/ranks.h"
#include "search/table.h"
#include "search/window.h"

#include <stdlib.h>

enum { MOST_FIELDS = 2, MOST_PERIODS = 200000, FITTING_PERIODS = 60 };

struct counting {
	struct bs_search *search;
	const brad_count_options *options;
	struct bs_values fields[MOST_FIELDS];
	size_t field_count;
	struct bs_tally tally;
	bool all; /* whatever the words: what is counted goes to `of` */
	uint64_t total, undated;
};

/* ---- One segment --------------------------------------------------------- */

static void add(struct counting *c, uint32_t value, uint32_t and_value, uint64_t count)
{
	if (c->options->every && value & BS_COARSE) value = BS_NO_VALUE;
	if (!c->all) {
		bs_tally_take(&c->tally, value, and_value)->count += count;
		return;
	}
	struct bs_tallied *item = bs_tally_find(&c->tally, value, and_value);
	if (item) item->of += count;
}

/* What the walk finds is counted by set, then by string of the segment, and
 * only then by value: each step has fewer to look up. */
static void add_set(struct bs_values *field, uint64_t *strings, uint32_t set, uint32_t day,
		    uint64_t count)
{
	const uint32_t *list;
	size_t n = bs_values_strings_of_set(field, set, day, &list);
	for (size_t i = 0; i < n; i++)
		strings[list[i] == BS_NO_STRING ? field->string_count : list[i]] += count;
}

/* The documents of a window, so that none waits for the column of another; there
 * is room for one more. */
static size_t list_found(const struct bs_walk *walk, uint32_t *out)
{
	const uint64_t top = (uint64_t)1 << 63;
	size_t n = 0;
	for (uint32_t i = 0; i < BS_WINDOW_WORDS; i++) {
		uint64_t left = walk->found[i];
		/* Whether a word has none, one or two cannot be foretold: no branch asks. */
		for (int k = 0; k < 2; k++, left &= left - 1) {
			out[n] = walk->first + i * 64 + bs_bit_lowest(left | top);
			n += left != 0;
		}
		for (; left; left &= left - 1)
			out[n++] = walk->first + i * 64 + bs_bit_lowest(left);
	}
	return n;
}

static brad_status count_by_set(struct counting *c, struct bs_walk *walk, brad_error *err)
{
	const struct bs_segment *in = walk->segment;
	struct bs_values *field = &c->fields[0];
	struct bs_arena *arena = &c->search->arena;
	uint32_t *sets = bs_arena_alloc(arena, ((size_t)in->set_count + 1) * sizeof *sets);
	uint64_t *strings =
		bs_arena_alloc(arena, ((size_t)field->string_count + 1) * sizeof *strings);
	uint32_t found[BS_WINDOW + 1];
	brad_status status;
	while ((status = bs_walk_window(walk, err)) == BRAD_OK && walk->first != BS_END) {
		size_t n = list_found(walk, found);
		c->total += n;
		for (size_t i = 0; i < n; i++) {
			uint32_t set = in->set[found[i]];
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

/* The same where names have ranks: the sets lead to them at once. */
static brad_status count_by_rank(struct counting *c, struct bs_walk *walk, brad_error *err)
{
	const struct bs_segment *in = walk->segment;
	struct bs_ranks *ranks = c->fields[0].ranks;
	const struct bs_segment_ranks *of = &ranks->segments[walk->number];
	uint32_t found[BS_WINDOW + 1];
	brad_status status;
	while ((status = bs_walk_window(walk, err)) == BRAD_OK && walk->first != BS_END) {
		size_t n = list_found(walk, found);
		c->total += n;
		for (size_t i = 0; i < n; i++) found[i] = in->set[found[i]];
		for (size_t i = 0; i < n; i++) {
			uint32_t rank = of->of_set[found[i]];
			if (rank == BS_SEVERAL)
				bs_ranks_count_members(ranks, of, in, found[i]);
			else
				bs_ranks_count(ranks, rank);
		}
	}
	return status;
}

/* Takes what was counted by rank, in that order. */
static void add_ranks(struct counting *c, struct bs_ranks *ranks)
{
	for (uint32_t i = 0; i <= ranks->count / 64; i++) {
		for (uint64_t left = ranks->counted[i]; left; left &= left - 1) {
			uint32_t rank = i * 64 + bs_bit_lowest(left);
			uint32_t value = rank == ranks->count ? BS_NO_VALUE : rank;
			if (c->all)
				add(c, value, 0, ranks->counts[rank]);
			else
				bs_tally_append(&c->tally, value)->count = ranks->counts[rank];
			ranks->counts[rank] = 0;
		}
		ranks->counted[i] = 0;
	}
	ranks->in_use = false;
}

static brad_status count_by_article(struct counting *c, struct bs_walk *walk, brad_error *err)
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

static brad_status count_each(struct counting *c, struct bs_walk *walk, brad_error *err)
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

static brad_status count_segment(struct counting *c, uint32_t segment, brad_error *err)
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
	if (status == BRAD_OK) status = bs_walk_over(&walk, cursor, err);
	if (status != BRAD_OK) return status;
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

static brad_status count_segments(struct counting *c, brad_error *err)
{
	struct bs_ranks *ranks = c->fields[0].ranks;
	brad_status status = BRAD_OK;
	c->total = c->undated = 0;
	if (ranks) bs_ranks_begin(ranks);
	for (uint32_t i = 0; i < c->search->index->segment_count && status == BRAD_OK; i++)
		status = count_segment(c, i, err);
	if (status == BRAD_OK && ranks) add_ranks(c, ranks);
	return status;
}

static void begin(struct counting *c, struct bs_search *s, const brad_count_options *o,
		  brad_field by)
{
	*c = (struct counting){.search = s, .options = o, .tally = {.arena = &s->arena}};
	c->field_count = o->and_by ? 2 : 1;
	bs_values_begin(s, by, &c->fields[0]);
	if (!o->and_by) bs_values_use_ranks(&c->fields[0]);
	if (o->and_by) bs_values_begin(s, o->and_by, &c->fields[1]);
}

/* ---- Periods without a sentence ------------------------------------------ */

/* The first and the last of the periods counted; false if there is none. */
static bool find_ends(const struct bs_tally *tally, uint32_t *first, uint32_t *last)
{
	*first = UINT32_MAX, *last = 0;
	for (size_t i = 0; i < tally->count; i++) {
		uint32_t value = tally->items[i].value;
		if (value & BS_COARSE) continue;
		if (value < *first) *first = value;
		if (value > *last) *last = value;
	}
	return *first <= *last;
}

static brad_status add_empty(struct bs_tally *tally, brad_error *err)
{
	uint32_t first, last;
	if (!find_ends(tally, &first, &last)) return BRAD_OK;
	if (last - first >= MOST_PERIODS)
		return bs_fail(
			err, BRAD_EINVAL,
			"from the first to the last are %u periods, more than %d; count by a "
			"longer one",
			last - first + 1, MOST_PERIODS);
	for (uint32_t i = first; i <= last; i++) bs_tally_take(tally, i, 0);
	return BRAD_OK;
}

/* The field of BRAD_FIELD_TIME: counts by day to learn how far apart they lie. */
static brad_status find_fitting(struct bs_search *s, const brad_count_options *o, brad_field *by,
				brad_error *err)
{
	struct counting days;
	uint32_t first, last, most = o->limit ? o->limit : FITTING_PERIODS;
	begin(&days, s, o, BRAD_FIELD_DAY);
	brad_status status = count_segments(&days, err);
	*by = BRAD_FIELD_DAY;
	if (status == BRAD_OK && find_ends(&days.tally, &first, &last))
		*by = bs_calendar_fitting(first, last, most);
	return status;
}

/* ---- The public face ---------------------------------------------------- */

/* Leaves aside the filter, be it of the options or of the query, that says the
 * same as the field.  What is excluded stays so. */
static void leave_aside(struct bs_filter *filter, brad_field by)
{
	static const enum bs_field same[] = {
		[BRAD_FIELD_SPEAKER] = BS_FIELD_SPEAKER,
		[BRAD_FIELD_ROLE] = BS_FIELD_ROLE,
		[BRAD_FIELD_YEAR] = BS_FIELD_DATE,
		[BRAD_FIELD_MONTH] = BS_FIELD_DATE,
		[BRAD_FIELD_WEEK] = BS_FIELD_DATE,
		[BRAD_FIELD_DAY] = BS_FIELD_DATE,
		[BRAD_FIELD_SOURCE] = BS_FIELD_SOURCE,
		[BRAD_FIELD_ARTICLE] = BS_FIELD_ARTICLE,
		[BRAD_FIELD_MENTIONED_YEAR] = BS_FIELD_MENTIONS,
		[BRAD_FIELD_TIME] = BS_FIELD_DATE,
	};
	filter->fields.with[same[by]].count = 0;
	if (by == BRAD_FIELD_SPEAKER || (by == BRAD_FIELD_ROLE && filter->office))
		filter->speaker = NULL, filter->office = false;
	else if (same[by] == BS_FIELD_DATE)
		filter->dated = false;
	else if (by == BRAD_FIELD_MENTIONED_YEAR)
		filter->mentions = false;
}

struct request {
	struct brad_table *table;
	const brad_count_options *options;
};

static brad_status answer(struct bs_search *s, void *out, brad_error *err)
{
	struct request *request = out;
	const brad_count_options *o = request->options;
	struct brad_table *table = request->table;
	struct counting c;
	brad_field by = o->by;
	brad_status status = BRAD_OK;
	if (o->facet) leave_aside(&s->filter, o->by);
	if (by == BRAD_FIELD_TIME) status = find_fitting(s, o, &by, err);
	begin(&c, s, o, by);
	if (status == BRAD_OK) status = count_segments(&c, err);
	table->total = c.total;
	table->undated = c.undated;
	if (status == BRAD_OK && o->every) status = add_empty(&c.tally, err);
	if (status == BRAD_OK && o->rates) {
		c.all = c.fields[0].closed = c.fields[1].closed = true;
		status = count_segments(&c, err);
		table->of = c.total;
	}
	if (status != BRAD_OK) return status;
	bs_table_fill(table, o, &c.tally, c.fields, s->kept);
	bs_note_passed_over(s);
	return table->total == 0 ? bs_suggest(s, err) : BRAD_OK;
}

static brad_status check_options(const brad_count_options *o, brad_error *err)
{
	if (!o || o->size != sizeof *o)
		return bs_fail(err, BRAD_EINVAL, "a count needs options with their size set");
	if (o->by == BRAD_FIELD_NONE || (unsigned)o->by > BRAD_FIELD_TIME ||
	    (unsigned)o->and_by >= BRAD_FIELD_TIME)
		return bs_fail(err, BRAD_EINVAL, "no such field to count by");
	if (o->and_by == o->by)
		return bs_fail(err, BRAD_EINVAL, "two fields to count by are the same");
	if (o->every && (o->and_by || !(bs_calendar_has(o->by) || o->by == BRAD_FIELD_TIME)))
		return bs_fail(
			err, BRAD_EINVAL,
			"only by years, months, weeks or days alone are there empty periods");
	if (o->by == BRAD_FIELD_TIME && !o->every)
		return bs_fail(err, BRAD_EINVAL, "the field of time is for every period");
	if (o->and_by && o->limit)
		return bs_fail(err, BRAD_EINVAL, "a limit is for the rows of one field");
	if (o->by_rate && !o->rates)
		return bs_fail(err, BRAD_EINVAL, "rows go by rate only where rates are told");
	return BRAD_OK;
}

brad_status brad_index_count(brad_index *index, const brad_search_options *options,
			     const brad_count_options *count, brad_table **out, brad_error *err)
{
	bs_error_clear(err);
	*out = NULL;
	brad_status status = check_options(count, err);
	if (status != BRAD_OK) return status;
	struct brad_table *table = calloc(1, sizeof *table);
	if (!table) return bs_no_memory(err);
	struct request request = {table, count};
	brad_search_options sentences = BRAD_SEARCH_OPTIONS_INIT;
	if (options) {
		sentences = *options;
		sentences.scope = BRAD_SCOPE_SENTENCE;
	}
	status = bs_search_run(index, options ? &sentences : NULL, &table->arena, &table->notes,
			       answer, &request, err);
	if (status == BRAD_OK)
		*out = table;
	else
		brad_table_free(table);
	return status;
}

size_t brad_table_rows(const brad_table *table, const brad_count **first)
{
	*first = table->rows;
	return table->row_count;
}

size_t brad_table_left_out(const brad_table *table)
{
	return table->left_out;
}

size_t brad_table_distinct(const brad_table *table)
{
	return table->distinct;
}

brad_field brad_table_field(const brad_table *table)
{
	return table->field;
}

uint64_t brad_table_total(const brad_table *table)
{
	return table->total;
}

uint64_t brad_table_of(const brad_table *table)
{
	return table->of;
}

uint64_t brad_table_undated(const brad_table *table)
{
	return table->undated;
}

const char *brad_table_note(const brad_table *table, size_t i)
{
	return i < table->notes.count ? table->notes.at[i] : NULL;
}

const char *brad_table_understood(const brad_table *table, const char **query)
{
	if (query) *query = table->notes.canonical;
	return table->notes.understood;
}

void brad_table_free(brad_table *table)
{
	if (!table) return;
	bs_arena_free(&table->arena);
	free(table);
}
