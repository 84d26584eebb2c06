#include "json_write.h"
#include "clean.h"

#include <math.h>
#include <string.h>

static void value(struct json *json)
{
	if (json->comma) putc_unlocked(',', json->stream);
	json->comma = true;
}

void jw_open(struct json *json, char bracket)
{
	value(json);
	putc_unlocked(bracket, json->stream);
	json->comma = false;
}

void jw_close(struct json *json, char bracket)
{
	putc_unlocked(bracket, json->stream);
	json->comma = true;
}

void jw_end_line(struct json *json)
{
	fputs("}\n", json->stream);
	json->comma = false;
}

void jw_key(struct json *json, const char *key)
{
	value(json);
	putc_unlocked('"', json->stream);
	fputs(key, json->stream);
	fputs("\":", json->stream);
	json->comma = false;
}

/* Bytes that stand for themselves: printable ASCII but " and \. */
static bool is_plain(unsigned char c)
{
	return c >= 0x20 && c < 0x7F && c != '"' && c != '\\';
}

static void escape(FILE *stream, uint32_t c)
{
	static const char from[] = "\"\\\b\f\n\r\t", to[] = "\"\\bfnrt";
	const char *at = c < 0x80 && c ? strchr(from, (int)c) : NULL;
	if (at)
		fprintf(stream, "\\%c", to[at - from]);
	else
		fprintf(stream, "\\u%04x", (unsigned)c);
}

/* The character as it is, unless clean_next() would hide or change it. */
static size_t put_character(FILE *stream, const char *s, size_t left)
{
	size_t n;
	uint32_t c = clean_next(s, left, &n, false);
	const unsigned char *u = (const unsigned char *)s;
	if (n == 1)
		escape(stream, u[0] < 0x80 ? u[0] : 0xFFFD);
	else if (c == 0xFFFD || c == ' ')
		escape(stream,
		       n == 2 ? (u[0] & 0x1Fu) << 6 | (u[1] & 0x3Fu)
			      : (u[0] & 0x0Fu) << 12 | (u[1] & 0x3Fu) << 6 | (u[2] & 0x3Fu));
	else
		fwrite(s, 1, n, stream);
	return n;
}

void jw_string(struct json *json, const char *string)
{
	if (!string) {
		jw_raw(json, "null");
		return;
	}
	value(json);
	FILE *stream = json->stream;
	putc_unlocked('"', stream);
	size_t left = strlen(string);
	while (left > 0) {
		size_t n = 0;
		while (n < left && is_plain((unsigned char)string[n])) n++;
		if (n > 0)
			fwrite(string, 1, n, stream);
		else
			n = put_character(stream, string, left);
		string += n;
		left -= n;
	}
	putc_unlocked('"', stream);
}

void jw_number(struct json *json, uint64_t number)
{
	char digits[20];
	size_t n = sizeof digits;
	value(json);
	do digits[--n] = (char)('0' + number % 10);
	while (number /= 10);
	fwrite(digits + n, 1, sizeof digits - n, json->stream);
}

void jw_raw(struct json *json, const char *text)
{
	value(json);
	fputs(text, json->stream);
}

void jw_list(struct json *json, const char *key)
{
	jw_key(json, key);
	jw_open(json, '[');
}

void jw_member(struct json *json, const char *key, const char *string)
{
	jw_key(json, key);
	jw_string(json, string);
}

void jw_count(struct json *json, const char *key, uint64_t number)
{
	jw_key(json, key);
	jw_number(json, number);
}

void jw_known(struct json *json, const char *key, uint64_t number)
{
	if (number)
		jw_count(json, key, number);
	else
		jw_member(json, key, NULL);
}

void jw_real(struct json *json, const char *key, double number)
{
	jw_key(json, key);
	value(json);
	fprintf(json->stream, "%.6g", isfinite(number) ? number : 0.0);
}

void jw_truth(struct json *json, const char *key, bool truth)
{
	jw_key(json, key);
	jw_raw(json, truth ? "true" : "false");
}

void jw_date(struct json *json, const char *key, brad_date date)
{
	char buffer[16];
	jw_member(json, key, date.year ? brad_date_write(date, buffer) : NULL);
}

void jw_ends(struct json *json, brad_span span)
{
	jw_count(json, "start", span.start);
	jw_count(json, "end", span.end);
}

void jw_spans(struct json *json, const char *key, const brad_span *spans, size_t count)
{
	jw_list(json, key);
	for (size_t i = 0; i < count; i++) {
		jw_open(json, '[');
		jw_number(json, spans[i].start);
		jw_number(json, spans[i].end);
		jw_close(json, ']');
	}
	jw_close(json, ']');
}
