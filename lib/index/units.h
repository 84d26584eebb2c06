/* units.h - what is the text of a document of a segment, and where does it stand in its article?
 *
 * A unit is a sentence that has a document, or the title given.  The units of an
 * article lie one behind the other, each as
 *
 *   step    a byte below 128: it is the next sentence, (step / 8) bytes behind
 *           the unit before, with (step % 8) line ends since that began; or 128
 *           and three numbers: places gone on, bytes between, line ends
 *   length  of its text, in bytes
 *   size    of the joints, in bytes
 *   joints  codes of the joints of spelling.h: a byte below 64 is one more of
 *           plain ones (code 0); below 255, code + 63; 255 goes before code - 192
 *
 * where numbers are those of base/buffer.h. */
#ifndef BS_UNITS_H
#define BS_UNITS_H

#include "base/arena.h"
#include "index/touch.h"

enum { BS_UNIT_STEPS = 128, BS_PLAIN_RUN = 64, BS_SHORT_CODES = 191, BS_LONG_CODE = 255 };

struct bs_unit {
	uint32_t document;
	uint32_t place; /* i + 1 for sentence i of its article; 0 for the title given */
	brad_span span; /* in the article's text; empty for a title given */
	size_t lines;   /* line ends before it in the article's text */
	size_t length;  /* of its text */
	struct bs_input joints;
};

/* Lists the first `count` units of an article, row->count of them at the most.  NULL if
 * they are damaged. */
struct bs_unit *bs_units_read(struct bs_arena *arena, const struct bs_segment *segment,
			      const struct bs_article_row *row, uint32_t count);

/* Finds the unit of a document of an article; false if they are damaged. */
bool bs_unit_find(const struct bs_segment *segment, const struct bs_article_row *row,
		  uint32_t document, struct bs_unit *out);

/* A word of a unit. */
struct bs_unit_word {
	uint32_t form;
	brad_span span; /* in its text */
};

/* Makes the text of a unit; *words, unless NULL, is told its words.  NULL if it is damaged. */
const char *bs_unit_spell(struct bs_arena *arena, const struct bs_segment *segment,
			  const struct bs_unit *unit, struct bs_unit_word **words, size_t *count);

/* How many words it has, as its joints tell: those of all words and of what is behind the last. */
size_t bs_unit_word_count(const struct bs_segment *segment, const struct bs_unit *unit);

/* The form of a code. */
static inline uint32_t bs_form_of_code(const struct bs_segment *s, uint64_t code)
{
	return code < s->forms.count ? s->code_forms[code] : 0;
}

/* The words of a document, to be read as codes. */
static inline struct bs_input bs_unit_words(const struct bs_segment *s, uint32_t document)
{
	bs_touch_words(s, document, document + 1);
	return (struct bs_input){s->words + s->words_at[document],
				 s->words + s->words_at[document + 1], false};
}

#endif
