/* Narrows a filter by the fields of a query: bitmaps over the sets of speakers,
 * over the documents and over the articles of a segment. */
#include "base/error.h"
#include "index/mentions.h"
#include "index/touch.h"
#include "search/filter.h"

#include <string.h>

struct work {
	struct bs_arena *arena;
	struct bs_words_scan *scan;
	struct bs_segment_filter *f;
};

/* Keeps those bits of *all (NULL: all bits) that are set in `some`, or those that are not. */
static void keep(struct bs_arena *arena, const unsigned char **all, const unsigned char *some,
		 size_t bits, bool excluded)
{
	size_t size = bits / 8 + 1;
	unsigned char *kept = bs_arena_alloc(arena, size);
	for (size_t i = 0; i < size; i++)
		kept[i] = (unsigned char)((*all ? (*all)[i] : 0xFF) &
					  (excluded ? ~some[i] : some[i]));
	*all = kept;
}

/* ---- Fields that ask for speakers ---------------------------------------- */

/* Joins what is wanted of names, or of roles. */
static void join(const bool **all, const bool *more, uint32_t count, struct bs_arena *arena)
{
	if (!*all) {
		*all = more;
		return;
	}
	bool *joined = bs_arena_alloc(arena, (size_t)count + 1);
	for (uint32_t i = 0; i < count; i++) joined[i] = (*all)[i] || more[i];
	*all = joined;
}

/* The sets that contain one of the people a condition asks for.  Sets that depend on the people
 * file may contain him; `touched` says whether these count. */
static unsigned char *find_sets(struct work *w, const struct bs_condition *c, bool touched,
				unsigned char *sets)
{
	const struct bs_segment *s = w->f->segment;
	for (uint32_t i = 1; i <= s->set_count; i++) {
		bool has = false;
		if (bs_who_touches(&w->f->who, i)) {
			if (touched) bs_filter_set(sets, i);
			continue;
		}
		for (uint32_t k = s->sets[i]; k < s->sets[i + 1] && !has; k++)
			has = bs_condition_wants(w->f, c, s->members[k]);
		if (has) bs_filter_set(sets, i);
	}
	return sets;
}

/* Who is among these people, by name. */
static const bool *names_of(struct work *w, const uint32_t *people, size_t count)
{
	bool *names = bs_arena_alloc(w->arena, (size_t)w->f->segment->people.count + 1);
	for (size_t i = 0; i < count; i++) names[people[i]] = true;
	return names;
}

/* Adds the sets that have one of the people. */
static void add_sets(const struct bs_segment *s, uint32_t person, unsigned char *sets)
{
	for (uint32_t i = s->person_sets_at[person]; i < s->person_sets_at[person + 1]; i++)
		bs_filter_set(sets, s->person_sets[i]);
}

static brad_status narrow_speakers(struct work *w, const struct bs_field_values *values,
				   struct bs_condition c, struct bs_condition **conditions,
				   brad_error *err)
{
	struct bs_segment_filter *f = w->f;
	const struct bs_segment *s = f->segment;
	bool excluded = c.excluded;
	unsigned char *sets = bs_arena_alloc(w->arena, s->set_count / 8 + 1);
	uint32_t *people = NULL;
	size_t people_count = 0;
	bool only_names = true;
	if (values->count == 0) return BRAD_OK;
	for (size_t i = 0; i < values->count; i++) {
		const struct bs_field_value *v = &values->items[i];
		if (!v->office && !f->who.people) {
			bs_filter_add_people(w->arena, w->scan, s, &v->name, &people,
					     &people_count);
			continue;
		}
		const bool *wanted = bs_filter_find_wanted(w->arena, &f->who, &v->name, v->office);
		join(v->office ? &c.roles : &c.names, wanted,
		     v->office ? bs_who_roles(&f->who) : bs_who_names(&f->who), w->arena);
		only_names = false;
	}
	if (people && f->filter->fields.with[BS_FIELD_ROLE].count)
		join(&c.names, names_of(w, people, people_count), s->people.count, w->arena);
	for (size_t i = 0; i < people_count; i++) add_sets(s, people[i], sets);
	if (!only_names) find_sets(w, &c, !excluded, sets);
	keep(w->arena, &f->sets, sets, s->set_count, excluded);
	*BS_PUSH(w->arena, *conditions, f->condition_count) = c;
	if (excluded || !only_names || f->has_documents) return BRAD_OK;
	f->nothing = f->nothing || people_count == 0;
	if (f->nothing) return BRAD_OK;
	f->has_documents = true;
	return bs_documents_of(w->arena, s, people, people_count, &f->documents, err);
}

