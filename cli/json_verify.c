#include "output_json.h"

void json_warnings(struct json *json, unsigned warnings)
{
	jw_list(json, "warnings");
	for (unsigned i = 0; i < WARNINGS; i++)
		if (warnings >> i & 1) jw_string(json, warning_names[i]);
	jw_close(json, ']');
}

void json_differences(struct json *json, const brad_difference *differences, size_t count)
{
	static const char *const names[] = {"none", "replaced", "added", "left out", "ellipsis"};
	jw_list(json, "differences");
	for (size_t i = 0; i < count; i++) {
		const brad_difference *d = &differences[i];
		jw_open(json, '{');
		jw_member(json, "change", names[d->change]);
		jw_member(json, "quoted", d->quoted);
		jw_member(json, "printed", d->printed);
		json_warnings(json, d->warnings);
		jw_close(json, '}');
	}
	jw_close(json, ']');
}

/* The cells of a batch, in order, as [name, cell]: a file may have two columns of one name. */
static void add_row(struct json *json, const struct batch_row *row)
{
	jw_count(json, "line", row->line);
	jw_list(json, "cells");
	for (size_t i = 0; i < row->count; i++) {
		jw_open(json, '[');
		jw_string(json, row->names[i]);
		jw_string(json, row->cells[i]);
		jw_close(json, ']');
	}
	jw_close(json, ']');
}

void json_verification(struct output *output, const char *quotation,
		       const brad_verification *verification)
{
	static const struct question question = {0};
	struct json json = {output->terminal.stream, false};
	const brad_finding *f = brad_verification_finding(verification);
	const char *note;
	jw_open(&json, '{');
	jw_member(&json, "type", "verification");
	jw_member(&json, "schema", "bradsearch-verification/1");
	json_index(&json, output);
	if (output->row) add_row(&json, output->row);
	jw_member(&json, "quotation", quotation);
	jw_member(&json, "asked_speaker", output->options->search.speaker);
	jw_member(&json, "verdict", verdict_name(f->verdict));
	if (output->options->search.speaker)
		jw_truth(&json, "by_speaker", f->by_speaker);
	else
		jw_member(&json, "by_speaker", NULL);
	jw_real(&json, "likeness", f->likeness);
	json_warnings(&json, f->warnings);
	json_speakers(&json, f->speakers, f->speaker_count);
	json_differences(&json, f->differences, f->difference_count);
	jw_count(&json, "total", f->hit_count);
	jw_list(&json, "notes");
	for (size_t i = 0; (note = brad_verification_note(verification, i)); i++)
		jw_string(&json, note);
	jw_close(&json, ']');
	jw_end_line(&json);
	for (size_t i = 0; i < f->hit_count; i++) json_hit(&json, output, &question, &f->hits[i]);
}
