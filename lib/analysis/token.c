#include "analysis/token_plain.h"
#include "base/utf8.h"

#include <string.h>

static bool is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019 || c == 0x02BC;
}

struct scan {
	const char *text;
	size_t at, end;
};

static uint32_t peek(const struct scan *s, size_t at, size_t *length)
{
	*length = 0;
	return at < s->end ? bs_utf8_at(s->text, at, s->end, length) : 0;
}

/* Its entry in the word lists, the possessive left aside, and its first letters. */
static uint16_t look_up(const char *text, struct bs_token *t)
{
	char folded[4 * BS_LONGEST_WORD + 4];
	size_t length = t->end - t->start;
	if (length > BS_LONGEST_WORD) return 0;
	length = bs_fold(text + t->start, length, folded);
	folded[length] = '\0';
	t->value = bs_four_letters(folded);
	if (length > 2 && memcmp(folded + length - 2, "'s", 2) == 0) {
		t->flags |= BS_POSSESSIVE;
		uint16_t whole = bs_word_find(folded, length); /* it's, let's */
		return whole ? whole : bs_word_find(folded, length - 2);
	}
	return bs_word_find(folded, length);
}

/* "d'Arrigo", "l'Équipe": an article in one letter that leans on a name. */
static bool is_elided(const char *text, const struct bs_token *t)
{
	size_t at = t->start + 1, n;
	if (!is_apostrophe(bs_utf8_at(text, at, t->end, &n))) return false;
	return bs_is_upper(bs_utf8_at(text, at + n, t->end, &n));
}

static void scan_word(struct scan *s, struct bs_token *t)
{
	size_t letters = 0, capitals = 0;
	while (s->at < s->end) {
		size_t n;
		uint32_t c = peek(s, s->at, &n);
		if (bs_is_letter(c) || (bs_is_digit(c) && letters)) {
			letters++;
			capitals += bs_is_upper(c);
		} else if (is_apostrophe(c)) {
			size_t m;
			if (!bs_is_letter(peek(s, s->at + n, &m))) break;
		} else if (c != 0xAD) { /* a soft hyphen is part of its word */
			break;
		}
		s->at += n;
	}
	t->kind = BS_WORD;
	t->end = (uint32_t)s->at;
	if (letters > 1 && letters == capitals) t->flags |= BS_CAPITALS;
	if (capitals && is_elided(s->text, t)) t->flags |= BS_CAPITAL;
	t->word = look_up(s->text, t);
}

static void scan_number(struct scan *s, struct bs_token *t)
{
	size_t digits = 0;
	uint32_t value = 0;
	t->kind = BS_NUMBER;
	while (s->at < s->end) {
		size_t n;
		uint32_t c = peek(s, s->at, &n);
		if (bs_is_letter(c))
			t->flags |= BS_LETTERS;
		else if (!bs_is_digit(c))
			break;
		else if (!(t->flags & BS_LETTERS))
			value = ++digits <= 9 ? value * 10 + (c - '0') : UINT32_MAX;
		s->at += n;
	}
	t->end = (uint32_t)s->at;
	t->value = value;
}

/* Passes over white space and says what lay in it. */
static uint8_t skip_space(struct scan *s)
{
	size_t from = s->at;
	int lines = 0;
	while (s->at < s->end) {
		size_t n;
		uint32_t c = peek(s, s->at, &n);
		if (!bs_is_space(c)) break;
		if (c == '\n' ||
		    (c == '\r' && !(s->at + 1 < s->end && s->text[s->at + 1] == '\n')) ||
		    c == 0x2028)
			lines++;
		if (c == 0x2029) lines += 2;
		s->at += n;
	}
	if (from == 0) return BS_SPACE | BS_LINE | BS_PARAGRAPH;
	return (uint8_t)((s->at > from ? BS_SPACE : 0) | (lines > 0 ? BS_LINE : 0) |
			 (lines > 1 ? BS_PARAGRAPH : 0));
}

