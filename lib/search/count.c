#include "base/date.h"
#include "base/error.h"
#include "index/mentions.h"
#include "search/search.h"

#include <stdlib.h>
#include <string.h>

struct brad_table {
	struct bs_arena arena;
	brad_count *rows;
	size_t row_count;
	uint64_t total, undated;
	struct bs_notes notes;
};

enum { YEARS = 10000, MONTHS = YEARS * 16 };

/* What is counted in one segment: first by set or by article, then by value.
 * Values are numbers of the field's dictionary, or years, or months; the slot
 * after the last is for none. */
struct tally {
	struct bs_search *search;
	struct bs_segment *segment;
	struct bs_who who;
	brad_field field;
	uint64_t *counts;
	uint32_t values;
	uint64_t total; /* sentences */
};

static bool is_by_set(brad_field field)
{
	return field == BRAD_FIELD_SPEAKER || field == BRAD_FIELD_ROLE;
}

static uint32_t count_values(brad_field field, const struct bs_who *who)
{
	switch (field) {
	case BRAD_FIELD_SPEAKER: return bs_who_names(who);
	case BRAD_FIELD_ROLE: return bs_who_roles(who);
	case BRAD_FIELD_YEAR:
	case BRAD_FIELD_MENTIONED_YEAR: return YEARS;
	case BRAD_FIELD_MONTH: return MONTHS;
	case BRAD_FIELD_SOURCE:
	case BRAD_FIELD_ARTICLE: break;
	}
	return who->segment->texts.count;
}

static void add_value(struct tally *t, uint32_t value, uint64_t count)
{
	t->counts[value < t->values ? value : t->values] += count;
}

static uint32_t value_of_member(const struct tally *t, uint32_t member, uint32_t day)
{
	struct bs_said_by by = bs_who_is(&t->who, member, day);
	return t->field == BRAD_FIELD_SPEAKER ? by.name : by.role;
}

/* Each value that a set has counts once. */
static void spread_set(struct tally *t, uint32_t set, uint32_t day, uint64_t count)
{
	uint32_t first = t->segment->sets[set], end = t->segment->sets[set + 1];
	for (uint32_t i = first; i < end; i++) {
		uint32_t value = value_of_member(t, i, day), k = first;
		while (k < i && value_of_member(t, k, day) != value) k++;
		if (k == i) add_value(t, value, count);
	}
}

static void spread_article(struct tally *t, uint32_t article, uint64_t count)
{
	const struct bs_article_row *row = &t->segment->rows[article];
	uint32_t value = row->id;
	if (t->field == BRAD_FIELD_SOURCE) value = row->source;
	if (t->field == BRAD_FIELD_YEAR) value = row->day ? row->day >> 9 : YEARS;
	if (t->field == BRAD_FIELD_MONTH) value = row->day ? row->day >> 5 : MONTHS;
	add_value(t, value, count);
}

static const char *name_of_value(const struct tally *t, uint32_t value)
{
	char text[16];
	if (value == t->values) return NULL;
	if (t->field == BRAD_FIELD_SPEAKER) return bs_who_name(&t->who, value);
	if (t->field == BRAD_FIELD_ROLE) return bs_who_role(&t->who, value);
	if (t->field == BRAD_FIELD_SOURCE || t->field == BRAD_FIELD_ARTICLE)
		return bs_string(&t->segment->texts, value);
	uint32_t packed = t->field == BRAD_FIELD_MONTH ? value << 5 : value << 9;
	return bs_arena_string(&t->search->arena, brad_date_write(bs_date_unpack(packed), text));
}

/* Counts what the walk finds by set or by article, and spreads the counts over the values. */
static brad_status count_groups(struct tally *t, struct bs_walk *walk, brad_error *err)
{
	const struct bs_segment *in = t->segment;
	bool by_set = is_by_set(t->field);
	const uint32_t *column = by_set ? in->set : in->article;
	size_t groups = by_set ? (size_t)in->set_count + 1 : in->articles;
	uint32_t *counts = bs_arena_alloc(&t->search->arena, (groups + 1) * sizeof *counts);
	brad_status status;
	while ((status = bs_walk_next(walk, err)) == BRAD_OK && walk->at != BS_END) {
		t->total++;
		if (by_set && bs_who_touches(&t->who, in->set[walk->at]))
			spread_set(t, in->set[walk->at], bs_segment_day(in, walk->at), 1);
		else
			counts[column[walk->at]]++;
	}
	for (uint32_t i = 0; i < groups; i++) {
		if (counts[i] == 0) continue;
		if (!by_set)
			spread_article(t, i, counts[i]);
		else if (i == 0)
			add_value(t, t->values, counts[i]);
		else
			spread_set(t, i, 0, counts[i]);
	}
	return status;
}

/* Goes on from *year, 0 at first, to the next year that a period speaks of. */
static bool next_year(struct bs_period period, int *year)
{
	int last = bs_date_from_days(period.last).year;
	int first = bs_date_from_days(period.first).year;
	for (*year = *year < first ? first : *year + 1; *year <= last; ++*year) {
		struct bs_period whole = bs_period_of_date((brad_date){(int16_t)*year, 0, 0});
		if (bs_period_speaks_of(period, whole)) return true;
	}
	return false;
}

