#include "output_csv.h"
#include "pick.h"

#include <string.h>

/* RFC 4180, with lines that end in CR LF.  A cell that a spreadsheet would
 * take for a formula begins with an apostrophe. */

static bool is_formula(const char *text)
{
	return *text && strchr("=+-@\t\r", *text);
}

static void put_quoted(FILE *stream, const char *text)
{
	while (*text) {
		size_t n = strcspn(text, "\"");
		clean_write(stream, text, n, true);
		text += n;
		if (*text == '"') {
			fputs("\"\"", stream);
			text++;
		}
	}
}

void csv_text(FILE *stream, const char *text)
{
	if (!is_formula(text) && !strpbrk(text, ",\"\r\n")) {
		clean_write(stream, text, strlen(text), true);
		return;
	}
	fputs(is_formula(text) ? "\"'" : "\"", stream);
	put_quoted(stream, text);
	putc('"', stream);
}

static void cell(FILE *stream, const char *text)
{
	putc(',', stream);
	if (text) csv_text(stream, text);
}

static void cell_number(FILE *stream, uint64_t number)
{
	fprintf(stream, ",%llu", (unsigned long long)number);
}

static void cell_date(FILE *stream, brad_date date)
{
	char buffer[16];
	cell(stream, brad_date_write(date, buffer));
}

/* The text at `place` of the i-th of items of `size` bytes; "" for NULL. */
static const char *text_of(const void *items, size_t size, size_t place, size_t i)
{
	const char *text;
	memcpy(&text, (const char *)items + i * size + place, sizeof text);
	return text ? text : "";
}

/* A cell of several texts; empty if all of them are. */
static void cell_list(FILE *stream, const void *items, size_t size, size_t place, size_t count,
		      const char *between)
{
	size_t said = 0;
	for (size_t i = 0; i < count; i++) said += *text_of(items, size, place, i) != '\0';
	putc(',', stream);
	if (said == 0) return;
	fputs(is_formula(text_of(items, size, place, 0)) ? "\"'" : "\"", stream);
	for (size_t i = 0; i < count; i++) {
		if (i > 0) fputs(between, stream);
		put_quoted(stream, text_of(items, size, place, i));
	}
	putc('"', stream);
}

static void cell_texts(FILE *stream, const char *const *texts, size_t count, const char *between)
{
	cell_list(stream, texts, sizeof *texts, 0, count, between);
}

static void cell_speakers(FILE *stream, const brad_hit *hit, size_t place)
{
	cell_list(stream, hit->speakers, sizeof *hit->speakers, place, hit->speaker_count, "; ");
}

static void end_row(FILE *stream)
{
	fputs("\r\n", stream);
}

static void print_hit(FILE *f, const struct output *output, const struct question *question,
		      const brad_hit *hit)
{
	char score[32];
	snprintf(score, sizeof score, "%.6g", hit->score);
	fprintf(f, "%u,%s", hit->rank, score);
	cell(f, hit->article);
	cell_date(f, hit->date);
	cell(f, date_from_name(hit->date_from));
	cell_speakers(f, hit, offsetof(brad_speaker, name));
	cell_speakers(f, hit, offsetof(brad_speaker, role));
	cell(f, said_name(hit->said));
	cell(f, evidence_name(hit->evidence));
	fprintf(f, ",%.6g", hit->confidence);
	cell(f, role_name(hit->role));
	cell(f, hit->text);
	cell(f, hit->title);
	cell(f, hit->source);
	cell(f, hit->url);
	cell(f, hit->path);
	if (hit->line)
		cell_number(f, hit->line);
	else
		cell(f, NULL);
	cell(f, hit->sentence);
	cell_number(f, hit->span.start);
	cell_number(f, hit->span.end);
	cell_date(f, hit->date_not_before);
	cell_date(f, hit->date_not_after);
	if (is_folded(output->options)) {
		cell_number(f, hit->copy_articles);
		cell_date(f, hit->first_date);
		cell(f, hit->first_article);
		cell_list(f, hit->copies, sizeof *hit->copies, offsetof(brad_copy, sentence),
			  hit->copy_count, "; ");
	}
	if (output->options->search.context) {
		cell_texts(f, hit->before, hit->before_count, " ");
		cell_texts(f, hit->after, hit->after_count, " ");
	}
	if (output->options->group || pick_of(output->options)) {
		cell(f, hit->group);
		cell_number(f, hit->group_count);
	}
	if (question->id) cell(f, question->id);
	end_row(f);
}

