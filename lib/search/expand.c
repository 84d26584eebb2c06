#include "search/expand.h"

#include "base/bits.h"
#include "index/touch.h"
#include "index/units.h"
#include "search/search.h"

#include <stdlib.h>
#include <string.h>

/* If more than this part of the documents is looked at, all their words are touched at once. */
enum { BITS = 64, CHANGED_BY_STEM = 2, TOUCHED_PART = 1024 };

/* A stem that words with another beginning may have too. */
struct unsure {
	uint32_t number; /* as bs_form_stem() has it */
	const char *text;
	size_t length;
};

/* A form of such a stem. */
struct relative {
	uint32_t stem, code;
	bool wanted;
};

struct work {
	const struct bs_match *match;
	const struct bs_query_word *word;
	struct bs_expansion *out;
	uint64_t *codes;      /* those of the forms that are no stop words */
	uint64_t *stems;      /* of these, as bs_form_stem() has them; and then the unsure ones */
	uint64_t *stop_stems; /* those of stop words; NULL for none */
	struct unsure *unsure;
	size_t unsure_count, shortest;
	struct relative *relatives;
	size_t relative_count;
	uint64_t *doubtful; /* documents; NULL for none */
};

static size_t bitmap_size(const struct bs_segment *s)
{
	return s->documents / BITS + 1;
}

static bool is_stop(const struct bs_segment *s, uint32_t form)
{
	const char *text = bs_string(&s->forms, form);
	return bs_is_stop_word(text, strlen(text));
}

/* A stop word in capitals has postings, but is left out here all the same. */
static void note_stop(struct work *w, uint32_t form)
{
	const struct bs_segment *s = w->match->segment;
	size_t size = s->forms.count / BITS + 1;
	if (!w->stop_stems)
		w->stop_stems = bs_arena_alloc(w->match->arena, size * sizeof *w->stop_stems);
	bs_bit_set(w->stop_stems, bs_form_stem(s, form));
	w->out->has_stop = true;
}

/* Takes the codes and the stems of the forms. */
static void list_forms(struct work *w)
{
	const struct bs_segment *s = w->match->segment;
	size_t size = s->forms.count / BITS + 1;
	w->codes = bs_arena_alloc(w->match->arena, size * sizeof *w->codes);
	w->stems = bs_arena_alloc(w->match->arena, size * sizeof *w->stems);
	bs_touch_stems(s, w->out->low, w->out->high);
	for (uint32_t i = w->out->low; i < w->out->high; i++) {
		if (is_stop(s, i)) {
			note_stop(w, i);
			continue;
		}
		bs_bit_set(w->codes, s->form_codes[i]);
		bs_bit_set(w->stems, bs_form_stem(s, i));
	}
}

/* Sets the bits of the documents that a cursor finds. */
static brad_status add_documents(const struct bs_match *m, struct bs_cursor *c, uint64_t *bits,
				 brad_error *err)
{
	if (c->kind == BS_CURSOR_PACKED)
		return bs_list_fill(c->packed, 0, m->segment->documents + 1, bits)
			       ? BRAD_OK
			       : bs_segment_damaged(m->segment, err);
	brad_status status = bs_cursor_seek(m, c, 1, err);
	while (status == BRAD_OK && c->at != BS_END) {
		bs_bit_set(bits, c->at);
		status = bs_cursor_seek(m, c, c->at + 1, err);
	}
	return status;
}

/* ---- Stems --------------------------------------------------------------- */

/* Do all forms of a stem begin with the word, and is none a stop word?  Stemming changes
 * no more than the last two letters of what it leaves (happy and happier: happi;
 * ability: abl). */
static bool is_sure(const struct work *w, uint32_t number, const struct bs_buffer *stem)
{
	return stem->length >= w->word->form_length + CHANGED_BY_STEM &&
	       memcmp(stem->bytes, w->word->form, w->word->form_length) == 0 &&
	       !(w->stop_stems && bs_bit(w->stop_stems, number));
}

/* Adds the documents of a stem all of whose forms begin with the word. */
static brad_status add_stem(struct work *w, const char *stem, size_t length, brad_error *err)
{
	const struct bs_match *m = w->match;
	const struct bs_cursor *before = *m->opened;
	struct bs_cursor *c;
	brad_status status = bs_cursor_open_term(m, stem, length, &c, err);
	if (status == BRAD_OK) status = add_documents(m, c, w->out->bits, err);
	bs_match_close_since(m->opened, before);
	return status;
}

static void keep_unsure(struct work *w, uint32_t number, const struct bs_buffer *stem)
{
	char *text = bs_arena_copy(w->match->arena, stem->bytes, stem->length);
	*BS_PUSH(w->match->arena, w->unsure, w->unsure_count) =
		(struct unsure){number, text, stem->length};
	if (stem->length < w->shortest) w->shortest = stem->length;
}

