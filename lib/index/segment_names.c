/* Lists the people of a segment by each word of their names, with their sets and what they
 * said, so that finding one needs no look at all of them. */
#include "index/segment_writer.h"

#include "index/terms.h"

#include <stdlib.h>

/* A list, and a number in it. */
struct use {
	uint32_t list, number;
};

static int compare_uses(const void *a, const void *b)
{
	const struct use *x = a, *y = b;
	if (x->list != y->list) return x->list < y->list ? -1 : 1;
	return (x->number > y->number) - (x->number < y->number);
}

/* Writes the lists, without repeated numbers, and where they begin into the section before. */
static void write_lists(struct bs_segment_writer *w, struct bs_buffer *uses, uint32_t list_count,
			enum bs_segment_section starts)
{
	struct use *items = (struct use *)(void *)uses->bytes;
	size_t count = uses->length / sizeof *items, at = 0;
	uint32_t written = 0;
	if (count > 0) qsort(items, count, sizeof *items, compare_uses);
	for (uint32_t list = 0; list < list_count; list++) {
		bs_add_column(w, starts, written);
		for (; at < count && items[at].list == list; at++) {
			if (at > 0 && compare_uses(&items[at - 1], &items[at]) == 0) continue;
			bs_add_column(w, starts + 1, items[at].number);
			written++;
		}
	}
	bs_add_column(w, starts, written);
}

static bool list_words(const struct bs_segment_writer *w, const uint32_t *people,
		       struct bs_intern *words, struct bs_buffer *uses)
{
	struct bs_words_scan scan = {0};
	struct bs_text_word word;
	for (uint32_t i = 0; i < w->people.count; i++) {
		const struct bs_interned *name = &w->people.items[i];
		scan = (struct bs_words_scan){name->bytes, 0, name->length, false, scan.form};
		while (bs_words_next(&scan, &word)) {
			struct use use = {bs_intern(words, word.form, word.length), people[i]};
			bs_buffer_add(uses, &use, sizeof use);
		}
	}
	bool done = !scan.form.failed && !words->failed && !uses->failed;
	bs_buffer_free(&scan.form);
	return done;
}

bool bs_write_name_words(struct bs_segment_writer *w, const uint32_t *people)
{
	struct bs_intern words = {0};
	struct bs_buffer uses = {0};
	bool done = list_words(w, people, &words, &uses);
	uint32_t *order = malloc((words.count + (size_t)1) * sizeof *order);
	uint32_t *rank = malloc((words.count + (size_t)1) * sizeof *rank);
	done = done && order && rank && bs_intern_sort(&words, order, rank);
	if (done) {
		struct use *items = (struct use *)(void *)uses.bytes;
		for (size_t i = 0; i < uses.length / sizeof *items; i++)
			items[i].list = rank[items[i].list];
		bs_intern_write(&words, order, &w->columns[BS_SECTION_NAME_WORD_STARTS],
				&w->columns[BS_SECTION_NAME_WORD_BYTES]);
		write_lists(w, &uses, words.count, BS_SECTION_NAME_WORDS_AT);
	}
	free(order);
	free(rank);
	bs_intern_free(&words);
	bs_buffer_free(&uses);
	return done;
}

bool bs_write_person_sets(struct bs_segment_writer *w)
{
	struct bs_buffer uses = {0};
	const uint32_t *sets = (const uint32_t *)(void *)w->columns[BS_SECTION_SETS].bytes;
	const struct bs_said_by *members =
		(const struct bs_said_by *)(void *)w->columns[BS_SECTION_MEMBERS].bytes;
	if (w->columns[BS_SECTION_SETS].failed || w->columns[BS_SECTION_MEMBERS].failed)
		return false;
	for (uint32_t set = 1; set < w->sets.count; set++)
		for (uint32_t i = sets[set]; i < sets[set + 1]; i++)
			bs_buffer_add(&uses, &(struct use){members[i].name, set},
				      sizeof(struct use));
	bool done = !uses.failed;
	if (done) write_lists(w, &uses, w->people.count, BS_SECTION_PERSON_SETS_AT);
	bs_buffer_free(&uses);
	return done;
}

/* ---- What each said --------------------------------------------------------- */

/* Goes through the members of the sets of all spoken documents, each once for a document:
 * counts those of each person, from slot 1 on, or if there are lists, puts the documents
 * there, where `at` tells. */
static void list_documents(const struct bs_segment_writer *w, uint32_t *at, uint32_t *lists)
{
	const uint64_t *spoken = (const uint64_t *)(void *)w->columns[BS_SECTION_SPOKEN].bytes;
	const uint32_t *set = (const uint32_t *)(void *)w->columns[BS_SECTION_SET].bytes;
	const uint32_t *sets = (const uint32_t *)(void *)w->columns[BS_SECTION_SETS].bytes;
	const struct bs_said_by *members =
		(const struct bs_said_by *)(void *)w->columns[BS_SECTION_MEMBERS].bytes;
	for (uint32_t d = 1; d <= w->info.documents; d++) {
		if (!bs_bit(spoken, d)) continue;
		uint32_t first = sets[*set], end = sets[*set + 1];
		set++;
		for (uint32_t i = first; i < end; i++) {
			uint32_t name = members[i].name, k = first;
			while (members[k].name != name) k++;
			if (k < i) continue;
			if (lists)
				lists[at[name]++] = d;
			else
				at[name + 1]++;
		}
	}
}

bool bs_write_person_documents(struct bs_segment_writer *w)
{
	size_t people = w->people.count;
	if (w->columns[BS_SECTION_SPOKEN].failed || w->columns[BS_SECTION_SET].failed ||
	    w->columns[BS_SECTION_SETS].failed || w->columns[BS_SECTION_MEMBERS].failed)
		return false;
	uint32_t *at = calloc(people + 1, sizeof *at), *lists = NULL;
	if (at) {
		list_documents(w, at, NULL);
		for (size_t i = 0; i < people; i++) at[i + 1] += at[i];
		lists = malloc((at[people] + (size_t)1) * sizeof *lists);
	}
	if (lists) {
		bs_buffer_add(&w->columns[BS_SECTION_PERSON_DOCUMENTS_AT], at,
			      (people + 1) * sizeof *at);
		size_t size = at[people] * sizeof *lists;
		list_documents(w, at, lists);
		bs_buffer_add(&w->columns[BS_SECTION_PERSON_DOCUMENTS], lists, size);
	}
	bool done = lists != NULL;
	free(at);
	free(lists);
	return done;
}
