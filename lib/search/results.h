/* results.h - how does a match become a hit?  By what the columns and the units of its article tell. */
#ifndef BS_RESULTS_H
#define BS_RESULTS_H

#include "index/units.h"
#include "search/rank.h"

/* In what a hit differs from a sentence. */
struct bs_changes {
	const brad_difference *items;
	size_t count;
	unsigned warnings; /* of all of them */
};

struct brad_results {
	struct bs_arena arena;
	uint64_t total, undated, statements, groups, ungrouped;
	brad_hit *hits;
	size_t count;
	const struct bs_changes *changes; /* of each hit; NULL: no versions were asked for */
	struct bs_notes notes;
};

/* Fills in the hits of a ranking from `offset` on. */
brad_status bs_make_hits(struct bs_search *s, const struct bs_ranking *ranking,
			 struct brad_results *out, brad_error *err);

/* Fills in a hit of one document. */
brad_status bs_make_hit(struct bs_search *s, const struct bs_segment *segment, uint32_t document,
			brad_hit *hit, brad_error *err);

/* Remarks on a name by which several people were found. */
void bs_note_namesakes(struct bs_search *s, const struct brad_results *results);

/* Finds the words of the query in a sentence: spans on the arena that is kept. */
brad_status bs_find_marks(struct bs_search *s, const struct bs_segment *segment, const char *text,
			  const struct bs_unit_word *words, size_t word_count,
			  const brad_span **out, size_t *out_count, brad_error *err);

#endif
