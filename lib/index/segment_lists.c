/* Writes the lists of lists.h: of frequent terms from the database, which is
 * finished by then, and of stop words, pairs of them, and which forms a term has,
 * from the words of the sentences. */
#include "index/segment_writer.h"

#include "base/error.h"
#include "index/lists.h"
#include "index/terms.h"

#include <stdlib.h>

enum {
	FEWEST_DOCUMENTS = 128, /* of a list; Xapian's are quick enough for less */
	RARE_PART = 1000,       /* those of less than this part of the documents are left out too */
	MOST_STOP_WORDS = 255,
	PAIRED = 32,   /* of so many stop words there are lists of two in a row */
	POSTINGS = 256 /* read at once */
};

/* What a form is needed for, by its code. */
struct use {
	uint32_t term; /* 1 + its term, if the list of that tells forms; else 0 */
	uint8_t stop;  /* i + 1: the writer stops[i]; 0: no stop word */
	uint8_t form;  /* its number in the list of the term */
};

/* A term, and the forms that documents have of it, if its list tells them. */
struct told {
	unsigned char *forms; /* room for all; NULL if it does not tell them */
	uint32_t count, last; /* how many there are so far, and the last document */
	uint32_t form_count;  /* how many forms the term has */
	bool stops;           /* one of them is a stop word */
};

struct gathering {
	struct bs_segment_writer *w;
	uint32_t fewest;
	struct bs_intern names;
	struct xc_reader *database;
	struct use *uses;
	struct told *told; /* by term */
	unsigned char *forms;
	struct bs_list_writer *stops; /* the most frequent first */
	struct bs_list_writer *pairs; /* of stop words a and b: pairs[a * PAIRED + b] */
	uint32_t *stop_forms;         /* by writer: its form, as the dictionary has it */
	uint32_t stop_count;
	struct bs_list_writer **kept; /* stop words and pairs, by their names */
	uint32_t first_term, *terms;  /* the names behind are of these */
	struct bs_list_writer list;   /* of a term */
};

static const uint32_t *numbers(const struct gathering *g, enum bs_segment_section column)
{
	return (const uint32_t *)(const void *)g->w->columns[column].bytes;
}

/* ---- Stop words ---------------------------------------------------------- */

/* The more frequent a form, the smaller its code. */
static void find_stop_words(struct gathering *g)
{
	const uint32_t *forms = numbers(g, BS_SECTION_CODE_FORMS);
	const uint32_t *starts = numbers(g, BS_SECTION_FORM_STARTS);
	const char *bytes = g->w->columns[BS_SECTION_FORM_BYTES].bytes;
	for (uint32_t code = 0; code < g->w->forms.count && g->stop_count < MOST_STOP_WORDS;
	     code++) {
		const uint32_t *at = &starts[forms[code]];
		if (!bs_is_stop_word(bytes + at[0], at[1] - at[0] - 1)) continue;
		g->stop_forms[g->stop_count++] = forms[code];
		g->uses[code].stop = (uint8_t)g->stop_count;
	}
}

static void add_form(const struct gathering *g, uint32_t stop, struct bs_buffer *name)
{
	uint32_t at = numbers(g, BS_SECTION_FORM_STARTS)[g->stop_forms[stop]];
	bs_buffer_string(name, g->w->columns[BS_SECTION_FORM_BYTES].bytes + at);
}

/* Names the list of a stop word; or if `behind` is not NULL, of it and that one. */
static bool name_list(struct gathering *g, struct bs_list_writer *list, uint32_t stop,
		      const uint32_t *behind)
{
	struct bs_buffer *name = &g->w->value;
	bs_buffer_clear(name);
	bs_buffer_string(name, BS_STOP_LIST);
	add_form(g, stop, name);
	if (behind) {
		bs_buffer_string(name, " ");
		add_form(g, *behind, name);
	}
	if (name->failed) return false;
	g->kept[bs_intern(&g->names, name->bytes, name->length)] = list;
	return !g->names.failed;
}

static bool is_frequent(const struct gathering *g, uint32_t stop)
{
	return stop < g->stop_count && g->stops[stop].documents >= g->fewest;
}

