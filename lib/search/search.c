#include "search/search.h"

#include "base/date.h"
#include "base/error.h"
#include "base/utf8.h"
#include "index/ranks.h"
#include "search/say.h"
#include "search/when.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Making a search ---------------------------------------------------- */

static brad_status check_day(brad_date date, const char *which, brad_error *err)
{
	if (date.year == 0 || bs_date_exists(date)) return BRAD_OK;
	return bs_fail(err, BRAD_EINVAL, "'%s' is no day of the calendar", which);
}

static brad_status check_days(brad_date from, brad_date to, const char *from_name,
			      const char *to_name, brad_error *err)
{
	brad_status status = check_day(from, from_name, err);
	if (status == BRAD_OK) status = check_day(to, to_name, err);
	if (status == BRAD_OK && from.year && to.year &&
	    bs_date_pack(from) > bs_date_pack_end(to)) {
		char first[16], last[16];
		return bs_fail(err, BRAD_EINVAL, "no day is from %s to %s: the first is later",
			       brad_date_write(from, first), brad_date_write(to, last));
	}
	return status;
}

brad_status bs_options_check(const brad_search_options *o, brad_error *err)
{
	if (o && o->size == sizeof *o) return BRAD_OK;
	return bs_fail(err, BRAD_EINVAL, "a search needs options with their size set");
}

static brad_status check_members(const brad_search_options *o, brad_error *err)
{
	if ((unsigned)o->sort > BRAD_SORT_OLDEST || (unsigned)o->scope > BRAD_SCOPE_ARTICLE)
		return bs_fail(err, BRAD_EINVAL, "no such sort or scope");
	if ((unsigned)o->group > BRAD_GROUP_SPEAKER ||
	    (o->group != BRAD_GROUP_NONE && o->scope != BRAD_SCOPE_SENTENCE))
		return bs_fail(err, BRAD_EINVAL,
			       "groups are of sentences: by article or by speaker");
	if (o->said >> (BRAD_SAID_INDIRECT + 1))
		return bs_fail(err, BRAD_EINVAL, "no such kind of speech");
	if (!(o->min_confidence >= 0 && o->min_confidence <= 1))
		return bs_fail(err, BRAD_EINVAL, "a confidence is a number from 0 to 1");
	if (o->today.year && (o->today.day == 0 || !bs_date_exists(o->today)))
		return bs_fail(err, BRAD_EINVAL, "'today' is no day of the calendar");
	brad_status status = check_days(o->from, o->to, "from", "to", err);
	if (status == BRAD_OK)
		status = check_days(o->mentions_from, o->mentions_to, "mentions_from",
				    "mentions_to", err);
	return status;
}

/* Did any of the people asked for say anything, in an article that still exists? */
static brad_status find_anybody(struct bs_search *s, const struct bs_name *name, bool office,
				bool *found, brad_error *err)
{
	struct bs_filter filter = {.speaker = name, .office = office};
	*found = false;
	for (size_t i = 0; i < s->index->segment_count && !*found; i++) {
		const struct bs_segment *in = &s->index->segments[i];
		struct bs_segment_filter f;
		brad_status status = bs_filter_begin(&s->arena, &s->scratch.scan, s->index->people,
						     &filter, in, &f, err);
		if (status != BRAD_OK) return status;
		if (f.nothing) continue;
		if (in->dead_documents == 0 && !s->index->people) {
			*found = true;
			continue;
		}
		uint32_t d = bs_filter_next(&f, 1);
		while (d <= in->documents && bs_segment_is_dead(in, in->article[d]))
			d = bs_filter_next(&f, d + 1);
		*found = d <= in->documents;
	}
	return BRAD_OK;
}

/* The words are a name if anybody has it, otherwise an office if anybody holds it. */
static brad_status decide_office(struct bs_search *s, const char *text, const struct bs_name *name,
				 bool *office, brad_error *err)
{
	bool found;
	*office = false;
	brad_status status = find_anybody(s, name, false, &found, err);
	if (status != BRAD_OK || found) return status;
	status = find_anybody(s, name, true, office, err);
	if (status == BRAD_OK && *office)
		bs_note(s, "nobody is called '%s': it is taken as an office, whoever held it",
			text);
	return status;
}

static brad_status read_speaker(struct bs_search *s, brad_error *err)
{
	brad_status status =
		bs_name_read(&s->arena, &s->scratch.scan, s->options.speaker, &s->speaker, err);
	if (status != BRAD_OK) return status;
	s->filter.speaker = &s->speaker;
	return decide_office(s, s->options.speaker, &s->speaker, &s->filter.office, err);
}

static unsigned said_of(const struct bs_field_values *values)
{
	unsigned said = 0;
	for (size_t i = 0; i < values->count; i++) said |= values->items[i].said;
	return said;
}

/* The fields of the query hold beside the options. */
static brad_status add_fields(struct bs_search *s, brad_error *err)
{
	struct bs_fields *fields = &s->filter.fields;
	*fields = s->query.fields;
	struct bs_field_values *speakers[] = {&fields->with[BS_FIELD_SPEAKER],
					      &fields->without[BS_FIELD_SPEAKER]};
	for (int k = 0; k < 2; k++)
		for (size_t i = 0; i < speakers[k]->count; i++) {
			struct bs_field_value *v = &speakers[k]->items[i];
			brad_status status = decide_office(s, v->text, &v->name, &v->office, err);
			if (status != BRAD_OK) return status;
		}
	unsigned with = said_of(&fields->with[BS_FIELD_SAID]);
	unsigned without = said_of(&fields->without[BS_FIELD_SAID]);
	if (with | without) {
		unsigned every = (1u << (BRAD_SAID_INDIRECT + 1)) - 1;
		unsigned option = s->filter.said ? s->filter.said : every;
		s->filter.said = BS_SAID_LIMITED | (option & (with ? with : every) & ~without);
	}
	return BRAD_OK;
}

