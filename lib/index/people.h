/* people.h - who is who, and as what, on which day?  A file of the user's tells: docs/people.md.
 *
 * A row of the file says: on days from..to, whoever is called so (and has a
 * role with these words) is this person, and holds this role. */
#ifndef BS_PEOPLE_H
#define BS_PEOPLE_H

#include "index/intern.h"
#include "index/named.h"

/* What the file says of a name.  Of the rows of a name the narrowest is first:
 * one with words of a role before one without, then one with days before one
 * without, then that which stands first in the file. */
struct bs_people_row {
	const char *key;       /* the words of the name, folded, with blanks between */
	struct bs_name words;  /* what the role must hold; none: any role will do */
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

/* A stretch of rows, all of one name; empty: it is not listed. */
struct bs_people_rows {
	uint32_t first, last;
};

/* Reads a file, of BS_PEOPLE_BYTES at the most.  BRAD_EINPUT names path and line. */
enum { BS_PEOPLE_BYTES = 64 << 20 };
brad_status bs_people_read(const char *path, struct bs_people **out, brad_error *err);

/* Reads people.tsv in the directory of an index, or else beside that; *out is NULL if there is
 * none.  Unlike a file that somebody names, it may be no pipe. */
brad_status bs_people_read_own(const char *directory, struct bs_people **out, brad_error *err);
void bs_people_free(struct bs_people *people);

/* The rows of a name. */
struct bs_people_rows bs_people_find(const struct bs_people *people, const char *name,
				     struct bs_words_scan *scan);

/* The person that a name with a role (NULL: none) is on a day (0: unknown, which
 * fits no row with days), or BS_NOT_LISTED. */
uint32_t bs_people_person(const struct bs_people *people, struct bs_people_rows rows,
			  const char *role, uint32_t day, struct bs_words_scan *scan);

/* The role that the file gives a person on a day, or BS_NO_ROLE. */
uint32_t bs_people_role(const struct bs_people *people, uint32_t person, uint32_t day);

/* Who a speaker is, by the file; himself if it does not list him. */
brad_speaker bs_people_speaker(const struct bs_people *people, brad_speaker speaker, uint32_t day,
			       struct bs_words_scan *scan);

/* Makes the speakers of an article's sentences and quotations what the file says. */
brad_status bs_people_article(const struct bs_people *people, brad_article *article,
			      brad_error *err);

#endif
