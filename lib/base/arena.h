/* arena.h - who owns memory?  An arena: it gives out pieces, and frees all of them at once.
 *
 * An arena may have a way out, a jmp_buf set by its owner.  If memory runs out, the
 * arena jumps there, so that the code that fills it need not check each allocation.
 * Without a way out it returns NULL.  Code that may be left by such a jump must not
 * hold anything that needs freeing, other than memory of the arena. */
#ifndef BS_ARENA_H
#define BS_ARENA_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct bs_arena {
	struct bs_block *blocks; /* the newest first */
	size_t total, most;      /* bytes held, and the most that were ever held */
	jmp_buf *way_out;        /* NULL: return NULL instead */
};

/* An empty arena is all zero: struct bs_arena arena = {0}; */

/* Returns n bytes, zeroed, aligned for anything. */
void *bs_arena_alloc(struct bs_arena *arena, size_t n);

/* The same without zeroing, for memory that the caller fills completely. */
void *bs_arena_take(struct bs_arena *arena, size_t n);

/* Returns a copy of n bytes, with a NUL after them. */
char *bs_arena_copy(struct bs_arena *arena, const char *bytes, size_t n);

/* Returns a copy of n bytes, aligned for anything: for a list that grew elsewhere. */
void *bs_arena_keep(struct bs_arena *arena, const void *items, size_t n);

/* Returns a copy of a string; NULL for NULL. */
char *bs_arena_string(struct bs_arena *arena, const char *string);

/* Gives a full list twice the room, in place or by moving it: a pointer to what it held is no
 * longer good.  Use bs_arena_grow(). */
void *bs_arena_double(struct bs_arena *arena, void *items, size_t count, size_t size);

/* Returns a list of `count` items of `size` bytes with room for one more: the list
 * itself, or a copy with twice the room.  The capacity is not stored, it follows from
 * count: 8, 16, 32 ... */
static inline void *bs_arena_grow(struct bs_arena *arena, void *items, size_t count, size_t size)
{
	bool full = count == 0 || (count >= 8 && (count & (count - 1)) == 0);
	return full ? bs_arena_double(arena, items, count, size) : items;
}

/* Appends a zeroed item to a list and returns its address:
 *     struct bs_token *t = BS_PUSH(arena, article->tokens, article->token_count); */
#define BS_PUSH(arena, items, count)                                                               \
	((items) = bs_arena_grow((arena), (items), (count), sizeof *(items)),                      \
	 (void)memset(&(items)[(count)], 0, sizeof *(items)), &(items)[(count)++])

/* The same for an item that is written in full at once, and need not be zeroed first. */
#define BS_PLACE(arena, items, count)                                                              \
	((items) = bs_arena_grow((arena), (items), (count), sizeof *(items)), &(items)[(count)++])

/* Takes back the end of the piece that was given out last: of its n bytes, only the
 * first `used` are needed. */
void bs_arena_shorten(struct bs_arena *arena, void *piece, size_t n, size_t used);

void bs_arena_free(struct bs_arena *arena);

/* Takes back all pieces, but keeps the largest block of the usual sizes for later ones. */
void bs_arena_clear(struct bs_arena *arena);

/* Takes back all pieces, and keeps one block with room for all of them together, unless
 * they were very large.  An arena that is settled between similar tasks soon needs no
 * more memory from the system. */
void bs_arena_settle(struct bs_arena *arena);

#endif
