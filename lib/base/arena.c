#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

struct bs_block {
	struct bs_block *next;
	size_t used, room;
	max_align_t bytes[];
};

enum {
	FIRST_BLOCK = 16 * 1024,
	LARGEST_BLOCK = 1024 * 1024,
	LONG_LIST = 256 * 1024,
	ALIGN = _Alignof(max_align_t)
};

static size_t round_up(size_t n)
{
	return (n + ALIGN - 1) / ALIGN * ALIGN;
}

static void *out_of_memory(struct bs_arena *arena)
{
	if (arena->way_out) longjmp(*arena->way_out, 1);
	return NULL;
}

/* A block is half as large as all before it, up to a limit, so that at most a third is unused. */
static struct bs_block *add_block(struct bs_arena *arena, size_t n)
{
	size_t room = arena->total / 2;
	if (room < FIRST_BLOCK) room = FIRST_BLOCK;
	if (room > LARGEST_BLOCK) room = LARGEST_BLOCK;
	if (room < n) room = n;
	if (room > PTRDIFF_MAX - sizeof(struct bs_block)) return NULL;
	struct bs_block *block = malloc(sizeof *block + room);
	if (!block) return NULL;
	block->used = 0;
	block->room = room;
	block->next = arena->blocks;
	arena->blocks = block;
	arena->total += room;
	if (arena->most < arena->total) arena->most = arena->total;
	return block;
}

void *bs_arena_take(struct bs_arena *arena, size_t n)
{
	if (n > SIZE_MAX - ALIGN) return out_of_memory(arena);
	n = round_up(n);
	struct bs_block *block = arena->blocks;
	if (!block || block->room - block->used < n) {
		block = add_block(arena, n);
		if (!block) return out_of_memory(arena);
	}
	char *piece = (char *)block->bytes + block->used;
	block->used += n;
	return piece;
}

void *bs_arena_alloc(struct bs_arena *arena, size_t n)
{
	void *piece = bs_arena_take(arena, n);
	return piece && n ? memset(piece, 0, n) : piece;
}

char *bs_arena_copy(struct bs_arena *arena, const char *bytes, size_t n)
{
	if (n == SIZE_MAX) return out_of_memory(arena);
	char *copy = bs_arena_take(arena, n + 1);
	if (!copy) return NULL;
	if (n) memcpy(copy, bytes, n);
	copy[n] = '\0';
	return copy;
}

void *bs_arena_keep(struct bs_arena *arena, const void *items, size_t n)
{
	void *copy = bs_arena_take(arena, n);
	return copy && n ? memcpy(copy, items, n) : copy;
}

char *bs_arena_string(struct bs_arena *arena, const char *string)
{
	return string ? bs_arena_copy(arena, string, strlen(string)) : NULL;
}

/* Extends the last piece of the newest block in place; false if that has no room. */
static bool extend(struct bs_arena *arena, const void *piece, size_t n, size_t wanted)
{
	struct bs_block *block = arena->blocks;
	n = round_up(n), wanted = round_up(wanted);
	if (!block || (const char *)piece + n != (char *)block->bytes + block->used ||
	    block->room - block->used < wanted - n)
		return false;
	block->used += wanted - n;
	return true;
}

/* A long list with a block of its own grows together with the block, often without a copy;
 * copying it at each step would leave as much memory behind again.  NULL if it has no such
 * block, or memory runs out. */
static void *enlarge(struct bs_arena *arena, const void *piece, size_t n, size_t wanted)
{
	struct bs_block **at = &arena->blocks;
	n = round_up(n), wanted = round_up(wanted);
	while (n >= LONG_LIST && *at && (const void *)(*at)->bytes != piece) at = &(*at)->next;
	if (n < LONG_LIST || !*at || (*at)->used != n) return NULL;
	struct bs_block *larger = realloc(*at, sizeof *larger + wanted);
	if (!larger) return NULL;
	arena->total += wanted - larger->room;
	if (arena->most < arena->total) arena->most = arena->total;
	larger->used = larger->room = wanted;
	*at = larger;
	return larger->bytes;
}

void *bs_arena_double(struct bs_arena *arena, void *items, size_t count, size_t size)
{
	size_t room = count == 0 ? 8 : count * 2;
	if (room > SIZE_MAX / 2 / size) return out_of_memory(arena);
	char *larger = items;
	if (!count || !extend(arena, items, count * size, room * size))
		larger = count ? enlarge(arena, items, count * size, room * size) : NULL;
	if (!larger) {
		larger = bs_arena_take(arena, room * size);
		if (!larger) return NULL;
		if (count) memcpy(larger, items, count * size);
	}
	return larger;
}

void bs_arena_shorten(struct bs_arena *arena, void *piece, size_t n, size_t used)
{
	struct bs_block *block = arena->blocks;
	n = round_up(n);
	if ((char *)piece + n == (char *)block->bytes + block->used)
		block->used -= n - round_up(used);
}

void bs_arena_clear(struct bs_arena *arena)
{
	struct bs_block *kept = NULL, *next;
	for (struct bs_block *block = arena->blocks; block; block = next) {
		next = block->next;
		struct bs_block *other = block;
		if (block->room <= LARGEST_BLOCK && (!kept || block->room > kept->room)) {
			other = kept;
			kept = block;
		}
		free(other);
	}
	if (kept) {
		kept->used = 0;
		kept->next = NULL;
	}
	arena->blocks = kept;
	arena->total = kept ? kept->room : 0;
}

void bs_arena_settle(struct bs_arena *arena)
{
	size_t all = arena->total < LARGEST_BLOCK ? arena->total : LARGEST_BLOCK;
	bs_arena_clear(arena);
	if (arena->total >= all) return;
	bs_arena_free(arena);
	add_block(arena, all); /* if that fails, the next allocation reports it */
}

void bs_arena_free(struct bs_arena *arena)
{
	while (arena->blocks) {
		struct bs_block *next = arena->blocks->next;
		free(arena->blocks);
		arena->blocks = next;
	}
	arena->total = 0;
}
