#include "use.h"

#include "model.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

__attribute__((format(printf, 2, 3))) static void tell(struct bs_buffer *out, const char *format,
						       ...)
{
	char line[512];
	va_list args;
	va_start(args, format);
	int n = vsnprintf(line, sizeof line, format, args);
	va_end(args);
	bs_buffer_add(out, line, n < (int)sizeof line ? (size_t)n : sizeof line - 1);
}

static const char *text_or_dash(const char *text)
{
	return text ? text : "-";
}

static void tell_speakers(const brad_speaker *s, size_t count, struct bs_buffer *out)
{
	for (size_t i = 0; i < count; i++)
		tell(out, " [%s, %s]", s[i].name, text_or_dash(s[i].role));
}

static void tell_hit(const brad_hit *h, struct bs_buffer *out)
{
	char date[16], written[1024];
	tell(out, "%s %.4f %s %s %s %s %zu %s %zu-%zu %d %d %.2f", h->sentence, h->score,
	     text_or_dash(h->source), text_or_dash(h->url), text_or_dash(h->title),
	     text_or_dash(h->path), h->line, brad_date_write(h->date, date), h->span.start,
	     h->span.end, h->role, h->said, h->confidence);
	tell_speakers(h->speakers, h->speaker_count, out);
	for (size_t i = 0; i < h->mark_count; i++)
		tell(out, " %zu-%zu", h->marks[i].start, h->marks[i].end);
	for (int i = BRAD_CITE_TEXT; i <= BRAD_CITE_CSL_JSON; i++)
		if (brad_hit_cite(h, (brad_citation)i, written, sizeof written))
			bs_buffer_string(out, written);
	if (brad_hit_link(h, written, sizeof written)) bs_buffer_string(out, written);
	bs_buffer_string(out, h->text);
	for (size_t i = 0; i < h->before_count; i++) bs_buffer_string(out, h->before[i]);
	for (size_t i = 0; i < h->after_count; i++) bs_buffer_string(out, h->after[i]);
	bs_buffer_string(out, "\n");
}

void use_article(const brad_article *article, struct bs_buffer *out)
{
	const brad_sentence *s;
	const brad_quote *q;
	const brad_document *d = brad_article_document(article);
	tell(out, "%s %s %zu: ", d->id, text_or_dash(brad_article_title(article)), d->line);
	bs_buffer_add(out, d->text, d->text_length);
	for (size_t n = brad_article_sentences(article, &s), i = 0; i < n; i++) {
		tell(out, "\n%zu-%zu %d %d", s[i].span.start, s[i].span.end, s[i].role, s[i].said);
		tell_speakers(s[i].speakers, s[i].speaker_count, out);
		for (size_t k = 0; k < s[i].date_count; k++) tell(out, " %s", s[i].dates[k].value);
	}
	for (size_t n = brad_article_quotes(article, &q), i = 0; i < n; i++)
		tell_speakers(q[i].speakers, q[i].speaker_count, out);
	bs_buffer_string(out, "\n");
}

static brad_status search(brad_index *index, const brad_search_options *options,
			  struct bs_buffer *out, brad_error *err)
{
	brad_results *results;
	brad_status status = brad_index_search(index, options, &results, err);
	if (status != BRAD_OK) return status;
	tell(out, "%" PRIu64 " %" PRIu64 "\n", brad_results_total(results),
	     brad_results_undated(results));
	for (size_t i = 0; i < brad_results_count(results); i++)
		tell_hit(brad_results_hit(results, i), out);
	for (size_t i = 0; brad_results_note(results, i); i++)
		tell(out, "%s\n", brad_results_note(results, i));
	bool found = brad_results_total(results) > 0;
	brad_results_free(results);
	if (found) return BRAD_OK;
	brad_reasons *reasons;
	status = brad_index_reasons(index, options, &reasons, err);
	for (size_t i = 0; status == BRAD_OK && brad_reasons_note(reasons, i); i++)
		tell(out, "%s\n", brad_reasons_note(reasons, i));
	brad_reasons_free(reasons);
	return status;
}

