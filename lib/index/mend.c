#include "index/mend.h"

#include "base/date.h"
#include "index/segment_columns.h"
#include "index/units.h"

#include <setjmp.h>
#include <string.h>

static bool is_sound(const struct bs_segment *s, enum bs_segment_section section)
{
	return bs_pack_verify(&s->pack, section, NULL, NULL) == BRAD_OK;
}

static size_t length_of(const struct bs_segment *s, enum bs_segment_section section)
{
	return s->pack.sections[section].length;
}

/* Returns a copy of a section, to be changed; NULL if memory runs out. */
static void *copy(struct bs_segment *s, enum bs_segment_section section)
{
	struct bs_section *of = &s->pack.sections[section];
	void *bytes = bs_arena_alloc(&s->mended, of->length + 1);
	if (bytes && of->length) memcpy(bytes, of->bytes, of->length);
	if (bytes) of->bytes = bytes;
	return bytes;
}

/* ---- How much there is ---------------------------------------------------- */

static bool mend_counts(struct bs_segment *s)
{
	if (is_sound(s, BS_SECTION_COUNTS)) return true;
	uint32_t *counts = bs_arena_alloc(&s->mended, 4 * sizeof *counts);
	if (!counts) return false;
	/* Each document has a role, and there is one for a document 0. */
	size_t roles = length_of(s, BS_SECTION_ROLE);
	counts[0] = roles ? (uint32_t)(roles - 1) : 0;
	counts[1] = (uint32_t)(length_of(s, BS_SECTION_ROWS) / sizeof(struct bs_article_row));
	s->pack.sections[BS_SECTION_COUNTS] = (struct bs_section){counts, 4 * sizeof *counts};
	return true;
}

/* ---- Strings --------------------------------------------------------------- */

/* Each string ends with a NUL, and has no other. */
static bool find_starts(struct bs_segment *s, enum bs_segment_section section)
{
	const struct bs_section *bytes = &s->pack.sections[section + 1];
	const char *text = bytes->bytes;
	size_t items = length_of(s, section) / sizeof(uint32_t), n = 1;
	uint32_t *starts = bs_arena_alloc(&s->mended, (items + 1) * sizeof *starts);
	if (!starts) return false;
	for (size_t i = 0; i < bytes->length; i++) {
		if (text[i]) continue;
		if (n < items) starts[n] = (uint32_t)i + 1;
		n++;
	}
	if (n == items) s->pack.sections[section].bytes = starts;
	return true;
}

static bool end_strings(struct bs_segment *s, enum bs_segment_section section)
{
	const uint32_t *starts = s->pack.sections[section].bytes;
	size_t items = length_of(s, section) / sizeof *starts, length = length_of(s, section + 1);
	char *bytes = copy(s, section + 1);
	for (size_t i = 1; bytes && i < items; i++)
		if (starts[i] > 0 && starts[i] <= length) bytes[starts[i] - 1] = '\0';
	return bytes != NULL;
}

static bool mend_strings(struct bs_segment *s, enum bs_segment_section section)
{
	bool starts = is_sound(s, section), bytes = is_sound(s, section + 1);
	if (!starts && bytes) return find_starts(s, section);
	if (starts && !bytes) return end_strings(s, section);
	return true;
}

/* ---- Codes ----------------------------------------------------------------- */

/* The codes of forms and the forms of codes are inverses of one another. */
static bool turn_round(struct bs_segment *s, enum bs_segment_section from,
		       enum bs_segment_section to)
{
	const uint32_t *numbers = s->pack.sections[from].bytes;
	size_t count = length_of(s, from) / sizeof *numbers;
	uint32_t *turned = bs_arena_alloc(&s->mended, (count + 1) * sizeof *turned);
	if (!turned) return false;
	for (uint32_t i = 0; i < count; i++)
		if (numbers[i] < count) turned[numbers[i]] = i;
	s->pack.sections[to] = (struct bs_section){turned, count * sizeof *turned};
	return true;
}

