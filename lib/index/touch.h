/* touch.h - which bytes of a segment are about to be read?  Said once before they are, so that they are compared.
 *
 * Most columns are gone through when a segment is opened, and are compared then.
 * The others, which are long and of which few bytes are read, are compared block by
 * block as they are touched; it takes no time once a block was.  Nothing here fails:
 * what is damaged is told by bs_segment_sound(), at the end of a call. */
#ifndef BS_TOUCH_H
#define BS_TOUCH_H

#include "index/segment.h"
#include "index/segment_columns.h"

/* The words of documents from `first` up to `end`, which is not among them. */
static inline void bs_touch_words(const struct bs_segment *s, uint32_t first, uint32_t end)
{
	bs_pack_touch(&s->pack, BS_SECTION_WORDS, s->words_at[first], s->words_at[end]);
}

/* Which forms from `first` up to `end` have the same stem. */
static inline void bs_touch_stems(const struct bs_segment *s, uint32_t first, uint32_t end)
{
	const size_t size = sizeof *s->form_stems;
	bs_pack_touch(&s->pack, BS_SECTION_FORM_STEMS, first * size, end * size);
}

/* The first of the forms that have the stem of a form, which was touched so. */
static inline uint32_t bs_form_stem(const struct bs_segment *s, uint32_t form)
{
	uint32_t stem = s->form_stems[form];
	return stem < s->forms.count ? stem : 0;
}

/* How documents from `first` up to `end` were said, and how sure their speakers are. */
static inline void bs_touch_speech(const struct bs_segment *s, uint32_t first, uint32_t end)
{
	bs_pack_touch(&s->pack, BS_SECTION_SPEECH, first, end);
	bs_pack_touch(&s->pack, BS_SECTION_CONFIDENCE, first, end);
}

/* How the sentences of an article are spelt; its record; whom it names. */
void bs_touch_units(const struct bs_segment *segment, const struct bs_article_row *row);
void bs_touch_record(const struct bs_segment *segment, const struct bs_article_row *row);
void bs_touch_named(const struct bs_segment *segment, uint32_t article);

/* A posting list of our own, by its number. */
void bs_touch_list(const struct bs_segment *segment, size_t list);

/* The table of copies: entries `from` up to `to`; where those of a bucket are. */
void bs_touch_copies(const struct bs_segment *segment, uint32_t from, uint32_t to);
void bs_touch_copy_bucket(const struct bs_segment *segment, uint32_t bucket);

/* What a speaker said: entries `from` up to `to` of the lists. */
static inline void bs_touch_person_documents(const struct bs_segment *s, uint32_t from, uint32_t to)
{
	const size_t size = sizeof *s->person_documents;
	bs_pack_touch(&s->pack, BS_SECTION_PERSON_DOCUMENTS, from * size, to * size);
}

/* All of what is short, or gone through from end to end. */
static inline void bs_touch_copy_words(const struct bs_segment *s)
{
	bs_pack_touch_all(&s->pack, BS_SECTION_COPY_WORDS);
}

static inline void bs_touch_mentions(const struct bs_segment *s)
{
	bs_pack_touch_all(&s->pack, BS_SECTION_MENTIONS);
}

#endif
