/* people.h - who is who, in which role, on which day?  The user's people file says so: docs/people.md.
 *
 * A row of the file says: from one day to another, somebody with this name (and a role
 * with these words) is this person, and holds this role. */
#ifndef BS_PEOPLE_H
#define BS_PEOPLE_H

#include "index/intern.h"
#include "index/named.h"

/* A row of the file.  Among the rows of a name the most specific comes first: rows with
 * words of a role before rows without, then rows with days before rows without, then by
 * their order in the file. */
struct bs_people_row {
	const char *key;       /* the words of the name, folded, with blanks between */
	struct bs_name words;  /* that the role must have; none: any role */
	uint32_t person, role; /* role: BS_NO_ROLE for none */
	uint32_t from, to;     /* days: bs_date_pack; only if dated */
	bool dated;
	size_t line; /* in the file */
};

/* An office that a person holds. */
struct bs_people_office {
	uint32_t person, role, from, to;
	bool dated;
	size_t line;
};

#define BS_NO_ROLE UINT32_MAX
#define BS_NOT_LISTED UINT32_MAX

struct bs_people {
	struct bs_arena arena;
	struct bs_intern persons, roles; /* canonical names and roles, as the file has them */
	struct bs_people_row *rows;      /* by key */
	size_t row_count;
	struct bs_people_office *offices; /* by person */
	size_t office_count;
};

/* The rows of one name, from first up to, but not including, last; none if not listed. */
struct bs_people_rows {
	uint32_t first, last;
};

/* Reads a file of at most BS_PEOPLE_BYTES.  The message of BRAD_EINPUT names path and line. */
enum { BS_PEOPLE_BYTES = 64 << 20 };
brad_status bs_people_read(const char *path, struct bs_people **out, brad_error *err);

/* Reads people.tsv in the directory of an index, or else beside that directory; *out is NULL
 * if there is neither.  Unlike a file that the user names, it must not be a pipe. */
brad_status bs_people_read_own(const char *directory, struct bs_people **out, brad_error *err);
void bs_people_free(struct bs_people *people);

/* Finds the rows of a name. */
struct bs_people_rows bs_people_find(const struct bs_people *people, const char *name,
				     struct bs_words_scan *scan);

/* Returns the person that somebody with this name and role (NULL: none) is on a day, or
 * BS_NOT_LISTED.  Day 0 is unknown, and matches no row with days. */
uint32_t bs_people_person(const struct bs_people *people, struct bs_people_rows rows,
			  const char *role, uint32_t day, struct bs_words_scan *scan);

/* Returns the role that the file gives a person on a day, or BS_NO_ROLE. */
uint32_t bs_people_role(const struct bs_people *people, uint32_t person, uint32_t day);

/* Returns who a speaker is by the file; the speaker as given if it does not list the name. */
brad_speaker bs_people_speaker(const struct bs_people *people, brad_speaker speaker, uint32_t day,
			       struct bs_words_scan *scan);

/* Replaces the speakers of an article's sentences and quotations by those of the file. */
brad_status bs_people_article(const struct bs_people *people, brad_article *article,
			      brad_error *err);

#endif