static brad_status add_speakers(struct work *w, const struct bs_people *people, brad_error *err)
{
	const struct bs_fields *fields = &w->f->filter->fields;
	struct bs_condition *conditions = NULL;
	bool asked = fields->with[BS_FIELD_SPEAKER].count || fields->with[BS_FIELD_ROLE].count ||
		     fields->without[BS_FIELD_SPEAKER].count ||
		     fields->without[BS_FIELD_ROLE].count;
	if (!asked) return BRAD_OK;
	brad_status status =
		bs_who_begin(w->arena, w->scan, people, w->f->segment, &w->f->who, err);
	if (status != BRAD_OK) return status;
	w->f->everything = w->f->only_documents = false;
	struct bs_condition plain = {0}, excluding = {.excluded = true};
	status = narrow_speakers(w, &fields->with[BS_FIELD_SPEAKER], plain, &conditions, err);
	if (status != BRAD_OK) return status;
	/* The role must be that of the speaker who is asked for, not of somebody quoted
	 * together with him. */
	struct bs_condition role = {.speaker = w->f->filter->speaker != NULL};
	if (fields->with[BS_FIELD_SPEAKER].count) {
		struct bs_condition *speaker = bs_arena_alloc(w->arena, sizeof *speaker);
		*speaker = conditions[0];
		role.same = speaker;
	}
	status = narrow_speakers(w, &fields->with[BS_FIELD_ROLE], role, &conditions, err);
	if (status == BRAD_OK)
		status = narrow_speakers(w, &fields->without[BS_FIELD_SPEAKER], excluding,
					 &conditions, err);
	if (status == BRAD_OK)
		status = narrow_speakers(w, &fields->without[BS_FIELD_ROLE], excluding, &conditions,
					 err);
	w->f->conditions = conditions;
	return status;
}

/* ---- What it speaks of --------------------------------------------------- */

static void add_mentions(struct work *w, const struct bs_field_values *values, bool excluded)
{
	const struct bs_segment *s = w->f->segment;
	struct bs_mention_scan scan = {.in = {s->mentions, s->mentions + s->mentions_length, 0}};
	struct bs_period period;
	unsigned char *found = bs_arena_alloc(w->arena, s->documents / 8 + 1);
	if (values->count == 0) return;
	struct bs_period *asked = bs_arena_alloc(w->arena, values->count * sizeof *asked);
	for (size_t i = 0; i < values->count; i++) asked[i] = bs_field_period(&values->items[i]);
	bs_touch_mentions(s);
	while (bs_mentions_next(&scan, &period))
		for (size_t i = 0; i < values->count; i++)
			if (bs_period_speaks_of(period, asked[i]))
				bs_filter_set(found, scan.document);
	keep(w->arena, &w->f->mentions, found, s->documents, excluded);
	w->f->everything = w->f->only_documents = false;
}

/* ---- Which article it is of ---------------------------------------------- */

/* Is this text the id or path that is meant: all of it, or its end from a component on? */
static bool is_end(const char *text, const char *end)
{
	size_t n = strlen(text), k = strlen(end);
	if (n < k || strcmp(text + n - k, end) != 0) return false;
	return n == k || text[n - k - 1] == '/' || *end == '/';
}

static bool has_text(struct work *w, enum bs_field field, const struct bs_field_value *value,
		     uint32_t text)
{
	if (text == BS_NO_STRING) return false;
	const char *string = bs_segment_text(w->f->segment, text);
	if (field != BS_FIELD_ARTICLE) return bs_name_matches(&value->name, string, w->scan);
	const char *end = value->text;
	return is_end(string, end) || (strncmp(end, "./", 2) == 0 && is_end(string, end + 2));
}

/* Most articles have the source of the one before. */
static void add_articles(struct work *w, enum bs_field field, bool excluded)
{
	const struct bs_segment *s = w->f->segment;
	const struct bs_fields *fields = &w->f->filter->fields;
	const struct bs_field_values *values =
		excluded ? &fields->without[field] : &fields->with[field];
	if (values->count == 0) return;
	unsigned char *found = bs_arena_alloc(w->arena, s->articles / 8 + 1);
	uint32_t last = BS_NO_STRING;
	bool has = false;
	for (uint32_t a = 0; a < s->articles; a++) {
		const struct bs_article_row *row = &s->rows[a];
		uint32_t text = field == BS_FIELD_SOURCE  ? row->source
				: field == BS_FIELD_TITLE ? row->title
							  : row->id;
		bool same = text == last && field == BS_FIELD_SOURCE;
		last = text;
		if (!same) has = false;
		for (size_t i = 0; i < values->count && !has && !same; i++) {
			has = has_text(w, field, &values->items[i], text);
			if (!has && field == BS_FIELD_ARTICLE && row->path != text)
				has = has_text(w, field, &values->items[i], row->path);
		}
		if (has) bs_filter_set(found, a);
	}
	keep(w->arena, &w->f->articles, found, s->articles, excluded);
}

brad_status bs_filter_add_fields(struct bs_arena *arena, struct bs_words_scan *scan,
				 const struct bs_people *people, struct bs_segment_filter *f,
				 brad_error *err)
{
	struct work w = {arena, scan, f};
	brad_status status = add_speakers(&w, people, err);
	if (status != BRAD_OK) return status;
	for (int excluded = 0; excluded <= 1; excluded++) {
		const struct bs_field_values *mentions =
			excluded ? &f->filter->fields.without[BS_FIELD_MENTIONS]
				 : &f->filter->fields.with[BS_FIELD_MENTIONS];
		add_mentions(&w, mentions, excluded);
		add_articles(&w, BS_FIELD_SOURCE, excluded);
		add_articles(&w, BS_FIELD_TITLE, excluded);
		add_articles(&w, BS_FIELD_ARTICLE, excluded);
	}
	return scan->form.failed ? bs_no_memory(err) : BRAD_OK;
}
