/* record.h - how is an article's analysis kept?  As one string of bytes, with all that is kept nowhere else.
 *
 * The other columns of the segment have the texts of its sentences, except furniture, and
 * its id, title, source, url and path. */
#ifndef BS_RECORD_H
#define BS_RECORD_H

#include "base/buffer.h"

#include <bradsearch.h>

enum { BS_RECORD_FORMAT = 4 };

/* Appends the record of an article to out; check out->failed. */
void bs_record_write(const brad_article *article, struct bs_buffer *out);

/* What the other columns have of an article. */
struct bs_record_rest {
	const char *id, *title, *source, *url, *path; /* of the document */
	size_t line;
	const char *prose; /* the texts of all sentences except furniture, in order */
	size_t prose_length;
};

/* Makes an article from its record.  BRAD_ECORRUPT if the bytes are not a record. */
brad_status bs_record_read(const void *bytes, size_t length, const struct bs_record_rest *rest,
			   brad_article **out, brad_error *err);

#endif
