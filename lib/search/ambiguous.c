/* Which names may be one person's, and which may be several people's?  Only names with the same
 * first or last word are compared, so the time depends on how many share one, not on the number
 * of pairs. */
#include "base/error.h"
#include "index/named.h"
#include "search/speakers.h"
#include "search/distance.h"

#include <stdlib.h>
#include <string.h>

enum { SHORTEST_NEAR = 3, LONG_WORD = 8, MOST_ROLES = 32 };

struct folded {
	struct bs_name name;
	uint32_t row;
	bool proper; /* every word has a capital: no mere description */
};

struct pair {
	uint32_t row, other; /* row comes first in the list */
};

struct comparison {
	struct brad_people *people;
	struct bs_arena arena; /* for the time of the comparison */
	struct bs_words_scan scan;
	struct folded *names; /* in the order of the list */
	struct pair *pairs;
	size_t pair_count;
};

/* ---- Two names ---------------------------------------------------------- */

static const char *first_word(const struct folded *f)
{
	return f->name.words[0];
}

static const char *last_word(const struct folded *f)
{
	return f->name.words[f->name.count - 1];
}

/* "Marc" and "Mark", "J" and "John". */
static bool are_near(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b), shorter = n < m ? n : m;
	size_t limit = shorter >= LONG_WORD ? 2 : 1;
	if (shorter == 1) return *a == *b;
	return shorter >= SHORTEST_NEAR && bs_edit_distance(a, b, limit) <= limit;
}

/* All words are the same except for one that is similar; or one name has more words between the
 * first and the last. */
static bool may_be_one(const struct folded *a, const struct folded *b)
{
	size_t n = a->name.count, differ = 0, where = 0;
	if (n < 2 || b->name.count < 2 || !a->proper || !b->proper) return false;
	if (n != b->name.count)
		return strcmp(first_word(a), first_word(b)) == 0 &&
		       strcmp(last_word(a), last_word(b)) == 0;
	for (size_t i = 0; i < n && differ < 2; i++)
		if (strcmp(a->name.words[i], b->name.words[i]) != 0) differ++, where = i;
	return differ == 0 || (differ == 1 && are_near(a->name.words[where], b->name.words[where]));
}

/* ---- All names ---------------------------------------------------------- */

/* Sorting must not leave it to chance in which order names with the same word stand. */
static int by_first(const void *a, const void *b)
{
	const struct folded *x = *(struct folded *const *)a, *y = *(struct folded *const *)b;
	int order = strcmp(first_word(x), first_word(y));
	return order ? order : (x->row > y->row) - (x->row < y->row);
}

static int by_last(const void *a, const void *b)
{
	int order = strcmp(last_word(*(struct folded *const *)a),
			   last_word(*(struct folded *const *)b));
	return order ? order : by_first(a, b);
}

static int by_rows(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;
	if (x->row != y->row) return x->row < y->row ? -1 : 1;
	return (x->other > y->other) - (x->other < y->other);
}

/* Compares names that share a word; sorting has put them side by side. */
static void compare_groups(struct comparison *c, const struct folded **names, size_t count,
			   const char *(*word)(const struct folded *),
			   int (*order)(const void *, const void *))
{
	qsort(names, count, sizeof(*names), order);
	for (size_t i = 0; i < count; i++)
		for (size_t k = i + 1; k < count && strcmp(word(names[i]), word(names[k])) == 0;
		     k++) {
			uint32_t a = names[i]->row, b = names[k]->row;
			if (may_be_one(names[i], names[k]))
				*BS_PUSH(&c->arena, c->pairs, c->pair_count) =
					a < b ? (struct pair){a, b} : (struct pair){b, a};
		}
}

static void add(struct comparison *c, brad_doubt doubt, uint32_t row, const char *const *others,
		size_t count)
{
	struct brad_people *p = c->people;
	*BS_PUSH(&p->answer.arena, p->ambiguities, p->ambiguity_count) =
		(brad_ambiguity){doubt, p->rows[row].name, p->rows[row].sentences, others, count};
}

static void add_spellings(struct comparison *c)
{
	struct brad_people *p = c->people;
	if (c->pair_count) qsort(c->pairs, c->pair_count, sizeof *c->pairs, by_rows);
	for (size_t i = 0; i < c->pair_count;) {
		const char **others = NULL;
		size_t count = 0, k = i;
		for (; k < c->pair_count && c->pairs[k].row == c->pairs[i].row; k++)
			if (k == i || c->pairs[k].other != c->pairs[k - 1].other)
				*BS_PUSH(&p->answer.arena, others, count) =
					p->rows[c->pairs[k].other].name;
		add(c, BRAD_DOUBT_SPELLING, c->pairs[i].row, others, count);
		i = k;
	}
}

