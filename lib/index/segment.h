/* segment.h - what is in one segment of an index?
 *
 * A segment is two files that are written once and never changed:
 *
 *   NAME.glass   a Xapian database with the terms of terms.h.  Each sentence is a
 *                document, numbered from 1, article by article.
 *   NAME.cols    a pack: columns by document, the words of each sentence and
 *                how they are spelt (units.h), the dictionaries, the articles
 *                and their records (record.h)
 *
 * An article is always in one segment as a whole.  A title that was given beside the
 * text is the first document of its article, at place 0.  Furniture has no documents.
 * An article that has nothing but furniture has one placeholder, a document without
 * terms and with role BRAD_ROLE_FURNITURE, which no search may find. */
#ifndef BS_SEGMENT_H
#define BS_SEGMENT_H

#include "base/arena.h"
#include "base/bits.h"
#include "index/lists.h"
#include "index/pack.h"
#include "xapian_c/xapian_c.h"

#include <bradsearch.h>
#include <stdbool.h>
#include <stdint.h>

/* ---- Reading ------------------------------------------------------------ */

/* Strings by number, sorted by their bytes; each ends with a NUL. */
struct bs_strings {
	const uint32_t *starts; /* count + 1 of them */
	const char *bytes;
	uint32_t count;
};

/* Returns the i-th string; "" if there is none. */
const char *bs_string(const struct bs_strings *strings, uint32_t i);

/* Returns the number of the first string that is not less than a text. */
uint32_t bs_strings_find(const struct bs_strings *strings, const char *text, size_t length);

#define BS_NO_STRING UINT32_MAX

/* One of the speakers of a sentence. */
struct bs_said_by {
	uint32_t name, role; /* numbers in people and roles; role may be BS_NO_STRING */
};

struct bs_article_row {
	uint64_t hash;         /* to see whether its document has changed; see writer.h */
	uint64_t units;        /* where its units begin */
	uint64_t record;       /* where its record begins, and that of the article before ends */
	uint32_t first, count; /* its documents; count is never 0 */
	uint32_t words;        /* in them, that are indexed */
	uint32_t id, source, path, url, title; /* in texts; all but id may be BS_NO_STRING */
	uint32_t line;                         /* in path, when it was written */
	uint32_t day;                          /* bs_date_pack */
	uint32_t not_before, not_after;        /* bounds of an unknown day: bs_date_pack; 0: none */
	uint8_t date_from;                     /* brad_date_from */
	uint8_t unused[3];
	uint32_t checksum; /* of its document as made from the record: bs_document_hash() */
	uint32_t added;    /* the revision in which it came, or last changed; 0: unknown */
	uint32_t named;    /* where its list of people begins; see persons.h */
};

struct bs_segment {
	char *name;
	struct xc_reader *database;
	struct bs_pack pack;
	uint32_t documents, articles;
	uint32_t placeholders; /* documents that only keep an article without prose */

	/* By document, from 1; slot 0 is unused. */
	const uint32_t *article;   /* from 0 */
	const uint8_t *speech;     /* brad_said, and 4 times the brad_evidence */
	const uint8_t *role;       /* brad_role */
	const uint8_t *confidence; /* in hundredths */

	/* Who said it: bs_segment_set().  Most documents have no speaker; those that have one
	 * are spoken.  Each has a bit, and in the order of these bits a set of speakers. */
	const uint64_t *spoken;
	const uint32_t *spoken_before; /* for each word of bits, how many are set before it */
	const uint32_t *spoken_sets;
	uint32_t spoken_count;

	/* The words of document d, in order: the codes of their forms, as numbers of
	 * variable length (base/buffer.h), from words + words_at[d] to words + words_at[d + 1].
	 * The more frequent a form, the smaller its code. */
	const uint32_t *words_at;
	const unsigned char *words;
	const uint32_t *code_forms; /* the form of each code */
	const uint32_t *form_codes; /* the code of each form */
	const uint32_t *form_stems; /* the first form with the same stem: bs_form_stem() */

	const unsigned char *units; /* see units.h */
	size_t units_length;
	struct bs_strings joints; /* by code, not sorted; see spelling.h */
	const unsigned char *records;
	size_t records_length;

	struct bs_strings forms;        /* every word form */
	struct bs_strings people;       /* speakers' names */
	struct bs_strings name_words;   /* the folded words of people's names */
	const uint32_t *name_words_at;  /* word w: name_people[name_words_at[w]] up to [w + 1] */
	const uint32_t *name_people;    /* the people whose names have the word */
	const uint32_t *person_sets_at; /* person p: person_sets[person_sets_at[p]] up to [p + 1] */
	const uint32_t *person_sets;    /* the sets that the person is in */
	const uint32_t *person_documents_at; /* the same for the documents the person said */
	const uint32_t *person_documents;

