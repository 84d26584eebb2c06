#include "search/filter.h"

#include "base/date.h"
#include "base/error.h"
#include "index/mentions.h"
#include "index/touch.h"

#include <string.h>

const bool *bs_filter_find_wanted(struct bs_arena *arena, const struct bs_who *who,
				  const struct bs_name *asked, bool office)
{
	uint32_t count = office ? bs_who_roles(who) : bs_who_names(who);
	bool *wanted = bs_arena_alloc(arena, (size_t)count + 1);
	for (uint32_t i = 0; i < count; i++)
		wanted[i] = office ? bs_office_matches(asked, bs_who_role(who, i), who->scan)
				   : bs_name_matches(asked, bs_who_name(who, i), who->scan);
	/* A person of the file goes by his aliases too. */
	for (size_t i = 0; who->people && !office && i < who->people->row_count; i++) {
		const struct bs_people_row *row = &who->people->rows[i];
		if (bs_name_matches(asked, row->key, who->scan))
			wanted[who->segment->people.count + row->person] = true;
	}
	return wanted;
}

/* The sets that have the speaker, or may have him. */
static brad_status find_sets(struct bs_arena *arena, struct bs_segment_filter *f, brad_error *err)
{
	const struct bs_segment *s = f->segment;
	f->wanted = bs_filter_find_wanted(arena, &f->who, f->filter->speaker, f->filter->office);
	if (f->who.scan->form.failed) return bs_no_memory(err);
	unsigned char *sets = bs_arena_alloc(arena, s->set_count / 8 + 1);
	bool found = false;
	for (uint32_t i = 1; i <= s->set_count; i++) {
		bool has = bs_who_touches(&f->who, i);
		for (uint32_t k = s->sets[i]; k < s->sets[i + 1] && !has; k++)
			has = bs_filter_wants(f, s->members[k]);
		if (!has) continue;
		bs_filter_set(sets, i);
		found = true;
	}
	f->sets = sets;
	if (!found) f->nothing = true;
	return BRAD_OK;
}

/* The people whose names contain a word, if they are fewer than those found so far. */
static void narrow(const struct bs_segment *s, const char *word, const uint32_t **people,
		   size_t *count)
{
	uint32_t number = bs_strings_find(&s->name_words, word, strlen(word));
	if (strcmp(bs_string(&s->name_words, number), word) != 0) {
		*count = 0;
		return;
	}
	size_t n = s->name_words_at[number + 1] - s->name_words_at[number];
	if (n >= *count) return;
	*people = s->name_people + s->name_words_at[number];
	*count = n;
}

void bs_filter_add_people(struct bs_arena *arena, struct bs_words_scan *scan,
			  const struct bs_segment *s, const struct bs_name *name, uint32_t **people,
			  size_t *people_count)
{
	const uint32_t *candidates = NULL;
	size_t count = SIZE_MAX;
	for (size_t i = 0; i < name->count; i++) narrow(s, name->words[i], &candidates, &count);
	for (size_t i = 0; i < count; i++) {
		uint32_t person = candidates[i];
		if (name->count > 1 && !bs_name_matches(name, bs_string(&s->people, person), scan))
			continue;
		*BS_PUSH(arena, *people, *people_count) = person;
	}
}

/* Whom of a segment a name means, and what they said. */
static brad_status find_people(struct bs_arena *arena, struct bs_words_scan *scan,
			       struct bs_segment_filter *f, brad_error *err)
{
	uint32_t *people = NULL;
	bs_filter_add_people(arena, scan, f->segment, f->filter->speaker, &people, &f->name_count);
	if (scan->form.failed) return bs_no_memory(err);
	f->names = people;
	f->nothing = f->nothing || f->name_count == 0;
	if (f->nothing) return BRAD_OK;
	f->has_documents = true;
	f->only_documents = !f->mentions && !f->filter->said && !f->filter->confidence;
	return bs_documents_of(arena, f->segment, people, f->name_count, &f->documents, err);
}

bool bs_filter_wants(const struct bs_segment_filter *f, struct bs_said_by by)
{
	if (!f->filter->speaker) return true;
	if (f->filter->office) return by.role != BS_NO_STRING && f->wanted[by.role];
	if (f->wanted) return f->wanted[by.name];
	size_t low = 0, high = f->name_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (f->names[middle] < by.name)
			low = middle + 1;
		else
			high = middle;
	}
	return low < f->name_count && f->names[low] == by.name;
}

bool bs_condition_wants(const struct bs_segment_filter *f, const struct bs_condition *c,
			struct bs_said_by by)
{
	if (!(c->names && c->names[by.name]) &&
	    !(c->roles && by.role != BS_NO_STRING && c->roles[by.role]))
		return false;
	if (c->speaker && !bs_filter_wants(f, by)) return false;
	return !c->same || bs_condition_wants(f, c->same, by);
}