/* A sentence counts once for each year that a search for the mentions of that year would find it by. */
static brad_status count_years(struct tally *t, struct bs_walk *walk, brad_error *err)
{
	const struct bs_segment *in = t->segment;
	struct bs_mention_scan scan = {.in = {in->mentions, in->mentions + in->mentions_length, 0}};
	/* The last document that counted for each year. */
	uint32_t *counted = bs_arena_alloc(&t->search->arena, (YEARS + 1) * sizeof *counted);
	struct bs_period period;
	bool more = bs_mentions_next(&scan, &period);
	brad_status status;
	while ((status = bs_walk_next(walk, err)) == BRAD_OK && walk->at != BS_END) {
		bool any = false;
		t->total++;
		while (more && scan.document < walk->at) more = bs_mentions_next(&scan, &period);
		for (; more && scan.document == walk->at; more = bs_mentions_next(&scan, &period))
			for (int year = 0; next_year(period, &year); any = true) {
				if (counted[year] != walk->at) add_value(t, (uint32_t)year, 1);
				counted[year] = walk->at;
			}
		if (!any) add_value(t, YEARS, 1);
	}
	return status == BRAD_OK && scan.in.bad ? bs_segment_damaged(in, err) : status;
}

static brad_status count_segment(struct bs_search *s, uint32_t segment, brad_field field,
				 struct brad_table *table, brad_error *err)
{
	struct bs_segment *in = &s->index->segments[segment];
	struct tally t = {.search = s, .segment = in, .field = field};
	struct bs_walk walk;
	struct bs_cursor *cursor;
	brad_status status =
		bs_who_begin(&s->arena, &s->scratch.scan,
			     is_by_set(field) ? s->index->people : NULL, in, &t.who, err);
	if (status != BRAD_OK) return status;
	t.values = count_values(field, &t.who);
	t.counts = bs_arena_alloc(&s->arena, ((size_t)t.values + 1) * sizeof *t.counts);
	status = bs_walk_begin(s, segment, &s->filter, &walk, err);
	if (status == BRAD_OK) status = bs_cursor_open(&walk.match, s->query.root, &cursor, err);
	if (status != BRAD_OK) return status;
	status = bs_walk_over(&walk, cursor, err);
	if (status != BRAD_OK) return status;
	status = field == BRAD_FIELD_MENTIONED_YEAR ? count_years(&t, &walk, err)
						    : count_groups(&t, &walk, err);
	table->total += t.total;
	table->undated += walk.undated;
	bs_walk_end(&walk);
	if (status != BRAD_OK) return status;
	for (uint32_t v = 0; v <= t.values; v++)
		if (t.counts[v])
			*BS_PUSH(s->kept, table->rows, table->row_count) =
				(brad_count){name_of_value(&t, v), t.counts[v]};
	return BRAD_OK;
}

/* ---- Joining segments --------------------------------------------------- */

static int by_value(const void *a, const void *b)
{
	const brad_count *x = a, *y = b;
	if (!x->value || !y->value) return !x->value - !y->value;
	return strcmp(x->value, y->value);
}

static int by_count(const void *a, const void *b)
{
	const brad_count *x = a, *y = b;
	if (x->count != y->count) return x->count > y->count ? -1 : 1;
	return by_value(a, b);
}

static bool is_in_order_of_time(brad_field field)
{
	return field == BRAD_FIELD_YEAR || field == BRAD_FIELD_MONTH ||
	       field == BRAD_FIELD_MENTIONED_YEAR;
}

static void join_rows(struct brad_table *table, brad_field field, struct bs_arena *kept)
{
	brad_count *rows = table->rows;
	size_t count = 0;
	if (table->row_count == 0) return;
	qsort(rows, table->row_count, sizeof *rows, by_value);
	for (size_t i = 1; i < table->row_count; i++) {
		if (by_value(&rows[count], &rows[i]) == 0)
			rows[count].count += rows[i].count;
		else
			rows[++count] = rows[i];
	}
	table->row_count = ++count;
	if (!is_in_order_of_time(field)) qsort(rows, count, sizeof *rows, by_count);
	for (size_t i = 0; i < count; i++) rows[i].value = bs_arena_string(kept, rows[i].value);
}

/* ---- The public face ---------------------------------------------------- */

struct request {
	struct brad_table *table;
	brad_field field;
};

static brad_status answer(struct bs_search *s, void *out, brad_error *err)
{
	struct request *request = out;
	brad_status status = BRAD_OK;
	for (uint32_t i = 0; i < s->index->segment_count && status == BRAD_OK; i++)
		status = count_segment(s, i, request->field, request->table, err);
	if (status != BRAD_OK) return status;
	join_rows(request->table, request->field, s->kept);
	bs_note_passed_over(s);
	return request->table->total == 0 ? bs_suggest(s, err) : BRAD_OK;
}

brad_status brad_index_count(brad_index *index, const brad_search_options *options,
			     brad_field field, brad_table **out, brad_error *err)
{
	bs_error_clear(err);
	*out = NULL;
	if ((unsigned)field > BRAD_FIELD_MENTIONED_YEAR)
		return bs_fail(err, BRAD_EINVAL, "no such field to count by");
	struct brad_table *table = calloc(1, sizeof *table);
	if (!table) return bs_no_memory(err);
	struct request request = {table, field};
	brad_search_options sentences = BRAD_SEARCH_OPTIONS_INIT;
	if (options) {
		sentences = *options;
		sentences.scope = BRAD_SCOPE_SENTENCE;
	}
	brad_status status = bs_search_run(index, options ? &sentences : NULL, &table->arena,
					   &table->notes, answer, &request, err);
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

uint64_t brad_table_total(const brad_table *table)
{
	return table->total;
}

uint64_t brad_table_undated(const brad_table *table)
{
	return table->undated;
}

const char *brad_table_note(const brad_table *table, size_t i)
{
	return i < table->notes.count ? table->notes.at[i] : NULL;
}

void brad_table_free(brad_table *table)
{
	if (!table) return;
	bs_arena_free(&table->arena);
	free(table);
}
