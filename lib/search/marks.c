/* Finds the words of a query in a sentence again, to mark them. */
#include "base/error.h"
#include "search/results.h"

#include <stdlib.h>
#include <string.h>

/* A word of the sentence. */
struct word {
	brad_span span;
	const char *form, *stem;
	bool stop;
};

static brad_status read_words(struct bs_search *s, const char *text, size_t length,
			      struct word **out, size_t *count, brad_error *err)
{
	struct bs_words_scan *scan = &s->scratch.scan;
	struct bs_buffer *stem = &s->scratch.stem;
	struct bs_text_word word;
	*out = NULL;
	*count = 0;
	bs_buffer_clear(&scan->form);
	*scan = (struct bs_words_scan){text, 0, length, false, scan->form};
	while (bs_words_next(scan, &word)) {
		brad_status status = xc_stem(s->index->stemmer, word.form, word.length, stem, err);
		if (status != BRAD_OK) return status;
		struct word *w = BS_PUSH(&s->arena, *out, *count);
		w->span = word.span;
		w->form = bs_arena_copy(&s->arena, word.form, word.length);
		w->stem = bs_arena_copy(&s->arena, stem->bytes, stem->length);
		w->stop = word.stop;
	}
	return scan->form.failed ? bs_no_memory(err) : BRAD_OK;
}

/* Is a word of the sentence what a leaf asks for at its i-th place? */
static bool is_asked(const struct bs_node *leaf, size_t i, const struct word *word)
{
	const struct bs_query_word *asked = &leaf->words[i];
	if (leaf->exact || (leaf->kind == BS_NODE_WORD && !asked->posted))
		return strcmp(word->form, asked->form) == 0;
	if (leaf->kind == BS_NODE_WORD && word->stop) return false;
	return strcmp(word->stem, asked->stem) == 0;
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

brad_status bs_find_marks(struct bs_search *s, const char *text, size_t length,
			  const brad_span **out, size_t *out_count, brad_error *err)
{
	struct word *words;
	size_t word_count, count = 0;
	brad_span *marks = NULL;
	brad_status status = read_words(s, text, length, &words, &word_count, err);
	if (status != BRAD_OK) return status;
	for (size_t l = 0; l < s->query.leaf_count; l++) {
		const struct bs_node *leaf = s->query.leaves[l];
		if (!leaf->wanted) continue;
		for (size_t i = 0; i + leaf->word_count <= word_count; i++) {
			size_t k = 0;
			while (k < leaf->word_count && is_asked(leaf, k, &words[i + k])) k++;
			if (k < leaf->word_count) continue;
			*BS_PUSH(s->kept, marks, count) =
				(brad_span){words[i].span.start, words[i + k - 1].span.end};
		}
	}
	*out_count = tidy(marks, count);
	*out = marks;
	return BRAD_OK;
}
