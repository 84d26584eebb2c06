/* Takes the columns of a segment from its pack, and checks that their numbers fit each other. */
#include "index/segment.h"

#include "base/date.h"
#include "base/error.h"
#include "index/copies.h"
#include "index/mend.h"
#include "index/ranges.h"
#include "index/segment_columns.h"

#include <stdlib.h>

struct opening {
	struct bs_segment *segment;
	bool texts_only; /* of a segment that may be damaged, and is mended first */
	bool bad, no_memory;
};

/* Columns that are compared with their checksums when they are first read.  Most questions read
 * the others, which are compared when a segment is opened.  The articles of documents need no
 * checksum, as the rows, which have one, say the same. */
static const bool is_compared_later[BS_SECTIONS] = {
	[BS_SECTION_ARTICLE] = true,         [BS_SECTION_SPEECH] = true,
	[BS_SECTION_CONFIDENCE] = true,      [BS_SECTION_WORDS] = true,
	[BS_SECTION_UNITS] = true,           [BS_SECTION_TEXTS_BYTES] = true,
	[BS_SECTION_MENTIONS] = true,        [BS_SECTION_NAMED] = true,
	[BS_SECTION_COPIES_AT] = true,       [BS_SECTION_COPIES] = true,
	[BS_SECTION_COPY_WORDS] = true,      [BS_SECTION_LIST_BLOCKS] = true,
	[BS_SECTION_LIST_BYTES] = true,      [BS_SECTION_LIST_REPEATS] = true,
	[BS_SECTION_RECORDS] = true,         [BS_SECTION_FORM_STEMS] = true,
	[BS_SECTION_PERSON_DOCUMENTS] = true};

/* Section `which`, which must hold `count` items of `size` bytes. */
static const void *take(struct opening *o, enum bs_segment_section which, uint64_t count,
			size_t size)
{
	const struct bs_section *s = &o->segment->pack.sections[which];
	if (which >= o->segment->pack.count || s->length != count * size) {
		o->bad = true;
		return NULL;
	}
	if (!o->texts_only && !is_compared_later[which])
		bs_pack_touch_all(&o->segment->pack, which);
	return s->bytes;
}

static size_t section_length(const struct opening *o, enum bs_segment_section which)
{
	return which < o->segment->pack.count ? o->segment->pack.sections[which].length : 0;
}

static void take_strings(struct opening *o, enum bs_segment_section starts, struct bs_strings *out)
{
	enum bs_segment_section bytes = starts + 1;
	size_t items = section_length(o, starts) / sizeof(uint32_t),
	       length = section_length(o, bytes);
	out->starts = take(o, starts, items, sizeof(uint32_t));
	out->bytes = take(o, bytes, length, 1);
	if (o->bad || items == 0 || out->starts[items - 1] != length ||
	    !bs_ascend_strictly(out->starts, items)) {
		o->bad = true;
		return;
	}
	unsigned char after = 0;
	for (size_t i = 1; i < items; i++) after |= (unsigned char)out->bytes[out->starts[i] - 1];
	if (after) o->bad = true;
	out->count = (uint32_t)items - 1;
}

/* Lists of numbers below a limit, which are the section after that of their starts. */
static const uint32_t *take_lists(struct opening *o, enum bs_segment_section starts, uint32_t count,
				  uint32_t limit)
{
	size_t items = section_length(o, starts + 1) / sizeof(uint32_t);
	const uint32_t *at = take(o, starts, (uint64_t)count + 1, sizeof(uint32_t));
	const uint32_t *numbers = take(o, starts + 1, items, sizeof(uint32_t));
	o->bad = o->bad || at[0] != 0 || at[count] != items || !bs_ascend(at, (size_t)count + 1) ||
		 !bs_are_below(numbers, items, limit);
	return at;
}

static void check_bytes(struct opening *o, const uint8_t *column, uint8_t limit)
{
	o->bad = o->bad || !bs_bytes_are_below(column + 1, o->segment->documents, limit);
}

static void check_words(struct opening *o)
{
	const struct bs_segment *s = o->segment;
	o->bad = o->bad || s->words_at[s->documents + 1] != section_length(o, BS_SECTION_WORDS) ||
		 !bs_ascend(s->words_at + 1, (size_t)s->documents + 1);
}

static void check_codes(struct opening *o)
{
	const struct bs_segment *s = o->segment;
	o->bad = o->bad || !bs_are_below(s->code_forms, s->forms.count, s->forms.count) ||
		 !bs_are_below(s->form_codes, s->forms.count, s->forms.count);
}

static void check_sets(struct opening *o)
{
	const struct bs_segment *s = o->segment;
	size_t members = section_length(o, BS_SECTION_MEMBERS) / sizeof(struct bs_said_by);
	o->bad = o->bad || s->sets[s->set_count + 1] != members ||
		 !bs_ascend_strictly(s->sets + 1, (size_t)s->set_count + 1);
	for (size_t i = 0; i < members && !o->bad; i++)
		o->bad = s->members[i].name >= s->people.count ||
			 (s->members[i].role != BS_NO_STRING &&
			  s->members[i].role >= s->roles.count);
}

