#include "index/spelling.h"

#include <string.h>

/* How a word is written, as the first byte of its joint. */
enum {
	AS_FORM = 'l',
	CAPITAL = 'c',
	CAPITALS = 'u',
	CURLY_AS_FORM = 'L', /* the same three, with ’ where the form has ' */
	CURLY_CAPITAL = 'C',
	CURLY_CAPITALS = 'U',
	AS_GIVEN =
		'w', /* the joint holds it, behind what stands before and the length of that, and 1 */
	LAST = '.'   /* there is no word */
};

static const char ways[] = {AS_FORM,       CAPITAL,       CAPITALS,
			    CURLY_AS_FORM, CURLY_CAPITAL, CURLY_CAPITALS};

static const char curly_mark[] = {'\xE2', '\x80', '\x99'};

static bool is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

/* Writes a form in one of these ways; returns its length, or 0 if there is no room. */
static size_t write_form(char way, const char *form, size_t length, char *out, size_t room)
{
	bool curly = way >= 'A' && way <= 'Z';
	char plain = curly ? (char)(way - 'A' + 'a') : way;
	size_t n = 0;
	for (size_t i = 0; i < length; i++) {
		char c = form[i];
		bool mark = curly && c == '\'';
		if (room - n < (mark ? sizeof curly_mark : 1)) return 0;
		if (mark) {
			for (size_t k = 0; k < sizeof curly_mark; k++) out[n++] = curly_mark[k];
			continue;
		}
		bool large = plain == CAPITALS || (plain == CAPITAL && i == 0);
		out[n++] = large && is_small(c) ? (char)(c - 'a' + 'A') : c;
	}
	return n;
}

static char find_way(const char *word, size_t word_length, const char *form, size_t form_length)
{
	char written[256];
	for (size_t i = 0; i < sizeof ways; i++) {
		size_t n = write_form(ways[i], form, form_length, written, sizeof written);
		if (n > 0 && n == word_length && memcmp(written, word, n) == 0) return ways[i];
	}
	return AS_GIVEN;
}

void bs_joint_make(const char *before, size_t before_length, const char *word, size_t word_length,
		   const char *form, size_t form_length, struct bs_buffer *out)
{
	char way = word ? find_way(word, word_length, form, form_length) : LAST;
	bs_buffer_clear(out);
	bs_buffer_add(out, &way, 1);
	/* One more, as a joint has no NUL but behind it. */
	if (way == AS_GIVEN) bs_buffer_number(out, before_length + 1);
	bs_buffer_add(out, before, before_length);
	if (way == AS_GIVEN) bs_buffer_add(out, word, word_length);
}

static bool add(struct bs_spelling *s, const void *bytes, size_t length)
{
	if (length > s->room - s->length) return false;
	memcpy(s->text + s->length, bytes, length);
	s->length += length;
	return true;
}

bool bs_joint_apply(struct bs_spelling *s, const char *joint, size_t length, const char *form,
		    size_t form_length)
{
	struct bs_input in = {(const unsigned char *)joint + 1,
			      (const unsigned char *)joint + length, length == 0};
	if (in.bad) return false;
	size_t before = length - 1;
	if (*joint == AS_GIVEN) {
		uint64_t n = bs_input_number(&in);
		if (in.bad || n == 0 || n - 1 > (uint64_t)(in.end - in.at)) return false;
		before = (size_t)(n - 1);
	}
	if (!add(s, in.at, before)) return false;
	s->word = s->length;
	if (*joint == LAST) return true;
	if (*joint == AS_GIVEN) return add(s, in.at + before, (size_t)(in.end - in.at) - before);
	if (*joint == AS_FORM) return add(s, form, form_length);
	size_t n = write_form(*joint, form, form_length, s->text + s->length, s->room - s->length);
	s->length += n;
	return n > 0;
}
