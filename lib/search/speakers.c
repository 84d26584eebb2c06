#include "base/date.h"
#include "search/speakers.h"

#include <stdlib.h>
#include <string.h>

/* What is known of a person, or of a person in one role. */
struct tally {
	const char *name, *role; /* role: NULL in the first kind */
	uint64_t sentences, articles;
	uint32_t first, last; /* days; 0 for unknown */
};

struct tallies {
	struct tally *at;
	size_t count;
};

struct gathered {
	struct tallies people, roles;
};

/* ---- One segment -------------------------------------------------------- */

struct person {
	uint32_t sentences, articles, first, last;
	uint32_t seen_article; /* + 1 */
	uint32_t seen_document;
};

static void add_day(uint32_t day, uint32_t *first, uint32_t *last)
{
	if (day == 0) return;
	if (*first == 0 || day < *first) *first = day;
	if (day > *last) *last = day;
}

/* What is gathered from one segment. */
struct gathering {
	struct bs_search *search;
	const struct bs_segment *segment;
	struct bs_segment_filter filter;
	struct bs_who who;
	struct person *people; /* by name */
	uint32_t *sets;        /* how many sentences each has, but for those that the file lists */
	struct gathered *out;
};

static void add_role(struct gathering *g, struct bs_said_by by, uint64_t sentences)
{
	if (by.role == BS_NO_STRING || !bs_filter_wants(&g->filter, by)) return;
	*BS_PUSH(&g->search->arena, g->out->roles.at, g->out->roles.count) =
		(struct tally){.name = bs_who_name(&g->who, by.name),
			       .role = bs_who_role(&g->who, by.role),
			       .sentences = sentences};
}

static void add_document(struct gathering *g, uint32_t document)
{
	const struct bs_segment *s = g->segment;
	uint32_t set = bs_segment_set(s, document), article = s->article[document],
		 day = bs_segment_day(s, document);
	bool touched = bs_who_touches(&g->who, set);
	if (!touched) g->sets[set]++;
	for (uint32_t i = s->sets[set]; i < s->sets[set + 1]; i++) {
		struct bs_said_by by = bs_who_is(&g->who, i, day);
		struct person *p = &g->people[by.name];
		if (!bs_filter_wants(&g->filter, by) || p->seen_document == document) continue;
		if (touched) add_role(g, by, 1);
		p->seen_document = document;
		p->sentences++;
		if (p->seen_article == article + 1) continue;
		p->seen_article = article + 1;
		p->articles++;
		add_day(day, &p->first, &p->last);
	}
}

static void gather_roles(struct gathering *g)
{
	const struct bs_segment *in = g->segment;
	for (uint32_t set = 1; set <= in->set_count; set++)
		for (uint32_t i = in->sets[set]; g->sets[set] && i < in->sets[set + 1]; i++)
			add_role(g, in->members[i], g->sets[set]);
}

static brad_status gather(struct bs_search *s, const struct bs_segment *in, struct gathered *out,
			  brad_error *err)
{
	struct gathering g = {.search = s, .segment = in, .out = out};
	const struct bs_people *file = s->index->people;
	struct bs_words_scan *scan = &s->scratch.scan;
	brad_status status = bs_who_begin(&s->arena, scan, file, in, &g.who, err);
	if (status == BRAD_OK)
		status = bs_filter_begin(&s->arena, scan, file, &s->filter, in, &g.filter, err);
	if (status != BRAD_OK) return status;
	uint32_t names = bs_who_names(&g.who);
	g.people = bs_arena_alloc(&s->arena, ((size_t)names + 1) * sizeof *g.people);
	g.sets = bs_arena_alloc(&s->arena, ((size_t)in->set_count + 1) * sizeof *g.sets);
	for (uint32_t d = bs_filter_next(&g.filter, 1); d <= in->documents;
	     d = bs_filter_next(&g.filter, d + 1))
		if (bs_bit(in->spoken, d) && !bs_segment_is_dead(in, in->article[d]))
			add_document(&g, d);
	for (uint32_t i = 0; i < names; i++) {
		const struct person *p = &g.people[i];
		if (p->sentences)
			*BS_PUSH(&s->arena, out->people.at, out->people.count) =
				(struct tally){bs_who_name(&g.who, i),
					       NULL,
					       p->sentences,
					       p->articles,
					       p->first,
					       p->last};
	}
	gather_roles(&g);
	return BRAD_OK;
}

