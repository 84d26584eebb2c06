/* Finds words near each other: each of those asked for needs a place of its own
 * among the words of the sentence, and one place may fit several of them. */
#include "search/row.h"

#include <stdint.h>
#include <string.h>

#define NONE SIZE_MAX

struct matching {
	const bool *fits;
	size_t asked, count;
	size_t first, end; /* the places of the stretch */
	size_t *places;    /* by word */
	size_t *words;     /* by place of the stretch: the word that has it */
	bool *tried;       /* places, for the word at hand */
};

/* Gives word k a place, others moving on to other places for it (Kuhn's algorithm). */
static bool place(struct matching *m, size_t k, size_t depth)
{
	for (size_t i = m->first; i < m->end; i++) {
		size_t at = i - m->first;
		if (!m->fits[k * m->count + i] || m->tried[at]) continue;
		m->tried[at] = true;
		if (m->words[at] != NONE && (depth == 0 || !place(m, m->words[at], depth - 1)))
			continue;
		m->words[at] = k;
		m->places[k] = i;
		return true;
	}
	return false;
}

static bool place_all(struct matching *m)
{
	size_t length = m->end - m->first;
	for (size_t i = 0; i < length; i++) m->words[i] = NONE;
	for (size_t k = 0; k < m->asked; k++) {
		memset(m->tried, 0, length * sizeof *m->tried);
		if (!place(m, k, m->asked)) return false;
	}
	return true;
}

/* The stretch begins with one of the words. */
static bool begins(const struct matching *m, size_t at)
{
	for (size_t k = 0; k < m->asked; k++)
		if (m->fits[k * m->count + at]) return true;
	return false;
}

bool bs_near_find(struct bs_arena *arena, const bool *fits, size_t asked, size_t count,
		  uint32_t distance, size_t *from, size_t *places)
{
	struct matching m = {.fits = fits, .asked = asked, .count = count, .places = places};
	bool ready = false;
	for (m.first = *from; m.first + asked <= count; m.first++) {
		m.end = m.first + distance < count ? m.first + distance + 1 : count;
		if (!begins(&m, m.first)) continue;
		if (!ready) {
			m.words = bs_arena_alloc(arena, count * sizeof *m.words);
			m.tried = bs_arena_alloc(arena, count * sizeof *m.tried);
			ready = true;
		}
		if (!place_all(&m)) continue;
		*from = m.first;
		return true;
	}
	return false;
}
