#include "search/count.h"

#include "base/error.h"
#include "search/table.h"

enum { MOST_PERIODS = 200000, FITTING_PERIODS = 60 };

/* ---- Periods without a sentence ------------------------------------------ */

/* Finds the first and the last of the periods counted; false if there are none. */
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
	struct bs_counting days;
	uint32_t first, last, most = o->limit ? o->limit : FITTING_PERIODS;
	bs_counting_begin(&days, s, o, BRAD_FIELD_DAY);
	brad_status status = bs_count_segments(&days, err);
	*by = BRAD_FIELD_DAY;
	if (status == BRAD_OK && find_ends(&days.tally, &first, &last))
		*by = bs_calendar_fitting(first, last, most);
	return status;
}

/* ---- The public face ---------------------------------------------------- */

/* Ignores the filter, in the options or in the query, that is on the same field.  Values that
 * are excluded stay excluded. */
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

static brad_status make(struct bs_search *s, void *count_options, brad_error *err)
{
	const brad_count_options *o = count_options;
	struct brad_table *table = (void *)s->answer;
	struct bs_counting c;
	brad_field by = o->by;
	brad_status status = BRAD_OK;
	if (o->facet) leave_aside(&s->filter, o->by);
	if (by == BRAD_FIELD_TIME) status = find_fitting(s, o, &by, err);
	bs_counting_begin(&c, s, o, by);
	if (status == BRAD_OK) status = bs_count_segments(&c, err);
	table->total = c.total;
	table->undated = c.undated;
	if (status == BRAD_OK && o->every) status = add_empty(&c.tally, err);
	if (status == BRAD_OK && o->rates) {
		c.all = c.fields[0].closed = c.fields[1].closed = true;
		status = bs_count_segments(&c, err);
		table->of = c.total;
	}
	if (status != BRAD_OK) return status;
	bs_table_fill(table, o, &c.tally, c.fields);
	bs_note_passed_over(s);
	return BRAD_OK;
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
	if (status == BRAD_OK) status = bs_options_check(options, err);
	if (status != BRAD_OK) return status;
	brad_search_options sentences = *options;
	brad_count_options request = *count;
	sentences.scope = BRAD_SCOPE_SENTENCE;
	return bs_answer_new(index, &sentences, sizeof **out, make, &request, out, err);
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
	return i < table->answer.notes.count ? table->answer.notes.at[i] : NULL;
}

const char *brad_table_understood(const brad_table *table, const char **query)
{
	if (query) *query = table->answer.notes.canonical;
	return table->answer.notes.understood;
}

void brad_table_free(brad_table *table)
{
	bs_answer_free(table);
}