static bool is_text(const struct bs_segment *s, uint32_t i)
{
	return i == BS_NO_STRING || i < s->texts.count;
}

/* A day, month or year of the calendar, or none. */
static bool is_date(uint32_t packed)
{
	brad_date date = bs_date_unpack(packed);
	return packed == 0 || (bs_date_exists(date) && bs_date_pack(date) == packed);
}

static void check_rows(struct opening *o)
{
	const struct bs_segment *s = o->segment;
	uint32_t next = 1;
	uint64_t record = 0;
	for (uint32_t i = 0; i < s->articles && !o->bad; i++) {
		const struct bs_article_row *r = &s->rows[i];
		o->bad = r->first != next || r->count == 0 ||
			 r->count > s->documents - (next - 1) ||
			 !(o->texts_only ? is_text(s, r->id) : r->id < s->texts.count) ||
			 !is_text(s, r->source) || !is_text(s, r->path) || !is_text(s, r->url) ||
			 !is_text(s, r->title) || r->date_from > BRAD_DATE_INFERRED ||
			 !is_date(r->day) || !is_date(r->not_before) || !is_date(r->not_after) ||
			 r->record < record || r->record > s->records_length ||
			 !bs_are_all(s->article + r->first, r->count, i);
		record = r->record;
		next += r->count;
	}
	if (next != s->documents + 1) o->bad = true;
}

static void take_all_lists(struct opening *o)
{
	struct bs_lists *l = &o->segment->lists;
	take_strings(o, BS_SECTION_LIST_TERM_STARTS, &o->segment->list_terms);
	l->count = o->segment->list_terms.count;
	l->lists = take(o, BS_SECTION_LISTS, l->count, sizeof *l->lists);
	l->block_count = section_length(o, BS_SECTION_LIST_BLOCKS) / sizeof *l->blocks;
	l->blocks = take(o, BS_SECTION_LIST_BLOCKS, l->block_count, sizeof *l->blocks);
	l->length = section_length(o, BS_SECTION_LIST_BYTES);
	l->bytes = take(o, BS_SECTION_LIST_BYTES, l->length, 1);
	l->repeats_length = section_length(o, BS_SECTION_LIST_REPEATS);
	l->repeats = take(o, BS_SECTION_LIST_REPEATS, l->repeats_length, 1);
}

static void take_counts(struct opening *o)
{
	const uint32_t *counts = take(o, BS_SECTION_COUNTS, 4, sizeof(uint32_t));
	if (o->bad) return;
	o->segment->documents = counts[0];
	o->segment->articles = counts[1];
	o->segment->set_count = counts[2];
	o->segment->placeholders = counts[3];
	if (counts[0] == UINT32_MAX || counts[2] >= UINT32_MAX - 1) o->bad = true;
}

/* What the texts of the articles are made from. */
static void take_texts(struct opening *o)
{
	struct bs_segment *s = o->segment;
	if (o->texts_only && !bs_mend_sections(s)) o->no_memory = true;
	take_counts(o);
	uint64_t slots = (uint64_t)s->documents + 1;
	s->article = take(o, BS_SECTION_ARTICLE, slots, sizeof(uint32_t));
	s->words = take(o, BS_SECTION_WORDS, section_length(o, BS_SECTION_WORDS), 1);
	take_strings(o, BS_SECTION_FORM_STARTS, &s->forms);
	take_strings(o, BS_SECTION_JOINT_STARTS, &s->joints);
	s->code_forms = take(o, BS_SECTION_CODE_FORMS, s->forms.count, sizeof(uint32_t));
	s->form_codes = take(o, BS_SECTION_FORM_CODES, s->forms.count, sizeof(uint32_t));
	check_codes(o);
	s->units_length = section_length(o, BS_SECTION_UNITS);
	s->units = take(o, BS_SECTION_UNITS, s->units_length, 1);
	s->records_length = section_length(o, BS_SECTION_RECORDS);
	s->records = take(o, BS_SECTION_RECORDS, s->records_length, 1);
	take_strings(o, BS_SECTION_TEXTS_STARTS, &s->texts);
	s->rows = take(o, BS_SECTION_ROWS, s->articles, sizeof *s->rows);
	check_rows(o);
	if (!o->bad && o->texts_only && !bs_mend_documents(s)) o->no_memory = true;
	s->role = take(o, BS_SECTION_ROLE, slots, 1);
	check_bytes(o, s->role, BRAD_ROLE_FURNITURE + 1);
	s->words_at = take(o, BS_SECTION_WORDS_AT, slots + 1, sizeof(uint32_t));
	check_words(o);
}

/* Who said what.  Each bit has a set, as many as are before it. */
static void take_spoken(struct opening *o)
{
	struct bs_segment *s = o->segment;
	size_t words = s->documents / 64 + (size_t)1, count = 0;
	s->spoken = take(o, BS_SECTION_SPOKEN, words, sizeof(uint64_t));
	s->spoken_before = take(o, BS_SECTION_SPOKEN_BEFORE, words, sizeof(uint32_t));
	s->spoken_count = (uint32_t)(section_length(o, BS_SECTION_SET) / sizeof(uint32_t));
	s->spoken_sets = take(o, BS_SECTION_SET, s->spoken_count, sizeof(uint32_t));
	for (size_t i = 0; i < words && !o->bad; i++) {
		o->bad = s->spoken_before[i] != count;
		count += bs_bit_count(s->spoken[i]);
	}
	o->bad = o->bad || count != s->spoken_count ||
		 !bs_are_below(s->spoken_sets, s->spoken_count, s->set_count + 1);
}

