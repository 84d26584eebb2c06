/* Writes the lists of lists.h: of frequent terms from the database, which is
 * finished by then, and of stop words from the words of the sentences. */
#include "index/segment_writer.h"

#include "base/error.h"
#include "index/lists.h"
#include "index/terms.h"

#include <stdlib.h>
#include <string.h>

enum {
	FEWEST_DOCUMENTS = 128, /* of a list; Xapian's are quick enough for less */
	RARE_PART = 1000,       /* those of less than this part of the documents are left out too */
	MOST_STOP_WORDS = 255,
	POSTINGS = 256 /* read at once */
};

struct gathering {
	struct bs_segment_writer *w;
	uint32_t fewest;
	struct bs_intern names;
	struct xc_reader *database;
	unsigned char *stop_of_code; /* 0 none, i + 1 the writer stops[i] */
	struct bs_list_writer *stops;
	uint32_t *stop_names; /* by writer */
	uint32_t stop_count;
	struct bs_list_writer list; /* of a term */
};

/* ---- Stop words ---------------------------------------------------------- */

static bool find_stop_words(struct gathering *g)
{
	struct bs_segment_writer *w = g->w;
	const uint32_t *codes = (const uint32_t *)(void *)w->columns[BS_SECTION_FORM_CODES].bytes;
	const uint32_t *starts = (const uint32_t *)(void *)w->columns[BS_SECTION_FORM_STARTS].bytes;
	const char *bytes = w->columns[BS_SECTION_FORM_BYTES].bytes;
	g->stop_of_code = calloc((size_t)w->forms.count + 1, 1);
	g->stops = calloc(MOST_STOP_WORDS, sizeof *g->stops);
	g->stop_names = calloc(MOST_STOP_WORDS, sizeof *g->stop_names);
	if (!g->stop_of_code || !g->stops || !g->stop_names) return false;
	for (uint32_t i = 0; i < w->forms.count && g->stop_count < MOST_STOP_WORDS; i++)
		if (bs_is_stop_word(bytes + starts[i], starts[i + 1] - starts[i] - 1)) {
			g->stop_of_code[codes[i]] = (unsigned char)++g->stop_count;
			g->stop_names[g->stop_count - 1] = i;
		}
	return true;
}

static void list_stop_words(struct gathering *g)
{
	struct bs_segment_writer *w = g->w;
	const uint32_t *at = (const uint32_t *)(void *)w->columns[BS_SECTION_WORDS_AT].bytes;
	const unsigned char *words = (const unsigned char *)w->columns[BS_SECTION_WORDS].bytes;
	for (uint32_t d = 1; d <= w->info.documents; d++) {
		struct bs_input in = {words + at[d], words + at[d + 1], false};
		while (in.at < in.end) {
			unsigned stop = g->stop_of_code[bs_input_number(&in)];
			if (stop && g->stops[stop - 1].last != d)
				bs_list_add(&g->stops[stop - 1], d, 1);
		}
	}
}

/* Names those that are frequent; a name then takes the place of the form. */
static bool name_stop_words(struct gathering *g)
{
	struct bs_segment_writer *w = g->w;
	const uint32_t *starts = (const uint32_t *)(void *)w->columns[BS_SECTION_FORM_STARTS].bytes;
	const char *bytes = w->columns[BS_SECTION_FORM_BYTES].bytes;
	uint32_t kept = 0;
	for (uint32_t i = 0; i < g->stop_count; i++) {
		if (g->stops[i].documents < g->fewest) {
			bs_list_writer_free(&g->stops[i]);
			continue;
		}
		bs_buffer_clear(&w->value);
		bs_buffer_string(&w->value, BS_STOP_LIST);
		bs_buffer_string(&w->value, bytes + starts[g->stop_names[i]]);
		if (w->value.failed) return false;
		struct bs_list_writer other = g->stops[kept];
		g->stops[kept] = g->stops[i];
		if (kept != i) g->stops[i] = other;
		g->stop_names[kept++] = bs_intern(&g->names, w->value.bytes, w->value.length);
	}
	g->stop_count = kept;
	return !g->names.failed;
}

