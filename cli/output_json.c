#include "output_json.h"
#include "pick.h"

void json_index(struct json *json, const struct output *output)
{
	if (!output->index) return;
	jw_member(json, "index", output->index->uuid);
	jw_count(json, "revision", output->index->revision);
}

static void begin_query(struct json *json, const struct output *output,
			const struct question *question, uint64_t total)
{
	json->stream = output->terminal.stream;
	json->comma = false;
	jw_open(json, '{');
	jw_member(json, "type", "query");
	jw_member(json, "schema", "bradsearch-results/1");
	json_index(json, output);
	if (question->id) {
		jw_key(json, "query_id");
		jw_raw(json, question->id);
	}
	jw_member(json, "query", question->query);
	jw_count(json, "total", total);
}

void json_understood(struct json *json, const char *words, const char *canonical)
{
	jw_member(json, "understood", words);
	jw_member(json, "canonical", canonical);
}

void json_search(struct json *json, const struct options *options, uint64_t undated)
{
	jw_count(json, "undated", undated);
	jw_member(json, "speaker", options->search.speaker);
	jw_key(json, "said");
	jw_open(json, '[');
	for (brad_said said = BRAD_SAID_DIRECT; said <= BRAD_SAID_INDIRECT; said++)
		if (options->search.said >> said & 1) jw_string(json, said_name(said));
	jw_close(json, ']');
	jw_key(json, "min_confidence");
	jw_real(json, options->search.min_confidence);
	jw_date(json, "from", options->search.from);
	jw_date(json, "to", options->search.to);
	jw_date(json, "mentions_from", options->search.mentions_from);
	jw_date(json, "mentions_to", options->search.mentions_to);
	jw_key(json, "inferred_dates");
	jw_raw(json, options->search.inferred_dates ? "true" : "false");
}

static void names(struct json *json, const char *key, const brad_speaker *speakers, size_t count)
{
	jw_key(json, key);
	jw_open(json, '[');
	for (size_t i = 0; i < count; i++) jw_string(json, speakers[i].name);
	jw_close(json, ']');
}

static void strings(struct json *json, const char *key, const char *const *list, size_t count)
{
	jw_key(json, key);
	jw_open(json, '[');
	for (size_t i = 0; i < count; i++) jw_string(json, list[i]);
	jw_close(json, ']');
}

/* What is known of a date that is only inferred. */
static void add_bounds(struct json *json, brad_date_from from, brad_date not_before,
		       brad_date not_after)
{
	if (from != BRAD_DATE_INFERRED) return;
	jw_date(json, "date_not_before", not_before);
	jw_date(json, "date_not_after", not_after);
}

static void hit_article(struct json *json, const brad_hit *hit)
{
	jw_member(json, "article", hit->article);
	jw_member(json, "source", hit->source);
	if (hit->url) jw_member(json, "url", hit->url);
	jw_member(json, "title", hit->title);
	jw_date(json, "date", hit->date);
	jw_member(json, "date_from", date_from_name(hit->date_from));
	add_bounds(json, hit->date_from, hit->date_not_before, hit->date_not_after);
	jw_member(json, "sentence", hit->sentence);
	jw_ends(json, hit->span);
	jw_member(json, "role", role_name(hit->role));
	jw_member(json, "text", hit->text);
	jw_key(json, "marks");
	jw_open(json, '[');
	for (size_t i = 0; i < hit->mark_count; i++) {
		jw_open(json, '[');
		jw_number(json, hit->marks[i].start);
		jw_number(json, hit->marks[i].end);
		jw_close(json, ']');
	}
	jw_close(json, ']');
}

void json_speakers(struct json *json, const brad_speaker *speakers, size_t count)
{
	jw_member(json, "speaker", count ? speakers[0].name : NULL);
	names(json, "speakers", speakers, count);
	jw_member(json, "speaker_role", count ? speakers[0].role : NULL);
	jw_key(json, "speaker_roles");
	jw_open(json, '[');
	for (size_t i = 0; i < count; i++) jw_string(json, speakers[i].role);
	jw_close(json, ']');
}

static void hit_speakers(struct json *json, const brad_hit *hit)
{
	json_speakers(json, hit->speakers, hit->speaker_count);
	jw_member(json, "said", said_name(hit->said));
	jw_member(json, "evidence", evidence_name(hit->evidence));
	jw_key(json, "confidence");
	jw_real(json, hit->confidence);
}