/* What each speaker said: the lists are looked at where they are read. */
static void take_person_documents(struct opening *o)
{
	struct bs_segment *s = o->segment;
	size_t starts = s->people.count + (size_t)1;
	size_t items = section_length(o, BS_SECTION_PERSON_DOCUMENTS) / sizeof(uint32_t);
	s->person_documents_at = take(o, BS_SECTION_PERSON_DOCUMENTS_AT, starts, sizeof(uint32_t));
	s->person_documents = take(o, BS_SECTION_PERSON_DOCUMENTS, items, sizeof(uint32_t));
	o->bad = o->bad || s->person_documents_at[starts - 1] != items ||
		 !bs_ascend(s->person_documents_at, starts);
}

/* What searches go by besides. */
static void take_columns(struct opening *o)
{
	struct bs_segment *s = o->segment;
	uint64_t slots = (uint64_t)s->documents + 1;
	take_spoken(o);
	s->speech = take(o, BS_SECTION_SPEECH, slots, 1);
	check_bytes(o, s->speech, (BRAD_EVIDENCE_CARRIED + 1) * 4);
	s->confidence = take(o, BS_SECTION_CONFIDENCE, slots, 1);
	check_bytes(o, s->confidence, 101);
	take_strings(o, BS_SECTION_PEOPLE_STARTS, &s->people);
	take_strings(o, BS_SECTION_ROLES_STARTS, &s->roles);
	take_strings(o, BS_SECTION_NAME_WORD_STARTS, &s->name_words);
	s->name_words_at =
		take_lists(o, BS_SECTION_NAME_WORDS_AT, s->name_words.count, s->people.count);
	s->name_people = s->pack.sections[BS_SECTION_NAME_PEOPLE].bytes;
	s->person_sets_at =
		take_lists(o, BS_SECTION_PERSON_SETS_AT, s->people.count, s->set_count + 1);
	s->person_sets = s->pack.sections[BS_SECTION_PERSON_SETS].bytes;
	take_person_documents(o);
	s->sets = take(o, BS_SECTION_SETS, (uint64_t)s->set_count + 2, sizeof(uint32_t));
	s->members = take(o, BS_SECTION_MEMBERS,
			  section_length(o, BS_SECTION_MEMBERS) / sizeof *s->members,
			  sizeof *s->members);
	take_strings(o, BS_SECTION_NAMED_STARTS, &s->named);
	s->named_length = section_length(o, BS_SECTION_NAMED);
	s->named_lists = take(o, BS_SECTION_NAMED, s->named_length, 1);
	s->copy_words = take(o, BS_SECTION_COPY_WORDS, s->forms.count, sizeof(uint32_t));
	s->copies_at = take(o, BS_SECTION_COPIES_AT, (uint64_t)bs_copy_buckets(s->documents) + 1,
			    sizeof(uint32_t));
	s->copy_count = section_length(o, BS_SECTION_COPIES) / sizeof(uint32_t);
	s->copies = take(o, BS_SECTION_COPIES, s->copy_count, sizeof(uint32_t));
	s->mentions_length = section_length(o, BS_SECTION_MENTIONS);
	s->mentions = take(o, BS_SECTION_MENTIONS, s->mentions_length, 1);
	s->form_stems = take(o, BS_SECTION_FORM_STEMS, s->forms.count, sizeof(uint32_t));
	take_all_lists(o);
	check_sets(o);
}

/* Copies what searches read of many rows into arrays. */
static brad_status list_rows(struct bs_segment *s, brad_error *err)
{
	s->days = malloc((s->articles + (size_t)1) * sizeof *s->days);
	s->firsts = malloc((s->articles + (size_t)1) * sizeof *s->firsts);
	if (!s->days || !s->firsts) return bs_no_memory(err);
	for (uint32_t i = 0; i < s->articles; i++) {
		s->days[i] = s->rows[i].day;
		s->firsts[i] = s->rows[i].first;
	}
	s->firsts[s->articles] = s->documents + 1;
	return BRAD_OK;
}

brad_status bs_segment_take(struct bs_segment *segment, const char *path, bool texts_only,
			    brad_error *err)
{
	struct opening o = {segment, texts_only, false, false};
	take_texts(&o);
	if (!texts_only) take_columns(&o);
	if (o.no_memory) return bs_no_memory(err);
	brad_status status = texts_only ? BRAD_OK : bs_segment_sound(segment, err);
	if (status == BRAD_OK && o.bad)
		status = bs_fail(err, BRAD_ECORRUPT, "'%s' is damaged; run 'bradsearch check'",
				 path);
	return status == BRAD_OK ? list_rows(segment, err) : status;
}