/* Adds those of all stems, each once, but for the unsure ones. */
static brad_status add_stems(struct work *w, brad_error *err)
{
	const struct bs_match *m = w->match;
	const struct bs_segment *s = m->segment;
	struct bs_buffer *stem = m->stem;
	brad_status status = BRAD_OK;
	w->shortest = SIZE_MAX;
	for (uint32_t i = w->out->low; i < w->out->high && status == BRAD_OK; i++) {
		uint32_t number = bs_form_stem(s, i);
		const char *text = bs_string(&s->forms, i);
		if (!bs_bit(w->stems, number)) continue;
		bs_bit_clear(w->stems, number);
		status = xc_stem(m->stemmer, text, strlen(text), stem, err);
		if (status != BRAD_OK || stem->length > XC_LONGEST_TERM) continue;
		if (is_sure(w, number, stem))
			status = add_stem(w, stem->bytes, stem->length, err);
		else
			keep_unsure(w, number, stem);
	}
	return status;
}
/* ---- Stems that other forms have too ------------------------------------- */

static int compare_relatives(const void *a, const void *b)
{
	const struct relative *x = a, *y = b;
	if (x->stem != y->stem) return x->stem < y->stem ? -1 : 1;
	return (x->code > y->code) - (x->code < y->code);
}

/* Lists all forms of the unsure stems: they begin as the stems and the word both do. */
static void find_relatives(struct work *w)
{
	const struct bs_segment *s = w->match->segment;
	struct bs_arena *arena = w->match->arena;
	uint32_t low, high;
	size_t length = w->shortest > CHANGED_BY_STEM ? w->shortest - CHANGED_BY_STEM : 1;
	if (length > w->word->form_length) length = w->word->form_length;
	bs_forms_with_prefix(arena, &s->forms, w->word->form, length, &low, &high);
	bs_touch_stems(s, low, high);
	for (size_t i = 0; i < w->unsure_count; i++) bs_bit_set(w->stems, w->unsure[i].number);
	for (uint32_t i = low; i < high; i++) {
		uint32_t stem = bs_form_stem(s, i);
		if (!bs_bit(w->stems, stem)) continue;
		bool wanted = i >= w->out->low && i < w->out->high && !is_stop(s, i);
		*BS_PUSH(arena, w->relatives, w->relative_count) =
			(struct relative){stem, s->form_codes[i], wanted};
	}
	if (w->relative_count)
		qsort(w->relatives, w->relative_count, sizeof *w->relatives, compare_relatives);
}

/* Which forms of a stem are wanted, as its list numbers them?  True if all are. */
static bool find_wanted(const struct work *w, uint32_t stem, uint64_t *wanted)
{
	size_t low = 0, high = w->relative_count;
	bool all = true;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (w->relatives[middle].stem < stem)
			low = middle + 1;
		else
			high = middle;
	}
	*wanted = 0;
	for (size_t i = low; i < w->relative_count && w->relatives[i].stem == stem; i++) {
		size_t form = i - low < BS_LIST_FORMS ? i - low : BS_LIST_FORMS - 1;
		*wanted |= (uint64_t)w->relatives[i].wanted << form;
		all = all && w->relatives[i].wanted;
	}
	return all;
}

static brad_status add_unsure(struct work *w, const struct unsure *stem, brad_error *err)
{
	const struct bs_match *m = w->match;
	const struct bs_cursor *before = *m->opened;
	struct bs_cursor *c;
	uint64_t wanted;
	if (find_wanted(w, stem->number, &wanted))
		return add_stem(w, stem->text, stem->length, err);
	if (!w->doubtful)
		w->doubtful =
			bs_arena_alloc(m->arena, bitmap_size(m->segment) * sizeof *w->doubtful);
	brad_status status = bs_cursor_open_term(m, stem->text, stem->length, &c, err);
	if (status == BRAD_OK && c->kind == BS_CURSOR_PACKED && c->packed->has_forms) {
		if (!bs_list_fill_forms(c->packed, wanted, w->out->bits, w->doubtful))
			status = bs_segment_damaged(m->segment, err);
	} else if (status == BRAD_OK) {
		status = add_documents(m, c, w->doubtful, err);
	}
	bs_match_close_since(m->opened, before);
	return status;
}

static brad_status add_all_unsure(struct work *w, brad_error *err)
{
	brad_status status = BRAD_OK;
	if (w->unsure_count) find_relatives(w);
	for (size_t i = 0; i < w->unsure_count && status == BRAD_OK; i++)
		status = add_unsure(w, &w->unsure[i], err);
	return status;
}

/* ---- Doubtful documents -------------------------------------------------- */

/* The words of the document were touched. */
static bool has_form(const struct work *w, uint32_t document)
{
	const struct bs_segment *s = w->match->segment;
	const unsigned char *end = s->words + s->words_at[document + 1];
	for (const unsigned char *at = s->words + s->words_at[document]; at < end;) {
		uint32_t code = bs_word_code(&at, end);
		if (code < s->forms.count && bs_bit(w->codes, code)) return true;
	}
	return false;
}

