/* units.h - what is the text of a document of a segment, and where does it stand in its article?
 *
 * A unit is a sentence that has a document, or the title that was given.  The units of
 * an article follow one another.  Each consists of
 *
 *   step    where it stands.  A byte below 128 means the next sentence, (step / 8) bytes
 *           after the end of the unit before, and (step % 8) line ends after its
 *           beginning.  128 is followed by three numbers: how many places further, bytes
 *           between, line ends.
 *   length  of its text, in bytes
 *   size    of the joints, in bytes
 *   joints  the codes of its joints (spelling.h).  A byte below 64 is a run of so many
 *           plain ones (code 0), and one more; a byte below 255 is a code + 63; 255 is
 *           followed by a code - 192.
 *
 * Numbers are those of base/buffer.h. */
#ifndef BS_UNITS_H
#define BS_UNITS_H

#include "base/arena.h"
#include "index/touch.h"

enum { BS_UNIT_STEPS = 128, BS_PLAIN_RUN = 64, BS_SHORT_CODES = 191, BS_LONG_CODE = 255 };

struct bs_unit {
	uint32_t document;
	uint32_t place; /* i + 1 for sentence i of its article; 0 for a given title */
	brad_span span; /* in the article's text; empty for a given title */
	size_t lines;   /* line ends before it in the article's text */
	size_t length;  /* of its text */
	struct bs_input joints;
};

/* Lists the first `count` units of an article, at most row->count.  NULL if they are
 * damaged. */
struct bs_unit *bs_units_read(struct bs_arena *arena, const struct bs_segment *segment,
			      const struct bs_article_row *row, uint32_t count);

/* Finds the unit of a document of an article; false if the units are damaged. */
bool bs_unit_find(const struct bs_segment *segment, const struct bs_article_row *row,
		  uint32_t document, struct bs_unit *out);

/* A word of a unit. */
struct bs_unit_word {
	uint32_t form;
	brad_span span; /* in its text */
};

/* Returns the text of a unit, and stores its words in *words, unless that is NULL.  NULL if
 * the unit is damaged. */
const char *bs_unit_spell(struct bs_arena *arena, const struct bs_segment *segment,
			  const struct bs_unit *unit, struct bs_unit_word **words, size_t *count);

/* Returns how many words a unit has, by its joints. */
size_t bs_unit_word_count(const struct bs_segment *segment, const struct bs_unit *unit);

/* Returns the form of a code. */
static inline uint32_t bs_form_of_code(const struct bs_segment *s, uint64_t code)
{
	return code < s->forms.count ? s->code_forms[code] : 0;
}

/* Returns the words of a document, to be read as codes. */
static inline struct bs_input bs_unit_words(const struct bs_segment *s, uint32_t document)
{
	bs_touch_words(s, document, document + 1);
	return (struct bs_input){s->words + s->words_at[document],
				 s->words + s->words_at[document + 1], false};
}

#endif
