#include "output_text.h"

#include <string.h>
#include <unistd.h>

const char *near_path(const char *path)
{
	static char directory[4096];
	if (!*directory && !getcwd(directory, sizeof directory)) return path;
	size_t n = strlen(directory);
	return n > 1 && strncmp(path, directory, n) == 0 && path[n] == '/' ? path + n + 1 : path;
}

void text_add_speakers(struct flow *flow, const brad_speaker *speakers, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			flow_string(flow, speakers[i - 1].role ? ", and " : " and ", STYLE_PLAIN);
		flow_string(flow, speakers[i].name, STYLE_STRONG);
		if (speakers[i].role) {
			flow_string(flow, ", ", STYLE_PLAIN);
			flow_string(flow, speakers[i].role, STYLE_PLAIN);
		}
	}
}

static void print_context(const struct terminal *t, const char *const *sentences, size_t count)
{
	struct flow flow;
	for (size_t i = 0; i < count; i++) {
		flow_begin(&flow, t, ASIDE, STYLE_FAINT);
		flow_string(&flow, sentences[i], STYLE_PLAIN);
		flow_end(&flow);
	}
}

static void print_marked(const struct terminal *t, const brad_hit *hit)
{
	struct flow flow;
	size_t at = 0;
	flow_begin(&flow, t, "", STYLE_PLAIN);
	for (size_t i = 0; i < hit->mark_count; i++) {
		brad_span mark = hit->marks[i];
		flow_add(&flow, hit->text + at, mark.start - at, STYLE_PLAIN);
		flow_add(&flow, hit->text + mark.start, mark.end - mark.start, STYLE_FOUND);
		at = mark.end;
	}
	flow_string(&flow, hit->text + at, STYLE_PLAIN);
	flow_end(&flow);
}

/* The id of a sentence has that of its article in it. */
static void print_place(const struct terminal *t, const brad_hit *hit, bool ids)
{
	struct flow flow;
	char number[32] = "";
	if (hit->line) snprintf(number, sizeof number, ":%zu", hit->line);
	flow_begin(&flow, t, DETAIL, STYLE_FAINT);
	bool file = hit->path && strcmp(hit->path, "-") != 0;
	if (file) flow_string(&flow, near_path(hit->path), STYLE_PLAIN);
	if (file) flow_string(&flow, number, STYLE_PLAIN);
	if (file && ids) flow_string(&flow, " · ", STYLE_PLAIN);
	if (ids || !file) flow_string(&flow, ids ? hit->sentence : hit->article, STYLE_PLAIN);
	flow_end(&flow);
}

const char *text_undated(brad_date not_before, brad_date not_after, char out[UNDATED_ROOM])
{
	char first[16], last[16];
	brad_date_write(not_before, first);
	brad_date_write(not_after, last);
	snprintf(out, UNDATED_ROOM, "no date%s%s%s%s", *first ? "; not before " : "", first,
		 !*last   ? ""
		 : *first ? ", not after "
			  : "; not after ",
		 last);
	return out;
}

/* "also in 6 articles, first on 2021-02-03 in wire-7" */
static void print_copies(const struct terminal *t, const brad_hit *hit)
{
	struct flow flow;
	char date[16];
	if (hit->copy_count == 0) return;
	flow_begin(&flow, t, DETAIL, STYLE_FAINT);
	if (hit->copy_articles == 0) {
		flow_string(&flow, "again in the same article", STYLE_PLAIN);
	} else {
		flow_string(&flow, "also in ", STYLE_PLAIN);
		flow_string(&flow, count_text(hit->copy_articles, "article"), STYLE_PLAIN);
	}
	if (hit->copy_articles && hit->first_article &&
	    strcmp(hit->first_article, hit->article) != 0) {
		flow_string(&flow, ", first on ", STYLE_PLAIN);
		flow_string(&flow, brad_date_write(hit->first_date, date), STYLE_PLAIN);
		flow_string(&flow, " in ", STYLE_PLAIN);
		flow_string(&flow, near_path(hit->first_article), STYLE_PLAIN);
	} else if (hit->copy_articles && hit->first_article) {
		flow_string(&flow, ", first in this one", STYLE_PLAIN);
	}
	flow_end(&flow);
}

void text_hit(const struct terminal *t, const brad_hit *hit, bool ids)
{
	struct flow flow;
	char date[16], undated[UNDATED_ROOM];
	print_context(t, hit->before, hit->before_count);
	print_marked(t, hit);
	print_context(t, hit->after, hit->after_count);

	flow_begin(&flow, t, DETAIL, STYLE_PLAIN);
	text_add_speakers(&flow, hit->speakers, hit->speaker_count);
	flow_end(&flow);

	flow_begin(&flow, t, DETAIL, STYLE_PLAIN);
	flow_string(&flow,
		    hit->date.year
			    ? brad_date_write(hit->date, date)
			    : text_undated(hit->date_not_before, hit->date_not_after, undated),
		    STYLE_DATE);
	bool is_title =
		hit->role == BRAD_ROLE_TITLE && hit->title && strcmp(hit->text, hit->title) == 0;
	if (hit->title && !is_title) {
		flow_string(&flow, " · ", STYLE_FAINT);
		flow_string(&flow, hit->title, STYLE_PLAIN);
	}
	if (hit->source) {
		flow_string(&flow, " · ", STYLE_FAINT);
		flow_string(&flow, hit->source, STYLE_PLAIN);
	}
	flow_end(&flow);
	print_place(t, hit, ids);
	print_copies(t, hit);
}

/* In what a version differs from the sentence that was given. */
static void print_changes(const struct terminal *t, const brad_results *results, size_t i)
{
	unsigned warnings;
	const brad_difference *differences;
	size_t count = brad_results_differences(results, i, &differences, &warnings);
	text_warnings(t, DETAIL, warnings);
	text_differences(t, differences, count);
}

void text_results(struct output *output, const struct question *question,
		  const brad_results *results)
{
	const struct terminal *t = &output->terminal;
	const brad_hit *hit;
	if (question->id) {
		if (output->begun) putc('\n', t->stream);
		style_write(t, question->id, STYLE_STRONG);
		style_write(t, ":", STYLE_STRONG);
		if (question->query) putc(' ', t->stream);
		if (question->query) style_write(t, question->query, STYLE_STRONG);
		fputs("\n\n", t->stream);
	}
	bool explain = output->options->explain;
	if (explain) text_understood(t, brad_results_understood(results, NULL));
	for (size_t i = 0; (hit = brad_results_hit(results, i)); i++) {
		if (output->options->first_per_speaker) {
			text_first(t, hit, output->options->ids);
			if (explain) text_why(t, hit);
			continue;
		}
		if (i > 0) putc('\n', t->stream);
		text_hit(t, hit, output->options->ids);
		print_changes(t, results, i);
		if (explain) text_why(t, hit);
		text_more(output, hit);
		if (terminal_failed()) return;
	}
}

const struct output_format output_text = {text_results,     text_table,   text_people,
					  text_ambiguities, text_article, text_verification,
					  text_facet,       text_sources};
