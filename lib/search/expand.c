#include "search/expand.h"

#include "base/bits.h"
#include "base/error.h"
#include "index/touch.h"
#include "index/units.h"
#include "search/search.h"

#include <string.h>

/* Where more than a part of the documents is looked at, their words are touched together. */
enum { BITS = 64, CHANGED_BY_STEM = 2, TOUCHED_PART = 1024 };

struct work {
	const struct bs_match *match;
	const struct bs_query_word *word;
	struct bs_expansion *out;
	uint64_t *codes;    /* those of the forms that are no stop words */
	uint64_t *stems;    /* of these, as bs_form_stem() has them */
	uint64_t *shared;   /* the stems that other forms, or stop words, have too */
	uint64_t *doubtful; /* documents of such a stem */
	bool doubt;
};

static size_t bitmap_size(const struct bs_segment *s)
{
	return s->documents / BITS + 1;
}

/* Takes the codes and the stems of the forms. */
static void list_forms(struct work *w)
{
	const struct bs_segment *s = w->match->segment;
	size_t size = s->forms.count / BITS + 1;
	w->codes = bs_arena_alloc(w->match->arena, size * sizeof *w->codes);
	w->stems = bs_arena_alloc(w->match->arena, size * sizeof *w->stems);
	w->shared = bs_arena_alloc(w->match->arena, size * sizeof *w->shared);
	bs_touch_stems(s, w->out->low, w->out->high);
	for (uint32_t i = w->out->low; i < w->out->high; i++) {
		const char *form = bs_string(&s->forms, i);
		if (bs_is_stop_word(form, strlen(form))) {
			w->out->has_stop = true;
			bs_bit_set(w->shared, bs_form_stem(s, i));
			continue;
		}
		bs_bit_set(w->codes, s->form_codes[i]);
		bs_bit_set(w->stems, bs_form_stem(s, i));
	}
}

/* Notes which of the stems are those of forms that begin otherwise: all begin with the same letter. */
static void find_shared(struct work *w)
{
	const struct bs_segment *s = w->match->segment;
	uint32_t low, high;
	bs_forms_with_prefix(w->match->arena, &s->forms, w->word->form, 1, &low, &high);
	bs_touch_stems(s, low, high);
	for (uint32_t i = low; i < high; i++)
		if (i < w->out->low || i >= w->out->high) bs_bit_set(w->shared, bs_form_stem(s, i));
}

/* Do all forms of a stem begin with the word?  Stemming changes no more than the
 * last two letters of what it leaves (happy and happier: happi; ability: abl). */
static bool is_sure(const struct bs_query_word *word, const char *stem, size_t length)
{
	return length >= word->form_length + CHANGED_BY_STEM &&
	       memcmp(stem, word->form, word->form_length) == 0;
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

/* Adds the documents of the stem of a form. */
static brad_status add_stem(struct work *w, uint32_t form, brad_error *err)
{
	const struct bs_match *m = w->match;
	const char *text = bs_string(&m->segment->forms, form);
	struct bs_cursor *c;
	brad_status status = xc_stem(m->stemmer, text, strlen(text), m->stem, err);
	if (status != BRAD_OK || m->stem->length > XC_LONGEST_TERM) return status;
	bool sure = is_sure(w->word, m->stem->bytes, m->stem->length) ||
		    !bs_bit(w->shared, bs_form_stem(m->segment, form));
	const struct bs_cursor *before = *m->opened;
	status = bs_cursor_open_term(m, m->stem->bytes, m->stem->length, &c, err);
	if (status == BRAD_OK) status = add_documents(m, c, sure ? w->out->bits : w->doubtful, err);
	bs_match_close_since(m->opened, before);
	w->doubt = w->doubt || !sure;
	return status;
}

/* Adds those of all stems, each once. */
static brad_status add_stems(struct work *w, brad_error *err)
{
	const struct bs_segment *s = w->match->segment;
	brad_status status = BRAD_OK;
	for (uint32_t i = w->out->low; i < w->out->high && status == BRAD_OK; i++) {
		if (!bs_bit(w->stems, bs_form_stem(s, i))) continue;
		bs_bit_clear(w->stems, bs_form_stem(s, i));
		status = add_stem(w, i, err);
	}
	return status;
}

/* The words of the document were touched. */
static bool has_form(const struct work *w, uint32_t document)
{
	const struct bs_segment *s = w->match->segment;
	const unsigned char *end = s->words + s->words_at[document + 1];
	for (const unsigned char *at = s->words + s->words_at[document]; at < end; at++) {
		uint32_t code = *at & 0x7F;
		for (unsigned shift = 7; *at >= 0x80 && at + 1 < end && shift < 32; shift += 7)
			code |= (uint32_t)(*++at & 0x7F) << shift;
		if (code < s->forms.count && bs_bit(w->codes, code)) return true;
	}
	return false;
}

/* Keeps of the doubtful documents those that have one of the forms. */
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
	w.doubtful = bs_arena_alloc(m->arena, size * sizeof *w.doubtful);
	list_forms(&w);
	find_shared(&w);
	brad_status status = add_stems(&w, err);
	if (status != BRAD_OK) return status;
	if (w.doubt) decide(&w);
	e->count = (uint32_t)bs_bits_count(e->bits, size);
	*out = *word->expansions = e;
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

uint32_t bs_expansion_living(const struct bs_expansion *e)
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
		*out += bs_expansion_living(expansion);
	}
	return BRAD_OK;
}