static brad_date today_of(const brad_search_options *options)
{
	return options->today.year ? options->today : bs_when_today();
}

/* Is anything asked for beside the query? */
static bool is_filtered(const struct bs_filter *f)
{
	return f->speaker || f->dated || f->mentions || f->said || f->confidence;
}

static brad_status begin(struct bs_search *s, brad_error *err)
{
	const brad_search_options *o = &s->options;
	s->filter.dated = o->from.year != 0 || o->to.year != 0;
	s->filter.since = o->since_revision;
	s->filter.from = bs_date_pack(o->from);
	s->filter.to = bs_date_pack_end(o->to);
	s->filter.inferred = o->inferred_dates;
	s->filter.mentions = o->mentions_from.year != 0 || o->mentions_to.year != 0;
	s->filter.spoken_of = (struct bs_period){INT32_MIN, INT32_MAX};
	if (o->mentions_from.year)
		s->filter.spoken_of.first = bs_period_of_date(o->mentions_from).first;
	if (o->mentions_to.year) s->filter.spoken_of.last = bs_period_of_date(o->mentions_to).last;
	s->filter.said = o->said;
	s->filter.confidence = (unsigned)ceil(o->min_confidence * 100 - 1e-6);
	if (o->speaker) {
		brad_status status = read_speaker(s, err);
		if (status != BRAD_OK) return status;
	}
	struct bs_query_manner manner = {o->any, o->plain_words, is_filtered(&s->filter),
					 today_of(o)};
	brad_status status = bs_query_parse(&s->arena, &s->scratch, s->index->stemmer,
					    o->query ? o->query : "", &manner, &s->query, err);
	return status == BRAD_OK && bs_fields_any(&s->query.fields) ? add_fields(s, err) : status;
}

/* Inferred days only matter if some day is asked for. */
static void note_days(struct bs_search *s)
{
	const struct bs_fields *f = &s->query.fields;
	if (s->filter.inferred && !s->filter.dated && !f->with[BS_FIELD_DATE].count)
		bs_note(s,
			"inferred dates change nothing where no day of publication is asked for: "
			"add from or to, or date: to the words");
}

/* Says how the question was understood. */
static brad_status say(struct bs_search *s, brad_error *err)
{
	struct bs_buffer *out = &s->scratch.stem;
	bs_buffer_clear(out);
	bs_say_words(s, out);
	if (out->failed) return bs_no_memory(err);
	s->notes->understood = bs_arena_copy(s->kept, out->bytes, out->length);
	bs_buffer_clear(out);
	bs_say_canonical(&s->query, s->options.query ? s->options.query : "", &s->scratch.scan,
			 out);
	if (out->failed || s->scratch.scan.form.failed) return bs_no_memory(err);
	s->notes->canonical = bs_arena_copy(s->kept, out->bytes, out->length);
	return BRAD_OK;
}

static void end(struct bs_search *s)
{
	bs_match_close(&s->opened);
	bs_query_scratch_free(&s->scratch);
	bs_arena_settle(&s->arena);
	s->arena.way_out = NULL;
	bs_arena_free(&s->index->spare);
	s->index->spare = s->arena;
	free(s);
}

brad_status bs_search_run(brad_index *index, const brad_search_options *options,
			  struct bs_answer *answer, bs_make *make, void *request, brad_error *err)
{
	brad_status status = bs_options_check(options, err);
	if (status == BRAD_OK) status = check_members(options, err);
	if (status != BRAD_OK) return status;
	struct bs_search *s = calloc(1, sizeof *s);
	if (!s) return bs_no_memory(err);
	s->index = index;
	s->arena = index->spare;
	index->spare = (struct bs_arena){0};
	s->options = *options;
	s->answer = answer;
	s->kept = &answer->arena;
	s->notes = &answer->notes;
	jmp_buf way_out;
	bs_index_forget(index);
	if (setjmp(way_out) == 0) {
		s->arena.way_out = answer->arena.way_out = &way_out;
		status = begin(s, err);
		if (status == BRAD_OK) status = say(s, err);
		if (status == BRAD_OK) note_days(s);
		if (status == BRAD_OK) status = make(s, request, err);
	} else {
		status = bs_no_memory(err);
	}
	answer->arena.way_out = NULL;
	end(s);
	return bs_index_sound(index, status, err);
}

brad_status bs_answer_new(brad_index *index, const brad_search_options *options, size_t size,
			  bs_make *make, void *request, void *out, brad_error *err)
{
	void *answer = calloc(1, size);
	bs_error_clear(err);
	brad_status status = answer ? bs_search_run(index, options, answer, make, request, err)
				    : bs_no_memory(err);
	if (status != BRAD_OK) {
		bs_answer_free(answer);
		answer = NULL;
	}
	memcpy(out, &answer, sizeof answer);
	return status;
}

void bs_answer_free(void *answer)
{
	struct bs_answer *a = answer;
	if (!a) return;
	bs_rank_names_release(a->names);
	bs_arena_free(&a->arena);
	free(a);
}

void bs_note(struct bs_search *s, const char *format, ...)
{
	char text[1024];
	va_list args;
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	size_t length = strlen(text);
	if (length == sizeof text - 1) length = bs_utf8_check(text, length); /* no part of one */
	*BS_PUSH(s->kept, s->notes->at, s->notes->count) = bs_arena_copy(s->kept, text, length);
}
