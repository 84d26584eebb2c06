/* values.h - which values of a field has a sentence?  Numbers that mean the same in every segment.
 *
 * Years, months, weeks and days are the numbers of calendar.h; names, roles,
 * sources and articles are numbered as they come, and those of the people file
 * are names like all others. */
#ifndef BS_VALUES_H
#define BS_VALUES_H

#include "index/mentions.h"
#include "search/calendar.h"
#include "search/search.h"

struct bs_value_slot {
	uint32_t hash;   /* of the name */
	uint32_t number; /* + 1; 0: the slot is empty */
};

struct bs_values {
	struct bs_search *search;
	brad_field field;
	bool closed; /* what has no number yet gets none, but BS_OTHER_VALUE */

	struct bs_ranks *ranks; /* if there are any, numbers of names are in their order */
	const char **names;     /* by number; lent by the segments and the people file */
	size_t name_count;
	struct bs_value_slot *slots;
	size_t slot_count;

	/* Of the segment that was entered last: */
	const struct bs_segment *segment;
	struct bs_who who;
	uint32_t string_count; /* of the segment, and after them of the people file */
	uint32_t *numbers;     /* number + 1 by string; 0: not looked up */
	uint32_t *list;        /* room for the values of any of its sentences */
	struct bs_mention_scan scan;
	struct bs_period period;
	bool more;
	uint32_t *counted; /* the last document that has each year */
};

#define BS_OTHER_VALUE (UINT32_MAX - 1)

/* Is who said it what the field tells? */
static inline bool bs_values_are_by_set(const struct bs_values *v)
{
	return v->field == BRAD_FIELD_SPEAKER || v->field == BRAD_FIELD_ROLE;
}

/* The search's arena must have a way out. */
void bs_values_begin(struct bs_search *s, brad_field field, struct bs_values *out);

/* Of speakers: takes the ranks that the index has, or makes them once so many
 * names were looked up that it would have paid.  Then no segment is entered. */
void bs_values_use_ranks(struct bs_values *v);

/* Goes on to a segment. */
brad_status bs_values_enter(struct bs_values *v, const struct bs_segment *segment, brad_error *err);

/* How many values has a document, each once, and which?  At least one, which is
 * BS_NO_VALUE if there is none.  Documents are asked for in their order. */
size_t bs_values_of(struct bs_values *v, uint32_t document, const uint32_t **out);

/* The same of all documents of a set (of an article of some day), or of an
 * article, where the field depends on nothing else. */
size_t bs_values_of_set(struct bs_values *v, uint32_t set, uint32_t day, const uint32_t **out);
uint32_t bs_values_of_article(struct bs_values *v, uint32_t article);

/* The same of a set in strings of the segment, up to v->string_count or
 * BS_NO_STRING, for who counts before he asks for the number of each. */
size_t bs_values_strings_of_set(struct bs_values *v, uint32_t set, uint32_t day,
				const uint32_t **out);
uint32_t bs_values_number(struct bs_values *v, uint32_t string);

/* What a number means, on the arena or lent as above; NULL of BS_NO_VALUE. */
const char *bs_values_name(const struct bs_values *v, uint32_t number, struct bs_arena *arena);

#endif
