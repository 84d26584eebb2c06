#include "search/filter.h"

#include "base/date.h"
#include "base/error.h"
#include "base/utf8.h"
#include "index/mentions.h"

#include <string.h>

static void begin_scan(struct bs_words_scan *scan, const char *text)
{
	bs_buffer_clear(&scan->form);
	*scan = (struct bs_words_scan){text, 0, strlen(text), false, scan->form};
}

brad_status bs_name_read(struct bs_arena *arena, struct bs_words_scan *scan, const char *text,
			 struct bs_name *out, brad_error *err)
{
	struct bs_text_word word;
	*out = (struct bs_name){0};
	begin_scan(scan, text);
	while (bs_words_next(scan, &word))
		*BS_PUSH(arena, out->words, out->count) =
			bs_arena_copy(arena, word.form, word.length);
	if (scan->form.failed) return bs_no_memory(err);
	if (out->count == 0)
		return bs_fail(err, BRAD_EINVAL, "'%s' is no name: it holds no word", text);
	return BRAD_OK;
}

/* May the first word be there?  Most names are plain, and this is quick. */
static bool may_match(const struct bs_name *name, const char *person)
{
	const char *word = name->words[0];
	for (const char *at = person; *at; at++) {
		size_t i = 0;
		unsigned char c = (unsigned char)*at;
		if (c >= 0x80 || c == '.') return true; /* must be folded; J.K. counts as jk */
		for (; word[i]; i++) {
			c = (unsigned char)at[i];
			if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
			if (c != (unsigned char)word[i]) break;
		}
		if (!word[i]) return true;
	}
	return false;
}

bool bs_name_matches(const struct bs_name *name, const char *person, struct bs_words_scan *scan)
{
	struct bs_text_word word;
	size_t found = 0;
	if (!may_match(name, person)) return false;
	begin_scan(scan, person);
	while (found < name->count && bs_words_next(scan, &word))
		if (strcmp(name->words[found], word.form) == 0) found++;
	return found == name->count;
}

bool bs_office_matches(const struct bs_name *office, const char *role, struct bs_words_scan *scan)
{
	struct bs_text_word word;
	size_t matched = 0;
	for (size_t i = 0; i < office->count; i++) {
		const char *wanted = office->words[i];
		bool found = false;
		if (bs_is_stop_word(wanted, strlen(wanted))) continue;
		begin_scan(scan, role);
		while (!found && bs_words_next(scan, &word)) found = strcmp(wanted, word.form) == 0;
		if (!found) return false;
		matched++;
	}
	return matched > 0;
}

/* Which names, or roles, of a segment are asked for? */
static const bool *find_wanted(struct bs_arena *arena, struct bs_words_scan *scan,
			       const struct bs_filter *filter, const struct bs_strings *strings)
{
	bool *wanted = bs_arena_alloc(arena, strings->count + 1);
	for (uint32_t i = 0; i < strings->count; i++)
		wanted[i] =
			filter->office
				? bs_office_matches(filter->speaker, bs_string(strings, i), scan)
				: bs_name_matches(filter->speaker, bs_string(strings, i), scan);
	return wanted;
}

/* The sets that have the speaker. */
static brad_status find_sets(struct bs_arena *arena, struct bs_words_scan *scan,
			     struct bs_segment_filter *f, brad_error *err)
{
	const struct bs_segment *s = f->segment;
	f->wanted = find_wanted(arena, scan, f->filter, f->filter->office ? &s->roles : &s->people);
	if (scan->form.failed) return bs_no_memory(err);
	unsigned char *sets = bs_arena_alloc(arena, s->set_count / 8 + 1);
	bool found = false;
	for (uint32_t i = 1; i <= s->set_count; i++)
		for (uint32_t k = s->sets[i]; k < s->sets[i + 1]; k++)
			if (bs_filter_wants(f, s->members[k])) {
				sets[i / 8] |= (unsigned char)(1 << i % 8);
				found = true;
			}
	f->sets = sets;
	if (!found) f->nothing = true;
	return BRAD_OK;
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
			    const struct bs_filter *filter, const struct bs_segment *segment,
			    struct bs_segment_filter *out, brad_error *err)
{
	*out = (struct bs_segment_filter){.filter = filter, .segment = segment};
	if (filter->mentions) find_mentions(arena, out);
	return filter->speaker ? find_sets(arena, scan, out, err) : BRAD_OK;
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