/* Names the lists of those that are frequent, and of pairs of such. */
static bool name_stop_words(struct gathering *g)
{
	bool done = true;
	for (uint32_t a = 0; a < g->stop_count && done; a++) {
		if (!is_frequent(g, a)) continue;
		done = name_list(g, &g->stops[a], a, NULL);
		for (uint32_t b = 0; a < PAIRED && b < PAIRED && done; b++)
			if (is_frequent(g, b))
				done = name_list(g, &g->pairs[a * PAIRED + b], a, &b);
	}
	return done;
}

/* ---- Forms of terms ------------------------------------------------------ */

/* Gives each form its number among those of its term. */
static void number_forms(struct gathering *g, const uint32_t *forms)
{
	const uint32_t *terms = (const uint32_t *)(const void *)g->w->form_terms.bytes;
	const uint32_t *codes = numbers(g, BS_SECTION_FORM_CODES);
	uint32_t count = g->w->forms.count;
	for (uint32_t i = 0; i < count; i++) g->uses[codes[forms[i]]].term = terms[i];
	for (uint32_t code = 0; code < count; code++) {
		struct use *u = &g->uses[code];
		struct told *t = &g->told[u->term];
		uint32_t form = t->form_count++;
		u->form = (uint8_t)(form < BS_LIST_FORMS ? form : BS_LIST_FORMS - 1);
		t->stops = t->stops || u->stop;
	}
}

/* Is the list of a term to say which forms its documents have?  Not if one of its forms is a
 * stop word, as that has postings only where it has a capital, which the words of a document do
 * not show. */
static bool tells_forms(const struct gathering *g, uint32_t term)
{
	const struct told *t = &g->told[term];
	return t->form_count > 1 && !t->stops && bs_term_documents(g->w, term) >= g->fewest;
}

static bool find_told(struct gathering *g, const uint32_t *forms)
{
	struct bs_segment_writer *w = g->w;
	size_t room = 1;
	number_forms(g, forms);
	for (uint32_t i = 0; i < w->terms.count; i++)
		if (tells_forms(g, i)) room += bs_term_documents(w, i);
	g->forms = malloc(room);
	if (!g->forms) return false;
	unsigned char *next = g->forms;
	for (uint32_t i = 0; i < w->terms.count; i++) {
		if (!tells_forms(g, i)) continue;
		g->told[i].forms = next;
		next += bs_term_documents(w, i);
	}
	for (uint32_t code = 0; code < w->forms.count; code++) {
		struct use *u = &g->uses[code];
		u->term = g->told[u->term].forms ? u->term + 1 : 0;
	}
	return true;
}

/* Notes the first form that a document has of a term. */
static inline void note_form(struct gathering *g, const struct use *u, uint32_t d)
{
	struct told *t = &g->told[u->term - 1];
	if (t->last == d || t->count == bs_term_documents(g->w, u->term - 1)) return;
	t->last = d;
	t->forms[t->count++] = u->form;
}

/* ---- Going through the sentences ----------------------------------------- */

static inline void add_once(struct bs_list_writer *list, uint32_t d)
{
	if (list->last != d) bs_list_add(list, d, 1);
}

static void read_sentences(struct gathering *g)
{
	struct bs_segment_writer *w = g->w;
	const uint32_t *at = numbers(g, BS_SECTION_WORDS_AT);
	const unsigned char *words = (const unsigned char *)w->columns[BS_SECTION_WORDS].bytes;
	for (uint32_t d = 1; d <= w->info.documents; d++) {
		struct bs_input in = {words + at[d], words + at[d + 1], false};
		uint32_t before = 0;
		while (in.at < in.end) {
			const struct use *u = &g->uses[bs_input_number(&in)];
			if (u->term) note_form(g, u, d);
			if (u->stop) add_once(&g->stops[u->stop - 1], d);
			uint32_t paired = u->stop <= PAIRED ? u->stop : 0;
			if (paired && before)
				add_once(&g->pairs[(before - 1) * PAIRED + paired - 1], d);
			before = paired;
		}
	}
}

