/* use.h - what does an index answer, whatever it is asked?  A list of calls that touch all of it. */
#ifndef BS_USE_H
#define BS_USE_H

#include "base/buffer.h"

#include <bradsearch.h>

enum { USE_CALLS = 13 + BRAD_FIELD_TIME };

/* Makes call `which` (from 0), and appends to `out` all that is answered.  The
 * words asked for are those of model.h. */
brad_status use_call(brad_index *index, int which, struct bs_buffer *out, brad_error *err);

/* Appends an article and its analysis. */
void use_article(const brad_article *article, struct bs_buffer *out);

#endif
