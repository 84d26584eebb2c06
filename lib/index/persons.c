#include "index/persons.h"

#include "analysis/article.h"
#include "base/error.h"
#include "index/segment_writer.h"
#include "index/touch.h"

#include <stdlib.h>
#include <string.h>

/* ---- Writing ------------------------------------------------------------- */

static bool is_person(const struct bs_entity *e)
{
	return e->kind == BS_PERSON && e->named && !e->plural && strchr(e->name, ' ') != NULL;
}

void bs_persons_add(struct bs_segment_writer *w, const brad_article *article)
{
	const struct bs_article *a = &article->a;
	struct bs_buffer *column = &w->columns[BS_SECTION_NAMED];
	uint64_t count = 0;
	for (size_t i = 0; i < a->entity_count; i++) count += is_person(&a->entities[i]);
	bs_buffer_number(column, count);
	for (size_t i = 0; i < a->entity_count; i++) {
		const struct bs_entity *e = &a->entities[i];
		if (is_person(e))
			bs_buffer_number(column, bs_intern(&w->named, e->name, strlen(e->name)));
	}
}

static int compare_numbers(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return (x > y) - (x < y);
}

/* Writes one list by the places of the names among the sorted ones. */
static void write_list(struct bs_buffer *numbers, struct bs_buffer *out)
{
	uint32_t *list = (uint32_t *)(void *)numbers->bytes, before = 0;
	size_t count = numbers->length / sizeof *list, kept = 0;
	if (count > 1) qsort(list, count, sizeof *list, compare_numbers);
	for (size_t i = 0; i < count; i++)
		if (i == 0 || list[i] != list[i - 1]) list[kept++] = list[i];
	bs_buffer_number(out, kept);
	for (size_t i = 0; i < kept; i++) {
		bs_buffer_number(out, list[i] - before);
		before = list[i];
	}
}

static void write_lists(struct bs_segment_writer *w, const uint32_t *ranks)
{
	struct bs_buffer *column = &w->columns[BS_SECTION_NAMED], out = {0}, numbers = {0};
	struct bs_article_row *rows =
		(struct bs_article_row *)(void *)w->columns[BS_SECTION_ROWS].bytes;
	const unsigned char *begin = (const unsigned char *)column->bytes;
	struct bs_input in = {begin, begin + column->length, false};
	for (uint32_t a = 0; a < w->info.articles && !numbers.failed; a++) {
		bs_buffer_clear(&numbers);
		rows[a].named = (uint32_t)out.length;
		for (uint64_t n = bs_input_number(&in); n > 0; n--)
			bs_buffer_add(&numbers, &ranks[bs_input_number(&in)], sizeof *ranks);
		write_list(&numbers, &out);
	}
	if (numbers.failed) out.failed = true;
	bs_buffer_free(&numbers);
	bs_buffer_free(column);
	*column = out;
}

bool bs_write_persons(struct bs_segment_writer *w)
{
	uint32_t *order = malloc((w->named.count + (size_t)1) * sizeof *order);
	uint32_t *ranks = malloc((w->named.count + (size_t)1) * sizeof *ranks);
	bool done = order && ranks && !w->named.failed && bs_intern_sort(&w->named, order, ranks);
	if (done) {
		bs_intern_write(&w->named, order, &w->columns[BS_SECTION_NAMED_STARTS],
				&w->columns[BS_SECTION_NAMED_BYTES]);
		write_lists(w, ranks);
	}
	free(order);
	free(ranks);
	return done;
}

/* ---- Reading ------------------------------------------------------------- */

struct bs_person_scan bs_persons_of(const struct bs_segment *s, uint32_t article)
{
	uint32_t at = s->rows[article].named;
	struct bs_person_scan scan = {.limit = s->named.count};
	bs_touch_named(s, article);
	scan.in.at = s->named_lists + (at < s->named_length ? at : s->named_length);
	scan.in.end = s->named_lists + s->named_length;
	scan.left = bs_input_number(&scan.in);
	return scan;
}

bool bs_persons_next(struct bs_person_scan *scan, uint32_t *number)
{
	if (scan->left == 0 || scan->in.bad) return false;
	scan->left--;
	scan->number += bs_input_number(&scan->in);
	if (scan->number >= scan->limit) scan->in.bad = true;
	*number = (uint32_t)scan->number;
	return !scan->in.bad;
}

brad_status bs_persons_read(const struct bs_segment *s, uint32_t number, brad_article *article,
			    brad_error *err)
{
	if (!s->named_lists) return BRAD_OK;
	struct bs_person_scan scan = bs_persons_of(s, number);
	struct bs_article *a = &article->a;
	uint64_t count = scan.left;
	uint32_t name;
	if (scan.in.bad || count > s->named.count) return bs_segment_damaged(s, err);
	a->entities = bs_arena_alloc(&a->arena, (size_t)(count + 1) * sizeof *a->entities);
	if (!a->entities) return bs_no_memory(err);
	while (bs_persons_next(&scan, &name)) {
		struct bs_entity *e = &a->entities[a->entity_count++];
		*e = (struct bs_entity){.kind = BS_PERSON, .named = true};
		e->name = bs_arena_string(&a->arena, bs_string(&s->named, name));
		if (!e->name) return bs_no_memory(err);
	}
	return scan.in.bad ? bs_segment_damaged(s, err) : BRAD_OK;
}
