/* mentions.h - which sentences of a segment speak of which days?  A list of those that speak of any, with their periods.
 *
 * It is one string of varints: for each such document, in order, how far it is
 * from the one before, how many periods follow, and of each its first day
 * (from BS_FIRST_DAY) and how many more there are.  Most sentences speak of no
 * day, and going through the whole list takes less than one posting list. */
#ifndef BS_MENTIONS_H
#define BS_MENTIONS_H

#include "base/buffer.h"
#include "base/period.h"

#include <bradsearch.h>

/* Appends a sentence, unless it speaks of no day; *last is the document added before. */
void bs_mentions_add(struct bs_buffer *list, const brad_sentence *sentence, uint32_t document,
		     uint32_t *last);

/* Where one is in a list: in.at and in.end are set, the rest is 0. */
struct bs_mention_scan {
	struct bs_input in;
	uint32_t document;
	uint64_t left; /* of its periods */
};

/* Goes on to the next period, of scan->document; false after the last. */
bool bs_mentions_next(struct bs_mention_scan *scan, struct bs_period *out);

/* Is it a list of documents of a segment with so many? */
bool bs_mentions_check(const void *bytes, size_t length, uint32_t documents);

#endif
