#include "reading.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "common.h"

#include <string.h>

static void check_string(const char *string)
{
	size_t n = string ? strlen(string) : 0;
	MUST(bs_utf8_check(string, n) == n);
}

static void keep(struct bs_buffer *out, const char *string)
{
	bs_buffer_text(out, string);
	bs_buffer_string(out, "\n");
}

static void check_document(const brad_document *d, size_t lines, struct bs_buffer *out)
{
	char date[16];
	MUST(d->id && *d->id && d->path && d->text);
	MUST(d->line >= 1 && d->line <= lines);
	MUST(bs_utf8_check(d->text, d->text_length) == d->text_length);
	check_string(d->id);
	check_string(d->title);
	check_string(d->source);
	check_string(d->url);
	check_string(d->path);
	MUST(d->date.year == 0 ||
	     brad_date_read(brad_date_write(d->date, date), &(brad_date){0}, NULL) == BRAD_OK);
	keep(out, d->id);
	keep(out, d->title);
	keep(out, d->source);
	keep(out, d->url);
	keep(out, brad_date_write(d->date, date));
	bs_buffer_add(out, d->text, d->text_length);
}

static void read_all(brad_input input, size_t lines, struct bs_buffer *out)
{
	brad_reader *reader;
	brad_error err;
	MUST(brad_reader_open(fuzz_path("input"), input, &reader, &err) == BRAD_OK);
	for (size_t calls = 0;; calls++) {
		const brad_document *d;
		brad_status status = brad_reader_next(reader, &d, &err);
		MUST(status == BRAD_OK || (status == BRAD_EINPUT && !d && *err.message));
		MUST(calls <= 2 * lines + 1);
		if (status != BRAD_OK) {
			check_string(err.message);
			keep(out, err.message);
			continue;
		}
		if (!d) break;
		check_document(d, lines, out);
	}
	brad_reader_free(reader);
}

void fuzz_reading(const uint8_t *bytes, size_t length, brad_input input)
{
	struct bs_buffer first = {0}, second = {0};
	size_t lines = 1;
	for (size_t i = 0; i < length; i++) lines += bytes[i] == '\n';
	fuzz_write("input", bytes, length);
	read_all(input, lines, &first);
	read_all(input, lines, &second);
	MUST(first.length == second.length);
	MUST(first.length == 0 || memcmp(first.bytes, second.bytes, first.length) == 0);
	bs_buffer_free(&first);
	bs_buffer_free(&second);
}
