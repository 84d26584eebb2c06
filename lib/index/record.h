/* record.h - how is an article kept whole?  Its analysis, and what is kept nowhere else, in one string of bytes.
 *
 * The rest of the segment has the texts of its sentences, but for furniture, and
 * what it is called. */
#ifndef BS_RECORD_H
#define BS_RECORD_H

#include "base/buffer.h"

#include <bradsearch.h>

enum { BS_RECORD_FORMAT = 4 };

/* Appends an article to out; check out->failed. */
void bs_record_write(const brad_article *article, struct bs_buffer *out);

/* What is kept beside the record. */
struct bs_record_rest {
	const char *id, *title, *source, *url, *path; /* of the document */
	size_t line;
	const char *prose; /* the texts of all sentences but furniture, in order */
	size_t prose_length;
};

/* Makes the article again.  BRAD_ECORRUPT for bytes that are no record. */
brad_status bs_record_read(const void *bytes, size_t length, const struct bs_record_rest *rest,
			   brad_article **out, brad_error *err);

#endif
