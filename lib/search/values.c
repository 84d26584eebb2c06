#include "search/values.h"

#include "base/date.h"
#include "index/ranks.h"
#include "index/touch.h"

#include <string.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

enum { YEARS = 10000, FIRST_SLOTS = 1024 };

void bs_values_begin(struct bs_search *s, brad_field field, struct bs_values *out)
{
	*out = (struct bs_values){.search = s, .field = field, .slot_count = FIRST_SLOTS};
	out->slots = bs_arena_alloc(&s->arena, FIRST_SLOTS * sizeof *out->slots);
}

void bs_values_use_ranks(struct bs_values *v)
{
	struct brad_index *index = v->search->index;
	uint64_t names = 0;
	if (v->field != BRAD_FIELD_SPEAKER || index->people) return;
	for (size_t i = 0; i < index->segment_count; i++) names += index->segments[i].people.count;
	/* Looking a name up takes some three times as long as merging it. */
	if (!index->ranks && index->names_counted > names / 3)
		index->ranks = bs_ranks_make(index->segments, index->segment_count);
	if (!index->ranks) return;
	v->ranks = index->ranks;
}

/* ---- Numbers of names ---------------------------------------------------- */

static struct bs_value_slot *find_slot(const struct bs_values *v, const char *name, uint32_t hash)
{
	size_t mask = v->slot_count - 1, at = hash & mask;
	for (; v->slots[at].number; at = (at + 1) & mask)
		if (v->slots[at].hash == hash &&
		    strcmp(v->names[v->slots[at].number - 1], name) == 0)
			break;
	return &v->slots[at];
}

static void grow_slots(struct bs_values *v)
{
	const struct bs_value_slot *old = v->slots;
	size_t old_count = v->slot_count, mask = old_count * 2 - 1;
	v->slot_count = old_count * 2;
	v->slots = bs_arena_alloc(&v->search->arena, v->slot_count * sizeof *v->slots);
	for (size_t i = 0; i < old_count; i++) {
		size_t at = old[i].hash & mask;
		if (!old[i].number) continue;
		while (v->slots[at].number) at = (at + 1) & mask;
		v->slots[at] = old[i];
	}
}

static uint32_t number_of_name(struct bs_values *v, const char *name)
{
	uint32_t hash = (uint32_t)XXH3_64bits(name, strlen(name));
	struct bs_value_slot *slot = find_slot(v, name, hash);
	if (slot->number) return slot->number - 1;
	if (v->closed) return BS_OTHER_VALUE;
	*BS_PUSH(&v->search->arena, v->names, v->name_count) = name;
	*slot = (struct bs_value_slot){hash, (uint32_t)v->name_count};
	if (v->name_count > v->slot_count / 4 * 3) grow_slots(v);
	return (uint32_t)v->name_count - 1;
}

static const char *string_of(const struct bs_values *v, uint32_t i)
{
	if (v->field == BRAD_FIELD_SPEAKER) return bs_who_name(&v->who, i);
	if (v->field == BRAD_FIELD_ROLE) return bs_who_role(&v->who, i);
	return bs_segment_text(v->segment, i);
}

uint32_t bs_values_number(struct bs_values *v, uint32_t i)
{
	if (i == BS_NO_STRING) return BS_NO_VALUE;
	if (v->numbers[i] == 0) v->numbers[i] = number_of_name(v, string_of(v, i)) + 1;
	return v->numbers[i] - 1;
}

/* ---- Segments ------------------------------------------------------------ */

static uint32_t count_strings(const struct bs_values *v)
{
	switch (v->field) {
	case BRAD_FIELD_SPEAKER: return bs_who_names(&v->who);
	case BRAD_FIELD_ROLE: return bs_who_roles(&v->who);
	case BRAD_FIELD_SOURCE:
	case BRAD_FIELD_ARTICLE: return v->segment->texts.count;
	default: return 0;
	}
}

static uint32_t largest_set(const struct bs_segment *s)
{
	uint32_t most = 0;
	for (uint32_t i = 1; i <= s->set_count; i++)
		if (s->sets[i + 1] - s->sets[i] > most) most = s->sets[i + 1] - s->sets[i];
	return most;
}

