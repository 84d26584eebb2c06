#include "search/voices.h"

#include <stdlib.h>
#include <string.h>

void bs_voices_add(struct bs_arena *arena, struct bs_voices *v, const char *name,
		   uint64_t sentences, uint64_t articles)
{
	*BS_PUSH(arena, v->at, v->count) = (brad_voice){name, sentences, articles};
}

static int by_name(const void *a, const void *b)
{
	const brad_voice *x = a, *y = b;
	return strcmp(x->name, y->name);
}

static int by_weight(const void *a, const void *b)
{
	const brad_voice *x = a, *y = b;
	if (x->sentences != y->sentences) return x->sentences > y->sentences ? -1 : 1;
	if (x->articles != y->articles) return x->articles > y->articles ? -1 : 1;
	if (!x->name || !y->name) return (x->name != NULL) - (y->name != NULL);
	return strcmp(x->name, y->name);
}

void bs_voices_join(struct bs_voices *v)
{
	size_t last = 0;
	if (v->count == 0) return;
	qsort(v->at, v->count, sizeof *v->at, by_name);
	for (size_t i = 1; i < v->count; i++) {
		if (by_name(&v->at[last], &v->at[i]) != 0) {
			v->at[++last] = v->at[i];
			continue;
		}
		v->at[last].sentences += v->at[i].sentences;
		v->at[last].articles += v->at[i].articles;
	}
	v->count = last + 1;
}

void bs_voices_remove(struct bs_voices *v, const struct bs_voices *others)
{
	size_t left = 0;
	for (size_t i = 0; i < v->count; i++)
		if (!others->count ||
		    !bsearch(&v->at[i], others->at, others->count, sizeof *others->at, by_name))
			v->at[left++] = v->at[i];
	v->count = left;
}

const brad_voice *bs_voices_keep(struct bs_voices *v, struct bs_arena *kept)
{
	brad_voice *rows = bs_arena_alloc(kept, (v->count + 1) * sizeof *rows);
	if (v->count) qsort(v->at, v->count, sizeof *v->at, by_weight);
	for (size_t i = 0; i < v->count; i++) {
		rows[i] = v->at[i];
		rows[i].name = bs_arena_string(kept, v->at[i].name);
	}
	return rows;
}
