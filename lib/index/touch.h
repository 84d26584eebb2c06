/* touch.h - which bytes of a segment are about to be read?  Touch them first: that compares them with their checksums.
 *
 * Most columns are read from end to end when a segment is opened, and are compared then.
 * Of the others, which are long, few bytes are read; they are compared block by block
 * when they are touched.  Touching a block again takes no time.  Touching never fails:
 * bs_segment_sound() reports damage at the end of a call. */
#ifndef BS_TOUCH_H
#define BS_TOUCH_H

#include "index/segment.h"
#include "index/segment_columns.h"

/* The words of documents from `first` up to, but not including, `end`. */
static inline void bs_touch_words(const struct bs_segment *s, uint32_t first, uint32_t end)
{
	bs_pack_touch(&s->pack, BS_SECTION_WORDS, s->words_at[first], s->words_at[end]);
}

/* The first forms of the same stem, for forms from `first` up to, but not including, `end`. */
static inline void bs_touch_stems(const struct bs_segment *s, uint32_t first, uint32_t end)
{
	const size_t size = sizeof *s->form_stems;
	bs_pack_touch(&s->pack, BS_SECTION_FORM_STEMS, first * size, end * size);
}

/* Returns the first form that has the same stem as a form, which must have been touched. */
static inline uint32_t bs_form_stem(const struct bs_segment *s, uint32_t form)
{
	uint32_t stem = s->form_stems[form];
	return stem < s->forms.count ? stem : 0;
}

/* The kind of speech and the confidence, of documents from `first` up to `end`. */
static inline void bs_touch_speech(const struct bs_segment *s, uint32_t first, uint32_t end)
{
	bs_pack_touch(&s->pack, BS_SECTION_SPEECH, first, end);
	bs_pack_touch(&s->pack, BS_SECTION_CONFIDENCE, first, end);
}

/* The units of an article, its record, and its list of people. */
void bs_touch_units(const struct bs_segment *segment, const struct bs_article_row *row);
void bs_touch_record(const struct bs_segment *segment, const struct bs_article_row *row);
void bs_touch_named(const struct bs_segment *segment, uint32_t article);

/* A posting list of our own, by its number. */
void bs_touch_list(const struct bs_segment *segment, size_t list);

/* The table of copies: entries `from` up to `to`, and the bounds of a bucket. */
void bs_touch_copies(const struct bs_segment *segment, uint32_t from, uint32_t to);
void bs_touch_copy_bucket(const struct bs_segment *segment, uint32_t bucket);

/* The documents that speakers said: entries `from` up to `to` of their lists. */
static inline void bs_touch_person_documents(const struct bs_segment *s, uint32_t from, uint32_t to)
{
	const size_t size = sizeof *s->person_documents;
	bs_pack_touch(&s->pack, BS_SECTION_PERSON_DOCUMENTS, from * size, to * size);
}

/* Whole columns that are short, or read from end to end. */
static inline void bs_touch_copy_words(const struct bs_segment *s)
{
	bs_pack_touch_all(&s->pack, BS_SECTION_COPY_WORDS);
}

static inline void bs_touch_mentions(const struct bs_segment *s)
{
	bs_pack_touch_all(&s->pack, BS_SECTION_MENTIONS);
}

#endif