static void hit_copies(struct json *json, const brad_hit *hit)
{
	jw_count(json, "copy_articles", hit->copy_articles);
	jw_date(json, "first_date", hit->first_date);
	jw_member(json, "first_article", hit->first_article);
	jw_key(json, "copies");
	jw_open(json, '[');
	for (size_t i = 0; i < hit->copy_count; i++) {
		const brad_copy *copy = &hit->copies[i];
		jw_open(json, '{');
		jw_member(json, "sentence", copy->sentence);
		jw_member(json, "article", copy->article);
		jw_member(json, "source", copy->source);
		jw_date(json, "date", copy->date);
		jw_key(json, "same_words");
		jw_raw(json, copy->same_words ? "true" : "false");
		jw_close(json, '}');
	}
	jw_close(json, ']');
}

void json_hit(struct json *json, const struct output *output, const struct question *question,
	      const brad_hit *hit)
{
	jw_open(json, '{');
	jw_member(json, "type", "hit");
	if (question->id) {
		jw_key(json, "query_id");
		jw_raw(json, question->id);
	}
	jw_count(json, "rank", hit->rank);
	jw_key(json, "score");
	jw_real(json, hit->score);
	hit_article(json, hit);
	hit_speakers(json, hit);
	jw_key(json, "line");
	if (hit->line)
		jw_number(json, hit->line);
	else
		jw_raw(json, "null");
	jw_member(json, "path", hit->path);
	if (hit->group) {
		jw_member(json, "group", hit->group);
		jw_count(json, "group_count", hit->group_count);
	}
	if (output->options->search.context) {
		strings(json, "before", hit->before, hit->before_count);
		strings(json, "after", hit->after, hit->after_count);
	}
	if (is_folded(output->options)) hit_copies(json, hit);
	jw_close(json, '}');
	jw_end_line(json);
}

/* Only where hits stand for groups. */
static void add_groups(struct json *json, const struct output *output, const brad_results *results)
{
	enum pick pick = pick_of(output->options);
	if (!output->options->group && !pick) return;
	bool articles = output->options->group == BRAD_GROUP_ARTICLE;
	jw_member(json, "group", articles ? "article" : "speaker");
	jw_count(json, "groups", brad_results_groups(results));
	jw_count(json, "ungrouped", brad_results_ungrouped(results));
	jw_member(json, "pick", pick_name(pick));
	jw_date(json, "day", output->day);
}

static void print_results(struct output *output, const struct question *question,
			  const brad_results *results)
{
	struct json json;
	const char *note;
	const brad_hit *hit;
	begin_query(&json, output, question, brad_results_total(results));
	const char *canonical, *understood = brad_results_understood(results, &canonical);
	json_understood(&json, understood, canonical);
	json_search(&json, output->options, brad_results_undated(results));
	if (output->options->command && output->options->command->bit == LIKE)
		jw_member(&json, "like", output->options->words[0]);
	jw_key(&json, "folded");
	jw_raw(&json, is_folded(output->options) ? "true" : "false");
	jw_key(&json, "statements");
	if (brad_results_statements(results))
		jw_number(&json, brad_results_statements(results));
	else
		jw_raw(&json, "null");
	add_groups(&json, output, results);
	jw_key(&json, "notes");
	jw_open(&json, '[');
	for (size_t i = 0; (note = brad_results_note(results, i)); i++) jw_string(&json, note);
	jw_close(&json, ']');
	jw_close(&json, '}');
	jw_end_line(&json);
	for (size_t i = 0; (hit = brad_results_hit(results, i)); i++) {
		json_hit(&json, output, question, hit);
		if (terminal_failed()) return;
	}
}

static void print_count(struct json *json, const brad_count *row, bool pairs)
{
	jw_open(json, '{');
	jw_member(json, "type", "count");
	jw_member(json, "value", row->value);
	if (pairs) jw_member(json, "and_value", row->and_value);
	jw_count(json, "count", row->count);
	jw_count(json, "of", row->of);
	jw_key(json, "rate");
	jw_real(json, rate_of(row));
	jw_close(json, '}');
	jw_end_line(json);
}

static void print_table(struct output *output, const struct question *question,
			const brad_table *table)
{
	struct json json;
	const char *note;
	const brad_count *rows;
	const struct field_list *by = &output->options->by;
	size_t count = brad_table_rows(table, &rows);
	begin_query(&json, output, question, brad_table_total(table));
	const char *canonical, *understood = brad_table_understood(table, &canonical);
	json_understood(&json, understood, canonical);
	json_search(&json, output->options, brad_table_undated(table));
	jw_member(&json, "by", field_names[brad_table_field(table)]);
	jw_member(&json, "and_by", by->count > 1 ? field_names[by->at[1]] : NULL);
	jw_count(&json, "of", brad_table_of(table));
	jw_key(&json, "notes");
	jw_open(&json, '[');
	for (size_t i = 0; (note = brad_table_note(table, i)); i++) jw_string(&json, note);
	jw_close(&json, ']');
	jw_close(&json, '}');
	jw_end_line(&json);
	for (size_t i = 0; i < count && !terminal_failed(); i++)
		print_count(&json, &rows[i], by->count > 1);
}

