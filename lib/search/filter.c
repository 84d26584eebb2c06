#include "search/filter.h"

#include "base/error.h"
#include "base/utf8.h"

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

brad_status bs_filter_begin(struct bs_arena *arena, struct bs_words_scan *scan,
			    const struct bs_filter *filter, const struct bs_segment *segment,
			    struct bs_segment_filter *out, brad_error *err)
{
	*out = (struct bs_segment_filter){filter, segment, NULL, false};
	if (!filter->speaker) return BRAD_OK;
	bool *matches = bs_arena_alloc(arena, segment->people.count + 1);
	for (uint32_t i = 0; i < segment->people.count; i++)
		matches[i] = bs_name_matches(filter->speaker, bs_string(&segment->people, i), scan);
	if (scan->form.failed) return bs_no_memory(err);
	unsigned char *sets = bs_arena_alloc(arena, segment->set_count / 8 + 1);
	out->sets = sets;
	out->nobody = true;
	for (uint32_t s = 1; s <= segment->set_count; s++)
		for (uint32_t k = segment->sets[s]; k < segment->sets[s + 1]; k++)
			if (matches[segment->members[k].name]) {
				sets[s / 8] |= (unsigned char)(1 << s % 8);
				out->nobody = false;
			}
	return BRAD_OK;
}

uint32_t bs_filter_next_speaker(const struct bs_segment_filter *f, uint32_t from)
{
	if (f->nobody) return f->segment->documents + 1;
	if (from == 0) from = 1;
	while (from <= f->segment->documents && !bs_filter_has_speaker(f, from)) from++;
	return from;
}
