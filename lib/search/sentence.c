/* A sentence by its id: the same one as long as its article has it. */
#include "search/identity.h"
#include "search/results.h"

static brad_status make(struct bs_search *s, void *id, brad_error *err)
{
	struct brad_results *results = (void *)s->answer;
	struct bs_segment *segment;
	uint32_t document;
	brad_status status = bs_sentence_find(s->index, id, &segment, &document, err);
	if (status != BRAD_OK) return status;
	results->hits = bs_arena_alloc(s->kept, sizeof *results->hits);
	results->hits->rank = 1;
	results->total = results->count = 1;
	results->answer.notes.understood = results->answer.notes.canonical =
		NULL; /* nothing was asked */
	return bs_make_hit(s, segment, document, results->hits, err);
}

brad_status brad_index_sentence(brad_index *index, const char *id, uint32_t context,
				brad_results **out, brad_error *err)
{
	brad_search_options options = BRAD_SEARCH_OPTIONS_INIT;
	options.context = context;
	return bs_answer_new(index, &options, sizeof **out, make, (void *)id, out, err);
}
