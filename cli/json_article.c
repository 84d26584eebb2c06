/* How is an article written as JSON?  In the form of docs/output.md, "bradsearch-article/1". */
#include "output_json.h"

static void add_speakers(struct json *json, const brad_speaker *speakers, size_t count)
{
	jw_member(json, "speaker", count ? speakers[0].name : NULL);
	if (count > 1) json_names(json, "speakers", speakers, count);
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
	jw_list(json, "dates");
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
	jw_spans(json, "spans", q->pieces, q->piece_count);
	jw_member(json, "kind", said_name(q->said));
	add_speakers(json, q->speakers, q->speaker_count);
	print_span(json, "mention", q->mention);
	print_span(json, "cue", q->cue);
	jw_member(json, "evidence", evidence_name(q->evidence));
	jw_real(json, "confidence", q->confidence);
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

void json_article(struct output *output, const brad_article *article, const brad_hit *marked)
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
	json_bounds(&json, from, not_before, not_after);
	if (marked) print_marked(&json, marked);
	jw_list(&json, "sentences");
	for (size_t i = 0; i < sentence_count; i++) print_sentence(&json, &sentences[i]);
	jw_close(&json, ']');
	jw_list(&json, "quotes");
	for (size_t i = 0; i < quote_count; i++) print_quote(&json, &quotes[i]);
	jw_close(&json, ']');
	jw_end_line(&json);
}
