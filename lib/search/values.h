/* values.h - which values of a field does a sentence have?  They are numbers, the same in every segment.
 *
 * Years, months, weeks and days have the numbers of calendar.h.  Names, roles, sources and
 * articles are numbered as they come, those of the people file like any others. */
#ifndef BS_VALUES_H
#define BS_VALUES_H

#include "index/mentions.h"
#include "search/calendar.h"
#include "search/search.h"

struct bs_value_slot {
	uint32_t hash;   /* of the name */
	uint32_t number; /* the number + 1; 0: the slot is empty */
};

struct bs_values {
	struct bs_search *search;
	brad_field field;
	bool closed; /* give no more numbers: new values are BS_OTHER_VALUE */

	struct bs_ranks *ranks; /* unless NULL, names are numbered by rank */
	const char **names;     /* by number; lent by the segments and the people file */
	size_t name_count;
	struct bs_value_slot *slots;
	size_t slot_count;

	/* For the segment that was entered last: */
	const struct bs_segment *segment;
	struct bs_who who;
	uint32_t string_count; /* strings of the segment, then those of the people file */
	uint32_t *numbers;     /* by string: its number + 1; 0: not looked up yet */
	uint32_t *list;        /* room for the values of a sentence */
	struct bs_mention_scan scan;
	struct bs_period period;
	bool more;
	uint32_t *counted; /* by year, the last document that has it */
};

#define BS_OTHER_VALUE (UINT32_MAX - 1)

/* Does the field depend on the speakers alone? */
static inline bool bs_values_are_by_set(const struct bs_values *v)
{
	return v->field == BRAD_FIELD_SPEAKER || v->field == BRAD_FIELD_ROLE;
}

/* Begins to give numbers to the values of a field.  The search's arena must have a way out. */
void bs_values_begin(struct bs_search *s, brad_field field, struct bs_values *out);

/* For speakers: uses the ranks of the index.  Makes them once so many names have been looked
 * up that it would have paid.  Call it before a segment is entered. */
void bs_values_use_ranks(struct bs_values *v);

/* Goes on to a segment. */
brad_status bs_values_enter(struct bs_values *v, const struct bs_segment *segment, brad_error *err);

/* Lends the values of a document, each once, and returns how many they are.  If there are
 * none, it is one: BS_NO_VALUE.  Documents must be asked for in order. */
size_t bs_values_of(struct bs_values *v, uint32_t document, const uint32_t **out);

uint32_t bs_values_of_article(struct bs_values *v, uint32_t article);

/* The same for a set, as strings of the segment below v->string_count, or BS_NO_STRING.  So
 * a caller can count by string first, and then ask for the number of each. */
size_t bs_values_strings_of_set(struct bs_values *v, uint32_t set, uint32_t day,
				const uint32_t **out);
uint32_t bs_values_number(struct bs_values *v, uint32_t string);

/* Returns the name of a number, on the arena or lent as above; NULL for BS_NO_VALUE. */
const char *bs_values_name(const struct bs_values *v, uint32_t number, struct bs_arena *arena);

#endif