/* ---- Joining segments --------------------------------------------------- */

static int by_name(const void *a, const void *b)
{
	const struct tally *x = a, *y = b;
	int order = strcmp(x->name, y->name);
	return order || !x->role ? order : strcmp(x->role, y->role);
}

static int by_sentences(const void *a, const void *b)
{
	const struct tally *x = a, *y = b;
	if (x->sentences != y->sentences) return x->sentences > y->sentences ? -1 : 1;
	return by_name(a, b);
}

static int by_name_and_sentences(const void *a, const void *b)
{
	const struct tally *x = a, *y = b;
	int order = strcmp(x->name, y->name);
	return order ? order : by_sentences(a, b);
}

static void join(struct tallies *t)
{
	size_t last = 0;
	if (t->count == 0) return;
	qsort(t->at, t->count, sizeof *t->at, by_name);
	for (size_t i = 1; i < t->count; i++) {
		struct tally *into = &t->at[last];
		if (by_name(into, &t->at[i]) != 0) {
			t->at[++last] = t->at[i];
			continue;
		}
		into->sentences += t->at[i].sentences;
		into->articles += t->at[i].articles;
		add_day(t->at[i].first, &into->first, &into->last);
		add_day(t->at[i].last, &into->first, &into->last);
	}
	t->count = last + 1;
}

/* The roles of a person lie together, the most frequent first. */
static size_t find_roles(const struct tallies *roles, const char *name)
{
	size_t low = 0, high = roles->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (strcmp(roles->at[middle].name, name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void make_row(struct bs_arena *kept, const struct tally *t, const struct tallies *roles,
		     brad_person *row)
{
	const char **list = NULL;
	row->name = bs_arena_string(kept, t->name);
	for (size_t i = find_roles(roles, t->name);
	     i < roles->count && strcmp(roles->at[i].name, t->name) == 0; i++)
		*BS_PUSH(kept, list, row->role_count) = bs_arena_string(kept, roles->at[i].role);
	row->roles = list;
	row->sentences = t->sentences;
	row->articles = t->articles;
	row->first = bs_date_unpack(t->first);
	row->last = bs_date_unpack(t->last);
}

static brad_status make(struct bs_search *s, void *request, brad_error *err)
{
	struct brad_people *people = (void *)s->answer;
	struct gathered gathered = {0};
	brad_status status = BRAD_OK;
	(void)request;
	for (size_t i = 0; i < s->index->segment_count && status == BRAD_OK; i++)
		status = gather(s, &s->index->segments[i], &gathered, err);
	if (status != BRAD_OK) return status;
	join(&gathered.people);
	join(&gathered.roles);
	if (gathered.people.count == 0) return bs_suggest(s, err);
	qsort(gathered.people.at, gathered.people.count, sizeof(struct tally), by_sentences);
	if (gathered.roles.count)
		qsort(gathered.roles.at, gathered.roles.count, sizeof(struct tally),
		      by_name_and_sentences);
	people->row_count = gathered.people.count;
	people->rows = bs_arena_alloc(s->kept, people->row_count * sizeof *people->rows);
	for (size_t i = 0; i < people->row_count; i++)
		make_row(s->kept, &gathered.people.at[i], &gathered.roles, &people->rows[i]);
	return BRAD_OK;
}

/* ---- The public face ---------------------------------------------------- */

brad_status brad_index_speakers(brad_index *index, const char *name, brad_people **out,
				brad_error *err)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.speaker = name;
	return bs_answer_new(index, &options, sizeof **out, make, NULL, out, err);
}

size_t brad_people_rows(const brad_people *people, const brad_person **first)
{
	*first = people->rows;
	return people->row_count;
}

const char *brad_people_note(const brad_people *people, size_t i)
{
	return i < people->answer.notes.count ? people->answer.notes.at[i] : NULL;
}

void brad_people_free(brad_people *people)
{
	bs_answer_free(people);
}
