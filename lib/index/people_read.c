/* Reads a people file: canonical name, alias, role, from, to, separated by tabs. */
#include "base/date.h"
#include "base/error.h"
#include "base/utf8.h"
#include "index/people.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum column { NAME, ALIAS, ROLE, FROM, TO, COLUMNS };

struct reading {
	const char *path;
	size_t line;
	struct bs_people *people;
	struct bs_words_scan scan;
	brad_error *err;
};

static brad_status fail(const struct reading *r, const char *what, const char *value)
{
	return bs_fail(r->err, BRAD_EINPUT, "%s:%zu: %s '%s'", r->path, r->line, what, value);
}

/* ---- A line ------------------------------------------------------------- */

static bool is_blank(char c)
{
	return c == ' ' || c == '\r' || c == '\n';
}

/* Cuts a line into its columns, without blanks round them; how many there are. */
static size_t cut(char *line, const char *columns[COLUMNS])
{
	size_t count = 0;
	for (int i = 0; i < COLUMNS; i++) columns[i] = "";
	for (char *next = line; next; count++) {
		char *column = next, *end = strchr(column, '\t');
		next = end ? end + 1 : NULL;
		if (!end) end = column + strlen(column);
		while (is_blank(*column)) column++;
		while (end > column && is_blank(end[-1])) end--;
		*end = '\0';
		if (count < COLUMNS) columns[count] = column;
	}
	return count;
}

/* The words of a name, folded, with blanks between. */
static brad_status make_key(struct reading *r, const char *name, const char **out)
{
	struct bs_name words;
	struct bs_buffer key = {0};
	brad_error why;
	brad_status status = bs_name_read(&r->people->arena, &r->scan, name, &words, &why);
	if (status != BRAD_OK) return fail(r, "expected a name, not", name);
	for (size_t i = 0; i < words.count; i++) {
		if (i > 0) bs_buffer_string(&key, " ");
		bs_buffer_string(&key, words.words[i]);
	}
	bool failed = key.failed;
	*out = failed ? NULL : bs_arena_copy(&r->people->arena, key.bytes, key.length);
	bs_buffer_free(&key);
	return failed ? bs_no_memory(r->err) : BRAD_OK;
}

/* "Name|words": the words are those of a role. */
static brad_status read_alias(struct reading *r, const char *alias, struct bs_people_row *row)
{
	struct bs_arena *arena = &r->people->arena;
	const char *bar = strchr(alias, '|');
	brad_error why;
	if (bar && bs_name_read(arena, &r->scan, bar + 1, &row->words, &why) != BRAD_OK)
		return fail(r, "expected words of a role behind '|' in", alias);
	return make_key(r, bar ? bs_arena_copy(arena, alias, (size_t)(bar - alias)) : alias,
			&row->key);
}

static brad_status read_days(struct reading *r, const char *from, const char *to,
			     struct bs_people_row *row)
{
	brad_date first = {0, 0, 0}, last = {0, 0, 0};
	brad_error why;
	if (*from && brad_date_read(from, &first, &why) != BRAD_OK)
		return fail(r, "expected a date (2023, 2023-01, 2023-01-31), not", from);
	if (*to && brad_date_read(to, &last, &why) != BRAD_OK)
		return fail(r, "expected a date (2023, 2023-01, 2023-01-31), not", to);
	row->dated = *from || *to;
	row->from = bs_date_pack(first);
	row->to = *to ? bs_date_pack_end(last) : UINT32_MAX;
	return row->from <= row->to ? BRAD_OK : fail(r, "the first day is later than", to);
}

static brad_status read_row(struct reading *r, const char *columns[COLUMNS])
{
	struct bs_people *p = r->people;
	struct bs_people_row row = {.line = r->line, .role = BS_NO_ROLE};
	brad_status status = make_key(r, columns[NAME], &row.key);
	if (status == BRAD_OK && *columns[ALIAS]) status = read_alias(r, columns[ALIAS], &row);
	if (status == BRAD_OK) status = read_days(r, columns[FROM], columns[TO], &row);
	if (status != BRAD_OK) return status;
	row.person = bs_intern(&p->persons, columns[NAME], strlen(columns[NAME]));
	if (*columns[ROLE]) {
		row.role = bs_intern(&p->roles, columns[ROLE], strlen(columns[ROLE]));
		*BS_PUSH(&p->arena, p->offices, p->office_count) = (struct bs_people_office){
			row.person, row.role, row.from, row.to, row.dated, row.line};
	}
	if (p->persons.failed || p->roles.failed) return bs_no_memory(r->err);
	/* A line that has only a role for some days does not change whom the name means on
	 * other days. */
	if (*columns[ALIAS]) *BS_PUSH(&p->arena, p->rows, p->row_count) = row;
	return BRAD_OK;
}

static bool is_header(const char *columns[COLUMNS])
{
	return strcmp(columns[NAME], "canonical name") == 0 ||
	       (strcmp(columns[NAME], "name") == 0 && strcmp(columns[ALIAS], "alias") == 0);
}