/* From 0 to 8. */
static brad_status search_for(brad_index *index, int which, struct bs_buffer *out, brad_error *err)
{
	static const struct {
		const char *query, *speaker;
		brad_scope scope;
		brad_sort sort;
		int mentions;
	} cases[] = {
		{"report", NULL, BRAD_SCOPE_SENTENCE, BRAD_SORT_RELEVANCE, 0},
		{"\"the bridge\" -ocean", NULL, BRAD_SCOPE_SENTENCE, BRAD_SORT_NEWEST, 0},
		{"engineer (open OR weir)", "marker3", BRAD_SCOPE_SENTENCE, BRAD_SORT_OLDEST, 0},
		{"report engineer", NULL, BRAD_SCOPE_ARTICLE, BRAD_SORT_RELEVANCE, 0},
		{"brigde", "Markr1", BRAD_SCOPE_SENTENCE, BRAD_SORT_RELEVANCE, 0},
		{NULL, "chief engineer", BRAD_SCOPE_SENTENCE, BRAD_SORT_RELEVANCE, 0},
		{NULL, NULL, BRAD_SCOPE_SENTENCE, BRAD_SORT_OLDEST, 2021},
		{"\"again brid* over\"~7 OR \"old wei*\"", NULL, BRAD_SCOPE_SENTENCE,
		 BRAD_SORT_RELEVANCE, 0},
		{"(engi* OR trout) source:weir -speaker:marker5", NULL, BRAD_SCOPE_SENTENCE,
		 BRAD_SORT_NEWEST, 0},
	};
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.query = cases[which].query;
	options.speaker = cases[which].speaker;
	options.scope = cases[which].scope;
	options.sort = cases[which].sort;
	options.mentions_from.year = options.mentions_to.year = (int16_t)cases[which].mentions;
	options.context = 1;
	options.limit = 1000;
	options.fold = which == 0;
	if (which == 1) options.group = BRAD_GROUP_SPEAKER;
	return search(index, &options, out, err);
}

static brad_status count(brad_index *index, int field, struct bs_buffer *out, brad_error *err)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	const brad_count *rows;
	brad_table *table;
	brad_count_options by = BRAD_COUNT_OPTIONS_INIT;
	by.by = (brad_field)field;
	by.rates = true;
	by.every = field == BRAD_FIELD_WEEK || field == BRAD_FIELD_TIME;
	if (!by.every && field != BRAD_FIELD_MONTH) by.and_by = BRAD_FIELD_MONTH;
	brad_status status = brad_index_count(index, &options, &by, &table, err);
	if (status != BRAD_OK) return status;
	for (size_t n = brad_table_rows(table, &rows), i = 0; i < n; i++)
		tell(out, "%s %" PRIu64 "\n", text_or_dash(rows[i].value), rows[i].count);
	brad_table_free(table);
	return BRAD_OK;
}

static brad_status list(brad_index *index, struct bs_buffer *out, brad_error *err)
{
	brad_people *people;
	const brad_person *rows;
	const brad_ambiguity *doubts;
	size_t count = 0;
	brad_status status = brad_index_speakers(index, NULL, &people, err);
	if (status != BRAD_OK) return status;
	for (size_t n = brad_people_rows(people, &rows), i = 0; i < n; i++)
		tell(out, "%s %zu %" PRIu64 " %" PRIu64 "\n", rows[i].name, rows[i].role_count,
		     rows[i].sentences, rows[i].articles);
	status = brad_people_ambiguities(people, &doubts, &count, err);
	for (size_t i = 0; i < count; i++) tell(out, "%d %s\n", doubts[i].doubt, doubts[i].name);
	brad_people_free(people);
	return status;
}

/* Who is heard, by their roles. */
static brad_status hear(brad_index *index, struct bs_buffer *out, brad_error *err)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_sources *sources;
	options.query = "bridge";
	brad_status status = brad_index_sources(index, &options, BRAD_FIELD_ROLE, &sources, err);
	if (status != BRAD_OK) return status;
	const brad_heard *h = brad_sources_heard(sources);
	tell(out, "%" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 "\n", h->articles, h->sentences,
	     h->quoted, h->unnamed);
	for (size_t i = 0; i < h->voice_count; i++)
		tell(out, "%s %" PRIu64 " %" PRIu64 "\n", text_or_dash(h->voices[i].name),
		     h->voices[i].sentences, h->voices[i].articles);
	for (size_t i = 0; i < h->silent_count; i++)
		tell(out, "%s %" PRIu64 "\n", h->silent[i].name, h->silent[i].articles);
	brad_sources_free(sources);
	return BRAD_OK;
}