static bool mend_codes(struct bs_segment *s)
{
	bool of_codes = is_sound(s, BS_SECTION_CODE_FORMS);
	bool of_forms = is_sound(s, BS_SECTION_FORM_CODES);
	if (of_codes && !of_forms)
		return turn_round(s, BS_SECTION_CODE_FORMS, BS_SECTION_FORM_CODES);
	if (of_forms && !of_codes)
		return turn_round(s, BS_SECTION_FORM_CODES, BS_SECTION_CODE_FORMS);
	return true;
}

/* ---- Articles -------------------------------------------------------------- */

static void mend_date(uint32_t *packed)
{
	brad_date date = bs_date_unpack(*packed);
	if (!bs_date_exists(date) || bs_date_pack(date) != *packed) *packed = 0;
}

/* Impossible values are left out; the checksum of the article shows whether they mattered. */
static void mend_row(struct bs_article_row *r, uint32_t texts, uint64_t before, uint64_t records)
{
	uint32_t *strings[] = {&r->id, &r->source, &r->path, &r->url, &r->title};
	for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
		if (*strings[i] >= texts) *strings[i] = BS_NO_STRING;
	mend_date(&r->day);
	mend_date(&r->not_before);
	mend_date(&r->not_after);
	if (r->date_from > BRAD_DATE_INFERRED) r->date_from = BRAD_DATE_NONE;
	if (r->record < before || r->record > records) r->record = before;
}

/* The documents of articles follow one another, as another column says too. */
static bool place_rows(const struct bs_segment *s, struct bs_article_row *rows, size_t count)
{
	const uint32_t *article = s->pack.sections[BS_SECTION_ARTICLE].bytes;
	size_t slots = length_of(s, BS_SECTION_ARTICLE) / sizeof *article;
	uint32_t d = 1;
	for (uint32_t i = 0; i < count; i++) {
		rows[i].first = d;
		while (d < slots && article[d] == i) d++;
		rows[i].count = d - rows[i].first;
		if (rows[i].count == 0) return false;
	}
	return d == slots;
}

static bool mend_rows(struct bs_segment *s)
{
	uint64_t record = 0, records = length_of(s, BS_SECTION_RECORDS);
	size_t count = length_of(s, BS_SECTION_ROWS) / sizeof(struct bs_article_row);
	size_t texts = length_of(s, BS_SECTION_TEXTS_STARTS) / sizeof(uint32_t);
	struct bs_article_row *rows = copy(s, BS_SECTION_ROWS);
	if (!rows) return false;
	if (is_sound(s, BS_SECTION_ARTICLE)) place_rows(s, rows, count);
	for (size_t i = 0; i < count; i++) {
		mend_row(&rows[i], texts ? (uint32_t)(texts - 1) : 0, record, records);
		record = rows[i].record;
	}
	return true;
}

static bool mend_articles(struct bs_segment *s)
{
	const struct bs_article_row *rows = s->pack.sections[BS_SECTION_ROWS].bytes;
	size_t count = length_of(s, BS_SECTION_ROWS) / sizeof *rows;
	size_t slots = length_of(s, BS_SECTION_ARTICLE) / sizeof(uint32_t);
	uint32_t *article = copy(s, BS_SECTION_ARTICLE);
	for (uint32_t i = 0; article && i < count; i++)
		for (uint64_t d = rows[i].first, end = d + rows[i].count; d < end && d < slots; d++)
			article[d] = i;
	return article != NULL;
}

/* ---- Bits ------------------------------------------------------------------ */

/* Mends the columns that articles are read from; first those that no other column implies. */
static void mend_bits(const struct bs_segment *s)
{
	static const enum bs_segment_section sections[] = {
		BS_SECTION_WORDS,        BS_SECTION_UNITS,        BS_SECTION_RECORDS,
		BS_SECTION_TEXTS_BYTES,  BS_SECTION_FORM_BYTES,   BS_SECTION_JOINT_BYTES,
		BS_SECTION_ROWS,         BS_SECTION_COUNTS,       BS_SECTION_ARTICLE,
		BS_SECTION_FORM_CODES,   BS_SECTION_CODE_FORMS,   BS_SECTION_FORM_STARTS,
		BS_SECTION_TEXTS_STARTS, BS_SECTION_JOINT_STARTS, BS_SECTION_WORDS_AT,
		BS_SECTION_ROLE};
	size_t tries = BS_PACK_TRIES;
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
		bs_pack_mend(&s->pack, sections[i], &tries);
}

