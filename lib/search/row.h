/* row.h - does a sentence have some words in a row, or near each other?  The segment keeps its words as codes of forms. */
#ifndef BS_ROW_H
#define BS_ROW_H

#include "base/arena.h"
#include "index/segment.h"
#include "search/query.h"

/* What a word of the row may be: one form, given by its code; one of several; or any form
 * of its stem. */
struct bs_row_word {
	uint32_t code;
	const unsigned char *codes; /* a bit for each code that will do; NULL: only `code` */
	bool by_stem;
};

/* How many words of the row, from the first, are looked for at once. */
enum { BS_ROW_PLACES = 8 };

/* Memory for finding words near each other, kept from sentence to sentence. */
struct bs_near {
	bool *fits;     /* fits[k * count + i]: may word k stand at place i? */
	size_t *places; /* of each word */
	size_t *words;  /* at each place */
	bool *tried;
};

/* A row is looked for in one of three ways.  Single forms are looked for as the string of
 * bytes that they are in the words of a sentence.  If there are other words, but none by
 * its stem, a table gives for each code which of the first words of the row it may be, so
 * that most sentences are rejected by looking once at each of their words.  Otherwise,
 * each word of the sentence is compared. */
struct bs_row {
	struct bs_arena *arena; /* with a way out */
	const struct bs_segment *segment;
	struct xc_stemmer *stemmer;
	struct bs_buffer *stem; /* to stem in */
	const struct bs_node *node;
	const unsigned char *bytes; /* the row as a string of bytes; NULL: another way */
	size_t length;
	struct bs_row_word *asked;
	const unsigned char *places; /* the table: a bit for each of the first words; or NULL */
	uint32_t *words;             /* codes of the sentence that is looked at */
	struct bs_near near;
	size_t room; /* for words, here and in near */
};

/* Reads the code of a word and moves *at behind it.  The words of the sentence end at
 * `end`. */
static inline uint32_t bs_word_code(const unsigned char **at, const unsigned char *end)
{
	uint32_t code = **at & 0x7F;
	for (unsigned shift = 7; **at >= 0x80 && *at + 1 < end && shift < 32; shift += 7)
		code |= (uint32_t)(*++*at & 0x7F) << shift;
	++*at;
	return code;
}

/* Prepares a row for the words of a leaf.  The caller has set its first four members.
 * Returns false if no sentence of the segment can have them. */
bool bs_row_begin(struct bs_row *row, const struct bs_node *leaf);

/* Fetches the words of a document into the cache, before bs_row_has() is called for it. */
static inline void bs_row_expect(const struct bs_row *row, uint32_t document)
{
	__builtin_prefetch(row->segment->words + row->segment->words_at[document]);
}

/* Does a document have the row?  The caller must have touched its words (touch.h), best for
 * many documents at once. */
brad_status bs_row_has(struct bs_row *row, uint32_t document, bool *found, brad_error *err);

/* Returns the first document at or after `from` that has the row; one past the last if
 * there is none.  It is faster than asking for each document.  Only with row->bytes. */
uint32_t bs_row_scan(const struct bs_row *row, uint32_t from);

/* Sets a bit for each document from `first` up to, but not including, `end` that has the
 * row.  It is faster than asking for many documents.  Only if row->length is 2 or more. */
void bs_row_fill(const struct bs_row *row, uint32_t first, uint32_t end, uint64_t *bits);

/* Finds the forms that begin with a text: from *low up to, but not including, *high. */
void bs_forms_with_prefix(struct bs_arena *arena, const struct bs_strings *forms, const char *text,
			  size_t length, uint32_t *low, uint32_t *high);

/* Makes room for `asked` words in sentences of up to `count` words. */
void bs_near_begin(struct bs_arena *arena, size_t asked, size_t count, struct bs_near *out);

/* Finds the first stretch of distance + 1 places, from place *from on, in which each of
 * `asked` words has a place of its own that near->fits allows.  Stores the places in
 * near->places, and the start of the stretch in *from. */
bool bs_near_find(struct bs_near *near, size_t asked, size_t count, uint32_t distance,
		  size_t *from);

#endif
