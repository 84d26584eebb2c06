/* Which names begin with what somebody has typed so far?  Only the dictionaries of the segments
 * are searched, which is quick; so some names may occur only in articles that were removed. */
#include "base/error.h"
#include "index/people.h"
#include "search/search.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_OF_A_SEGMENT = 1000 };

struct brad_names {
	struct bs_arena arena;
	const char **rows;
	size_t count;
};

/* A name, or its end from a word on, and in how many sentences the segments have it. */
struct offer {
	const char *name;
	uint32_t sentences;
};

struct offers {
	struct bs_arena arena;
	struct offer *items;
	size_t count;
};

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 32) : c;
}

static bool begins_with(const char *text, const char *begin)
{
	static const char apostrophe[] = "’";
	for (; *begin; text++, begin++)
		if (*begin == '\'' && strncmp(text, apostrophe, sizeof apostrophe - 1) == 0)
			text += sizeof apostrophe - 2;
		else if (lower(*text) != lower(*begin))
			return false;
	return true;
}

/* A name is offered for each of its words that begins so, as a search finds it by any of them. */
static void offer(struct offers *o, const char *name, const char *begin, uint32_t sentences)
{
	for (const char *word = name; word; word = strchr(word, ' ')) {
		while (*word == ' ') word++;
		if (*word && begins_with(word, begin))
			*BS_PUSH(&o->arena, o->items, o->count) = (struct offer){word, sentences};
		if (!*begin) return;
	}
}

static int most_said_first(const void *a, const void *b)
{
	const struct offer *x = a, *y = b;
	if (x->sentences != y->sentences) return x->sentences > y->sentences ? -1 : 1;
	return strcmp(x->name, y->name);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct offer *)a)->name, ((const struct offer *)b)->name);
}

static void offer_segment(struct offers *o, const struct bs_segment *s, const char *begin)
{
	size_t before = o->count;
	for (uint32_t i = 0; i < s->people.count; i++)
		offer(o, bs_string(&s->people, i), begin,
		      s->person_documents_at[i + 1] - s->person_documents_at[i]);
	if (o->count - before <= MOST_OF_A_SEGMENT) return;
	qsort(o->items + before, o->count - before, sizeof *o->items, most_said_first);
	o->count = before + MOST_OF_A_SEGMENT;
}

/* Joins offers of the same name, and puts those with most sentences first. */
static void tidy(struct offers *o)
{
	size_t kept = 0;
	if (o->count == 0) return;
	qsort(o->items, o->count, sizeof *o->items, by_name);
	for (size_t i = 1; i < o->count; i++) {
		if (strcmp(o->items[i].name, o->items[kept].name) == 0)
			o->items[kept].sentences += o->items[i].sentences;
		else
			o->items[++kept] = o->items[i];
	}
	o->count = kept + 1;
	qsort(o->items, o->count, sizeof *o->items, most_said_first);
}

static void find_names(brad_index *index, const char *begin, size_t limit, struct offers *o,
		       struct brad_names *out)
{
	for (size_t i = 0; i < index->segment_count; i++)
		offer_segment(o, &index->segments[i], begin);
	for (uint32_t i = 0; index->people && i < index->people->persons.count; i++)
		offer(o, index->people->persons.items[i].bytes, begin, 1);
	tidy(o);
	out->count = o->count < limit ? o->count : limit;
	out->rows = bs_arena_alloc(&out->arena, (out->count + 1) * sizeof *out->rows);
	for (size_t i = 0; i < out->count; i++)
		out->rows[i] = bs_arena_string(&out->arena, o->items[i].name);
}

brad_status brad_index_names(brad_index *index, const char *begin, size_t limit, brad_names **out,
			     brad_error *err)
{
	struct offers offers = {0};
	jmp_buf way_out;
	bs_error_clear(err);
	*out = calloc(1, sizeof **out);
	if (!*out) return bs_no_memory(err);
	if (setjmp(way_out) == 0) {
		offers.arena.way_out = (*out)->arena.way_out = &way_out;
		find_names(index, begin ? begin : "", limit, &offers, *out);
		(*out)->arena.way_out = NULL;
	} else {
		brad_names_free(*out);
		*out = NULL;
	}
	bs_arena_free(&offers.arena);
	return *out ? BRAD_OK : bs_no_memory(err);
}

size_t brad_names_rows(const brad_names *names, const char *const **first)
{
	*first = names->rows;
	return names->count;
}

void brad_names_free(brad_names *names)
{
	if (!names) return;
	bs_arena_free(&names->arena);
	free(names);
}
