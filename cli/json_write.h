/* json_write.h - how is JSON printed?  Directly to the stream, value by value.
 *
 * The caller opens and closes objects and arrays in pairs, and writes a key before each
 * value of an object; commas are added.  Strings are UTF-8.  Characters that could harm a
 * terminal or a parser of lines are escaped, and bytes that are not UTF-8 are U+FFFD. */
#ifndef CLI_JSON_WRITE_H
#define CLI_JSON_WRITE_H

#include <bradsearch.h>
#include <stdio.h>

struct json {
	FILE *stream;
	bool comma; /* a value precedes, at this level */
};

void jw_open(struct json *json, char bracket); /* '{' or '[' */
void jw_close(struct json *json, char bracket);
void jw_end_line(struct json *json);                   /* closes the object that takes the line */
void jw_key(struct json *json, const char *key);       /* of plain ASCII */
void jw_string(struct json *json, const char *string); /* NULL is null */
void jw_number(struct json *json, uint64_t number);
void jw_raw(struct json *json, const char *value); /* that is JSON */

/* Write a key and its value; jw_list() only opens the array. */
void jw_list(struct json *json, const char *key);
void jw_member(struct json *json, const char *key, const char *string);
void jw_count(struct json *json, const char *key, uint64_t number);
void jw_known(struct json *json, const char *key, uint64_t number); /* 0 is null */
void jw_real(struct json *json, const char *key, double number);
void jw_truth(struct json *json, const char *key, bool truth);
void jw_date(struct json *json, const char *key, brad_date date);
void jw_ends(struct json *json, brad_span span); /* "start" and "end" */
void jw_spans(struct json *json, const char *key, const brad_span *spans, size_t count);

#endif
