/* row.h - has a sentence some words in a row, or near each other?  Its own words tell, which the segment keeps as numbers of forms. */
#ifndef BS_ROW_H
#define BS_ROW_H

#include "base/arena.h"
#include "index/segment.h"
#include "search/query.h"

/* What a word of the row may be: the form of a code, one of several codes, or one
 * of its stem. */
struct bs_row_word {
	uint32_t code;
	const unsigned char *codes; /* a bit for each; NULL: only that one */
	bool by_stem;
};

/* So many of the first words are looked for at once. */
enum { BS_ROW_PLACES = 8 };

/* Room for finding words near each other, kept from one sentence to the next. */
struct bs_near {
	bool *fits;     /* fits[k * count + i]: may word k stand at place i? */
	size_t *places; /* of word k */
	size_t *words;  /* at a place */
	bool *tried;
};

/* Forms in a row are looked for as the bytes that they are in the words of a
 * sentence; all else, by reading each word of the sentence.  Of a row in which no
 * word goes by its stem a table tells for each code which of the first words it may
 * be, so that most sentences are left out at one look at each of their words. */
struct bs_row {
	struct bs_arena *arena; /* with a way out */
	const struct bs_segment *segment;
	struct xc_stemmer *stemmer;
	struct bs_buffer *stem; /* to stem in */
	const struct bs_node *node;
	const unsigned char *bytes; /* of the forms; NULL: each word is read */
	size_t length;
	struct bs_row_word *asked;
	const unsigned char *places; /* by code: a bit for each of the first words; or NULL */
	uint32_t *words;             /* of the sentence that is looked at: codes */
	struct bs_near near;
	size_t room; /* for words, in both */
};

/* Reads the code of a word of a sentence, whose words end at `end`. */
static inline uint32_t bs_word_code(const unsigned char **at, const unsigned char *end)
{
	uint32_t code = **at & 0x7F;
	for (unsigned shift = 7; **at >= 0x80 && *at + 1 < end && shift < 32; shift += 7)
		code |= (uint32_t)(*++*at & 0x7F) << shift;
	++*at;
	return code;
}

/* Takes the words of a leaf; the four first members are set.  Returns false if
 * no sentence of the segment can have them. */
bool bs_row_begin(struct bs_row *row, const struct bs_node *leaf);

/* Says that a document will be asked soon, so that its words are in the cache by then. */
static inline void bs_row_expect(const struct bs_row *row, uint32_t document)
{
	__builtin_prefetch(row->segment->words + row->segment->words_at[document]);
}

/* Has a document the row?  Its words were touched (touch.h), as many together as one can. */
brad_status bs_row_has(struct bs_row *row, uint32_t document, bool *found, brad_error *err);

/* The first document from `from` on that has a row of forms, or one beyond the
 * last: quicker than asking each, if each would have to be asked.  Only if there
 * are bytes. */
uint32_t bs_row_scan(const struct bs_row *row, uint32_t from);

/* Sets a bit for each document from `first` up to `end`, which is not among them,
 * that has a row of forms: quicker than asking many.  Only if there are two bytes
 * or more. */
void bs_row_fill(const struct bs_row *row, uint32_t first, uint32_t end, uint64_t *bits);

/* The forms that begin with some text: from *low up to *high. */
void bs_forms_with_prefix(struct bs_arena *arena, const struct bs_strings *forms, const char *text,
			  size_t length, uint32_t *low, uint32_t *high);

/* Makes room for `asked` words in sentences of up to `count`. */
void bs_near_begin(struct bs_arena *arena, size_t asked, size_t count, struct bs_near *out);

/* Finds the first stretch of distance + 1 places, from place *from on, in which
 * each of `asked` words has a place of its own, by near->fits.  near->places is
 * told where they are, *from where the stretch begins. */
bool bs_near_find(struct bs_near *near, size_t asked, size_t count, uint32_t distance,
		  size_t *from);

#endif
