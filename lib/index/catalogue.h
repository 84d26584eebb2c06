/* catalogue.h - which articles does the index hold, seen from its writer?
 *
 * Each version of an article that is in the index, or on its way there, has an
 * entry, numbered as it came; the newest that is not dead stands for the id. */
#ifndef BS_CATALOGUE_H
#define BS_CATALOGUE_H

#include "index/intern.h"
#include "index/segment.h"
#include "index/sources.h"

#include <bradsearch.h>
#include <stdbool.h>
#include <stdint.h>

#define BS_NO_ENTRY UINT32_MAX
#define BS_ON_ITS_WAY UINT32_MAX
#define BS_NEVER UINT32_MAX

struct bs_entry {
	uint64_t hash;          /* of its document */
	uint32_t segment, row;  /* where it is; BS_ON_ITS_WAY: in none yet */
	uint32_t id;            /* its number among ids */
	uint32_t path;          /* its source, or BS_NO_SOURCE */
	uint32_t previous;      /* the entry that it took the place of */
	uint32_t older_of_path; /* the entry before it of the same source */
	uint32_t reading;       /* the reading of its file that met it last, or BS_NEVER */
	uint32_t line;          /* in its source */
	bool moved;             /* the line is another than in its segment */
	bool dead;              /* replaced or removed, or never arrived */
	bool lost;              /* it never arrived */
};

struct bs_catalogue {
	struct bs_intern ids;
	uint32_t *newest; /* by id: the entry that stands for it, or BS_NO_ENTRY */
	uint32_t newest_room;
	struct bs_entry *entries;
	uint32_t count, room;
	struct bs_sources sources;
	uint32_t *by_hash; /* entries + 1, made when first asked for */
	uint32_t hash_slots;
	bool changed; /* an entry was added by bs_catalogue_add(), or died, or moved */
};

/* The entry that stands for an id; BS_NO_ENTRY for none. */
uint32_t bs_catalogue_find(struct bs_catalogue *c, const char *id);

/* The living entry that was loaded with a hash; BS_NO_ENTRY for none, or if memory ends. */
uint32_t bs_catalogue_find_hash(struct bs_catalogue *c, uint64_t hash);

/* An article is met again, unchanged, in a line of its source.  Of several in one
 * reading the first counts. */
void bs_catalogue_meet(struct bs_catalogue *c, uint32_t entry, uint32_t reading, size_t line);

/* Adds an entry, in place of the one that stood for its id.  path may be NULL.
 * BS_NO_ENTRY if memory ends. */
uint32_t bs_catalogue_add(struct bs_catalogue *c, const char *id, const char *path, uint64_t hash);

/* An entry dies. */
void bs_catalogue_remove(struct bs_catalogue *c, uint32_t entry);

/* An entry could not be made into an article: what it replaced stands again. */
void bs_catalogue_lose(struct bs_catalogue *c, uint32_t entry);

/* The newest living entry of a source, and the next older one; BS_NO_ENTRY after the last. */
uint32_t bs_catalogue_first_of(const struct bs_catalogue *c, uint32_t source);
uint32_t bs_catalogue_next_of(const struct bs_catalogue *c, uint32_t entry);

/* Adds the living articles of a segment. */
brad_status bs_catalogue_load(struct bs_catalogue *c, const struct bs_segment *segment,
			      uint32_t number, brad_error *err);
void bs_catalogue_free(struct bs_catalogue *c);

#endif
