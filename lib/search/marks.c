/* Finds the words of a query in a sentence again, to mark them. */
#include "index/touch.h"
#include "search/results.h"

#include <stdlib.h>
#include <string.h>

/* The sentence that is looked at, for what a leaf asks. */
struct sentence {
	const struct bs_segment *segment;
	const char *text;
	const struct bs_unit_word *words;
	size_t count;
	const uint32_t *asked; /* the forms of the words of the leaf; BS_NO_STRING: not there */
};

/* Forms are looked up once, so that words of the sentence are compared as numbers. */
static void look_up(struct bs_search *s, const struct bs_node *leaf, struct sentence *in)
{
	const struct bs_strings *forms = &in->segment->forms;
	uint32_t *asked = bs_arena_take(&s->arena, leaf->word_count * sizeof *asked);
	for (size_t i = 0; i < leaf->word_count; i++) {
		const struct bs_query_word *word = &leaf->words[i];
		asked[i] = BS_NO_STRING;
		if (word->prefix) continue;
		uint32_t form = bs_strings_find(forms, word->form, word->form_length);
		if (strcmp(bs_string(forms, form), word->form) == 0) asked[i] = form;
	}
	in->asked = asked;
}

/* Does the form have the stem of a word that is asked for, and that is in no form itself? */
static brad_status has_stem(struct bs_search *s, const char *form,
			    const struct bs_query_word *asked, bool *same, brad_error *err)
{
	struct bs_buffer *stem = &s->scratch.stem;
	*same = false;
	if (form[0] != asked->form[0]) return BRAD_OK;
	brad_status status = xc_stem(s->index->stemmer, form, strlen(form), stem, err);
	*same = status == BRAD_OK && stem->length == asked->stem_length &&
		memcmp(stem->bytes, asked->stem, asked->stem_length) == 0;
	return status;
}

static bool have_same_stem(const struct bs_segment *s, uint32_t a, uint32_t b)
{
	if (a == b) return true;
	bs_touch_stems(s, a, a + 1);
	bs_touch_stems(s, b, b + 1);
	return bs_form_stem(s, a) == bs_form_stem(s, b);
}

/* Is word k of the sentence what a leaf asks for at its i-th place? */
static brad_status is_asked(struct bs_search *s, const struct bs_node *leaf, size_t i,
			    const struct sentence *in, size_t k, bool *asked, brad_error *err)
{
	const struct bs_query_word *wanted = &leaf->words[i];
	uint32_t number = in->words[k].form, looked_for = in->asked[i];
	const char *form = bs_string(&in->segment->forms, number);
	brad_span span = in->words[k].span;
	brad_status status = BRAD_OK;
	if (wanted->prefix) {
		*asked = strncmp(form, wanted->form, wanted->form_length) == 0 &&
			 (leaf->kind != BS_NODE_WORD || !bs_is_stop_word(form, strlen(form)));
		return BRAD_OK;
	}
	*asked = number == looked_for;
	if (leaf->exact || (leaf->kind == BS_NODE_WORD && !wanted->posted)) return BRAD_OK;
	if (looked_for == BS_NO_STRING)
		status = has_stem(s, form, wanted, asked, err);
	else if (form[0] == wanted->form[0]) /* stems keep the first letter */
		*asked = have_same_stem(in->segment, number, looked_for);
	if (*asked && leaf->kind == BS_NODE_WORD)
		*asked = !bs_is_stop_there(in->text + span.start, span.end - span.start, form,
					   strlen(form), k == 0);
	return status;
}

static int by_start(const void *a, const void *b)
{
	const brad_span *x = a, *y = b;
	if (x->start != y->start) return x->start < y->start ? -1 : 1;
	return (x->end > y->end) - (x->end < y->end);
}

/* Puts marks in order and joins those that overlap. */
static size_t tidy(brad_span *marks, size_t count)
{
	size_t kept = 0;
	if (count == 0) return 0;
	qsort(marks, count, sizeof *marks, by_start);
	for (size_t i = 1; i < count; i++) {
		if (marks[i].start >= marks[kept].end)
			marks[++kept] = marks[i];
		else if (marks[i].end > marks[kept].end)
			marks[kept].end = marks[i].end;
	}
	return kept + 1;
}

/* Marks words that stand near each other, each by itself. */
static brad_status mark_near(struct bs_search *s, const struct bs_node *leaf,
			     const struct sentence *in, brad_span **marks, size_t *count,
			     brad_error *err)
{
	struct bs_near near;
	size_t asked = leaf->word_count;
	bs_near_begin(&s->arena, asked, in->count, &near);
	for (size_t k = 0; k < asked; k++)
		for (size_t i = 0; i < in->count; i++) {
			bool *fit = &near.fits[k * in->count + i];
			brad_status status = is_asked(s, leaf, k, in, i, fit, err);
			if (status != BRAD_OK) return status;
		}
	for (size_t from = 0; bs_near_find(&near, asked, in->count, leaf->distance, &from); from++)
		for (size_t k = 0; k < asked; k++)
			*BS_PUSH(s->kept, *marks, *count) = in->words[near.places[k]].span;
	return BRAD_OK;
}

/* Marks what one leaf asks for. */
static brad_status mark_leaf(struct bs_search *s, const struct bs_node *leaf, struct sentence *in,
			     brad_span **marks, size_t *count, brad_error *err)
{
	look_up(s, leaf, in);
	if (leaf->kind == BS_NODE_NEAR) return mark_near(s, leaf, in, marks, count, err);
	for (size_t i = 0; leaf->word_count && i + leaf->word_count <= in->count; i++) {
		size_t k = 0;
		bool asked = true;
		for (; k < leaf->word_count && asked; k++) {
			brad_status status = is_asked(s, leaf, k, in, i + k, &asked, err);
			if (status != BRAD_OK) return status;
		}
		if (!asked) continue;
		*BS_PUSH(s->kept, *marks, *count) =
			(brad_span){in->words[i].span.start, in->words[i + k - 1].span.end};
	}
	return BRAD_OK;
}

brad_status bs_find_marks(struct bs_search *s, const struct bs_segment *segment, const char *text,
			  const struct bs_unit_word *words, size_t word_count,
			  const brad_span **out, size_t *out_count, brad_error *err)
{
	struct sentence sentence = {segment, text, words, word_count, NULL};
	size_t count = 0;
	brad_span *marks = NULL;
	brad_status status = BRAD_OK;
	for (size_t l = 0; l < s->query.leaf_count && status == BRAD_OK; l++)
		if (s->query.leaves[l]->wanted)
			status = mark_leaf(s, s->query.leaves[l], &sentence, &marks, &count, err);
	for (size_t l = 0; l < s->query.inner_count && status == BRAD_OK; l++)
		if (s->query.inner[l]->wanted)
			status = mark_leaf(s, s->query.inner[l], &sentence, &marks, &count, err);
	*out_count = tidy(marks, count);
	*out = marks;
	return status;
}
