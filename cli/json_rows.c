/* How are counts, facets, people and sources written as JSON?  A line a row. */
#include "output_json.h"

static void print_count(struct json *json, const brad_count *row, bool pairs)
{
	jw_open(json, '{');
	jw_member(json, "type", "count");
	jw_member(json, "value", row->value);
	if (pairs) jw_member(json, "and_value", row->and_value);
	jw_count(json, "count", row->count);
	jw_count(json, "of", row->of);
	jw_real(json, "rate", rate_of(row));
	jw_end_line(json);
}

void json_table(struct output *output, const struct question *question, const brad_table *table)
{
	struct json json;
	const char *note;
	const brad_count *rows;
	const struct field_list *by = &output->options->by;
	size_t count = brad_table_rows(table, &rows);
	json_begin(&json, output, question, brad_table_total(table));
	const char *canonical, *understood = brad_table_understood(table, &canonical);
	json_understood(&json, understood, canonical);
	json_search(&json, output->options, brad_table_undated(table));
	jw_member(&json, "by", field_names[brad_table_field(table)]);
	jw_member(&json, "and_by", by->count > 1 ? field_names[by->at[1]] : NULL);
	jw_count(&json, "of", brad_table_of(table));
	jw_list(&json, "notes");
	for (size_t i = 0; (note = brad_table_note(table, i)); i++) jw_string(&json, note);
	json_reasons(&json, question);
	jw_close(&json, ']');
	jw_end_line(&json);
	for (size_t i = 0; i < count && !terminal_failed(); i++)
		print_count(&json, &rows[i], by->count > 1);
}

void json_facet(struct output *output, const struct question *question, const brad_table *table)
{
	struct json json = {output->terminal.stream, false};
	const brad_count *rows;
	size_t count = brad_table_rows(table, &rows);
	jw_open(&json, '{');
	jw_member(&json, "type", "facet");
	json_query_id(&json, question);
	jw_member(&json, "by", field_names[brad_table_field(table)]);
	jw_count(&json, "total", brad_table_total(table));
	jw_count(&json, "distinct", brad_table_distinct(table));
	jw_list(&json, "values");
	for (size_t i = 0; i < count; i++) {
		jw_open(&json, '{');
		jw_member(&json, "value", rows[i].value);
		jw_count(&json, "count", rows[i].count);
		jw_close(&json, '}');
	}
	jw_close(&json, ']');
	jw_end_line(&json);
}

static void people_notes(struct json *json, const brad_people *people)
{
	const char *note;
	jw_list(json, "notes");
	for (size_t i = 0; (note = brad_people_note(people, i)); i++) jw_string(json, note);
	jw_close(json, ']');
}

void json_people(struct output *output, const struct question *question, const brad_people *people)
{
	struct json json;
	const brad_person *rows;
	size_t count = brad_people_rows(people, &rows);
	json_begin(&json, output, question, count);
	people_notes(&json, people);
	jw_end_line(&json);
	for (size_t i = 0; i < count; i++) {
		jw_open(&json, '{');
		jw_member(&json, "type", "speaker");
		jw_member(&json, "name", rows[i].name);
		json_strings(&json, "roles", rows[i].roles, rows[i].role_count);
		jw_count(&json, "sentences", rows[i].sentences);
		jw_count(&json, "articles", rows[i].articles);
		jw_date(&json, "first", rows[i].first);
		jw_date(&json, "last", rows[i].last);
		jw_end_line(&json);
	}
}

void json_ambiguities(struct output *output, const struct question *question,
		      const brad_people *people, const brad_ambiguity *rows, size_t count)
{
	struct json json;
	json_begin(&json, output, question, count);
	people_notes(&json, people);
	jw_end_line(&json);
	for (size_t i = 0; i < count; i++) {
		jw_open(&json, '{');
		jw_member(&json, "type", "ambiguity");
		jw_member(&json, "doubt", doubt_name(rows[i].doubt));
		jw_member(&json, "name", rows[i].name);
		jw_count(&json, "sentences", rows[i].sentences);
		json_strings(&json, "others", rows[i].others, rows[i].other_count);
		jw_end_line(&json);
	}
}

static void print_voice(struct json *json, const char *type, const brad_voice *voice,
			const brad_heard *heard)
{
	jw_open(json, '{');
	jw_member(json, "type", type);
	jw_member(json, "name", voice->name);
	if (heard) {
		jw_count(json, "sentences", voice->sentences);
		jw_real(json, "percent", share_of(voice, heard));
	}
	jw_count(json, "articles", voice->articles);
	jw_end_line(json);
}

void json_sources(struct output *output, const struct question *question,
		  const brad_sources *sources)
{
	static const char *const by[] = {"speaker", "speaker", "role", "source"};
	struct json json;
	const char *note;
	const brad_heard *heard = brad_sources_heard(sources);
	uint32_t limit = output->options->search.limit;
	json_begin(&json, output, question, heard->voice_count);
	const char *canonical, *understood = brad_sources_understood(sources, &canonical);
	json_understood(&json, understood, canonical);
	json_search(&json, output->options, brad_sources_undated(sources));
	jw_member(&json, "by", by[output->options->voices]);
	jw_count(&json, "articles", heard->articles);
	jw_count(&json, "sentences", heard->sentences);
	jw_count(&json, "quoted", heard->quoted);
	jw_count(&json, "unnamed", heard->unnamed);
	jw_count(&json, "only_named", heard->silent_count);
	jw_list(&json, "notes");
	for (size_t i = 0; (note = brad_sources_note(sources, i)); i++) jw_string(&json, note);
	json_reasons(&json, question);
	jw_close(&json, ']');
	jw_end_line(&json);
	for (size_t i = 0; i < heard->voice_count && i < limit; i++)
		print_voice(&json, "voice", &heard->voices[i], heard);
	for (size_t i = 0; i < heard->silent_count && i < limit; i++)
		print_voice(&json, "only_named", &heard->silent[i], NULL);
}