/* Was it said by somebody whom a condition asks for, or the option, if that is NULL? */
static bool is_said_by(const struct bs_segment_filter *f, uint32_t document,
		       const struct bs_condition *condition)
{
	const struct bs_segment *s = f->segment;
	uint32_t set = bs_segment_set(s, document), day = bs_segment_day(s, document);
	for (uint32_t k = s->sets[set]; k < s->sets[set + 1]; k++) {
		struct bs_said_by by = bs_who_is(&f->who, k, day);
		if (condition ? bs_condition_wants(f, condition, by) : bs_filter_wants(f, by))
			return true;
	}
	return false;
}

bool bs_filter_says(const struct bs_segment_filter *f, uint32_t document)
{
	if (f->filter->speaker && !is_said_by(f, document, NULL)) return false;
	for (size_t i = 0; i < f->condition_count; i++)
		if (is_said_by(f, document, &f->conditions[i]) == f->conditions[i].excluded)
			return false;
	return true;
}

/* The documents that mention the days asked for. */
static brad_status find_mentions(struct bs_arena *arena, struct bs_segment_filter *f,
				 brad_error *err)
{
	const struct bs_segment *s = f->segment;
	struct bs_mention_scan scan = {.in = {s->mentions, s->mentions + s->mentions_length, 0}};
	struct bs_period period;
	unsigned char *mentions = bs_arena_alloc(arena, s->documents / 8 + 1);
	bool found = false;
	bs_touch_mentions(s);
	while (bs_mentions_next(&scan, &period) && scan.document <= s->documents)
		if (bs_period_speaks_of(period, f->filter->spoken_of)) {
			bs_filter_set(mentions, scan.document);
			found = true;
		}
	f->mentions = mentions;
	if (!found) f->nothing = true;
	if (!scan.in.bad && scan.document <= s->documents) return BRAD_OK;
	return bs_segment_damaged(s, err);
}

brad_status bs_filter_begin(struct bs_arena *arena, struct bs_words_scan *scan,
			    const struct bs_people *people, const struct bs_filter *filter,
			    const struct bs_segment *segment, struct bs_segment_filter *out,
			    brad_error *err)
{
	*out = (struct bs_segment_filter){.filter = filter, .segment = segment};
	if (filter->mentions) {
		brad_status status = find_mentions(arena, out, err);
		if (status != BRAD_OK) return status;
	}
	if (filter->said || filter->confidence) bs_touch_speech(segment, 1, segment->documents + 1);
	out->everything =
		!filter->speaker && !filter->mentions && !filter->said && !filter->confidence;
	if (filter->speaker) {
		brad_status status = bs_who_begin(arena, scan, people, segment, &out->who, err);
		if (status == BRAD_OK)
			status = people || filter->office ? find_sets(arena, out, err)
							  : find_people(arena, scan, out, err);
		if (status != BRAD_OK) return status;
	}
	return bs_fields_any(&filter->fields) ? bs_filter_add_fields(arena, scan, people, out, err)
					      : BRAD_OK;
}

uint32_t bs_filter_next(const struct bs_segment_filter *f, uint32_t from)
{
	if (f->nothing) return f->segment->documents + 1;
	if (from == 0) from = 1;
	if (f->everything) return from;
	for (; from <= f->segment->documents; from++) {
		if (f->has_documents) from = bs_documents_next(&f->documents, from);
		if (from == UINT32_MAX) return f->segment->documents + 1;
		if (bs_filter_has(f, from)) break;
	}
	return from;
}

/* Is an article from these days?  Or, if it has no date, may it be, by its bounds? */
static bool is_of_days(const struct bs_article_row *row, uint32_t from, uint32_t to, bool inferred)
{
	if (row->day) return row->day >= from && row->day <= to;
	if (!inferred || row->date_from != BRAD_DATE_INFERRED) return false;
	uint32_t last = bs_date_pack_end(bs_date_unpack(row->not_after));
	return row->not_before <= to && last >= from;
}

static bool has_date(const struct bs_field_values *values, const struct bs_article_row *row,
		     bool inferred)
{
	for (size_t i = 0; i < values->count; i++) {
		const struct bs_field_value *v = &values->items[i];
		if (v->unknown ? row->day == 0
			       : is_of_days(row, bs_field_first_day(v), bs_field_last_day(v),
					    inferred))
			return true;
	}
	return false;
}

bool bs_filter_has_day(const struct bs_filter *filter, const struct bs_article_row *row)
{
	const struct bs_field_values *with = &filter->fields.with[BS_FIELD_DATE];
	if (filter->dated && !is_of_days(row, filter->from, filter->to, filter->inferred))
		return false;
	if (with->count && !has_date(with, row, filter->inferred)) return false;
	return !has_date(&filter->fields.without[BS_FIELD_DATE], row, false);
}
