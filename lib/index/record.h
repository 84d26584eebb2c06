/* record.h - how is an article kept whole?  Its text and analysis in one string of bytes. */
#ifndef BS_RECORD_H
#define BS_RECORD_H

#include "base/buffer.h"

#include <bradsearch.h>

/* Appends an article to out; check out->failed. */
void bs_record_write(const brad_article *article, struct bs_buffer *out);

/* Makes the article again.  BRAD_ECORRUPT for bytes that are no record. */
brad_status bs_record_read(const void *bytes, size_t length, brad_article **out, brad_error *err);

#endif
