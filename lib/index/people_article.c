/* The speakers of a whole article, by the people file. */
#include "analysis/article.h"
#include "base/date.h"
#include "base/error.h"
#include "index/people.h"

#include <setjmp.h>
#include <string.h>

struct work {
	const struct bs_people *people;
	struct bs_words_scan scan;
	struct bs_arena *arena;
	uint32_t day;
};

/* Each once, as the file has them on the day of the article. */
static void replace(struct work *w, const brad_speaker **speakers, size_t *count)
{
	brad_speaker *list;
	size_t kept = 0;
	if (*count == 0) return;
	list = bs_arena_alloc(w->arena, *count * sizeof *list);
	for (size_t i = 0; i < *count; i++) {
		brad_speaker one = bs_people_speaker(w->people, (*speakers)[i], w->day, &w->scan);
		size_t k = 0;
		while (k < kept && strcmp(list[k].name, one.name) != 0) k++;
		if (k < kept) continue;
		list[kept].name = bs_arena_string(w->arena, one.name);
		list[kept++].role = bs_arena_string(w->arena, one.role);
	}
	*speakers = list;
	*count = kept;
}

brad_status bs_people_article(const struct bs_people *people, brad_article *article,
			      brad_error *err)
{
	struct bs_article *a = &article->a;
	struct work w = {people, {0}, &a->arena, bs_date_pack(a->date)};
	brad_status status = BRAD_OK;
	jmp_buf way_out;
	if (setjmp(way_out) == 0) {
		a->arena.way_out = &way_out;
		for (size_t i = 0; i < a->sentence_count; i++)
			replace(&w, &a->sentences[i].speakers, &a->sentences[i].speaker_count);
		for (size_t i = 0; i < a->quote_count; i++)
			replace(&w, &a->quotes[i].speakers, &a->quotes[i].speaker_count);
	} else {
		status = bs_no_memory(err);
	}
	a->arena.way_out = NULL;
	if (status == BRAD_OK && w.scan.form.failed) status = bs_no_memory(err);
	bs_buffer_free(&w.scan.form);
	return status;
}