static brad_status complete(brad_index *index, struct bs_buffer *out, brad_error *err)
{
	brad_names *names;
	const char *const *rows;
	brad_status status = brad_index_names(index, "ma", 10, &names, err);
	if (status != BRAD_OK) return status;
	for (size_t n = brad_names_rows(names, &rows), i = 0; i < n; i++)
		tell(out, "%s\n", rows[i]);
	brad_names_free(names);
	return BRAD_OK;
}

/* In which other words a sentence stands. */
static brad_status versions(brad_index *index, const char *id, struct bs_buffer *out,
			    brad_error *err)
{
	brad_results *results;
	const brad_difference *first;
	unsigned warnings;
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_status status = brad_index_versions(index, id, &options, &results, err);
	if (status != BRAD_OK) return status;
	for (size_t i = 0; i < brad_results_count(results); i++) {
		size_t count = brad_results_differences(results, i, &first, &warnings);
		tell_hit(brad_results_hit(results, i), out);
		tell(out, "%zu %u\n", count, warnings);
	}
	brad_results_free(results);
	return BRAD_OK;
}

/* What is like a sentence, and the sentence itself. */
static brad_status like(brad_index *index, const char *id, struct bs_buffer *out, brad_error *err)
{
	brad_results *results;
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	brad_status status = brad_index_sentence(index, id, 2, &results, err);
	if (status == BRAD_OK) tell_hit(brad_results_hit(results, 0), out);
	if (status == BRAD_OK) brad_results_free(results);
	if (status == BRAD_OK) status = brad_index_like(index, id, &options, &results, err);
	if (status != BRAD_OK) return status;
	for (size_t i = 0; i < brad_results_count(results); i++)
		tell_hit(brad_results_hit(results, i), out);
	brad_results_free(results);
	return versions(index, id, out, err);
}

static brad_status show(brad_index *index, unsigned number, struct bs_buffer *out, brad_error *err)
{
	char id[16];
	brad_article *article;
	model_id(number, id);
	brad_status status = brad_index_article(index, id, &article, err);
	if (status != BRAD_OK) return status;
	use_article(article, out);
	brad_article_free(article);
	return BRAD_OK;
}

/* All there are; one that is not there is no error. */
static brad_status show_all(brad_index *index, struct bs_buffer *out, brad_error *err)
{
	brad_status first = BRAD_OK;
	for (unsigned i = 0; i < MODEL_ARTICLES; i++) {
		brad_error why;
		brad_status status = show(index, i, out, &why);
		tell(out, "%u %s\n", i, brad_status_text(status));
		if (status == BRAD_OK || status == BRAD_ENOTFOUND || first != BRAD_OK) continue;
		first = status;
		*err = why;
	}
	return first;
}

static brad_status verify(brad_index *index, struct bs_buffer *out, brad_error *err)
{
	brad_verification *v;
	brad_status status = brad_index_verify(
		index, "The bridge over the old weir will open again", "Marker3", &v, err);
	if (status != BRAD_OK) return status;
	const brad_finding *f = brad_verification_finding(v);
	tell(out, "%d %d %.4f %u\n", f->verdict, f->by_speaker, f->likeness, f->warnings);
	for (size_t i = 0; i < f->hit_count; i++) tell_hit(&f->hits[i], out);
	for (size_t i = 0; i < f->difference_count; i++)
		tell(out, "%d %s %s\n", f->differences[i].change,
		     text_or_dash(f->differences[i].quoted),
		     text_or_dash(f->differences[i].printed));
	if (f->hit_count > 0) status = like(index, f->hits[0].sentence, out, err);
	brad_verification_free(v);
	return status == BRAD_OK ? complete(index, out, err) : status;
}

brad_status use_call(brad_index *index, int which, struct bs_buffer *out, brad_error *err)
{
	enum { COUNTS = 9, LIST = COUNTS + BRAD_FIELD_TIME, SHOW, HEAR, VERIFY };
	if (which < COUNTS) return search_for(index, which, out, err);
	if (which < LIST) return count(index, which - COUNTS + 1, out, err);
	if (which == LIST) return list(index, out, err);
	if (which == HEAR) return hear(index, out, err);
	return which == SHOW ? show_all(index, out, err) : verify(index, out, err);
}
