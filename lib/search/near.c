/* Finds words near each other: each of those asked for needs a place of its own
 * among the words of the sentence, and one place may fit several of them. */
#include "search/row.h"

#include <stdint.h>
#include <string.h>

#define NONE SIZE_MAX

void bs_near_begin(struct bs_arena *arena, size_t asked, size_t count, struct bs_near *out)
{
	out->fits = bs_arena_alloc(arena, (asked * count + 1) * sizeof *out->fits);
	out->places = bs_arena_alloc(arena, asked * sizeof *out->places);
	out->words = bs_arena_alloc(arena, (count + 1) * sizeof *out->words);
	out->tried = bs_arena_alloc(arena, (count + 1) * sizeof *out->tried);
}

/* A stretch of places. */
struct stretch {
	struct bs_near *near;
	size_t count; /* of places in the sentence */
	size_t first, end;
};

/* Gives word k a place, another word moving on to one of its others (Kuhn's algorithm). */
static bool place(const struct stretch *s, size_t k)
{
	struct bs_near *near = s->near;
	for (size_t i = s->first; i < s->end; i++) {
		if (!near->fits[k * s->count + i] || near->tried[i]) continue;
		near->tried[i] = true;
		if (near->words[i] != NONE && !place(s, near->words[i])) continue;
		near->words[i] = k;
		near->places[k] = i;
		return true;
	}
	return false;
}

static bool place_all(const struct stretch *s, size_t asked)
{
	size_t length = s->end - s->first;
	for (size_t i = s->first; i < s->end; i++) s->near->words[i] = NONE;
	for (size_t k = 0; k < asked; k++) {
		memset(s->near->tried + s->first, 0, length * sizeof *s->near->tried);
		if (!place(s, k)) return false;
	}
	return true;
}

/* Does one of the words begin the stretch? */
static bool begins(const struct stretch *s, size_t asked)
{
	for (size_t k = 0; k < asked; k++)
		if (s->near->fits[k * s->count + s->first]) return true;
	return false;
}

bool bs_near_find(struct bs_near *near, size_t asked, size_t count, uint32_t distance, size_t *from)
{
	struct stretch s = {.near = near, .count = count, .first = *from};
	for (; s.first + asked <= count; s.first++) {
		s.end = s.first + distance < count ? s.first + distance + 1 : count;
		if (!begins(&s, asked) || !place_all(&s, asked)) continue;
		*from = s.first;
		return true;
	}
	return false;
}
