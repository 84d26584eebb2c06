/* catalogue.h - which articles does the writer's index hold?
 *
 * Each version of an article that is in the index, or on its way there, has an
 * entry.  Entries are numbered as they come.  The newest entry of an id that is not
 * dead stands for it. */
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
	uint32_t previous;      /* the entry that it replaced */
	uint32_t older_of_path; /* the entry before it of the same source */
	uint32_t reading;       /* the last reading of its file that found it, or BS_NEVER */
	uint32_t line;          /* in its source */
	bool moved;             /* the line differs from the one in its segment */
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
	bool changed; /* an entry was added by bs_catalogue_add(), died or moved */
};

/* Returns the entry that stands for an id; BS_NO_ENTRY if there is none. */
uint32_t bs_catalogue_find(struct bs_catalogue *c, const char *id);

/* Returns the living entry that was loaded with a hash; BS_NO_ENTRY if there is none, or
 * memory runs out. */
uint32_t bs_catalogue_find_hash(struct bs_catalogue *c, uint64_t hash);

/* Notes that an article was found again, unchanged, in a line of its source.  If a
 * reading finds it several times, the first line counts. */
void bs_catalogue_meet(struct bs_catalogue *c, uint32_t entry, uint32_t reading, size_t line);

/* Adds an entry, which replaces the one that stood for its id, and returns its number;
 * BS_NO_ENTRY if memory runs out.  path may be NULL. */
uint32_t bs_catalogue_add(struct bs_catalogue *c, const char *id, const char *path, uint64_t hash);

/* Makes an entry dead. */
void bs_catalogue_remove(struct bs_catalogue *c, uint32_t entry);

/* Notes that an entry could not be made into an article: the one that it replaced stands
 * for the id again. */
void bs_catalogue_lose(struct bs_catalogue *c, uint32_t entry);

/* Return the newest living entry of a source, and the next older one of the same source;
 * BS_NO_ENTRY after the last. */
uint32_t bs_catalogue_first_of(const struct bs_catalogue *c, uint32_t source);
uint32_t bs_catalogue_next_of(const struct bs_catalogue *c, uint32_t entry);

/* Adds the living articles of a segment. */
brad_status bs_catalogue_load(struct bs_catalogue *c, const struct bs_segment *segment,
			      uint32_t number, brad_error *err);
void bs_catalogue_free(struct bs_catalogue *c);

#endif
