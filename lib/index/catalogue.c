#include "index/catalogue.h"

#include "base/error.h"

#include <stdlib.h>
#include <string.h>

/* Returns the number of an id, and makes room for what is kept about it. */
static bool number_id(struct bs_catalogue *c, const char *id, uint32_t *number)
{
	uint32_t known = c->ids.count;
	*number = bs_intern(&c->ids, id, strlen(id));
	if (c->ids.failed) return false;
	if (*number < known) return true;
	if (*number == c->newest_room) {
		uint32_t room = c->newest_room ? c->newest_room * 2 : 64;
		uint32_t *larger = realloc(c->newest, room * sizeof *larger);
		if (!larger) {
			c->ids.failed = true;
			return false;
		}
		c->newest = larger;
		c->newest_room = room;
	}
	c->newest[*number] = BS_NO_ENTRY;
	return true;
}

uint32_t bs_catalogue_find(struct bs_catalogue *c, const char *id)
{
	uint32_t number;
	return number_id(c, id, &number) ? c->newest[number] : BS_NO_ENTRY;
}

static bool index_hashes(struct bs_catalogue *c)
{
	uint32_t slots = 64;
	while (slots / 2 < c->count && slots < 1u << 31) slots *= 2;
	c->by_hash = calloc(slots, sizeof *c->by_hash);
	if (!c->by_hash) return false;
	c->hash_slots = slots;
	for (uint32_t i = 0; i < c->count; i++) {
		uint32_t s = (uint32_t)c->entries[i].hash & (slots - 1);
		while (c->by_hash[s]) s = (s + 1) & (slots - 1);
		c->by_hash[s] = i + 1;
	}
	return true;
}

uint32_t bs_catalogue_find_hash(struct bs_catalogue *c, uint64_t hash)
{
	if (!c->by_hash && !index_hashes(c)) return BS_NO_ENTRY;
	uint32_t s = (uint32_t)hash & (c->hash_slots - 1);
	for (; c->by_hash[s]; s = (s + 1) & (c->hash_slots - 1)) {
		uint32_t entry = c->by_hash[s] - 1;
		const struct bs_entry *e = &c->entries[entry];
		if (e->hash == hash && !e->dead && e->segment != BS_ON_ITS_WAY) return entry;
	}
	return BS_NO_ENTRY;
}

void bs_catalogue_meet(struct bs_catalogue *c, uint32_t entry, uint32_t reading, size_t line)
{
	struct bs_entry *e = &c->entries[entry];
	bool moved =
		e->line != (uint32_t)line && e->reading != reading && e->segment != BS_ON_ITS_WAY;
	e->reading = reading;
	if (!moved) return;
	e->line = (uint32_t)line;
	e->moved = c->changed = true;
}

static bool grow(struct bs_catalogue *c)
{
	if (c->count < c->room) return true;
	uint32_t room = c->room ? c->room * 2 : 256;
	struct bs_entry *larger = room > c->room ? realloc(c->entries, room * sizeof *larger) : 0;
	if (!larger) return false;
	c->entries = larger;
	c->room = room;
	return true;
}

uint32_t bs_catalogue_add(struct bs_catalogue *c, const char *id, const char *path, uint64_t hash)
{
	struct bs_entry e = {.hash = hash,
			     .segment = BS_ON_ITS_WAY,
			     .path = BS_NO_SOURCE,
			     .older_of_path = BS_NO_ENTRY};
	if (!grow(c) || !number_id(c, id, &e.id)) return BS_NO_ENTRY;
	if (path) {
		e.path = bs_source_number(&c->sources, path);
		if (e.path == BS_NO_SOURCE) return BS_NO_ENTRY;
		struct bs_source *source = &c->sources.list[e.path];
		if (source->articles) e.older_of_path = source->articles - 1;
		source->articles = c->count + 1;
	}
	e.previous = c->newest[e.id];
	if (e.previous != BS_NO_ENTRY) c->entries[e.previous].dead = true;
	c->newest[e.id] = c->count;
	c->entries[c->count] = e;
	c->changed = true;
	return c->count++;
}

void bs_catalogue_remove(struct bs_catalogue *c, uint32_t entry)
{
	struct bs_entry *e = &c->entries[entry];
	e->dead = true;
	c->newest[e->id] = BS_NO_ENTRY;
	c->changed = true;
}

void bs_catalogue_lose(struct bs_catalogue *c, uint32_t entry)
{
	struct bs_entry *e = &c->entries[entry];
	bool stood = !e->dead;
	e->dead = e->lost = true;
	if (!stood) return;
	uint32_t previous = e->previous;
	while (previous != BS_NO_ENTRY && c->entries[previous].lost)
		previous = c->entries[previous].previous;
	c->newest[e->id] = previous;
	if (previous != BS_NO_ENTRY) c->entries[previous].dead = false;
}

static uint32_t living(const struct bs_catalogue *c, uint32_t entry)
{
	while (entry != BS_NO_ENTRY && c->entries[entry].dead)
		entry = c->entries[entry].older_of_path;
	return entry;
}

uint32_t bs_catalogue_first_of(const struct bs_catalogue *c, uint32_t source)
{
	uint32_t newest = c->sources.list[source].articles;
	return newest ? living(c, newest - 1) : BS_NO_ENTRY;
}

uint32_t bs_catalogue_next_of(const struct bs_catalogue *c, uint32_t entry)
{
	return living(c, c->entries[entry].older_of_path);
}

brad_status bs_catalogue_load(struct bs_catalogue *c, const struct bs_segment *segment,
			      uint32_t number, brad_error *err)
{
	bool changed = c->changed;
	for (uint32_t i = 0; i < segment->articles; i++) {
		const struct bs_article_row *row = &segment->rows[i];
		if (bs_segment_is_dead(segment, i)) continue;
		const char *path = bs_segment_text(segment, row->path);
		uint32_t entry =
			bs_catalogue_add(c, bs_segment_text(segment, row->id), path, row->hash);
		if (entry == BS_NO_ENTRY) return bs_no_memory(err);
		c->entries[entry].segment = number;
		c->entries[entry].row = i;
		c->entries[entry].line = bs_segment_line(segment, i);
		c->entries[entry].reading = BS_NEVER;
	}
	c->changed = changed;
	return bs_segment_sound(segment, err);
}

void bs_catalogue_free(struct bs_catalogue *c)
{
	bs_intern_free(&c->ids);
	bs_sources_free(&c->sources);
	free(c->newest);
	free(c->entries);
	free(c->by_hash);
	*c = (struct bs_catalogue){0};
}
