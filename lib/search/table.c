#include "search/table.h"

#include "index/ranks.h"

#include <stdlib.h>
#include <string.h>

/* A row while rows are sorted: by the smaller key, then by value. */
struct row {
	uint64_t key;
	const char *value;
	const struct bs_tallied *item;
};

/* ---- Order --------------------------------------------------------------- */

static int compare_texts(const char *a, const char *b)
{
	if (!a || !b) return !a - !b;
	return strcmp(a, b);
}

static size_t end_of_run(const struct row *rows, size_t at, size_t count)
{
	if (at == count) return at;
	while (++at < count && compare_texts(rows[at - 1].value, rows[at].value) <= 0) continue;
	return at;
}

static void merge(const struct row *a, const struct row *a_end, const struct row *b,
		  const struct row *b_end, struct row *out)
{
	while (a < a_end && b < b_end)
		*out++ = compare_texts(a->value, b->value) <= 0 ? *a++ : *b++;
	while (a < a_end) *out++ = *a++;
	while (b < b_end) *out++ = *b++;
}

/* Merges the runs that are in order, of which names have one a segment. */
static void sort_by_value(struct row *rows, struct row *spare, size_t count)
{
	for (size_t runs = 2; runs > 1;) {
		runs = 0;
		for (size_t at = 0, end; at < count; at = end, runs++) {
			size_t middle = end_of_run(rows, at, count);
			end = end_of_run(rows, middle, count);
			merge(rows + at, rows + middle, rows + middle, rows + end, spare + at);
		}
		memcpy(rows, spare, count * sizeof *rows);
	}
}

/* A stable radix sort.  Bytes that are the same in all keys are skipped.  Returns which of the
 * two arrays has the result. */
static struct row *sort_by_key(struct row *rows, struct row *spare, size_t count)
{
	uint64_t differing = 0;
	for (size_t i = 0; i < count; i++) differing |= rows[i].key ^ rows[0].key;
	for (unsigned shift = 0; shift < 64; shift += 8) {
		size_t places[257] = {0};
		if (!(differing >> shift & 255)) continue;
		for (size_t i = 0; i < count; i++) places[(rows[i].key >> shift & 255) + 1]++;
		for (size_t i = 0; i < 256; i++) places[i + 1] += places[i];
		for (size_t i = 0; i < count; i++)
			spare[places[rows[i].key >> shift & 255]++] = rows[i];
		struct row *sorted = spare;
		spare = rows;
		rows = sorted;
	}
	return rows;
}

/* Keys are smaller for greater counts, or shares; the bits of doubles that are not negative are
 * in the order of their values. */
static uint64_t key_of(bool by_rate, uint64_t count, uint64_t of)
{
	double share = of ? (double)count / (double)of : 0;
	uint64_t bits = count;
	if (by_rate) memcpy(&bits, &share, sizeof bits);
	return UINT64_MAX - bits;
}

static bool goes_by_time(brad_field field)
{
	return bs_calendar_has(field) || field == BRAD_FIELD_MENTIONED_YEAR;
}

/* Has a row, or the sum of several, as many sentences as are asked for? */
static bool is_enough(const brad_count_options *o, const struct bs_tallied *item)
{
	return (o->by_rate ? item->of : item->count) >= o->at_least;
}

/* The items of one field in their order.  Names that have ranks come in order, and need not
 * be looked at. */
static struct row *sort_items(const struct bs_tally *tally, const struct bs_values *values,
			      bool by_time, bool by_rate)
{
	size_t count = tally->count;
	struct row *rows = bs_arena_take(tally->arena, (count + 1) * sizeof *rows);
	struct row *spare = bs_arena_take(tally->arena, (count + 1) * sizeof *spare);
	for (size_t i = 0; i < count; i++) {
		const struct bs_tallied *item = &tally->items[i];
		const char *value =
			values->ranks ? NULL : bs_values_name(values, item->value, tally->arena);
		rows[i] = (struct row){by_time ? 0 : key_of(by_rate, item->count, item->of), value,
				       item};
	}
	if (!values->ranks) sort_by_value(rows, spare, count);
	return sort_by_key(rows, spare, count);
}