/* ---- Terms --------------------------------------------------------------- */

static bool name_terms(struct gathering *g)
{
	struct bs_segment_writer *w = g->w;
	g->first_term = g->names.count;
	for (uint32_t i = 0; i < w->terms.count; i++) {
		const struct bs_interned *term = &w->terms.items[i];
		if (bs_term_documents(w, i) < g->fewest) continue;
		uint32_t name = bs_intern(&g->names, term->bytes, term->length);
		if (g->names.failed) return false;
		g->terms[name - g->first_term] = i;
	}
	return true;
}

/* A list tells forms if the words of the sentences gave one for each document. */
static brad_status read_term(struct gathering *g, uint32_t term, brad_error *err)
{
	struct xc_posting items[POSTINGS];
	struct xc_postings *postings;
	const struct bs_interned *text = &g->w->terms.items[term];
	const struct told *told = &g->told[term];
	brad_status status =
		xc_postings_open(g->database, text->bytes, text->length, &postings, err);
	size_t count = 1;
	if (told->count == bs_term_documents(g->w, term)) g->list.forms = told->forms;
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
	for (uint32_t i = 0; i < g->names.count; i++) {
		bool is_term = order[i] >= g->first_term;
		brad_status status =
			is_term ? read_term(g, g->terms[order[i] - g->first_term], err) : BRAD_OK;
		if (status != BRAD_OK) return status;
		if (!bs_list_end(is_term ? &g->list : g->kept[order[i]], &columns))
			return bs_no_memory(err);
	}
	bs_lists_end(&columns);
	bs_intern_write(&g->names, order, &w->columns[BS_SECTION_LIST_TERM_STARTS],
			&w->columns[BS_SECTION_LIST_TERM_BYTES]);
	return BRAD_OK;
}

static bool begin(struct gathering *g)
{
	struct bs_segment_writer *w = g->w;
	const size_t pairs = (size_t)PAIRED * PAIRED;
	g->uses = calloc((size_t)w->forms.count + 1, sizeof *g->uses);
	g->told = calloc((size_t)w->terms.count + 1, sizeof *g->told);
	g->terms = malloc(((size_t)w->terms.count + 1) * sizeof *g->terms);
	g->stops = calloc(MOST_STOP_WORDS, sizeof *g->stops);
	g->stop_forms = malloc(MOST_STOP_WORDS * sizeof *g->stop_forms);
	g->pairs = calloc(pairs, sizeof *g->pairs);
	g->kept = malloc((MOST_STOP_WORDS + pairs) * sizeof(struct bs_list_writer *));
	return g->uses && g->told && g->terms && g->stops && g->stop_forms && g->pairs && g->kept;
}

static void end(struct gathering *g)
{
	for (uint32_t i = 0; g->stops && i < MOST_STOP_WORDS; i++)
		bs_list_writer_free(&g->stops[i]);
	for (uint32_t i = 0; g->pairs && i < PAIRED * PAIRED; i++)
		bs_list_writer_free(&g->pairs[i]);
	bs_list_writer_free(&g->list);
	bs_intern_free(&g->names);
	xc_reader_free(g->database);
	free(g->uses);
	free(g->told);
	free(g->forms);
	free(g->terms);
	free(g->stops);
	free(g->stop_forms);
	free(g->pairs);
	free(g->kept);
}

static brad_status gather(struct gathering *g, const uint32_t *forms, brad_error *err)
{
	char path[BS_PATH_ROOM];
	if (!begin(g)) return bs_no_memory(err);
	find_stop_words(g);
	if (!find_told(g, forms)) return bs_no_memory(err);
	read_sentences(g);
	if (!name_stop_words(g) || !name_terms(g)) return bs_no_memory(err);
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

brad_status bs_write_lists(struct bs_segment_writer *w, const uint32_t *forms, brad_error *err)
{
	uint32_t part = w->info.documents / RARE_PART;
	struct gathering g = {.w = w, .fewest = part > FEWEST_DOCUMENTS ? part : FEWEST_DOCUMENTS};
	brad_status status = gather(&g, forms, err);
	end(&g);
	return status;
}
