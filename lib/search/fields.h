/* fields.h - which fields may a query have, and what do their values ask for?
 *
 * Of several values of one field, one must match.  Different fields must all match, and
 * nothing that is excluded may. */
#ifndef BS_FIELDS_H
#define BS_FIELDS_H

#include "base/arena.h"
#include "base/period.h"
#include "index/named.h"

#include <bradsearch.h>

enum bs_field {
	BS_FIELD_SPEAKER, /* as the option has it: a name, else an office */
	BS_FIELD_ROLE,    /* an office */
	BS_FIELD_SAID,
	BS_FIELD_DATE,
	BS_FIELD_MENTIONS,
	BS_FIELD_SOURCE,  /* words of it, in order */
	BS_FIELD_TITLE,   /* the same */
	BS_FIELD_ARTICLE, /* an id or a path, or the end of one */
	BS_FIELDS
};

struct bs_field_value {
	const char *text;      /* those bytes */
	struct bs_name name;   /* of a speaker, a role, a source or a title: the words */
	bool office;           /* the words are those of an office; always so for roles */
	unsigned said;         /* a bit */
	bool unknown;          /* the date is that of articles without one */
	brad_date first, last; /* of a date or mentions; year 0: open */
};

struct bs_field_values {
	struct bs_field_value *items;
	size_t count;
};

struct bs_fields {
	struct bs_field_values with[BS_FIELDS], without[BS_FIELDS];
};

/* Returns the name of a field, as written before the colon. */
const char *bs_field_name(enum bs_field field);

/* Returns the field with a name, in upper or lower case; BS_FIELDS if there is none. */
enum bs_field bs_field_find(const char *name, size_t length);

/* Returns the name of the field that is spelt most like it; NULL if none is near. */
const char *bs_field_nearest(const char *name, size_t length);

/* Reads value->text as a value of a field.  The arena must have a way out.  BRAD_EQUERY if
 * it is not one; the message says what was expected. */
brad_status bs_field_read(struct bs_arena *arena, struct bs_words_scan *scan, enum bs_field field,
			  brad_date today, struct bs_field_value *value, brad_error *err);

/* Does any field have a value? */
bool bs_fields_any(const struct bs_fields *fields);

/* Return the first and the last day that a value asks for, packed by bs_date_pack(). */
uint32_t bs_field_first_day(const struct bs_field_value *value);
uint32_t bs_field_last_day(const struct bs_field_value *value);

/* Returns the days that a value of mentions: asks for. */
struct bs_period bs_field_period(const struct bs_field_value *value);

#endif
