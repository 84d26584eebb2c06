#include "search/expand.h"

#include "base/error.h"
#include "index/units.h"
#include "search/search.h"

#include <stdlib.h>
#include <string.h>

enum { BITS = 64, CHANGED_BY_STEM = 2 };

struct work {
	const struct bs_match *match;
	const struct bs_query_word *word;
	struct bs_expansion *out;
	const char **stems;
	size_t stem_count;
	uint64_t *doubtful; /* documents of stems that other forms may have too */
	bool doubt;
};

static size_t bitmap_size(const struct bs_segment *s)
{
	return s->documents / BITS + 1;
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Lists the stems of the forms, each once. */
static brad_status list_stems(struct work *w, brad_error *err)
{
	const struct bs_match *m = w->match;
	size_t count = 0;
	for (uint32_t i = w->out->low; i < w->out->high; i++) {
		const char *form = bs_string(&m->segment->forms, i);
		size_t length = strlen(form);
		if (bs_is_stop_word(form, length)) {
			w->out->has_stop = true;
			continue;
		}
		brad_status status = xc_stem(m->stemmer, form, length, m->stem, err);
		if (status != BRAD_OK) return status;
		if (m->stem->length > XC_LONGEST_TERM) continue;
		*BS_PUSH(m->arena, w->stems, w->stem_count) =
			bs_arena_copy(m->arena, m->stem->bytes, m->stem->length);
	}
	if (w->stem_count == 0) return BRAD_OK;
	qsort(w->stems, w->stem_count, sizeof *w->stems, by_text);
	for (size_t i = 0; i < w->stem_count; i++)
		if (count == 0 || strcmp(w->stems[i], w->stems[count - 1]) != 0)
			w->stems[count++] = w->stems[i];
	w->stem_count = count;
	return BRAD_OK;
}

/* Do all forms of a stem begin with the word?  Stemming changes no more than the
 * last two letters of what it leaves (happy and happier: happi; ability: abl). */
static bool is_sure(const struct bs_query_word *word, const char *stem)
{
	return strlen(stem) >= word->form_length + CHANGED_BY_STEM &&
	       memcmp(stem, word->form, word->form_length) == 0;
}

static brad_status add_stem(struct work *w, const char *stem, brad_error *err)
{
	struct bs_cursor *c;
	bool sure = is_sure(w->word, stem);
	uint64_t *bits = sure ? w->out->bits : w->doubtful;
	const struct bs_cursor *before = *w->match->opened;
	brad_status status = bs_cursor_open_term(w->match, stem, strlen(stem), &c, err);
	if (status == BRAD_OK) status = bs_cursor_seek(w->match, c, 1, err);
	while (status == BRAD_OK && c->at != BS_END) {
		bits[c->at / BITS] |= UINT64_C(1) << c->at % BITS;
		status = bs_cursor_seek(w->match, c, c->at + 1, err);
	}
	bs_match_close_since(w->match->opened, before);
	w->doubt = w->doubt || !sure;
	return status;
}

static bool has_form(const struct work *w, uint32_t document)
{
	const struct bs_segment *s = w->match->segment;
	struct bs_input in = bs_unit_words(s, document);
	while (in.at < in.end) {
		uint32_t form = bs_form_of_code(s, bs_input_number(&in));
		if (form < w->out->low || form >= w->out->high) continue;
		const char *text = bs_string(&s->forms, form);
		if (!w->out->has_stop || !bs_is_stop_word(text, strlen(text))) return true;
	}
	return false;
}

/* Keeps of the doubtful documents those that have one of the forms. */
static void decide(struct work *w)
{
	for (size_t i = 0; i < bitmap_size(w->match->segment); i++) {
		uint64_t left = w->doubtful[i] & ~w->out->bits[i];
		for (; left; left &= left - 1) {
			uint32_t d = (uint32_t)(i * BITS) + (uint32_t)__builtin_ctzll(left);
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
	brad_status status = list_stems(&w, err);
	for (size_t i = 0; i < w.stem_count && status == BRAD_OK; i++)
		status = add_stem(&w, w.stems[i], err);
	if (status != BRAD_OK) return status;
	if (w.doubt) decide(&w);
	for (size_t i = 0; i < size; i++) e->count += (uint32_t)__builtin_popcountll(e->bits[i]);
	*out = *word->expansions = e;
	return BRAD_OK;
}

uint32_t bs_expansion_next(const struct bs_expansion *e, uint32_t from)
{
	if (from > e->segment->documents) return BS_END;
	size_t i = from / BITS, size = bitmap_size(e->segment);
	uint64_t left = e->bits[i] & (~UINT64_C(0) << from % BITS);
	while (!left && ++i < size) left = e->bits[i];
	return left ? (uint32_t)(i * BITS) + (uint32_t)__builtin_ctzll(left) : BS_END;
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
