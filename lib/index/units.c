#include "index/units.h"

#include "base/utf8.h"
#include "index/spelling.h"

/* ---- Where the units are ------------------------------------------------- */

static void read_step(struct bs_input *in, struct bs_unit *unit, size_t *end)
{
	uint64_t step = bs_input_number(in), places = 1, gap = step / 8, lines = step % 8;
	if (step >= BS_UNIT_STEPS) {
		places = bs_input_number(in);
		gap = bs_input_number(in);
		lines = bs_input_number(in);
	}
	uint64_t length = bs_input_number(in), size = bs_input_number(in);
	uint64_t start = *end + gap;
	if (in->bad || size > (uint64_t)(in->end - in->at) || gap > UINT32_MAX ||
	    length > UINT32_MAX || places > UINT32_MAX - unit->place) {
		in->bad = true;
		return;
	}
	unit->place += (uint32_t)places;
	unit->lines += (size_t)lines;
	unit->length = (size_t)length;
	unit->joints = (struct bs_input){in->at, in->at + size, false};
	in->at += size;
	unit->span = (brad_span){0, 0};
	if (unit->place == 0) return;
	unit->span = (brad_span){(size_t)start, (size_t)(start + length)};
	*end = unit->span.end;
}

static bool begin_units(const struct bs_segment *segment, const struct bs_article_row *row,
			struct bs_input *in)
{
	if (row->units > segment->units_length || row->count > segment->units_length - row->units)
		return false;
	bs_touch_units(segment, row);
	*in = (struct bs_input){segment->units + row->units, segment->units + segment->units_length,
				false};
	return true;
}

bool bs_unit_find(const struct bs_segment *segment, const struct bs_article_row *row,
		  uint32_t document, struct bs_unit *out)
{
	struct bs_input in;
	size_t end = 0;
	if (!begin_units(segment, row, &in)) return false;
	*out = (struct bs_unit){.document = document};
	for (uint32_t d = row->first; d <= document && !in.bad; d++) read_step(&in, out, &end);
	return !in.bad;
}

struct bs_unit *bs_units_read(struct bs_arena *arena, const struct bs_segment *segment,
			      const struct bs_article_row *row, uint32_t count)
{
	struct bs_input in;
	if (!begin_units(segment, row, &in)) return NULL;
	if (count > row->count) count = row->count;
	struct bs_unit *list = bs_arena_take(arena, count * sizeof *list);
	struct bs_unit unit = {0};
	size_t end = 0;
	for (uint32_t i = 0; i < count && list; i++) {
		unit.document = row->first + i;
		read_step(&in, &unit, &end);
		if (in.bad) return NULL;
		list[i] = unit;
	}
	return list;
}

/* ---- Their texts --------------------------------------------------------- */

enum { LONG_UNIT = 1 << 16 };

struct joints {
	struct bs_input in;
	uint32_t plain; /* still to come before the next byte */
};

static uint64_t next_joint(struct joints *j)
{
	if (j->plain > 0) {
		j->plain--;
		return 0;
	}
	if (j->in.at == j->in.end) {
		j->in.bad = true;
		return 0;
	}
	unsigned char byte = *j->in.at++;
	if (byte < BS_PLAIN_RUN) {
		j->plain = byte;
		return 0;
	}
	if (byte < BS_LONG_CODE) return byte - BS_PLAIN_RUN + 1u;
	return bs_input_number(&j->in) + BS_SHORT_CODES + 1;
}

static size_t length_of(const struct bs_strings *strings, uint64_t i)
{
	return strings->starts[i + 1] - strings->starts[i] - 1;
}

/* Is such a length possible?  A text is not longer than its joints and three times its forms,
 * as a mark in them may become one of three bytes.  Otherwise damage could ask for any amount
 * of memory. */
static bool is_possible(const struct bs_segment *segment, const struct bs_unit *unit)
{
	struct bs_input in = bs_unit_words(segment, unit->document);
	struct joints joints = {unit->joints, 0};
	for (uint64_t most = 0; most < unit->length;) {
		uint64_t code = next_joint(&joints);
		if (joints.in.bad || code >= segment->joints.count) return false;
		most += length_of(&segment->joints, code);
		if (in.at == in.end) return most >= unit->length;
		uint32_t form = bs_form_of_code(segment, bs_input_number(&in));
		if (form < segment->forms.count) most += 3 * length_of(&segment->forms, form);
	}
	return true;
}

/* Spells a unit into s, which has room for just that. */
static bool spell(const struct bs_segment *segment, const struct bs_unit *unit,
		  struct bs_spelling *s, struct bs_unit_word *words)
{
	struct bs_input in = bs_unit_words(segment, unit->document);
	struct joints joints = {unit->joints, 0};
	const struct bs_strings *forms = &segment->forms;
	for (bool last = false; !last;) {
		uint64_t code = next_joint(&joints);
		if (joints.in.bad || code >= segment->joints.count) return false;
		const char *joint = segment->joints.bytes + segment->joints.starts[code];
		size_t length = length_of(&segment->joints, code);
		last = bs_joint_is_last(joint);
		if (last != (in.at == in.end)) return false;
		if (!last && forms->count == 0) return false;
		uint32_t form = last ? 0 : bs_form_of_code(segment, bs_input_number(&in));
		const char *text = bs_string(forms, form);
		size_t form_length = last ? 0 : length_of(forms, form);
		if (!bs_joint_apply(s, joint, length, text, form_length)) return false;
		if (words && !last) *words++ = (struct bs_unit_word){form, {s->word, s->length}};
	}
	return s->length == s->room;
}

const char *bs_unit_spell(struct bs_arena *arena, const struct bs_segment *segment,
			  const struct bs_unit *unit, struct bs_unit_word **words, size_t *count)
{
	if (unit->length > LONG_UNIT && !is_possible(segment, unit)) return NULL;
	struct bs_input in = bs_unit_words(segment, unit->document);
	struct bs_spelling s = {bs_arena_alloc(arena, unit->length + 1), 0, unit->length, 0};
	size_t n = 0;
	for (; in.at < in.end; in.at++) n += *in.at < 0x80;
	if (words) *words = bs_arena_alloc(arena, (n + 1) * sizeof **words);
	if (count) *count = n;
	if (!spell(segment, unit, &s, words ? *words : NULL)) return NULL;
	/* Text must be UTF-8, even if its bytes are damaged. */
	if (bs_utf8_check(s.text, s.length) < s.length) return NULL;
	s.text[s.length] = '\0';
	return s.text;
}

size_t bs_unit_word_count(const struct bs_segment *segment, const struct bs_unit *unit)
{
	struct joints joints = {unit->joints, 0};
	for (size_t n = 0;; n++) {
		uint64_t code = next_joint(&joints);
		if (joints.in.bad || code >= segment->joints.count) return n;
		const char *joint = segment->joints.bytes + segment->joints.starts[code];
		if (bs_joint_is_last(joint)) return n;
	}
}
