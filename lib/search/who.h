/* who.h - who said a sentence, by the people file?
 *
 * The names and roles of the file have numbers that follow those of the segment, so that
 * one number means either.  Without a file, speakers are those of the segment. */
#ifndef BS_WHO_H
#define BS_WHO_H

#include "index/people.h"
#include "index/segment.h"

struct bs_who {
	const struct bs_segment *segment;
	const struct bs_people *people; /* NULL: there is no file */
	struct bs_words_scan *scan;
	const struct bs_people_rows *rows; /* by name of the segment */
	const unsigned char *touched; /* a bit for each set with a member that the file lists */
};

/* Looks up the names of a segment in a people file, which may be NULL.  The arena must have
 * a way out; the scan must live as long as *out. */
brad_status bs_who_begin(struct bs_arena *arena, struct bs_words_scan *scan,
			 const struct bs_people *people, const struct bs_segment *segment,
			 struct bs_who *out, brad_error *err);

/* May the file change who the members of a set are? */
static inline bool bs_who_touches(const struct bs_who *who, uint32_t set)
{
	return who->touched && (who->touched[set / 8] >> set % 8 & 1);
}

/* Returns who a member of a set is, in an article of a day. */
struct bs_said_by bs_who_is(const struct bs_who *who, uint32_t member, uint32_t day);

/* Return how many names and roles there are, and what they are. */
uint32_t bs_who_names(const struct bs_who *who);
uint32_t bs_who_roles(const struct bs_who *who);
const char *bs_who_name(const struct bs_who *who, uint32_t name);
const char *bs_who_role(const struct bs_who *who, uint32_t role);

#endif
