/* segment_columns.h - which section of a .cols pack holds what?  For the code that writes and reads it. */
#ifndef BS_SEGMENT_COLUMNS_H
#define BS_SEGMENT_COLUMNS_H

#include <bradsearch.h>
#include <stdbool.h>

struct bs_segment;

enum bs_segment_section {
	BS_SECTION_COUNTS, /* uint32: documents, articles, sets, documents that are no sentences */
	BS_SECTION_ARTICLE,
	BS_SECTION_SPOKEN, /* uint64: see bs_segment_set() */
	BS_SECTION_SPOKEN_BEFORE,
	BS_SECTION_SET,
	BS_SECTION_SPEECH,
	BS_SECTION_ROLE,
	BS_SECTION_CONFIDENCE,
	BS_SECTION_WORDS_AT,
	BS_SECTION_WORDS,
	BS_SECTION_UNITS,
	BS_SECTION_JOINT_STARTS,
	BS_SECTION_JOINT_BYTES,
	BS_SECTION_FORM_CODES,
	BS_SECTION_CODE_FORMS,
	BS_SECTION_FORM_STARTS,
	BS_SECTION_FORM_BYTES,
	BS_SECTION_PEOPLE_STARTS,
	BS_SECTION_PEOPLE_BYTES,
	BS_SECTION_ROLES_STARTS,
	BS_SECTION_ROLES_BYTES,
	BS_SECTION_TEXTS_STARTS,
	BS_SECTION_TEXTS_BYTES,
	BS_SECTION_SETS,
	BS_SECTION_MEMBERS,
	BS_SECTION_ROWS,
	BS_SECTION_MENTIONS,
	BS_SECTION_NAME_WORD_STARTS,
	BS_SECTION_NAME_WORD_BYTES,
	BS_SECTION_NAME_WORDS_AT,
	BS_SECTION_NAME_PEOPLE,
	BS_SECTION_PERSON_SETS_AT,
	BS_SECTION_PERSON_SETS,
	BS_SECTION_PERSON_DOCUMENTS_AT,
	BS_SECTION_PERSON_DOCUMENTS,
	BS_SECTION_NAMED_STARTS,
	BS_SECTION_NAMED_BYTES,
	BS_SECTION_NAMED,
	BS_SECTION_COPIES_AT,
	BS_SECTION_COPIES,
	BS_SECTION_COPY_WORDS,
	BS_SECTION_LIST_TERM_STARTS, /* see lists.h */
	BS_SECTION_LIST_TERM_BYTES,
	BS_SECTION_LISTS,
	BS_SECTION_LIST_BLOCKS,
	BS_SECTION_LIST_BYTES,
	BS_SECTION_LIST_REPEATS,
	BS_SECTION_RECORDS,    /* see record.h */
	BS_SECTION_GLASS_HEAD, /* uint64: the checksum of the first block of the database */
	BS_SECTION_FORM_STEMS,
	BS_SECTIONS
};

/* Their names in messages; NULL for sections that only serve others. */
extern const char *const bs_section_names[BS_SECTIONS];

/* Takes the columns of a segment whose pack is open, or if `texts_only` those that its articles
 * are made from.  BRAD_ECORRUPT if they are damaged, or do not fit each other; the message
 * names the path. */
brad_status bs_segment_take(struct bs_segment *segment, const char *path, bool texts_only,
			    brad_error *err);

#endif
