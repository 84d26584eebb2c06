#include "index/segment_writer.h"

#include "analysis/article.h"
#include "base/date.h"
#include "base/error.h"
#include "index/mentions.h"
#include "index/persons.h"
#include "index/record.h"
#include "index/terms.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

enum {
	MOST_WORD_BYTES = 1 << 30 /* their offsets take 32 bits, with room for an article */
};

/* ---- Beginning ---------------------------------------------------------- */

/* Adds the speakers of the next document; set 0 is nobody. */
static void add_speakers(struct bs_segment_writer *w, uint32_t document, uint32_t set)
{
	static const uint64_t none;
	struct bs_buffer *spoken = &w->columns[BS_SECTION_SPOKEN];
	if (document % 64 == 0) {
		size_t before = w->columns[BS_SECTION_SET].length / sizeof(uint32_t);
		bs_buffer_add(spoken, &none, sizeof none);
		bs_add_column(w, BS_SECTION_SPOKEN_BEFORE, (uint32_t)before);
	}
	if (set == 0) return;
	if (!spoken->failed) bs_bit_set((uint64_t *)(void *)spoken->bytes, document);
	bs_add_column(w, BS_SECTION_SET, set);
}

/* Slot 0 of each column, and set 0, which is nobody. */
static void add_first_slots(struct bs_segment_writer *w)
{
	bs_add_column(w, BS_SECTION_ARTICLE, 0);
	add_speakers(w, 0, 0);
	for (int column = BS_SECTION_SPEECH; column <= BS_SECTION_CONFIDENCE; column++)
		bs_add_byte(w, column, 0);
	bs_add_words_at(w);
	bs_intern(&w->sets, "", 0);
	bs_segment_words_begin(w);
}

brad_status bs_segment_begin(const char *directory, const char *name,
			     struct bs_segment_writer **out, brad_error *err)
{
	*out = NULL;
	if (strlen(directory) + strlen(name) + 32 > BS_PATH_ROOM)
		return bs_fail(err, BRAD_EINVAL, "the path of the index is too long: '%s'",
			       directory);
	struct bs_segment_writer *w = calloc(1, sizeof *w);
	if (!w) return bs_no_memory(err);
	w->directory = strdup(directory);
	w->name = strdup(name);
	brad_status status =
		w->directory && w->name ? xc_stemmer_new(&w->stemmer, err) : bs_no_memory(err);
	if (status != BRAD_OK) {
		bs_segment_free(w);
		return status;
	}
	add_first_slots(w);
	*out = w;
	return BRAD_OK;
}

/* ---- Adding ------------------------------------------------------------- */

/* Adds the term that is in w->value. */
static void add_boolean_term(struct bs_segment_writer *w)
{
	if (w->value.failed) {
		w->waiting_terms.failed = true;
		return;
	}
	uint32_t number = bs_intern(&w->booleans, w->value.bytes, w->value.length);
	if (w->booleans.failed) return;
	const struct bs_interned *term = &w->booleans.items[number];
	bs_segment_wait(w, term->bytes, term->length, 0);
}

static void add_boolean(struct bs_segment_writer *w, const char *prefix, const char *value)
{
	bs_boolean_term(prefix, value, &w->value);
	add_boolean_term(w);
}

static void add_speaker_term(struct bs_segment_writer *w, const char *name)
{
	bs_speaker_term(name, &w->value);
	add_boolean_term(w);
}

static void add_day_term(struct bs_segment_writer *w, brad_date date)
{
	char day[24];
	snprintf(day, sizeof day, "%04d%02d%02d", date.year, date.month, date.day);
	if (date.year > 0) add_boolean(w, "D", day);
}

/* The number of the set of those who said a sentence; 0 for nobody. */
static uint32_t add_set(struct bs_segment_writer *w, const brad_sentence *s)
{
	bs_buffer_clear(&w->value);
	for (size_t i = 0; i < s->speaker_count; i++) {
		const brad_speaker *one = &s->speakers[i];
		struct bs_said_by by = {bs_intern(&w->people, one->name, strlen(one->name)),
					BS_NO_STRING};
		if (one->role) by.role = bs_intern(&w->roles, one->role, strlen(one->role));
		bs_buffer_add(&w->value, &by, sizeof by);
	}
	if (w->value.failed) w->sets.failed = true;
	return s->speaker_count ? bs_intern(&w->sets, w->value.bytes, w->value.length) : 0;
}

/* A document to be: a sentence of the article, or its given title. */
struct unit {
	const brad_sentence *sentence;
	const char *text;
	size_t length;
	uint32_t place;
};

/* Where the unit stands, behind the one before, and its joints. */
static void add_spelling(struct bs_segment_writer *w, const brad_document *document,
			 const struct unit *unit)
{
	struct bs_buffer *out = &w->columns[BS_SECTION_UNITS];
	size_t gap = 0, lines = 0;
	if (unit->place > 0) {
		brad_span span = unit->sentence->span;
		gap = span.start - w->end;
		for (size_t at = w->start; at < span.start; at++)
			lines += document->text[at] == '\n';
		w->start = span.start;
		w->end = span.end;
	}
	bs_buffer_number(out, unit->place - w->place);
	bs_buffer_number(out, gap);
	bs_buffer_number(out, lines);
	bs_buffer_number(out, unit->length);
	bs_buffer_number(out, (uint64_t)w->unit_words + 1);
	bs_buffer_add(out, w->unit_joints.bytes, w->unit_joints.length);
	w->place = unit->place;
}