/* Prose has a token in five bytes or so; a text that has more makes the list grow. */
static struct bs_token *make_room(struct bs_arena *arena, struct bs_tokens *list, size_t *room,
				  size_t length)
{
	if (*room == 0) {
		*room = length / 4 + 8;
		return bs_arena_take(arena, *room * sizeof *list->at);
	}
	struct bs_token *larger = bs_arena_double(arena, list->at, list->count, sizeof *list->at);
	*room = 2 * list->count;
	return larger;
}

/* Is there one blank between two words, as there nearly always is? */
static bool is_one_blank(const char *text, size_t at)
{
	return text[at] == ' ' && at > 0 && !(bs_byte_class(text[at + 1]) & (BS_WHITE | BS_BEYOND));
}

/* A token that is more than a plain word, or something else. */
static void scan_other(struct scan *s, struct bs_token *t)
{
	size_t n;
	uint32_t c = bs_utf8_at(s->text, s->at, s->end, &n);
	if (bs_is_letter(c)) {
		if (bs_is_upper(c)) t->flags |= BS_CAPITAL;
		scan_word(s, t);
	} else if (bs_is_digit(c)) {
		scan_number(s, t);
	} else {
		t->value = c;
		s->at += n;
		t->end = (uint32_t)s->at;
	}
}

static bool is_listed(const struct bs_token *t)
{
	return t->kind == BS_MARK || t->flags & BS_LINE;
}

/* Lists the marks of a text that has more of them than prose. */
static void list_marks(struct bs_arena *arena, struct bs_tokens *list)
{
	size_t n = 0;
	list->marks = bs_arena_take(arena, list->mark_count * sizeof *list->marks);
	for (uint32_t i = 0; i < list->count; i++)
		if (is_listed(&list->at[i])) list->marks[n++] = i;
}

void bs_tokenize(struct bs_arena *arena, const char *text, size_t length, struct bs_tokens *out)
{
	struct scan s = {text, 0, length};
	struct bs_ahead ahead = {.text = text, .end = length};
	size_t room = 0, mark_room = length / 24 + 8;
	*out = (struct bs_tokens){.marks = bs_arena_take(arena, mark_room * sizeof *out->marks)};
	for (bool last = false; !last;) {
		bool blank = is_one_blank(text, s.at);
		s.at += blank;
		uint8_t flags = blank ? BS_SPACE : skip_space(&s);
		if (out->count == room) out->at = make_room(arena, out, &room, length);
		struct bs_token *t = &out->at[out->count];
		size_t words = bs_plain_words(&ahead, s.at, flags, t, room - out->count);
		if (words > 0) {
			s.at = t[words - 1].end;
			out->count += words;
		} else {
			*t = (struct bs_token){.start = (uint32_t)s.at,
					       .end = (uint32_t)s.at,
					       .value = UINT32_MAX,
					       .kind = BS_MARK,
					       .flags = flags};
			last = s.at >= s.end;
			if (!last) scan_other(&s, t);
			out->count++;
		}
		if (!is_listed(t)) continue;
		if (out->mark_count < mark_room)
			out->marks[out->mark_count] = (uint32_t)(t - out->at);
		out->mark_count++;
	}
	bs_arena_shorten(arena, out->at, room * sizeof *out->at, out->count * sizeof *out->at);
	if (out->mark_count > mark_room) list_marks(arena, out);
	out->count--;
	out->mark_count--;
}

bool bs_token_text_whole(const struct bs_token *token, const char *text, const char *word)
{
	char folded[4 * BS_LONGEST_WORD + 4];
	uint32_t at = token->start;
	if (token->end - token->start > BS_LONGEST_WORD) return false;
	for (const char *w = word;; w++, at++) { /* ASCII folds byte by byte */
		bool end = at == token->end;
		unsigned char c = end ? '\0' : (unsigned char)text[at];
		if (c >= 0x80) break;
		if (c >= 'A' && c <= 'Z') c |= 32;
		if (c != (unsigned char)*w) return false;
		if (!c) return end;
	}
	size_t length = strlen(word);
	return bs_fold(text + token->start, token->end - token->start, folded) == length &&
	       memcmp(folded, word, length) == 0;
}
