#include "index/ranks.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

/* A name of a segment. */
struct entry {
	uint64_t begin; /* its first eight bytes: most names differ there */
	const char *name;
	uint32_t *rank; /* where to store its rank */
};

static size_t words_of(uint32_t count)
{
	return (size_t)count / 64 + 1;
}

/* ---- Merging ------------------------------------------------------------- */

static uint64_t begin_of(const char *name)
{
	uint64_t begin = 0;
	for (int i = 0; i < 8; i++) begin = begin << 8 | (unsigned char)(*name ? *name++ : 0);
	return begin;
}

static int compare(const struct entry *a, const struct entry *b)
{
	if (a->begin != b->begin) return a->begin < b->begin ? -1 : 1;
	return strcmp(a->name, b->name);
}

static void merge(const struct entry *a, const struct entry *a_end, const struct entry *b,
		  const struct entry *b_end, struct entry *out)
{
	while (a < a_end && b < b_end) *out++ = compare(a, b) <= 0 ? *a++ : *b++;
	while (a < a_end) *out++ = *a++;
	while (b < b_end) *out++ = *b++;
}

/* Merges sorted runs two by two; `ends` is where each of them ends.  The result is in one of
 * the two arrays. */
static struct entry *merge_runs(struct entry *entries, struct entry *spare, size_t *ends,
				size_t runs)
{
	while (runs > 1) {
		size_t start = 0, merged = 0;
		for (size_t i = 0; i < runs; i += 2) {
			size_t middle = ends[i], end = i + 1 < runs ? ends[i + 1] : middle;
			merge(entries + start, entries + middle, entries + middle, entries + end,
			      spare + start);
			ends[merged++] = start = end;
		}
		struct entry *other = entries;
		entries = spare;
		spare = other;
		runs = merged;
	}
	return entries;
}

/* ---- Names --------------------------------------------------------------- */

struct bs_rank_names {
	atomic_size_t holders;
	size_t count;
	uint32_t starts[]; /* one more than there are names; then come their bytes */
};

static char *name_at(struct bs_rank_names *names, uint32_t rank)
{
	return (char *)(names->starts + names->count + 1) + names->starts[rank];
}

const char *bs_rank_name(const struct bs_rank_names *names, uint32_t rank)
{
	return (const char *)(names->starts + names->count + 1) + names->starts[rank];
}

/* NULL too if their bytes are too many to be counted in 32 bits. */
static struct bs_rank_names *make_names(uint32_t count, size_t length)
{
	struct bs_rank_names *names = NULL;
	if (length <= UINT32_MAX)
		names = malloc(sizeof *names + ((size_t)count + 1) * sizeof(uint32_t) + length);
	if (!names) return NULL;
	atomic_init(&names->holders, 1);
	names->count = count;
	names->starts[0] = 0;
	return names;
}

struct bs_rank_names *bs_rank_names_hold(struct bs_rank_names *names)
{
	atomic_fetch_add(&names->holders, 1);
	return names;
}

void bs_rank_names_release(struct bs_rank_names *names)
{
	if (names && atomic_fetch_sub(&names->holders, 1) == 1) free(names);
}

/* ---- Making -------------------------------------------------------------- */

static void list_names(struct bs_ranks *r, const struct bs_segment *segments, size_t count,
		       struct entry *out, size_t *ends)
{
	size_t n = 0;
	for (size_t i = 0; i < count; i++) {
		const struct bs_strings *people = &segments[i].people;
		for (uint32_t k = 0; k < people->count; k++) {
			const char *name = bs_string(people, k);
			out[n++] =
				(struct entry){begin_of(name), name, &r->segments[i].of_person[k]};
		}
		ends[i] = n;
	}
}

static bool number_names(struct bs_ranks *r, const struct entry *entries, size_t count)
{
	size_t length = 0;
	for (size_t i = 0; i < count; i++) {
		bool new = i == 0 || compare(&entries[i - 1], &entries[i]) != 0;
		if (new) length += strlen(entries[i].name) + 1;
		r->count += new;
		*entries[i].rank = r->count - 1;
	}
	r->names = make_names(r->count, length);
	if (!r->names) return false;
	for (size_t i = 0; i < count; i++) {
		uint32_t rank = *entries[i].rank;
		uint32_t size = (uint32_t)strlen(entries[i].name) + 1;
		memcpy(name_at(r->names, rank), entries[i].name, size);
		r->names->starts[rank + 1] = r->names->starts[rank] + size;
	}
	return true;
}

