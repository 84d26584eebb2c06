#include "analysis/symbol.h"

#include "analysis/word_hash.h"
#include "base/utf8.h"

#include <string.h>

static uint32_t *slot_of(const struct bs_symbols *symbols, uint64_t hash)
{
	return &symbols->slots[bs_hash_slot(hash) & (symbols->slot_count - 1)];
}

static void grow_slots(struct bs_symbols *symbols)
{
	struct bs_arena *arena = &symbols->article->scratch;
	symbols->slot_count = symbols->slot_count ? symbols->slot_count * 4 : 256;
	symbols->slots = bs_arena_alloc(arena, symbols->slot_count * sizeof *symbols->slots);
	for (uint32_t i = 1; i < symbols->count; i++) {
		uint32_t *slot = slot_of(symbols, symbols->at[i].hash);
		symbols->at[i].next = *slot;
		*slot = i;
	}
}

static size_t round_up(size_t length)
{
	return (length + 7) / 8 * 8;
}

/* Are two texts the same that have 0 behind them up to a whole eight of bytes? */
static bool is_same(const char *a, const char *b, size_t length)
{
	for (size_t i = 0; i < length; i += 8)
		if (bs_load_eight(a + i) != bs_load_eight(b + i)) return false;
	return true;
}

/* The number of such a text; symbol 0 is none. */
static uint32_t find_symbol(struct bs_symbols *symbols, const char *text, size_t length,
			    uint64_t hash)
{
	struct bs_arena *arena = &symbols->article->scratch;
	if (symbols->count == 0) (void)BS_PUSH(arena, symbols->at, symbols->count);
	if (symbols->count >= symbols->slot_count) grow_slots(symbols);
	uint32_t *slot = slot_of(symbols, hash);
	for (uint32_t i = *slot; i; i = symbols->at[i].next) {
		const struct bs_symbol *s = &symbols->at[i];
		if (s->hash == hash && s->length == length && is_same(s->text, text, length))
			return i;
	}
	struct bs_symbol *s = BS_PLACE(arena, symbols->at, symbols->count);
	char *copy = bs_arena_take(arena, round_up(length));
	memcpy(copy, text, round_up(length));
	*s = (struct bs_symbol){
		.text = copy, .hash = hash, .length = (uint32_t)length, .next = *slot};
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
	if (symbols->fold_room < 4 * bytes + 12) {
		symbols->fold_room = 8 * bytes + 64;
		symbols->fold = bs_arena_take(&symbols->article->scratch, symbols->fold_room);
	}
	return symbols->fold;
}

/* The number of what was folded into that room. */
static uint32_t find_folded(struct bs_symbols *symbols, size_t length)
{
	memset(symbols->fold + length, 0, round_up(length) - length);
	return find_symbol(symbols, symbols->fold, length, bs_hash_word(symbols->fold, length));
}

uint32_t bs_text_symbol(struct bs_symbols *symbols, const char *text, size_t length)
{
	memcpy(fold_room(symbols, length), text, length);
	return find_folded(symbols, length);
}

/* The number of a word of plain letters, as most are. */
static uint32_t plain_symbol(struct bs_symbols *symbols, const struct bs_token *t)
{
	char *folded = fold_room(symbols, BS_MOST_LETTERS);
	struct bs_letters letters = {.hash = 0};
	size_t length = t->end - t->start;
	bs_read_letters(symbols->article->document.text + t->start, length, &letters);
	bs_store_eight(folded, letters.eights[0]);
	bs_store_eight(folded + 8, letters.eights[1]);
	return find_symbol(symbols, folded, length, letters.hash);
}

/* Are two tokens glued together, or parted by one blank, so that their text can be taken as it is? */
static bool is_plain_gap(const char *text, const struct bs_token *a, const struct bs_token *b)
{
	return b->start == a->end || (b->start == a->end + 1 && text[a->end] == ' ');
}

/* A stretch of the text as a symbol, white space as one blank. */
static uint32_t phrase_symbol(struct bs_symbols *symbols, uint32_t first, uint32_t last)
{
	const struct bs_token *t = symbols->article->tokens.at;
	const char *text = symbols->article->document.text;
	char *out = fold_room(symbols, t[last - 1].end - t[first].start + (last - first));
	size_t n = 0;
	for (uint32_t from = first, to; from < last; from = to) {
		for (to = from + 1; to < last && is_plain_gap(text, &t[to - 1], &t[to]);) to++;
		uint32_t end =
			to == last ? end_without_possessive(symbols, &t[to - 1]) : t[to - 1].end;
		if (from > first && (t[from].flags & BS_SPACE)) out[n++] = ' ';
		n += bs_fold(text + t[from].start, end - t[from].start, out + n);
	}
	return find_folded(symbols, n);
}

uint32_t bs_tokens_symbol(struct bs_symbols *symbols, uint32_t first, uint32_t last)
{
	struct bs_article *a = symbols->article;
	if (last != first + 1) return phrase_symbol(symbols, first, last);
	if (!symbols->of_token)
		symbols->of_token = bs_arena_alloc(&a->scratch, (a->tokens.count + 1) *
									sizeof *symbols->of_token);
	uint32_t *known = &symbols->of_token[first]; /* one name is asked for several times */
	const struct bs_token *t = &a->tokens.at[first];
	if (!*known)
		*known = t->flags & BS_PLAIN ? plain_symbol(symbols, t)
					     : phrase_symbol(symbols, first, last);
	return *known;
}

char *bs_copy_tokens(const struct bs_symbols *symbols, uint32_t first, uint32_t last)
{
	const struct bs_token *t = symbols->article->tokens.at;
	const char *text = symbols->article->document.text;
	uint32_t end = end_without_possessive(symbols, &t[last - 1]);
	char *out = bs_arena_take(&symbols->article->arena, end - t[first].start + 1);
	size_t n = 0, at = t[first].start;
	for (uint32_t i = first; i < last; i++) {
		for (; at < t[i].start; at++) { /* what lies between two tokens */
			bool space = text[at] == '\n' || text[at] == '\r' || text[at] == '\t' ||
				     text[at] == ' ';
			if (!space)
				out[n++] = text[at];
			else if (out[n - 1] != ' ')
				out[n++] = ' ';
		}
		size_t length = (i + 1 == last ? end : t[i].end) - at;
		memcpy(out + n, text + at, length);
		n += length;
		at += length;
	}
	out[n] = '\0';
	return out;
}