/* ---- Terms --------------------------------------------------------------- */

static bool name_terms(struct gathering *g)
{
	struct bs_segment_writer *w = g->w;
	for (uint32_t i = 0; i < w->terms.count; i++)
		if (bs_term_documents(w, i) >= g->fewest)
			bs_intern(&g->names, w->terms.items[i].bytes, w->terms.items[i].length);
	return !g->names.failed;
}

static brad_status read_term(struct gathering *g, const struct bs_interned *term, brad_error *err)
{
	struct xc_posting items[POSTINGS];
	struct xc_postings *postings;
	brad_status status =
		xc_postings_open(g->database, term->bytes, term->length, &postings, err);
	size_t count = 1;
	while (status == BRAD_OK && count > 0) {
		status = xc_postings_read(postings, 0, items, POSTINGS, &count, err);
		for (size_t i = 0; i < count && status == BRAD_OK; i++)
			bs_list_add(&g->list, items[i].document, items[i].count);
	}
	xc_postings_free(postings);
	return status;
}

/* ---- All of them, in the order of their names ----------------------------- */

static brad_status write_lists(struct gathering *g, const uint32_t *order, brad_error *err)
{
	struct bs_segment_writer *w = g->w;
	struct bs_list_columns columns = {
		&w->columns[BS_SECTION_LISTS], &w->columns[BS_SECTION_LIST_BLOCKS],
		&w->columns[BS_SECTION_LIST_BYTES], &w->columns[BS_SECTION_LIST_REPEATS]};
	uint32_t first_term = g->stop_count; /* names of stop words were given first */
	for (uint32_t i = 0; i < g->names.count; i++) {
		bool stop = order[i] < first_term;
		brad_status status = stop ? BRAD_OK : read_term(g, &g->names.items[order[i]], err);
		if (status != BRAD_OK) return status;
		if (!bs_list_end(stop ? &g->stops[order[i]] : &g->list, &columns))
			return bs_no_memory(err);
	}
	bs_lists_end(&columns);
	bs_intern_write(&g->names, order, &w->columns[BS_SECTION_LIST_TERM_STARTS],
			&w->columns[BS_SECTION_LIST_TERM_BYTES]);
	return BRAD_OK;
}

static brad_status gather(struct gathering *g, brad_error *err)
{
	char path[BS_PATH_ROOM];
	bool done = find_stop_words(g);
	if (done) list_stop_words(g);
	if (!done || !name_stop_words(g) || !name_terms(g)) return bs_no_memory(err);
	bs_segment_path(g->w, ".glass", path);
	brad_status status = xc_reader_open(path, &g->database, err);
	uint32_t *order = calloc((size_t)g->names.count + 1, sizeof *order);
	uint32_t *rank = malloc(((size_t)g->names.count + 1) * sizeof *rank);
	if (status == BRAD_OK && (!order || !rank || !bs_intern_sort(&g->names, order, rank)))
		status = bs_no_memory(err);
	if (status == BRAD_OK) status = write_lists(g, order, err);
	free(order);
	free(rank);
	return status;
}

brad_status bs_write_lists(struct bs_segment_writer *w, brad_error *err)
{
	uint32_t part = w->info.documents / RARE_PART;
	struct gathering g = {.w = w, .fewest = part > FEWEST_DOCUMENTS ? part : FEWEST_DOCUMENTS};
	brad_status status = gather(&g, err);
	for (uint32_t i = 0; g.stops && i < MOST_STOP_WORDS; i++) bs_list_writer_free(&g.stops[i]);
	bs_list_writer_free(&g.list);
	bs_intern_free(&g.names);
	xc_reader_free(g.database);
	free(g.stop_of_code);
	free(g.stops);
	free(g.stop_names);
	return status;
}