	struct bs_strings roles; /* speakers' roles */
	struct bs_strings texts; /* ids, sources, paths, urls and titles of articles */
	const uint32_t *sets;    /* set s: members[sets[s]] up to members[sets[s + 1]]; s from 1 */
	uint32_t set_count;      /* sets are 1 to set_count */
	const struct bs_said_by *members;
	const struct bs_article_row *rows;
	uint32_t *days;          /* the days of the rows, as one array */
	uint32_t *firsts;        /* so too their first documents, and one past the last document */
	struct bs_strings named; /* see persons.h */
	const unsigned char *named_lists;
	size_t named_length;
	const uint32_t *copy_words; /* by code; see copies.h */
	const uint32_t *copies_at;
	const uint32_t *copies;
	size_t copy_count;
	const unsigned char *mentions; /* what the sentences speak of; see mentions.h */
	size_t mentions_length;

	struct bs_strings list_terms; /* terms that have lists of our own; see lists.h */
	struct bs_lists lists;        /* by number of the term */

	unsigned char
		*dead; /* a bit for each article that was replaced or removed; NULL for none */
	uint32_t dead_articles, dead_documents;
	struct bs_arena mended; /* damaged columns that were made again; see mend.h */
	uint32_t *lines;        /* of the articles in their paths now; NULL: as in the rows */
};

static inline bool bs_segment_is_dead(const struct bs_segment *s, uint32_t article)
{
	return s->dead && (s->dead[article / 8] >> article % 8 & 1);
}

static inline uint32_t bs_segment_line(const struct bs_segment *s, uint32_t article)
{
	return s->lines ? s->lines[article] : s->rows[article].line;
}

/* Returns the number of a spoken document among the spoken ones. */
static inline uint32_t bs_segment_spoken(const struct bs_segment *s, uint32_t document)
{
	uint64_t before = s->spoken[document / 64] & (((uint64_t)1 << document % 64) - 1);
	return s->spoken_before[document / 64] + bs_bit_count(before);
}

/* Returns the set of a document's speakers; 0 if it has none. */
static inline uint32_t bs_segment_set(const struct bs_segment *s, uint32_t document)
{
	return bs_bit(s->spoken, document) ? s->spoken_sets[bs_segment_spoken(s, document)] : 0;
}

static inline uint32_t bs_segment_day(const struct bs_segment *s, uint32_t document)
{
	return s->days[s->article[document]];
}

/* Returns a string of segment->texts, touching it first (touch.h); NULL for BS_NO_STRING. */
const char *bs_segment_text(const struct bs_segment *segment, uint32_t i);

/* Opens segment NAME in a directory and checks that its columns fit each other: after
 * this, every number in the columns, sets and rows is in range.  Streams (units, mentions,
 * posting lists) are checked when they are read. */
brad_status bs_segment_open(const char *directory, const char *name, struct bs_segment *out,
			    brad_error *err);

/* Opens only what is needed to read articles, for a segment whose other columns are
 * damaged.  Nothing but its articles can be read. */
brad_status bs_segment_open_texts(const char *directory, const char *name, struct bs_segment *out,
				  brad_error *err);
void bs_segment_close(struct bs_segment *segment);

/* Finds the list of a term among segment->lists; false if it has none. */
bool bs_segment_list(const struct bs_segment *segment, const char *term, size_t length,
		     size_t *out);

/* Was everything sound that was touched of its columns since bs_pack_forget()?  Whoever
 * answers from a segment asks this at the end; see pack.h and touch.h. */
brad_status bs_segment_sound(const struct bs_segment *segment, brad_error *err);

/* Reports that the segment holds something impossible: BRAD_ECORRUPT. */
brad_status bs_segment_damaged(const struct bs_segment *segment, brad_error *err);

/* Makes an article from its record; the caller owns it. */
brad_status bs_segment_article(struct bs_segment *segment, uint32_t article, brad_article **out,
			       brad_error *err);

/* ---- Writing ------------------------------------------------------------ */

enum { BS_SEGMENT_DOCUMENTS = 500000 }; /* usually enough for one segment */

struct bs_segment_writer;

/* What the manifest keeps about a finished segment. */
struct bs_segment_info {
	uint32_t documents, articles;
	uint64_t glass_size, cols_size, cols_checksum, glass_checksum;
};

/* Begins segment NAME in a directory.  Its files get their final names only in
 * bs_segment_finish(). */
brad_status bs_segment_begin(const char *directory, const char *name,
			     struct bs_segment_writer **out, brad_error *err);

/* Adds an analysed article.  After an error the writer can only be freed. */
brad_status bs_segment_add(struct bs_segment_writer *w, const brad_article *article, uint64_t hash,
			   uint32_t added, brad_error *err);

/* Should the segment be finished, and another begun?  A writer's memory grows with its
 * segment. */
bool bs_segment_is_full(const struct bs_segment_writer *w, uint32_t most_documents);

/* Writes and syncs both files. */
brad_status bs_segment_finish(struct bs_segment_writer *w, struct bs_segment_info *out,
			      brad_error *err);

/* Frees the writer.  If the segment is not finished, removes its temporary files. */
void bs_segment_free(struct bs_segment_writer *w);

/* Returns a hash (64-bit XXH3) of every member of a document but its line. */
uint64_t bs_document_hash(const brad_document *document);

#endif
