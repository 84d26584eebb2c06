#include "input/input.h"

#include "base/error.h"
#include "base/json.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

static const char byte_order_mark[] = "\xEF\xBB\xBF";

/* Reads the next line into r->raw; *found is false after the last.  A line over the limit is
 * only kept up to the limit. */
static brad_status read_line(brad_reader *r, bool *found, brad_error *err)
{
	bs_buffer_clear(&r->raw);
	*found = false;
	while (true) {
		if (r->at == r->end && !r->ended) {
			brad_status status = bs_reader_fill(r, err);
			if (status != BRAD_OK) return status;
		}
		if (r->at == r->end) break;
		*found = true;
		const char *from = r->block + r->at;
		const char *stop = memchr(from, '\n', r->end - r->at);
		size_t n = stop ? (size_t)(stop - from) : r->end - r->at;
		if (r->raw.length <= r->limit) bs_buffer_add(&r->raw, from, n);
		r->at += n + (stop != NULL);
		if (stop) break;
	}
	r->line += *found;
	return r->raw.failed ? bs_no_memory(err) : BRAD_OK;
}

/* The line in UTF-8, without a byte order mark at the head of the file. */
static brad_status decode_line(brad_reader *r, const char **line, size_t *length, brad_error *err)
{
	*line = r->raw.bytes ? r->raw.bytes : "";
	*length = r->raw.length;
	if (r->line == 1 && *length >= 3 && memcmp(*line, byte_order_mark, 3) == 0) {
		*line += 3;
		*length -= 3;
	}
	if (bs_utf8_check(*line, *length) == *length) return BRAD_OK;
	bs_buffer_clear(&r->decoded);
	bs_decode(*line, *length, &r->decoded);
	*line = r->decoded.bytes;
	*length = r->decoded.length;
	return r->decoded.failed ? bs_no_memory(err) : BRAD_OK;
}

/* If the first line shows that this is no file of JSON Lines, that is one problem, not one for
 * each line. */
static brad_status check_first(brad_reader *r, const char *line, size_t length, brad_error *err)
{
	const char *reason = NULL;
	if (memchr(line, '\0', length))
		reason = "a binary file, not JSON Lines";
	else if (line[0] == '[' || (length == 1 && line[0] == '{'))
		reason = "JSON, but not JSON Lines, which have an object a line; "
			 "jq -c writes them";
	if (!reason) return BRAD_OK;
	r->ended = true;
	r->at = r->end = 0;
	return bs_fail(err, BRAD_EINPUT, "%s:%zu: %s", r->path, r->line, reason);
}

static brad_status parse_line(brad_reader *r, const char *line, size_t length, brad_error *err)
{
	json_error_t why;
	brad_status status = bs_json_read(line, length, &r->json, &why);
	if (status == BRAD_ENOMEM) return bs_no_memory(err);
	if (status != BRAD_OK)
		return bs_fail(err, BRAD_EINPUT, "%s:%zu: not JSON: %s", r->path, r->line,
			       why.text);
	if (!json_is_object(r->json))
		return bs_fail(err, BRAD_EINPUT, "%s:%zu: not a JSON object", r->path, r->line);
	return BRAD_OK;
}

/* Hashes the current line; number is 0 if its article has an id. */
static uint64_t hash_line(const brad_reader *r, size_t number)
{
	uint64_t place = XXH3_64bits_withSeed(r->path, strlen(r->path), number);
	return XXH3_64bits_withSeed(r->raw.bytes, r->raw.length, place);
}

/* Reads the id, a string or a number; an article without one has its path and line instead. */
static brad_status read_id(brad_reader *r, brad_error *err)
{
	const json_t *id = json_object_get(r->json, "id");
	if (json_is_string(id) && json_string_length(id) > 0) {
		r->document.id = json_string_value(id);
		return BRAD_OK;
	}
	char number[64];
	bs_buffer_clear(&r->id);
	if (json_is_number(id)) {
		size_t n = json_dumpb(id, number, sizeof number, JSON_ENCODE_ANY);
		bs_buffer_add(&r->id, number, n < sizeof number ? n : sizeof number);
	} else if (!id || json_is_null(id) || json_is_string(id)) {
		snprintf(number, sizeof number, "#%zu", r->line);
		bs_buffer_string(&r->id, r->path);
		bs_buffer_string(&r->id, number);
		r->hash = hash_line(r, r->line);
	} else {
		return bs_fail(err, BRAD_EINPUT, "%s:%zu: \"id\" is neither a string nor a number",
			       r->path, r->line);
	}
	r->document.id = r->id.bytes;
	return r->id.failed ? bs_no_memory(err) : BRAD_OK;
}