static void print_results(struct output *output, const struct question *question,
			  const brad_results *results)
{
	FILE *f = output->terminal.stream;
	const brad_hit *hit;
	if (!output->begun) {
		fputs("rank,score,article,date,date_from,speaker,speaker_role,said,evidence,"
		      "confidence,role,text,title,"
		      "source,url,path,line,sentence,start,end,date_not_before,date_not_after",
		      f);
		if (is_folded(output->options))
			fputs(",copy_articles,first_date,first_article,copies", f);
		if (output->options->search.context) fputs(",before,after", f);
		if (output->options->group || pick_of(output->options))
			fputs(",group,group_count", f);
		if (question->id) fputs(",query_id", f);
		end_row(f);
	}
	for (size_t i = 0; (hit = brad_results_hit(results, i)); i++) {
		print_hit(f, output, question, hit);
		if (terminal_failed()) return;
	}
}

static void print_table(struct output *output, const struct question *question,
			const brad_table *table)
{
	(void)question;
	FILE *f = output->terminal.stream;
	const brad_count *rows;
	const struct field_list *by = &output->options->by;
	brad_field field = brad_table_field(table);
	size_t count = brad_table_rows(table, &rows);
	fprintf(f, "count,value%s,of,rate\r\n", by->count > 1 ? ",and_value" : "");
	for (size_t i = 0; i < count && !terminal_failed(); i++) {
		fprintf(f, "%llu", (unsigned long long)rows[i].count);
		cell(f, rows[i].value ? rows[i].value : unknown_name(field));
		if (by->count > 1)
			cell(f, rows[i].and_value ? rows[i].and_value : unknown_name(by->at[1]));
		cell_number(f, rows[i].of);
		fprintf(f, ",%.6g", rate_of(&rows[i]));
		end_row(f);
	}
}

static void print_people(struct output *output, const struct question *question,
			 const brad_people *people)
{
	(void)question;
	FILE *f = output->terminal.stream;
	const brad_person *rows;
	size_t count = brad_people_rows(people, &rows);
	fputs("sentences,articles,name,first,last,roles\r\n", f);
	for (size_t i = 0; i < count; i++) {
		fprintf(f, "%llu", (unsigned long long)rows[i].sentences);
		cell_number(f, rows[i].articles);
		cell(f, rows[i].name);
		cell_date(f, rows[i].first);
		cell_date(f, rows[i].last);
		cell_texts(f, rows[i].roles, rows[i].role_count, "; ");
		end_row(f);
	}
}

static void print_ambiguities(struct output *output, const struct question *question,
			      const brad_people *people, const brad_ambiguity *rows, size_t count)
{
	(void)question;
	(void)people;
	FILE *f = output->terminal.stream;
	fputs("doubt,name,sentences,others\r\n", f);
	for (size_t i = 0; i < count; i++) {
		fputs(doubt_name(rows[i].doubt), f);
		cell(f, rows[i].name);
		cell_number(f, rows[i].sentences);
		cell_texts(f, rows[i].others, rows[i].other_count, "; ");
		end_row(f);
	}
}

static void print_voice(FILE *f, const char *kind, const char *name, const brad_voice *voice,
			double share)
{
	fputs(kind, f);
	cell(f, name);
	cell_number(f, voice->sentences);
	fprintf(f, ",%.1f", share);
	cell_number(f, voice->articles);
	end_row(f);
}

static void print_sources(struct output *output, const struct question *question,
			  const brad_sources *sources)
{
	(void)question;
	FILE *f = output->terminal.stream;
	const brad_heard *heard = brad_sources_heard(sources);
	uint32_t limit = output->options->search.limit;
	fputs("kind,name,sentences,percent,articles\r\n", f);
	for (size_t i = 0; i < heard->voice_count && i < limit; i++) {
		const brad_voice *voice = &heard->voices[i];
		print_voice(f, "quoted", voice->name ? voice->name : unnamed_voice(output->options),
			    voice, share_of(voice, heard));
	}
	for (size_t i = 0; i < heard->silent_count && i < limit; i++)
		print_voice(f, "only named", heard->silent[i].name, &heard->silent[i], 0);
}

/* No command prints the others in this form: the table of options sees to it. */
const struct output_format output_csv = {
	print_results, print_table, print_people, print_ambiguities,
	NULL,          NULL,        NULL,         print_sources};