static uint32_t rank_of_set(const struct bs_segment *s, const struct bs_segment_ranks *of,
			    uint32_t set)
{
	uint32_t first = s->sets[set], rank = of->of_person[s->members[first].name];
	for (uint32_t i = first + 1; i < s->sets[set + 1]; i++)
		if (of->of_person[s->members[i].name] != rank) return BS_SEVERAL;
	return rank;
}

static void number_spoken(const struct bs_segment *s, struct bs_segment_ranks *of)
{
	for (uint32_t i = 0; i < s->spoken_count; i++)
		of->of_spoken[i] = rank_of_set(s, of, s->spoken_sets[i]);
}

static bool make_room(struct bs_ranks *r, const struct bs_segment *segments, size_t count,
		      size_t *names)
{
	bool room = true;
	*names = 0;
	r->segments = calloc(count + 1, sizeof *r->segments);
	if (!r->segments) return false;
	r->segment_count = count;
	for (size_t i = 0; i < count && room; i++) {
		struct bs_segment_ranks *of = &r->segments[i];
		of->of_person = calloc((size_t)segments[i].people.count + 1, sizeof(uint32_t));
		of->of_spoken = calloc((size_t)segments[i].spoken_count + 1, sizeof(uint32_t));
		room = of->of_person && of->of_spoken;
		*names += segments[i].people.count;
	}
	return room && *names < BS_SEVERAL;
}

static bool fill(struct bs_ranks *r, const struct bs_segment *segments, size_t count, size_t names)
{
	struct entry *entries = calloc((names + 1) * 2, sizeof *entries);
	size_t *ends = malloc((count + 1) * sizeof *ends);
	bool filled = entries && ends;
	if (filled) {
		list_names(r, segments, count, entries, ends);
		filled = number_names(r, merge_runs(entries, entries + names + 1, ends, count),
				      names);
		r->counts = calloc((size_t)r->count + 1, sizeof *r->counts);
		r->counted = calloc(words_of(r->count), sizeof *r->counted);
		filled = filled && r->counts && r->counted;
	}
	free(entries);
	free(ends);
	return filled;
}

struct bs_ranks *bs_ranks_make(const struct bs_segment *segments, size_t count)
{
	struct bs_ranks *r = calloc(1, sizeof *r);
	size_t names;
	if (!r) return NULL;
	if (!make_room(r, segments, count, &names) || !fill(r, segments, count, names)) {
		bs_ranks_free(r);
		return NULL;
	}
	for (size_t i = 0; i < count; i++) number_spoken(&segments[i], &r->segments[i]);
	return r;
}

void bs_ranks_free(struct bs_ranks *r)
{
	if (!r) return;
	for (size_t i = 0; i < r->segment_count; i++) {
		free(r->segments[i].of_person);
		free(r->segments[i].of_spoken);
	}
	free(r->segments);
	bs_rank_names_release(r->names);
	free(r->counts);
	free(r->counted);
	free(r);
}

/* ---- Counting ------------------------------------------------------------ */

void bs_ranks_begin(struct bs_ranks *r)
{
	if (r->in_use) {
		memset(r->counts, 0, ((size_t)r->count + 1) * sizeof *r->counts);
		memset(r->counted, 0, words_of(r->count) * sizeof *r->counted);
	}
	r->in_use = true;
}

void bs_ranks_count_members(struct bs_ranks *r, const struct bs_segment_ranks *of,
			    const struct bs_segment *s, uint32_t set)
{
	for (uint32_t i = s->sets[set]; i < s->sets[set + 1]; i++) {
		uint32_t k = s->sets[set], name = s->members[i].name;
		while (s->members[k].name != name) k++;
		if (k == i) bs_ranks_count(r, of->of_person[name]);
	}
}
