/* output_json.h - what do the parts of the JSON output share? */
#ifndef CLI_OUTPUT_JSON_H
#define CLI_OUTPUT_JSON_H

#include "json_write.h"
#include "output.h"

/* ---- Interface to code in output_json.c ---- */

/* "index" and "revision", of which index and as of when the answer is; nothing
 * where no index was asked. */
void json_index(struct json *json, const struct output *output);

/* "query_id", if the question has one. */
void json_query_id(struct json *json, const struct question *question);

/* Begins the line of type "query", up to "total". */
void json_begin(struct json *json, const struct output *output, const struct question *question,
		uint64_t total);

/* "understood" and "canonical"; and the filters, from "undated" to "inferred_dates". */
void json_understood(struct json *json, const char *words, const char *canonical);
void json_search(struct json *json, const struct options *options, uint64_t undated);

/* The strings that tell why nothing was found, at the end of "notes". */
void json_reasons(struct json *json, const struct question *question);

/* ---- Interface to code in json_hit.c ---- */

/* Members with arrays: of names, and of strings. */
void json_names(struct json *json, const char *key, const brad_speaker *speakers, size_t count);
void json_strings(struct json *json, const char *key, const char *const *list, size_t count);

/* What is known of a date that is only inferred; nothing of others. */
void json_bounds(struct json *json, brad_date_from from, brad_date not_before, brad_date not_after);

/* "speaker", "speakers", "speaker_role" and "speaker_roles". */
void json_speakers(struct json *json, const brad_speaker *speakers, size_t count);

/* "warnings", and "differences" with their own. */
void json_warnings(struct json *json, unsigned warnings);
void json_differences(struct json *json, const brad_difference *differences, size_t count);

/* A line of type "hit"; or all of it but its end. */
void json_begin_hit(struct json *json, const struct output *output, const struct question *question,
		    const brad_hit *hit);
void json_hit(struct json *json, const struct output *output, const struct question *question,
	      const brad_hit *hit);

/* ---- Interface to code in json_article.c, json_rows.c and json_verify.c ---- */

void json_article(struct output *output, const brad_article *article, const brad_hit *marked);
void json_table(struct output *output, const struct question *question, const brad_table *table);
void json_facet(struct output *output, const struct question *question, const brad_table *table);
void json_people(struct output *output, const struct question *question, const brad_people *people);
void json_ambiguities(struct output *output, const struct question *question,
		      const brad_people *people, const brad_ambiguity *rows, size_t count);
void json_sources(struct output *output, const struct question *question,
		  const brad_sources *sources);
void json_verification(struct output *output, const char *quotation,
		       const brad_verification *verification);

#endif