/* `names` are in the order of their last words. */
static void add_surnames(struct comparison *c, const struct folded **names, size_t count)
{
	struct brad_people *p = c->people;
	for (uint32_t row = 0; row < p->row_count; row++) {
		const struct folded *alone = &c->names[row];
		const char **others = NULL;
		size_t other_count = 0, low = 0, high = count;
		if (alone->name.count != 1 || !alone->proper) continue;
		while (low < high) {
			size_t middle = low + (high - low) / 2;
			if (strcmp(last_word(names[middle]), last_word(alone)) < 0)
				low = middle + 1;
			else
				high = middle;
		}
		for (; low < count && strcmp(last_word(names[low]), last_word(alone)) == 0; low++)
			if (names[low]->name.count > 1 && names[low]->proper)
				*BS_PUSH(&p->answer.arena, others, other_count) =
					p->rows[names[low]->row].name;
		if (other_count) add(c, BRAD_DOUBT_SURNAME, row, others, other_count);
	}
}

/* ---- Roles -------------------------------------------------------------- */

static bool have_a_word(const struct bs_name *a, const struct bs_name *b)
{
	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < b->count; k++)
			if (strcmp(a->words[i], b->words[k]) == 0 &&
			    !bs_is_stop_word(a->words[i], strlen(a->words[i])))
				return true;
	return false;
}

/* Can the roles be divided into groups that have no word in common? */
static bool do_not_fit(struct comparison *c, const brad_person *person)
{
	struct bs_name roles[MOST_ROLES] = {0};
	bool reached[MOST_ROLES] = {true}, more = true;
	size_t n = person->role_count < MOST_ROLES ? person->role_count : MOST_ROLES;
	for (size_t i = 0; i < n; i++)
		if (bs_name_read(&c->arena, &c->scan, person->roles[i], &roles[i], NULL) != BRAD_OK)
			return false;
	while (more) {
		more = false;
		for (size_t i = 0; i < n; i++)
			for (size_t k = 0; k < n; k++)
				if (reached[i] && !reached[k] && have_a_word(&roles[i], &roles[k]))
					reached[k] = more = true;
	}
	for (size_t i = 0; i < n; i++)
		if (!reached[i]) return true;
	return false;
}

static void add_roles(struct comparison *c)
{
	const struct brad_people *p = c->people;
	for (uint32_t row = 0; row < p->row_count; row++)
		if (c->names[row].proper && do_not_fit(c, &p->rows[row]))
			add(c, BRAD_DOUBT_ROLES, row, p->rows[row].roles, p->rows[row].role_count);
}

/* ---- The public face ---------------------------------------------------- */

static bool is_proper(const char *name)
{
	bool first = true;
	for (; *name; first = *name == ' ', name++)
		if (first && *name >= 'a' && *name <= 'z') return false;
	return true;
}

static brad_status compare(struct comparison *c, brad_error *err)
{
	struct brad_people *p = c->people;
	const struct folded **order =
		bs_arena_alloc(&c->arena, (p->row_count + 1) * sizeof(*order));
	size_t count = 0;
	c->names = bs_arena_alloc(&c->arena, (p->row_count + 1) * sizeof *c->names);
	for (uint32_t row = 0; row < p->row_count; row++) {
		struct folded *f = &c->names[row];
		*f = (struct folded){.row = row, .proper = is_proper(p->rows[row].name)};
		if (bs_name_read(&c->arena, &c->scan, p->rows[row].name, &f->name, NULL) == BRAD_OK)
			order[count++] = f;
	}
	if (c->scan.form.failed) return bs_no_memory(err);
	compare_groups(c, order, count, first_word, by_first);
	compare_groups(c, order, count, last_word, by_last);
	add_spellings(c);
	add_surnames(c, order, count);
	add_roles(c);
	return BRAD_OK;
}

brad_status brad_people_ambiguities(brad_people *people, const brad_ambiguity **first,
				    size_t *count, brad_error *err)
{
	brad_status status = BRAD_OK;
	bs_error_clear(err);
	*first = NULL;
	*count = 0;
	if (!people->compared) {
		struct comparison *c = calloc(1, sizeof *c);
		jmp_buf way_out;
		if (!c) return bs_no_memory(err);
		c->people = people;
		people->ambiguity_count = 0;
		if (setjmp(way_out) == 0) {
			c->arena.way_out = people->answer.arena.way_out = &way_out;
			status = compare(c, err);
		} else {
			status = bs_no_memory(err);
		}
		people->answer.arena.way_out = NULL;
		bs_buffer_free(&c->scan.form);
		bs_arena_free(&c->arena);
		free(c);
		if (status != BRAD_OK) return status;
		people->compared = true;
	}
	*first = people->ambiguities;
	*count = people->ambiguity_count;
	return BRAD_OK;
}