static void print_facet(struct output *output, const struct question *question,
			const brad_table *table)
{
	struct json json = {output->terminal.stream, false};
	const brad_count *rows;
	size_t count = brad_table_rows(table, &rows);
	jw_open(&json, '{');
	jw_member(&json, "type", "facet");
	if (question->id) {
		jw_key(&json, "query_id");
		jw_raw(&json, question->id);
	}
	jw_member(&json, "by", field_names[brad_table_field(table)]);
	jw_count(&json, "total", brad_table_total(table));
	jw_count(&json, "distinct", brad_table_distinct(table));
	jw_key(&json, "values");
	jw_open(&json, '[');
	for (size_t i = 0; i < count; i++) {
		jw_open(&json, '{');
		jw_member(&json, "value", rows[i].value);
		jw_count(&json, "count", rows[i].count);
		jw_close(&json, '}');
	}
	jw_close(&json, ']');
	jw_close(&json, '}');
	jw_end_line(&json);
}

static void print_people(struct output *output, const struct question *question,
			 const brad_people *people)
{
	struct json json;
	const char *note;
	const brad_person *rows;
	size_t count = brad_people_rows(people, &rows);
	begin_query(&json, output, question, count);
	jw_key(&json, "notes");
	jw_open(&json, '[');
	for (size_t i = 0; (note = brad_people_note(people, i)); i++) jw_string(&json, note);
	jw_close(&json, ']');
	jw_close(&json, '}');
	jw_end_line(&json);
	for (size_t i = 0; i < count; i++) {
		jw_open(&json, '{');
		jw_member(&json, "type", "speaker");
		jw_member(&json, "name", rows[i].name);
		strings(&json, "roles", rows[i].roles, rows[i].role_count);
		jw_count(&json, "sentences", rows[i].sentences);
		jw_count(&json, "articles", rows[i].articles);
		jw_date(&json, "first", rows[i].first);
		jw_date(&json, "last", rows[i].last);
		jw_close(&json, '}');
		jw_end_line(&json);
	}
}

static void print_ambiguities(struct output *output, const struct question *question,
			      const brad_ambiguity *rows, size_t count)
{
	struct json json;
	begin_query(&json, output, question, count);
	jw_close(&json, '}');
	jw_end_line(&json);
	for (size_t i = 0; i < count; i++) {
		jw_open(&json, '{');
		jw_member(&json, "type", "ambiguity");
		jw_member(&json, "doubt", doubt_name(rows[i].doubt));
		jw_member(&json, "name", rows[i].name);
		jw_count(&json, "sentences", rows[i].sentences);
		strings(&json, "others", rows[i].others, rows[i].other_count);
		jw_close(&json, '}');
		jw_end_line(&json);
	}
}

/* ---- An article, in the form of docs/output.md, "bradsearch-article/1" ---- */

static void add_speakers(struct json *json, const brad_speaker *speakers, size_t count)
{
	jw_member(json, "speaker", count ? speakers[0].name : NULL);
	if (count > 1) names(json, "speakers", speakers, count);
}

static void print_sentence(struct json *json, const brad_sentence *s)
{
	static const char *const types[] = {"date", "time", "duration", "set"};
	jw_open(json, '{');
	jw_ends(json, s->span);
	jw_member(json, "role", role_name(s->role));
	add_speakers(json, s->speakers, s->speaker_count);
	jw_member(json, "said", said_name(s->said));
	jw_member(json, "evidence", evidence_name(s->evidence));
	jw_key(json, "dates");
	jw_open(json, '[');
	for (size_t i = 0; i < s->date_count; i++) {
		jw_open(json, '{');
		jw_ends(json, s->dates[i].span);
		jw_member(json, "type", types[s->dates[i].type]);
		jw_member(json, "value", s->dates[i].value);
		jw_close(json, '}');
	}
	jw_close(json, ']');
	jw_close(json, '}');
}

static void print_span(struct json *json, const char *key, brad_span span)
{
	jw_key(json, key);
	if (span.end <= span.start) {
		jw_raw(json, "null");
		return;
	}
	jw_open(json, '{');
	jw_ends(json, span);
	jw_close(json, '}');
}