brad_status bs_values_enter(struct bs_values *v, const struct bs_segment *segment, brad_error *err)
{
	struct bs_search *s = v->search;
	bool by_set = bs_values_are_by_set(v), by_mention = v->field == BRAD_FIELD_MENTIONED_YEAR;
	v->segment = segment;
	brad_status status = bs_who_begin(&s->arena, &s->scratch.scan,
					  by_set ? s->index->people : NULL, segment, &v->who, err);
	if (status != BRAD_OK) return status;
	size_t room = by_mention ? YEARS : by_set ? largest_set(segment) : 0;
	v->string_count = count_strings(v);
	v->numbers = bs_arena_alloc(&s->arena, ((size_t)v->string_count + 1) * sizeof *v->numbers);
	v->list = bs_arena_alloc(&s->arena, (room + 1) * sizeof *v->list);
	if (!by_mention) return BRAD_OK;
	v->counted = bs_arena_alloc(&s->arena, YEARS * sizeof *v->counted);
	bs_touch_mentions(segment);
	v->scan = (struct bs_mention_scan){
		.in = {segment->mentions, segment->mentions + segment->mentions_length, 0}};
	v->more = bs_mentions_next(&v->scan, &v->period);
	return BRAD_OK;
}

/* ---- The values of a sentence -------------------------------------------- */

size_t bs_values_strings_of_set(struct bs_values *v, uint32_t set, uint32_t day,
				const uint32_t **out)
{
	const struct bs_segment *s = v->segment;
	uint32_t first = s->sets[set], end = set == 0 ? first : s->sets[set + 1];
	size_t count = 0;
	for (uint32_t i = first; i < end; i++) {
		struct bs_said_by by = bs_who_is(&v->who, i, day);
		uint32_t string = v->field == BRAD_FIELD_SPEAKER ? by.name : by.role;
		size_t k = 0;
		while (k < count && v->list[k] != string) k++;
		if (k == count) v->list[count++] = string;
	}
	if (count == 0) v->list[count++] = BS_NO_STRING;
	*out = v->list;
	return count;
}

/* The values of all documents with a set of speakers, in an article of a day. */
static size_t values_of_set(struct bs_values *v, uint32_t set, uint32_t day, const uint32_t **out)
{
	size_t count = bs_values_strings_of_set(v, set, day, out);
	for (size_t i = 0; i < count; i++) v->list[i] = bs_values_number(v, v->list[i]);
	return count;
}

uint32_t bs_values_of_article(struct bs_values *v, uint32_t article)
{
	const struct bs_article_row *row = &v->segment->rows[article];
	if (v->field == BRAD_FIELD_SOURCE) return bs_values_number(v, row->source);
	if (v->field == BRAD_FIELD_ARTICLE) return bs_values_number(v, row->id);
	return bs_calendar_number(v->field, row->day);
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

/* A sentence has each year for which a search for mentions of that year would find it. */
static size_t find_years(struct bs_values *v, uint32_t document)
{
	size_t count = 0;
	while (v->more && v->scan.document < document)
		v->more = bs_mentions_next(&v->scan, &v->period);
	for (; v->more && v->scan.document == document;
	     v->more = bs_mentions_next(&v->scan, &v->period))
		for (int year = 0; next_year(v->period, &year);) {
			if (v->counted[year] != document) v->list[count++] = (uint32_t)year;
			v->counted[year] = document;
		}
	return count;
}

size_t bs_values_of(struct bs_values *v, uint32_t document, const uint32_t **out)
{
	const struct bs_segment *s = v->segment;
	size_t count = 1;
	if (bs_values_are_by_set(v)) {
		uint32_t set = bs_segment_set(s, document);
		bool dated = bs_who_touches(&v->who, set);
		return values_of_set(v, set, dated ? bs_segment_day(s, document) : 0, out);
	}
	v->list[0] = BS_NO_VALUE;
	if (v->field == BRAD_FIELD_MENTIONED_YEAR)
		count = find_years(v, document);
	else
		v->list[0] = bs_values_of_article(v, s->article[document]);
	*out = v->list;
	return count ? count : 1;
}

const char *bs_values_name(const struct bs_values *v, uint32_t number, struct bs_arena *arena)
{
	char text[16];
	if (number == BS_NO_VALUE) return NULL;
	if (v->ranks) return bs_rank_name(v->ranks->names, number);
	if (v->name_count) return v->names[number];
	brad_field field = v->field == BRAD_FIELD_MENTIONED_YEAR ? BRAD_FIELD_YEAR : v->field;
	return bs_arena_string(arena, bs_calendar_name(field, number, text));
}
