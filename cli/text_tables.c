#include "output_text.h"

#include <string.h>

/* "2022-05-29 to 2023-01-31", or the one day. */
static void add_period(struct flow *flow, const brad_person *person)
{
	char first[16], last[16];
	if (!person->first.year) {
		flow_string(flow, "no date", STYLE_DATE);
		return;
	}
	brad_date_write(person->first, first);
	brad_date_write(person->last, last);
	flow_string(flow, first, STYLE_DATE);
	if (strcmp(first, last) == 0) return;
	flow_string(flow, " to ", STYLE_PLAIN);
	flow_string(flow, last, STYLE_DATE);
}

static void print_person(const struct terminal *t, const brad_person *person)
{
	struct flow flow;
	flow_begin(&flow, t, "", STYLE_PLAIN);
	flow_string(&flow, person->name, STYLE_STRONG);
	flow_string(&flow, ": ", STYLE_PLAIN);
	flow_string(&flow, count_text(person->sentences, "sentence"), STYLE_PLAIN);
	flow_string(&flow, " in ", STYLE_PLAIN);
	flow_string(&flow, count_text(person->articles, "article"), STYLE_PLAIN);
	flow_string(&flow, ", ", STYLE_PLAIN);
	add_period(&flow, person);
	flow_end(&flow);

	flow_begin(&flow, t, DETAIL, STYLE_FAINT);
	for (size_t i = 0; i < person->role_count; i++) {
		if (i > 0) flow_string(&flow, "; ", STYLE_PLAIN);
		flow_string(&flow, person->roles[i], STYLE_PLAIN);
	}
	flow_end(&flow);
}

/* For programs: name, sentences, first and last day, roles, separated by tabs. */
static void print_person_plain(FILE *stream, const brad_person *person)
{
	char first[16], last[16];
	clean_write(stream, person->name, strlen(person->name), false);
	fprintf(stream, "\t%llu\t%s\t%s\t", (unsigned long long)person->sentences,
		brad_date_write(person->first, first), brad_date_write(person->last, last));
	for (size_t i = 0; i < person->role_count; i++) {
		if (i > 0) fputs("; ", stream);
		clean_write(stream, person->roles[i], strlen(person->roles[i]), false);
	}
	putc('\n', stream);
}

void text_people(struct output *output, const struct question *question, const brad_people *people)
{
	(void)question;
	const struct terminal *t = &output->terminal;
	const brad_person *rows;
	size_t count = brad_people_rows(people, &rows);
	for (size_t i = 0; i < count; i++) {
		if (t->width)
			print_person(t, &rows[i]);
		else
			print_person_plain(t->stream, &rows[i]);
	}
}

static void print_ambiguity(const struct terminal *t, const brad_ambiguity *row)
{
	static const char *const is[] = {" is spelt almost like ", " could be ", " is "};
	struct flow flow;
	flow_begin(&flow, t, "", STYLE_PLAIN);
	flow_string(&flow, row->name, STYLE_STRONG);
	flow_string(&flow, " (", STYLE_PLAIN);
	flow_string(&flow, count_text(row->sentences, "sentence"), STYLE_PLAIN);
	flow_string(&flow, ")", STYLE_PLAIN);
	flow_string(&flow, is[row->doubt], STYLE_PLAIN);
	for (size_t i = 0; i < row->other_count; i++) {
		if (i > 0) flow_string(&flow, "; ", STYLE_PLAIN);
		flow_string(&flow, row->others[i],
			    row->doubt == BRAD_DOUBT_ROLES ? STYLE_PLAIN : STYLE_STRONG);
	}
	flow_end(&flow);
}

void text_ambiguities(struct output *output, const struct question *question,
		      const brad_people *people, const brad_ambiguity *rows, size_t count)
{
	(void)question;
	(void)people;
	const struct terminal *t = &output->terminal;
	for (size_t i = 0; i < count && !terminal_failed(); i++) {
		if (t->width) {
			print_ambiguity(t, &rows[i]);
			continue;
		}
		fprintf(t->stream, "%s\t", doubt_name(rows[i].doubt));
		clean_write(t->stream, rows[i].name, strlen(rows[i].name), false);
		fprintf(t->stream, "\t%llu\t", (unsigned long long)rows[i].sentences);
		for (size_t k = 0; k < rows[i].other_count; k++) {
			if (k > 0) fputs("; ", t->stream);
			clean_write(t->stream, rows[i].others[k], strlen(rows[i].others[k]), false);
		}
		putc('\n', t->stream);
	}
}
