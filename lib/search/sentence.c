/* A sentence by its id: the same one as long as its article has it. */
#include "base/error.h"
#include "search/identity.h"
#include "search/results.h"

#include <stdlib.h>

struct work {
	const char *id;
	struct brad_results *results;
};

static brad_status answer(struct bs_search *s, void *out, brad_error *err)
{
	struct work *w = out;
	struct bs_segment *segment;
	uint32_t document;
	brad_status status = bs_sentence_find(s->index, w->id, &segment, &document, err);
	if (status != BRAD_OK) return status;
	w->results->hits = bs_arena_alloc(s->kept, sizeof *w->results->hits);
	w->results->hits->rank = 1;
	w->results->total = w->results->count = 1;
	w->results->notes.understood = w->results->notes.canonical = NULL; /* nothing was asked */
	return bs_make_hit(s, segment, document, w->results->hits, err);
}

brad_status brad_index_sentence(brad_index *index, const char *id, uint32_t context,
				brad_results **out, brad_error *err)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	bs_error_clear(err);
	*out = NULL;
	if (!id) return bs_fail(err, BRAD_EINVAL, "a sentence is found by its id");
	options.context = context;
	struct work work = {id, calloc(1, sizeof *work.results)};
	if (!work.results) return bs_no_memory(err);
	brad_status status = bs_search_run(index, &options, &work.results->arena,
					   &work.results->notes, answer, &work, err);
	if (status == BRAD_OK)
		*out = work.results;
	else
		brad_results_free(work.results);
	return status;
}
