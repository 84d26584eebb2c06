#include "analysis/symbol.h"

#include "base/utf8.h"

#include <string.h>

static uint32_t hash(const char *text, size_t length)
{
	uint32_t h = 2166136261u;
	for (size_t i = 0; i < length; i++) h = (h ^ (unsigned char)text[i]) * 16777619u;
	return h;
}

static void grow_slots(struct bs_symbols *symbols)
{
	struct bs_arena *arena = &symbols->article->arena;
	symbols->slot_count = symbols->slot_count ? symbols->slot_count * 4 : 256;
	symbols->slots = bs_arena_alloc(arena, symbols->slot_count * sizeof *symbols->slots);
	for (uint32_t i = 1; i < symbols->count; i++) {
		uint32_t *slot = &symbols->slots[symbols->at[i].hash & (symbols->slot_count - 1)];
		symbols->at[i].next = *slot;
		*slot = i;
	}
}

/* The number of a folded text; symbol 0 is none. */
uint32_t bs_text_symbol(struct bs_symbols *symbols, const char *text, size_t length)
{
	struct bs_arena *arena = &symbols->article->arena;
	if (symbols->count == 0) (void)BS_PUSH(arena, symbols->at, symbols->count);
	if (symbols->count >= symbols->slot_count) grow_slots(symbols);
	uint32_t h = hash(text, length), *slot = &symbols->slots[h & (symbols->slot_count - 1)];
	for (uint32_t i = *slot; i; i = symbols->at[i].next) {
		const struct bs_symbol *s = &symbols->at[i];
		if (s->hash == h && s->length == length && memcmp(s->text, text, length) == 0)
			return i;
	}
	struct bs_symbol *s = BS_PUSH(arena, symbols->at, symbols->count);
	s->text = bs_arena_copy(arena, text, length);
	s->length = (uint32_t)length;
	s->hash = h;
	s->next = *slot;
	return *slot = (uint32_t)symbols->count - 1;
}

/* The byte where a token ends without 's; with a bare ' after s the tokeniser has left it aside. */
static uint32_t end_without_possessive(const struct bs_symbols *symbols, const struct bs_token *t)
{
	const char *text = symbols->article->document.text;
	if (t->kind != BS_WORD || t->end - t->start < 3 ||
	    (text[t->end - 1] != 's' && text[t->end - 1] != 'S'))
		return t->end;
	if (text[t->end - 2] == '\'') return t->end - 2;
	if (t->end - t->start > 4 && memcmp(text + t->end - 4, "\xE2\x80\x99", 3) == 0)
		return t->end - 4;
	return t->end;
}

static char *fold_room(struct bs_symbols *symbols, size_t bytes)
{
	if (symbols->fold_room < 4 * bytes + 4) {
		symbols->fold_room = 8 * bytes + 64;
		symbols->fold = bs_arena_alloc(&symbols->article->arena, symbols->fold_room);
	}
	return symbols->fold;
}

/* A stretch of the text as a symbol, white space as one blank. */
uint32_t bs_tokens_symbol(struct bs_symbols *symbols, uint32_t first, uint32_t last)
{
	const struct bs_token *t = symbols->article->tokens.at;
	const char *text = symbols->article->document.text;
	char *out = fold_room(symbols, t[last - 1].end - t[first].start + (last - first));
	size_t n = 0;
	for (uint32_t i = first; i < last; i++) {
		uint32_t end = i + 1 == last ? end_without_possessive(symbols, &t[i]) : t[i].end;
		if (i > first && (t[i].flags & BS_SPACE)) out[n++] = ' ';
		n += bs_fold(text + t[i].start, end - t[i].start, out + n);
	}
	return bs_text_symbol(symbols, out, n);
}

char *bs_copy_tokens(const struct bs_symbols *symbols, uint32_t first, uint32_t last)
{
	const struct bs_token *t = symbols->article->tokens.at;
	const char *text = symbols->article->document.text;
	uint32_t end = end_without_possessive(symbols, &t[last - 1]);
	char *out = bs_arena_alloc(&symbols->article->arena, end - t[first].start + 1);
	size_t n = 0;
	for (uint32_t at = t[first].start; at < end; at++) {
		bool space =
			text[at] == '\n' || text[at] == '\r' || text[at] == '\t' || text[at] == ' ';
		if (!space)
			out[n++] = text[at];
		else if (n && out[n - 1] != ' ')
			out[n++] = ' ';
	}
	out[n] = '\0';
	return out;
}