static void fill_rows(struct brad_table *table, const brad_count_options *o,
		      const struct bs_tally *tally, const struct bs_values *values, size_t most)
{
	struct bs_arena *kept = &table->answer.arena;
	bool by_time = goes_by_time(values->field) && (o->every || !o->limit);
	struct row *rows = sort_items(tally, values, by_time, o->by_rate);
	if (values->ranks) table->answer.names = bs_rank_names_hold(values->ranks->names);
	for (size_t i = 0; i < tally->count; i++) {
		const struct bs_tallied *item = rows[i].item;
		if (!by_time && !is_enough(o, item)) continue;
		if (table->distinct++ >= most) continue;
		const char *value = values->ranks ? bs_values_name(values, item->value, kept)
						  : bs_arena_string(kept, rows[i].value);
		table->rows[table->row_count++] = (brad_count){value, NULL, item->count, item->of};
	}
}

/* ---- Pairs --------------------------------------------------------------- */

struct pair {
	uint32_t place; /* of the first value */
	uint64_t key;   /* of the second */
	const char *and_value;
	const struct bs_tallied *item;
};

static int compare_pairs(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;
	if (x->place != y->place) return x->place < y->place ? -1 : 1;
	if (x->key != y->key) return x->key < y->key ? -1 : 1;
	return compare_texts(x->and_value, y->and_value);
}

/* The sums of all that have the same first value. */
static struct bs_tally sum_up(const struct bs_tally *tally)
{
	struct bs_tally sums = {.arena = tally->arena};
	for (size_t i = 0; i < tally->count; i++) {
		struct bs_tallied *sum = bs_tally_take(&sums, tally->items[i].value, 0);
		sum->count += tally->items[i].count;
		sum->of += tally->items[i].of;
	}
	return sums;
}

static void fill_pairs(struct brad_table *table, const brad_count_options *o,
		       const struct bs_tally *tally, const struct bs_values *values)
{
	struct bs_arena *kept = &table->answer.arena;
	struct bs_tally sums = sum_up(tally);
	struct row *first = sort_items(&sums, &values[0], goes_by_time(o->by), o->by_rate);
	uint32_t *places = bs_arena_alloc(tally->arena, (sums.count + 1) * sizeof *places);
	struct pair *pairs = bs_arena_alloc(tally->arena, (tally->count + 1) * sizeof *pairs);
	bool by_time = goes_by_time(o->and_by);
	for (size_t i = 0; i < sums.count; i++) {
		first[i].value = bs_arena_string(kept, first[i].value);
		places[first[i].item - sums.items] = (uint32_t)i;
	}
	size_t count = 0;
	for (size_t i = 0; i < tally->count; i++) {
		const struct bs_tallied *item = &tally->items[i];
		size_t sum = (size_t)(bs_tally_find(&sums, item->value, 0) - sums.items);
		if (!goes_by_time(o->by) && !is_enough(o, &sums.items[sum])) continue;
		pairs[count++] = (struct pair){
			places[sum], by_time ? 0 : key_of(o->by_rate, item->count, item->of),
			bs_values_name(&values[1], item->and_value, tally->arena), item};
	}
	qsort(pairs, count, sizeof *pairs, compare_pairs);
	for (size_t i = 0; i < count; i++)
		table->rows[i] = (brad_count){first[pairs[i].place].value,
					      bs_arena_string(kept, pairs[i].and_value),
					      pairs[i].item->count, pairs[i].item->of};
	table->row_count = table->distinct = count;
}

/* ---- All ----------------------------------------------------------------- */

void bs_table_fill(struct brad_table *table, const brad_count_options *o,
		   const struct bs_tally *tally, const struct bs_values *values)
{
	bool cut = o->limit && !o->every && tally->count > o->limit;
	size_t most = cut ? o->limit : tally->count;
	table->field = values[0].field;
	table->rows = bs_arena_take(&table->answer.arena, (most + 1) * sizeof *table->rows);
	if (o->and_by)
		fill_pairs(table, o, tally, values);
	else
		fill_rows(table, o, tally, &values[0], most);
	table->left_out = tally->count - table->distinct;
}