static brad_status add_unit(struct bs_segment_writer *w, const brad_article *article,
			    const struct unit *unit, struct bs_article_row *row, brad_error *err)
{
	uint32_t d = w->info.documents + 1;
	const brad_sentence *s = unit->sentence;
	brad_status status = bs_segment_add_words(w, unit->text, unit->length, &row->words, err);
	if (status != BRAD_OK) return status;
	for (size_t i = 0; i < s->speaker_count; i++) add_speaker_term(w, s->speakers[i].name);
	if (s->role != BRAD_ROLE_FURNITURE) add_day_term(w, article->a.date);
	if (row->count == 0) add_boolean(w, "Q", article->a.document.id);
	add_spelling(w, &article->a.document, unit);
	bs_add_column(w, BS_SECTION_ARTICLE, w->info.articles);
	add_speakers(w, d, add_set(w, s));
	bs_add_byte(w, BS_SECTION_SPEECH, (unsigned char)(s->said + s->evidence * 4));
	bs_add_byte(w, BS_SECTION_ROLE, s->role);
	bs_add_byte(w, BS_SECTION_CONFIDENCE, (unsigned char)(s->confidence * 100 + 0.5));
	bs_add_words_at(w);
	bs_mentions_add(&w->columns[BS_SECTION_MENTIONS], s, d, &w->last_mention);
	if (w->waiting_terms.failed || w->booleans.failed) return bs_no_memory(err);
	w->info.documents++;
	row->count++;
	return bs_segment_end_document(w, err);
}

static brad_status add_units(struct bs_segment_writer *w, const brad_article *article,
			     struct bs_article_row *row, brad_error *err)
{
	const brad_document *d = &article->a.document;
	brad_sentence title = {.role = BRAD_ROLE_TITLE}, nothing = {.role = BRAD_ROLE_FURNITURE};
	brad_status status = BRAD_OK;
	w->place = 0;
	w->start = w->end = 0;
	if (d->title && *d->title) {
		struct unit unit = {&title, d->title, strlen(d->title), 0};
		status = add_unit(w, article, &unit, row, err);
	}
	for (size_t i = 0; i < article->a.sentence_count && status == BRAD_OK; i++) {
		const brad_sentence *s = &article->a.sentences[i];
		if (s->role == BRAD_ROLE_FURNITURE) continue;
		struct unit unit = {s, d->text + s->span.start, s->span.end - s->span.start,
				    (uint32_t)i + 1};
		status = add_unit(w, article, &unit, row, err);
	}
	if (status == BRAD_OK && row->count == 0) {
		struct unit unit = {&nothing, "", 0, 0};
		w->placeholders++;
		status = add_unit(w, article, &unit, row, err);
	}
	return status;
}

static uint32_t add_text(struct bs_segment_writer *w, const char *text)
{
	return text ? bs_intern(&w->texts, text, strlen(text)) : BS_NO_STRING;
}

brad_status bs_segment_add(struct bs_segment_writer *w, const brad_article *article, uint64_t hash,
			   uint32_t added, brad_error *err)
{
	const struct bs_article *a = &article->a;
	if (!a->document.id)
		return bs_fail(err, BRAD_EINVAL, "an article needs an id to be indexed");
	struct bs_article_row row = {
		.hash = hash,
		.first = w->info.documents + 1,
		.record = w->columns[BS_SECTION_RECORDS].length,
		.id = add_text(w, a->document.id),
		.source = add_text(w, a->document.source),
		.path = add_text(w, a->document.path),
		.url = add_text(w, a->document.url),
		.title = add_text(w, brad_article_title(article)),
		.line = (uint32_t)a->document.line,
		.day = bs_date_pack(a->date),
		.not_before = bs_date_pack(a->not_before),
		.not_after = bs_date_pack(a->not_after),
		.date_from = (uint8_t)a->date_from,
		.checksum = (uint32_t)bs_document_hash(&a->document),
		.added = added,
	};
	bs_record_write(article, &w->columns[BS_SECTION_RECORDS]);
	if (w->texts.failed) return bs_no_memory(err);
	brad_status status = add_units(w, article, &row, err);
	if (status != BRAD_OK) return status;
	bs_persons_add(w, article);
	bs_buffer_add(&w->columns[BS_SECTION_ROWS], &row, sizeof row);
	w->info.articles++;
	return BRAD_OK;
}

bool bs_segment_is_full(const struct bs_segment_writer *w, uint32_t most_documents)
{
	return w->info.documents >= most_documents ||
	       w->columns[BS_SECTION_WORDS].length >= MOST_WORD_BYTES;
}

/* ---- Hash of a document ------------------------------------------------- */

uint64_t bs_document_hash(const brad_document *d)
{
	const char *strings[] = {d->id, d->title, d->source, d->url, d->path};
	XXH3_state_t state;
	XXH3_64bits_reset(&state);
	for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) {
		size_t length = strings[i] ? strlen(strings[i]) + 1 : 0;
		XXH3_64bits_update(&state, &length, sizeof length);
		if (length) XXH3_64bits_update(&state, strings[i], length);
	}
	uint64_t day = bs_date_pack(d->date);
	XXH3_64bits_update(&state, &day, sizeof day);
	if (d->text_length) XXH3_64bits_update(&state, d->text, d->text_length);
	return XXH3_64bits_digest(&state);
}