static brad_status read_text(brad_reader *r, brad_error *err)
{
	const json_t *text = json_object_get(r->json, "text");
	if (!json_is_string(text))
		return bs_fail(err, BRAD_EINPUT, "%s:%zu: %s", r->path, r->line,
			       text ? "\"text\" is not a string" : "\"text\" is missing");
	r->document.text = json_string_value(text);
	r->document.text_length = json_string_length(text);
	return BRAD_OK;
}

/* Reads the members that an article can do without.  If any cannot be used, that is reported,
 * and the next call lends the document. */
static brad_status read_extras(brad_reader *r, brad_error *err)
{
	struct {
		const char *name, *value;
	} members[] = {{"title", 0}, {"source", 0}, {"url", 0}, {"date", 0}};
	char faults[256] = "";
	int n = 0, count = 0;
	for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
		const json_t *value = json_object_get(r->json, members[i].name);
		if (json_is_string(value) && json_string_length(value) > 0)
			members[i].value = json_string_value(value);
		else if (value && !json_is_null(value) && !json_is_string(value))
			n += snprintf(faults + n, sizeof faults - (size_t)n,
				      "%s\"%s\" is not a string", count++ ? ", " : "",
				      members[i].name);
	}
	r->document.title = members[0].value;
	r->document.source = members[1].value;
	r->document.url = members[2].value;
	const char *date = members[3].value;
	if (date && brad_date_read(date, &r->document.date, NULL) != BRAD_OK) {
		r->document.date = (brad_date){0, 0, 0};
		snprintf(faults + n, sizeof faults - (size_t)n,
			 "%sthe date '%.40s' is not YYYY-MM-DD", count++ ? ", " : "", date);
	}
	r->held = count > 0;
	if (!r->held) return BRAD_OK;
	return bs_fail(err, BRAD_EINPUT, "%s:%zu: %s; taken without %s", r->path, r->line, faults,
		       count > 1 ? "them" : "it");
}

static brad_status read_document(brad_reader *r, brad_error *err)
{
	r->document = (brad_document)BRAD_DOCUMENT_INIT;
	r->document.path = r->path;
	r->document.line = r->line;
	r->hash = hash_line(r, 0);
	brad_status status = read_text(r, err);
	if (status == BRAD_OK) status = read_id(r, err);
	if (status == BRAD_OK) status = read_extras(r, err);
	return status;
}

static bool is_known(const brad_reader *r)
{
	return r->is_known && r->raw.length > 0 &&
	       (r->is_known(r->context, hash_line(r, 0), r->line) ||
		r->is_known(r->context, hash_line(r, r->line), r->line));
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

/* Finds the next line that is not empty; *length is 0 after the last. */
static brad_status next_line(brad_reader *r, const char **line, size_t *length, brad_error *err)
{
	bool found = true;
	*length = 0;
	while (*length == 0) {
		brad_status status = read_line(r, &found, err);
		if (status != BRAD_OK || !found) return status;
		if (r->raw.length > r->limit) {
			char where[32];
			snprintf(where, sizeof where, ":%zu: a line", r->line);
			return bs_reader_too_large(r, where, err);
		}
		if (is_known(r)) {
			r->began = true;
			continue;
		}
		status = decode_line(r, line, length, err);
		if (status != BRAD_OK) return status;
		while (*length > 0 && is_blank(**line)) ++*line, --*length;
		while (*length > 0 && is_blank((*line)[*length - 1])) --*length;
	}
	return BRAD_OK;
}

brad_status bs_jsonl_next(brad_reader *r, const brad_document **out, brad_error *err)
{
	json_decref(r->json);
	r->json = NULL;
	const char *line;
	size_t length;
	brad_status status = next_line(r, &line, &length, err);
	if (status != BRAD_OK || length == 0) return status;
	bool first = !r->began;
	r->began = true;
	if (first) status = check_first(r, line, length, err);
	if (status == BRAD_OK) status = parse_line(r, line, length, err);
	if (status == BRAD_OK) status = read_document(r, err);
	if (status == BRAD_OK) *out = &r->document;
	return status;
}