bool bs_mend_sections(struct bs_segment *s)
{
	if (s->pack.count != BS_SECTIONS) return true; /* it will be refused */
	mend_bits(s);
	if (!mend_counts(s) || !mend_strings(s, BS_SECTION_FORM_STARTS) ||
	    !mend_strings(s, BS_SECTION_JOINT_STARTS) ||
	    !mend_strings(s, BS_SECTION_TEXTS_STARTS) || !mend_codes(s))
		return false;
	bool rows = is_sound(s, BS_SECTION_ROWS), articles = is_sound(s, BS_SECTION_ARTICLE);
	if (!rows) return mend_rows(s);
	return articles || mend_articles(s);
}

/* ---- Documents ------------------------------------------------------------- */

/* The title given stands at place 0; what keeps an article without prose does too. */
static brad_role role_of(const struct bs_unit *unit)
{
	if (unit->place > 0) return BRAD_ROLE_BODY;
	return unit->length > 0 ? BRAD_ROLE_TITLE : BRAD_ROLE_FURNITURE;
}

/* Skips the words of a unit; false if there are fewer. */
static bool pass_words(const struct bs_segment *s, const struct bs_unit *unit, struct bs_input *in)
{
	for (size_t n = bs_unit_word_count(s, unit); n > 0 && !in->bad; n--) bs_input_number(in);
	return !in->bad;
}

struct documents {
	uint32_t *words_at;
	uint8_t *roles;
	struct bs_input words;
};

static bool walk_article(struct bs_arena *arena, struct bs_segment *s,
			 const struct bs_article_row *row, struct documents *out)
{
	const struct bs_unit *units = bs_units_read(arena, s, row, row->count);
	for (uint32_t i = 0; units && i < row->count; i++) {
		uint32_t d = units[i].document;
		out->words_at[d] = (uint32_t)(out->words.at - s->words);
		out->roles[d] = (uint8_t)role_of(&units[i]);
		if (!pass_words(s, &units[i], &out->words)) units = NULL;
	}
	return units != NULL;
}

/* False if memory runs out; *good says whether units and words can be read. */
static bool walk(struct bs_segment *s, struct documents *out, bool *good)
{
	struct bs_arena arena = {0};
	jmp_buf way_out;
	volatile bool done = false;
	*good = true;
	if (setjmp(way_out) == 0) {
		arena.way_out = &way_out;
		for (uint32_t i = 0; i < s->articles && *good; i++) {
			*good = walk_article(&arena, s, &s->rows[i], out);
			bs_arena_clear(&arena);
		}
		done = true;
	}
	bs_arena_free(&arena);
	return done;
}

bool bs_mend_documents(struct bs_segment *s)
{
	bool places = is_sound(s, BS_SECTION_WORDS_AT), roles = is_sound(s, BS_SECTION_ROLE);
	if (places && roles) return true;
	size_t slots = s->documents + (size_t)1, length = length_of(s, BS_SECTION_WORDS);
	struct documents made = {bs_arena_alloc(&s->mended, (slots + 1) * sizeof *made.words_at),
				 bs_arena_alloc(&s->mended, slots),
				 {s->words, s->words + length, false}};
	if (!made.words_at || !made.roles) return false;
	bool good;
	if (!walk(s, &made, &good)) return false;
	made.words_at[slots] = (uint32_t)(made.words.at - s->words);
	if (!good || made.words_at[slots] != length) return true; /* units or words, too */
	if (!places)
		s->pack.sections[BS_SECTION_WORDS_AT] =
			(struct bs_section){made.words_at, (slots + 1) * sizeof *made.words_at};
	if (!roles) s->pack.sections[BS_SECTION_ROLE] = (struct bs_section){made.roles, slots};
	return true;
}