static void print_quote(struct json *json, const brad_quote *q)
{
	jw_open(json, '{');
	jw_ends(json, q->span);
	jw_key(json, "spans");
	jw_open(json, '[');
	for (size_t i = 0; i < q->piece_count; i++) {
		jw_open(json, '[');
		jw_number(json, q->pieces[i].start);
		jw_number(json, q->pieces[i].end);
		jw_close(json, ']');
	}
	jw_close(json, ']');
	jw_member(json, "kind", said_name(q->said));
	add_speakers(json, q->speakers, q->speaker_count);
	print_span(json, "mention", q->mention);
	print_span(json, "cue", q->cue);
	jw_member(json, "evidence", evidence_name(q->evidence));
	jw_key(json, "confidence");
	jw_real(json, q->confidence);
	jw_close(json, '}');
}

/* The sentence that was asked for by its id. */
static void print_marked(struct json *json, const brad_hit *marked)
{
	jw_key(json, "marked");
	jw_open(json, '{');
	jw_member(json, "sentence", marked->sentence);
	jw_ends(json, marked->span);
	jw_close(json, '}');
}

static void print_article(struct output *output, const brad_article *article,
			  const brad_hit *marked)
{
	struct json json = {output->terminal.stream, false};
	const brad_document *document = brad_article_document(article);
	const brad_sentence *sentences;
	const brad_quote *quotes;
	size_t sentence_count = brad_article_sentences(article, &sentences);
	size_t quote_count = brad_article_quotes(article, &quotes);
	brad_date_from from;
	brad_date not_before, not_after, date = brad_article_date(article, &from);

	jw_open(&json, '{');
	jw_member(&json, "schema", "bradsearch-article/1");
	json_index(&json, output);
	jw_member(&json, "id", document->id ? document->id : document->path);
	jw_member(&json, "title", brad_article_title(article));
	jw_date(&json, "date", date);
	jw_member(&json, "date_from", date_from_name(from));
	brad_article_date_bounds(article, &not_before, &not_after);
	add_bounds(&json, from, not_before, not_after);
	if (marked) print_marked(&json, marked);
	jw_key(&json, "sentences");
	jw_open(&json, '[');
	for (size_t i = 0; i < sentence_count; i++) print_sentence(&json, &sentences[i]);
	jw_close(&json, ']');
	jw_key(&json, "quotes");
	jw_open(&json, '[');
	for (size_t i = 0; i < quote_count; i++) print_quote(&json, &quotes[i]);
	jw_close(&json, ']');
	jw_close(&json, '}');
	jw_end_line(&json);
}

static void print_voice(struct json *json, const char *type, const brad_voice *voice,
			const brad_heard *heard)
{
	jw_open(json, '{');
	jw_member(json, "type", type);
	jw_member(json, "name", voice->name);
	if (heard) {
		jw_count(json, "sentences", voice->sentences);
		jw_key(json, "percent");
		jw_real(json, share_of(voice, heard));
	}
	jw_count(json, "articles", voice->articles);
	jw_close(json, '}');
	jw_end_line(json);
}

static void print_sources(struct output *output, const struct question *question,
			  const brad_sources *sources)
{
	static const char *const by[] = {"speaker", "speaker", "role", "source"};
	struct json json;
	const char *note;
	const brad_heard *heard = brad_sources_heard(sources);
	uint32_t limit = output->options->search.limit;
	begin_query(&json, output, question, heard->voice_count);
	json_search(&json, output->options, brad_sources_undated(sources));
	jw_member(&json, "by", by[output->options->voices]);
	jw_count(&json, "articles", heard->articles);
	jw_count(&json, "sentences", heard->sentences);
	jw_count(&json, "quoted", heard->quoted);
	jw_count(&json, "unnamed", heard->unnamed);
	jw_count(&json, "only_named", heard->silent_count);
	jw_key(&json, "notes");
	jw_open(&json, '[');
	for (size_t i = 0; (note = brad_sources_note(sources, i)); i++) jw_string(&json, note);
	jw_close(&json, ']');
	jw_close(&json, '}');
	jw_end_line(&json);
	for (size_t i = 0; i < heard->voice_count && i < limit; i++)
		print_voice(&json, "voice", &heard->voices[i], heard);
	for (size_t i = 0; i < heard->silent_count && i < limit; i++)
		print_voice(&json, "only_named", &heard->silent[i], NULL);
}

const struct output_format output_json = {print_results,     print_table,   print_people,
					  print_ambiguities, print_article, json_verification,
					  print_facet,       print_sources};
