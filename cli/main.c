#include <bradsearch.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

static json_t *span(brad_span s)
{
	return s.end > s.start ? json_pack("{s:I,s:I}", "start", (json_int_t)s.start, "end",
					   (json_int_t)s.end)
			       : json_null();
}

static void speakers(json_t *o, const brad_speaker *s, size_t n)
{
	json_object_set_new(o, "speaker", n ? json_string(s[0].name) : json_null());
	if (n < 2) return;
	json_t *list = json_array();
	for (size_t i = 0; i < n; i++) json_array_append_new(list, json_string(s[i].name));
	json_object_set_new(o, "speakers", list);
}

int main(int argc, char **argv)
{
	static const char *const froms[] = {"none",    "metadata", "published",
					    "updated", "header",   "inferred"};
	static const char *const roles[] = {"title", "body", "furniture"};
	static const char *const saids[] = {0, "direct", "mixed", "indirect"};
	static const char *const types[] = {"date", "time", "duration", "set"};
	brad_reader *r;
	brad_error e;
	if (brad_reader_open(argv[argc - 1], BRAD_INPUT_JSONL, &r, &e))
		return fprintf(stderr, "%s\n", e.message), 2;
	const brad_document *d;
	while (!brad_reader_next(r, &d, &e) && d) {
		brad_article *a;
		if (brad_article_parse(d, &a, &e)) return fprintf(stderr, "%s\n", e.message), 2;
		brad_date_from from;
		char buffer[16];
		brad_date_write(brad_article_date(a, &from), buffer);
		json_t *o = json_pack("{s:s,s:s?,s:s?,s:s?,s:s}", "schema", "bradsearch-article/1",
				      "id", d->id, "title", brad_article_title(a), "date",
				      *buffer ? buffer : NULL, "date_from", froms[from]);
		json_t *list = json_array();
		const brad_sentence *s;
		size_t n = brad_article_sentences(a, &s);
		for (size_t i = 0; i < n; i++) {
			json_t *x = json_pack("{s:I,s:I,s:s,s:s?}", "start",
					      (json_int_t)s[i].span.start, "end",
					      (json_int_t)s[i].span.end, "role", roles[s[i].role],
					      "said", saids[s[i].said]);
			speakers(x, s[i].speakers, s[i].speaker_count);
			json_t *ds = json_array();
			for (size_t k = 0; k < s[i].date_count; k++) {
				const brad_timex *t = &s[i].dates[k];
				json_array_append_new(ds,
						      json_pack("{s:I,s:I,s:s,s:s}", "start",
								(json_int_t)t->span.start, "end",
								(json_int_t)t->span.end, "type",
								types[t->type], "value", t->value));
			}
			json_object_set_new(x, "dates", ds);
			json_array_append_new(list, x);
		}
		json_object_set_new(o, "sentences", list);
		list = json_array();
		const brad_quote *q;
		n = brad_article_quotes(a, &q);
		for (size_t i = 0; i < n; i++) {
			json_t *x = json_pack("{s:I,s:I,s:s,s:o,s:o,s:f}", "start",
					      (json_int_t)q[i].span.start, "end",
					      (json_int_t)q[i].span.end, "kind", saids[q[i].said],
					      "mention", span(q[i].mention), "cue", span(q[i].cue),
					      "confidence", q[i].confidence);
			speakers(x, q[i].speakers, q[i].speaker_count);
			json_t *ps = json_array();
			for (size_t k = 0; k < q[i].piece_count; k++)
				json_array_append_new(
					ps, json_pack("[I,I]", (json_int_t)q[i].pieces[k].start,
						      (json_int_t)q[i].pieces[k].end));
			json_object_set_new(x, "spans", ps);
			json_array_append_new(list, x);
		}
		json_object_set_new(o, "quotes", list);
		json_dumpf(o, stdout, JSON_COMPACT);
		putchar('\n');
		json_decref(o);
		brad_article_free(a);
	}
	brad_reader_free(r);
	return 0;
}