/* Of the doubtful documents, keeps those that have one of the forms. */
static void decide(struct work *w)
{
	const struct bs_segment *s = w->match->segment;
	size_t size = bitmap_size(s);
	bool many = bs_bits_count(w->doubtful, size) > s->documents / TOUCHED_PART;
	if (many) bs_touch_words(s, 1, s->documents + 1);
	for (size_t i = 0; i < size; i++) {
		uint64_t left = w->doubtful[i] & ~w->out->bits[i];
		for (; left; left &= left - 1) {
			uint32_t d = (uint32_t)(i * BITS) + bs_bit_lowest(left);
			if (!many) bs_touch_words(s, d, d + 1);
			if (has_form(w, d)) w->out->bits[i] |= left & (~left + 1);
		}
	}
}

brad_status bs_expand(const struct bs_match *m, const struct bs_query_word *word,
		      const struct bs_expansion **out, brad_error *err)
{
	struct bs_segment *s = m->segment;
	for (*out = *word->expansions; *out; *out = (*out)->next)
		if ((*out)->segment == s) return BRAD_OK;
	struct bs_expansion *e = bs_arena_alloc(m->arena, sizeof *e);
	struct work w = {.match = m, .word = word, .out = e};
	size_t size = bitmap_size(s);
	*e = (struct bs_expansion){.segment = s, .next = *word->expansions};
	bs_forms_with_prefix(m->arena, &s->forms, word->form, word->form_length, &e->low, &e->high);
	e->bits = bs_arena_alloc(m->arena, size * sizeof *e->bits);
	list_forms(&w);
	brad_status status = add_stems(&w, err);
	if (status == BRAD_OK) status = add_all_unsure(&w, err);
	if (status != BRAD_OK) return status;
	if (w.doubtful) decide(&w);
	e->count = (uint32_t)bs_bits_count(e->bits, size);
	*out = *word->expansions = e;
	return BRAD_OK;
}

/* Adds the documents of the stop words; *known tells whether all of them have lists. */
static brad_status add_stops(const struct bs_match *m, struct bs_expansion *e, bool *known,
			     brad_error *err)
{
	const struct bs_segment *s = m->segment;
	*known = true;
	for (uint32_t i = e->low; i < e->high && *known; i++) {
		struct bs_cursor *c;
		if (!is_stop(s, i)) continue;
		brad_status status = bs_cursor_open_stop(m, bs_string(&s->forms, i), NULL, &c, err);
		*known = c != NULL;
		if (status == BRAD_OK && c) status = add_documents(m, c, e->bits, err);
		if (status != BRAD_OK) return status;
	}
	return BRAD_OK;
}

brad_status bs_expand_all(const struct bs_match *m, const struct bs_query_word *word,
			  const struct bs_expansion **out, brad_error *err)
{
	size_t size = bitmap_size(m->segment);
	bool known;
	brad_status status = bs_expand(m, word, out, err);
	if (status != BRAD_OK || !(*out)->has_stop) return status;
	struct bs_expansion *e = *word->expansions, *all = bs_arena_alloc(m->arena, sizeof *all);
	while (e != *out) e = e->next;
	*out = e->all;
	if (e->all) return BRAD_OK;
	*all = *e;
	all->bits = bs_arena_alloc(m->arena, size * sizeof *all->bits);
	memcpy(all->bits, e->bits, size * sizeof *all->bits);
	status = add_stops(m, all, &known, err);
	if (status != BRAD_OK || !known) return status;
	all->count = (uint32_t)bs_bits_count(all->bits, size);
	*out = e->all = all;
	return BRAD_OK;
}

uint32_t bs_expansion_next(const struct bs_expansion *e, uint32_t from)
{
	if (from > e->segment->documents) return BS_END;
	size_t i = from / BITS, size = bitmap_size(e->segment);
	uint64_t left = e->bits[i] & (~UINT64_C(0) << from % BITS);
	while (!left && ++i < size) left = e->bits[i];
	return left ? (uint32_t)(i * BITS) + bs_bit_lowest(left) : BS_END;
}

/* Returns how many of its documents are in living articles. */
static uint32_t count_living(const struct bs_expansion *e)
{
	const struct bs_segment *s = e->segment;
	uint32_t count = 0;
	if (s->dead_documents == 0) return e->count;
	for (uint32_t d = 0; (d = bs_expansion_next(e, d)) != BS_END; d++)
		count += !bs_segment_is_dead(s, s->article[d]);
	return count;
}

brad_status bs_expand_frequency(struct bs_search *s, const struct bs_query_word *word,
				uint64_t *out, brad_error *err)
{
	*out = 0;
	for (size_t i = 0; i < s->index->segment_count; i++) {
		const struct bs_expansion *expansion;
		struct bs_match match = {.arena = &s->arena,
					 .segment = &s->index->segments[i],
					 .stemmer = s->index->stemmer,
					 .stem = &s->scratch.stem,
					 .opened = &s->opened};
		brad_status status = bs_expand(&match, word, &expansion, err);
		if (status != BRAD_OK) return status;
		*out += count_living(expansion);
	}
	return BRAD_OK;
}
