/* results.h - how does a match become a hit?  From the columns of its segment and the units of its article. */
#ifndef BS_RESULTS_H
#define BS_RESULTS_H

#include "index/units.h"
#include "search/rank.h"

/* How a hit differs from the sentence of which versions are asked for. */
struct bs_changes {
	const brad_difference *items;
	size_t count;
	unsigned warnings; /* of all of them */
};

struct brad_results {
	struct bs_answer answer;
	uint64_t total, undated, statements, groups, ungrouped;
	brad_hit *hits;
	size_t count;
	const struct bs_changes *changes; /* of each hit; NULL: the hits are not versions */
};

/* Makes the hits of a ranking, from the search's offset on. */
brad_status bs_make_hits(struct bs_search *s, const struct bs_ranking *ranking,
			 struct brad_results *out, brad_error *err);

/* Makes a hit of one document. */
brad_status bs_make_hit(struct bs_search *s, const struct bs_segment *segment, uint32_t document,
			brad_hit *hit, brad_error *err);

/* Adds a remark if the speaker's name is that of several people. */
void bs_note_namesakes(struct bs_search *s, const struct brad_results *results);

/* Finds the words of the query in a sentence.  The spans are on the arena that is kept. */
brad_status bs_find_marks(struct bs_search *s, const struct bs_segment *segment, const char *text,
			  const struct bs_unit_word *words, size_t word_count,
			  const brad_span **out, size_t *out_count, brad_error *err);

#endif
