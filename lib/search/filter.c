#include "search/filter.h"

#include "base/date.h"
#include "base/error.h"
#include "index/mentions.h"

#include <string.h>

/* Which names, or roles, are asked for? */
static const bool *find_wanted(struct bs_arena *arena, const struct bs_who *who,
			       const struct bs_filter *filter)
{
	uint32_t count = filter->office ? bs_who_roles(who) : bs_who_names(who);
	bool *wanted = bs_arena_alloc(arena, (size_t)count + 1);
	for (uint32_t i = 0; i < count; i++)
		wanted[i] =
			filter->office
				? bs_office_matches(filter->speaker, bs_who_role(who, i), who->scan)
				: bs_name_matches(filter->speaker, bs_who_name(who, i), who->scan);
	/* A person of the file goes by his aliases too. */
	for (size_t i = 0; who->people && !filter->office && i < who->people->row_count; i++) {
		const struct bs_people_row *row = &who->people->rows[i];
		if (bs_name_matches(filter->speaker, row->key, who->scan))
			wanted[who->segment->people.count + row->person] = true;
	}
	return wanted;
}

/* The sets that have the speaker, or may have him. */
static brad_status find_sets(struct bs_arena *arena, struct bs_segment_filter *f, brad_error *err)
{
	const struct bs_segment *s = f->segment;
	f->wanted = find_wanted(arena, &f->who, f->filter);
	if (f->who.scan->form.failed) return bs_no_memory(err);
	unsigned char *sets = bs_arena_alloc(arena, s->set_count / 8 + 1);
	bool found = false;
	for (uint32_t i = 1; i <= s->set_count; i++) {
		bool has = bs_who_touches(&f->who, i);
		for (uint32_t k = s->sets[i]; k < s->sets[i + 1] && !has; k++)
			has = bs_filter_wants(f, s->members[k]);
		if (!has) continue;
		sets[i / 8] |= (unsigned char)(1 << i % 8);
		found = true;
	}
	f->sets = sets;
	if (!found) f->nothing = true;
	return BRAD_OK;
}

bool bs_filter_says(const struct bs_segment_filter *f, uint32_t document)
{
	const struct bs_segment *s = f->segment;
	uint32_t set = s->set[document];
	for (uint32_t k = s->sets[set]; k < s->sets[set + 1]; k++)
		if (bs_filter_wants(f, bs_who_is(&f->who, k, bs_segment_day(s, document))))
			return true;
	return false;
}

/* The documents that speak of what is asked for. */
static void find_mentions(struct bs_arena *arena, struct bs_segment_filter *f)
{
	const struct bs_segment *s = f->segment;
	struct bs_mention_scan scan = {.in = {s->mentions, s->mentions + s->mentions_length, 0}};
	struct bs_period period;
	unsigned char *mentions = bs_arena_alloc(arena, s->documents / 8 + 1);
	bool found = false;
	while (bs_mentions_next(&scan, &period))
		if (bs_period_speaks_of(period, f->filter->spoken_of)) {
			mentions[scan.document / 8] |= (unsigned char)(1 << scan.document % 8);
			found = true;
		}
	f->mentions = mentions;
	if (!found) f->nothing = true;
}

brad_status bs_filter_begin(struct bs_arena *arena, struct bs_words_scan *scan,
			    const struct bs_people *people, const struct bs_filter *filter,
			    const struct bs_segment *segment, struct bs_segment_filter *out,
			    brad_error *err)
{
	*out = (struct bs_segment_filter){.filter = filter, .segment = segment};
	if (filter->mentions) find_mentions(arena, out);
	if (!filter->speaker) return BRAD_OK;
	brad_status status = bs_who_begin(arena, scan, people, segment, &out->who, err);
	return status == BRAD_OK ? find_sets(arena, out, err) : status;
}

uint32_t bs_filter_next(const struct bs_segment_filter *f, uint32_t from)
{
	if (f->nothing) return f->segment->documents + 1;
	if (from == 0) from = 1;
	while (from <= f->segment->documents && !bs_filter_has(f, from)) from++;
	return from;
}

bool bs_filter_has_day(const struct bs_filter *filter, const struct bs_article_row *row)
{
	if (!filter->dated) return true;
	if (row->day) return row->day >= filter->from && row->day <= filter->to;
	if (!filter->inferred || row->date_from != BRAD_DATE_INFERRED) return false;
	uint32_t last = bs_date_pack_end(bs_date_unpack(row->not_after));
	return row->not_before <= filter->to && last >= filter->from;
}
