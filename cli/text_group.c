/* What stands beside hits that are the best of their groups, and below all hits. */
#include "cells.h"
#include "output_text.h"

#include <string.h>

enum { DATE_WIDTH = 10, NAME_WIDTH = 24 };

/* Rows of a pipe have the ids anyway. */
void text_first(const struct terminal *t, const brad_hit *hit, bool ids)
{
	char date[16];
	brad_date_write(hit->date, date);
	if (t->width) {
		fprintf(t->stream, "%-*s  ", DATE_WIDTH, date);
		cell_write(t->stream, hit->group, NAME_WIDTH);
		fputs("  ", t->stream);
		unsigned used = DATE_WIDTH + NAME_WIDTH + 4;
		cell_write(t->stream, hit->text, t->width > used + 20 ? t->width - used : 20);
		if (ids) {
			fputs("\n" DETAIL, t->stream);
			style_write(t, hit->sentence, STYLE_FAINT);
		}
	} else {
		fprintf(t->stream, "%s\t", date);
		clean_write(t->stream, hit->group, strlen(hit->group), false);
		fprintf(t->stream, "\t%llu\t", (unsigned long long)hit->group_count);
		clean_write(t->stream, hit->sentence, strlen(hit->sentence), false);
		putc('\t', t->stream);
		clean_write(t->stream, hit->text, strlen(hit->text), false);
	}
	putc('\n', t->stream);
}

/* "and 4 more by Ann Holt" */
void text_more(const struct output *output, const brad_hit *hit)
{
	struct flow flow;
	char more[64];
	if (hit->group_count < 2) return;
	snprintf(more, sizeof more, "and %s more", count_text(hit->group_count - 1, ""));
	flow_begin(&flow, &output->terminal, DETAIL, STYLE_FAINT);
	flow_string(&flow, more, STYLE_PLAIN);
	if (output->day.year) flow_string(&flow, " that day", STYLE_PLAIN);
	if (output->options->group == BRAD_GROUP_ARTICLE) {
		flow_string(&flow, " in this article", STYLE_PLAIN);
	} else {
		flow_string(&flow, " by ", STYLE_PLAIN);
		flow_string(&flow, hit->group, STYLE_PLAIN);
	}
	flow_end(&flow);
}

/* "speaker: Ann Holt 12, Joe Dean 3 and 7 more" */
void text_facet(struct output *output, const struct question *question, const brad_table *table)
{
	(void)question;
	struct flow flow;
	const struct field_list *all = &output->options->facets;
	char text[64];
	const brad_count *rows;
	brad_field field = brad_table_field(table);
	size_t count = brad_table_rows(table, &rows), distinct = brad_table_distinct(table);
	if (count == 0) return;
	if ((int)field == all->at[0]) putc('\n', output->terminal.stream);
	flow_begin(&flow, &output->terminal, "", STYLE_PLAIN);
	flow_string(&flow, field_names[field], STYLE_STRONG);
	flow_string(&flow, ":", STYLE_STRONG);
	for (size_t i = 0; i < count; i++) {
		const char *value = rows[i].value ? rows[i].value : unknown_name(field);
		snprintf(text, sizeof text, " %s", count_text(rows[i].count, ""));
		flow_string(&flow, i ? ", " : " ", STYLE_PLAIN);
		flow_string(&flow, near_path(value), STYLE_PLAIN);
		flow_string(&flow, text, STYLE_DATE);
	}
	if (count < distinct) {
		snprintf(text, sizeof text, " and %s more", count_text(distinct - count, ""));
		flow_string(&flow, text, STYLE_PLAIN);
	}
	flow_end(&flow);
}
