/* arena.h - who owns memory?  An arena: it gives out pieces, and takes all of them back at once.
 *
 * When memory ends, an arena with a way out (bs_arena_guard) jumps there, so
 * that the code which fills it needs no check after each allocation; one
 * without returns NULL.  Code under a guard holds nothing but arena memory. */
#ifndef BS_ARENA_H
#define BS_ARENA_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bs_arena {
	struct bs_block *blocks; /* the newest first */
	size_t total, most;      /* bytes held, and the most that ever were */
	jmp_buf *way_out;        /* set by bs_arena_guard */
};

/* An empty arena is all zero: struct bs_arena arena = {0}; */

/* n bytes, zeroed, aligned for anything. */
void *bs_arena_alloc(struct bs_arena *arena, size_t n);

/* The same as they lie, for what is written whole. */
void *bs_arena_take(struct bs_arena *arena, size_t n);

/* A copy of n bytes with a NUL after them. */
char *bs_arena_copy(struct bs_arena *arena, const char *bytes, size_t n);

/* A copy of n bytes, aligned for anything: of a list that grew elsewhere. */
void *bs_arena_keep(struct bs_arena *arena, const void *items, size_t n);

/* A copy of a string; NULL of NULL. */
char *bs_arena_string(struct bs_arena *arena, const char *string);

/* A list that is full, with twice the room: where it is, or a copy. */
void *bs_arena_double(struct bs_arena *arena, void *items, size_t count, size_t size);

/* The list `items` of `count` items of `size` bytes, with room for one more:
 * itself, or a copy of twice the room.  Capacity is told from count: it grows at powers of two from 8. */
static inline void *bs_arena_grow(struct bs_arena *arena, void *items, size_t count, size_t size)
{
	bool full = count == 0 || (count >= 8 && (count & (count - 1)) == 0);
	return full ? bs_arena_double(arena, items, count, size) : items;
}

/* Appends a zeroed item to a list and returns its address:
 *     struct bs_token *t = BS_PUSH(arena, article->tokens, article->token_count); */
#define BS_PUSH(arena, items, count)                                                               \
	((items) = bs_arena_grow((arena), (items), (count), sizeof *(items)), &(items)[(count)++])

/* Takes back the end of the piece that was given out last, of which only the first `used` of n
 * bytes are wanted. */
void bs_arena_shorten(struct bs_arena *arena, void *piece, size_t n, size_t used);

void bs_arena_free(struct bs_arena *arena);

/* Takes all pieces back, but keeps a block, the largest that is not oversized, for
 * those to come. */
void bs_arena_clear(struct bs_arena *arena);

/* The same, but the block that is kept has room for all of those pieces together, if they were
 * not very many: who clears it between like works takes nothing from the system any more. */
void bs_arena_settle(struct bs_arena *arena);

#endif
