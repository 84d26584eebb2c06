#include "search/prune.h"

#include <string.h>

/* Sums of weights may depend on the order of their terms. */
static const double slack = 1e-9;

void bs_prune_begin(struct bs_prune *p, const struct bs_cursor *c)
{
	if (c->kind == BS_CURSOR_AND || c->kind == BS_CURSOR_OR) {
		for (size_t i = 0; i < c->child_count; i++) bs_prune_begin(p, c->children[i]);
		return;
	}
	if (p->count == BS_PRUNE_LEAVES) {
		p->too_many = true;
		return;
	}
	size_t k = p->count++;
	for (; k > 0 && p->leaves[k - 1]->weight < c->weight; k--) p->leaves[k] = p->leaves[k - 1];
	p->leaves[k] = c;
}

/* How many leaves must a document have at least?  More than there are, if not even all of them
 * suffice. */
static size_t fewest_leaves(const struct bs_prune *p, double least)
{
	double sum = 0;
	size_t n = 0;
	while (n < p->count && sum < least) sum += p->leaves[n++]->weight;
	return sum < least ? p->count + 1 : n;
}

/* Of how many of the heaviest leaves must it have one? */
static size_t heavy_leaves(const struct bs_prune *p, double least)
{
	double sum = 0;
	size_t n = p->count;
	while (n > 0 && sum + p->leaves[n - 1]->weight < least) sum += p->leaves[--n]->weight;
	return n;
}

static void join(uint64_t *out, const uint64_t *bits)
{
	for (size_t i = 0; i < BS_WINDOW_WORDS; i++) out[i] |= bits[i];
}

/* Those documents that have `fewest` leaves, one of them among the first `heavy`. */
static void find_enough(const struct bs_prune *p, size_t fewest, size_t heavy, uint64_t *out)
{
	/* at_least[n]: those that have n + 1 leaves, of those looked at so far. */
	uint64_t at_least[BS_PRUNE_LEAVES][BS_WINDOW_WORDS], any[BS_WINDOW_WORDS] = {0};
	memset(at_least, 0, fewest * sizeof *at_least);
	for (size_t k = 0; k < p->count; k++) {
		const struct bs_window *w = p->leaves[k]->window;
		if (!w) continue; /* it was never needed */
		for (size_t n = k < fewest ? k : fewest - 1; n > 0; n--)
			for (size_t i = 0; i < BS_WINDOW_WORDS; i++)
				at_least[n][i] |= at_least[n - 1][i] & w->bits[i];
		join(at_least[0], w->bits);
		if (k < heavy) join(any, w->bits);
	}
	for (size_t i = 0; i < BS_WINDOW_WORDS; i++) out[i] = at_least[fewest - 1][i] & any[i];
}

void bs_prune_window(const struct bs_prune *p, const uint64_t *found, double least, uint64_t *out)
{
	least *= 1 - slack;
	size_t fewest = fewest_leaves(p, least), heavy = heavy_leaves(p, least);
	if (p->too_many || fewest == 0 || (fewest == 1 && heavy == p->count)) {
		memcpy(out, found, BS_WINDOW / 8);
		return;
	}
	if (fewest > p->count)
		memset(out, 0, BS_WINDOW / 8);
	else
		find_enough(p, fewest, heavy, out);
	for (size_t k = 0; k < p->count; k++) {
		const struct bs_window *w = p->leaves[k]->window;
		if (w && w->repeated) join(out, w->repeats);
	}
	for (size_t i = 0; i < BS_WINDOW_WORDS; i++) out[i] &= found[i];
}
