/* How is a hit written as JSON, and what is the same elsewhere? */
#include "output_json.h"

void json_names(struct json *json, const char *key, const brad_speaker *speakers, size_t count)
{
	jw_list(json, key);
	for (size_t i = 0; i < count; i++) jw_string(json, speakers[i].name);
	jw_close(json, ']');
}

void json_strings(struct json *json, const char *key, const char *const *list, size_t count)
{
	jw_list(json, key);
	for (size_t i = 0; i < count; i++) jw_string(json, list[i]);
	jw_close(json, ']');
}

void json_bounds(struct json *json, brad_date_from from, brad_date not_before, brad_date not_after)
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
	json_bounds(json, hit->date_from, hit->date_not_before, hit->date_not_after);
	jw_member(json, "sentence", hit->sentence);
	jw_ends(json, hit->span);
	jw_member(json, "role", role_name(hit->role));
	jw_member(json, "text", hit->text);
	jw_spans(json, "marks", hit->marks, hit->mark_count);
}

void json_speakers(struct json *json, const brad_speaker *speakers, size_t count)
{
	jw_member(json, "speaker", count ? speakers[0].name : NULL);
	json_names(json, "speakers", speakers, count);
	jw_member(json, "speaker_role", count ? speakers[0].role : NULL);
	jw_list(json, "speaker_roles");
	for (size_t i = 0; i < count; i++) jw_string(json, speakers[i].role);
	jw_close(json, ']');
}

static void hit_speakers(struct json *json, const brad_hit *hit)
{
	json_speakers(json, hit->speakers, hit->speaker_count);
	jw_member(json, "said", said_name(hit->said));
	jw_member(json, "evidence", evidence_name(hit->evidence));
	jw_real(json, "confidence", hit->confidence);
}

static void hit_copies(struct json *json, const brad_hit *hit)
{
	jw_count(json, "copy_articles", hit->copy_articles);
	jw_date(json, "first_date", hit->first_date);
	jw_member(json, "first_article", hit->first_article);
	jw_list(json, "copies");
	for (size_t i = 0; i < hit->copy_count; i++) {
		const brad_copy *copy = &hit->copies[i];
		jw_open(json, '{');
		jw_member(json, "sentence", copy->sentence);
		jw_member(json, "article", copy->article);
		jw_member(json, "source", copy->source);
		jw_date(json, "date", copy->date);
		jw_truth(json, "same_words", copy->same_words);
		jw_close(json, '}');
	}
	jw_close(json, ']');
}

void json_begin_hit(struct json *json, const struct output *output, const struct question *question,
		    const brad_hit *hit)
{
	jw_open(json, '{');
	jw_member(json, "type", "hit");
	json_query_id(json, question);
	jw_count(json, "rank", hit->rank);
	jw_real(json, "score", hit->score);
	hit_article(json, hit);
	hit_speakers(json, hit);
	jw_known(json, "line", hit->line);
	jw_member(json, "path", hit->path);
	if (hit->group) {
		jw_member(json, "group", hit->group);
		jw_count(json, "group_count", hit->group_count);
	}
	if (output->options->search.context) {
		json_strings(json, "before", hit->before, hit->before_count);
		json_strings(json, "after", hit->after, hit->after_count);
	}
	if (is_folded(output->options)) hit_copies(json, hit);
}

void json_hit(struct json *json, const struct output *output, const struct question *question,
	      const brad_hit *hit)
{
	json_begin_hit(json, output, question, hit);
	jw_end_line(json);
}