static brad_status read_line(struct reading *r, char *line, size_t length)
{
	const char *columns[COLUMNS];
	if (bs_utf8_check(line, length) < length || strlen(line) < length)
		return bs_fail(r->err, BRAD_EINPUT, "%s:%zu: the line is not UTF-8 text", r->path,
			       r->line);
	if (r->line == 1 && strncmp(line, "\xEF\xBB\xBF", 3) == 0) line += 3;
	if (*line == '#' || line[strspn(line, " \t\r\n")] == '\0') return BRAD_OK;
	if (cut(line, columns) > COLUMNS)
		return bs_fail(r->err, BRAD_EINPUT,
			       "%s:%zu: expected at most 5 columns: name, alias, role, from, to",
			       r->path, r->line);
	if (is_header(columns)) return BRAD_OK;
	return read_row(r, columns);
}

/* ---- All of it ---------------------------------------------------------- */

static int by_key(const void *a, const void *b)
{
	const struct bs_people_row *x = a, *y = b;
	int order = strcmp(x->key, y->key);
	if (order) return order;
	if (!x->words.count != !y->words.count) return x->words.count ? -1 : 1;
	if (x->dated != y->dated) return x->dated ? -1 : 1;
	if (x->line != y->line) return x->line < y->line ? -1 : 1;
	return x->person < y->person ? -1 : x->person > y->person;
}

static int by_person(const void *a, const void *b)
{
	const struct bs_people_office *x = a, *y = b;
	if (x->person != y->person) return x->person < y->person ? -1 : 1;
	if (x->dated != y->dated) return x->dated ? -1 : 1;
	return x->line < y->line ? -1 : x->line > y->line;
}

/* Everybody has his own name; there need be no line for it. */
static brad_status add_own_names(struct reading *r)
{
	struct bs_people *p = r->people;
	brad_status status = BRAD_OK;
	for (uint32_t i = 0; i < p->persons.count && status == BRAD_OK; i++) {
		struct bs_people_row row = {.person = i, .role = BS_NO_ROLE, .line = SIZE_MAX};
		status = make_key(r, p->persons.items[i].bytes, &row.key);
		if (status == BRAD_OK) *BS_PUSH(&p->arena, p->rows, p->row_count) = row;
	}
	return status;
}

/* Two rows that are the same except for the person contradict each other. */
static brad_status check_rows(const struct reading *r)
{
	const struct bs_people *p = r->people;
	for (size_t i = 1; i < p->row_count; i++) {
		const struct bs_people_row *a = &p->rows[i - 1], *b = &p->rows[i];
		if (strcmp(a->key, b->key) != 0 || a->words.count || b->words.count || a->dated ||
		    b->dated || a->person == b->person || b->line == SIZE_MAX)
			continue;
		return bs_fail(r->err, BRAD_EINPUT,
			       "%s:%zu: '%s' is %s in line %zu; tell them apart by days, or by "
			       "words of a role: %s|words",
			       r->path, b->line, b->key, p->persons.items[a->person].bytes, a->line,
			       b->key);
	}
	return BRAD_OK;
}

/* Reads a whole stream, up to a limit, so that no line can be endless. */
static brad_status take_bytes(const struct reading *r, FILE *stream, struct bs_buffer *out)
{
	char block[1 << 14];
	size_t n;
	while (out->length <= BS_PEOPLE_BYTES && (n = fread(block, 1, sizeof block, stream)) > 0)
		bs_buffer_add(out, block, n);
	if (ferror(stream)) return bs_fail_errno(r->err, "read", r->path);
	if (out->failed) return bs_no_memory(r->err);
	if (out->length <= BS_PEOPLE_BYTES) return BRAD_OK;
	return bs_fail(r->err, BRAD_EINPUT, "'%s' is larger than 64 MB", r->path);
}

static brad_status read_stream(struct reading *r, FILE *stream, struct bs_buffer *bytes)
{
	brad_status status = take_bytes(r, stream, bytes);
	for (size_t at = 0; status == BRAD_OK && at < bytes->length;) {
		char *line = bytes->bytes + at, *end = memchr(line, '\n', bytes->length - at);
		size_t length = end ? (size_t)(end - line) : bytes->length - at;
		line[length] = '\0';
		at += length + 1;
		r->line++;
		status = read_line(r, line, length);
	}
	if (status == BRAD_OK) status = add_own_names(r);
	if (status != BRAD_OK) return status;
	struct bs_people *p = r->people;
	if (p->row_count) qsort(p->rows, p->row_count, sizeof *p->rows, by_key);
	if (p->office_count) qsort(p->offices, p->office_count, sizeof *p->offices, by_person);
	return check_rows(r);
}

brad_status bs_people_read(const char *path, struct bs_people **out, brad_error *err)
{
	*out = NULL;
	FILE *stream = fopen(path, "re");
	if (!stream) return bs_fail_errno(err, "open", path);
	struct reading *r = calloc(1, sizeof *r);
	struct bs_people *people = calloc(1, sizeof *people);
	struct bs_buffer *bytes = calloc(1, sizeof *bytes);
	brad_status status = r && people && bytes ? BRAD_OK : bs_no_memory(err);
	if (status == BRAD_OK) {
		jmp_buf way_out;
		*r = (struct reading){.path = path, .people = people, .err = err};
		if (setjmp(way_out) == 0) {
			people->arena.way_out = &way_out;
			status = read_stream(r, stream, bytes);
		} else {
			status = bs_no_memory(err);
		}
		people->arena.way_out = NULL;
		bs_buffer_free(&r->scan.form);
		bs_buffer_free(bytes);
	}
	fclose(stream);
	free(bytes);
	free(r);
	if (status == BRAD_OK)
		*out = people;
	else
		bs_people_free(people);
	return status;
}
