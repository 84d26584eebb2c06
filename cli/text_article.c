#include "output_text.h"

#include <string.h>

static void print_line(const struct terminal *t, const char *margin, const char *text,
		       enum style style)
{
	struct flow flow;
	flow_begin(&flow, t, margin, style);
	flow_string(&flow, text, STYLE_PLAIN);
	flow_end(&flow);
}

static void print_head(const struct terminal *t, const brad_article *article, bool marked)
{
	static const char *const known[] = {"",
					    " (given with the article)",
					    " (when published)",
					    " (when last updated)",
					    " (at the head of the page)",
					    ""};
	const brad_document *document = brad_article_document(article);
	const char *title = brad_article_title(article);
	brad_date_from from;
	brad_date date = brad_article_date(article, &from);
	brad_date not_before, not_after;
	char day[UNDATED_ROOM];
	brad_article_date_bounds(article, &not_before, &not_after);
	text_undated(not_before, not_after, day);
	if (date.year) {
		brad_date_write(date, day);
		strncat(day, known[from], sizeof day - strlen(day) - 1);
	}
	if (title) print_line(t, marked ? MARKED : "", title, STYLE_STRONG);
	print_line(t, "", day, STYLE_DATE);
	if (document->source) print_line(t, "", document->source, STYLE_PLAIN);
	if (document->url) print_line(t, "", document->url, STYLE_FAINT);
	if (document->path) {
		char place[4200];
		const char *path = near_path(document->path);
		if (document->line)
			snprintf(place, sizeof place, "%s:%zu", path, document->line);
		else
			snprintf(place, sizeof place, "%s", path);
		print_line(t, "", place, STYLE_FAINT);
	} else if (document->id) {
		print_line(t, "", document->id, STYLE_FAINT);
	}
}

static bool same_speakers(const brad_sentence *a, const brad_sentence *b)
{
	if (!a || a->speaker_count != b->speaker_count ||
	    (a->said == BRAD_SAID_NONE) != (b->said == BRAD_SAID_NONE))
		return false;
	for (size_t i = 0; i < a->speaker_count; i++)
		if (strcmp(a->speakers[i].name, b->speakers[i].name) != 0) return false;
	return true;
}

/* Who says what follows, on a line of its own where that changes. */
static void print_speakers(const struct terminal *t, const brad_sentence *s)
{
	struct flow flow;
	if (s->said == BRAD_SAID_NONE) return;
	flow_begin(&flow, t, "", STYLE_PLAIN);
	if (s->speaker_count == 0) flow_string(&flow, "somebody not named", STYLE_STRONG);
	text_add_speakers(&flow, s->speakers, s->speaker_count);
	flow_string(&flow, ":", STYLE_PLAIN);
	flow_end(&flow);
}

static const char *margin_of(const brad_sentence *s, bool marked)
{
	return marked                           ? MARKED
	       : s->role == BRAD_ROLE_FURNITURE ? ASIDE
	       : s->said != BRAD_SAID_NONE      ? DETAIL
						: "";
}

/* The sentence, and after each expression of time what it means. */
static void print_sentence(const struct terminal *t, const char *text, const brad_sentence *s,
			   bool marked)
{
	struct flow flow;
	size_t at = s->span.start;
	flow_begin(&flow, t, margin_of(s, marked),
		   marked                           ? STYLE_FOUND
		   : s->role == BRAD_ROLE_FURNITURE ? STYLE_FAINT
		   : s->role == BRAD_ROLE_TITLE     ? STYLE_STRONG
						    : STYLE_PLAIN);
	for (size_t i = 0; i < s->date_count; i++) {
		const brad_timex *date = &s->dates[i];
		size_t length = date->span.end - date->span.start;
		flow_add(&flow, text + at, date->span.start - at, STYLE_PLAIN);
		flow_add(&flow, text + date->span.start, length, STYLE_DATE);
		at = date->span.end;
		if (strlen(date->value) == length &&
		    memcmp(date->value, text + date->span.start, length) == 0)
			continue;
		char value[128];
		snprintf(value, sizeof value, " [%s]", date->value);
		flow_string(&flow, value, STYLE_FAINT);
	}
	flow_add(&flow, text + at, s->span.end - at, STYLE_PLAIN);
	flow_end(&flow);
}

void text_article(struct output *output, const brad_article *article, const brad_hit *marked)
{
	const struct terminal *t = &output->terminal;
	const char *text = brad_article_document(article)->text;
	const brad_sentence *sentences, *before = NULL;
	const brad_quote *quotes;
	size_t quote_count = brad_article_quotes(article, &quotes), quote = 0;
	size_t count = brad_article_sentences(article, &sentences);
	if (output->begun) putc('\n', t->stream);
	print_head(t, article, marked && marked->span.end == 0);
	size_t at = 0;
	for (size_t i = 0; i < count; i++) {
		const brad_sentence *s = &sentences[i];
		bool line = i == 0 || memchr(text + at, '\n', s->span.start - at);
		size_t explained = quote;
		if (line) putc('\n', t->stream);
		if (!same_speakers(before, s)) print_speakers(t, s);
		print_sentence(t, text, s,
			       marked && marked->span.end > 0 &&
				       marked->span.start == s->span.start);
		for (; quote < quote_count && quotes[quote].span.start < s->span.end; quote++)
			if (output->options->explain) text_explain(t, text, &quotes[quote]);
		if (output->options->explain && line && quote == explained &&
		    s->evidence == BRAD_EVIDENCE_CARRIED)
			text_explain_on(t, s);
		before = s;
		at = s->span.end;
	}
}
