/* output_json.h - what do the parts of the JSON output share? */
#ifndef CLI_OUTPUT_JSON_H
#define CLI_OUTPUT_JSON_H

#include "json_write.h"
#include "output.h"

/* "index" and "revision", of which index and as of when the answer is; nothing
 * where no index was asked. */
void json_index(struct json *json, const struct output *output);

/* "understood" and "canonical"; and the filters, from "undated" to "inferred_dates". */
void json_understood(struct json *json, const char *words, const char *canonical);
void json_search(struct json *json, const struct options *options, uint64_t undated);

/* "speaker", "speakers", "speaker_role" and "speaker_roles". */
void json_speakers(struct json *json, const brad_speaker *speakers, size_t count);

/* A line of type "hit". */
void json_hit(struct json *json, const struct output *output, const struct question *question,
	      const brad_hit *hit);

void json_verification(struct output *output, const char *quotation,
		       const brad_verification *verification);

#endif
